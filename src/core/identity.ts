// One work, one id: the identifiers of a paper in their normal forms.

import { hash, normalizeTitle } from "./text/normalize";

/**
 * The DOI in a text, without a resolver, `doi:` or trailing punctuation; `undefined` when there is none.
 * DOIs are case-insensitive (ISO 26324; DOI Handbook, 2.4): compare them in lower case.
 */
export function findDoi(text: string): string | undefined {
	// The identifiers of serials' articles (SICI, ANSI/NISO Z39.56) hold a page and a title code in `<>`.
	const found = /\b10\.\d{4,9}\/[^\s"<>{}]+(?:<[\w.+-]{0,20}:[^\s<>"]{1,30}>[^\s"<>{}]+)?/.exec(text);
	return found ? withoutEnd(found[0]) : undefined;
}

/** Without the punctuation and the brackets of the sentence around it; a bracket that the DOI itself opened stays. */
function withoutEnd(doi: string): string {
	const countOf = (sign: string): number => doi.split(sign).length;
	const surplus = new Map([
		[")", countOf(")") - countOf("(")],
		["]", countOf("]") - countOf("[")],
	]);
	let end = doi.length;
	for (; /[.,;:)\]]/.test(doi.charAt(end - 1)); end--) {
		const left = surplus.get(doi.charAt(end - 1));
		if (left === undefined) continue;
		if (left <= 0) break;
		surplus.set(doi.charAt(end - 1), left - 1);
	}
	return doi.slice(0, end);
}

/**
 * The arXiv identifier in a text, without its version: `2502.04381` or `math.GT/0309136`, also out of an address or a
 * DataCite DOI `10.48550/arXiv.…` (arXiv identifier scheme, info.arxiv.org/help/arxiv_identifier.html).
 */
export function findArxiv(text: string): string | undefined {
	const modern = /(?:^|arxiv[.:/ ]\s*|\/(?:abs|pdf)\/)(\d{4}\.\d{4,5})(?:v\d+)?(?!\d)/i.exec(text);
	if (modern) return modern[1];
	return /(?:^|arxiv[.:/ ]\s*|\/(?:abs|pdf)\/)([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?!\d)/i.exec(text)?.[1];
}

/** The identifiers that a paper may have; a missing one may be left out or undefined. */
export interface Identifiers {
	readonly doi?: string | undefined;
	readonly arxiv?: string | undefined;
	readonly pmid?: string | undefined;
	readonly title: string;
}

/**
 * The id of a paper: `doi:…` in lower case, `arxiv:…`, `pmid:…`, else `title:` and a hash of the normalised title.
 * The DOI that arXiv gives to each preprint (`10.48550/arXiv.…`) says no more than its arXiv identifier and counts as it.
 */
export function paperId({ doi, arxiv, pmid, title }: Identifiers): string {
	const fromDoi = doi === undefined ? undefined : arxivOfDoi(doi);
	if (doi !== undefined && fromDoi === undefined) return `doi:${doi.toLowerCase()}`;
	const preprint = arxiv ?? fromDoi;
	if (preprint !== undefined) return `arxiv:${preprint}`;
	if (pmid !== undefined) return `pmid:${pmid}`;
	return `title:${hash(normalizeTitle(title))}`;
}

/** All ids by which a work may be known: two works that share one are the same. */
export function allIds(work: Identifiers): readonly string[] {
	const ids = [`title:${hash(normalizeTitle(work.title))}`];
	if (work.doi !== undefined) ids.push(paperId({ doi: work.doi, title: work.title }));
	if (work.arxiv !== undefined) ids.push(paperId({ arxiv: work.arxiv, title: work.title }));
	if (work.pmid !== undefined) ids.push(paperId({ pmid: work.pmid, title: work.title }));
	return ids;
}

/** The arXiv identifier of a DOI that arXiv gave, `10.48550/arXiv.…`. */
export function arxivOfDoi(doi: string): string | undefined {
	return /^10\.48550\//i.test(doi) ? findArxiv(doi.replace(/^10\.48550\//, "")) : undefined;
}
