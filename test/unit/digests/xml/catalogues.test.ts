// PubMed, JATS, Crossref, the ACL Anthology, EndNote, and XML that nobody named.
import assert from "node:assert/strict";
import { codesOf, namesOf, one, read } from "./read";

suite("PubMed's XML", () => {
	const article = (inner: string, data = ""): string =>
		`<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://dtd.nlm.nih.gov/x.dtd"><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">123</PMID><Article>${inner}</Article></MedlineCitation><PubmedData><ArticleIdList>${data}</ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>`;

	test("structured abstracts, groups, particles, suffixes, translated titles", () => {
		const paper = one(
			article(
				`<Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>A journal</Title></Journal><ArticleTitle>[Growth of <i>E. coli</i> in CO<sub>2</sub>].</ArticleTitle><ELocationID EIdType="doi" ValidYN="Y">10.1000/a</ELocationID><Abstract><AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">We ask if <i>p</i> &lt; 0.05.</AbstractText><AbstractText Label="METHODS">We did.</AbstractText><CopyrightInformation>(c) 1999</CopyrightInformation></Abstract><AuthorList CompleteYN="N"><Author><LastName>van der Berg</LastName><ForeName>Jan A</ForeName><Suffix>Jr</Suffix></Author><Author><CollectiveName>The ABC Study Group</CollectiveName></Author></AuthorList>`,
				`<ArticleId IdType="pmc">PMC99</ArticleId>`,
			),
			"pubmed-xml",
		);
		assert.deepEqual(
			[paper.title, paper.abstract],
			["Growth of E. coli in CO₂", "BACKGROUND: We ask if p < 0.05.\n\nMETHODS: We did."],
		);
		assert.deepEqual(
			[namesOf(paper), paper.authorsIncomplete],
			[["van der Berg, Jan A, Jr", "{The ABC Study Group}"], true],
		);
		assert.deepEqual([paper.issued, paper.doi, paper.pmid], [{ year: 1998, month: 12 }, "10.1000/a", "123"]);
		assert.equal(paper.links[0]?.url, "https://pmc.ncbi.nlm.nih.gov/articles/PMC99/");
	});

	test("a title that was not translated, and an abstract of the publisher", () => {
		const paper = one(
			article(
				`<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Über das Wachstum.</VernacularTitle><ArticleDate DateType="Electronic"><Year>2020</Year><Month>03</Month><Day>05</Day></ArticleDate>`,
			).replace(
				"</MedlineCitation>",
				`<OtherAbstract Type="Publisher" Language="ger"><AbstractText>Wir fragen.</AbstractText></OtherAbstract></MedlineCitation>`,
			),
			"pubmed-xml",
		);
		assert.deepEqual(
			[paper.title, paper.abstract, paper.issued],
			["Über das Wachstum", "Wir fragen.", { year: 2020, month: 3, day: 5 }],
		);
	});

	test("books and chapters of the Bookshelf", () => {
		const paper = one(
			`<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>20301425</PMID><ArticleIdList><ArticleId IdType="bookaccession">NBK1247</ArticleId></ArticleIdList><Book><Publisher><PublisherName>University of X</PublisherName></Publisher><BookTitle book="gene">GeneReviews</BookTitle><PubDate><Year>1993</Year></PubDate><AuthorList Type="editors"><Author><LastName>Adam</LastName><ForeName>Margaret</ForeName></Author></AuthorList></Book><ArticleTitle book="gene">A Syndrome</ArticleTitle><AuthorList Type="authors"><Author><LastName>Lee</LastName><ForeName>Ann</ForeName></Author></AuthorList><Abstract><AbstractText>Text.</AbstractText></Abstract><ContributionDate><Year>1998</Year><Month>09</Month><Day>04</Day></ContributionDate></BookDocument></PubmedBookArticle></PubmedArticleSet>`,
			"pubmed-xml",
		);
		assert.deepEqual(
			[paper.title, paper.venue, paper.type, namesOf(paper)],
			["A Syndrome", "GeneReviews", "chapter", ["Lee, Ann"]],
		);
		assert.deepEqual(paper.issued, { year: 1998, month: 9, day: 4 });
	});

	test("summaries", () => {
		const paper = one(
			`<eSummaryResult><DocSum><Id>11850928</Id><Item Name="PubDate" Type="Date">1965 Aug</Item><Item Name="Source" Type="String">Arch Derm</Item><Item Name="AuthorList" Type="List"><Item Name="Author" Type="String">LoBato WC</Item></Item><Item Name="Title" Type="String">A study of things.</Item><Item Name="DOI" Type="String">10.1000/b</Item></DocSum></eSummaryResult>`,
			"pubmed-xml",
		);
		assert.deepEqual(
			[paper.title, paper.pmid, paper.issued, namesOf(paper)],
			["A study of things", "11850928", { year: 1965, month: 8 }, ["LoBato, W. C."]],
		);
	});
});

