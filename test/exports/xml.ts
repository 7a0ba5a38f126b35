// XML: feeds and the exports of catalogues.
import {
	doiOf,
	escaped,
	familyOf,
	givenOf,
	isoOf,
	lines,
	straight,
	turned,
	wrapped,
	yearOf,
	type Export,
} from "./written";

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const xmlExports: readonly Export[] = [
	{
		format: "arxiv-atom",
		fileName: "query.xml",
		write: papers =>
			`${head}<feed xmlns="http://www.w3.org/2005/Atom">\n<title type="html">ArXiv Query: search_query=all</title>\n<id>http://arxiv.org/api/x</id>\n${papers
				.map(paper =>
					lines(
						`<entry><id>http://arxiv.org/abs/${paper.arxiv ?? ""}v2</id>`,
						`<published>${isoOf(paper)}T10:00:00Z</published>`,
						`<title>${wrapped(escaped(paper.title), 70, "  ")}</title>`,
						`<summary>  ${wrapped(escaped(paper.abstract), 78)}\n</summary>`,
						...paper.authors.map(name => `<author><name>${escaped(straight(name))}</name></author>`),
						'<category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/></entry>',
					),
				)
				.join("\n")}\n</feed>`,
		tells: ["abstract", "authors", "year", "arxiv"],
	},
	{
		format: "rss",
		fileName: "journal.rss",
		write: papers =>
			`${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><title>A Journal</title>${papers
				.map(paper =>
					lines(
						`<item><title><![CDATA[${escaped(paper.title)}]]></title>`,
						`<link>https://doi.org/${doiOf(paper) ?? ""}</link>`,
						`<description><![CDATA[<p>${escaped(paper.abstract)}</p>]]></description>`,
						...paper.authors.map(name => `<dc:creator>${escaped(straight(name))}</dc:creator>`),
						`<dc:date>${isoOf(paper)}</dc:date>`,
						`<prism:doi>${doiOf(paper) ?? ""}</prism:doi></item>`,
					),
				)
				.join("\n")}</channel></rss>`,
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "oai-pmh",
		fileName: "records.xml",
		write: papers =>
			`${head}<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${papers
				.map(paper =>
					lines(
						`<record><header><identifier>oai:arXiv.org:${paper.arxiv ?? ""}</identifier><datestamp>2026-01-01</datestamp></header>`,
						`<metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>${paper.arxiv ?? ""}</id><created>${isoOf(paper)}</created><authors>`,
						...paper.authors.map(
							name =>
								`<author><keyname>${escaped(familyOf(name))}</keyname><forenames>${escaped(givenOf(name))}</forenames></author>`,
						),
						`</authors><title>${wrapped(escaped(paper.title), 70, "  ")}</title><categories>cs.CL cs.AI</categories>`,
						`<abstract>  ${wrapped(escaped(paper.abstract), 78)}\n</abstract></arXiv></metadata></record>`,
					),
				)
				.join("\n")}</ListRecords></OAI-PMH>`,
		tells: ["abstract", "authors", "year", "arxiv"],
	},
	{
		format: "pubmed-xml",
		fileName: "pubmed.xml",
		write: papers =>
			`${head}<PubmedArticleSet>${papers
				.map((paper, i) =>
					lines(
						`<PubmedArticle><MedlineCitation><PMID Version="1">${String(30_000_000 + i)}</PMID><Article>`,
						`<Journal><JournalIssue><PubDate><Year>${yearOf(paper)}</Year></PubDate></JournalIssue><Title>A Journal</Title></Journal>`,
						`<ArticleTitle>${escaped(paper.title)}</ArticleTitle><Abstract><AbstractText>${escaped(paper.abstract)}</AbstractText></Abstract><AuthorList>`,
						...paper.authors.map(name =>
							"literal" in name
								? `<Author><CollectiveName>${escaped(name.literal)}</CollectiveName></Author>`
								: `<Author><LastName>${escaped(familyOf(name))}</LastName><ForeName>${escaped(givenOf(name))}</ForeName></Author>`,
						),
						`</AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">${doiOf(paper) ?? ""}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`,
					),
				)
				.join("\n")}</PubmedArticleSet>`,
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "endnote-xml",
		fileName: "endnote.xml",
		write: papers => {
			const style = (text: string) => `<style face="normal" font="default" size="100%">${escaped(text)}</style>`;
			return `${head}<xml><records>${papers
				.map(paper =>
					lines(
						'<record><ref-type name="Journal Article">17</ref-type><contributors><authors>',
						...paper.authors.map(name => `<author>${style(turned(name))}</author>`),
						`</authors></contributors><titles><title>${style(paper.title)}</title></titles>`,
						`<dates><year>${style(yearOf(paper))}</year></dates><abstract>${style(paper.abstract)}</abstract>`,
						`<electronic-resource-num>${style(doiOf(paper) ?? "")}</electronic-resource-num></record>`,
					),
				)
				.join("")}</records></xml>`;
		},
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
];
