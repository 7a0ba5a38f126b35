// The papers of several digests as one shelf: a paper that stands in more than one is there once.

import type { Paper } from "./paper";

/** Papers by id, in the order of their first appearance; of two with one id the fuller record stays. */
export function gather(sources: Iterable<readonly Paper[]>): Map<string, Paper> {
	const shelf = new Map<string, Paper>();
	for (const papers of sources) {
		for (const paper of papers) {
			const known = shelf.get(paper.id);
			if (!known || fullness(paper) > fullness(known)) shelf.set(paper.id, paper);
		}
	}
	return shelf;
}

/** How much of what a citation and a reader need is there. */
function fullness(paper: Paper): number {
	const has = [paper.authors.length > 0, paper.issued, paper.abstract !== "", paper.venue, paper.doi, paper.arxiv];
	return has.filter(Boolean).length;
}
