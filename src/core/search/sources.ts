// Which papers the sources hold. A paper that several sources have is one paper, shown in its fullest form.

import type { Paper } from "../paper";
import { byFullness } from "../works/fuller";

/**
 * The source of papers that came with a stored index but belong to none of its sources, until a source claims them: a name
 * that no other source has.
 */
export const unclaimed = "\0unclaimed";

/** A paper as a source has it. */
interface Form {
	readonly source: string;
	readonly paper: Paper;
}

/** Lists rather than maps of maps: mostly a source is one paper, and a paper has one source. */
export class Sources {
	readonly #idsOf = new Map<string, readonly string[]>();
	readonly #forms = new Map<string, readonly Form[]>();

	/** The sources and the ids that each has, for storing. */
	sources(): Record<string, string[]> {
		const sources = [...this.#idsOf].sort(([a], [b]) => (a < b ? -1 : 1));
		return Object.fromEntries(
			sources.map(([source, ids]) => [source, ids.filter(id => this.#has(id, source)).sort()]),
		);
	}

	/** Returns the ids whose paper may have come, gone or changed. */
	replace(source: string, papers: readonly Paper[]): Set<string> {
		const changed = new Set(this.#idsOf.get(source));
		for (const id of changed) this.#drop(id, source);
		for (const paper of papers) {
			changed.add(paper.id);
			this.#add(paper, source);
		}
		const ids = new Set(papers.map(paper => paper.id));
		if (ids.size > 0) this.#idsOf.set(source, [...ids]);
		else this.#idsOf.delete(source);
		return changed;
	}

	/** The fullest form of a paper that any source has. */
	paper(id: string): Paper | undefined {
		let best: Paper | undefined;
		for (const { paper } of this.#forms.get(id) ?? []) best = best === undefined ? paper : fuller(best, paper);
		return best;
	}

	#has(id: string, source: string): boolean {
		return this.#forms.get(id)?.some(form => form.source === source) === true;
	}

	/** A paper that a source claims is no longer one that no source has. */
	#add(paper: Paper, source: string): void {
		const forms = this.#forms.get(paper.id);
		if (forms === undefined) {
			this.#forms.set(paper.id, [{ source, paper }]);
			return;
		}
		const own = forms.find(form => form.source === source);
		const others = forms.filter(form => form !== own && (source === unclaimed || form.source !== unclaimed));
		this.#forms.set(paper.id, [...others, { source, paper: own === undefined ? paper : fuller(own.paper, paper) }]);
	}

	#drop(id: string, source: string): void {
		const forms = this.#forms.get(id)?.filter(form => form.source !== source) ?? [];
		if (forms.length === 0) this.#forms.delete(id);
		else this.#forms.set(id, forms);
	}
}

/** The fuller one; the same whichever is asked about first. */
function fuller(a: Paper, b: Paper): Paper {
	return byFullness(a, b) <= 0 ? a : b;
}
