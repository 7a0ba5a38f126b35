// What the tests of tagged formats read a text with.

import { readDigest, type DigestReading } from "../../../../src/core/digests/read";
import type { Name, Paper } from "../../../../src/core/paper";

export function read(text: string, name = "x.txt"): DigestReading {
	return readDigest(new TextEncoder().encode(text), name);
}

/** The only paper of a text. */
export function only(text: string): Paper {
	const { papers, format } = read(text);
	const [paper, ...others] = papers;
	if (!paper || others.length > 0) throw new Error(`${String(papers.length)} papers, read as ${format}`);
	return paper;
}

/** Names in one line each: `Jan van der Berg Jr`, groups in angle brackets. */
export function shown(names: readonly Name[]): readonly string[] {
	return names.map(name =>
		"literal" in name
			? `<${name.literal}>`
			: [name.given, name.particle, name.family, name.suffix].filter(part => part !== undefined).join(" "),
	);
}

/** Codes and lines of the problems. */
export function problems(text: string): readonly (readonly [string, number])[] {
	return read(text).problems.map(({ code, line }) => [code, line]);
}
