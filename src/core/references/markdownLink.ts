// A paper as a link in Markdown: `[Kim et al. (2025): Title](https://doi.org/…)`.

import type { Name, Paper } from "../paper";
import { escapeInline } from "./runs/output";

/** A link to a paper's best address, or its text alone when it has none. */
export function markdownLink(paper: Paper): string {
	const { issued, title } = paper;
	const authors = authorsOf(paper);
	const year = issued ? `(${issued.year})` : "";
	const head = [authors, year].filter(part => part !== "").join(" ");
	const text = escapeInline([head, title].filter(part => part !== "").join(": ")).trim();
	const address = addressOf(paper);
	return address === undefined ? text : `[${text}](${escapeAddress(address)})`;
}

/** One or two family names, or the first of several. */
function authorsOf({ authors, authorsIncomplete }: Paper): string {
	const [first, second] = authors;
	if (!first) return "";
	if (authors.length > 2 || authorsIncomplete) return `${familyOf(first)} et al.`;
	return second ? `${familyOf(first)} and ${familyOf(second)}` : familyOf(first);
}

function familyOf(name: Name): string {
	if ("literal" in name) return name.literal;
	return name.particle === undefined ? name.family : `${name.particle} ${name.family}`;
}

function addressOf({ doi, arxiv, pmid, url, links }: Paper): string | undefined {
	if (doi !== undefined) return `https://doi.org/${encodePath(doi)}`;
	if (arxiv !== undefined) return `https://arxiv.org/abs/${encodePath(arxiv)}`;
	if (url !== undefined && /^https?:\/\//i.test(url)) return url;
	if (pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${encodePath(pmid)}/`;
	return links[0]?.url;
}

function encodePath(text: string): string {
	// Half a pair of UTF-16 has no form in an address.
	return encodeURI(text.replace(/[\ud800-\udfff]/gu, "\ufffd")).replace(/[?#]/g, sign => encodeURIComponent(sign));
}

/** Signs that would end the address of a link (CommonMark 0.31, "Links"). */
function escapeAddress(address: string): string {
	return address.replace(/[\s()<>\\]/g, sign => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
}
