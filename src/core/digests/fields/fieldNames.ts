// What people and programs call the fields of a paper: the headers of columns, and labels such as `Authors:`.

import { fold } from "../../text/normalize";

export type Field =
	| "title"
	| "abstract"
	| "authors"
	| "date"
	| "year"
	| "month"
	| "venue"
	| "doi"
	| "arxiv"
	| "pmid"
	| "url"
	| "pdf"
	| "code"
	| "data"
	| "links"
	| "keywords"
	| "categories"
	| "type"
	/** Known, and of no use for a paper on a shelf: comments, counts. */
	| "other";

/**
 * Names by field, the best one first: of two columns for one field the better name is taken. Sources: the exports of
 * Zotero, Scopus, Web of Science, PubMed, IEEE Xplore, Dimensions, Lens, Rayyan, Covidence, ASReview, Publish or
 * Perish, OpenAlex; and the headers of lists of papers in several languages.
 */
const names: readonly (readonly [Field, string])[] = [
	[
		"title",
		"title|document title|article title|paper title|primary title|title of paper|title of the paper|title of article|display name|ti|t1|titles|paper name|full title|titel|titre|titulo|titulo del articulo|titolo|tytul|baslik|judul|nazev|otsikko|название|заголовок|标题|标题名|标题名称|題名|题名|题目|论文题目|論文題目|论文标题|論文標題|標題|论文名称|论文名|論文名|タイトル|論文タイトル|제목|논문 제목|논문제목",
	],
	[
		"abstract",
		"abstract|abstract note|abstract text|abstracttext|ab|n2|abstracts|abstract en|description|resumen|resume|riassunto|zusammenfassung|resumo|samenvatting|аннотация|реферат|摘要|论文摘要|抽象|要旨|概要|抄録|アブストラクト|초록|요약|abstract/summary|summary/abstract|summary|summaries|tldr|tl dr|tl;dr|ai summary|key points|overview|main idea|contribution|core contribution|总结|概述|简介|论文简介|主要内容|核心贡献|要約|摘要总结|论文总结",
	],
	[
		"authors",
		"author full names|authors full names|af|authors|author s|author/s|author|au|a1|author names|authors names|author list|authors list|authors parsed|creators|creator|authorships author display name|authorships.author.display name|by|written by|autor|autoren|autores|auteur|auteurs|autore|autori|auteur s|autorzy|yazarlar|автор|авторы|作者|论文作者|作者列表|著者|著者名|저자|first author|firstauthor|first authors|submitter",
	],
	[
		"date",
		"date|publication date|published|date published|publish date|published date|published on|publication date online|published online|online date|pub date|pubdate|posted|posted on|submitted|submitted on|submission date|submitted date|date submitted|first submitted|released|release date|issued|cover date|early access date|update date|updated|last updated|update|datum|fecha|fecha de publicacion|data|data di pubblicazione|дата|дата публикации|日期|发布日期|发表日期|发表时间|发布时间|提交日期|出版日期|时间|公開日|発行日|投稿日|날짜|게시일|출판일",
	],
	[
		"year",
		"year|publication year|pub year|pubyear|py|y1|year published|published year|jahr|erscheinungsjahr|annee|ano|anno|jaar|год|年份|年度|出版年|发表年份|出版年份|年|연도|출판연도",
	],
	["month", "month|published month|publication month|monat|mois|mes|月|月份"],
	[
		"venue",
		"source title|publication title|journal|journal/book|journal title|journal name|full journal|fulljournal|fulljournalname|venue|conference|conference name|publication|publication name|published in|published at|so|jo|t2|container title|anthology title|proceedings|proceedings title|proceedings title series conference|journal ref|journal reference|booktitle|book title|host venue|journal/conference|conference/journal|conf/journal|source|primary location display name|primary location.source.display name|server|zeitschrift|revue|revista|rivista|fuente|quelle|tijdschrift|журнал|источник|期刊|会议|期刊名称|会议/期刊|期刊/会议|来源|发表|发表于|出处|雑誌|雑誌名|学会|会議|掲載誌|저널|학회|출처",
	],
	["doi", "doi|di|do|doi link|doi url|digital object identifier|paper doi|article doi"],
	["arxiv", "arxiv id|arxiv|arxivid|arxiv number|arxiv link|arxiv url|eprint|paper id|arxiv编号|arxiv链接"],
	["pmid", "pmid|pubmed id|pubmedid|pubmed id|pm|pubmed"],
	[
		"url",
		"url|link|paper link|paper url|article url|articleurl|page|web page|website|permalink|external url|abstract url|paper page|abs|uri|enlace|lien|lenke|ссылка|链接|论文链接|原文链接|地址|网址|论文地址|原文|リンク|링크|hf|hugging face|huggingface|openreview|source urls|full text|full text url|fulltexturl|source link|project page|项目主页|项目地址",
	],
	["pdf", "pdf|pdf link|pdf url|pdf链接|下载|paper pdf|openaccess pdf|best oa pdf url"],
	[
		"code",
		"code|code link|code url|github|github link|github url|repo|repository|source code|implementation|代码|代码链接|开源代码|代码地址|コード|코드|git",
	],
	["data", "dataset|datasets|data link|data availability|数据集|数据"],
	["links", "links|open url link|resources|urls|related links|资源|相关链接"],
	[
		"keywords",
		"author keywords|keywords|keyword|de|kw|index keywords|keywords plus|ieee terms|mesh terms|mesh|mesh headings|manual tags|automatic tags|tags|tag|topics|topic|fields of study|concepts|key words|mots cles|palabras clave|parole chiave|schlagworter|schlagworte|stichworter|palavras chave|ключевые слова|关键词|关键字|标签|核心关键词|キーワード|키워드|subjects|subject",
	],
	[
		"categories",
		"categories|category|primary category|arxiv category|arxiv categories|primary class|分类|类别|领域|カテゴリ|분야",
	],
	["type", "item type|document type|publication type|type|type of work|dt|pt|ty|reference type|literaturtyp"],
	[
		"other",
		"comments|comment|notes|note|votes|upvotes|score|rating|citations|cited by|license|report no|affiliations|affiliation|institutions|institution|备注|评论|评分|机构|单位|コメント|所属|language|issn|isbn|pages|volume|issue|publisher",
	],
];

/** Names that columns of other things have too: they count only where the cells bear them out. */
export const weakTitleNames: ReadonlySet<string> = new Set(
	"paper|papers|name|article|articles|publication|publications|reference|references|citation|work|works|paper and summary|论文|文章|文献|論文|논문|статья|study|studies".split(
		"|",
	),
);

const ranks: ReadonlyMap<string, { field: Field; rank: number }> = new Map(
	names.flatMap(([field, list]) => list.split("|").map((name, rank) => [name, { field, rank }] as const)),
);

/** The field that a header or a label names, and how good the name is (0 is best). */
export function fieldOf(label: string): { readonly field: Field; readonly rank: number } | undefined {
	const name = fieldKey(label);
	return ranks.get(name) ?? ranks.get(name.replace(/ ?\([^()]*\)$/, "")) ?? ranks.get(name.replace(/^paper /, ""));
}

/** A label as the table of names has it: lower case, without marks, signs and underscores. */
export function fieldKey(label: string): string {
	return fold(label.slice(0, 80))
		.replace(/[_\s\u00a0-]+/g, " ")
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, "")
		.replace(/\((?:s|es|en|n|e)\)/g, "s")
		.trim();
}
