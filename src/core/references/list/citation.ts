// A citation of one or several works (CSL 1.0.2, "Citation", "Cite Collapsing").

import { renderAll } from "../render/render";
import { formatted } from "../render/scope";
import { affixed, isEmpty, joined, plain, type Runs } from "../runs/runs";
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

function citeRuns(work: CitedWork, { layout }: Citation, dress: Dress): Runs {
	const { runs } = renderAll(layout.children, scopeOf(dress, work, "citation"));
	const prefix = work.prefix === undefined || work.prefix === "" ? "" : `${work.prefix.trimEnd()} `;
	const suffix = work.suffix === undefined || work.suffix === "" ? "" : work.suffix;
	const spacedSuffix = /^[\p{L}\p{N}([]/u.test(suffix) ? ` ${suffix}` : suffix;
	return affixed(runs, plain(prefix), plain(spacedSuffix));
}

/** Cites one after the other; those of the same names show them once where the style collapses by year. */
function cites(works: readonly CitedWork[], citation: Citation, dress: Dress): Runs {
	const { collapse, layout, citeGroupDelimiter } = citation;
	const groups =
		collapse !== undefined || citeGroupDelimiter !== undefined ? grouped(works, dress) : works.map(work => [work]);
	const between = citation.afterCollapseDelimiter ?? layout.delimiter;
	const written = groups.map(group => {
		const [first, ...rest] = group;
		if (!first) return [];
		const parts = [
			citeRuns(first, citation, dress),
			...rest.map(work =>
				collapse === undefined ? citeRuns(work, citation, dress) : withoutNames(work, citation, dress),
			),
		];
		return joined(parts, citeGroupDelimiter ?? (collapse === undefined ? layout.delimiter : ", "));
	});
	const filled = written.filter(runs => !isEmpty(runs));
	return filled.flatMap((runs, index) => {
		const isAfterGroup = (groups[index - 1]?.length ?? 0) > 1;
		return index === 0 ? runs : [...plain(isAfterGroup ? between : layout.delimiter), ...runs];
	});
}

/** Works with the same names, brought together at the place of the first of them. */
function grouped(works: readonly CitedWork[], dress: Dress): readonly (readonly CitedWork[])[] {
	const groups = new Map<string, CitedWork[]>();
	works.forEach((work, index) => {
		const scope = scopeOf(dress, work, "citation");
		renderAll(dress.style.citation?.layout.children ?? [], { ...scope, area: "bibliography" });
		const names = scope.state.firstNames?.whole ?? `\u0002${index}`;
		const group = groups.get(names);
		if (group) group.push(work);
		else groups.set(names, [work]);
	});
	return [...groups.values()];
}

/** A cite whose names were shown before: what is left is its date, and its locator. */
function withoutNames(work: CitedWork, { layout }: Citation, dress: Dress): Runs {
	const scope = scopeOf(dress, work, "citation");
	const shown = renderAll(layout.children, scope).runs;
	const bare = scopeOf(dress, { ...work, item: { ...work.item, names: new Map() } }, "citation");
	for (const name of ["title", "container-title"]) bare.state.spent.add(name);
	const rest = renderAll(layout.children, bare).runs;
	return isEmpty(rest) ? shown : rest;
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
