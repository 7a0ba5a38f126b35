// Shelves as the map's page is told of them: made by the same index, layout and topics as in the extension, without it.
import { layoutMap, type MapPlaces } from "../../../../src/core/map/layout";
import type { MapPaper, ToMap } from "../../../../src/core/map/protocol";
import { dayOf } from "../../../../src/core/map/view/dates";
import type { Paper } from "../../../../src/core/paper";
import { authorYear, plainTitle } from "../../../../src/core/render";
import { SearchIndex } from "../../../../src/core/search/searchIndex";
import { groupByTopic } from "../../../../src/core/topics/topics";

/** The messages that show papers; each third is read, each ninth starred, each eleventh cited. */
export function mapMessages(papers: readonly Paper[], hasTopics = true): ToMap[] {
	const topics = hasTopics ? groupByTopic(papers) : [];
	const topicOf = new Map<string, number>();
	for (const [number, topic] of topics.entries()) {
		for (const { id } of topic.papers) if (!topicOf.has(id)) topicOf.set(id, number);
	}
	const places = placesOf(papers, topicOf);
	const numbers = new Map(places.ids.map((id, number) => [id, number]));
	const points = papers.map((paper, i): MapPaper => {
		const at = numbers.get(paper.id) ?? -1;
		return {
			id: paper.id,
			title: plainTitle(paper),
			by: authorYear(paper),
			x: places.xs[at] ?? 0,
			y: places.ys[at] ?? 0,
			topic: topicOf.get(paper.id) ?? -1,
			...(paper.issued && { day: dayOf(paper.issued) }),
			marks: { isRead: i % 3 === 0, isStarred: i % 9 === 4, isCited: i % 11 === 5 },
		};
	});
	return [
		{ type: "begin", count: points.length, topics: topics.map(({ label }) => label) },
		{ type: "papers", papers: points },
	];
}

function placesOf(papers: readonly Paper[], topicOf: ReadonlyMap<string, number>): MapPlaces {
	const index = new SearchIndex();
	index.replace("", papers);
	while (!index.prepareMeaning(1000));
	const ids = papers.map(({ id }) => id);
	const { dimensions, values } = index.directionsOf(ids);
	const steps = layoutMap({ ids, dimensions, vectors: values, groups: ids.map(id => topicOf.get(id) ?? -1) });
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}
