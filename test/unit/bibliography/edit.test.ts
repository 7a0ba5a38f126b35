// Entries that are there: brought up to a newer record, renamed, taken out, and told apart from their twins.
import assert from "node:assert/strict";
import {
	addToBibliography,
	entryText,
	findTwins,
	parseBibliography,
	removeEntry,
	renameKey,
	updateEntry,
	type UpdateOptions,
} from "../../../src/core/bibliography/bibliography";
import type { Paper } from "../../../src/core/paper";
import { apply, fixture, fixtureNames, paper, phikon } from "./fixtures";

const published: Paper = paper({
	title: "A better title",
	authors: [{ family: "Filiot", given: "Alexandre" }],
	issued: { year: 2025, month: 3 },
	type: "article-journal",
	venue: "Journal of Maps",
	volume: "12",
	issue: "3",
	pages: "45-67",
	arxiv: "2409.09173",
	doi: "10.1000/maps.1",
	url: "https://doi.org/10.1000/maps.1",
});

interface Row {
	readonly name: string;
	readonly file: string;
	readonly text: string;
	readonly after: string;
	readonly fields: readonly string[];
	readonly options?: UpdateOptions;
	readonly paper?: Paper;
}

const rows: readonly Row[] = [
	{
		name: "a preprint that was published gets its journal, and keeps its key, its title and its note",
		file: "a.bib",
		text: "@misc{old, % mine\n  title = {My {Title}},\n  author = {Filiot, A.},\n  year = 2024,\n  month = sep,\n  eprint = {2409.09173},\n  archivePrefix = {arXiv},\n  doi = {10.48550/arXiv.2409.09173},\n  note = {Read this}\n}\n",
		after: "@article{old, % mine\n  title = {My {Title}},\n  author = {Filiot, A.},\n  journal = {Journal of Maps},\n  year = 2025,\n  month = mar,\n  volume = {12},\n  number = {3},\n  pages = {45--67},\n  eprint = {2409.09173},\n  archivePrefix = {arXiv},\n  doi = {10.1000/maps.1},\n  url = {https://doi.org/10.1000/maps.1},\n  note = {Read this}\n}\n",
		fields: ["@", "journal", "volume", "number", "pages", "url", "year", "month", "doi"],
	},
	{
		name: "what says that it is a preprint goes",
		file: "a.bib",
		text: '@Article{old,\n\tAuthor = "Filiot, A.",\n\tTitle = "Maps",\n\tJournal = "arXiv preprint arXiv:2409.09173",\n\tYear = "2024",\n\tDay = 4\n}',
		after: '@Article{old,\n\tAuthor = "Filiot, A.",\n\tTitle = "Maps",\n\tJournal = "Journal of Maps",\n\tYear = "2025",\n\tMonth = mar,\n\tVolume = "12",\n\tNumber = "3",\n\tPages = "45--67",\n\tEprint = "2409.09173",\n\tArchivePrefix = "arXiv",\n\tDoi = "10.1000/maps.1",\n\tUrl = "https://doi.org/10.1000/maps.1"\n}',
		fields: [
			"Journal",
			"Year",
			"month",
			"volume",
			"number",
			"pages",
			"eprint",
			"archivePrefix",
			"doi",
			"url",
			"day",
		],
	},
	{
		name: "biblatex's names are used where they are",
		file: "a.bib",
		text: "@online{old, title = {Maps}, author = {Filiot, A.}, date = {2024-09}, eprint = {2409.09173}, eprinttype = {arXiv}, pubstate = {prepublished}}",
		after: "@article{old, title = {Maps}, author = {Filiot, A.}, journaltitle = {Journal of Maps}, date = {2025-03}, volume = {12}, number = {3}, pages = {45--67}, eprint = {2409.09173}, eprinttype = {arXiv}, doi = {10.1000/maps.1}, url = {https://doi.org/10.1000/maps.1}}",
		fields: ["@", "journaltitle", "date", "volume", "number", "pages", "doi", "url", "pubstate"],
	},
	{
		name: "of a published work only what is missing is added",
		file: "a.bib",
		text: "@article{old,\n  title = {Maps},\n  journal = {J. Maps},\n  year = {2024},\n  doi = {10.1000/maps.1},\n}\n",
		after: "@article{old,\n  author = {Filiot, Alexandre},\n  title = {Maps},\n  journal = {J. Maps},\n  year = {2024},\n  month = mar,\n  volume = {12},\n  number = {3},\n  pages = {45--67},\n  eprint = {2409.09173},\n  archivePrefix = {arXiv},\n  doi = {10.1000/maps.1},\n  url = {https://doi.org/10.1000/maps.1},\n}\n",
		fields: ["author", "month", "volume", "number", "pages", "eprint", "archivePrefix", "url"],
	},
	{
		name: "and what is asked for is replaced",
		file: "a.bib",
		text: "@article{old,\n  author = {Filiot, Alexandre},\n  title = {Maps},\n  journal = {Journal of Maps},\n  year = {2024},\n  doi = {10.1000/maps.1}\n}\n",
		after: "@article{old,\n  author = {Filiot, Alexandre},\n  title = {A better title},\n  journal = {Journal of Maps},\n  year = {2025},\n  doi = {10.1000/maps.1}\n}\n",
		fields: ["title", "year"],
		options: { replace: ["title", "year"] },
		paper: paper({
			...{ title: "A better title", type: "article-journal", venue: "Journal of Maps", doi: "10.1000/maps.1" },
			...{ authors: [{ family: "Filiot", given: "Alexandre" }], issued: { year: 2025 } },
		}),
	},
	{
		name: "an item of CSL-JSON",
		file: "a.json",
		text: '[\n  {\n    "id": "old",\n    "type": "article",\n    "title": "Maps",\n    "publisher": "arXiv",\n    "number": "arXiv:2409.09173",\n    "issued": {"date-parts": [[2024, 9]]},\n    "note": "mine"\n  }\n]\n',
		after: '[\n  {\n    "id": "old",\n    "type": "article-journal",\n    "title": "Maps",\n    "number": "arXiv:2409.09173",\n    "issued": {"date-parts": [[2025, 3]]},\n    "container-title": "Journal of Maps",\n    "volume": "12",\n    "issue": "3",\n    "page": "45-67",\n    "DOI": "10.1000/maps.1",\n    "URL": "https://doi.org/10.1000/maps.1",\n    "author": [{"family": "Filiot", "given": "Alexandre"}],\n    "note": "mine"\n  }\n]\n',
		fields: [],
	},
];

