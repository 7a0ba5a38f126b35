// The shelf as the map's page shows it: points with titles, topics and marks, in messages small enough not to be noticed.

import type { MapPlaces } from "../../core/map/layout";
import type { MapMarks, MapPaper, ToMap } from "../../core/map/protocol";
import { dayOf } from "../../core/map/view/dates";
import { authorYear, plainTitle } from "../../core/render";
import { labels } from "../../host/labels";
import type { Library } from "../../library/library";

/** Papers in one message: some 100 KB, made in a few milliseconds. */
const pageSize = 500;

/** The messages that show every paper that has a place; those that are hidden are left out, as in the tree. */
export function* shelfMessages(library: Library, { ids, xs, ys }: MapPlaces): Generator<ToMap> {
	const topics = library.topics.map(({ label }) => label);
	const numbers = new Map(topics.map((label, number) => [label, number]));
	const places = new Map(ids.map((id, i) => [id, { x: xs[i] ?? 0, y: ys[i] ?? 0 }]));
	const absence = library.absence();
	const shown = [...library.papers.values()].filter(({ id }) => places.has(id) && absence(id) === undefined);
	yield { type: "begin", count: shown.length, topics };
	for (let start = 0; start < shown.length; start += pageSize) {
		const papers = shown.slice(start, start + pageSize).map((paper): MapPaper => {
			const { id, issued } = paper;
			const day = issued && dayOf(issued);
			return {
				id,
				title: plainTitle(paper),
				by: authorYear(paper, labels()),
				...(places.get(id) ?? { x: 0, y: 0 }),
				topic: numbers.get(library.topicOf(id) ?? "") ?? -1,
				...(day !== undefined && Number.isFinite(day) && { day }),
				marks: marksOf(library, id),
			};
		});
		yield { type: "papers", papers };
	}
}

/** What a person and the open document do with a paper. */
export function marksOf({ states }: Library, id: string): MapMarks {
	return {
		isRead: states.has("read", id),
		isStarred: states.has("starred", id),
		isCited: states.keysOf(id).length > 0,
	};
}
