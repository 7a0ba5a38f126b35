// Ranges of pages (CSL 1.0.2, "Page Ranges" and Appendix V, "Page Range Formats").

import { termOf } from "../style/locale";
import type { Scope } from "./scope";

/** Letters before a number belong to it, as in `S12` or `e1001`. */
const range = /^((?:[\p{L}\d]*\p{L})?)(\d{1,15})\s*(?:[-\u2012-\u2015\u2212]|--)\s*((?:[\p{L}\d]*\p{L})?)(\d{1,15})$/u;

/** Pages with their ranges in the style's format. A hyphen after a backslash is one. */
export function pageRanges(text: string, { style, locale }: Pick<Scope, "style" | "locale">): string {
	const dash = termOf(locale, "page-range-delimiter") ?? "–";
	return text
		.split(/(\s*[,;&]\s*)/)
		.map((part, index) => {
			if (index % 2 === 1) return part.replace(/^\s*([,;])\s*$/, "$1 ").replace(/^\s*&\s*$/, " & ");
			return pageRange(part.trim().replace(/-{2,3}/, "-"), dash, style.pageRangeFormat);
		})
		.join("")
		.trim();
}

function pageRange(part: string, dash: string, format: string | undefined): string {
	if (part.includes("\\-")) return part.replaceAll("\\-", "-");
	const match = range.exec(part);
	const [, letters = "", first = "", lettersAfter = "", last = ""] = match ?? [];
	// Numbers of two kinds are no range that can be written shorter, and may be no range at all.
	if (!match || letters !== lettersAfter)
		return format === undefined || !match ? part.replace(/(?<=\w)\s*(?:-|\u2013)\s*(?=\w)/g, dash) : part;
	const end = lastPage(first, last, format);
	return letters + first + dash + (end.length === first.length ? letters : "") + end;
}

function lastPage(first: string, last: string, format: string | undefined): string {
	// `110-5` is written out before it is shortened in another way.
	const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
	if (Number(full) <= Number(first)) return last;
	switch (format) {
		case "expanded":
			return full;
		case "minimal":
			return shortened(first, full, 1);
		case "minimal-two":
			return shortened(first, full, 2);
		case "chicago":
		case "chicago-15":
			return chicago(first, full, true);
		case "chicago-16":
			return chicago(first, full, false);
		case undefined:
		default:
			return last;
	}
}

/** The digits that changed, and at least `least`. */
function shortened(first: string, last: string, least: number): string {
	if (first.length !== last.length) return last;
	let same = 0;
	while (same < last.length - least && first[same] === last[same]) same++;
	return last.slice(same);
}

/** Chicago Manual of Style, 9.61 (16th edition): 3–10, 100–104, 101–8, 321–28, 1496–504 (15th: 1496–1504). */
function chicago(first: string, last: string, fifteenth: boolean): string {
	const value = Number(first);
	if (value < 100 || value % 100 === 0) return last;
	if (value % 100 < 10) return shortened(first, last, 1);
	const short = shortened(first, last, 2);
	return fifteenth && first.length === 4 && short.length > 2 ? last : short;
}
