// Whatever the text, nothing throws, edits stay inside of it, and it is read in time linear in its length.
import assert from "node:assert/strict";
import fc from "fast-check";
import {
	addParts,
	changeForm,
	citationsIn,
	cursorAfter,
	formsAt,
	insertCitation,
	isCitable,
	moveKey,
	placeAt,
	removeKeys,
	sortKeys,
} from "../../../src/core/citations/citations";
import type { TextEdit } from "../../../src/core/paper";
import { apply } from "./marked";
import { assertLinear, filled } from "../linear";

const languages = ["latex", "markdown", "myst", "typst", "rst", "asciidoc", "org", "x"];

const pieces = [
	...Array.from("[]{}()<>@`$\\|%;,.:_*=~#&\"' \nab"),
	"\\cite{a}",
	"\\autocites[x]{a}{b}",
	"[@a; @b]",
	"@a",
	"{cite}`a`",
	":cite:p:`a,b`",
	"[a]_",
	"#cite(<a>)",
	"cite:[a, b]",
	"[cite:@a;@b]",
	"[[cite:&a]]",
	"\n\n",
	"\r\n",
	"```",
	"::\n\n   ",
	"\\newcommand{\\x}[1]{\\cite{#1}}",
	"\\x{a}",
	"#let x = [",
	"//",
	"/*",
];

function assertSound(text: string, edits: readonly TextEdit[]): void {
	let end = 0;
	for (const edit of edits) {
		assert.ok(end <= edit.start && edit.start <= edit.end && edit.end <= text.length);
		end = edit.end;
	}
}

suite("any text", () => {
	test("is read and edited without a throw, and edits are in order inside of it", () => {
		const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 30 });
		fc.assert(
			fc.property(noise, fc.nat(200), fc.constantFrom(...languages), (parts, offset, languageId) => {
				const text = parts.join("");
				const source = { text, languageId };
				const inserted = insertCitation(source, offset, ["new", "odd key"], { parts: [{ locator: "3" }] });
				assertSound(text, inserted);
				cursorAfter(source, inserted);
				placeAt(source, offset);
				for (const form of formsAt(source, offset)) assertSound(text, changeForm(source, offset, form));
				assertSound(text, removeKeys(source, offset, ["a"]));
				assertSound(text, removeKeys(source, offset, ["a", "b"]));
				assertSound(text, moveKey(source, offset, 1));
				assertSound(
					text,
					sortKeys(source, offset, (a, b) => b.localeCompare(a)),
				);
				assertSound(text, addParts(source, offset, { prefix: "see", locator: "7" }));
				insertCitation(source, offset, ["new"], { replace: true });
			}),
			{ numRuns: 800, seed: 3 },
		);
	}).timeout(30_000);

	test("keeps its citations when keys change places", () => {
		const noise = fc.array(fc.constantFrom(...pieces.slice(29, 41), " words ", ".\n\n"), { maxLength: 12 });
		fc.assert(
			fc.property(noise, fc.nat(100), fc.constantFrom(...languages), (parts, offset, languageId) => {
				const source = { text: parts.join(""), languageId };
				const keysOf = (text: string): string[] =>
					citationsIn({ ...source, text })
						.flatMap(({ keys }) => keys.map(({ key }) => key))
						.sort();
				const moved = apply(source.text, moveKey(source, offset, 1));
				assert.deepEqual(keysOf(moved), keysOf(source.text));
			}),
			{ numRuns: 400, seed: 3 },
		);
	});

	const hostile = [
		"[",
		"{",
		"@a[",
		"`",
		"$",
		"\\cite{",
		"\\cite[",
		"[cite:",
		":cite:`",
		"#cite(<a>,",
		"/*",
		"~a",
		"a:a:",
	];
	for (const languageId of languages) {
		test(`is read in linear time when it is hostile (${languageId})`, () => {
			for (const piece of hostile) {
				const read = (length: number): void => {
					const text = filled(piece, length);
					citationsIn({ text, languageId });
					isCitable({ text, languageId }, length >> 1);
				};
				assertLinear(read, 40_000, piece);
			}
		}).timeout(60_000);
	}
});
