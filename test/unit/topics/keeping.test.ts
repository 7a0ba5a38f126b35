// Topics that stay as they were when papers come and go, and as a person made them.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { readEarlierTopics, writeEarlierTopics } from "../../../src/core/topics/keeping/stored";
import { groupByTopic, rememberTopics, type Topic } from "../../../src/core/topics/topics";
import { samplePapers } from "../../samplePapers";
import { fieldNames, fieldOf, fieldPapers, paper } from "./shelves";

const alone = { table: {} };
const papers = fieldPapers(160);
const topics = groupByTopic(papers, alone);

function labelsById(of: readonly Topic[]): Map<string, string> {
	return new Map(of.flatMap(({ label, papers: held }) => held.map(({ id }) => [id, label] as const)));
}

function topicWith(id: string, of: readonly Topic[]): Topic {
	const found = of.find(({ papers: held }) => held.some(each => each.id === id));
	ok(found);
	return found;
}

suite("topics over time", () => {
	test("what is remembered is written and read again, and what is not whole is nothing", () => {
		const remembered = rememberTopics(topics);
		const text = writeEarlierTopics(remembered);
		deepEqual(readEarlierTopics(text), remembered);
		deepEqual(readEarlierTopics(text.slice(0, -2)), []);
		deepEqual(readEarlierTopics(JSON.stringify([...remembered, { label: "x", terms: [], ids: [5] }])), []);
		fc.assert(
			fc.property(fc.oneof(fc.json(), fc.string()), any => {
				ok(Array.isArray(readEarlierTopics(any)));
			}),
		);
	});

	test("the same papers with their topics of before have the same topics", () => {
		const again = groupByTopic(papers, { ...alone, previous: rememberTopics(topics) });
		deepEqual(labelsById(again), labelsById(topics));
	});

	test("twenty papers that come move none of the others, and stand with their field", () => {
		const come = fieldPapers(20, 9).map(each => ({ ...each, id: `${each.id}-new` }));
		const after = groupByTopic([...papers, ...come], { ...alone, previous: rememberTopics(topics) });
		const before = labelsById(topics);
		const now = labelsById(after);
		const moved = papers.filter(({ id }) => now.get(id) !== before.get(id));
		ok(moved.length <= 3, String(moved.length));
		for (const each of come) {
			const { papers: held } = topicWith(each.id, after);
			ok(held.filter(other => fieldOf(other) === fieldOf(each)).length > held.length / 2, each.id);
		}
	});

	test("a tenth that goes leaves the others where they were", () => {
		const fewer = papers.filter((_, i) => i % 10 !== 3);
		const now = labelsById(groupByTopic(fewer, { ...alone, previous: rememberTopics(topics) }));
		const before = labelsById(topics);
		ok(fewer.filter(({ id }) => now.get(id) !== before.get(id)).length <= 3);
	});

	test("papers of a field that the shelf did not have are a topic of their own", () => {
		const known = fieldPapers(140, 3, fieldNames.slice(1));
		const before = groupByTopic(known, alone);
		const strangers = fieldPapers(14, 4, fieldNames.slice(0, 1));
		const after = groupByTopic([...known, ...strangers], { ...alone, previous: rememberTopics(before) });
		const { papers: held } = topicWith(strangers[0]?.id ?? "", after);
		ok(held.every(each => fieldOf(each) === "law"));
		equal(held.length, strangers.length);
	});

	test("earlier topics of another shelf change nothing", () => {
		const other = rememberTopics(groupByTopic(samplePapers()));
		deepEqual(groupByTopic(papers, { ...alone, previous: other }), topics);
	});
});

