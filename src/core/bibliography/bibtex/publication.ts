// What an entry of a .bib file says of its publication. Sources: btxdoc, section 3.2; biblatex manual, section 2.2.2.

import { publicationOf } from "../../digests/fields/publication";
import type { Publication } from "../../paper";
import { parseNames } from "./names";

/** The kind of a thesis or report as styles print it, where an entry's type tells it alone (btxdoc, section 3.1). */
const genres: Readonly<Record<string, string>> = {
	phdthesis: "PhD thesis",
	mastersthesis: "Master's thesis",
	masterthesis: "Master's thesis",
	bachelorthesis: "Bachelor's thesis",
};

/** Keys of biblatex's localisation that stand in `type` (biblatex manual, section 4.9.2.14). */
const localized: Readonly<Record<string, string>> = {
	phdthesis: "PhD thesis",
	mathesis: "Master's thesis",
	bathesis: "Bachelor's thesis",
	candthesis: "Candidate thesis",
	techreport: "Technical report",
	resreport: "Research report",
};

interface Entry {
	/** In lower case. */
	readonly kind: string;
	/** A CSL type. */
	readonly type: string;
	readonly venue: string;
}

/** The publication of an entry; `rawOf` gives the first field of these names that holds something, in LaTeX. */
export function bibtexPublication(
	{ kind, type, venue }: Entry,
	rawOf: (...names: readonly string[]) => string,
	decode: (latex: string) => string,
): Publication {
	const isPeriodical = /^article/.test(type) || kind === "periodical";
	const number = withoutArxiv(rawOf("number"));
	const volume = rawOf("volume");
	const written = rawOf("type");
	const given = {
		// `abs/2401.01234` is how DBLP has the identifier of arXiv.
		volume: /^abs\//.test(volume) ? "" : volume,
		issue: isPeriodical ? number || rawOf("issue") : rawOf("issue"),
		number: isPeriodical ? "" : number,
		pages: rawOf("pages", "eid", "articleno", "article-number"),
		publisher: rawOf("publisher", "school", "institution", ...(type === "report" ? ["organization"] : [])),
		place: rawOf("address", "location"),
		edition: rawOf("edition"),
		series: rawOf("series"),
		genre: (localized[written.toLowerCase()] ?? written) || (genres[kind] ?? ""),
		isbn: rawOf("isbn"),
		issn: rawOf("issn"),
		editors: parseNames(rawOf("editor"), decode),
	};
	return publicationOf(given, venue, decode);
}

/** `arXiv:2401.01234` is an identifier, and no number in a series. */
function withoutArxiv(number: string): string {
	return /arxiv/i.test(number) ? "" : number;
}
