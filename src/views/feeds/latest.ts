// The latest digests: those of the last day that has any.

import type { IssuedDate, Paper } from "../../core/paper";
import { firstDayOf } from "../../core/feeds/days";
import type { Library } from "../../library/library";

export interface LatestPapers {
	/** In the order of the digests, each once. */
	readonly papers: readonly Paper[];
	/** The day of the digests. */
	readonly date?: IssuedDate;
	/** The name of the first of them that has a paper. */
	readonly digestOf: (id: string) => string;
}

export function latestPapers({ digests }: Library): LatestPapers {
	const dated = digests.filter(({ date }) => date?.day !== undefined);
	const last = dated
		.map(({ date }) => firstDayOf(date))
		.sort()
		.at(-1);
	const latest = dated.filter(({ date }) => firstDayOf(date) === last);
	const names = new Map(
		latest.toReversed().flatMap(({ papers, name }) => papers.map(({ id }) => [id, name] as const)),
	);
	const papers = new Map(latest.flatMap(each => each.papers.map(paper => [paper.id, paper] as const)));
	const [first] = latest;
	return {
		papers: [...papers.values()],
		...(first?.date && { date: first.date }),
		digestOf: id => names.get(id) ?? "",
	};
}
