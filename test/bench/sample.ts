// The sample shelf for benchmarks, and queries as a person types them.

import type { Paper } from "../../src/core/paper";
import { samplePapers } from "../samplePapers";
import { seededRandom } from "../../src/core/random";

export { samplePapers };

/** `count` queries of one to four neighbouring words of the papers' texts. */
export function typedQueries(papers: readonly Paper[], count: number): string[] {
	const next = seededRandom(5);
	return Array.from({ length: count }, () => {
		const paper = papers[Math.floor(next() * papers.length)];
		const words = `${paper?.title ?? ""} ${paper?.abstract ?? ""}`.match(/[\p{L}\p{N}-]{3,}/gu) ?? [];
		const start = Math.floor(next() * words.length);
		return words.slice(start, start + 1 + Math.floor(next() * 4)).join(" ");
	});
}

/** What stands in the pick after each key, from the first letter on. */
export function keystrokes(query: string): string[] {
	return Array.from(query, (_, i) => query.slice(0, i + 1));
}
