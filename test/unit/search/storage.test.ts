// An index between sessions, as bytes: what comes back ranks the same, and what is damaged is indexed again.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { textHash } from "../../../src/core/search/words/fieldTexts";
import { makePapers } from "../../bench/corpus";
import { samplePapers } from "../../samplePapers";

const sample = samplePapers();
const few = sample.slice(0, 8);
const queries = ["robust segmentation", "uncertan", "medical rea", '"large language models" safety', "x-ray image"];

function indexOf(papers: readonly Paper[], source = "shelf"): SearchIndex {
	const index = new SearchIndex();
	index.replace(source, papers);
	return index;
}

function answers(index: SearchIndex): unknown {
	const id = few[0]?.id ?? "";
	return queries.map(query => [
		index.search(query),
		index.search(query, { asYouType: true }),
		index.suggest(`${query} of patients in hospitals`, 5),
		index.similar(id, 5),
	]);
}

function loaded(pieces: readonly Uint8Array[]): SearchIndex {
	const load = SearchIndex.load(pieces);
	for (;;) {
		const { done, value } = load.next();
		if (done === true) return value;
	}
}

function finish(index: SearchIndex): void {
	while (!index.prepareMeaning(50));
}

suite("an index as bytes", function () {
	this.timeout(20_000);
	const index = indexOf(few);
	const expected = answers(index);
	const pieces = index.toBytes();

	test("ranks the same when it comes back, its pieces in any order", () => {
		deepEqual(answers(SearchIndex.fromBytes(pieces, few)), expected);
		deepEqual(answers(SearchIndex.fromBytes(pieces.toReversed(), few.toReversed())), expected);
		const whole = indexOf(sample);
		const wanted = answers(whole);
		deepEqual(answers(SearchIndex.fromBytes(whole.toBytes(), sample)), wanted);
	});

	test("a byte that changed anywhere, or bytes that are missing, are noticed or harmless", () => {
		const place = fc.tuple(fc.nat(pieces.length - 1), fc.double({ min: 0, max: 1, noNaN: true }));
		fc.assert(
			fc.property(place, fc.integer({ min: 1, max: 255 }), fc.boolean(), ([piece, share], by, isCut) => {
				const damaged = pieces.map(each => each.slice());
				const bytes = damaged[piece] ?? new Uint8Array();
				const at = Math.min(bytes.length - 1, Math.floor(share * bytes.length));
				bytes[at] = (bytes[at] ?? 0) ^ by;
				if (isCut) damaged[piece] = bytes.slice(0, at);
				deepEqual(answers(SearchIndex.fromBytes(damaged, few)), expected);
			}),
			{ numRuns: 60 },
		);
		for (const [i] of pieces.entries()) {
			deepEqual(answers(SearchIndex.fromBytes(pieces.toSpliced(i, 1), few)), expected, `without piece ${i}`);
		}
		deepEqual(answers(SearchIndex.fromBytes([new Uint8Array(3), Uint8Array.of(1, 2, 3, 4)], few)), expected);
	});

	test("pieces keep their names while their bytes stay the same", () => {
		const growing = indexOf(few);
		const names = growing.pieces().map(({ name }) => name);
		deepEqual(
			growing.pieces().map(({ name }) => name),
			names,
		);
		equal(new Set(names).size, names.length);
		growing.replace("more", sample.slice(8, 10));
		ok(growing.pieces().some(({ name }) => !names.includes(name)));
	});

	test("it says which papers are to be indexed again, and finds none before a source shows it", () => {
		const again = loaded(pieces);
		const changed = few.map((paper, i) => (i === 2 ? { ...paper, title: "Zebra crossings" } : paper));
		const ids = again.outdated(
			[...changed, ...sample.slice(20, 21)].map(paper => ({ id: paper.id, hash: textHash(paper) })),
		);
		deepEqual(ids, [few[2]?.id, sample[20]?.id]);
		equal(again.size, 0);
		deepEqual(again.search("segmentation"), []);
		again.replace("one", changed.slice(0, 4));
		equal(again.size, 4);
		equal(again.search("zebra")[0]?.paper, changed[2]);
		again.forgetUnclaimed();
		const hits = again.search("clinical medical learning models data patients images", { limit: 50 });
		ok(hits.length > 0);
		for (const { paper } of hits) ok(changed.slice(0, 4).includes(paper));
		deepEqual(again.outdated(few.slice(4, 5).map(paper => ({ id: paper.id, hash: textHash(paper) }))), [
			few[4]?.id,
		]);
	});
});

