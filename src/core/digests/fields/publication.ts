// What a record says of its publication beside the venue: volume, pages, publisher and the like, in one form.

import type { Publication } from "../../paper";

/** The same as a format gives it: raw texts, empty or undefined where there is nothing. */
export type GivenPublication = {
	readonly [F in keyof Publication]?: Publication[F] | undefined;
};

const textFields = [
	...(["volume", "issue", "number", "pages", "publisher", "place", "edition", "series", "genre"] as const),
	...(["isbn", "issn"] as const),
] as const;

/** Every field of a publication. */
export const publicationFields = [...textFields, "editors"] as const;

/** The fields that hold something, texts made plain by `tidy`. A publisher that is the venue is left out. */
export function publicationOf(
	given: GivenPublication,
	venue: string | undefined,
	tidy: (text: string) => string,
): Publication {
	const found: { -readonly [F in keyof Publication]?: Publication[F] } = {};
	for (const field of textFields) {
		const written = given[field];
		const value = written === undefined || written.length > longest ? "" : tidy(written);
		if (value === "") continue;
		if (field === "publisher" && value === venue) continue;
		found[field] = field === "pages" ? pagesOf(value) : value;
	}
	const { editors = [] } = given;
	if (editors.length > 0) found.editors = editors;
	return found;
}

/** Longer than any of these: what is longer is a text in the wrong field. */
const longest = 500;

/** Pages with one hyphen between first and last, however long the dash between them was written. */
function pagesOf(written: string): string {
	return written.replace(/\s*[‐‑‒–—−-]+\s*/g, "-").replace(/^pp?\.\s*(?=\d)/i, "");
}

/** First and last page as one text; `last` may be short for it (`45-7`), or be missing. */
export function pageRange(first: string, last: string): string {
	return first === "" || last === "" || first === last ? first || last : `${first}-${last}`;
}
