// Which entry of a bibliography is the same work as a paper.

import type { Paper } from "../paper";
import { WorkFinder } from "../works/finder";

/** Keys of works, found again by any record of the work; see `WorkFinder` for what is one work. */
export class WorkKeys {
	readonly #finder = new WorkFinder<string>();

	/** Of two entries of one work the first counts. */
	add(key: string, paper: Paper): void {
		this.#finder.add(key, paper);
	}

	/** Takes an entry away. */
	remove(key: string, paper: Paper): void {
		this.#finder.remove(key, paper);
	}

	/** The key of the work that these papers are records of, by the first that is there. */
	keyOf(...records: readonly Paper[]): string | undefined {
		for (const record of records) {
			const key = this.#finder.find(record);
			if (key !== undefined) return key;
		}
		return undefined;
	}
}
