// Topics found in the texts alone: the same for the same papers in any order, in sensible numbers, named in their words.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { groupByTopic, type Topic, topicSteps } from "../../../src/core/topics/topics";
import { phraseStems } from "../../../src/core/topics/words";
import { makePapers } from "../../bench/corpus";
import { samplePapers } from "../../samplePapers";
import { fieldNames, fieldOf, fieldPapers, paper } from "./shelves";

const alone = { table: {} };

function shape(topics: readonly Topic[]): unknown {
	return topics.map(({ label, terms, papers, subtopics }) => ({
		label,
		terms,
		ids: papers.map(({ id }) => id).sort(),
		...(subtopics && { subtopics: shape(subtopics) }),
	}));
}

function everyTopic(topics: readonly Topic[]): Topic[] {
	return topics.flatMap(topic => [topic, ...everyTopic(topic.subtopics ?? [])]);
}

suite("topics found in texts", () => {
	test("papers of known fields stand together under words of their field", () => {
		const papers = fieldPapers(80);
		const topics = groupByTopic(papers, alone);
		for (const { label, papers: held } of topics) {
			equal(new Set(held.map(fieldOf)).size, 1, label);
			const text = held
				.map(({ title, abstract }) => `${title} ${abstract}`)
				.join(" ")
				.toLowerCase();
			for (const part of label.split(" and ")) ok(text.includes(part.toLowerCase()), label);
		}
		deepEqual(new Set(topics.flatMap(({ papers: held }) => held.map(fieldOf))), new Set(fieldNames));
		ok(topics.length >= 8 && topics.length <= 15, String(topics.length));
	});

	test("the order of the papers does not matter, and two runs agree", () => {
		const papers = [...samplePapers(), ...fieldPapers(60)];
		const once = shape(groupByTopic(papers, alone));
		deepEqual(shape(groupByTopic(papers, alone)), once);
		fc.assert(
			fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), shuffled => {
				deepEqual(shape(groupByTopic(shuffled, alone)), once);
			}),
			{ numRuns: 4, seed: 5 },
		);
	});

	test("a large shelf has two levels of 5 to 15 topics, none over a third, and every paper on both", () => {
		const papers = fieldPapers(400);
		const topics = groupByTopic(papers, alone);
		ok(topics.length >= 5 && topics.length <= 15, String(topics.length));
		for (const { label, papers: held, subtopics = [] } of topics) {
			ok(held.length <= papers.length / 3, label);
			if (subtopics.length === 0) continue;
			ok(subtopics.length >= 2 && subtopics.length <= 15, label);
			deepEqual(new Set(subtopics.flatMap(each => each.papers)), new Set(held));
		}
		deepEqual(new Set(topics.flatMap(topic => topic.papers)), new Set(papers));
		ok(topics.some(({ subtopics }) => subtopics !== undefined));
	}).timeout(60_000);

	test("a shelf below a hundred papers has one level", () => {
		ok(groupByTopic(fieldPapers(99), alone).every(({ subtopics }) => subtopics === undefined));
	});

	test("papers whose sentences are mixed at random still fall into topics that can be overlooked", () => {
		const topics = groupByTopic(makePapers(samplePapers(), 300), alone);
		ok(topics.length >= 5 && topics.length <= 20, String(topics.length));
		ok(topics.every(({ papers }) => papers.length <= 150));
	}).timeout(60_000);

	test("labels are distinct on all levels together", () => {
		const labels = everyTopic(groupByTopic(fieldPapers(300), alone)).map(({ label }) => label.toLowerCase());
		equal(new Set(labels).size, labels.length);
	}).timeout(60_000);

	test("each paper is where it is for reasons that it says itself", () => {
		for (const { papers, reasons, label } of groupByTopic(fieldPapers(60), alone)) {
			for (const { id, title, abstract } of papers) {
				const own = reasons[id] ?? [];
				ok(own.length > 0, `${label}: ${title}`);
				for (const reason of own)
					ok(`${title} ${abstract}`.toLowerCase().includes(reason.toLowerCase()), reason);
			}
		}
	});

	test("keywords and subject headings join papers whose titles share no word", () => {
		const keywords = ["Brain Ischemia/diagnostic imaging/therapy", "Humans"];
		const others = ["Plant Roots/growth & development", "Humans"];
		const topics = groupByTopic(
			[
				paper("1", "Alpha", "", keywords),
				paper("2", "Beta", "", others),
				paper("3", "Gamma", "", keywords),
				paper("4", "Delta", "", others),
			],
			alone,
		);
		deepEqual(
			topics.map(({ label, papers }) => [label, papers.map(({ id }) => id).join()]),
			[
				["Brain ischemia", "1,3"],
				["Plant roots", "2,4"],
			],
		);
	});

	test("no step takes long, and the steps are many", () => {
		const steps = topicSteps(fieldPapers(300), alone);
		let [count, user] = [0, process.cpuUsage().user];
		const times: number[] = [];
		for (let step = steps.next(); step.done !== true; step = steps.next(), count++) {
			const now = process.cpuUsage().user;
			times.push((now - user) / 1000);
			user = now;
		}
		times.sort((a, b) => a - b);
		ok(count > 200, String(count));
		ok((times[Math.floor(0.95 * times.length)] ?? 0) <= 16, String(times.slice(-20)));
	}).timeout(60_000);
});