suite("an index of several segments", function () {
	this.timeout(60_000);
	const many = makePapers(sample, 1300, 3).map(paper => ({ ...paper, abstract: paper.abstract.slice(0, 250) }));
	const ids = (index: SearchIndex, query: string): string[] =>
		index.search(query, { limit: 20, asYouType: true }).map(({ paper }) => paper.id);

	test("answers as one that came at once, while it grows and afterwards, whatever the order", () => {
		const grown = new SearchIndex();
		grown.prepareMeaning(0);
		for (const [i, paper] of many.toReversed().entries()) {
			grown.replace(paper.id, [paper]);
			if (i % 400 === 399) ok(ids(grown, paper.title).includes(paper.id), paper.title);
		}
		const fresh = indexOf(many);
		fresh.prepareMeaning(0);
		for (const query of queries) deepEqual(ids(grown, query), ids(fresh, query), query);
		finish(grown);
		for (const query of queries.slice(0, 3)) deepEqual(ids(grown, query), ids(fresh, query), query);
	});

	test("of a large shelf the order in which papers came does not matter as one types either", () => {
		const title = (i: number): string => `alpha${i % 40} beta${i % 37} gamma${i % 31} delta${i % 29} eps${i % 23}`;
		const model = few.slice(0, 1);
		const more = Array.from({ length: 3000 }, (_, i) =>
			model.map(paper => ({ ...paper, id: `p${i}`, title: title(i), abstract: "" })),
		).flat();
		const [one, other] = [more, more.toReversed()].map(papers => {
			const index = indexOf(papers);
			index.suggest("alpha1 beta2", 1);
			return index.search("alpha1 beta1 gamma1 delta9 eps3", { asYouType: true });
		});
		deepEqual(one, other);
	});

	test("what is removed or changed while a segment is packed is as if it had never been there", () => {
		const change = fc.record({ at: fc.nat(511), title: fc.constantFrom(undefined, "Zebrafish imaging", "") });
		fc.assert(
			fc.property(fc.nat(12), fc.array(change, { minLength: 1, maxLength: 8 }), (after, changes) => {
				const papers = new Map(many.slice(0, 512 + after).map(paper => [paper.id, paper]));
				const index = new SearchIndex();
				for (const [id, paper] of papers) index.replace(id, [paper]);
				for (const { at, title } of changes) {
					const { id = "" } = many[at] ?? {};
					const paper = papers.get(id);
					if (title === undefined || paper === undefined) {
						papers.delete(id);
						index.remove(id);
					} else {
						papers.set(id, { ...paper, title });
						index.replace(id, [{ ...paper, title }]);
					}
				}
				const fresh = indexOf([...papers.values()]);
				for (const query of [...queries, "zebraf", many[changes[0]?.at ?? 0]?.title ?? ""])
					deepEqual(
						index.search(query, { asYouType: true }),
						fresh.search(query, { asYouType: true }),
						query,
					);
			}),
			{ numRuns: 6 },
		);
	});

	test("what is removed while segments are merged is gone", () => {
		const index = indexOf(many, "first");
		index.prepareMeaning(0);
		index.replace("first", many.slice(200));
		index.prepareMeaning(3);
		index.replace("first", many.slice(300));
		finish(index);
		for (const paper of many.slice(190, 210)) ok(!ids(index, paper.title).includes(paper.id));
		equal(index.size, 1000);
		const again = SearchIndex.fromBytes(index.toBytes(), many.slice(300));
		for (const query of queries) deepEqual(ids(again, query), ids(index, query), query);
	});
});
