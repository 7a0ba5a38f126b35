// Addresses in pages and mails: what a redirect leads to, and which are those of papers.

import { arxivOfAddress, doiOfAddress, pmidOfAddress, withoutEscapes } from "../identifiers";

/** A paper that an address leads to. */
export interface PaperAddress {
	/** The address itself, unwrapped. */
	readonly url: string;
	/** The same for all addresses of one paper that can be told to be so. */
	readonly key: string;
	readonly doi?: string;
	readonly arxiv?: string;
	readonly pmid?: string;
}

/** Redirects within redirects. */
const deepest = 4;

/** The address that a redirect leads to when it names it, as alerts and mail filters do; else the address itself. */
export function unwrap(href: string, base?: string): string | undefined {
	let url = absolute(href, base);
	for (let i = 0; i < deepest && url !== undefined; i++) {
		const target = targetOf(url);
		if (target === undefined) break;
		url = absolute(target);
	}
	return url === undefined ? undefined : withoutTracking(url);
}

function absolute(href: string, base?: string): string | undefined {
	if (href.length > 8000 || /^(?:mailto|javascript|tel|data|cid|about|file):|^#/i.test(href)) return undefined;
	const known = base ?? baseOf(href);
	try {
		const url = known === undefined ? new URL(href) : new URL(href, known);
		return /^https?:$/.test(url.protocol) ? url.href : undefined;
	} catch {
		return undefined;
	}
}

/** Paths of sites whose saved pages keep them without the host. */
const paths: readonly (readonly [RegExp, string])[] = [
	[/^\/(?:abs|pdf|html)\/(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/, "https://arxiv.org"],
	[/^\/papers\/\d{4}\.\d{4,5}/, "https://huggingface.co"],
	[/^\/(?:forum|pdf)\?id=/, "https://openreview.net"],
	[/^\/(?:\d{4}\.[a-z0-9_-]+-[a-z0-9]+\.\d+|[A-Z]\d{2}-\d{4})\/?$/, "https://aclanthology.org"],
	[/^\/articles\/(?:s\d{5}-|d41586-|nature\d)/, "https://www.nature.com"],
	[/^\/\d{6,9}\/?$/, "https://pubmed.ncbi.nlm.nih.gov"],
	[/^\/doi\/(?:abs\/|full\/|pdf\/)?10\.\d{4,9}\//, "https://doi.org"],
	[/^\/content\/10\.1101\//, "https://www.biorxiv.org"],
];

function baseOf(href: string): string | undefined {
	if (href.startsWith("//")) return "https://example.org";
	return paths.find(([path]) => path.test(href))?.[1];
}

/** Names of parameters that redirects give the target in. */
const targets = [
	"url",
	"u",
	"q",
	"target",
	"redirect",
	"redirect_url",
	"redirecturl",
	"dest",
	"destination",
	"to",
	"link",
	"r",
	"goto",
];

function targetOf(written: string): string | undefined {
	const url = new URL(written);
	// `urldefense.com/v3/__https://…__;`, and `…/CL0/https:%2F%2F…/1/…` of newsletters.
	const inPath =
		/\/__(https?:\/.{4,4000}?)__(?:;|$)/i.exec(written)?.[1] ??
		/\/(https?(?::|%3a)%2f%2f[^/]{4,4000})/i.exec(written)?.[1];
	if (inPath !== undefined) return withoutEscapes(inPath).replace(/^(https?:\/)(?=[^/])/, "$1/");
	if (/(?:share|sharer|intent|scholar_share|addthis|mendeley\.com\/import)/i.test(url.pathname)) return undefined;
	for (const [name, value] of url.searchParams) {
		if (!targets.includes(name.toLowerCase())) continue;
		if (/^https?:\/\//i.test(value)) return value;
		// `urldefense.proofpoint.com/v2/url?u=https-3A__arxiv.org_abs_…`
		if (/^https?-3A__/i.test(value))
			return withoutEscapes(value.replace(/_/g, "/").replace(/-([\dA-F]{2})/gi, "%$1"));
	}
	return undefined;
}

function withoutTracking(written: string): string {
	if (!written.includes("?")) return written;
	const url = new URL(written);
	const names = [...url.searchParams.keys()].filter(name =>
		/^(?:utm_\w+|mc_[ce]id|fbclid|gclid|elq\w*|et_\w+|cmp|cm_mm\w*|WT\.\w+|dgcid|email_work_card|trk\w*|sap-outbound-id|via|src)$/i.test(
			name,
		),
	);
	if (names.length === 0) return written;
	for (const name of names) url.searchParams.delete(name);
	return url.href;
}

/** Hosts and paths of papers without an identifier that is known elsewhere. */
const pages: readonly RegExp[] = [
	/(?:^|\.)openreview\.net\/(?:forum|pdf)\?id=([\w-]{5,20})/,
	/(?:^|\.)(?:aclanthology\.org|aclweb\.org\/anthology)\/((?:\d{4}\.[\w-]+\.\d+|[A-Z]\d{2}-\d{4}))(?:\.pdf|\/|$)/,
	/(?:^|\.)proceedings\.mlr\.press\/(v\d+\/[\w-]+)/,
	/(?:^|\.)(?:papers\.(?:nips|neurips)\.cc|proceedings\.neurips\.cc)\/paper(?:_files\/paper)?\/(\d{4}\/(?:hash|file)\/\w+)/,
	/(?:^|\.)openaccess\.thecvf\.com\/content.*\/([\w-]+_paper)\./,
	/(?:^|\.)jmlr\.org\/papers\/(v\d+\/[\w-]+)/,
	/(?:^|\.)nature\.com\/articles\/([a-z0-9-]+)/,
	/(?:^|\.)sciencedirect\.com\/science\/article\/(?:abs\/)?pii\/(\w+)/,
	/(?:^|\.)(?:cell|thelancet)\.com\/(?:\S*\/)?(?:fulltext|abstract|article)\/([SP]?[\w()-]{12,30})/,
	/(?:^|\.)ieeexplore\.ieee\.org\/(?:abstract\/)?document\/(\d+)/,
	/(?:^|\.)academic\.oup\.com\/[\w-]+\/(?:advance-)?article(?:-abstract|-pdf)?\/(?:doi\/)?([^?#]+)/,
	/(?:^|\.)mdpi\.com\/(\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+)/,
	/(?:^|\.)(?:papers\.)?ssrn\.com\/(?:sol3\/\S*abstract_?id=|abstract=)(\d+)/i,
	/(?:^|\.)semanticscholar\.org\/(?:paper|reader)\/(?:[^/?#]*\/)?([\da-f]{40})/,
	/(?:^|\.)semanticscholar\.org\/(CorpusID:\d+)/i,
	/(?:^|\.)researchgate\.net\/publication\/(\d+)/,
	/(?:^|\.)dblp\.(?:org|uni-trier\.de)\/rec\/([\w/-]+)/,
	/(?:^|\.)jstor\.org\/stable\/([\w./]+)/,
	/(?:^|\.)jamanetwork\.com\/journals\/[\w-]+\/(?:article-abstract|fullarticle)\/(?:doi\/)?([^?#]+)/,
	/(?:^|\.)cambridge\.org\/core\/journals\/[\w-]+\/article\/(?:abs\/)?([^?#]+)/,
	/(?:^|\.)elifesciences\.org\/(?:articles|reviewed-preprints)\/(\d+)/,
	/(?:^|\.)hal\.(?:science|archives-ouvertes\.fr)\/(hal-\d+)/,
	/(?:^|\.)researchsquare\.com\/article\/(rs-\d+)/,
	/(?:^|\.)preprints\.org\/(?:manuscript|frontend\/manuscript)\/([\w.]+)/,
	/(?:^|\.)paperswithcode\.com\/paper\/([\w-]+)/,
	/(?:^|\.)connectedpapers\.com\/main\/(\w+)/,
	/(?:^|\.)(?:bmj|jci|haematologica|pnas|jimmunol|jneurosci|genome\.cshlp|genesdev\.cshlp|rupress|asm)\.(?:com|org)\/(?:content|articles?)\/([^?#]+)/,
	/(?:^|\.)(?:bio|med)rxiv\.org\/content\/(early\/[\d/]+)/,
	/(?:^|\.)(?:pmc\.ncbi\.nlm\.nih\.gov\/articles|ncbi\.nlm\.nih\.gov\/pmc\/articles)\/(PMC\d+)/,
];

/** The paper that an address leads to, told by the address alone. */
export function paperAddress(url: string): PaperAddress | undefined {
	const bare = url.replace(/^https?:\/\/(?:www\.)?/i, "");
	const arxiv = arxivOfAddress(url);
	if (arxiv !== undefined) return { url, key: `arxiv:${arxiv}`, arxiv };
	const pmid = pmidOfAddress(url);
	if (pmid !== undefined) return { url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, key: `pmid:${pmid}`, pmid };
	const doi = doiOfAddress(url);
	if (doi !== undefined) return { url, key: `doi:${doi.toLowerCase()}`, doi };
	const page = pages.map(pattern => pattern.exec(bare)?.[1]).find(found => found !== undefined);
	if (page === undefined) return undefined;
	const nature =
		/nature\.com\/articles\/((?:s\d{5}-\d{3}-\d{5}-[\dx]|d41586-\d{3}-\d{5}-[\dx]|nature\d{5}|n[a-z]+\.\d{4}\.\d+))/i.exec(
			bare,
		)?.[1];
	if (nature !== undefined) return { url, key: `doi:10.1038/${nature}`, doi: `10.1038/${nature}` };
	return { url, key: page.toLowerCase() };
}
