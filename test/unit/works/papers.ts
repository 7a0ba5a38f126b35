// Papers and their works, for the tests of what is one work.
import type { Paper } from "../../../src/core/paper";
import { paperId } from "../../../src/core/identity";
import { Works } from "../../../src/core/works/works";

export const title = "Calibrated uncertainty for segmenting retinal vessels";

/** A paper with these fields; a family name and a year may be given for short. */
export function paper({
	by,
	year,
	...fields
}: Partial<Omit<Paper, "id">> & { readonly by?: string; readonly year?: number } = {}): Paper {
	const made = {
		title,
		abstract: "",
		authors: by === undefined ? [] : [{ family: by, given: "A." }],
		...(year !== undefined && { issued: { year } }),
		type: "article",
		keywords: [],
		links: [],
		...fields,
	};
	return { id: paperId(made), ...made };
}

/** The works of digests that hold one paper each. */
export function worksOf(...papers: readonly Paper[]): Works {
	return new Works(papers.map((each, i) => [`digest ${i}`, [each]]));
}

/** The ids of the papers of the works. */
export function idsOf(...papers: readonly Paper[]): readonly string[] {
	return Array.from(worksOf(...papers).all, work => work.paper.id);
}
