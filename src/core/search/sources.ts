// Which papers the sources hold. A paper that several sources have is one paper, shown in its fullest form.

import type { Paper } from "../paper";
import { byFullness } from "../works/fuller";

/** The source of papers that came with a stored index but belong to none of its sources, until a source claims them. */
const unclaimed = "";

export class Sources {
	readonly #idsOf = new Map<string, Set<string>>();
	/** The forms of each paper by source. */
	readonly #forms = new Map<string, Map<string, Paper>>();

	/** The sources and the ids that each has, for storing. */
	sources(): Record<string, string[]> {
		const sources = [...this.#idsOf].sort(([a], [b]) => (a < b ? -1 : 1));
		return Object.fromEntries(sources.map(([source, ids]) => [source, [...ids].sort()]));
	}

	/** Returns the ids whose paper may have come, gone or changed. */
	replace(source: string, papers: readonly Paper[]): Set<string> {
		const ids = new Set(papers.map(paper => paper.id));
		const changed = new Set([...(this.#idsOf.get(source) ?? []), ...ids]);
		for (const id of changed) this.#drop(id, source);
		for (const paper of papers) this.#add(paper, source);
		if (ids.size > 0) this.#idsOf.set(source, ids);
		else this.#idsOf.delete(source);
		return changed;
	}

	/** The fullest form of a paper that any source has. */
	paper(id: string): Paper | undefined {
		let best: Paper | undefined;
		for (const paper of this.#forms.get(id)?.values() ?? [])
			best = best === undefined ? paper : fuller(best, paper);
		return best;
	}

	#add(paper: Paper, source: string): void {
		const forms = this.#forms.get(paper.id) ?? new Map<string, Paper>();
		const other = forms.get(source);
		forms.set(source, other === undefined ? paper : fuller(other, paper));
		this.#forms.set(paper.id, forms);
		if (source !== unclaimed) this.#release(paper.id);
	}

	#release(id: string): void {
		if (this.#idsOf.get(unclaimed)?.delete(id) === true) this.#forms.get(id)?.delete(unclaimed);
	}

	#drop(id: string, source: string): void {
		const forms = this.#forms.get(id);
		forms?.delete(source);
		if (forms?.size === 0) this.#forms.delete(id);
	}
}

/** The fuller one; the same whichever is asked about first. */
function fuller(a: Paper, b: Paper): Paper {
	return byFullness(a, b) <= 0 ? a : b;
}
