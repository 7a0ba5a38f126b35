// What a fetch brought as a digest file: a list of CSL-JSON, which keeps all that was read of each paper, one value a
// line; and its name, of the feed and the day. Source: csl-data.json (CSL 1.0.2), `custom` for what CSL has no variable for.

import { cslItem } from "../bibliography/structured/cslItem";
import type { Link, Paper } from "../paper";
import { toLink } from "../text/links";
import type { Day, Feed } from "./feed";

/** The text of a digest with these papers, which `readDigest` reads back as they are. */
export function digestText(papers: readonly Paper[]): string {
	return papers.length === 0 ? "[]\n" : `[\n${papers.map(itemText).join(",\n")}\n]\n`;
}

function itemText(paper: Paper): string {
	const { id, arxivClass, links, announced, authorsIncomplete, keywords, venue, publisher } = paper;
	const custom = {
		...(arxivClass !== undefined && { arxivCategory: arxivClass }),
		...(links.length > 0 && { links: links.map(linkValue) }),
		// CSL has the one or the other as the publisher of a preprint.
		...(venue !== undefined && publisher !== undefined && venue !== publisher && { venue }),
		...(announced !== undefined && { announced }),
		...(authorsIncomplete !== undefined && { authorsIncomplete }),
		// A keyword may hold a comma, which parts them in CSL's one text.
		...(keywords.some(word => /[,;]/.test(word)) && { keywords }),
	};
	const item = { ...cslItem(id, paper, new Set()), ...(Object.keys(custom).length > 0 && { custom }) };
	return JSON.stringify(item, undefined, "\t").replace(/^/gm, "\t");
}

/** What an address leads to is told by the address, unless it is said. */
function linkValue({ url, kind }: Link): string | Link {
	return toLink(url)?.kind === kind ? url : { url, kind };
}

/** Letters of a feed's name in a file's name: the day must not be cut off. */
const longestStem = 44;

/** The name of a feed's digest of a day, as in `arxiv-cs.CL-2026-09-04.json`. */
export function digestFileName(feed: Feed, today: Day): string {
	const day = feed.kind === "huggingFace" && feed.day !== "daily" ? feed.day : today;
	return `${stemOf(feed)}-${day}.json`;
}

function stemOf({ kind, name }: Feed): string {
	const written = kind === "web" || kind === "mail" ? name.replace(/\.(?:xml|rss|atom|rdf|json)$/i, "") : name;
	const known = written.replace(/^arXiv(?= )/, "arxiv").replace(/^PubMed(?= )/, "pubmed");
	const short = known.replace(/^Hugging Face .*$/, "huggingface").replace(/\d{4}-\d\d-\d\d/g, " ");
	const words = short.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}.]+/gu, "-");
	const cut = words.slice(0, longestStem).replace(/[\ud800-\udbff]$/, "");
	const stem = cut.replace(/^[-.]+|[-.]+$/g, "");
	return stem === "" ? "feed" : stem;
}
