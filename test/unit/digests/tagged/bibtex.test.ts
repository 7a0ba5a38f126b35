// BibTeX and BibLaTeX as digests, in the dialects of their exporters.

import assert from "node:assert/strict";
import { addToBibliography, parseBibliography } from "../../../../src/core/bibliography/bibliography";
import { only, read, shown } from "./read";

suite("BibTeX as a digest", () => {
	test("is read field by field", () => {
		const paper = only(`@string{jot = "Journal of Things"}
@article{lee2020,
  author = {Lee, Ann and {van der} Berg, Jan and {Things Consortium} and others},
  title = "The {\\"U}ber-graph of $K_n$ \\& its <i>kin</i>",
  journal = jot, year = 2020, month = "5~" # mar,
  abstract = {First \\emph{paragraph} with x {$<$} 5.

Second one: {\\textless}b{\\textgreater}bold{\\textless}/b{\\textgreater}, see \\url{https://github.com/lab/code}.},
  keywords = {Aged, 80 and over; maps},
  doi = {https://doi.org/10.1000/JOT.1},
  url = {https://example.org/a\\_b.pdf},
  eprint = {2001.01234v2}, archivePrefix = {arXiv}, primaryClass = {math.CO},
  pmid = {12345678},
  file = {:C$\\backslash$:/papers/a.pdf:pdf},
  bdsk-url-1 = {https://zenodo.org/record/1}
}`);
		assert.deepEqual(
			[paper.title, paper.venue, paper.doi, paper.arxiv, paper.arxivClass, paper.pmid, paper.issued],
			[
				...["The Über-graph of $K_n$ & its kin", "Journal of Things", "10.1000/JOT.1", "2001.01234", "math.CO"],
				...["12345678", { year: 2020, month: 3, day: 5 }],
			],
		);
		assert.deepEqual(shown(paper.authors), ["Ann Lee", "Jan van der Berg", "<Things Consortium>"]);
		assert.equal(paper.authorsIncomplete, true);
		assert.equal(
			paper.abstract,
			"First paragraph with x < 5.\n\nSecond one: bold, see https://github.com/lab/code.",
		);
		assert.deepEqual(paper.keywords, ["Aged, 80 and over", "maps"]);
		assert.deepEqual(
			paper.links.map(({ kind, url }) => [kind, url]),
			[
				["pdf", "https://example.org/a_b.pdf"],
				["data", "https://zenodo.org/record/1"],
				["code", "https://github.com/lab/code"],
			],
		);
	});

	test("inherits from collections and data entries, but no title, identifier or people", () => {
		const { papers } = read(`@inproceedings{a, title = {One}, author = {Lee, Ann}, crossref = {p}}
@inbook{b, title = {Two}, crossref = {k}, xdata = {x, y}}
@xdata{x, keywords = {maps}, xdata = {x}}
@proceedings{p, title = {Proceedings of X}, year = 2019, doi = {10.1000/p}, editor = {Roe, Bo}, url = {https://x.org}}
@book{k, title = {The Book}, author = {Doe, Jane}, date = {2018-02}, publisher = {Press}}`);
		assert.deepEqual(
			papers.map(({ title, venue, issued, authors, doi, keywords }) => [
				...[title, venue, issued, shown(authors), doi, keywords],
			]),
			[
				["One", "Proceedings of X", { year: 2019 }, ["Ann Lee"], undefined, []],
				["Two", "The Book", { year: 2018, month: 2 }, ["Jane Doe"], undefined, ["maps"]],
				["Proceedings of X", undefined, { year: 2019 }, ["Bo Roe"], "10.1000/p", []],
				["The Book", "Press", { year: 2018, month: 2 }, ["Jane Doe"], undefined, []],
			],
		);
	});

	test("of ADS, DBLP, Zotero and Mendeley is understood", () => {
		const of = (fields: string) => only(`@article{k, title = {{A Title}}, ${fields}}`);
		assert.equal(of("journal = {\\apj}").venue, "The Astrophysical Journal");
		assert.equal(of("journal = {\\mnras}").venue, "Monthly Notices of the Royal Astronomical Society");
		const corr = of("journal = {CoRR}, volume = {abs/2303.08845}, eprinttype = {arXiv}, eprint = {2303.08845}");
		assert.deepEqual([corr.arxiv, corr.type], ["2303.08845", "article"]);
		assert.deepEqual(of("date = {2020-05-06/2020-05-09}").issued, { year: 2020, month: 5, day: 6 });
		assert.deepEqual(of("year = {2015}, date = {Mar 3}").issued, { year: 2015, month: 3, day: 3 });
		assert.deepEqual(of("keywords = {maps,charts}, mendeley-tags = {maps}").keywords, ["maps", "charts"]);
		assert.equal(of("howpublished = {\\url{https://example.org/x}}").url, "https://example.org/x");
		assert.equal(of("note = {doi: 10.1000/x.1}").doi, "10.1000/x.1");
		assert.equal(of("author = {Lee, Ann and et al.}").authorsIncomplete, true);
		assert.equal(only("@misc{k, title = {<A study of creep.pdf>}}").title, "<A study of creep.pdf>");
	});

	test("without keys is read, and an entry without a title is named at its line", () => {
		const { format, papers, problems } = read(
			"@article{,\n title = {One}\n}\n\n@book{b,\n author = {Lee, Ann}\n}\n@misc{c,\n title = {Three}\n}\n",
		);
		assert.deepEqual([format, papers.map(({ title }) => title)], ["bibtex", ["One", "Three"]]);
		assert.deepEqual(
			problems.map(({ code, line }) => [code, line]),
			[["record-untitled", 5]],
		);
	});

	test("with a broken entry loses that one alone", () => {
		const { papers, problems } = read(
			"@article{a, title = {One}}\n@article{b, title = {Two, year = 2020\n\n@article{c, title = {Three}}\n",
		);
		assert.deepEqual([papers[0]?.title, papers.at(-1)?.title], ["One", "Three"]);
		assert.deepEqual(
			problems.map(({ code, line }) => [code, line]),
			[["bib-unclosed", 2]],
		);
	});

	test("is told from a page that shows how to cite it", () => {
		const page = `# A Paper\n\nWe look at things and find that they are so, which was not known before.\n\n## Citation\n\`\`\`bibtex\n@article{a,\n  title = {A Paper}\n}\n\`\`\`\n`;
		assert.notEqual(read(page).format, "bibtex");
		assert.equal(read("Exported by a program.\nSee its manual.\n\n@article{a,\n title = {A}\n}").format, "bibtex");
	});
});

suite("A paper whose authors are not all known", () => {
	test("is written with BibTeX's word for the others, and read again so", () => {
		const paper = only("@article{k, title = {A Title}, author = {Lee, Ann and others}}");
		const [edit] = addToBibliography("", "a.bib", [paper]).edits;
		assert.match(edit?.text ?? "", /author\s*=\s*\{Lee, Ann and others\}/);
		assert.equal(parseBibliography(edit?.text ?? "", "a.bib").entries[0]?.paper.authorsIncomplete, true);
	});
});
