// What holds for every text: the checks never throw, marks lie in their texts, fixes apply, and what is checked again
// after an edit is what a fresh reading of everything finds.
import assert from "node:assert/strict";
import fc from "fast-check";
import { OpenBibliography } from "../../../src/core/bibliography/openBibliography";
import { checkProject, ProjectChecks } from "../../../src/core/checks/check";
import { fixAllEdits, fixEdits } from "../../../src/core/checks/fixes/fixes";
import type { CheckedProject } from "../../../src/core/checks/project";
import { distanceWithin } from "../../../src/core/bibliography/keys/near";
import { assertLinear, filled } from "../linear";

const pieces = [
	"@article{smith2020, author = {Smith, A. and Jones, B.}, title = {T}, journal = {J}, year = 2020, pages = {1-2}}\n",
	"@misc{Smith2020, title = {T}, doi = {https://doi.org/10.1000/x}, author = {Müller}}\n",
	"@inproceedings{c, crossref = {p}, author = {A}, title = {C}}\n",
	"@proceedings{p, title = {P}, year = 2001}\n",
	"@string{jj = {Journal}}\n",
	"@article{d, journal = jj, isbn = {123}}\n",
	"@xdata{x, year = 2000}\n@misc{e, xdata = {x}}\n",
	"% @misc{hidden, title = {H}}\n",
	...["@", "{", "}", '"', ",", "=", "crossref = {c}", "smith2020", "jj", "year = 20", " ", "\n", "{{", "@misc{"],
];
const citing = [
	"\\cite{smith2020}",
	"\\cite{smth2020,c}",
	"\\nocite{*}",
	"\\bibitem{own}",
	"@smith2020",
	"[@c; @q]",
	"{",
	"}",
	" ",
	"%",
];

function project(text: string, cited: string, bibliography: OpenBibliography): CheckedProject {
	const languageId = cited.length % 2 === 0 ? "latex" : "markdown";
	const manuscripts = [{ file: "m", source: { text: cited, languageId } }];
	return {
		...{ manuscripts, bibliographies: [{ file: "a.bib", bibliography }], isComplete: true },
		dialect: text.length % 3 === 0 ? "biblatex" : "bibtex",
	};
}

const edit = fc.record({
	at: fc.nat(),
	length: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(120)),
	piece: fc.constantFrom(...pieces, ""),
	cited: fc.constantFrom(...citing, ""),
});

suite("the checks", () => {
	test("after edits find what they find in the texts afresh", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
				fc.array(edit, { maxLength: 12 }),
				(start, edits) => {
					let text = start.join("");
					let cited = "";
					const open = new OpenBibliography(text, "a.bib");
					const checks = new ProjectChecks();
					checks.check(project(text, cited, open));
					for (const { at, length, piece, cited: more } of edits) {
						const from = at % (text.length + 1);
						text = text.slice(0, from) + piece + text.slice(from + length);
						cited += more;
						open.update(text);
						const again = checks.check(project(text, cited, open));
						const afresh = checkProject(project(text, cited, new OpenBibliography(text, "a.bib")));
						assert.deepEqual(again, afresh);
					}
				},
			),
			{ numRuns: 150, seed: 6 },
		);
	});

	test("mark places that are there, and their fixes can be applied", () => {
		const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 14 });
		const cited = fc.array(fc.constantFrom(...citing), { maxLength: 8 });
		fc.assert(
			fc.property(text, cited, (parts, keys) => {
				const all = project(parts.join(""), keys.join(""), new OpenBibliography(parts.join(""), "a.bib"));
				const lengths: Readonly<Record<string, number>> = {
					m: keys.join("").length,
					"a.bib": parts.join("").length,
				};
				const findings = checkProject(all);
				const isThere = ({ file, start, end }: { file: string; start: number; end: number }) =>
					0 <= start && start <= end && end <= (lengths[file] ?? -1);
				for (const { place, related, fixes } of findings) {
					for (const { file, range } of [place, ...related.map(each => each.place)])
						assert.ok(isThere({ file, ...range }));
					for (const fix of fixes) assert.ok(fixEdits(all, fix).every(isThere));
				}
				assert.ok(fixAllEdits(findings, "safe").every(isThere));
			}),
			{ numRuns: 300, seed: 7 },
		);
	});

	test("take time in proportion to a text that nests, repeats and breaks off", () => {
		const hostile: readonly ((size: number) => string)[] = [
			size => filled("@misc{", size),
			size => `@misc{k, author = {${filled("A, ", size)}}}`,
			size => `@misc{k, author = {${filled("A and ", size)}}}`,
			size => `@misc{k, isbn = {${filled("1 ", size)}}}`,
			size => `@misc{k, pages = {${filled("1-", size)}}}`,
			size => `@misc{k, doi = {${filled("10.1000/", size)}}}`,
			size => `@misc{k, date = {${filled("2000-", size)}}}`,
			size => `@misc{k, year = {${filled("a ", size)}2000}}`,
			size =>
				Array.from({ length: size / 40 }, (_, i) => `@misc{k${i}, crossref = {k${i + 1}}, title = {T}}`).join(
					"\n",
				),
			size =>
				Array.from({ length: size / 40 }, (_, i) => `@misc{k${i}, title = {The same title}, year = 2000}`).join(
					"\n",
				),
		];
		const cited = Array.from({ length: 100 }, (_, i) => `\\cite{x${i}}`).join(" ");
		for (const make of hostile) {
			const check = (size: number): void => {
				const text = make(size);
				checkProject(project(text, cited, new OpenBibliography(text, "a.bib")));
			};
			assertLinear(check, 40_000, make(80));
		}
	}).timeout(60_000);
});

suite("the distance of two words", () => {
	const rows: readonly (readonly [a: string, b: string, most: number, distance: number | undefined])[] = [
		["smith", "smith", 0, 0],
		["smith", "smth", 1, 1],
		["smith", "smiht", 1, 1],
		["smith", "smyth", 1, 1],
		["smith", "jones", 2, undefined],
		["", "ab", 2, 2],
	];
	for (const [a, b, most, distance] of rows) {
		test(`${a} ${b}: ${distance ?? "more"}`, () => assert.equal(distanceWithin(a, b, most), distance));
	}
});
