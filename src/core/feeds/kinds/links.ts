// The feeds that a page for people names in its head, and the page of older papers that a feed names in its own.

import { descendantsOf, parseElements } from "../../text/markup/elements";
import { oneLine } from "../../text/normalize";
import type { FeedLink } from "../feed";

/** The beginning of a page, in which its head lies. */
const headLength = 200_000;
const mostLinks = 20;
const types = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|(?:application|text)\/xml)\b/i;

/** The feeds of a page at an address, those over `https` alone, each once. Total. */
export function feedLinks(page: string, address: string): readonly FeedLink[] {
	const found = new Map<string, FeedLink>();
	let base = address;
	for (const { name, attributes } of descendantsOf(parseElements(page.slice(0, headLength), { xml: false }))) {
		const { rel = "", type = "", href = "", title = "" } = attributes;
		if (name === "base") base = absolute(href, address) ?? base;
		const isFeed = name === "link" && /(?:^|\s)alternate(?:\s|$)/i.test(rel) && types.test(type.trim());
		const url = isFeed ? absolute(href, base) : undefined;
		if (url !== undefined && !found.has(url)) found.set(url, { url, title: oneLine(title).slice(0, 200) });
		if (found.size >= mostLinks) break;
	}
	return [...found.values()];
}

/**
 * The page of older papers that a feed names before its papers (RFC 5005, 3: `next`, and 4: `prev-archive`), of the same
 * site alone. Total.
 */
export function olderPage(feed: string, address: string): string | undefined {
	const [head = ""] = feed.slice(0, headLength).split(/<(?:\w+:)?(?:entry|item)\b/i, 1);
	for (const { name, attributes } of descendantsOf(parseElements(head, { xml: true }))) {
		const { rel = "", href = "" } = attributes;
		if (!/(?:^|:)link$/.test(name) || !/^(?:next|prev-archive)$/i.test(rel.trim())) continue;
		const url = absolute(href, address);
		if (url !== undefined && url !== address && new URL(url).host === new URL(address).host) return url;
	}
	return undefined;
}

function absolute(written: string, base: string): string | undefined {
	try {
		const url = new URL(written.trim(), base);
		return url.protocol === "https:" && written.trim() !== "" ? url.href : undefined;
	} catch {
		return undefined;
	}
}