suite("an entry is brought up to a newer record", () => {
	for (const { name, file, text, after, fields, options, paper: newer = published } of rows) {
		test(name, () => {
			const { edits, changes } = updateEntry(text, file, { key: "old", paper: newer }, options);
			const now = apply(text, edits);
			if (file === "a.bib") {
				assert.equal(now, after);
				assert.deepEqual(changes.map(({ field }) => field).sort(), [...fields].sort());
			} else {
				assert.deepEqual(JSON.parse(now), JSON.parse(after));
				assert.match(now, /\n {4}"note": "mine"\n/);
			}
			assert.deepEqual(updateEntry(now, file, { key: "old", paper: newer }, options), { edits: [], changes: [] });
			const entry = parseBibliography(now, file).entries[0];
			assert.deepEqual(
				[entry?.key, entry?.paper.venue?.replace("J. ", "Journal of ")],
				["old", "Journal of Maps"],
			);
		});
	}
	test("in CSL-YAML and Hayagriva", () => {
		const csl =
			"# mine\nreferences:\n- id: old\n  type: article\n  title: Maps # of the north\n  publisher: arXiv\n  issued:\n    date-parts:\n    - - 2024\n  note: mine\n";
		const now = apply(csl, updateEntry(csl, "a.yaml", { key: "old", paper: published }).edits);
		const [entry] = parseBibliography(now, "a.yaml").entries;
		assert.deepEqual(
			[entry?.paper.venue, entry?.paper.issued, entry?.paper.title],
			["Journal of Maps", { year: 2025, month: 3 }, "Maps"],
		);
		assert.ok(
			now.startsWith("# mine\nreferences:\n- id: old\n  type: article-journal\n  title: Maps # of the north\n") &&
				now.includes("\n  note: mine"),
		);
		const typst =
			"old:\n  type: article\n  title: Maps\n  author: Filiot, Alexandre\n  date: 2024\n  parent:\n    type: repository\n    title: arXiv\n  note: mine\n";
		const later = apply(typst, updateEntry(typst, "a.yml", { key: "old", paper: published }).edits);
		const [read] = parseBibliography(later, "a.yml").entries;
		assert.deepEqual(
			[read?.paper.venue, read?.paper.volume, read?.paper.issued?.year, read?.paper.type],
			["Journal of Maps", "12", 2025, "article-journal"],
		);
		assert.ok(later.includes("\n  note: mine\n"));
	});
	test("and nothing happens without such an entry", () => {
		assert.deepEqual(updateEntry("@misc{a, title={x}}", "a.bib", { key: "b", paper: published }), {
			edits: [],
			changes: [],
		});
		assert.deepEqual(updateEntry("x", "a.ris", { key: "b", paper: published }), { edits: [], changes: [] });
	});
});

