// Every paper is in exactly the groups that it should be in, in every order, and groups keep their keys.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { englishGroupLabels, groupings, orders, type GroupFacts, type Group } from "../../../src/core/grouping/group";
import { groupPapers } from "../../../src/core/grouping/grouping";
import { countsIn, groupsIn, papersIn, tableOf } from "../../../src/core/grouping/table";
import type { Name, Paper } from "../../../src/core/paper";
import { groupByTopic } from "../../../src/core/topics/topics";
import { samplePapers } from "../../samplePapers";
import { assertLinear } from "../linear";

const words = { labels: englishGroupLabels, locale: "en" };

const noFacts: GroupFacts = { topics: () => [], digests: () => [], states: () => ["unread"], rank: () => undefined };

function paper(id: string, more: Partial<Paper> = {}): Paper {
	return { id, title: id, abstract: "", authors: [], type: "article", keywords: [], links: [], ...more };
}

const person = (family: string, given: string): Name => ({ family, given });

/** Groups as nested lists of labels and ids. */
function shown(groups: readonly Group[]): unknown[] {
	return groups.map(({ label, ids, groups: below }) => [label, below ? shown(below) : ids]);
}

/** Three hundred papers of all kinds, from a seed. */
const anyPapers = fc.array(
	fc.record(
		{
			title: fc.constantFrom("Änderung", "anders", "Zebra", "10 ways", "2 ways", "", "A CT segmentation"),
			year: fc.integer({ min: 2019, max: 2024 }),
			month: fc.integer({ min: 1, max: 12 }),
			family: fc.constantFrom("Lee", "Ångström", "Li", "李", "O'Brien"),
			given: fc.constantFrom("Ann", "A.", "Bo", "B. C."),
			venue: fc.constantFrom("Nature", "nature", "The Lancet", "Lancet"),
		},
		{ requiredKeys: ["title"] },
	),
	{ maxLength: 300 },
);

