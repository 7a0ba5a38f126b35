// Letters beyond ASCII in a file for classic BibTeX, which takes each of their bytes for a letter: it sorts them wrongly
// and cuts them apart for initials and labels. Source: Tame the BeaST, section 5.3.

import { encodeLatex } from "../../text/latex";
import type { TextEdit } from "../../paper";
import type { LocalFinding } from "../finding";
import type { Field } from "./field";

/** Fields that no style sorts or shortens, and those that are set as they are. */
const unread =
	/^(?:abstract.*|keywords?|file|anno.*|review|note|url|doi|eprint|pages|timestamp|owner|comment|bdsk-.*|date-.*)$/;

const foreign = /[^\0-\x7f]+/g;

/** One finding for an entry, at the first such letter. */
export function checkLetters(text: string, fields: readonly Field[]): readonly LocalFinding[] {
	const edits: TextEdit[] = [];
	let first: { readonly sign: string; readonly start: number } | undefined;
	for (const { name, literal } of fields) {
		if (!literal || unread.test(name)) continue;
		for (const { 0: run, index } of text.slice(literal.start, literal.end).matchAll(foreign)) {
			const start = literal.start + index;
			first ??= { sign: run, start };
			const written = encodeLatex(run.normalize("NFC"));
			if (written !== run) edits.push({ start, end: start + run.length, text: written });
		}
	}
	if (!first) return [];
	const range = { start: first.start, end: first.start + first.sign.length };
	const finding = { code: "non-ascii", message: "non-ascii", args: [first.sign], range } as const;
	return [
		edits.length === 0 ? finding : { ...finding, fix: { message: "fix-letters", args: [], edits, isSafe: true } },
	];
}
