// What is written into a .bib file: the dialect, the types, the habits of its entries, the order that it is in.
import assert from "node:assert/strict";
import { addToBibliography, parseBibliography, type AddOptions } from "../../../src/core/bibliography/bibliography";
import type { Paper } from "../../../src/core/paper";
import { apply, paper } from "./fixtures";

function added(text: string, one: Paper, options: AddOptions = {}): string {
	return apply(text, addToBibliography(text, "a.bib", [one], options).edits);
}

const base = { title: "Maps", authors: [{ family: "Lee", given: "Ann" }], issued: { year: 2020, month: 5, day: 7 } };

/** The entry of a paper without author and title, on one line. */
function entry(one: Partial<Paper>, options: AddOptions = {}, text = ""): string {
	const now = added(text, paper({ ...base, ...one }), options);
	const found = parseBibliography(now, "a.bib").entries.at(-1);
	return now
		.slice(found?.range.start, found?.range.end)
		.replace(/\s+/g, " ")
		.replace(/lee2020maps, author = \{Lee, Ann\}, title = \{Maps\}, /, "");
}

suite("the entry of a paper", () => {
	const article = {
		type: "article-journal",
		venue: "J. Maps",
		volume: "12",
		issue: "3",
		pages: "1-9",
		issn: "1234-5678",
	};
	const chapter = {
		...{ type: "chapter", venue: "Atlas", publisher: "Oven", place: "Bonn", edition: "2", series: "LNCS" },
		...{ pages: "1-9", editors: [{ family: "Berg", given: "Jan", particle: "van den" }], isbn: "978-3-16" },
	};
	const preprint = { type: "article", venue: "arXiv", arxiv: "2005.00001", arxivClass: "cs.CL" };
	const rows: readonly (readonly [Partial<Paper>, string, string])[] = [
		[
			article,
			"@article{journal = {J. Maps}, year = {2020}, month = may, volume = {12}, number = {3}, pages = {1--9}, issn = {1234-5678} }",
			"@article{journaltitle = {J. Maps}, date = {2020-05-07}, volume = {12}, number = {3}, pages = {1--9}, issn = {1234-5678} }",
		],
		[
			chapter,
			"@incollection{booktitle = {Atlas}, editor = {van den Berg, Jan}, year = {2020}, month = may, series = {{LNCS}}, edition = {2}, pages = {1--9}, publisher = {Oven}, address = {Bonn}, isbn = {978-3-16} }".replace(
				"{{LNCS}}",
				"{LNCS}",
			),
			"@incollection{booktitle = {Atlas}, editor = {van den Berg, Jan}, date = {2020-05-07}, series = {LNCS}, edition = {2}, pages = {1--9}, publisher = {Oven}, location = {Bonn}, isbn = {978-3-16} }",
		],
		[
			preprint,
			"@misc{year = {2020}, month = may, eprint = {2005.00001}, archivePrefix = {arXiv}, primaryClass = {cs.CL} }",
			"@online{date = {2020-05-07}, eprint = {2005.00001}, eprinttype = {arXiv}, eprintclass = {cs.CL}, pubstate = {prepublished} }",
		],
		[
			{ type: "article", venue: "bioRxiv", doi: "10.1101/2020.01.01.123456" },
			"@misc{howpublished = {bioRxiv}, year = {2020}, month = may, doi = {10.1101/2020.01.01.123456} }",
			"@online{organization = {bioRxiv}, date = {2020-05-07}, doi = {10.1101/2020.01.01.123456}, pubstate = {prepublished} }",
		],
		[
			{ type: "paper-conference", venue: "Proc. Maps", pages: "e12" },
			"@inproceedings{booktitle = {Proc. Maps}, year = {2020}, month = may, pages = {e12} }",
			"@inproceedings{booktitle = {Proc. Maps}, date = {2020-05-07}, pages = {e12} }",
		],
		[
			{ type: "book", venue: "Oven", place: "Bonn" },
			"@book{publisher = {Oven}, year = {2020}, month = may, address = {Bonn} }",
			"@book{publisher = {Oven}, date = {2020-05-07}, location = {Bonn} }",
		],
		[
			{ type: "thesis", venue: "U Bonn" },
			"@phdthesis{school = {U Bonn}, year = {2020}, month = may }",
			"@thesis{institution = {U Bonn}, type = {phdthesis}, date = {2020-05-07} }",
		],
		[
			{ type: "thesis", venue: "U Bonn", genre: "Master's thesis" },
			"@mastersthesis{school = {U Bonn}, year = {2020}, month = may }",
			"@thesis{institution = {U Bonn}, type = {mathesis}, date = {2020-05-07} }",
		],
		[
			{ type: "report", venue: "Lab", number: "7" },
			"@techreport{institution = {Lab}, year = {2020}, month = may, number = {7} }",
			"@report{institution = {Lab}, type = {techreport}, date = {2020-05-07}, number = {7} }",
		],
		[
			{ type: "dataset", venue: "Zenodo", doi: "10.5281/zenodo.1" },
			"@misc{howpublished = {Zenodo}, year = {2020}, month = may, doi = {10.5281/zenodo.1} }",
			"@dataset{publisher = {Zenodo}, date = {2020-05-07}, doi = {10.5281/zenodo.1} }",
		],
		[{ type: "software" }, "@misc{year = {2020}, month = may }", "@software{date = {2020-05-07} }"],
		[
			{ type: "webpage", url: "https://a.org/?q=%7Bx" },
			"@misc{year = {2020}, month = may, url = {https://a.org/?q=%7Bx} }",
			"@online{date = {2020-05-07}, url = {https://a.org/?q=%7Bx} }",
		],
		[
			{ type: "article-magazine", venue: "Time", pmid: "123" },
			"@article{journal = {Time}, year = {2020}, month = may, pmid = {123} }",
			"@article{journaltitle = {Time}, entrysubtype = {magazine}, date = {2020-05-07}, eprint = {123}, eprinttype = {pubmed} }",
		],
	];
	for (const [one, bibtex, biblatex] of rows) {
		test(`${one.type ?? ""} ${one.genre ?? one.venue ?? ""}`, () => {
			assert.equal(entry(one), bibtex);
			assert.equal(entry(one, { dialect: "biblatex" }), biblatex);
		});
	}
	test("a book by its editors has no author", () => {
		const editors = [{ family: "Lee", given: "Ann" }];
		assert.match(entry({ type: "book", editors }), /^@book\{lee2020maps, editor = \{Lee, Ann\}, title/);
	});
	test("abstract and keywords are written when asked for, and fields are left out", () => {
		const one = { abstract: "We map.", keywords: ["maps", "north"], url: "https://a.org/" };
		assert.match(
			entry(one, { omit: ["url"] }),
			/month = may, abstract = \{We map\.\}, keywords = \{maps, north\} \}$/,
		);
		assert.equal(entry(one, { omit: ["abstract", "keywords", "month", "url"] }), "@misc{year = {2020} }");
	});
	test("letters that the encoding does not hold are LaTeX", () => {
		const text = "@misc{x,\n  title = {Łódź ü}\n}\n";
		const one = paper({ title: "Łódź für alle" });
		assert.match(added(text, one), /title = \{Łódź für alle\}/);
		assert.match(added(text, one, { letters: "latin1" }), /title = \{\{\\L\}ód\{\\'z\} für alle\}/);
		assert.match(
			added(text, one, { canEncode: char => char !== "ü" && char !== "ź" }),
			/title = \{Łód\{\\'z\} f\{\\"u\}r alle\}/,
		);
	});
});

suite("the habits of a file", () => {
	const rows: readonly (readonly [name: string, text: string, expected: RegExp])[] = [
		[
			"biblatex by its names",
			"@article{a,\n  journaltitle = {X},\n  date = {2001}\n}\n",
			/journaltitle = \{J\},\n {2}date = \{2020-05-07\}/,
		],
		[
			"biblatex with a year",
			"@online{a,\n  title = {X},\n  year = {2001},\n  eprinttype = {arxiv}\n}\n",
			/journaltitle = \{J\},\n {2}year = \{2020\},\n {2}month = may/,
		],
		["biblatex by JabRef's note", "@comment{jabref-meta: databaseType:biblatex;}\n", /journaltitle/],
		["months as numbers", "@misc{a,\n  year = {2001},\n  month = {4}\n}\n", /month = \{5\}/],
		["months by name", '@misc{a,\n  year = "2001",\n  month = "April"\n}\n', /month = "May"/],
		[
			"days",
			"@misc{a,\n  year = 2001,\n  month = apr,\n  day = 3\n}\n",
			/year = 2020,\n {2}month = may,\n {2}day = 7/,
		],
		["pages with one hyphen", "@article{a,\n  pages = {1-2},\n  title = {X}\n}\n", /pages = \{1-9\}/],
		[
			"titles in two pairs of braces",
			"@misc{a,\n  title = {{X y}}\n}\n@misc{b,\n  title = {{Z}}\n}\n",
			/title = \{\{Maps\}\}/,
		],
		[
			"year first, then title",
			"@misc{a,\n  year = {2001},\n  title = {X},\n  author = {A}\n}\n",
			/\{lee2020maps,\n {2}year = [^\n]*\n {2}month = [^\n]*\n {2}title = [^\n]*\n {2}author = /,
		],
		[
			"alphabetical",
			"@misc{a,\n  author = {A},\n  doi = {1},\n  title = {X},\n  year = {1}\n}\n@misc{b,\n  author = {A},\n  journal = {1},\n  title = {X},\n  url = {1}\n}\n",
			/author [^]*journal [^]*month [^]*pages [^]*title [^]*year [^]*\n\}\n$/,
		],
	];
	for (const [name, text, expected] of rows) {
		test(name, () => {
			const one = paper({ ...base, type: "article-journal", venue: "J", pages: "1-9" });
			assert.match(added(text, one), expected);
		});
	}
});

suite("the order of a file", () => {
	const file = (rows: readonly (readonly [key: string, author: string, year: number])[]): string =>
		rows
			.map(([key, author, year]) => `@misc{${key},\n  author = {${author}},\n  year = {${String(year)}}\n}\n`)
			.join("\n");
	const keysOf = (text: string): string[] =>
		parseBibliography(added(text, paper(base)), "a.bib").entries.map(({ key }) => key);
	const rows: readonly (readonly [string, string, string[]])[] = [
		[
			"by author",
			file([
				["x", "Adams", 2004],
				["q", "Brown", 2001],
				["z", "Kim", 2009],
				["k", "Moe", 2002],
				["d", "Zed", 2005],
			]),
			["x", "q", "z", "lee2020maps", "k", "d"],
		],
		[
			"by year, the newest first",
			file([
				["x", "Zed", 2024],
				["q", "Brown", 2021],
				["z", "Kim", 2019],
				["k", "Moe", 2019],
				["d", "Abel", 2005],
			]),
			["x", "q", "lee2020maps", "z", "k", "d"],
		],
		[
			"by year, the oldest first",
			file([
				["x", "Zed", 2004],
				["q", "Brown", 2011],
				["z", "Kim", 2019],
				["k", "Moe", 2021],
				["d", "Abel", 2025],
			]),
			["x", "q", "z", "lee2020maps", "k", "d"],
		],
		[
			"none",
			file([
				["x", "Zed", 2004],
				["q", "Brown", 2021],
				["z", "Kim", 2009],
				["k", "Moe", 2002],
				["d", "Abel", 2025],
			]),
			["x", "q", "z", "k", "d", "lee2020maps"],
		],
	];
	for (const [name, text, expected] of rows) test(name, () => assert.deepEqual(keysOf(text), expected));
	test("before JabRef's groups, also in a file without entries", () => {
		const text = "@comment{mine}\n\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n}\n";
		assert.match(added(text, paper(base)), /^@comment\{mine\}\n\n@misc\{[^]*\n\}\n\n@Comment\{jabref-meta/);
	});
});
