// An item of a feed to a draft. The elements of the modules (Dublin Core, PRISM) say more than those of the feed, and
// these more than what publishers write into descriptions.

import type { StreamedRecord } from "../../../text/markup/elementStream";
import { childrenOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { textIn, valueAt } from "../records";
import { authorsOf } from "./authors";
import { contentOf } from "./content";
import { addressOf, arxivOf, doiOf, linksOf, pmidOf } from "./addresses";

export function itemDraft({ element: item, parents }: StreamedRecord): Draft {
	const url = addressOf(item);
	const { title, author } = adsTitle(titleOf(item), url);
	const said = contentOf(item, title);
	const doi = doiOf(item, url) ?? said.doi;
	const arxiv = arxivOf(item, url);
	const { names, isIncomplete } = authorsOf(item, said.authors ?? author);
	const venue = venueOf(item, parents, url) || said.venue || "";
	return {
		place: item,
		title,
		abstract: said.abstract === venue ? "" : said.abstract,
		writtenIn: "plain",
		authors: names,
		authorsIncomplete: isIncomplete || (author !== undefined && said.authors === undefined),
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
	const title = textIn(item, "title", "dc:title");
	const own = textIn(item, "dc:title");
	// MDPI: `Sensors, Vol. 24, Pages 17: A Title`
	return (own !== "" && title.endsWith(own) ? own : title)
		.replace(/^\[(?:ASAP|Articles?|Research Articles?|Report|Review|Correspondence|Comment)\]\s*/i, "")
		.replace(/\s+/g, " ");
}

/** NASA ADS has no element for authors: the first of them stands before the title, `Lee, Ann: A Title`. */
function adsTitle(written: string, url: string): { readonly title: string; readonly author?: string } {
	const match = /\badsabs\.harvard\.edu\//.test(url) ? /^([^:,]{2,60}, [^:,]{1,60}): (.+)$/s.exec(written) : null;
	return match ? { title: match[2] ?? "", author: `${match[1] ?? ""};` } : { title: written };
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
		const journal =
			textIn(channel, "prism:publicationName") ||
			journalOf(textIn(channel, "title")) ||
			(/^Latest Results for (.+)$/.exec(textIn(channel, "description"))?.[1] ?? "");
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
		/^(PLOS [A-Z][\w &,]{1,60})$/.exec(title) ??
		/^(.+?)\s*(?:[:-]\s*(?:Table of Contents|Current Issue|Advance Articles|Latest Articles|Most Recent Articles|vol\. .*|new issue|new TOC))(?: \([^()]{1,60}\))?$/i.exec(
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
