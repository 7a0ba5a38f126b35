// What there is to look at: the papers that are new since last time, or when there are none those of the latest digests.

import type { IssuedDate, Paper } from "../../core/paper";
import { firstDayOf } from "../../core/feeds/days";
import type { Library } from "../../library/library";

export interface LatestPapers {
	/** Those that the person keeps out of sight are left out. */
	readonly papers: readonly Paper[];
	/** The day of the digests, when nothing is new and they are the latest. */
	readonly date?: IssuedDate;
}

export function latestPapers(library: Library): LatestPapers {
	const absence = library.absence();
	const isInSight = ({ id }: Paper): boolean => absence(id) === undefined;
	const fresh = [...library.fresh.ids].flatMap(id => library.papers.get(id) ?? []);
	const unread = fresh.filter(paper => isInSight(paper) && !library.states.has("read", paper.id));
	if (unread.length > 0) return { papers: unread };
	const dated = library.digests.filter(({ date }) => date?.day !== undefined);
	const last = dated
		.map(({ date }) => firstDayOf(date))
		.sort()
		.at(-1);
	const latest = dated.filter(({ date }) => firstDayOf(date) === last);
	const papers = new Map(latest.flatMap(each => each.papers.map(paper => [paper.id, paper] as const)));
	const [first] = latest;
	return { papers: [...papers.values()].filter(isInSight), ...(first?.date && { date: first.date }) };
}
