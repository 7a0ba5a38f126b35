// What manuscripts cite and hold, for completion: counted in the background, so that a keystroke waits for none of it.

import { inlineEntries, mayHoldReferences, type InlineEntry } from "../../core/completion/inlineEntries";
import { keepRecent } from "../../core/recent";
import type { OpenManuscript } from "../openTexts";

export interface ManuscriptFacts {
	/** Offsets at which each key is cited. */
	readonly cited: ReadonlyMap<string, readonly number[]>;
	/** References of its own. */
	readonly inline: readonly InlineEntry[];
}

interface Known extends ManuscriptFacts {
	readonly of: OpenManuscript;
	/** When it was read, in milliseconds. */
	readonly at: number;
}

/** A text that somebody types in is read anew after so long: what it cites changes little by little. */
const freshMs = 5000;

/** Manuscripts that are known; more than a project has. */
const mostKnown = 1000;

const nothing: ManuscriptFacts = { cited: new Map(), inline: [] };

export class FactsOfManuscripts {
	readonly #known = new Map<string, Known>();
	readonly #waiting = new Map<string, OpenManuscript>();

	/** Whether all that was asked for has been read. */
	get isSettled(): boolean {
		return this.#waiting.size === 0;
	}

	/**
	 * What was known of a manuscript last; it is read anew when nothing else is to be done. One that has references of its
	 * own is read at once when it is first asked for: there may be no others.
	 */
	of(manuscript: OpenManuscript): ManuscriptFacts {
		const known = this.#known.get(manuscript.uri);
		if (!known && mayHoldReferences(manuscript.source.text)) return this.#read(manuscript);
		const isRecent = known && Date.now() - known.at < freshMs;
		if (known?.of !== manuscript && !isRecent) this.#waiting.set(manuscript.uri, manuscript);
		return known ?? nothing;
	}

	/** Reads the next one that waits. */
	turn(): void {
		for (const [uri, manuscript] of this.#waiting) {
			this.#waiting.delete(uri);
			this.#read(manuscript);
			return;
		}
	}

	#read(manuscript: OpenManuscript): ManuscriptFacts {
		const { uri } = manuscript;
		const facts = { ...factsOf(manuscript), of: manuscript, at: Date.now() };
		keepRecent(this.#known, uri, facts, mostKnown);
		return facts;
	}
}

function factsOf({ source, citations }: OpenManuscript): ManuscriptFacts {
	const cited = new Map<string, number[]>();
	for (const { key, range } of citations.flatMap(({ keys }) => keys)) {
		const places = cited.get(key);
		if (places) places.push(range.start);
		else cited.set(key, [range.start]);
	}
	return { cited, inline: inlineEntries(source) };
}
