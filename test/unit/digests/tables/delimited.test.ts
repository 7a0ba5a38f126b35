// Tables of values as reference managers, catalogues and spreadsheets write them, and as people damage them.

import assert from "node:assert/strict";
import { readDigest, type DigestReading } from "../../../../src/core/digests/read";
import { paperOf, read } from "../reading";
import { assertLinear } from "../../linear";

const codes = ({ problems }: DigestReading): string[] =>
	problems.map(({ code }) => code).filter(code => code !== "column-taken");
const taken = ({ problems }: DigestReading): (readonly string[])[] =>
	problems.filter(({ code }) => code === "column-taken").map(({ args }) => args);

suite("A table of values", () => {
	test("of Zotero: quoted line breaks and quotation marks, types, tags", () => {
		const reading = read(
			'"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Manual Tags","Automatic Tags"\r\n' +
				'"A1","journalArticle","2023","Lee, Ann; van Dijk, Bo","On <i>Things</i>","J. Things","10.1000/ABC.1","https://example.org/a","We look at things\r\nand find ""them"".","2023-05-01","bones; things","X-ray"\r\n' +
				'"A2","conferencePaper","2021","Chen, Cy","Second","","","","Text.","2021","",""\r\n',
			"export.csv",
		);
		assert.equal(reading.format, "csv");
		const first = paperOf(reading, 0);
		assert.deepEqual(
			[first.title, first.abstract, first.doi, first.venue, first.type, first.issued, first.keywords],
			[
				"On Things",
				'We look at things and find "them".',
				"10.1000/ABC.1",
				"J. Things",
				"article-journal",
				{ year: 2023, month: 5, day: 1 },
				["bones", "things", "X-ray"],
			],
		);
		assert.deepEqual(first.authors, [
			{ family: "Lee", given: "Ann" },
			{ family: "Dijk", given: "Bo", particle: "van" },
		]);
		assert.equal(paperOf(reading, 1).type, "paper-conference");
		assert.deepEqual(taken(reading).slice(0, 2), [
			["Title", "title"],
			["Abstract Note", "abstract"],
		]);
	});

	test("of Scopus: a byte order mark, full names with identifiers before short ones", () => {
		const reading = read(
			'\ufeffAuthors,Author full names,Title,Year,Source title,DOI,Link,Abstract,Author Keywords\n"Lee A.B.; van Dijk C.","Lee, Ann B. (57201234567); van Dijk, Cees (57201234568)","Bone things, studied",2022,Bone,10.1016/j.bone.1,https://www.scopus.com/x,"Bones, hard.",bone; thing\n',
		);
		assert.deepEqual(paperOf(reading, 0).authors, [
			{ family: "Lee", given: "Ann B." },
			{ family: "Dijk", given: "Cees", particle: "van" },
		]);
		assert.equal(paperOf(reading, 0).title, "Bone things, studied");
	});

	test("of Web of Science: tags for headers, apart by tabs", () => {
		const reading = read(
			"PT\tAU\tAF\tTI\tSO\tDE\tAB\tPY\tDI\tPM\nJ\tLee, A\tLee, Ann\tThe Title\tNATURE\tk1; k2\tAn abstract.\t2021\t10.1038/x1\t12345\n",
		);
		const paper = paperOf(reading, 0);
		assert.deepEqual(
			[reading.format, paper.title, paper.abstract, paper.pmid, paper.issued, paper.keywords, paper.authors],
			[
				"tsv",
				"The Title",
				"An abstract.",
				"12345",
				{ year: 2021 },
				["k1", "k2"],
				[{ family: "Lee", given: "Ann" }],
			],
		);
	});

	test("of PubMed: initials behind the names; no abstracts, no word about them", () => {
		const reading = read(
			'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,DOI\n"12345","A trial of it.","Lee A, van Dijk BC.","Lancet.","Lee A","Lancet",2019,"2020/01/03","PMC1","10.1016/S0140-6736(20)1"\n',
		);
		const paper = paperOf(reading, 0);
		assert.deepEqual(paper.authors, [
			{ family: "Lee", given: "A." },
			{ family: "Dijk", given: "B. C.", particle: "van" },
		]);
		assert.deepEqual([paper.issued, paper.pmid, codes(reading)], [{ year: 2019 }, "12345", []]);
	});

	test("of Dimensions: lines about the export come before the header", () => {
		const reading = read(
			'About the data: Exported on Jan 1\nRank,DOI,PMID,Title,Abstract,Source title,PubYear,Authors\n1,10.1/abcd,7,The Title,The text,J,2020,"Lee, Ann; Chen, Bo"\n',
		);
		assert.deepEqual([paperOf(reading, 0).title, codes(reading)], ["The Title", ["left-out"]]);
	});

	test("of a spreadsheet in German: `sep=;`, decimal commas, German headers", () => {
		const reading = read(
			"sep=;\nTitel;Autoren;Jahr;Zusammenfassung\nÜber Knochen;Müller, Jörg;2020;Wir untersuchen Knochen.\n",
		);
		assert.deepEqual(
			[reading.format, paperOf(reading, 0).title, paperOf(reading, 0).abstract],
			["csv", "Über Knochen", "Wir untersuchen Knochen."],
		);
	});

	test("apart by bars, and with line ends of every kind", () => {
		const reading = read("title|abstract|authors\r\nA b c|def|Ann Lee\nD e f|ghi|Bo Chen\rG|h|Cy Doe");
		assert.deepEqual(
			reading.papers.map(({ title }) => title),
			["A b c", "D e f", "G"],
		);
	});

	test("without a header: columns are told by what is in them, and by number in the report", () => {
		const text = "We propose a method and show results that hold in many cases of all kinds. ".repeat(5).trim();
		const rows = [1, 2, 3, 4, 5].map(
			i => `"Title number ${i} of some things","${text}",https://arxiv.org/abs/2401.0000${i}`,
		);
		const reading = read(rows.join("\n"));
		assert.deepEqual([reading.papers.length, paperOf(reading, 4).arxiv], [5, "2401.00005"]);
		assert.deepEqual(taken(reading), [
			["1", "title"],
			["2", "abstract"],
			["3", "address"],
		]);
	});

	test("of a data set for screening: lists of Python, labels", () => {
		const reading = read(
			"title,abstract,authors,keywords,label_included\n\"Some things\",\"A text.\",\"['Ann Lee', 'Bo Chen']\",\"['k1', 'k2']\",1\n",
		);
		const { authors, keywords } = paperOf(reading, 0);
		assert.deepEqual([authors.length, keywords], [2, ["k1", "k2"]]);
	});
});

