// Addresses in running text, also without `https://`: where they end, what they lead to, and which are cut off.

import type { Link, LinkKind } from "../paper";

/** The links of a text, each once, and the addresses in it that a space has cut off. */
export interface FoundLinks {
	readonly links: readonly Link[];
	readonly broken: readonly { readonly text: string; readonly offset: number }[];
}

const domains =
	"com|org|net|io|ai|co|edu|gov|dev|eu|uk|de|fr|ch|nl|it|es|ca|au|jp|cn|in|me|info|app|tech|health|xyz|ly|gl";
const address = new RegExp(
	String.raw`https?:\/\/[^\s<>"]{1,2000}|(?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,4}(?:${domains})\/[^\s<>"]{1,2000}`,
	"gi",
);

/** `https: //`, `https:// github.com/…`: the space comes before the host. */
const cutScheme = /https?:(?:[ \t]\/\/|\/\/[ \t])[ \t]?[\w.-]{1,200}\S{0,200}/gi;

/** Finds links by RFC 3986; an address without a scheme counts when it has a known top-level domain and a path. */
export function findLinks(text: string): FoundLinks {
	if (!text.includes("/")) return { links: [], broken: [] };
	const links = new Map<string, Link>();
	const broken = [...text.matchAll(cutScheme)].map(match => ({ text: trimEnd(match[0]), offset: match.index }));
	for (const match of text.matchAll(address)) {
		const found = trimEnd(match[0]);
		const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
		if (isCut(match[0], after)) {
			const rest = /^ \S*/.exec(after)?.[0] ?? "";
			broken.push({ text: trimEnd(match[0] + rest), offset: match.index });
			continue;
		}
		const key = linkKey(found);
		const link = links.has(key) ? undefined : toLink(found);
		if (link) links.set(key, link);
	}
	return { links: [...links.values()], broken: broken.sort((a, b) => a.offset - b.offset) };
}

/** A link to an absolute or scheme-less address, or nothing when it is none of the web. */
export function toLink(written: string): Link | undefined {
	const url = /^https?:\/\//i.test(written) ? written : `https://${written}`;
	try {
		const parsed = new URL(url);
		if (!/^https?:$/.test(parsed.protocol) || !parsed.hostname.includes(".")) return undefined;
		return { url, kind: linkKind(parsed) };
	} catch {
		return undefined;
	}
}

/** Several lists of links as one; an address that differs in scheme, `www.` or a last slash only is there once. */
export function mergeLinks(...lists: readonly (readonly Link[])[]): readonly Link[] {
	const links = new Map<string, Link>();
	for (const link of lists.flat()) {
		const key = linkKey(link.url);
		if (!links.has(key)) links.set(key, link);
	}
	return [...links.values()];
}

function linkKey(url: string): string {
	const bare = url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/(?:\.git)?\/?$/i, "");
	const slash = bare.indexOf("/");
	const host = slash < 0 ? bare : bare.slice(0, slash);
	const path = slash < 0 ? "" : bare.slice(slash);
	return host.toLowerCase() + (/^(?:github|huggingface)\./i.test(host) ? path.toLowerCase() : path);
}

/** An address ends before a bracket that it did not open and before the punctuation of the sentence. */
function trimEnd(found: string): string {
	let depth = 0;
	let end = found.length;
	for (let i = 0; i < found.length; i++) {
		const char = found.charAt(i);
		if ("([{".includes(char)) depth++;
		else if (")]}".includes(char) && --depth < 0) {
			end = i;
			break;
		}
	}
	while (end > 0 && /[.,;:!?'"*_`“”‘’»…({[]/.test(found.charAt(end - 1))) end--;
	return found.slice(0, end);
}

/** An address cut by a space ends in a sign that no address ends in, or names a code host and no project. */
function isCut(found: string, after: string): boolean {
	if (!/^ [\w.-]/.test(after)) return false;
	return (
		/[-_=&%+]$/.test(found) ||
		(/(?:github|gitlab|huggingface)\.\w{2,3}\/(?:[\w-]+\/)?$/i.test(found) && /^ [\w-]+\//.test(after))
	);
}

const dataHosts = /^(?:kaggle\.com|zenodo\.org|figshare\.com|physionet\.org|osf\.io|openneuro\.org|datadryad\.org)$/;
const codeHosts =
	/^(?:github\.com|bitbucket\.org|codeberg\.org|gist\.github\.com|colab\.research\.google\.com|gitlab\..*)$/;
/** Prefixes of DOIs that data repositories give: Zenodo, figshare, Dryad, DataverseNO, Harvard Dataverse. */
const dataDoi = /^\/10\.(?:5281\/zenodo|6084\/m9|5061\/dryad|18710\/|7910\/dvn)/i;

/** What an address leads to, by its host and path. */
function linkKind({ hostname, pathname }: URL): LinkKind {
	const host = hostname.toLowerCase().replace(/^www\./, "");
	const parts = pathname.split("/").filter(part => part !== "");
	if (/\.pdf$/i.test(pathname) || (/(?:^|\.)(?:arxiv|openreview)\./.test(host) && parts[0] === "pdf")) return "pdf";
	if (dataHosts.test(host) || /dataverse/.test(host) || (host === "doi.org" && dataDoi.test(pathname))) return "data";
	if (host === "huggingface.co" || host === "hf.co") return huggingFaceKind(parts);
	if (codeHosts.test(host)) return parts.length >= 2 ? "code" : "page";
	return parts.some(part => /^(?:datasets?|data)$/i.test(part)) ? "data" : "page";
}

function huggingFaceKind(parts: readonly string[]): LinkKind {
	if (parts[0] === "datasets") return "data";
	const isModel =
		parts.length >= 2 && !/^(?:spaces|papers|collections|blog|docs|posts|learn|api)$/.test(parts[0] ?? "");
	return isModel ? "code" : "page";
}
