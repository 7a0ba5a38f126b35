// A bibliography that is edited: what an edit did not touch is not read again, and the answers are those of a reading
// of the whole.
import assert from "node:assert/strict";
import fc from "fast-check";
import { addToBibliography, parseBibliography } from "../../../src/core/bibliography/bibliography";
import { OpenBibliography } from "../../../src/core/bibliography/openBibliography";
import { samplePapers } from "../../samplePapers";
import { filesIn, read } from "./sampleFiles";
import { apply, fixture, fixtureNames, paper, phikon } from "./fixtures";

const papers = [phikon, paper({ title: "A new work", authors: [{ family: "Nobody" }], issued: { year: 2020 } })];

/** What an author types, and what an editor does to a file. */
const typed = fc.oneof(
	fc.constantFrom(
		...["{", "}", '"', "@", "%", ",", "=", "#", "\n", "\r\n", " ", "(", ")", "@misc{new,\n  title = {New}\n}\n"],
		...['@string{jm = "Maps"}\n', "@comment{", "crossref = {x},", "\n@article{cut, title = {", "% @book{hidden,\n"],
	),
	fc.string({ maxLength: 3 }),
);

interface Step {
	readonly at: number;
	readonly length: number;
	readonly text: string;
	/** So many entries are read in turns after the edit. */
	readonly read: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
	fc.record({
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		length: fc.oneof(fc.nat(3), fc.nat(400)),
		text: fc.oneof(fc.constant(""), typed),
		read: fc.nat(6),
	}),
	{ minLength: 1, maxLength: 4 },
);

function check(open: OpenBibliography, text: string, name: string): void {
	const fresh = parseBibliography(text, name);
	assert.deepEqual(open.entries, fresh.entries);
	assert.deepEqual(open.problems, fresh.problems);
	assert.deepEqual(open.addTo(papers), addToBibliography(text, name, papers));
}

function checkEdits(start: string, name: string, numRuns: number): void {
	fc.assert(
		fc.property(steps, edits => {
			let text = start;
			const open = new OpenBibliography(text, name);
			open.prepare(2);
			open.addTo(papers);
			for (const { at, length, text: added, read: count } of edits) {
				const from = Math.floor(at * text.length);
				text = text.slice(0, from) + added + text.slice(from + length);
				open.update(text);
				open.prepare(count);
				check(open, text, name);
			}
			open.update(start);
			check(open, start, name);
		}),
		{ numRuns, seed: 20261125 },
	);
}

suite("an edited bibliography is as one read anew", () => {
	for (const name of fixtureNames) test(name, () => checkEdits(fixture(name), name, 40));
	const small = filesIn(/\.bib$/).filter(({ size }) => size < 20_000);
	for (const { name, path } of small) test(name, () => checkEdits(read(path), name, 2));
	test("when papers are added one after another", () => {
		let text = "";
		const open = new OpenBibliography(text, "a.bib");
		for (const one of samplePapers()) {
			const { edits, keys } = open.addTo([one]);
			assert.deepEqual({ edits, keys }, addToBibliography(text, "a.bib", [one]));
			text = apply(text, edits);
			open.update(text);
			assert.equal(open.keyOf(one), keys[0]);
		}
		check(open, text, "a.bib");
	});
	test("when another entry of a work comes before the first one", () => {
		const later = "@misc{later, title = {Maps}, doi = {10.1/x}}\n";
		const open = new OpenBibliography(later, "a.bib");
		const work = paper({ title: "Maps", doi: "10.1/x" });
		assert.equal(open.keyOf(work), "later");
		open.update(`@misc{first, title = {Maps}, doi = {10.1/x}}\n${later}`);
		assert.equal(open.keyOf(work), "first");
		open.update(later);
		assert.equal(open.keyOf(work), "later");
	});
	test("in other formats too", () => {
		const open = new OpenBibliography("[]", "a.json");
		const { edits } = open.addTo([phikon]);
		open.update(apply("[]", edits));
		assert.deepEqual(
			open.entries.map(({ key }) => key),
			["filiot2024phikonv2"],
		);
		assert.equal(open.keyOf(phikon), "filiot2024phikonv2");
	});
});