suite("an entry is taken out", () => {
	test("and what was added is gone as if it had never been there", () => {
		for (const name of fixtureNames.filter(one => one !== "broken.bib")) {
			const text = fixture(name);
			const { edits, keys } = addToBibliography(text, name, [phikon]);
			if (edits.length === 0) continue;
			const now = apply(text, edits);
			assert.equal(apply(now, removeEntry(now, name, keys[0] ?? "")), text, name);
		}
	});
	test("from lists and maps", () => {
		const json = '[\n  {"id": "a"},\n  {"id": "b"},\n  {"id": "c"}\n]';
		assert.equal(apply(json, removeEntry(json, "a.json", "a")), '[\n  {"id": "b"},\n  {"id": "c"}\n]');
		assert.equal(apply(json, removeEntry(json, "a.json", "b")), '[\n  {"id": "a"},\n  {"id": "c"}\n]');
		assert.equal(apply(json, removeEntry(json, "a.json", "c")), '[\n  {"id": "a"},\n  {"id": "b"}\n]');
		const yaml = "a:\n  type: book\n  title: A\nb:\n  type: book\n  title: B\n";
		assert.equal(apply(yaml, removeEntry(yaml, "a.yml", "a")), "b:\n  type: book\n  title: B\n");
		assert.equal(apply(yaml, removeEntry(yaml, "a.yml", "b")), "a:\n  type: book\n  title: A\n");
	});
});

suite("a key is renamed", () => {
	const rows: readonly (readonly [string, string, string])[] = [
		[
			"a.bib",
			"@misc{old, crossref = {old2}}\n@book{x, xdata = {a, old}, related = {old,old2}, title = {old}}",
			"@misc{new, crossref = {old2}}\n@book{x, xdata = {a, new}, related = {new,old2}, title = {old}}",
		],
		["a.json", '[{"title": "old", "id": "old"}]', '[{"title": "old", "id": "new"}]'],
		["a.yaml", "references:\n- title: old\n  id: old # x\n", "references:\n- title: old\n  id: new # x\n"],
		["a.yml", "old:\n  type: book\n  title: old\n", "new:\n  type: book\n  title: old\n"],
	];
	for (const [file, text, after] of rows) {
		test(file, () => assert.equal(apply(text, renameKey(text, file, "old", "new")), after));
	}
});

test("entries of one work are twins, whatever their keys", () => {
	const text =
		"@misc{a, title={Maps}, eprint={2409.09173}}\n@article{b, title={Maps of X}, author={A}, doi={10.1/x}}\n@misc{c, title={maps}, url={https://arxiv.org/abs/2409.09173v2}}\n@misc{d, title={Other}}";
	const twins = findTwins(parseBibliography(text, "a.bib").entries);
	assert.deepEqual(
		twins.map(group => group.map(({ key }) => key)),
		[["a", "c"]],
	);
	assert.equal(entryText(text, "d"), "@misc{d, title={Other}}");
	assert.equal(entryText(text, "e"), undefined);
});
