// Lists in a plain text whose titles are marked, `1. Title` or `Title <https://doi.org/…>`: what begins a paper is told by
// its mark, so that the lines below it and the headings between the papers are none.

import type { TextRange } from "../../paper";
import { sourceOf } from "../fields/details";
import { isPaperAddress } from "../fields/paperLinks";
import type { Unit } from "./plainText";

const number = /^(?:\(?\d{1,4}[.)]|\[\d{1,4}\]|#\d{1,4}[.:)]?)[ \t]*(?=\S)/;

/** An abstract that is longer shows that what it is below of is a paper too. */
const longAbstract = 150;

/** The units of such a list: lines below a marked one are its own, and what stands before the first is left out. */
export function asMarkedList(
	units: readonly Unit[],
	text: string,
): { readonly units: readonly Unit[]; readonly leftOut: readonly TextRange[] } {
	const links = units.map((unit, i) => isLinked(unit, units[i + 1], text));
	const marks = units.map(
		({ kind, start, end }, i) =>
			kind === "title" && (links[i] === true || number.test(text.slice(start, Math.min(end, start + 24)))),
	);
	const first = marks.indexOf(true);
	const heads = units.slice(first).filter(({ kind, startsBlock }) => kind === "title" && startsBlock).length;
	const marked = units.filter(({ startsBlock }, i) => marks[i] === true && startsBlock).length;
	const isBehindPapers = units
		.slice(0, Math.max(0, first))
		.some(({ kind, start, end }) => kind === "abstract" && end - start >= longAbstract && !links.includes(true));
	if (marked < 2 || marked * 2 < heads || isBehindPapers) return { units, leftOut: [] };
	const kept: Unit[] = [];
	const leftOut: TextRange[] = [];
	for (const [i, unit] of units.entries()) {
		const last = kept.at(-1);
		const head = text.slice(unit.start, Math.min(unit.end, unit.start + 400));
		if (i < first || (unit.kind === "title" && marks[i] !== true && unit.startsBlock && isHeading(head)))
			leftOut.push({ start: unit.start, end: unit.end });
		else if (marks[i] === true) kept.push(unit);
		else if (sourceOf(head)) kept.push({ ...unit, kind: "detail" });
		// A title goes on in the next line; what stands below it else is the place of publication.
		else if (last?.kind === "title" && !unit.startsBlock && goesOn(last, unit, text))
			kept[kept.length - 1] = { ...last, end: unit.end };
		else if (unit.kind !== "title" || (unit.startsBlock && !/\b10\.\d{4,9}\/|\bPMID\b/.test(head))) kept.push(unit);
		else kept.push({ ...unit, kind: /[.!?]["')\]]*$/.test(head) ? "abstract" : "detail" });
	}
	return { units: kept, leftOut };
}

/** Whether the address behind a title, on its line, is that of a paper. */
function isLinked(title: Unit | undefined, address: Unit | undefined, text: string): boolean {
	if (title?.kind !== "title" || address?.kind !== "detail" || address.startsBlock) return false;
	if (/[\r\n]/.test(text.slice(title.end, address.start))) return false;
	const url = /https?:\/\/[^\s<>()]+/.exec(
		text.slice(address.start, Math.min(address.end, address.start + 2000)),
	)?.[0];
	return url !== undefined && isPaperAddress(url);
}

/** `[Time Series]`, `Methods:`, `Others`: over several papers. */
function isHeading(line: string): boolean {
	return /^[[【(].{1,60}[\])】]$|[:：]$/.test(line) || line.split(" ").length <= 3;
}

/** Whether the line before ends in mid-title, or both are in capitals: `HARD AND WHITE` alone looks like names. */
function goesOn(last: TextRange, unit: Unit, text: string): boolean {
	if (unit.kind === "abstract" || unit.end - unit.start > 200) return false;
	const [one, other] = [text.slice(last.start, last.end), text.slice(unit.start, unit.end)];
	const areCapitals = !/\p{Ll}/u.test(one) && /^[^\p{Ll}\d:]{4,}$/u.test(other);
	if (unit.kind === "detail" || /\b(?:19|20)\d{2}\b/.test(other)) return areCapitals;
	return areCapitals || /[,:–-]$|\b(?:a|an|and|for|from|in|of|on|the|to|via|with)$/.test(one);
}
