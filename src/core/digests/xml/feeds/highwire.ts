// Search results of HighWire's sites (bioRxiv, medRxiv) that were made into a feed: their page's mark-up is the content.

import { descendantsOf, parseElements, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOf } from "../../../text/markup/markup";
import type { Said } from "./boilerplate";

/** What the mark-up of a citation says; `undefined` when it holds none. */
export function citationIn(html: string): Said | undefined {
	const root = parseElements(html, { xml: false });
	const all = [...descendantsOf(root)];
	const ofClass = (name: string, among: readonly Element[] = all): readonly Element[] =>
		among.filter(({ attributes }) => ` ${attributes["class"] ?? ""} `.includes(` ${name} `));
	const authors = ofClass("highwire-citation-author").map(author => {
		const parts = [...descendantsOf(author)];
		const [given, family] = ["nlm-given-names", "nlm-surname"].map(part => tidyTextOf(ofClass(part, parts)[0]));
		return family ? `${family}, ${given ?? ""}`.replace(/, $/, "") : tidyTextOf(author);
	});
	const [doi] = ofClass("highwire-cite-metadata-doi");
	if (authors.length === 0 && !doi) return undefined;
	const [snippet] = [...ofClass("highwire-cite-snippet"), ...ofClass("abstract")];
	const path = all.map(({ attributes }) => attributes["data-apath"] ?? "").find(text => text !== "") ?? "";
	return {
		abstract: snippet ? plainOf(snippet).text.replace(/^Abstract\s+/i, "") : "",
		...(authors.length > 0 && { authors: authors.join("; ") }),
		...(doi && { doi: tidyTextOf(doi).replace(/^doi:\s*/i, "") }),
		...dateIn(path),
	};
}

/** The path of a preprint holds the day on which it was posted: `/biorxiv/early/2024/07/13/…`. */
function dateIn(path: string): { date?: string } {
	const day = /\/early\/(\d{4}\/\d{2}\/\d{2})\//.exec(path)?.[1];
	return day === undefined ? {} : { date: day };
}
