// Volume, pages, publisher and the like, as the formats give them: each of these records says the same.
import assert from "node:assert/strict";
import { readDigest } from "../../../src/core/digests/read";
import { publicationFields } from "../../../src/core/digests/fields/publication";
import type { Paper, Publication } from "../../../src/core/paper";
import { mergeRecords } from "../../../src/core/works/merge";
import { paper } from "../bibliography/fixtures";

function publication(paper: Paper | undefined): Publication {
	assert.ok(paper);
	return Object.fromEntries(publicationFields.flatMap(field => (field in paper ? [[field, paper[field]]] : [])));
}

function read(text: string, name: string): Publication {
	return publication(readDigest(new TextEncoder().encode(text), name).papers[0]);
}

const article = { volume: "12", issue: "3", pages: "45-67", issn: "1234-5678" };
const chapter = {
	pages: "1-20",
	publisher: "Springer",
	place: "Cham",
	edition: "2",
	series: "LNCS",
	isbn: "978-3-16-148410-0",
	editors: [{ family: "Berg", given: "Jan", particle: "van den" }],
};

suite("a publication is read", () => {
	const rows: readonly (readonly [string, string, Publication])[] = [
		[
			"a.bib",
			"@article{a, title={T}, journal={J}, volume=12, number={3}, pages={45--67}, issn={1234-5678}}",
			article,
		],
		[
			"b.bib",
			"@article{a, title={T}, journaltitle={J}, volume=12, issue={3}, pages={45–67}, issn={1234-5678}}",
			article,
		],
		[
			"c.bib",
			"@incollection{a, title={T}, author={A, B}, booktitle={B}, pages={1--20}, publisher={Springer}, address={Cham}, edition={2}, series={LNCS}, isbn={978-3-16-148410-0}, editor={van den Berg, Jan}}",
			chapter,
		],
		["d.bib", "@phdthesis{a, title={T}, school={U}, address={Bonn}}", { place: "Bonn", genre: "PhD thesis" }],
		[
			"e.bib",
			"@techreport{a, title={T}, institution={U}, number={7}, type={Memo}}",
			{ number: "7", genre: "Memo" },
		],
		["f.bib", "@article{a, title={T}, journal={CoRR}, volume={abs/2401.01234}}", {}],
		[
			"a.json",
			'[{"type":"article-journal","title":"T","container-title":"J","volume":12,"issue":"3","page":"45–67","ISSN":"1234-5678"}]',
			article,
		],
		[
			"b.json",
			'[{"type":"chapter","title":"T","author":[{"family":"A"}],"container-title":"B","page":"1-20","publisher":"Springer","publisher-place":"Cham","edition":2,"collection-title":"LNCS","ISBN":"978-3-16-148410-0","editor":[{"family":"Berg","given":"Jan","non-dropping-particle":"van den"}]}]',
			chapter,
		],
		[
			"c.json",
			'{"message":{"items":[{"DOI":"10.1/a","title":["T"],"type":"journal-article","container-title":["J"],"volume":"12","issue":"3","page":"45-67","ISSN":["1234-5678","8765-4321"]}]}}',
			article,
		],
		[
			"a.ris",
			"TY  - JOUR\nTI  - T\nJF  - J\nVL  - 12\nIS  - 3\nSP  - 45\nEP  - 67\nSN  - 1234-5678\nER  - \n",
			article,
		],
		[
			"b.ris",
			"TY  - CHAP\nTI  - T\nAU  - A, B\nT2  - B\nT3  - LNCS\nA2  - van den Berg, Jan\nSP  - 1\nEP  - 20\nPB  - Springer\nCY  - Cham\nET  - 2\nSN  - 978-3-16-148410-0\nER  - \n",
			chapter,
		],
		[
			"a.nbib",
			"PMID- 12345678\nIS  - 1234-5678 (Electronic)\nVI  - 12\nIP  - 3\nTI  - T.\nPG  - 45-67\nJT  - J\n",
			article,
		],
		[
			"a.yml",
			"a:\n  type: article\n  title: T\n  page-range: 45-67\n  parent:\n    type: periodical\n    title: J\n    volume: 12\n    issue: 3\n    serial-number:\n      issn: 1234-5678\n",
			article,
		],
	];
	for (const [name, text, expected] of rows) {
		test(`${name}: ${text.slice(0, 60)}`, () => assert.deepEqual(read(text, name), expected));
	}
	test("and of several records the one whose venue counts gives it, with what others say of that venue", () => {
		const base = { title: "T", authors: [{ family: "A" }], doi: "10.1000/x" };
		const records = [
			paper({ ...base, venue: "arXiv", volume: "abs/1", arxiv: "2401.01234" }),
			paper({ ...base, venue: "Journal of Maps", volume: "12", type: "article-journal" }),
			paper({ ...base, venue: "journal of maps", pages: "45-67", type: "article-journal" }),
		];
		for (const order of [records, [...records].reverse()]) {
			const { volume, pages } = mergeRecords(order).fields;
			assert.deepEqual([volume, pages], ["12", "45-67"]);
		}
	});
});
