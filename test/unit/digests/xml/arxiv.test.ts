// arXiv's XML in the variants that its servers have given over the years.
import assert from "node:assert/strict";
import { codesOf, namesOf, one, read } from "./read";

const atom = (entries: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><link href="http://arxiv.org/api/query?search_query=x" rel="self"/><title type="html">ArXiv Query: x</title><id>http://arxiv.org/api/abc</id>${entries}</feed>`;

suite("arXiv's API", () => {
	test("wraps titles, and gives comment, journal and DOI", () => {
		const paper = one(
			atom(`<entry><id>http://arxiv.org/abs/hep-ex/0307015v2</id><published>2003-07-07T13:46:39Z</published>
				<title>Multi-Electron Production at High
  Transverse Momenta in $e p$ Collisions at G\\"ottingen</title>
				<summary>  First paragraph,
wrapped, with x &lt; y.
  Second paragraph.
</summary><author><name>H1 Collaboration</name></author><author><name>Jan van der Berg</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">DESY</arxiv:affiliation></author>
				<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">23 pages; code at https://github.com/h1/multi.</arxiv:comment>
				<arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">Eur.Phys.J. C31 (2003) 17-29</arxiv:journal_ref>
				<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1140/epjc/s2003-01326-x</arxiv:doi>
				<link title="pdf" href="http://arxiv.org/pdf/hep-ex/0307015v2" rel="related" type="application/pdf"/>
				<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="hep-ex"/><category term="hep-ex"/><category term="I.2.7; I.2.6"/></entry>`),
			"arxiv-atom",
		);
		assert.equal(
			paper.title,
			"Multi-Electron Production at High Transverse Momenta in $e p$ Collisions at Göttingen",
		);
		assert.equal(paper.abstract, "First paragraph, wrapped, with x < y.\n\nSecond paragraph.");
		assert.deepEqual(namesOf(paper), ["{H1 Collaboration}", "van der Berg, Jan"]);
		assert.deepEqual(
			[paper.arxiv, paper.doi, paper.arxivClass],
			["hep-ex/0307015", "10.1140/epjc/s2003-01326-x", "hep-ex"],
		);
		assert.equal(paper.venue, "Eur.Phys.J. C31 (2003) 17-29");
		assert.deepEqual(paper.keywords, ["hep-ex", "I.2.7", "I.2.6"]);
		assert.deepEqual(
			paper.links.map(({ kind }) => kind),
			["pdf", "code"],
		);
	});

	test("answers with an error", () => {
		const reading = read(
			atom(
				`<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1234</id><title>Error</title><summary>incorrect id format for 1234</summary></entry>`,
			),
			"arxiv-atom",
		);
		assert.deepEqual([reading.papers.length, codesOf(reading)], [0, ["no-list-of-papers"]]);
		assert.match(reading.problems[0]?.message ?? "", /incorrect id format for 1234/);
	});
});

suite("arXiv's feeds", () => {
	const rss = (items: string): string =>
		`<?xml version='1.0' encoding='UTF-8'?><rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>cs.CL updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CL</link>${items}</channel></rss>`;
	const item = (id: string, type: string): string =>
		`<item><title>Paper ${id} about $\\alpha$</title><link>https://arxiv.org/abs/${id}</link><description>arXiv:${id}v3 Announce Type: ${type} \nAbstract: We show that it is so.</description><guid isPermaLink="false">oai:arXiv.org:${id}v3</guid><category>cs.CL</category><category>cs.LG</category><pubDate>Tue, 05 Mar 2024 00:00:00 -0500</pubDate><arxiv:announce_type>${type}</arxiv:announce_type><dc:creator>Ann Lee, Bo van Dijk (MIT), Wei Wang</dc:creator></item>`;

	test("RSS 2.0 tells new papers, cross-lists and replacements", () => {
		const { papers } = read(
			rss(
				item("2403.00001", "new") +
					item("2403.00002", "cross") +
					item("1805.00003", "replace") +
					item("math/0309136", "replace-cross"),
			),
			"arxiv-rss",
		);
		assert.deepEqual(
			papers.map(({ arxiv, announced, issued }) => [arxiv, announced, issued]),
			[
				["2403.00001", "new", { year: 2024, month: 3, day: 5 }],
				["2403.00002", "cross-list", { year: 2024, month: 3, day: 5 }],
				["1805.00003", "replacement", { year: 2018, month: 5 }],
				["math/0309136", "replacement", { year: 2003, month: 9 }],
			],
		);
		assert.ok(papers[0]);
		assert.equal(papers[0].abstract, "We show that it is so.");
		assert.deepEqual(namesOf(papers[0]), ["Lee, Ann", "van Dijk, Bo", "Wang, Wei"]);
		assert.equal(papers[0].arxivClass, "cs.CL");
	});

	test("a day without papers is an empty list", () => {
		assert.deepEqual(codesOf(read(rss(""), "arxiv-rss")), ["no-papers"]);
	});

	test("RSS 1.0, as it was before 2024, has all in the title", () => {
		const { papers } = read(
			`<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://arxiv.org/"><title>cs.CL updates on arXiv.org</title><link>http://arxiv.org/</link><dc:date>2023-01-03T20:30:00-05:00</dc:date><items><rdf:Seq><rdf:li rdf:resource="http://arxiv.org/abs/2301.00001"/></rdf:Seq></items></channel>
<item rdf:about="http://arxiv.org/abs/2301.00001"><title>A Title (With Brackets). (arXiv:2301.00001v1 [cs.CL])</title><link>http://arxiv.org/abs/2301.00001</link><description rdf:parseType="Literal">&lt;p&gt;We look at x &amp;lt; y.&lt;/p&gt;</description><dc:creator> &lt;a href="http://arxiv.org/find/cs/1/au:+Lee_A/0/1/0/all/0/1"&gt;Ann Lee&lt;/a&gt;, &lt;a href="x"&gt;Bo van Dijk&lt;/a&gt;</dc:creator></item>
<item rdf:about="http://arxiv.org/abs/2205.00002"><title>Old. (arXiv:2205.00002v2 [math.AG] UPDATED)</title><link>http://arxiv.org/abs/2205.00002</link><description>&lt;p&gt;Text.&lt;/p&gt;</description></item></rdf:RDF>`,
			"arxiv-rss",
		);
		const [first, second] = papers;
		assert.ok(first && second);
		assert.deepEqual(
			[first.title, first.abstract, first.announced],
			["A Title (With Brackets)", "We look at x < y.", "new"],
		);
		assert.deepEqual(
			[namesOf(first), first.issued],
			[["Lee, Ann", "van Dijk, Bo"], { year: 2023, month: 1, day: 3 }],
		);
		assert.deepEqual([second.title, second.announced, second.arxivClass], ["Old", "replacement", "math.AG"]);
	});
});

suite("OAI-PMH", () => {
	const list = (records: string): string =>
		`<?xml version="1.0"?><oai:OAI-PMH xmlns:oai="http://www.openarchives.org/OAI/2.0/"><oai:ListRecords>${records}<oai:resumptionToken>123</oai:resumptionToken></oai:ListRecords></oai:OAI-PMH>`;
	const record = (header: string, metadata: string): string =>
		`<oai:record><oai:header${header}><oai:identifier>oai:x:1</oai:identifier></oai:header>${metadata}</oai:record>`;

	test("arXivRaw has authors in one text and a date for each version; deleted records hold nothing", () => {
		const reading = read(
			list(
				record(
					"",
					`<oai:metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>0704.0001</id><version version="v1"><date>Mon, 2 Apr 2007 19:18:42 GMT</date></version><version version="v2"><date>Tue, 24 Jul 2007 20:10:27 GMT</date></version><title>Calculation of cross sections</title><authors>C. Bal\\'azs (Argonne (US)), E. L. Berger, P. M. Nadolsky and C.-P. Yuan</authors><categories>hep-ph math.CO</categories><abstract>  A fully differential calculation.</abstract></arXivRaw></oai:metadata>`,
				) + record(' status="deleted"', ""),
			),
			"oai-pmh",
		);
		const [paper] = reading.papers;
		assert.ok(paper);
		assert.deepEqual(
			[paper.arxiv, paper.issued, paper.arxivClass],
			["0704.0001", { year: 2007, month: 4, day: 2 }, "hep-ph"],
		);
		assert.equal(namesOf(paper).slice(1).join("; "), "Berger, E. L.; Nadolsky, P. M.; Yuan, C.-P.");
		assert.deepEqual(codesOf(reading), ["part-skipped"]);
	});

	test("Dublin Core has versions' dates, comments among descriptions, and identifiers of all kinds", () => {
		const paper = one(
			list(
				record(
					"",
					`<oai:metadata><x:dc xmlns:x="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:y="http://purl.org/dc/elements/1.1/"><y:title>A Title</y:title><y:creator>van der Berg, Jan</y:creator><y:subject>Computer Science - Machine Learning</y:subject><y:description>We show much and more of it.</y:description><y:description>Comment: 12 pages</y:description><y:date>2021-03-01</y:date><y:date>2020-02-03</y:date><y:type>text</y:type><y:identifier>http://arxiv.org/abs/2002.00001</y:identifier><y:identifier>doi:10.1000/a.1</y:identifier></x:dc></oai:metadata>`,
				),
			),
			"oai-pmh",
		);
		assert.deepEqual(
			[paper.arxiv, paper.doi, paper.issued],
			["2002.00001", "10.1000/a.1", { year: 2020, month: 2, day: 3 }],
		);
		assert.deepEqual([paper.abstract, namesOf(paper)], ["We show much and more of it.", ["van der Berg, Jan"]]);
	});

	test("an error is told", () => {
		const reading = read(
			`<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="noRecordsMatch">No records</error></OAI-PMH>`,
			"oai-pmh",
		);
		assert.deepEqual(codesOf(reading), ["no-list-of-papers"]);
	});
});
