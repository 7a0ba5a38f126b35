// Every place in a manuscript that names a key: citations, lists of works that are not cited, and references that the
// manuscript holds itself.

import { citationsIn, type Citation, type Source } from "../citations/citations";
import { listedKeys } from "../citations/cited";
import type { TextRange } from "../paper";
import { readSource } from "../project/read/read";
import type { InlineReferences } from "../project/reading";
import { remembered } from "./remembered";

export interface Mention {
	readonly key: string;
	/** The key alone, as the text has it. */
	readonly range: TextRange;
	/** `defined` is the reference itself: `\bibitem{key}`, an entry of `filecontents`, an item of a list in YAML. */
	readonly kind: "cited" | "listed" | "defined";
}

/** A text with the citations in it. */
export interface Cited {
	readonly source: Source;
	readonly citations: readonly Citation[];
}

/** The places of keys in a manuscript, in order. */
export const mentionsOf = remembered(({ citations }: Cited) => citations, makeMentions);

/** The same of a text that was not read yet. */
export function mentionsIn(source: Source): readonly Mention[] {
	return makeMentions({ source, citations: citationsIn(source) });
}

function makeMentions({ source, citations }: Cited): readonly Mention[] {
	const cited = citations.flatMap(({ keys }) =>
		keys.map(({ key, range }): Mention => ({ key, range, kind: "cited" })),
	);
	const listed = listedKeys(source).map((listed): Mention => ({ ...listed, kind: "listed" }));
	return [...cited, ...listed.filter(({ key }) => key !== "*"), ...definitionsIn(source)].sort(
		(a, b) => a.range.start - b.range.start,
	);
}

/** Where the references stand that a manuscript holds itself. */
export function definitionsIn(source: Source): Mention[] {
	return readSource(source).inline.flatMap(inline => keysIn(source.text, inline));
}

const patterns: Readonly<Record<InlineReferences["kind"], RegExp>> = {
	thebibliography: /\\bibitem\s*(?:\[[^\]]{0,1000}\])?\s*\{([^{}]+)\}/g,
	filecontents: /@\w+\s*[{(]\s*([^\s,{}=]+)\s*,/g,
	references: /(?<![\w-])(["']?)id\1\s*:\s*["']?([^\s"',]+)/g,
	notebook: /"id"\s*:\s*"((?:[^"\\]|\\.)+)"/g,
};

function keysIn(text: string, { kind, range }: InlineReferences): Mention[] {
	// Of `thebibliography` the range is its beginning.
	const end = kind === "thebibliography" ? text.indexOf("\\end{thebibliography}", range.end) : range.end;
	const part = text.slice(range.start, end < 0 ? text.length : end);
	return Array.from(part.matchAll(patterns[kind])).flatMap(match => {
		const written = match.at(-1) ?? "";
		const key = written.trim();
		if (key === "" || isComment(kind, part, match.index)) return [];
		const start = range.start + match.index + match[0].lastIndexOf(written) + written.indexOf(key);
		return [{ key, range: { start, end: start + key.length }, kind: "defined" as const }];
	});
}

/** Whether LaTeX passes over the rest of the line. */
function isComment(kind: InlineReferences["kind"], text: string, at: number): boolean {
	if (kind !== "thebibliography") return false;
	const line = text.slice(Math.max(text.lastIndexOf("\n", at), at - 1000) + 1, at);
	return /(?:^|[^\\])(?:\\\\)*%/.test(line);
}
