// arXiv's daily feeds: RSS 2.0 and Atom of rss.arxiv.org, RSS 1.0 of export.arxiv.org before 2024. Source: arXiv,
// "RSS feeds" (info.arxiv.org/help/rss.html and rss_specifications.html).

import type { Announcement } from "../../../paper";
import { childOf, childrenOf, descendantsOf, textOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { readMarkup } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { readArxivAuthors } from "../../tagged/arxiv/fields";
import { toFormat, valueAt } from "../records";
import { arxivVenue, categoriesOf, dateOfAnnouncement } from "./entry";

export const arxivRss = toFormat({
	name: "arxiv-rss",
	isOf: ({ name, head, names }) =>
		/^(?:feed|rss|rdf:RDF|channel)$/.test(name) &&
		(names.has("arxiv:announce_type") ||
			/\b(?:rss\.arxiv\.org|arxiv\.org\/rss|export\.arxiv\.org\/rss)\b|updates on arXiv\.org/.test(head)),
	isRecord: name => name === "item" || name === "entry",
	draftOf: ({ element, parents }) => draftOf(element, parents),
});

function draftOf(item: Element, parents: readonly Element[]): Draft | undefined {
	const title = readTitle(tidyTextOf(childOf(item, "title")));
	const address = addressOf(item);
	if (address === "" && title.title === "") return undefined;
	const said = readSummary(textOf(childOf(item, "description", "summary", "content")));
	const announced = announcementOf(said.type ?? valueAt(item, "arxiv:announce_type")) ?? title.announced;
	const categories = categoriesOf([
		...categoryTerms(item),
		...(title.arxivClass === undefined ? [] : [title.arxivClass]),
	]);
	const published =
		valueAt(item, "published") || valueAt(item, "pubDate") || valueAt(item, "dc:date") || dateOfFeed(parents);
	return {
		place: item,
		title: title.title,
		abstract: said.abstract,
		writtenIn: "plain",
		...authorsOf(item),
		issued: dateOfAnnouncement(address, readDate(published)),
		arxiv: address,
		arxivClass: title.arxivClass ?? categories[0],
		doi: valueAt(item, "arxiv:DOI") || valueAt(item, "arxiv:doi"),
		venue: tidyTextOf(childOf(item, "arxiv:journal_reference", "arxiv:journal_ref")) || arxivVenue,
		keywords: categories,
		announced,
		needsNoAbstract: announced === "replacement",
	};
}

/** `oai:arXiv.org:2508.13426v1`, `http://arxiv.org/abs/2301.00001`, or the address of RDF. */
function addressOf(item: Element): string {
	const link = childrenOf(item, "link").map(found => found.attributes["href"] ?? tidyTextOf(found));
	const all = [...link, item.attributes["rdf:about"] ?? "", valueAt(item, "guid"), valueAt(item, "id")];
	const found = all.find(text => /arxiv/i.test(text)) ?? "";
	return found.replace(/^oai:arXiv\.org:/i, "arXiv:");
}

/** The old form of a title: `A Title. (arXiv:2301.00001v2 [cs.CL] UPDATED)`, `… CROSS LISTED)`. */
function readTitle(written: string): { title: string; arxivClass?: string; announced?: Announcement } {
	const match = /^(.*?)\.?\s*\(arXiv:[^\s()]{4,40}(?:\s+\[([\w.-]+)\])?\s*(UPDATED|CROSS LISTED)?\)$/.exec(written);
	if (!match) return { title: written };
	const [, title = "", arxivClass, mark] = match;
	const announced = mark === "UPDATED" ? "replacement" : mark === "CROSS LISTED" ? "cross-list" : "new";
	return { title, ...(arxivClass !== undefined && { arxivClass }), announced };
}

/** `arXiv:2508.13426v1 Announce Type: cross` and `Abstract: …`; before 2024 one paragraph of HTML. */
function readSummary(written: string): { type?: string; abstract: string } {
	const text = /<\/?(?:p|br)\b/i.test(written) ? readMarkup(written).text : written;
	const head = /^\s*arXiv:\S{4,40}\s+Announce Type:\s*([\w-]+)\s*/.exec(text);
	const abstract = text.slice(head?.[0].length ?? 0).replace(/^\s*Abstract:\s*/, "");
	return { ...(head?.[1] !== undefined && { type: head[1] }), abstract };
}

function announcementOf(type: string): Announcement | undefined {
	if (/^replace/i.test(type)) return "replacement";
	if (/^cross/i.test(type)) return "cross-list";
	return /^new/i.test(type) ? "new" : undefined;
}

/** All authors in one text; before 2024 each as a link in escaped HTML. */
function authorsOf(item: Element): Pick<Draft, "authors" | "authorsIncomplete"> {
	const written = [...childrenOf(item, "dc:creator"), ...childrenOf(item, "author")].map(author => {
		const name = childOf(author, "name") ?? author;
		return readMarkup(textOf(name)).text;
	});
	const lists = written.map(readArxivAuthors);
	return {
		authors: lists.flatMap(({ authors = [] }) => authors),
		authorsIncomplete: lists.some(({ authorsIncomplete }) => authorsIncomplete === true),
	};
}

function categoryTerms(item: Element): readonly string[] {
	return [...childrenOf(item, "category"), ...childrenOf(item, "dc:subject")].map(
		found => found.attributes["term"] ?? tidyTextOf(found),
	);
}

function dateOfFeed(parents: readonly Element[]): string {
	for (const parent of parents)
		for (const found of descendantsOf(parent))
			if (/^(?:dc:date|pubDate)$/.test(found.name)) return tidyTextOf(found);
	return "";
}
