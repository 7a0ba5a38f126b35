// All that is known of a paper as an item of CSL-JSON, which the readers of digests read back as it is. What CSL has no
// variable for stands where its schema lets other things stand. Source: csl-data.json (CSL 1.0.2), `custom`.

import type { Link, Paper } from "../../paper";
import { toLink } from "../../text/links";
import { cslItem } from "./cslItem";

/** The text of an item, indented as an item of a list: one value on a line. */
export function wholeItemText(id: string, paper: Paper): string {
	const custom = customOf(paper);
	const item = { ...cslItem(id, paper, new Set()), ...(Object.keys(custom).length > 0 && { custom }) };
	return JSON.stringify(item, undefined, "  ").replace(/^/gm, "  ");
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
