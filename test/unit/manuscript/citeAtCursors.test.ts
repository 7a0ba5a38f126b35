// Citing at several cursors: marked texts, `|` for a cursor and `«…»` for words that give way.
import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { citeAtCursors } from "../../../src/core/manuscript/citeAtCursors";
import type { TextRange } from "../../../src/core/paper";
import { applied } from "../../../src/core/textEdits";

/** The text without its marks, and the places that they mark. */
function read(marked: string): { text: string; places: TextRange[] } {
	const places: TextRange[] = [];
	let text = "";
	let start = 0;
	for (const char of marked) {
		if (char === "|") places.push({ start: text.length, end: text.length });
		else if (char === "«") start = text.length;
		else if (char === "»") places.push({ start, end: text.length });
		else text += char;
	}
	return { text, places };
}

function cited(marked: string, languageId: string, keys: readonly string[] = ["k"]): string {
	const { text, places } = read(marked);
	const { edits, cursors } = citeAtCursors({ text, languageId }, places, keys, {});
	let result = applied(text, edits);
	for (const cursor of [...new Set(cursors)].sort((a, b) => b - a)) {
		result = `${result.slice(0, cursor)}|${result.slice(cursor)}`;
	}
	return result;
}

suite("citing at several cursors", () => {
	const table: readonly (readonly [name: string, language: string, marked: string, expected: string])[] = [
		["one", "markdown", "A word|.", "A word [@k]|."],
		["two", "markdown", "A word|.\n\nMore|.", "A word [@k]|.\n\nMore [@k]|."],
		["one in a citation", "latex", "A \\cite{a|}. More|.", "A \\cite{a, k}|. More~\\cite{k}|."],
		["two in one citation", "markdown", "See [@a|; @b|].", "See [@a; @k; @b]|."],
		["in place of words", "markdown", "A «deep learning» model.", "A [@k]| model."],
		["in place of words at the end", "markdown", "A word «hidden».", "A word [@k]|."],
		["in place of words, and at a cursor", "markdown", "A «word» x|.", "A [@k]| x [@k]|."],
	];
	for (const [name, language, marked, expected] of table) test(name, () => equal(cited(marked, language), expected));

	test("the edits never overlap, whatever the places", () => {
		const places = fc.array(fc.tuple(fc.nat(60), fc.nat(6)), { minLength: 1, maxLength: 4 });
		const text = "One [@a; see @b, p. 3] two @c and `code`, three.\n\n- four [@d]\n";
		fc.assert(
			fc.property(places, chosen => {
				const ranges = chosen.map(([start, length]) => ({
					start: Math.min(start, text.length),
					end: Math.min(start + length, text.length),
				}));
				const { edits } = citeAtCursors({ text, languageId: "markdown" }, ranges, ["k"], {});
				edits.forEach((edit, i) => ok(i === 0 || (edits[i - 1]?.end ?? 0) <= edit.start));
			}),
			{ seed: 3, numRuns: 500 },
		);
	});
});
