// What holds for works whatever the papers and their order.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { groupPapers } from "../../../src/core/works/group";
import { preprintOf } from "../../../src/core/works/preprints";
import { Works } from "../../../src/core/works/works";
import { paper } from "./papers";

/** Papers of few identifiers, titles, authors and years, so that they meet and contradict each other. */
const anyPaper: fc.Arbitrary<Paper> = fc
	.record(
		{
			title: fc.constantFrom("Retinal vessels at night", "Retinal vessels by day", "Editorial", "", "?!"),
			by: fc.constantFrom("Kim", "Lee", "de Jong"),
			year: fc.integer({ min: 2020, max: 2024 }),
			doi: fc.constantFrom(
				"10.1/a",
				"10.1/b",
				"10.2139/ssrn.1",
				"10.2139/ssrn.2",
				"10.1101/123456v2",
				"10.48550/arXiv.2401.00001",
			),
			arxiv: fc.constantFrom("2401.00001", "2401.00002"),
			pmid: fc.constantFrom("1", "2"),
			abstract: fc.constantFrom("Short.", "A longer abstract of a paper…"),
		},
		{ requiredKeys: ["title"] },
	)
	.map(paper);
const anyPapers = fc.array(anyPaper, { maxLength: 14 });

/** The groups as sets of papers, in an order of their own. */
function partition(papers: readonly Paper[]): readonly string[] {
	const texts = papers.map(each => JSON.stringify(each));
	return groupPapers(papers)
		.map(group => [...new Set(group.map(index => texts[index] ?? ""))].sort().join("\n"))
		.sort();
}

function worksOf(papers: readonly Paper[]): Works {
	return new Works([["digest", papers]]);
}

suite("Works, whatever comes", () => {
	test("do not depend on the order of the papers", () => {
		fc.assert(
			fc.property(
				anyPapers.chain(papers =>
					fc.tuple(fc.constant(papers), fc.shuffledSubarray(papers, { minLength: papers.length })),
				),
				([papers, shuffled]) => {
					assert.deepEqual(partition(shuffled), partition(papers));
					const said = (works: Works) => Array.from(works.all, work => JSON.stringify(work.paper)).sort();
					assert.deepEqual(said(worksOf(shuffled)), said(worksOf(papers)));
				},
			),
			{ numRuns: 400 },
		);
	});

	test("are the same when a digest comes twice", () => {
		fc.assert(
			fc.property(anyPapers, papers => {
				assert.deepEqual(partition([...papers, ...papers]), partition(papers));
				const again = new Works([
					["one", papers],
					["two", papers.map(each => ({ ...each }))],
				]);
				assert.equal(again.size, worksOf(papers).size);
			}),
			{ numRuns: 200 },
		);
	});

	test("have each record exactly once, and distinct ids", () => {
		fc.assert(
			fc.property(anyPapers, papers => {
				const works = worksOf(papers);
				const places = Array.from(works.all, work => work.records.map(({ place }) => place)).flat();
				assert.deepEqual(
					places.sort((a, b) => a - b),
					papers.map((_, i) => i + 1),
				);
				for (const work of works.all) {
					assert.equal(works.get(work.paper.id), work);
					for (const { paper: record } of work.records) assert.ok(works.get(record.id), record.id);
				}
			}),
			{ numRuns: 300 },
		);
	});

	test("have no two published DOIs, arXiv identifiers or numbers of one server", () => {
		fc.assert(
			fc.property(anyPapers, papers => {
				for (const { records } of worksOf(papers).all) {
					const dois = records.flatMap(({ paper: { doi } }) => (doi === undefined ? [] : doi));
					const published = dois.filter(doi => !preprintOf(doi));
					const ssrn = dois.filter(doi => preprintOf(doi)?.server === "ssrn");
					const arxiv = records.flatMap(({ paper: { arxiv: id } }) => id ?? []);
					for (const ids of [published, ssrn, arxiv]) assert.ok(new Set(ids).size <= 1, ids.join(" "));
				}
			}),
			{ numRuns: 400 },
		);
	});

	test("stay the same objects as long as their records do", () => {
		fc.assert(
			fc.property(anyPapers, anyPapers, (papers, more) => {
				const before = worksOf(papers);
				const same = new Works([["digest", papers]], before);
				for (const work of same.all) assert.equal(before.get(work.paper.id), work);
				const after = new Works(
					[
						["digest", papers],
						["more", more],
					],
					before,
				);
				const fresh = new Works([
					["digest", papers],
					["more", more],
				]);
				assert.deepEqual([...after.all], [...fresh.all]);
			}),
			{ numRuns: 200 },
		);
	});

	test("of many papers are made in time linear in them", () => {
		const make = (count: number) =>
			Array.from({ length: count }, (_, i) =>
				paper({ title: "One title for all", by: `Author${i % 500}`, doi: `10.1/${i}`, pmid: `${i % 7}` }),
			);
		const time = (count: number) => {
			const papers = make(count);
			const start = performance.now();
			groupPapers(papers);
			return performance.now() - start;
		};
		time(1000);
		assert.ok(time(40_000) < 20 * Math.max(time(4000), 20));
	});
});
