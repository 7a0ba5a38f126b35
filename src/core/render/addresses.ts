// Where a paper lives on the web: identifiers and links as `https` addresses, nothing else.

import type { Paper } from "../paper";

export interface Address {
	/** An absolute `https:` address, percent-encoded. */
	readonly url: string;
	/** How a reader names it: `arXiv:2409.09173`, `doi:10.1038/…`, `PMID 123`, or the address without `https://`. */
	readonly label: string;
	/** Where it leads: `arXiv`, `doi.org`, `PubMed`, or the host. */
	readonly place: string;
}

/** An address as `https`, or `undefined` for anything that is no web address. `http` is asked for as `https`. */
export function httpsUrl(address: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (url.protocol === "http:" && url.port === "") url.protocol = "https:";
	if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return undefined;
	return url.href.replace(/[()'`\\]/g, character => `%${character.charCodeAt(0).toString(16)}`);
}

/** The identifiers of a paper as links: arXiv, DOI (unless it is the one arXiv gives), PubMed. */
export function identifiers(paper: Pick<Paper, "arxiv" | "doi" | "pmid">): readonly Address[] {
	const found: Address[] = [];
	if (paper.arxiv !== undefined) {
		const url = `https://arxiv.org/abs/${encodePath(paper.arxiv)}`;
		found.push({ url, label: `arXiv:${paper.arxiv}`, place: "arXiv" });
	}
	if (paper.doi !== undefined && !(paper.arxiv !== undefined && /^10\.48550\/arxiv/i.test(paper.doi))) {
		found.push({ url: `https://doi.org/${encodePath(paper.doi)}`, label: `doi:${paper.doi}`, place: "doi.org" });
	}
	if (paper.pmid !== undefined) {
		const url = `https://pubmed.ncbi.nlm.nih.gov/${encodePath(paper.pmid)}/`;
		found.push({ url, label: `PMID ${paper.pmid}`, place: "PubMed" });
	}
	return found;
}

/** The page to read a paper on: its first identifier, else its own address, else its first link. */
export function onlineAddress(paper: Paper): Address | undefined {
	const known = identifiers(paper)[0];
	if (known) return known;
	const pages = paper.links.filter(link => link.kind === "page").map(link => link.url);
	for (const address of [paper.url ?? "", ...pages]) {
		const found = linkAddress(address);
		if (found) return found;
	}
	return undefined;
}

/** The PDF of a paper, when one is known. */
export function pdfAddress(paper: Paper): string | undefined {
	const link = paper.links.find(({ kind }) => kind === "pdf");
	if (link) return httpsUrl(link.url);
	return paper.arxiv === undefined ? undefined : `https://arxiv.org/pdf/${encodePath(paper.arxiv)}`;
}

/** A link as an address that is safe to show and to follow. */
export function linkAddress(address: string): Address | undefined {
	const url = httpsUrl(address);
	if (url === undefined) return undefined;
	return { url, label: bareAddress(address), place: new URL(url).host.replace(/^www\./, "") };
}

/** An address as a text shows it: without its scheme and its final slash. */
export function bareAddress(address: string): string {
	return address.replace(/^https?:\/\//i, "").replace(/\/$/, "");
}

function encodePath(identifier: string): string {
	return identifier
		.split("/")
		.map(part => encodeURIComponent(part).replace(/[()'*!]/g, sign => `%${sign.charCodeAt(0).toString(16)}`))
		.join("/");
}
