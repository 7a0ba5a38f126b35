// Dublin Core as repositories give it by OAI-PMH. Sources: DCMI Metadata Terms; arXiv's and EPrints' use of `oai_dc`.

import { childrenOf, type Element } from "../../../text/markup/elements";
import { findArxiv, findDoi } from "../../../identity";
import { plainOfXml } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { readName } from "../../names";
import { arxivVenue } from "../arxiv/entry";

/** The draft of a record in Dublin Core; `undefined` for what has no title there. */
export function dublinCoreDraft(metadata: Element): Draft | undefined {
	const values = (name: string): readonly string[] =>
		childrenOf(metadata)
			.filter(child => child.name.replace(/^(?:dc|dcterms|oai_dc):/, "") === name)
			.map(plainOfXml)
			.filter(text => text !== "");
	const [title] = values("title");
	if (title === undefined) return undefined;
	const identifiers = [...values("identifier"), ...values("relation")];
	const addresses = identifiers.filter(text => /^https?:\/\//.test(text));
	const arxiv = identifiers.find(text => findArxiv(text) !== undefined && /arxiv/i.test(text));
	const source = journalOf(values("source"));
	return {
		place: metadata,
		title,
		abstract: abstractAmong([...values("abstract"), ...values("description")]),
		writtenIn: "plain",
		authors: values("creator").flatMap(name => readName(name) ?? []),
		issued: earliest([...values("date"), ...values("issued")]),
		type: typeOf(values("type"), arxiv),
		arxiv,
		doi: identifiers.find(text => findDoi(text) !== undefined && !/^https?:(?!.*doi\.org)/.test(text)),
		url: arxiv === undefined ? addresses[0] : undefined,
		venue: source || (arxiv === undefined ? (values("publisher")[0] ?? "") : arxivVenue),
		keywords: values("subject"),
		links: addresses.slice(1),
	};
}

/** The journal in a source: `Journal; Vol 5, No 1 (2019): Topic; 12-20` (OJS), and no ISSN or address alone. */
function journalOf(sources: readonly string[]): string {
	const named = sources.find(text => !/^(?:\d{4}-\d{3}[\dXx]|https?:\S+)$/.test(text)) ?? "";
	return named.replace(/\s*[,;]\s*(?:Vol|Bd|N[or]|Issue|Núm|T)\b.*$/isu, "").replace(/\s*[,;]\s*Volume\b.*$/is, "");
}

/** arXiv writes its comments as a further description, as in `Comment: 12 pages`: the abstract is the longest other one. */
function abstractAmong(descriptions: readonly string[]): string {
	const texts = descriptions.filter(text => !/^Comments?: /.test(text));
	return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}

/** Each version of a work has its date. */
function earliest(dates: readonly string[]): Draft["issued"] {
	const read = dates.flatMap(date => readDate(date) ?? []);
	const order = ({ year, month = 0, day = 0 }: { year: number; month?: number; day?: number }): number =>
		year * 10_000 + month * 100 + day;
	return read.sort((a, b) => order(a) - order(b))[0];
}

/** Words of the vocabularies of repositories: `info:eu-repo/semantics/article`, `Thesis`, `text`. */
function typeOf(types: readonly string[], arxiv: string | undefined): string {
	const all = types.join(" ").toLowerCase();
	if (arxiv !== undefined || /preprint/.test(all)) return "article";
	if (/thesis/.test(all)) return "thesis";
	if (/conference|proceeding/.test(all)) return "paper-conference";
	if (/book\s?part|chapter/.test(all)) return "chapter";
	if (/\bbook\b/.test(all)) return "book";
	if (/dataset/.test(all)) return "dataset";
	if (/report/.test(all)) return "report";
	return /article/.test(all) ? "article-journal" : "document";
}
