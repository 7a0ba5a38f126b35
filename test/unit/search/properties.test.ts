// What holds for the search whatever the papers, their order and the query.
import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { matchedPassage, matchRanges } from "../../../src/core/search/passage";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { samplePapers } from "../../samplePapers";

const sample = samplePapers();
const queries = [
	"robust segmentation",
	"uncertan",
	"medical rea",
	'"large language models" safety',
	"2025 zhang",
	"x-ray",
	"robust segmentation of medical images with foundation mod",
	"year:2020.. llm -jailbreak",
];

/** Papers out of the sample's words, with few ids, so that sources share papers and forms differ. */
const anyPaper: fc.Arbitrary<Paper> = fc
	.record({
		id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
		from: fc.nat(sample.length - 1),
		hasAbstract: fc.boolean(),
	})
	.map(({ id, from, hasAbstract }) => {
		const model = sample[from];
		return {
			id,
			title: model?.title ?? "",
			abstract: hasAbstract ? (model?.abstract.slice(0, 300) ?? "") : "",
			authors: model?.authors.slice(0, 2) ?? [],
			type: "article",
			keywords: [],
			links: [],
		};
	});
const step = fc.record({
	source: fc.constantFrom("one", "two", "three"),
	papers: fc.array(anyPaper, { maxLength: 4 }),
});
type Step = { source: string; papers: Paper[] };

function built(steps: readonly Step[]): SearchIndex {
	const index = new SearchIndex();
	for (const { source, papers } of steps) index.replace(source, papers);
	return index;
}

function answers(index: SearchIndex): unknown {
	return queries.map(query => [
		index.search(query),
		index.search(query, { asYouType: true }),
		index.suggest(query, 5),
		index.similar("a", 5),
	]);
}

suite("search, whatever comes", function () {
	this.timeout(20_000);

	test("replacing twice equals replacing once", () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 4 }), step, (steps, last) => {
				deepEqual(answers(built([...steps, last, last])), answers(built([...steps, last])));
			}),
			{ numRuns: 40 },
		);
	});

	test("an index that was changed equals a fresh one, also when it answered in between", () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 6 }), steps => {
				const index = new SearchIndex();
				const state = new Map<string, Paper[]>();
				for (const { source, papers } of steps) {
					index.replace(source, papers);
					state.set(source, papers);
					index.search("robust");
				}
				const fresh = built(
					[...state].reverse().map(([source, papers]) => ({ source, papers: papers.toReversed() })),
				);
				deepEqual(answers(index), answers(fresh));
			}),
			{ numRuns: 60 },
		);
	});

	test("a stored index ranks the same", () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 4 }), steps => {
				const index = built(steps);
				const papers = steps.flatMap(each => each.papers);
				const held = papers.filter(paper =>
					index.search(paper.title, { limit: 9 }).some(hit => hit.paper === paper),
				);
				const again = SearchIndex.fromJSON(JSON.parse(JSON.stringify(index)), held);
				deepEqual(answers(again), answers(index));
			}),
			{ numRuns: 40 },
		);
		const whole = built([{ source: "sample", papers: [...sample] }]);
		deepEqual(answers(SearchIndex.fromJSON(JSON.stringify(whole), sample)), answers(whole));
	});

	test("a store with any letter changed answers as before, or is noticed and built anew", () => {
		const whole = built([{ source: "sample", papers: sample.slice(0, 8) }]);
		whole.suggest("robust segmentation of images", 3);
		const text = JSON.stringify(whole.toJSON().words);
		const stored = JSON.stringify(whole);
		const start = stored.indexOf(text);
		const expected = answers(whole);
		fc.assert(
			fc.property(fc.nat(text.length - 1), fc.constantFrom("A", "z", "0", '"', "{"), (at, letter) => {
				const damaged = stored.slice(0, start + at) + letter + stored.slice(start + at + 1);
				deepEqual(answers(SearchIndex.fromJSON(damaged, sample.slice(0, 8))), expected);
			}),
			{ numRuns: 40 },
		);
	});

	test("results do not depend on the order of the papers", () => {
		const expected = answers(built([{ source: "sample", papers: [...sample] }]));
		fc.assert(
			fc.property(fc.shuffledSubarray([...sample], { minLength: sample.length }), papers => {
				deepEqual(answers(built([{ source: "sample", papers }])), expected);
			}),
			{ numRuns: 8 },
		);
	});

	test("any string is a query, and any text can be marked", () => {
		const index = built([{ source: "sample", papers: [...sample] }]);
		const text = fc.oneof(
			fc.string(),
			fc.string({ unit: "binary" }),
			fc.constantFrom('"', "a\\b{$^", "<i>x", "&amp;", "\ud800"),
		);
		fc.assert(
			fc.property(text, fc.boolean(), (query, asYouType) => {
				const hits = index.search(query, { asYouType, limit: 5 });
				ok(hits.every(hit => hit.score > 0));
				index.suggest(query, 3);
				const marks = matchRanges(query, ["x", ...(hits[0]?.terms ?? [])]);
				marks.forEach(({ start, end }, i) => {
					ok(start >= (marks[i - 1]?.end ?? 0) && start < end && end <= query.length);
				});
			}),
			{ numRuns: 200 },
		);
	});

	test("a passage is text of the abstract, its marks are its matches", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...sample),
				fc.integer({ min: 1, max: 300 }),
				fc.constantFrom(...queries),
				(paper, length, query) => {
					const index = built([{ source: "one", papers: [paper] }]);
					const terms = index.search(query, { asYouType: true })[0]?.terms ?? [];
					const { text, marks } = matchedPassage(paper, terms, length);
					ok(paper.abstract.includes(text.replace(/^…|…$/g, "")));
					deepEqual(marks.length > 0, matchRanges(paper.abstract, terms).length > 0);
					for (const { start, end } of marks) ok(matchRanges(text.slice(start, end), terms).length > 0);
				},
			),
			{ numRuns: 200 },
		);
	});
});