suite("grouping", () => {
	test("every paper is in a group, whatever is grouped by, and each group has it once and in order", () => {
		fc.assert(
			fc.property(anyPapers, fc.constantFrom(...groupings), fc.constantFrom(...orders), (given, by, sort) => {
				const papers = given.map(({ title, year, month, family, given: name, venue }, i) =>
					paper(`x:${i}`, {
						title,
						...(year !== undefined && { issued: { year, ...(month !== undefined && { month }) } }),
						...(family !== undefined && { authors: [person(family, name ?? "")] }),
						...(venue !== undefined && { venue }),
					}),
				);
				const all = groupPapers(papers, { by: "none", sort }, noFacts, words).flatMap(({ ids }) => ids);
				const places = new Map(all.map((id, place) => [id, place]));
				const leaves = (groups: readonly Group[]): readonly Group[] =>
					groups.flatMap(group => (group.groups ? leaves(group.groups) : [group]));
				const groups = groupPapers(papers, { by, sort }, noFacts, words);
				equal(new Set(groups.map(({ key }) => key)).size, groups.length, "keys differ");
				deepEqual(new Set(leaves(groups).flatMap(({ ids }) => ids)), new Set(papers.map(({ id }) => id)));
				for (const { ids } of leaves(groups)) {
					const order = ids.map(id => places.get(id) ?? -1);
					deepEqual(
						order,
						[...new Set(order)].sort((a, b) => a - b),
					);
				}
			}),
			{ seed: 11, numRuns: 80 },
		);
	});

	test("a paper stands with each of its authors; initials are those of the only full name that has them", () => {
		const papers = [
			paper("a", { authors: [person("Lee", "Ann B."), person("Wang", "Wei")] }),
			paper("b", { authors: [person("Lee", "A."), person("Wang", "Wen")] }),
			paper("c", { authors: [person("LEE", "Ann B"), person("Wang", "W.")] }),
			paper("d", { authors: [{ literal: "The Group" }, { family: "Berg", given: "Jan", particle: "van der" }] }),
			paper("e"),
		];
		deepEqual(shown(groupPapers(papers, { by: "author", sort: "digest" }, noFacts, words)), [
			["Berg, Jan van der", ["d"]],
			["Lee, Ann B.", ["a", "b", "c"]],
			["The Group", ["d"]],
			["Wang, W.", ["c"]],
			["Wang, Wei", ["a"]],
			["Wang, Wen", ["b"]],
			["Without author", ["e"]],
		]);
	});

	test("many names are folded by their first letter, without its accent", () => {
		const papers = Array.from({ length: 60 }, (_, i) =>
			paper(`x:${i}`, { authors: [person(`${i < 30 ? "Å" : "B"}name${i}`, "X.")] }),
		);
		const groups = groupPapers(papers, { by: "author", sort: "digest" }, noFacts, words);
		deepEqual(
			groups.map(({ label, groups: below = [] }) => [label, below.length]),
			[
				["A", 30],
				["B", 30],
			],
		);
	});

	test("dates are years, the newest first, and months of a full year", () => {
		const papers = [
			...Array.from({ length: 40 }, (_, i) => paper(`m:${i}`, { issued: { year: 2024, month: (i % 2) + 4 } })),
			paper("old", { issued: { year: 1999 } }),
			paper("none"),
		];
		const groups = groupPapers(papers, { by: "date", sort: "digest" }, noFacts, words);
		deepEqual(
			groups.map(({ label, groups: below = [] }) => [label, ...below.map(each => each.label)]),
			[["2024", "May 2024", "April 2024"], ["1999"], ["Without date"]],
		);
	});

	test("venues are one whatever their case and article; arXiv is one, too", () => {
		const papers = [
			paper("a", { venue: "The Lancet" }),
			paper("b", { venue: "lancet" }),
			paper("c", { venue: "The Lancet" }),
			paper("d", { arxiv: "2401.00001" }),
			paper("e"),
		];
		deepEqual(shown(groupPapers(papers, { by: "venue", sort: "digest" }, noFacts, words)), [
			["arXiv", ["d"]],
			["The Lancet", ["a", "b", "c"]],
			["Without journal or conference", ["e"]],
		]);
	});

	test("methods and kinds of data are told by titles and by what abstracts say again", () => {
		const papers = [
			paper("a", { title: "Segmenting CT scans" }),
			paper("b", { title: "Mentioned once", abstract: "Unlike MRI, which others use." }),
			paper("c", { title: "Said twice", abstract: "We use MRI. Our MRI scanners agree." }),
			paper("d", { title: "A ct that is no acronym" }),
		];
		deepEqual(shown(groupPapers(papers, { by: "method", sort: "digest" }, noFacts, words)), [
			["Computed tomography", ["a"]],
			["Segmentation", ["a"]],
			["Magnetic resonance", ["c"]],
			["Other methods and data", ["b", "d"]],
		]);
	});

	test("states, digests and topics are those that the shelf tells", () => {
		const papers = [paper("a"), paper("b"), paper("c")];
		const facts: GroupFacts = {
			topics: () => [
				{
					label: "T",
					terms: ["t"],
					ids: ["b", "a"],
					subtopics: [
						{ label: "T1", terms: [], ids: ["a"] },
						{ label: "T2", terms: [], ids: ["b", "a"] },
					],
				},
			],
			digests: () => [{ source: "s", label: "S", ids: ["c", "a"] }],
			states: id => (id === "a" ? ["unread", "starred"] : ["read"]),
			rank: id => ({ c: 0, a: 1 })[id],
		};
		const by = (each: (typeof groupings)[number], sort: (typeof orders)[number] = "digest") =>
			shown(groupPapers(papers, { by: each, sort }, facts, words));
		deepEqual(by("topic"), [
			[
				"T",
				[
					["T1", ["a"]],
					["T2", ["a", "b"]],
				],
			],
			["Without topic", ["c"]],
		]);
		deepEqual(by("digest"), [
			["S", ["a", "c"]],
			["Without digest", ["b"]],
		]);
		deepEqual(by("digest", "nearness"), [
			["S", ["c", "a"]],
			["Without digest", ["b"]],
		]);
		deepEqual(by("state"), [
			["Starred", ["a"]],
			["Unread", ["a"]],
			["Read", ["b", "c"]],
		]);
		deepEqual(by("none", "nearness"), [["", ["c", "a", "b"]]]);
	});

	test("titles are sorted as a reader of the language does", () => {
		const papers = ["Zebra", "öffentlich", "Ofen", "10 ways", "2 ways", "", "“Quoted”"].map((title, i) =>
			paper(`x:${i}`, { title }),
		);
		const titles = (locale: string) =>
			groupPapers(papers, { by: "none", sort: "title" }, noFacts, { ...words, locale })[0]?.ids.map(
				id => papers[Number(id.slice(2))]?.title,
			);
		deepEqual(titles("de"), ["2 ways", "10 ways", "Ofen", "öffentlich", "“Quoted”", "Zebra", ""]);
		deepEqual(titles("sv"), ["2 ways", "10 ways", "Ofen", "“Quoted”", "Zebra", "öffentlich", ""]);
		deepEqual(titles("no such language"), titles("en"));
	});

	test("a long list is parted into runs of a hundred", () => {
		const papers = Array.from({ length: 950 }, (_, i) => paper(`x:${i}`));
		const groups = groupPapers(papers, { by: "none", sort: "digest" }, noFacts, words);
		deepEqual(groups.map(({ label, ids }) => [label, ids.length]).slice(-2), [
			["801 to 900", 100],
			["901 to 950", 50],
		]);
	});

	test("the table of groups says the same as the groups, and counts what is shown", () => {
		const papers = samplePapers();
		const topics = groupByTopic(papers).map(({ label, terms, papers: own }) => ({
			...{ label, terms },
			ids: own.map(({ id }) => id),
		}));
		const facts = { ...noFacts, topics: () => topics };
		for (const by of groupings) {
			const groups = groupPapers(papers, { by, sort: "title" }, facts, words);
			const table = structuredClone(tableOf(groups));
			const read = (parent?: number): unknown[] =>
				groupsIn(table, parent).map(number => [
					table.labels[number],
					groupsIn(table, number).length > 0 ? read(number) : papersIn(table, number),
				]);
			deepEqual(read(), shown(groups), by);
			const counts = countsIn(table, id => id !== papers[0]?.id);
			for (const number of groupsIn(table)) {
				equal(counts[number], papersIn(table, number).filter(id => id !== papers[0]?.id).length);
			}
		}
		ok(topics.length > 3);
	});

	test("ten thousand papers travel as few arrays, and are read in linear time", () => {
		assertLinear(count => {
			const papers = Array.from({ length: count }, (_, i) =>
				paper(`arxiv:2401.${i}`, {
					authors: [0, 1, 2].map(j => person(`Family${(i * 7 + j) % 9000}`, `Given${j}`)),
				}),
			);
			const table = tableOf(groupPapers(papers, { by: "author", sort: "digest" }, noFacts, words));
			const clone = structuredClone(table);
			const [first = 0] = groupsIn(clone);
			papersIn(clone, first);
			countsIn(clone, () => true);
			equal(clone.keys.length, table.keys.length);
		}, 10_000);
	});
});
