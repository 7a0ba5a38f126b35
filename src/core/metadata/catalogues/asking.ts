// Building addresses of requests: words to search for, identifiers in paths, papers in batches.

import { arxivOfDoi } from "../../identity";
import { fold } from "../../text/normalize";
import type { CatalogueRequest, Wanted } from "../catalogue";

/** Candidates that a search asks for: the right one is among the first few, or the words were wrong. */
export const hitsPerSearch = 10;

/** A `GET` of an address with parameters, values of which may hold anything. */
export function getRequest(
	base: string,
	parameters: Readonly<Record<string, string | number>>,
	papers: readonly Wanted[],
	accept: string,
): CatalogueRequest {
	const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, `${value}`])).toString();
	return {
		url: query === "" ? base : `${base}?${query}`,
		method: "GET",
		headers: { accept },
		papers: papers.map(({ id }) => id),
	};
}

/**
 * A DOI as one segment of a path (DOI Handbook, "Encoding"; RFC 3986, 3.3): the slashes too, so that neither `//` nor
 * `/../` is taken for a path, and what RFC 3986 keeps for itself.
 */
export function segment(identifier: string): string {
	return encodeURIComponent(wellFormed(identifier)).replace(
		/[!'()*]/g,
		sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** Half of a character, which no address can hold, is left out. */
function wellFormed(text: string): string {
	return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "");
}

/** The DOI under which a paper is asked for: its own, else the one that arXiv gives to a preprint. */
export function doiOf({ doi, arxiv }: Wanted): string | undefined {
	const found = doi ?? (arxiv === undefined ? undefined : `10.48550/arXiv.${arxiv}`);
	return found === undefined || found.length > longestDoi || !/^10\.\d{4,9}\/\S/.test(found) ? undefined : found;
}

/** The arXiv identifier of a paper, also when it has the DOI of arXiv alone. */
export function arxivIdOf({ doi, arxiv }: Wanted): string | undefined {
	return arxiv ?? (doi === undefined ? undefined : arxivOfDoi(doi));
}

/** Longer than any DOI that was registered; what is longer is a mistake. */
const longestDoi = 300;

/** Lists of at most `size`, and of at most `letters` letters together, so that an address stays short enough. */
export function batches<T>(all: readonly T[], size: number, lengthOf: (one: T) => number): readonly (readonly T[])[] {
	const found: T[][] = [];
	let length = 0;
	for (const one of all) {
		const last = found.at(-1);
		length += lengthOf(one);
		if (last && last.length < size && length <= longestAddress) last.push(one);
		else {
			found.push([one]);
			length = lengthOf(one);
		}
	}
	return found;
}

/** Letters of identifiers in one address; servers refuse addresses of more than some 8,000 bytes. */
const longestAddress = 3000;

/** Words that say little about a title. */
const plainWords: ReadonlySet<string> = new Set(
	(
		"a an and are as at be between by can do does for from how in into is it its of on or our over than that the their " +
		"these this to toward towards under using via we what when where which while who why with within without " +
		"der die das und ein eine von zur zum im le la les des du un une et en sur el los las del y de por para con o e"
	).split(" "),
);

/** The words of a title to search for, in its order, each once, without those of every title and without math. */
export function titleWords(title: string, most = 16): readonly string[] {
	return wordsOf(title)
		.filter(word => !plainWords.has(fold(word)))
		.slice(0, most);
}

/** The words of an abstract that tell it from others, as far as one can say without others: long ones of its beginning. */
export function abstractWords(abstract: string, most = 8): readonly string[] {
	const words = wordsOf(abstract.slice(0, 1500)).filter(word => /^\p{L}{6,24}$/u.test(word));
	const longest = new Set([...words].sort((a, b) => b.length - a.length).slice(0, most));
	return words.filter(word => longest.has(word));
}

function wordsOf(text: string): readonly string[] {
	const plain = wellFormed(text.slice(0, 2000)).replace(/\$[^$]{0,200}\$/g, " ");
	const words = plain.match(/[\p{L}\p{N}\p{M}]{1,60}/gu) ?? [];
	const byForm = new Map(words.map(word => [fold(word), word]));
	return [...byForm.values()];
}

/** The words to search for by title or by abstract; none where too few are left to find one paper by. */
export function wordsFor(by: "title" | "abstract", { title, abstract }: Wanted): readonly string[] {
	if (by === "title") return titleWords(title);
	const words = abstractWords(abstract);
	return words.length < 5 ? [] : words;
}

/** The first author's family name for a search; none when there is none. */
export function firstFamily({ authors }: Wanted): string {
	const [first] = authors;
	if (!first) return "";
	return wellFormed("literal" in first ? first.literal : first.family).slice(0, 60);
}
