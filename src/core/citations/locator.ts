// The places in a work that a citation names: reads `pp. 33-35 and passim`, and writes a number with its label.
// Sources: CSL 1.0.2, Appendix IV "Locators", and its terms in English; Pandoc User's Guide, "Citation syntax".

import type { Parts } from "./citation";

/** Short labels by the term of CSL: of one, and of several. */
const labels: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
	["act", ["act", "acts"]],
	["appendix", ["app.", "apps."]],
	["article", ["art.", "arts."]],
	["book", ["bk.", "bks."]],
	["chapter", ["chap.", "chaps."]],
	["column", ["col.", "cols."]],
	["equation", ["eq.", "eqs."]],
	["figure", ["fig.", "figs."]],
	["folio", ["fol.", "fols."]],
	["issue", ["no.", "nos."]],
	["line", ["l.", "ll."]],
	["note", ["n.", "nn."]],
	["opus", ["op.", "opp."]],
	["page", ["p.", "pp."]],
	["paragraph", ["para.", "paras."]],
	["part", ["pt.", "pts."]],
	["rule", ["r.", "rr."]],
	["scene", ["sc.", "scs."]],
	["section", ["sec.", "secs."]],
	["supplement", ["supp.", "supps."]],
	["sub-verbo", ["s.v.", "s.vv."]],
	["table", ["tbl.", "tbls."]],
	["title", ["tit.", "tits."]],
	["verse", ["v.", "vv."]],
	["version", ["ver.", "vers."]],
	["volume", ["vol.", "vols."]],
]);

const number = String.raw`(?:[A-Z]{0,2}\d+[a-z]?(?:[.:]\d+)*|[ivxlcIVXLC]+)`;
const numbers = String.raw`${number}(?:\s*(?:--?|[–—,&]|and)\s*${number})*(?:\s?ff?\.)?(?![\p{L}\p{N}])`;
const term = String.raw`(?:pages?|pp?\.|\\pp?no|chap(?:ter|\.)s?|chaps\.|ch\.|sections?|secs?\.|sect\.|§+|¶+|figures?|figs?\.|tables?|tab\.|tbls?\.|eqs?\.|equations?|columns?|cols?\.|lines?|ll?\.|notes?|nn?\.|paragraphs?|paras?\.|parts?|pts?\.|volumes?|vols?\.|verses?|vv?\.|books?|bks?\.|fol(?:ios?|\.)|nos?\.|issues?|app(?:endix|\.)|art(?:icles?|\.)|theorem|thm\.|s\.\s?v\.|S\.)`;
const space = String.raw`(?:\s|~|\\[,; ]|\u00a0)*`;

const withLabel = new RegExp(`^(?:${term}${space}${numbers}|${numbers})`, "u");
const ofPages = new RegExp(`^(?:pp?\\.|pages?|\\\\pp?no)${space}(${numbers})$`, "u");
const onlyNumbers = new RegExp(`^${numbers}$`, "u");

/** The place that a note begins with, and what follows it, as they are written. */
export function splitNote(note: string): { readonly locator?: string; readonly suffix?: string } {
	const text = note.trim();
	const locator = withLabel.exec(text)?.[0];
	const suffix = text
		.slice(locator?.length ?? 0)
		.replace(/^,/, "")
		.trim();
	return { ...(locator !== undefined && { locator }), ...(suffix !== "" && { suffix }) };
}

/** The place with its label: `p. 12`, `chap. 3`. */
export function labelled({ locator = "", label = "page" }: Parts): string {
	const place = locator.trim();
	const known = labels.get(label);
	if (!onlyNumbers.test(place) || !known) return place;
	return `${/[\s,–—&-]|ff?\.$/.test(place) ? known[1] : known[0]} ${place}`;
}

/** The place for a syntax that sets `p.` by itself: `12` alone when it is a page. */
export function unlabelled(parts: Parts): string {
	const place = labelled(parts);
	return ofPages.exec(place)?.[1] ?? place;
}

/** What follows the key: the place, and the suffix behind a comma where it has none of its own. */
export function noteOf(place: string, { suffix = "" }: Parts): string {
	const rest = suffix.trim();
	if (place === "" || rest === "") return place + rest;
	return /^[,;.:)]/.test(rest)
		? place + rest
		: /^(?:and|et|und|y)\b/.test(rest)
			? `${place} ${rest}`
			: `${place}, ${rest}`;
}

/** Whether anything is said. */
export function saysSomething({ prefix = "", locator = "", suffix = "" }: Parts): boolean {
	return (prefix + locator + suffix).trim() !== "";
}
