// The identifiers of papers that addresses hold: of arXiv, DOIs and PMIDs, also behind mirrors, resolvers and views.

import { findArxiv, findDoi } from "../identity";

/** arXiv, and sites whose pages show papers of arXiv under arXiv's identifiers. */
const arxivHosts =
	/(?:^|\.)(?:arxiv\.org|alphaxiv\.org|huggingface\.co|hf\.co|ar5iv\.org|arxiv-vanity\.com|catalyzex\.com|emergentmind\.com|scholar-inbox\.com|papers\.cool|scholar\.archive\.org|arxivxplorer\.com)$/i;

/** The arXiv identifier in an address, without its version; that in the query of a button to share is none. */
export function arxivOfAddress(address: string): string | undefined {
	const text = address.replace(/%2f/gi, "/");
	const [, host = "", path = ""] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)([^]*)$/i.exec(text) ?? [];
	if (arxivHosts.test(host))
		return findArxiv(path.replace(/^\/(?:papers?|abs|pdf|html|format|src|ps|overview|arxiv)\//i, "/abs/"));
	return /arxiv/i.test(text) ? findArxiv(text.replace(/[?#].*$/s, "")) : undefined;
}

/** Tables of contents and pages of journals, whose addresses hold the DOI of an issue or a journal at most. */
const lists = /\/(?:toc|loi|journals?|action|series|signup|help)\/(?!.*(?:article|doi\/|abstract))/i;

/** What publishers put behind a DOI: the kind of view, the format of a file. */
const views =
	/(?:\/(?:full|abstract|abs|pdf|epdf|pdfdirect|html|fulltext|meta|references|summary|figures|epub|full-text|xml|print|downloadSuppl|type\/.*|article-info|v\d+))+$/i;
const files = /\.(?:full|abstract|short|long|figures-only|full-text)(?:\.pdf(?:\+html)?)?$|\.pdf$/i;

/** The DOI in the path of an address, or in its query (also as ANSI/NISO Z39.88, "OpenURL", has it), without a view. */
export function doiOfAddress(address: string): string | undefined {
	const nature = /\bnature\.com\/articles\/(s?\d{5}-\d{3}-\d{4,5}-[\dxwyz])/i.exec(address)?.[1];
	if (nature !== undefined) return `10.1038/${nature}`;
	const text = withoutEscapes(address.replace(/#.*$/s, ""));
	if (lists.test(text)) return undefined;
	const start = text.search(/(?<=^|[/?=&:])10\.\d{4,9}\//);
	const doi = start < 0 ? undefined : findDoi(text.slice(start, start + 400).replace(/[?#&].*$/s, ""));
	const bare = doi?.replace(files, "").replace(views, "");
	// bioRxiv and medRxiv number the versions of a preprint behind its DOI.
	return bare?.replace(/^(10\.(?:1101|64898)\/.+?)v\d{1,2}(?:[-.].*)?$/i, "$1");
}

const pmidPage =
	/(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed|pubmed\.gov|europepmc\.org\/(?:article|abstract)\/med)\/(\d{1,9})(?!\d)/i;

export function pmidOfAddress(address: string): string | undefined {
	return pmidPage.exec(address)?.[1];
}

/** An address with its percent-escapes undone (RFC 3986, 2.1), or as it is when they are broken. */
export function withoutEscapes(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