suite("topics as a person wants them", () => {
	const [first, second] = topics;
	ok(first && second);

	test("a renamed topic keeps its name when papers come, with or without what was remembered", () => {
		const table = { "My own name": { from: [first.label], terms: first.terms } };
		const renamed = groupByTopic(papers, { table });
		deepEqual(topicWith(first.papers[0]?.id ?? "", renamed).label, "My own name");
		const more = [...papers, ...fieldPapers(20, 9).map(each => ({ ...each, id: `${each.id}-new` }))];
		for (const previous of [rememberTopics(renamed), []]) {
			const after = groupByTopic(more, { table, previous });
			const own = after.find(({ label }) => label === "My own name");
			ok(own);
			const kept = own.papers.filter(({ id }) => first.papers.some(each => each.id === id));
			ok(kept.length > first.papers.length / 2, String(kept.length));
		}
	});

	test("merged topics are one, now and with more papers", () => {
		const table = { Both: { from: [first.label, second.label] } };
		const merged = groupByTopic(papers, { table });
		const wanted = [...first.papers, ...second.papers].map(({ id }) => id).sort();
		deepEqual(
			topicWith(first.papers[0]?.id ?? "", merged)
				.papers.map(({ id }) => id)
				.sort(),
			wanted,
		);
		const more = [...papers, ...fieldPapers(8, 9).map(each => ({ ...each, id: `${each.id}-new` }))];
		const after = groupByTopic(more, { table, previous: rememberTopics(merged) });
		const both = after.find(({ label }) => label === "Both");
		ok(wanted.filter(id => both?.papers.some(each => each.id === id)).length >= 0.9 * wanted.length);
	});

	test("a topic is split into what is within it", () => {
		const small = fieldPapers(60, 3, fieldNames.slice(0, 3));
		const whole = groupByTopic(small, { table: { Everything: { papers: small.map(({ id }) => id) } } });
		equal(whole.length, 1);
		const split = groupByTopic(small, {
			table: { Everything: { papers: small.map(({ id }) => id), isSplit: true } },
		});
		ok(split.length > 1);
		ok(split.every(({ papers: held }) => new Set(held.map(fieldOf)).size === 1));
	});

	test("a pinned topic stands first", () => {
		const last = topics.at(-1);
		ok(last);
		const [pinned] = groupByTopic(papers, { table: { Pinned: { from: [last.label], isPinned: true } } });
		equal(pinned?.label, "Pinned");
		equal(pinned.isPinned, true);
	});

	test("words, weighted words, a query and ids each make a topic; the rest is found beside them", () => {
		const found = groupByTopic(papers, {
			table: {
				Reefs: ["coral reef", "reef fish", "coral bleaching"],
				Banks: { "central bank": 4 },
				Stars: '"neutron star"',
				Mine: { papers: [papers[0]?.id ?? ""] },
			},
		});
		const fields = (label: string): string[] => [
			...new Set(found.find(topic => topic.label === label)?.papers.map(fieldOf)),
		];
		deepEqual(["Reefs", "Banks", "Stars", "Mine"].map(fields), [["reefs"], ["money"], ["stars"], ["law"]]);
		ok(found.length > 8);
		deepEqual(new Set(found.flatMap(topic => topic.papers)), new Set(papers));
	});

	test("a query is put to the search that is given", () => {
		const asked: string[] = [];
		const search = (query: string): string[] => {
			asked.push(query);
			return [papers[4]?.id ?? "", "unknown"];
		};
		const found = groupByTopic(papers, { table: { Asked: "anything" }, search });
		deepEqual(asked, ["anything"]);
		deepEqual(found.find(({ label }) => label === "Asked")?.papers, [papers[4]]);
	});

	test("settings that make no sense make no topic, and no harm", () => {
		const table = JSON.parse(
			'{"": "x", "a": 5, "b": [7, null], "c": {"words": 3, "from": "x"}, "d": null, "e": {"from": ["?"]}, "f": {}}',
		) as Record<string, string>;
		deepEqual(groupByTopic(papers, { table }), topics);
	});

	test("the reviewed topics serve a shelf of their field, not one of another, and stay beside a person's own", () => {
		const sample = samplePapers();
		ok(groupByTopic(sample).some(({ label }) => label === "Digital pathology"));
		const other = [...sample.slice(0, 20), ...papers];
		ok(!groupByTopic(other).some(({ label }) => label === "MRI, CT and ultrasound"));
		equal(groupByTopic([paper("1", "Coral reefs")])[0]?.label, "Coral reefs");
	});
});
