// Feeds as publishers write them: what is the abstract, and what stands around it.
import assert from "node:assert/strict";
import type { Paper } from "../../../../src/core/paper";
import { namesOf, one, read } from "./read";

const rss = (items: string, title = "A Feed"): string =>
	`<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><image><title>Logo</title></image>${items}</channel></rss>`;
const brief = (paper: Paper): unknown => [
	paper.title,
	paper.abstract,
	namesOf(paper),
	paper.venue,
	paper.issued,
	paper.doi,
];
const abstract = "We show that it is so in many cases.";

suite("Feeds of journals", () => {
	test("Nature: a line of its own before the summary", () => {
		const paper = one(
			rss(
				`<item><title><![CDATA[A CO<sub>2</sub> study]]></title><link>https://www.nature.com/articles/s41586-024-00001-1</link><content:encoded><![CDATA[<p>Nature, Published online: 05 March 2024; <a href="https://www.nature.com/articles/s41586-024-00001-1">doi:10.1038/s41586-024-00001-1</a></p>${abstract}]]></content:encoded><dc:creator><![CDATA[Ann Lee]]></dc:creator><dc:creator>Bo van Dijk</dc:creator><dc:identifier>doi:10.1038/s41586-024-00001-1</dc:identifier><dc:source>Nature, Published online: 2024-03-05; | doi:10.1038/s41586-024-00001-1</dc:source><dc:date>2024-03-05</dc:date><prism:publicationName>Nature</prism:publicationName></item>`,
			),
			"rss",
		);
		assert.deepEqual(brief(paper), [
			"A CO₂ study",
			abstract,
			["Lee, Ann", "van Dijk, Bo"],
			"Nature",
			{ year: 2024, month: 3, day: 5 },
			"10.1038/s41586-024-00001-1",
		]);
	});

	test("ScienceDirect: authors, journal and date in the description, and no abstract", () => {
		const paper = one(
			rss(
				`<item><title><![CDATA[A study]]></title><link>https://www.sciencedirect.com/science/article/pii/S0933365724000125?dgcid=rss_sd_all</link><description><![CDATA[<p>Publication date: May 2024</p><p><b>Source:</b> Artificial Intelligence in Medicine, Volume 151</p><p>Author(s): Ann Lee, Bo van Dijk</p>]]></description></item>`,
				"ScienceDirect Publication: Artificial Intelligence in Medicine",
			),
			"rss",
		);
		assert.deepEqual(brief(paper), [
			"A study",
			"",
			["Lee, Ann", "van Dijk, Bo"],
			"Artificial Intelligence in Medicine",
			{ year: 2024, month: 5 },
			undefined,
		]);
		assert.equal(paper.url, "https://www.sciencedirect.com/science/article/pii/S0933365724000125");
	});

	test("Wiley: the issue in the description, the abstract under a heading", () => {
		const paper = one(
			rss(`<item><link>https://onlinelibrary.wiley.com/doi/10.1002/sim.1234?af=R</link><title>A study</title><description>Statistics in Medicine, Volume 43, Issue 3, Page 1-20, 10 February 2024. </description><content:encoded>&lt;h2&gt;ABSTRACT&lt;/h2&gt;&lt;p&gt;${abstract}&lt;/p&gt;</content:encoded><dc:creator>
Ann Lee,
Bo van Dijk
</dc:creator><prism:publicationName>Statistics in Medicine</prism:publicationName><prism:doi>10.1002/sim.1234</prism:doi></item>`),
			"rss",
		);
		assert.deepEqual(brief(paper), [
			"A study",
			abstract,
			["Lee, Ann", "van Dijk, Bo"],
			"Statistics in Medicine",
			{ year: 2024, month: 2, day: 10 },
			"10.1002/sim.1234",
		]);
	});

	test("PubMed: a citation before and identifiers behind the abstract", () => {
		const paper = one(
			rss(
				`<item><title>A study</title><link>https://pubmed.ncbi.nlm.nih.gov/38000001/?utm_source=Other&amp;utm_medium=rss&amp;fc=1&amp;ff=2&amp;v=2.18.0</link><description><![CDATA[Background: short]]></description><content:encoded><![CDATA[<div><p style="color: #4aa564;">JAMA. 2024 Mar 5:1-9. doi: 10.1001/jama.2024.1. Online ahead of print.</p><p><b>ABSTRACT</b></p><p xmlns:xlink="x"><b>BACKGROUND</b>: ${abstract}</p><p style="color: lightgray">PMID:<a href="https://pubmed.ncbi.nlm.nih.gov/38000001/">38000001</a> | DOI:<a href="https://doi.org/10.1001/jama.2024.1">10.1001/jama.2024.1</a></p></div>]]></content:encoded><guid isPermaLink="false">pubmed:38000001</guid><dc:creator>Ann Lee</dc:creator><dc:date>2024-03-05</dc:date><dc:source>JAMA</dc:source></item>`,
			),
			"rss",
		);
		assert.deepEqual(brief(paper), [
			"A study",
			`BACKGROUND: ${abstract}`,
			["Lee, Ann"],
			"JAMA",
			{ year: 2024, month: 3, day: 5 },
			"10.1001/jama.2024.1",
		]);
		assert.deepEqual([paper.pmid, paper.url], ["38000001", "https://pubmed.ncbi.nlm.nih.gov/38000001/"]);
	});

	test("bioRxiv's RDF: family names before initials, a version in the address", () => {
		const paper = one(
			`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://purl.org/rss/1.0/modules/prism/"><channel rdf:about="https://www.biorxiv.org"><title>bioRxiv Subject Collection: Bioinformatics</title></channel><item rdf:about="https://www.biorxiv.org/content/10.1101/2024.03.01.582001v2?rss=1"><title><![CDATA[
A study of things
]]></title><link>https://www.biorxiv.org/content/10.1101/2024.03.01.582001v2?rss=1</link><description><![CDATA[${abstract}]]></description><dc:creator><![CDATA[ Lee, A., van Dijk, B. C., Consortium, T. B. ]]></dc:creator><dc:date>2024-03-05</dc:date><dc:identifier>doi:10.1101/2024.03.01.582001</dc:identifier><prism:publicationName>bioRxiv</prism:publicationName></item></rdf:RDF>`,
			"rss",
		);
		assert.equal(paper.title, "A study of things");
		assert.deepEqual(namesOf(paper).slice(0, 2), ["Lee, A.", "van Dijk, B. C."]);
		assert.deepEqual([paper.doi, paper.venue, paper.type], ["10.1101/2024.03.01.582001", "bioRxiv", "article"]);
	});

	test("PLOS: authors before the abstract; an Atom with another prefix", () => {
		const paper = one(
			`<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>PLOS ONE</a:title><a:entry><a:title>Lee et al.: a study</a:title><a:author><a:name>Ann Lee</a:name></a:author><a:link rel="alternate" href="https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0300001"/><a:link rel="related" type="application/pdf" title="(PDF)" href="https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0300001&amp;type=printable"/><a:updated>2024-03-05T14:00:00Z</a:updated><a:content type="html">&lt;p&gt;by Ann Lee, Bo van Dijk&lt;/p&gt;\n${abstract}</a:content></a:entry></a:feed>`,
			"atom",
		);
		assert.deepEqual(
			[paper.title, paper.abstract, paper.doi],
			["Lee et al.: a study", abstract, "10.1371/journal.pone.0300001"],
		);
		assert.equal(paper.links[0]?.kind, "pdf");
	});

	test("Hugging Face's papers have arXiv's identifiers", () => {
		const paper = one(
			rss(
				`<item><title>[ASAP] A model</title><link>https://huggingface.co/papers/2403.00001</link><description>${abstract}</description><author>x@y.org (Ann Lee)</author></item>`,
			),
			"rss",
		);
		assert.deepEqual(
			[paper.title, paper.arxiv, paper.type, namesOf(paper)],
			["A model", "2403.00001", "article", ["Lee, Ann"]],
		);
	});
});

suite("A feed of digests", () => {
	test("gives the papers of each issue", () => {
		const issue = [1, 2, 3]
			.map(
				i =>
					`<h2><a href="https://arxiv.org/abs/2403.0000${i}">Paper Number ${i} on Things</a></h2><p>${`${abstract} `.repeat(4)}</p>`,
			)
			.join("");
		const { papers } = read(
			rss(
				`<item><title>Papers of the week</title><link>https://letter.example.org/9</link><content:encoded><![CDATA[<p>Hello!</p>${issue}]]></content:encoded></item>`,
			),
			"rss",
		);
		assert.deepEqual(papers.map(({ arxiv }) => arxiv).sort(), ["2403.00001", "2403.00002", "2403.00003"]);
	});
});
