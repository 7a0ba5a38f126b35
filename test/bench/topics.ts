// How long grouping takes, and what comes of it.

import type { Paper } from "../../src/core/paper";
import { groupByTopic, type Topic, type TopicOptions } from "../../src/core/topics/topics";
import { type Figures, milliseconds, time } from "./bench";
import { makePapers } from "./corpus";
import { samplePapers } from "./sample";

function row(name: string, papers: readonly Paper[], options: TopicOptions): string[] {
	let topics: Topic[] = [];
	const taken = time(() => {
		topics = groupByTopic(papers, options);
	});
	const sizes = topics.map(topic => topic.papers.length);
	return [name, String(papers.length), milliseconds(taken), String(topics.length), sizes.join(" ")];
}

export function benchTopics(): Figures {
	const sample = samplePapers();
	const many = makePapers(sample, 10_000);
	return {
		title: "Topics",
		headings: ["shelf", "papers", "time", "topics", "sizes"],
		rows: [
			row("sample", sample, {}),
			row("made from the sample", many, {}),
			row("made from the sample, no table", many, { table: {} }),
		],
		notes: ["Papers made from the sample mix sentences of several papers: their topics are blurred."],
	};
}
