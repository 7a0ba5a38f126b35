// Where an item of a feed leads, and the identifiers in its addresses.

import { findDoi } from "../../../identity";
import { childrenOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import type { Draft } from "../../draft";
import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../../identifiers";

/** The page of an item, without what only tells the publisher who counts its readers. */
export function addressOf(item: Element): string {
	const links = childrenOf(item, "link");
	const alternate = links.find(({ attributes }) => (attributes["rel"] ?? "alternate") === "alternate");
	const candidates = [
		...valuesOf(item, "feedburner:origLink", "prism:url"),
		alternate?.attributes["href"] ?? "",
		...links.map(tidyTextOf),
		...valuesOf(item, "guid", "id"),
		item.attributes["rdf:about"] ?? "",
	];
	return withoutTracking(candidates.find(url => /^https?:\/\/\S/i.test(url)) ?? "");
}

const tracking = /^(?:utm_.*|dgcid|af|rss|ff|fc|v|rss_.*|error)$/;

function withoutTracking(address: string): string {
	if (!address.includes("?")) return address;
	try {
		const url = new URL(address);
		for (const key of [...url.searchParams.keys()]) {
			const value = url.searchParams.get(key) ?? "";
			if (tracking.test(key) && value.length < 60) url.searchParams.delete(key);
		}
		return url.search === "" ? address.replace(/\?[^#]*/, "") : url.toString();
	} catch {
		return address;
	}
}

/** The DOI by an element of its own, else out of the addresses of the item. */
export function doiOf(item: Element, url: string): string | undefined {
	const own = valuesOf(item, "prism:doi", "doi", "dc:identifier", "dcterms:identifier", "arxiv:doi", "arxiv:DOI");
	const addresses = [item.attributes["rdf:about"] ?? "", url, ...valuesOf(item, "guid", "id", "link")];
	for (const text of own) {
		const doi = findDoi(text);
		if (doi !== undefined) return doi;
	}
	for (const address of addresses) {
		const doi = doiOfAddress(address);
		if (doi !== undefined) return doi;
	}
	return undefined;
}

/** An arXiv identifier in the addresses of arXiv itself and of pages about its papers. */
export function arxivOf(item: Element, url: string): string | undefined {
	for (const text of [url, ...valuesOf(item, "guid", "id", "link")]) {
		const id = arxivOfAddress(text);
		if (id !== undefined) return id;
	}
	return undefined;
}

export function pmidOf(item: Element, url: string): string | undefined {
	const texts = [url, ...valuesOf(item, "guid", "dc:identifier")];
	return texts
		.map(text => /^(?:pubmed|pmid):(\d{1,9})\b/i.exec(text)?.[1] ?? pmidOfAddress(text))
		.find(id => id !== undefined);
}

/** Further addresses: files that go with the item, and what it is related to. */
export function linksOf(item: Element): NonNullable<Draft["links"]> {
	const related = childrenOf(item, "link")
		.filter(({ attributes }) => /^(?:related|enclosure|via)$/.test(attributes["rel"] ?? ""))
		.map(({ attributes }) => ({
			url: attributes["href"] ?? "",
			type: `${attributes["type"]} ${attributes["title"]}`,
		}));
	const files = childrenOf(item, "enclosure").map(({ attributes }) => ({
		url: attributes["url"] ?? "",
		type: attributes["type"] ?? "",
	}));
	return [...related, ...files.filter(({ type }) => /pdf/.test(type))]
		.filter(({ url }) => /^https?:/i.test(url))
		.map(({ url, type }) => (/pdf/i.test(type) ? { url, kind: "pdf" as const } : url));
}

function valuesOf(item: Element, ...names: readonly string[]): readonly string[] {
	return names.flatMap(name => childrenOf(item, name).map(tidyTextOf)).filter(text => text !== "");
}
