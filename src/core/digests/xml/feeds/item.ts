// An item of a feed to a draft. The elements of the modules (Dublin Core, PRISM) say more than those of the feed, and
// these more than what publishers write into descriptions.

import type { StreamedRecord } from "../../../text/elementStream";
import { childrenOf, tidyTextOf, type Element } from "../../../text/elements";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { textIn, valueAt } from "../records";
import { authorsOf } from "./authors";
import { contentOf } from "./content";
import { addressOf, arxivOf, doiOf, linksOf, pmidOf } from "./addresses";

export function itemDraft({ element: item, parents }: StreamedRecord): Draft {
	const title = titleOf(item);
	const said = contentOf(item, title);
	const url = addressOf(item);
	const doi = doiOf(item, url) ?? said.doi;
	const arxiv = arxivOf(item, url);
	const { names, isIncomplete } = authorsOf(item, said.authors);
	const venue = venueOf(item, parents, url) || said.venue || "";
	return {
		place: item,
		title,
		abstract: said.abstract,
		writtenIn: "plain",
		authors: names,
		authorsIncomplete: isIncomplete,
		issued: dateOf(item, said.date),
		type: arxiv === undefined && venue !== "" && !/rxiv/i.test(venue) ? "article-journal" : "article",
		arxiv,
		doi,
		pmid: pmidOf(item, url) ?? said.pmid,
		url: arxiv !== undefined && /arxiv\.org/i.test(url) ? undefined : url,
		venue: venue || (arxiv === undefined ? "" : "arXiv"),
		keywords: keywordsOf(item),
		links: [...linksOf(item), ...said.links],
	};
}

/** The title without the marks that publishers put before it. */
function titleOf(item: Element): string {
	return textIn(item, "title", "dc:title")
		.replace(/^\[(?:ASAP|Articles?|Research Articles?|Report|Review|Correspondence|Comment)\]\s*/i, "")
		.replace(/\s+/g, " ");
}

/** When the paper appeared. A feed's own dates come last: of `updated`, only its being there is sure. */
function dateOf(item: Element, said: string | undefined): Draft["issued"] {
	const first = ["published", "issued", "prism:publicationDate", "dc:date", "dcterms:issued", "dcterms:date"];
	const last = ["pubDate", "prism:coverDate", "prism:coverDisplayDate", "dcterms:modified", "updated", "modified"];
	for (const name of first) {
		const date = readDate(valueAt(item, name));
		if (date) return date;
	}
	const own = said === undefined ? undefined : readDate(said);
	if (own) return own;
	for (const name of last) {
		const date = readDate(valueAt(item, name));
		if (date) return date;
	}
	return undefined;
}

/** The journal by its own element; by the title of the feed only where that is told to be a journal's. */
function venueOf(item: Element, parents: readonly Element[], url: string): string {
	const named = textIn(item, "prism:publicationName", "dc:source", "dcterms:isPartOf");
	if (named !== "" && !/^https?:/.test(named)) return named.replace(/\s+/g, " ");
	const server = /\b(bio|med)rxiv\.org\//.exec(url)?.[1];
	if (server !== undefined) return `${server}Rxiv`;
	for (const parent of [...parents].reverse()) {
		const channel = parent.name === "channel" ? parent : (childrenOf(parent, "channel")[0] ?? parent);
		const journal = textIn(channel, "prism:publicationName") || journalOf(textIn(channel, "title"));
		if (journal !== "") return journal;
	}
	return "";
}

/** The journal in the title of a feed, as its publisher writes one. */
function journalOf(title: string): string {
	const match =
		/^(?:ScienceDirect Publication|Wiley|Wiley Online Library|tandf|SAGE Publications(?: Ltd| Inc)?):\s*(.+?)(?::\s*Table of Contents)?$/i.exec(
			title,
		) ??
		/^(.+?)\s*(?:[:-]\s*(?:Table of Contents|Current Issue|Advance Articles|Latest Articles|Most Recent Articles|vol\. .*|new issue))$/i.exec(
			title,
		);
	return match?.[1] ?? "";
}

function keywordsOf(item: Element): readonly string[] {
	const names = ["category", "dc:subject", "dcterms:subject", "prism:keyword"];
	return names.flatMap(name =>
		childrenOf(item, name).map(found => found.attributes["label"] ?? found.attributes["term"] ?? tidyTextOf(found)),
	);
}
