// A citation of one or several works (CSL 1.0.2, "Citation", "Cite Collapsing").

import { renderAll } from "../render/render";
import { formatted } from "../render/scope";
import { readRichText } from "../runs/richText";
import { affixed, isEmpty, joined, plain, textOfRuns, type Runs } from "../runs/runs";
import type { Citation } from "../style/tree";
import { sortWorks } from "./sort";
import { scopeOf, type CitedWork, type Dress } from "./works";

/** The citation of works, in the style's order. */
export function citationRuns(cited: readonly CitedWork[], dress: Dress): Runs {
	const { citation } = dress.style;
	if (!citation) return [];
	const sorted = sortWorks(cited, citation, dress);
	const [first] = sorted;
	if (!first) return [];
	const runs =
		citation.collapse === "citation-number"
			? collapsedNumbers(sorted, citation, dress)
			: cites(sorted, citation, dress);
	return formatted(runs, citation.layout.format, scopeOf(dress, first, "citation"));
}

/** One work's cite. Where it follows another of the same names, `omitNames` leaves them out. */
function citeRuns(work: CitedWork, { layout }: Citation, dress: Dress, omitNames = false): Runs {
	const scope = scopeOf(dress, work, "citation");
	const { runs } = renderAll(layout.children, omitNames ? { ...scope, omitFirstNames: true } : scope);
	const { prefix = "", suffix = "" } = work;
	const spacedPrefix = prefix === "" || /\s$/.test(prefix) ? prefix : `${prefix} `;
	const spacedSuffix = /^[\p{L}\p{N}([]/u.test(suffix) ? ` ${suffix}` : suffix;
	return affixed(runs, readRichText(spacedPrefix, true), readRichText(spacedSuffix, true));
}

/** Cites one after the other; those of the same names show them once where the style collapses by year. */
function cites(works: readonly CitedWork[], citation: Citation, dress: Dress): Runs {
	const { collapse, layout, citeGroupDelimiter } = citation;
	const isGrouped = collapse !== undefined || citeGroupDelimiter !== undefined;
	const groups = isGrouped ? grouped(works, dress) : works.map(work => [work]);
	const written = groups
		.map(group => ({
			runs: groupRuns(group, citation, dress),
			isCollapsed: group.length > 1 && collapse !== undefined,
		}))
		.filter(({ runs }) => !isEmpty(runs));
	return written.flatMap(({ runs }, index) => {
		if (index === 0) return runs;
		const after = written[index - 1]?.isCollapsed ? citation.afterCollapseDelimiter : undefined;
		return [...plain(after ?? layout.delimiter), ...runs];
	});
}

/** The cites of works with the same names. */
function groupRuns(group: readonly CitedWork[], citation: Citation, dress: Dress): Runs {
	const { collapse, layout } = citation;
	const delimiter = citation.citeGroupDelimiter ?? (collapse === undefined ? layout.delimiter : ", ");
	const write = (work: CitedWork, index: number): Runs => citeRuns(work, citation, dress, index > 0);
	if (collapse === undefined)
		return joined(
			group.map(work => citeRuns(work, citation, dress)),
			delimiter,
		);
	if (collapse === "year") return joined(group.map(write), delimiter);
	const parts: Runs[] = [];
	for (let at = 0; at < group.length;) {
		const end = endOfYear(group, at, citation, dress);
		const row = group.slice(at, end);
		const [first] = row;
		if (first) parts.push(yearRuns(write(first, at), row, citation));
		at = end;
	}
	return joined(parts, delimiter);
}

/** A year with the letters of several works, as in `2000a,b`; three letters or more in a row may become a range. */
function yearRuns(head: Runs, works: readonly CitedWork[], citation: Citation): Runs {
	const delimiter = citation.yearSuffixDelimiter ?? citation.layout.delimiter;
	const rows: CitedWork[][] = [];
	for (const work of works) {
		const row = rows.at(-1);
		if (row && citation.collapse === "year-suffix-ranged" && followsLetter(row.at(-1), work)) row.push(work);
		else rows.push([work]);
	}
	const letter = ({ yearSuffix = "" }: CitedWork): string => yearSuffix;
	const letters = rows.flatMap(row => {
		const [first, last] = [row[0], row.at(-1)];
		return row.length > 2 && first && last ? [`${letter(first)}–${letter(last)}`] : row.map(letter);
	});
	// The first letter stands in the cite itself.
	const [first = "", ...rest] = letters;
	return [...head, ...plain([first.replace(/^[a-z]+/, ""), ...rest].join(delimiter))];
}

function followsLetter(one: CitedWork | undefined, other: CitedWork): boolean {
	return (one?.yearSuffix?.charCodeAt(0) ?? 0) + 1 === other.yearSuffix?.charCodeAt(0);
}

/** Where works end that differ in the letter after their year alone. */
function endOfYear(group: readonly CitedWork[], start: number, citation: Citation, dress: Dress): number {
	const year = yearText(group[start], citation, dress);
	let end = start + 1;
	if (year === undefined) return end;
	while (end < group.length && yearText(group[end], citation, dress) === year) end++;
	return end;
}

/** What is left of a cite without names and without the letter of its year; undefined when it has none, or a locator. */
function yearText(work: CitedWork | undefined, citation: Citation, dress: Dress): string | undefined {
	if (work?.yearSuffix === undefined || work.locator) return undefined;
	const { number, item, disambiguation } = work;
	const bare = { number, item, ...(disambiguation && { disambiguation }) };
	return textOfRuns(citeRuns(bare, citation, dress, true));
}

/** Works with the same names, brought together at the place of the first of them. */
function grouped(works: readonly CitedWork[], dress: Dress): readonly (readonly CitedWork[])[] {
	const groups = new Map<string, CitedWork[]>();
	works.forEach((work, index) => {
		const scope = scopeOf(dress, work, "citation");
		renderAll(dress.style.citation?.layout.children ?? [], scope);
		const names = scope.state.firstNames?.whole ?? `\u0001${index}`;
		const group = groups.get(names);
		if (group) group.push(work);
		else groups.set(names, [work]);
	});
	return [...groups.values()];
}

/** Three numbers or more in a row become a range. */
function collapsedNumbers(works: readonly CitedWork[], citation: Citation, dress: Dress): Runs {
	const parts: Runs[] = [];
	for (let at = 0; at < works.length;) {
		let end = at + 1;
		while (end < works.length && isNext(works[end - 1], works[end])) end++;
		const row = works.slice(at, end);
		const [first, last] = [row[0], row.at(-1)];
		if (first && last && row.length > 2)
			parts.push([...citeRuns(first, citation, dress), ...plain("–"), ...citeRuns(last, citation, dress)]);
		else parts.push(...row.map(work => citeRuns(work, citation, dress)));
		at = end;
	}
	return joined(parts, citation.layout.delimiter);
}

/** Nothing may be said of a work that vanishes in a range. */
function isNext(one: CitedWork | undefined, other: CitedWork | undefined): boolean {
	if (!one || !other || one.number + 1 !== other.number) return false;
	return [one, other].every(
		({ locator, prefix, suffix }) => !locator && prefix === undefined && suffix === undefined,
	);
}
