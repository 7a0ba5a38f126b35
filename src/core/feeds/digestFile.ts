// What a fetch brought as a digest file: a list of CSL-JSON, which keeps all that was read of each paper; and its name, of
// the feed and the day.

import { wholeItemText } from "../bibliography/structured/wholeItem";
import type { Paper } from "../paper";
import type { Day, Feed } from "./feed";

/** The text of a digest with these papers, which `readDigest` reads back as they are. */
export function digestText(papers: readonly Paper[]): string {
	const items = papers.map(paper => wholeItemText(paper.id, paper));
	return items.length === 0 ? "[]\n" : `[\n${items.join(",\n")}\n]\n`;
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
