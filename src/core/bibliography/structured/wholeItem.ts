// All that is known of a paper as an item of CSL-JSON, which the readers of digests read back as it is. What CSL has no
// variable for stands where its schema lets other things stand. Source: csl-data.json (CSL 1.0.2), `custom`.

import type { Link, Paper } from "../../paper";
import { toLink } from "../../text/links";
import { hasMarkup } from "../../text/markup/markup";
import { cslItem } from "./cslItem";

/** The text of an item, indented as an item of a list: one value on a line. */
export function wholeItemText(id: string, paper: Paper): string {
	const written = withTexts(paper);
	const custom = customOf(written);
	const item = { ...cslItem(id, written, new Set()), ...(Object.keys(custom).length > 0 && { custom }) };
	return JSON.stringify(item, undefined, "  ").replace(/^/gm, "  ");
}

/** Texts of CSL may have mark-up in them: what only looks like it is escaped, so that it is read as it is. */
function withTexts(paper: Paper): Paper {
	const { title, abstract, venue, publisher, keywords } = paper;
	return {
		...paper,
		title: escaped(title),
		abstract: escaped(abstract),
		keywords: keywords.map(escaped),
		...(venue !== undefined && { venue: escaped(venue) }),
		...(publisher !== undefined && { publisher: escaped(publisher) }),
	};
}

function escaped(text: string): string {
	return hasMarkup(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;
}

function customOf({ arxivClass, links, announced, authorsIncomplete, keywords, venue, publisher }: Paper): object {
	return {
		...(arxivClass !== undefined && { arxivCategory: arxivClass }),
		...(links.length > 0 && { links: links.map(linkValue) }),
		// CSL has the one or the other as the publisher of a preprint.
		...(venue !== undefined && publisher !== undefined && venue !== publisher && { venue }),
		...(announced !== undefined && { announced }),
		...(authorsIncomplete !== undefined && { authorsIncomplete }),
		// A keyword may hold a comma, which parts them in CSL's one text.
		...(keywords.some(word => /[,;]/.test(word)) && { keywords }),
	};
}

/** What an address leads to is told by the address, unless it is said. */
function linkValue({ url, kind }: Link): string | Link {
	return toLink(url)?.kind === kind ? url : { url, kind };
}
