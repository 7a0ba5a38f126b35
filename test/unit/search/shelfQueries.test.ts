// How well the search does on the table of queries of the sample shelf. Every miss is listed, and the floors only rise.
import { ok } from "node:assert/strict";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { samplePapers } from "../../samplePapers";
import { type QueryKind, type ShelfQuery, shelfQueries } from "./shelfQueries";

const papers = samplePapers();
const index = new SearchIndex();
index.replace("sample", papers);

/** The least mean reciprocal rank of each kind: a little below what was measured. */
const floors: Readonly<Record<QueryKind, number>> = {
	names: 0.97,
	keywords: 0.97,
	slips: 0.97,
	paraphrases: 0.6,
	sentences: 0.94,
};

function rankOf({ query, title }: ShelfQuery, kind: QueryKind): number {
	const hits =
		kind === "sentences"
			? index.suggest(query, 10)
			: index.search(query, { limit: 10, asYouType: kind === "slips" });
	return hits.findIndex(hit => hit.paper.title.startsWith(title)) + 1;
}

suite("queries of the sample shelf", () => {
	test("there are at least 100, each of a paper that is there", () => {
		const all = Object.values(shelfQueries).flat();
		ok(all.length >= 100, String(all.length));
		for (const { title } of all) ok(papers.filter(paper => paper.title.startsWith(title)).length === 1, title);
	});

	for (const kind of ["names", "keywords", "slips", "paraphrases", "sentences"] as const) {
		test(`${kind}: the mean reciprocal rank is at least ${floors[kind]}`, () => {
			const queries = shelfQueries[kind];
			const ranks = queries.map(query => rankOf(query, kind));
			const mean = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
			const misses = queries.flatMap(({ query, title }, i) =>
				ranks[i] === 1 ? [] : [`  ${ranks[i] === 0 ? "not in ten" : `rank ${ranks[i]}`}: ${query} => ${title}`],
			);
			console.log([`${kind}: ${queries.length} queries, MRR@10 ${mean.toFixed(3)}`, ...misses].join("\n"));
			ok(mean >= floors[kind], mean.toFixed(3));
		});
	}
});