suite("topics of papers that nobody expects", () => {
	const shelves: readonly (readonly [name: string, papers: readonly Paper[], labels: number])[] = [
		["none", [], 0],
		["one", [paper("1", "Reef fish")], 1],
		["one without a word", [paper("1", "…")], 1],
		["numbers alone", Array.from({ length: 20 }, (_, i) => paper(String(i), `${i} ${i * 7}`)), 1],
		[
			"five hundred of the same title",
			Array.from({ length: 500 }, (_, i) => paper(String(i), "Letter to the editor")),
			1,
		],
		["the same id again and again", Array.from({ length: 30 }, () => paper("1", "Coral reefs and reef fish")), 1],
	];
	for (const [name, papers, labels] of shelves) {
		test(`${name}: ${labels} topics, every paper in one`, () => {
			const topics = groupByTopic(papers, alone);
			equal(topics.length, labels);
			deepEqual(new Set(topics.flatMap(topic => topic.papers)), new Set(papers));
		}).timeout(60_000);
	}

	const scripts: readonly (readonly [name: string, first: readonly string[], second: readonly string[]])[] = [
		[
			"Chinese",
			["深度学习图像分割", "图像分割方法研究", "医学图像分割"],
			["土壤碳循环", "农田土壤碳", "森林土壤碳储量"],
		],
		[
			"Russian",
			["Нейтронные звёзды и галактики", "О нейтронных звёздах", "Нейтронные звёзды в двойных системах"],
			["Гражданское право России", "История гражданского права", "Гражданское право и суд"],
		],
		[
			"Arabic",
			["الذكاء الاصطناعي في الطب", "تطبيقات الذكاء الاصطناعي", "أخلاقيات الذكاء الاصطناعي"],
			["القانون الدولي العام", "مصادر القانون الدولي", "القانون الدولي والبحار"],
		],
	];
	for (const [name, first, second] of scripts) {
		test(`${name} titles that share words stand together, under words of theirs`, () => {
			const papers = [...first, ...second].map((title, i) => paper(String(i), title));
			const topics = groupByTopic(papers, alone);
			for (const { papers: held } of topics) {
				equal(new Set(held.map(({ title }) => first.includes(title))).size, 1);
			}
			const text = papers.map(({ title }) => title.toLowerCase()).join(" ");
			for (const { label } of topics) ok(text.includes(label.toLowerCase()), label);
		});
	}

	test("whatever the texts are, every paper is in a topic and every topic has papers and a label", () => {
		const text = fc.oneof(
			fc.string({ unit: "grapheme" }),
			fc.constantFrom("SHOUTED TITLES OF REEFS", "$k$-space", "a\u0000b", "—", "constructor", "__proto__"),
			fc.lorem({ maxCount: 12 }),
		);
		const record = fc.record({
			id: fc.string(),
			title: text,
			abstract: text,
			keywords: fc.array(text, { maxLength: 3 }),
		});
		fc.assert(
			fc.property(fc.array(record, { maxLength: 40 }), records => {
				const papers = records.map(each => paper(each.id, each.title, each.abstract, each.keywords));
				const topics = groupByTopic(papers, alone);
				deepEqual(new Set(topics.flatMap(topic => topic.papers)), new Set(papers));
				ok(topics.every(({ label, papers: held }) => label !== "" && held.length > 0));
				equal(new Set(topics.map(({ label }) => label.toLowerCase())).size, topics.length);
			}),
			{ numRuns: 40, seed: 7 },
		);
	}).timeout(60_000);
});

suite("words of papers", () => {
	test("a stop word that a hyphen joins belongs to its word, and an adverb ends a phrase", () => {
		deepEqual(phraseStems("few-shot learning"), ["few", "shot", "learn"]);
		deepEqual(phraseStems("a family of clinically grounded reports"), ["famili", "ground", "report"]);
	});
});
