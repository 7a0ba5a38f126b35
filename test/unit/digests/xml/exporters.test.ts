// What single exporters of XML write: repositories, publishers, DBLP, NASA ADS.
import assert from "node:assert/strict";
import { codesOf, namesOf, one, read } from "./read";

const answer = (metadata: string): string =>
	`<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata>${metadata}</metadata></record></ListRecords></OAI-PMH>`;

suite("Exporters of XML", () => {
	test("arXivRaw has its authors in LaTeX, with affiliations", () => {
		const paper = one(
			answer(
				String.raw`<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>1810.00001</id><version version="v1"><date>Mon, 1 Oct 2018 10:00:00 GMT</date></version><title>Worms</title><authors>Ann Lee (University of Worms (UW)), Bo van Dijk and \'Edgar Rold\'an</authors><categories>physics.bio-ph</categories><abstract>  Worms shake.</abstract></arXivRaw>`,
			),
			"oai-pmh",
		);
		assert.deepEqual(namesOf(paper), ["Lee, Ann", "van Dijk, Bo", "Roldán, Édgar"]);
	});

	test("MARCXML within OAI-PMH", () => {
		const field = (tag: string, parts: Readonly<Record<string, string>>): string =>
			`<marc:datafield tag="${tag}">${Object.entries(parts)
				.map(([code, text]) => `<marc:subfield code="${code}">${text}</marc:subfield>`)
				.join("")}</marc:datafield>`;
		const paper = one(
			answer(
				`<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim">${[
					field("024", { a: "10.1000/abc", 2: "doi" }),
					field("037", { a: "arXiv:1810.00001", 9: "arXiv" }),
					field("100", { a: "Lee, Ann," }),
					field("245", { a: "Tremor :", b: "a study of worms /" }),
					field("260", { b: "Press", c: "2010-01-26" }),
					field("520", { a: "Worms shake." }),
					field("653", { a: "tremor" }),
					field("700", { a: "van Dijk, Bo" }),
					field("773", { p: "Small Animals", y: "2010" }),
					field("856", { u: "https://repository.example/1" }),
					field("856", { u: "https://repository.example/1.pdf" }),
				].join("")}</marc:record>`,
			),
			"oai-pmh",
		);
		assert.deepEqual(
			[paper.title, paper.abstract, paper.doi, paper.arxiv, paper.venue, paper.issued, paper.keywords],
			[
				...["Tremor: a study of worms", "Worms shake.", "10.1000/abc", "1810.00001", "Small Animals"],
				{ year: 2010, month: 1, day: 26 },
				["tremor"],
			],
		);
		assert.deepEqual(namesOf(paper), ["Lee, Ann", "van Dijk, Bo"]);
		assert.deepEqual([paper.url, paper.links[0]?.kind], ["https://repository.example/1", "pdf"]);
		assert.deepEqual(codesOf(read(answer("<record><leader>x</leader></record>"), "oai-pmh")), [
			"no-papers",
			"record-untitled",
		]);
	});

	test("TEI of HAL within OAI-PMH", () => {
		const paper = one(
			answer(
				`<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0"><tei:teiHeader><tei:fileDesc><tei:titleStmt><tei:title>HAL TEI export of hal-1</tei:title></tei:titleStmt></tei:fileDesc></tei:teiHeader><tei:text><tei:body><tei:listBibl><tei:biblFull><tei:titleStmt><tei:title xml:lang="en">Tremor of worms</tei:title><tei:title xml:lang="fr">Tremblement des vers</tei:title><tei:author role="aut"><tei:persName><tei:forename type="first">Ann</tei:forename><tei:surname>Lee</tei:surname></tei:persName></tei:author></tei:titleStmt><tei:editionStmt><tei:edition><tei:date type="whenSubmitted">2015-12-07 09:42:25</tei:date><tei:ref type="file" target="https://hal.example/hal-1/document"/></tei:edition></tei:editionStmt><tei:publicationStmt><tei:idno type="halUri">https://hal.example/hal-1</tei:idno></tei:publicationStmt><tei:sourceDesc><tei:biblStruct><tei:monogr><tei:title level="j">Small Animals</tei:title><tei:imprint><tei:date type="datePub">2015-11</tei:date></tei:imprint></tei:monogr><tei:idno type="doi">10.1000/abc</tei:idno></tei:biblStruct></tei:sourceDesc><tei:profileDesc><tei:textClass><tei:keywords><tei:term>tremor</tei:term></tei:keywords><tei:classCode scheme="halTypology" n="ART">Journal articles</tei:classCode></tei:textClass><tei:abstract xml:lang="fr">Les vers tremblent.</tei:abstract><tei:abstract xml:lang="en">Worms shake.</tei:abstract></tei:profileDesc></tei:biblFull></tei:listBibl></tei:body></tei:text></tei:TEI>`,
			),
			"oai-pmh",
		);
		assert.deepEqual(
			[paper.title, paper.abstract, paper.doi, paper.venue, paper.issued, paper.type, paper.keywords],
			[
				...["Tremor of worms", "Worms shake.", "10.1000/abc", "Small Animals"],
				{ year: 2015, month: 11 },
				...["article-journal", ["tremor"]],
			],
		);
		assert.deepEqual([namesOf(paper), paper.url], [["Lee, Ann"], "https://hal.example/hal-1"]);
	});

	test("Dublin Core with a reference as its source, without an envelope (OJS, NASA ADS)", () => {
		const { papers } = read(
			`<?xml version='1.0'?><records xmlns="http://ads.example/dc" xmlns:dc="http://purl.org/dc/elements/1.1/"><record><dc:identifier>2018SmA.....5a0201L</dc:identifier><dc:title>Worms</dc:title><dc:creator>Lee, Ann</dc:creator><dc:creator>van Dijk, B.</dc:creator><dc:source>1234-5678</dc:source><dc:source>Small Animals; Vol 5, No 1 (2018): Worms; 12-20</dc:source><dc:date>2018-01-01</dc:date><dc:description>Not Available &lt;P /&gt;</dc:description><dc:identifier>doi:10.1000/abc</dc:identifier></record><record><dc:title>Flies</dc:title><dc:creator>Lee, Ann</dc:creator><dc:source>Small Animals, Volume 5, Issue 1</dc:source><dc:description>Flies do.</dc:description></record></records>`,
			"oai-pmh",
		);
		assert.deepEqual(
			papers.map(({ title, venue, doi, abstract }) => [title, venue, doi, abstract]),
			[
				["Worms", "Small Animals", "10.1000/abc", ""],
				["Flies", "Small Animals", undefined, "Flies do."],
			],
		);
		assert.deepEqual(papers.map(namesOf), [["Lee, Ann", "van Dijk, B."], ["Lee, Ann"]]);
	});

	test("what publishers send to PubMed", () => {
		const paper = one(
			`<!DOCTYPE ArticleSet PUBLIC "-//NLM//DTD PubMed 2.6//EN" "PubMed.dtd"><ArticleSet><Article><Journal><JournalTitle>Small Animals</JournalTitle><PubDate PubStatus="ppublish"><Year>2015</Year><Month>03</Month></PubDate></Journal><ArticleTitle>Tremor of worms.</ArticleTitle><ELocationID EIdType="doi">10.1000/abc</ELocationID><AuthorList><Author><FirstName>Ann</FirstName><MiddleName>B</MiddleName><LastName>Lee</LastName></Author><Author><CollectiveName>Worm Group</CollectiveName></Author></AuthorList><ArticleIdList><ArticleId IdType="pii">x</ArticleId><ArticleId IdType="pubmed">123</ArticleId></ArticleIdList><Abstract><AbstractText Label="AIM">To see.</AbstractText></Abstract><ObjectList><Object Type="keyword"><Param Name="value">tremor</Param></Object><Object Type="grant"><Param Name="id">7</Param></Object></ObjectList></Article></ArticleSet>`,
			"pubmed-xml",
		);
		assert.deepEqual(
			[paper.title, paper.abstract, paper.doi, paper.pmid, paper.venue, paper.issued, paper.keywords],
			[
				...["Tremor of worms", "AIM: To see.", "10.1000/abc", "123", "Small Animals"],
				{ year: 2015, month: 3 },
				["tremor"],
			],
		);
		assert.deepEqual(namesOf(paper), ["Lee, Ann B", "{Worm Group}"]);
	});

	test("DBLP has HTML's entities, and records that are named by their types", () => {
		const { papers } = read(
			`<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE dblp SYSTEM "dblp.dtd"><dblp><inproceedings key="a"><author>Anna B&ouml;hl</author><author>Bo Sm&iacute;d</author><title>Worms and flies &wormname; &szlig;.</title><year>2008</year><booktitle>ER</booktitle><url>db/conf/er.html#a</url><ee>http://doi.society.example/10.1000/abc</ee></inproceedings><article key="b"><author>Ann Lee</author><title>Flies.</title><journal>Small Animals</journal><year>2010</year><ee>https://doi.org/10.1000/abd</ee></article></dblp>`,
			"xml",
		);
		assert.deepEqual(
			papers.map(({ title, type, doi, url }) => [title, type, doi, url]),
			[
				[
					"Worms and flies &wormname; ß.",
					"paper-conference",
					"10.1000/abc",
					"http://doi.society.example/10.1000/abc",
				],
				["Flies.", "article-journal", "10.1000/abd", "https://doi.org/10.1000/abd"],
			],
		);
		assert.deepEqual(namesOf(papers[0] as (typeof papers)[0]), ["Böhl, Anna", "Smíd, Bo"]);
	});

	test("authors of an element each may have the family name first", () => {
		const paper = one(
			`<?xml version="1.0"?><list><work><title>Worms</title><author>Lee, Ann</author><author>van Dijk, Bo</author><abstract>They shake.</abstract></work></list>`,
			"xml",
		);
		assert.deepEqual(namesOf(paper), ["Lee, Ann", "van Dijk, Bo"]);
	});

	test("JATS with a collaboration beside a person; Crossref with the server of a preprint", () => {
		const paper = one(
			`<article><front><article-meta><title-group><article-title>Worms</article-title></title-group><contrib-group><contrib contrib-type="author"><string-name><given-names>Ann</given-names><surname>Lee</surname></string-name><collab>for the Worm Collaboration</collab></contrib></contrib-group><abstract><p>They shake.</p></abstract></article-meta></front></article>`,
			"jats-xml",
		);
		assert.deepEqual(namesOf(paper), ["Lee, Ann", "{Worm Collaboration}"]);
		const preprint = one(
			`<?xml version="1.0"?><crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query status="resolved"><doi_record><crossref><posted_content type="preprint"><group_title>Zoology</group_title><titles><title>Worms</title></titles><posted_date><year>2020</year></posted_date><institution><institution_name>bioRxiv</institution_name></institution><doi_data><doi>10.1101/1</doi></doi_data></posted_content></crossref></doi_record></query></body></query_result></crossref_result>`,
			"crossref-xml",
		);
		assert.equal(preprint.venue, "bioRxiv");
	});

	const feed = (item: string, channel = "<title>A feed</title>"): string =>
		`<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel>${channel}<item>${item}</item></channel></rss>`;

	test("MDPI's and NASA ADS's titles in feeds hold more than the title", () => {
		const mdpi = one(
			feed(
				"<title>Small Animals, Vol. 24, Pages 17: Tremor: Worms</title><link>https://x.example/1</link><dc:title>Tremor: Worms</dc:title><dc:creator>Ann Lee</dc:creator>",
			),
			"rss",
		);
		assert.equal(mdpi.title, "Tremor: Worms");
		const ads = one(
			feed(
				"<title>Lee, Ann B.: Tremor: Worms</title><link>https://ui.adsabs.harvard.edu/abs/2017SmAni..14...14L</link><description>They shake. &lt;P /&gt;</description>",
			),
			"rss",
		);
		assert.deepEqual([ads.title, namesOf(ads), ads.authorsIncomplete], ["Tremor: Worms", ["Lee, Ann B."], true]);
		assert.equal(
			one(feed("<title>Lee, Ann: Tremor</title><link>https://x.example/</link>"), "rss").title,
			"Lee, Ann: Tremor",
		);
	});

	test("journals that are named by their feeds alone; the name is no abstract", () => {
		const item = "<title>Worms</title><link>https://x.example/1</link>";
		for (const [channel, venue] of [
			["<title>IEEE Transactions on Worms - new TOC</title>", "IEEE Transactions on Worms"],
			["<title>ACS Worms: Latest Articles (ACS Publications)</title>", "ACS Worms"],
			["<title>Worms</title><description>Latest Results for Worms and Flies</description>", "Worms and Flies"],
			["<title>PLOS ONE</title>", "PLOS ONE"],
			["<title>A blog</title>", undefined],
		] as const)
			assert.equal(one(feed(item, channel), "rss").venue, venue);
		const paper = one(
			feed(
				`${item}<description>&lt;div&gt;&lt;cite&gt;ACS Worms&lt;/cite&gt;&lt;/div&gt;&lt;div&gt;DOI: 10.1000/abc&lt;/div&gt;</description>`,
				"<title>ACS Worms: Latest Articles (ACS Publications)</title>",
			),
			"rss",
		);
		assert.deepEqual([paper.abstract, paper.doi], ["", "10.1000/abc"]);
	});

	test("arXiv's feed has authors and journals in LaTeX", () => {
		const paper = one(
			String.raw`<?xml version="1.0"?><rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>cs.LG updates on arXiv.org</title><item><title>Worms</title><link>https://arxiv.org/abs/2607.00001</link><description>arXiv:2607.00001v1 Announce Type: new
Abstract: They shake.</description><guid isPermaLink="false">oai:arXiv.org:2607.00001v1</guid><category>cs.LG</category><arxiv:announce_type>new</arxiv:announce_type><arxiv:journal_reference>Journal de l'\'Ecole, Tome 11</arxiv:journal_reference><dc:creator>Ann Lee (University of Worms), Jos\'e P\'erez, The Worm Collaboration</dc:creator></item></channel></rss>`,
			"arxiv-rss",
		);
		assert.deepEqual(namesOf(paper), ["Lee, Ann", "Pérez, José", "{Worm Collaboration}"]);
		assert.equal(paper.venue, "Journal de l'École, Tome 11");
	});
});