suite("A damaged table of values", function () {
	this.timeout(30_000);

	test("names a row without a title, and says nothing of empty rows", () => {
		const reading = read('title,abstract\nA title,Text.\n,"No title, here."\n,\n\nB title,Text.\n');
		assert.deepEqual(
			reading.problems.filter(({ code }) => code === "record-untitled").map(({ line }) => line),
			[3],
		);
		assert.equal(reading.papers.length, 2);
	});

	test("loses no row below an open quotation mark", () => {
		for (const rest of ['Title 1 of,"text, 1"\nTitle 2 of,"text, 2"\n', "Title 1 of,text 1\nTitle 2 of,text 2\n"]) {
			const reading = read(`title,abstract\nOne of them,"an abstract\n${rest}`);
			assert.deepEqual(
				reading.papers.map(({ title, abstract }) => [title, abstract.slice(0, 4)]),
				[
					["One of them", "an a"],
					["Title 1 of", "text"],
					["Title 2 of", "text"],
				],
			);
			assert.deepEqual(codes(reading), ["quote-open"]);
		}
	});

	test("tells a row with more cells than columns", () => {
		assert.deepEqual(codes(read("title,abstract,year\nA title,Text, with a comma,2020\nB title,Text,2020\n")), [
			"row-uneven",
		]);
	});

	test("of Embase has the journal, the date and the DOI within other columns", () => {
		const reading = read(
			`Title,Author Names,Source,Abstract,keywords,Open URL Link\nA Study of Bones,"Lee A., van Dijk B.C.",Bone Letters (2014) 3:3 (152-160). Date of Publication: 5 Jan 2014,We look at bones.,"bone (diagnosis, surgery), human",http://resolver.example.org/u?sid=EMBASE&id=doi:10.1000%2Fbones.1&atitle=A+Study\n`,
			"x.csv",
		);
		assert.deepEqual(
			reading.papers.map(({ doi, venue, issued, keywords }) => [doi, venue, issued, keywords]),
			[
				[
					"10.1000/bones.1",
					"Bone Letters",
					{ year: 2014, month: 1, day: 5 },
					["bone (diagnosis, surgery)", "human"],
				],
			],
		);
	});

	test("that holds other things is told so, once", () => {
		for (const text of [
			"a,b,c\n1,2,3\n4,5,6\n7,8,9\n10,11,12\n",
			"name,price,qty\nScrew,2.5,100\nNail,1.1,20\nBolt,9,3\nNut,1,1\n",
		]) {
			const reading = read(text, "x.csv");
			assert.deepEqual([reading.papers, reading.problems[0]?.code], [[], "no-list-of-papers"]);
		}
	});

	test("of 10,000 rows is read in linear time, each row at its place", () => {
		const row = (i: number): string =>
			`"Title ${i} of things","An abstract ${"of some words ".repeat(40)}","Lee, Ann; Chen, Bo",10.1000/${i}`;
		assertLinear(count => {
			const rows = Array.from({ length: count }, (_, i) => row(i));
			const reading = read(`title,abstract,authors,doi\n${rows.join("\n")}\n,"none",,\n`);
			assert.deepEqual([reading.papers.length, reading.problems.at(-1)?.line], [count, count + 2]);
		}, 10_000);
	});

	test("with thousands of open quotation marks is read in linear time", () => {
		assertLinear(count => {
			const text = `title,abstract\n${'One "of,"them\n'.repeat(count)}`;
			readDigest(new TextEncoder().encode(text), "x.csv");
		}, 20_000);
	});
});
