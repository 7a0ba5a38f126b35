// Topics: the reviewed grouping of the sample shelf, and sensible groups of anything else.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { clinicalTable } from "../../../src/core/topics/clinicalTable";
import { groupByTopic, type Topic } from "../../../src/core/topics/topics";
import { phraseStems } from "../../../src/core/topics/words";
import { makePapers } from "../../bench/corpus";
import { samplePapers } from "../../samplePapers";
import { expectedTopics } from "./expected";

const papers = samplePapers();
const topics = groupByTopic(papers);

function paper(id: string, title: string, abstract = ""): Paper {
	return { id, title, abstract, authors: [], type: "article", keywords: [], links: [] };
}

/** The labels under which a paper stands. */
function labelsOf(id: string, of: readonly Topic[] = topics): string[] {
	return of.filter(topic => topic.papers.some(held => held.id === id)).map(({ label }) => label);
}

suite("topics of the sample shelf", () => {
	test("the expected topics name all 55 papers in order", () => {
		equal(expectedTopics.length, 55);
		expectedTopics.forEach(([title], i) => ok(papers[i]?.title.startsWith(title), title));
	});

	for (const [i, [title, expected]] of expectedTopics.entries()) {
		test(`${title} is under ${expected}`, () => {
			ok(labelsOf(papers[i]?.id ?? "").includes(expected), labelsOf(papers[i]?.id ?? "").join(", "));
		});
	}

	test("there are 8 to 14 topics, none over a third of the papers, few of one paper, few papers in two", () => {
		ok(topics.length >= 8 && topics.length <= 14, String(topics.length));
		ok(topics.every(topic => topic.papers.length <= papers.length / 3));
		ok(topics.filter(topic => topic.papers.length === 1).length <= 2);
		const places = topics.reduce((sum, topic) => sum + topic.papers.length, 0);
		ok(places <= papers.length + 8, String(places));
	});

	test("topics are ordered by size, then by label, and papers as they were given", () => {
		const order = topics.map(({ label, papers: held }) => [held.length, label] as const);
		deepEqual(
			order,
			[...order].sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1)),
		);
		const places = new Map(papers.map(({ id }, i) => [id, i]));
		for (const topic of topics) {
			const held = topic.papers.map(({ id }) => places.get(id) ?? -1);
			deepEqual(
				held,
				[...held].sort((a, b) => a - b),
			);
		}
	});

	test("each topic says its terms, and for each paper the terms that put it there", () => {
		for (const { label, terms, papers: held, reasons } of topics) {
			ok(terms.length > 0, label);
			deepEqual(Object.keys(reasons).sort(), held.map(({ id }) => id).sort());
			for (const { id, title } of held) ok((reasons[id] ?? []).length > 0, title);
		}
		const phikon = papers.find(({ title }) => title.startsWith("Phikon"));
		deepEqual(topics.find(({ label }) => label === "Digital pathology")?.reasons[phikon?.id ?? ""], [
			"histopathology",
			"histology",
			"pathology",
			"slide",
		]);
	});

	test("topics survive structured cloning", () => {
		deepEqual(structuredClone(topics), topics);
	});
});

suite("topics of other shelves", () => {
	test("no papers, no topics", () => {
		deepEqual(groupByTopic([]), []);
	});

	test("a paper that fits no topic of the table is named in its own words", () => {
		const [topic] = groupByTopic([
			paper("1", "Reef Fish of the Red Sea", "Reef fish live on coral reefs. We count reef fish."),
		]);
		equal(topic?.label, "Reef fish");
		ok(topic.reasons["1"]?.includes("Reef Fish"));
	});

	test("papers that share telling terms stand together", () => {
		const shelf = [
			paper("1", "Coral reefs and warm water", "Coral reefs bleach in warm water."),
			paper("2", "Medieval charters of Burgundy", "We edit medieval charters."),
			paper("3", "Bleaching of coral reefs", "Coral reefs lose their algae."),
			paper("4", "Forged medieval charters", "Some medieval charters were forged."),
		];
		const found = groupByTopic(shelf).map(({ label, papers: held }) => [label, held.map(({ id }) => id).join()]);
		deepEqual(found, [
			["Coral reefs", "1,3"],
			["Medieval charters", "2,4"],
		]);
	});

	test("a paper without any word is somewhere", () => {
		deepEqual(
			groupByTopic([paper("1", "…"), paper("2", "")]).map(({ label, papers: held }) => [label, held.length]),
			[["Without text", 2]],
		);
	});

	test("papers whose words no other paper has are other subjects, not without text", () => {
		const titles = ["Owls on roofs", "Dark matter", "Police shootings", "Cannabis markets", "Worm fossils"];
		const alone = groupByTopic(titles.map((title, i) => paper(`${i}`, title)));
		ok(!alone.some(({ label }) => label === "Without text"), alone.map(({ label }) => label).join());
		equal(alone.flatMap(({ papers: held }) => held).length, titles.length);
	});

	test("another table can be given", () => {
		const found = groupByTopic(papers, { table: { Imaging: { "medical imaging": 3, MRI: 3, CT: 3 } } });
		ok(found.some(({ label }) => label === "Imaging"));
		ok(!found.some(({ label }) => label === "MRI, CT and ultrasound"));
	});

	test("every paper is in a topic, labels are distinct, and the same papers give the same topics", () => {
		const sentences = papers.flatMap(({ title, abstract }) => [title, ...abstract.split(". ")]);
		const text = fc.oneof(fc.constantFrom(...sentences), fc.string());
		const shelf = fc.uniqueArray(fc.record({ id: fc.string(), title: text, abstract: text }), {
			selector: ({ id }) => id,
			maxLength: 30,
		});
		fc.assert(
			fc.property(shelf, records => {
				const some = records.map(({ id, title, abstract }) => paper(id, title, abstract));
				const found = groupByTopic(some);
				deepEqual(new Set(found.flatMap(topic => topic.papers)), new Set(some));
				equal(new Set(found.map(({ label }) => label.toLowerCase())).size, found.length);
				ok(found.every(({ label, papers: held }) => label !== "" && held.length > 0));
				deepEqual(groupByTopic(some), found);
			}),
			{ numRuns: 60 },
		);
	});

	test("a large shelf, with and without the table, has no more than 20 topics and none that is nearly all", () => {
		const many = makePapers(papers, 600);
		for (const table of [clinicalTable, {}]) {
			const found = groupByTopic(many, { table });
			ok(found.length >= 8 && found.length <= 20, String(found.length));
			ok(found.every(topic => topic.papers.length < many.length / 2));
		}
	}).timeout(20_000);
});

suite("the reviewed table", () => {
	test("no topic has two terms with the same stems, and every term has a word", () => {
		for (const [label, terms] of Object.entries(clinicalTable)) {
			const stems = Object.keys(terms).map(term => phraseStems(term).join(" "));
			deepEqual(
				stems.filter((stem, i) => stem === "" || stems.indexOf(stem) !== i),
				[],
				label,
			);
		}
	});
});
