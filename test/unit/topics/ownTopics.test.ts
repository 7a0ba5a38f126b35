// What the person says of topics: whatever stands in the setting is read, and commands write it back.
import { deepEqual, doesNotThrow } from "node:assert/strict";
import fc from "fast-check";
import {
	coloured,
	merged,
	moved,
	pinned,
	renamed,
	split,
	topicLook,
	topicRules,
} from "../../../src/core/topics/ownTopics";

const pathology = { label: "Digital pathology", terms: ["slide", "stain"] };
const reports = { label: "Radiology reports", terms: ["report"] };

suite("own topics", () => {
	test("a topic is words, a query, a list, or more", () => {
		const rules = topicRules({
			A: "federated learning, secure  aggregation,, federated learning",
			B: "query: author:Müller year:2024..",
			C: ["one", "two", 3],
			D: { words: "x, y", papers: ["doi:1"], from: ["Old"], isPinned: true, color: "charts.red", more: 1 },
			E: 7,
			"  ": "nothing",
		});
		deepEqual(rules, {
			A: { words: ["federated learning", "secure  aggregation"] },
			B: { query: "author:Müller year:2024.." },
			C: { words: ["one", "two"] },
			D: { words: ["x", "y"], papers: ["doi:1"], from: ["Old"], isPinned: true },
			E: {},
		});
	});

	test("anything may stand in the setting", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), setting => {
				doesNotThrow(() => {
					topicRules(setting);
					for (const label of [...Object.keys(setting), "__proto__", "toString"]) {
						topicLook(setting, label);
						const topic = { label, terms: [] };
						merged(setting, topic, reports);
						pinned(setting, topic, true);
						coloured(setting, topic, "charts.red");
						split(setting, topic);
						moved(setting, ["doi:1"], label);
					}
				});
			}),
			{ seed: 3, numRuns: 100 },
		);
	});

	test("a renamed topic remembers what it was and by which words it is known", () => {
		const first = renamed({}, pathology, "Slides");
		deepEqual(first, {
			"Digital pathology": undefined,
			Slides: { from: ["Digital pathology"], terms: ["slide", "stain"] },
		});
		const again = renamed({ Slides: first["Slides"] }, { label: "Slides", terms: ["slide"] }, "Glass");
		deepEqual(again, {
			Slides: undefined,
			Glass: { from: ["Digital pathology", "Slides"], terms: ["slide", "stain"] },
		});
		deepEqual(renamed({}, pathology, "Digital pathology"), {});
	});

	test("a merged topic keeps colour, words and papers of both", () => {
		const setting = { "Radiology reports": { papers: ["doi:1"], color: "charts.blue" } };
		deepEqual(merged(setting, pathology, reports), {
			"Digital pathology": undefined,
			"Radiology reports": {
				color: "charts.blue",
				from: ["Digital pathology"],
				terms: ["report", "slide", "stain"],
				papers: ["doi:1"],
			},
		});
	});

	test("a pin comes and goes without a trace", () => {
		deepEqual(pinned({}, pathology, true), { "Digital pathology": { isPinned: true } });
		deepEqual(pinned({ "Digital pathology": { isPinned: true } }, pathology, false), {
			"Digital pathology": undefined,
		});
	});

	test("a colour comes beside what else is said, and goes", () => {
		const red = coloured({ X: { words: ["a"], isPinned: true } }, { label: "X", terms: [] }, "charts.red");
		deepEqual(red, { X: { words: ["a"], isPinned: true, color: "charts.red" } });
		deepEqual(coloured({ X: { color: "charts.red" } }, { label: "X", terms: [] }, undefined), { X: undefined });
	});

	test("a topic that was merged is split into what it was; another one into what is found in it", () => {
		deepEqual(split({ X: { from: ["A", "B"] } }, { label: "X", terms: [] }), { X: undefined });
		deepEqual(split({}, pathology), { "Digital pathology": { isSplit: true } });
	});

	test("a moved paper leaves the topic that it was moved to before", () => {
		const setting = { A: { papers: ["doi:1"] }, B: { papers: ["doi:1", "doi:2"], isPinned: true } };
		deepEqual(moved(setting, ["doi:1"], "C"), {
			A: undefined,
			B: { papers: ["doi:2"], isPinned: true },
			C: { papers: ["doi:1"] },
		});
	});
});
