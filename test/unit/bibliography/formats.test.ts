// Bibliographies in CSL-JSON, CSL-YAML and Hayagriva: read with their places, and added to in their own layout.
import assert from "node:assert/strict";
import fc from "fast-check";
import { addToBibliography, parseBibliography, type AddOptions } from "../../../src/core/bibliography/bibliography";
import type { Paper } from "../../../src/core/paper";
import { samplePapers } from "../../samplePapers";
import { apply, paper } from "./fixtures";

const maps = paper({
	title: "Maps: a #1 study",
	authors: [{ family: "Lee", given: "Ann" }],
	issued: { year: 2020, month: 5 },
	type: "article-journal",
	venue: "J. Maps",
	volume: "12",
	pages: "1-9",
	doi: "10.1/x",
});

function added(text: string, name: string, papers: readonly Paper[] = [maps], options: AddOptions = {}): string {
	return apply(text, addToBibliography(text, name, papers, options).edits);
}

const compact =
	'"id":"lee2020maps","type":"article-journal","title":"Maps: a #1 study","author":[{"family":"Lee","given":"Ann"}],"issued":{"date-parts":[[2020,5]]},"container-title":"J. Maps","volume":"12","page":"1-9","DOI":"10.1/x"';

suite("an item is added", () => {
	const rows: readonly (readonly [string, string, string, string])[] = [
		[
			"to a list on one line",
			"a.json",
			'[{"id":"a","title":"A","n":[1,2]}]',
			`[{"id":"a","title":"A","n":[1,2]},{${compact}}]`,
		],
		["to an empty list on one line", "a.json", "[]\n", ""],
		[
			"to a map",
			"a.json",
			'{"a":{"id":"a","title":"A","n":[1,2]}}',
			`{"a":{"id":"a","title":"A","n":[1,2]},"lee2020maps":{${compact}}}`,
		],
		[
			"in the order of ids, indented with tabs",
			"a.json",
			'{"references": [\n\t{\n\t\t"id": "a",\n\t\t"title": "A"\n\t},\n\t{\n\t\t"id": "b"\n\t},\n\t{\n\t\t"id": "z",\n\t\t"x": [{"a": 1}]\n\t}\n]}',
			'{"references": [\n\t{\n\t\t"id": "a",\n\t\t"title": "A"\n\t},\n\t{\n\t\t"id": "b"\n\t},\n\t{\n\t\t"id": "lee2020maps",\n\t\t"type": "article-journal",\n\t\t"title": "Maps: a #1 study",\n\t\t"author": [{"family": "Lee", "given": "Ann"}],\n\t\t"issued": {"date-parts": [[2020, 5]]},\n\t\t"container-title": "J. Maps",\n\t\t"volume": "12",\n\t\t"page": "1-9",\n\t\t"DOI": "10.1/x"\n\t},\n\t{\n\t\t"id": "z",\n\t\t"x": [{"a": 1}]\n\t}\n]}',
		],
		[
			"to CSL-YAML, behind a comment",
			"a.yaml",
			"---\nreferences:\n- id: a # one\n  title: A # last\n# end\n...\n",
			'---\nreferences:\n- id: a # one\n  title: A # last\n- id: lee2020maps\n  type: article-journal\n  title: "Maps: a #1 study"\n  author:\n  - family: Lee\n    given: Ann\n  issued:\n    date-parts: [ [ 2020, 5 ] ]\n  container-title: J. Maps\n  volume: "12"\n  page: 1-9\n  DOI: 10.1/x\n# end\n...\n',
		],
		[
			"to the header of a document",
			"a.md",
			"---\ntitle: T\nreferences:\n  - id: a\n    issued: 2019\n    title: 'A'\n    type: 'b'\nlang: en\n---\n\n# Text\n- id: no\n",
			"---\ntitle: T\nreferences:\n  - id: a\n    issued: 2019\n    title: 'A'\n    type: 'b'\n  - id: 'lee2020maps'\n    issued: '2020-05'\n    title: 'Maps: a #1 study'\n    type: 'article-journal'\n    author:\n    - family: 'Lee'\n      given: 'Ann'\n    container-title: 'J. Maps'\n    volume: '12'\n    page: '1-9'\n    DOI: '10.1/x'\nlang: en\n---\n\n# Text\n- id: no\n",
		],
		[
			"to Hayagriva, with four blanks and a blank line between",
			"a.yml",
			"a:\n    type: book\n    title: A\n\nzeta:\n    type: book\n    title: Z\n",
			'a:\n    type: book\n    title: A\n\nzeta:\n    type: book\n    title: Z\n\nlee2020maps:\n    type: article\n    title: "Maps: a #1 study"\n    author:\n        - Lee, Ann\n    date: 2020-05\n    page-range: 1-9\n    serial-number:\n        doi: 10.1/x\n    parent:\n        type: periodical\n        title: J. Maps\n        volume: "12"\n',
		],
	];
	for (const [name, file, text, expected] of rows) {
		test(name, () => {
			const now = added(text, file);
			if (expected !== "") assert.equal(now, expected);
			const entry = parseBibliography(now, file).entries.find(({ key }) => key === "lee2020maps");
			assert.ok(entry);
			assert.deepEqual(
				[entry.paper.title, entry.paper.venue, entry.paper.volume],
				[maps.title, maps.venue, maps.volume],
			);
			const windows = text.replace(/\n/g, "\r\n");
			const there = added(windows, file);
			if (text.includes("\n")) assert.ok(!/[^\r]\n/.test(there));
			assert.deepEqual(
				parseBibliography(there, file).entries.map(({ key }) => key),
				parseBibliography(now, file).entries.map(({ key }) => key),
			);
		});
	}
	test("to an empty file, whose name or dialect tells the format", () => {
		assert.match(added("", "a.json"), /^\[\n {2}\{\n {4}"id": "lee2020maps",[^]*\n {2}\}\n\]\n$/);
		assert.match(added("", "a.yaml"), /^references:\n- id: lee2020maps\n {2}type: article-journal\n/);
		assert.match(added("", "a.yml"), /^lee2020maps:\n {2}type: article\n/);
		assert.match(added("", "a.yaml", [maps], { dialect: "hayagriva" }), /^lee2020maps:\n/);
		assert.match(added("", "a.yml", [maps], { dialect: "csl-yaml" }), /^references:\n/);
		assert.match(
			added("---\ntitle: T\n---\nText\n", "a.md"),
			/^---\ntitle: T\nreferences:\n- id: lee2020maps\n[^]*\n---\nText\n$/,
		);
	});
	test("with escapes for letters that the file does not hold", () => {
		const lodz = paper({ title: "Łódź" });
		assert.match(added("[]", "a.json", [lodz], { letters: "latin1" }), /"title": "\\u0141ód\\u017a"/);
		const yaml = added("", "a.yaml", [lodz], { letters: "ascii" });
		assert.match(yaml, /title: "\\u0141\\u00f3d\\u017a"/);
		assert.equal(parseBibliography(yaml, "a.yaml").entries[0]?.paper.title, "Łódź");
	});
});