suite("JATS", () => {
	test("sections, formulas, groups and dates", () => {
		const paper = one(
			`<?xml version="1.0"?><article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article"><front><journal-meta><journal-title>A Journal</journal-title></journal-meta><article-meta><article-id pub-id-type="doi">10.1000/c</article-id><title-group><article-title>The role of <italic>x</italic><xref ref-type="fn">*</xref></article-title><subtitle>A study</subtitle></title-group><contrib-group><contrib contrib-type="author"><name><surname>Lee</surname><given-names>Ann</given-names></name></contrib><contrib contrib-type="author"><collab>The Group<contrib-group><contrib><name><surname>Member</surname></name></contrib></contrib-group></collab></contrib></contrib-group><pub-date pub-type="ppub"><year>2020</year><month>Jun</month></pub-date><pub-date pub-type="epub"><day>5</day><month>3</month><year>2020</year></pub-date><abstract abstract-type="graphical"><p>Picture</p></abstract><abstract><sec><title>Aims</title><p>Of <inline-formula><mml:math><mml:mi>α</mml:mi></mml:math></inline-formula>.</p></sec><sec><title>Results</title><p>It is.</p></sec></abstract><kwd-group><kwd>one</kwd><kwd>two</kwd></kwd-group></article-meta></front><sub-article><front-stub><title-group><article-title>Reply</article-title></title-group></front-stub></sub-article></article>`,
			"jats-xml",
		);
		assert.deepEqual([paper.title, paper.abstract], ["The role of x: A study", "Aims: Of $α$.\n\nResults: It is."]);
		assert.deepEqual(
			[namesOf(paper), paper.issued, paper.keywords],
			[["Lee, Ann", "{The Group}"], { year: 2020, month: 3, day: 5 }, ["one", "two"]],
		);
	});
});

suite("Crossref's XML", () => {
	test("a conference paper with an abstract, and a query without an answer", () => {
		const reading = read(
			`<?xml version="1.0"?><crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query status="resolved"><doi type="conference_paper">10.1000/D</doi><doi_record><crossref><conference><proceedings_metadata><proceedings_title>Proc. of X</proceedings_title><publication_date><year>2019</year></publication_date></proceedings_metadata><conference_paper><contributors><person_name contributor_role="author" sequence="first"><given_name>Jan</given_name><surname>van der Berg</surname></person_name></contributors><titles><title>A title</title><subtitle>with more</subtitle></titles><jats:abstract xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1"><jats:title>Abstract</jats:title><jats:p>Text.</jats:p></jats:abstract><publication_date><month>3</month><year>2019</year></publication_date><doi_data><doi>10.1000/d</doi><resource>https://x.org/d</resource></doi_data></conference_paper></conference></crossref></doi_record></query><query status="unresolved"><doi>10.1000/none</doi><msg>DOI not found</msg></query></body></query_result></crossref_result>`,
			"crossref-xml",
		);
		const [paper] = reading.papers;
		assert.ok(paper);
		assert.deepEqual(
			[paper.title, paper.abstract, paper.venue, paper.issued],
			["A title: with more", "Text.", "Proc. of X", { year: 2019, month: 3 }],
		);
		assert.deepEqual(namesOf(paper), ["van der Berg, Jan"]);
		assert.deepEqual(codesOf(reading), ["record-damaged"]);
	});
});

suite("The ACL Anthology", () => {
	const volume = (id: string, volumeId: string, paper: string): string =>
		`<?xml version="1.0"?><collection id="${id}"><volume id="${volumeId}"><meta><booktitle>Proceedings of X</booktitle><month>July 5–10</month><year>2020</year></meta><frontmatter><url>x</url></frontmatter>${paper}</volume></collection>`;

	test("math, code, and addresses of today", () => {
		const paper = one(
			volume(
				"2020.acl-main",
				"main",
				`<paper id="12"><title><fixed-case>BERT</fixed-case> of <tex-math>O(n^2)</tex-math></title><author><first>Ann</first><last>Lee</last></author><abstract>Text &amp; more.</abstract><url hash="a">2020.acl-main.12</url><doi>10.18653/v1/2020.acl-main.12</doi><pwccode url="https://github.com/a/b" additional="false">a/b</pwccode></paper>`,
			),
			"acl-xml",
		);
		assert.equal(paper.title, "BERT of $O(n^2)$");
		assert.deepEqual(
			[paper.doi, paper.issued, paper.venue],
			["10.18653/v1/2020.acl-main.12", { year: 2020, month: 7 }, "Proceedings of X"],
		);
		assert.deepEqual(
			paper.links.map(({ kind }) => kind),
			["pdf", "code"],
		);
	});

	test("addresses of workshops before 2020", () => {
		assert.equal(
			one(volume("W18", "5", `<paper id="3"><title>T</title></paper>`), "acl-xml").url,
			"https://aclanthology.org/W18-0503/",
		);
	});
});

suite("Any other XML", () => {
	test("tells records beside one another, and says what was taken for what", () => {
		const { papers, problems } = read(
			`<dblp><article><author>Jane van der Doe</author><title>On <i>Things</i></title><journal>J</journal><year>2021</year><ee>https://doi.org/10.1145/1.2</ee></article><article><author>A. Lee</author><title>More</title></article><book><author>B. Lee</author><title>A book</title></book></dblp>`,
			"xml",
		);
		assert.deepEqual(
			papers.map(({ title }) => title),
			["On Things", "More", "A book"],
		);
		assert.equal(papers[0]?.doi, "10.1145/1.2");
		assert.ok(problems.some(({ code, args }) => code === "column-taken" && args.join() === "author,authors"));
	});

	test("refuses what has titles and no papers", () => {
		const reading = read(`<?xml version="1.0"?><opml><head><title>Feeds</title></head><body/></opml>`, "xml");
		assert.deepEqual([reading.papers, codesOf(reading)], [[], ["no-list-of-papers"]]);
	});
});
