// Every bibliography of the samples, whatever its encoding, its line ends and its faults: papers are added to it and
// nothing else changes. The samples lie beside the repository; without them there is nothing to test.
import assert from "node:assert/strict";
import { addToBibliography, parseBibliography } from "../../../src/core/bibliography/bibliography";
import type { Paper, TextEdit } from "../../../src/core/paper";
import { samplePapers } from "../../samplePapers";
import { filesIn, read } from "./sampleFiles";
import { apply, paper } from "./fixtures";

const others: readonly Paper[] = [
	paper({
		id: "doi:10.1234/maps.1",
		title: "Maps of the {N}orth: 50% of $x^2$ & “Łódź” #1",
		authors: [
			{ family: "Berg", given: "Jan", particle: "van den", suffix: "Jr." },
			{ literal: "The Map and Chart Team" },
		],
		issued: { year: 2021, month: 3 },
		type: "article-journal",
		venue: "Journal of Maps & Charts",
		volume: "12",
		issue: "3",
		pages: "45-67",
		doi: "10.1234/maps.1",
	}),
	paper({
		id: "title:oven",
		title: "Zwölf Öfen",
		authors: [{ family: "Zürn", given: "Ä." }],
		issued: { year: 1999 },
		type: "book",
		venue: "Oven Press",
	}),
];

const papers = [...samplePapers().slice(0, 1), ...others];

function pick({ title, authors, issued, volume, issue, pages, arxiv, doi }: Paper) {
	return { title, authors, year: issued?.year, month: issued?.month, volume, issue, pages, arxiv, doi };
}

/** Takes insertions out again. */
function withoutInsertions(now: string, edits: readonly TextEdit[]): string {
	let result = "";
	let at = 0;
	let shift = 0;
	for (const { start, text } of edits) {
		result += now.slice(at, start + shift);
		assert.equal(now.slice(start + shift, start + shift + text.length), text);
		shift += text.length;
		at = start + shift;
	}
	return result + now.slice(at);
}

suite("three papers are added to every bibliography of the samples", () => {
	const files = filesIn(/\.bib$|^references\.yaml$|^manual-references\.json$|^csl_better.*\.json$/);
	for (const { path, name } of files) {
		test(name, () => {
			const text = read(path);
			const before = parseBibliography(text, name).entries;
			const { edits, keys } = addToBibliography(text, name, papers);
			// Insertions in order: what is left without them is the file.
			assert.ok(edits.length > 0 && edits.every(({ start, end }) => start === end));
			assert.ok(edits.every(({ start }, i) => i === 0 || start > (edits[i - 1]?.start ?? 0)));
			const now = apply(text, edits);
			assert.equal(withoutInsertions(now, edits), text);
			if (/\r\n/.test(text) && !/[^\r]\n/.test(text)) assert.ok(!/[^\r]\n/.test(now));

			const after = parseBibliography(now, name).entries;
			const isNew = new Set(keys.filter(key => !before.some(entry => entry.key === key)));
			assert.equal(isNew.size, 3, "each gets a key that is not there");
			assert.deepEqual(
				after.filter(({ key }) => !isNew.has(key)).map(({ key, paper }) => [key, paper]),
				before.map(({ key, paper }) => [key, paper]),
			);
			for (const [i, one] of papers.entries()) {
				const entry = after.find(({ key }) => key === keys[i]);
				assert.ok(entry, keys[i]);
				assert.equal(now.slice(entry.keyRange.start, entry.keyRange.end), keys[i]);
				const expected = pick(one);
				const found = pick(entry.paper);
				if (name.endsWith(".yaml")) assert.deepEqual([found.year, found.doi], [expected.year, expected.doi]);
				else assert.deepEqual(found, expected);
			}
			assert.deepEqual(addToBibliography(now, name, papers), { edits: [], keys });
		});
	}
});
