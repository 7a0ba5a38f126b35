// Reads a value written as JSON, for tests.

import assert from "node:assert/strict";
import { readDigest, type DigestReading } from "../../../../src/core/digests/read";
import type { Paper } from "../../../../src/core/paper";

export function readText(text: string, name = "x.json"): DigestReading {
	return readDigest(new TextEncoder().encode(text), name);
}

export function readValue(value: unknown): DigestReading {
	return readText(JSON.stringify(value, undefined, 1));
}

/** The only paper of a value, which must be of this format. */
export function onlyPaper(format: string, value: unknown): Paper {
	const reading = readValue(value);
	assert.equal(reading.format, format);
	assert.equal(reading.papers.length, 1, JSON.stringify(reading));
	const [paper] = reading.papers;
	assert.ok(paper);
	return paper;
}

/** The names of authors, family name last. */
export function names({ authors }: Paper): readonly string[] {
	return authors.map(name =>
		"literal" in name
			? `{${name.literal}}`
			: [name.given, name.particle, name.family, name.suffix].filter(Boolean).join(" "),
	);
}