suite("a damaged bibliography", () => {
	test("in JSON says where, and all else is read", () => {
		const text =
			'[\n  {"id": "a", "title": "A"},\n  {"id": "b", "title": },\n  {"title": "C"},\n  {"id": "d", "title": "D"}\n';
		const { entries, problems } = parseBibliography(text, "a.json");
		assert.deepEqual(
			entries.map(({ key }) => key),
			["a", "d"],
		);
		assert.deepEqual(
			problems.map(({ code, line }) => [code, line]),
			[
				["record-not-json", 1],
				["record-damaged", 3],
				["bib-no-id", 4],
			],
		);
	});
	test("in YAML says where, and all else is read", () => {
		const text = "a:\n  type: book\n  title: A\nb:\n  type: book\n  title: [x\nc:\n  type: book\n  title: C\n";
		const { entries, problems } = parseBibliography(text, "a.yml");
		assert.deepEqual(
			entries.map(({ key }) => key),
			["a", "c"],
		);
		assert.deepEqual(
			problems.map(({ code }) => code),
			["record-damaged"],
		);
		assert.ok((problems[0]?.line ?? 0) >= 4 && (problems[0]?.line ?? 9) <= 6);
	});
	test("has ids twice", () => {
		const { problems } = parseBibliography('[{"id": "a", "title": "A"},\n{"id": "a", "title": "B"}]', "a.json");
		assert.deepEqual(
			problems.map(({ code, line, args }) => [code, line, args]),
			[["bib-duplicate-id", 2, ["a", "1"]]],
		);
	});
	test("that is no list gets nothing", () => {
		for (const [text, name] of [
			['{"id": "a", "title": "x"}', "a.json"],
			["hello", "a.json"],
		] as const) {
			assert.deepEqual(addToBibliography(text, name, [maps]).edits, []);
			assert.ok(parseBibliography(text, name).problems.some(({ severity }) => severity === "error"));
		}
	});
	test("never throws", () => {
		const pieces = fc.array(
			fc.constantFrom(
				"{",
				"}",
				"[",
				"]",
				'"id"',
				":",
				'"a"',
				",",
				"\n",
				"- id: a\n",
				"a:\n",
				"  type: book\n",
				"  title: 'x",
				'"',
				"#",
				"---\n",
				"references:\n",
				"&a",
				"*a",
				"|\n",
				"\t",
				"é",
			),
			{ maxLength: 25 },
		);
		fc.assert(
			fc.property(pieces, fc.constantFrom("a.json", "a.yaml", "a.yml", "a.md"), (parts, name) => {
				const text = parts.join("");
				const { entries } = parseBibliography(text, name);
				for (const { range, keyRange } of entries) {
					assert.ok(range.start <= keyRange.start && keyRange.end <= range.end && range.end <= text.length);
				}
				assert.ok(addToBibliography(text, name, [maps]).edits.every(({ start, end }) => start === end));
			}),
			{ numRuns: 500 },
		);
	});
});

suite("the papers of the sample shelf come back", () => {
	for (const name of ["a.json", "a.yaml", "a.yml"]) {
		test(`from ${name}`, () => {
			const papers = samplePapers();
			const { edits, keys } = addToBibliography("", name, papers);
			const text = apply("", edits);
			const { entries, problems } = parseBibliography(text, name);
			assert.deepEqual(problems, []);
			const pick = ({ id, title, authors, arxiv, doi, url, issued, type, venue }: Paper) => {
				const plain = name === "a.yml" ? title.replace(/\$[^$]*\$/g, "").replace(/[⁰-⁹₀-₉²³¹]/g, "") : title;
				return { id, title: plain, authors, arxiv, doi, url, issued, type, venue };
			};
			papers.forEach((one, i) => {
				const read = entries.find(({ key }) => key === keys[i]);
				assert.ok(read);
				assert.equal(text.slice(read.keyRange.start, read.keyRange.end), keys[i]);
				assert.deepEqual(pick(read.paper), pick(one));
			});
			assert.deepEqual(addToBibliography(text, name, papers), { edits: [], keys });
		});
	}
});
