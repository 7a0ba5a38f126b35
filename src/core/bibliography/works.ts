// Which entry of a bibliography is the same work as a paper: by DOI, arXiv identifier, PMID, else by title and author.

import { allIds } from "../identity";
import type { Name, Paper } from "../paper";
import { fold, normalizeTitle } from "../text/normalize";

/** Keys of works, found again by any identifier of the work. */
export class Works {
	readonly #byId = new Map<string, { key: string; author: string }[]>();

	/** Of two entries of one work the first counts. */
	add(key: string, paper: Paper): void {
		for (const id of idsOf(paper)) {
			if (id === "") continue;
			const known = this.#byId.get(id);
			const work = { key, author: firstAuthor(paper.authors) };
			if (known) known.push(work);
			else this.#byId.set(id, [work]);
		}
	}

	/** The key of this work. Titles count as equal only when the first authors do, if both works name one. */
	keyOf(paper: Paper): string | undefined {
		const author = firstAuthor(paper.authors);
		const [title, ...identifiers] = idsOf(paper);
		for (const id of identifiers) {
			const known = this.#byId.get(id)?.[0];
			if (known) return known.key;
		}
		const sameTitle = title === undefined ? [] : (this.#byId.get(title) ?? []);
		return sameTitle.find(work => work.author === "" || author === "" || work.author === author)?.key;
	}
}

function idsOf(paper: Paper): readonly string[] {
	const ids = allIds(paper);
	return normalizeTitle(paper.title) === "" ? ["", ...ids.slice(1)] : ids;
}

function firstAuthor(authors: readonly Name[]): string {
	const [first] = authors;
	if (!first) return "";
	return fold("literal" in first ? first.literal : (first.particle ?? "") + first.family).replace(
		/[^\p{L}\p{N}]/gu,
		"",
	);
}
