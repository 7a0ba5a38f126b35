// Papers by the day that they came out: years, and the months of a year with many papers.

import type { Paper } from "../paper";
import { dateText } from "../render/appearances";
import { fill } from "../render/labels";
import type { Group, GroupLabels } from "./group";

/** A year with more papers is parted into months. */
const mostInYear = 30;

/** Years, the newest first; papers without a date come last. */
export function groupsByDate(papers: readonly Paper[], labels: GroupLabels): readonly Group[] {
	const years = collected(papers, ({ issued }) => issued?.year ?? -Infinity);
	return years.map(([year, own]) => {
		if (!Number.isFinite(year)) return { key: "no date", label: labels.noDate, ids: idsOf(own) };
		const group = { key: String(year), label: String(year), ids: idsOf(own) };
		const groups = own.length > mostInYear ? groupsByMonth(own, year, labels) : [];
		return groups.length > 1 ? { ...group, groups } : group;
	});
}

function groupsByMonth(papers: readonly Paper[], year: number, labels: GroupLabels): readonly Group[] {
	return collected(papers, ({ issued }) => issued?.month ?? 0).map(([month, own]) => ({
		key: `${year}-${month}`,
		label: month === 0 ? fill(labels.noMonth, year) : dateText({ year, month }),
		ids: idsOf(own),
	}));
}

/** Papers by a number, the largest first. */
function collected(papers: readonly Paper[], numberOf: (paper: Paper) => number): (readonly [number, Paper[]])[] {
	const byNumber = new Map<number, Paper[]>();
	for (const paper of papers) {
		const number = numberOf(paper);
		const known = byNumber.get(number);
		if (known) known.push(paper);
		else byNumber.set(number, [paper]);
	}
	return [...byNumber].sort(([a], [b]) => (a === b ? 0 : b - a));
}

function idsOf(papers: readonly Paper[]): string[] {
	return papers.map(({ id }) => id);
}
