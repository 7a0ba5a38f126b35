// Papers as RIS. Source: RIS Format Specifications (Thomson Reuters, 2011).

import type { Name, Paper } from "../paper";
import { oneLine } from "../text/normalize";
import { nameLastFirst } from "./csv";
import type { KeyedPaper } from "./formats";

/** CSL types as RIS has them; what it has no type for is generic. */
const types: Readonly<Record<string, string>> = {
	...{ article: "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS" },
	...{ book: "BOOK", chapter: "CHAP", classic: "CLSWK", dataset: "DATA", figure: "FIGURE", graphic: "ART" },
	...{ bill: "BILL", hearing: "HEAR", legal_case: "CASE", legislation: "STAT", manuscript: "MANSCPT", map: "MAP" },
	...{ "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", motion_picture: "VIDEO", pamphlet: "PAMP" },
	...{ "paper-conference": "CPAPER", patent: "PAT", personal_communication: "PCOMM", "post-weblog": "BLOG" },
	...{ report: "RPRT", software: "COMP", song: "SOUND", standard: "STAND", thesis: "THES", webpage: "ELEC" },
};

export function risRecords(papers: readonly KeyedPaper[]): string {
	return papers.map(risRecord).join("\r\n");
}

function risRecord({ key, paper }: KeyedPaper): string {
	const lines = fieldsOf(paper).flatMap(([tag, value]) => {
		const written = oneLine(value ?? "");
		return written === "" ? [] : [`${tag}  - ${written}`];
	});
	return [`TY  - ${types[paper.type] ?? "GEN"}`, ...lines, `ID  - ${key}`, "ER  - ", ""].join("\r\n");
}

type Field = readonly [tag: string, value: string | undefined];

function fieldsOf(paper: Paper): readonly Field[] {
	const [first, last] = pagesOf(paper.pages);
	const isReport = /^(?:report|standard|patent)$/.test(paper.type);
	const isByPublisher = /^(?:book|thesis|report|dataset|software|standard|pamphlet|map)$/.test(paper.type);
	const editors = paper.editors ?? [];
	return [
		...authorFields(paper, editors),
		["TI", paper.title],
		["PY", paper.issued && String(paper.issued.year)],
		["DA", paper.issued?.month === undefined ? undefined : risDate(paper)],
		[paper.type === "article-journal" ? "JO" : "T2", isByPublisher ? undefined : paper.venue],
		["T3", paper.series],
		["VL", paper.volume],
		["IS", isReport ? paper.number : paper.issue],
		["SP", first],
		["EP", last],
		["PB", isByPublisher ? (paper.publisher ?? paper.venue) : paper.publisher],
		["CY", paper.place],
		["ET", paper.edition],
		["M3", paper.genre],
		["SN", paper.isbn],
		["SN", paper.issn],
		["DO", paper.doi],
		["AN", paper.arxiv === undefined ? undefined : `arXiv:${paper.arxiv}`],
		["N1", paper.pmid === undefined ? undefined : `PMID: ${paper.pmid}`],
		["UR", paper.url],
		...paper.keywords.map((word): Field => ["KW", word]),
		...paper.links.map(({ url, kind }): Field => [kind === "pdf" ? "L1" : "L2", url]),
		["AB", paper.abstract],
	];
}

function authorFields({ authors, authorsIncomplete }: Paper, editors: readonly Name[]): readonly Field[] {
	return [
		...authors.map((name): Field => ["AU", nameLastFirst(name)]),
		["AU", authorsIncomplete === true ? "et al." : undefined],
		...editors.map((name): Field => ["ED", nameLastFirst(name)]),
	];
}

/** The first and the last page; the number of an article stands alone. */
function pagesOf(pages: string | undefined): readonly [string | undefined, string | undefined] {
	const [, first, last] = /^(\S+?)\s*[-–—]+\s*(\S+)$/.exec(pages ?? "") ?? [];
	return first === undefined ? [pages, undefined] : [first, last];
}

/** `YYYY/MM/DD/`, with parts left empty. */
function risDate({ issued }: Paper): string {
	const two = (part: number | undefined): string => (part === undefined ? "" : String(part).padStart(2, "0"));
	return `${issued?.year ?? ""}/${two(issued?.month)}/${two(issued?.day)}/`;
}
