// The bibliographies that documents use, each read once and followed as it changes. The editor names them by a stamp of
// their text, and sends the text itself only when the engine does not have it.

import { OpenBibliography } from "../core/bibliography/openBibliography";
import type { TextRef, BibliographyText } from "./protocol";

/** So many are kept, or as many as one question names: the ones that were sent last. */
const leastKept = 24;

/** So many entries are read in one turn: some milliseconds. */
const readAtOnce = 20;

interface Opened {
	stamp: string;
	readonly fileName: string;
	readonly text: OpenBibliography;
	/** Whether all its entries have been read. */
	isRead: boolean;
}

export class Bibliographies {
	readonly #open = new Map<string, Opened>();

	#most = leastKept;

	/** Takes the text of a bibliography as it is now. */
	put({ uri, stamp, fileName, text }: BibliographyText): undefined {
		const known = this.#open.get(uri);
		this.#open.delete(uri);
		if (known?.fileName === fileName) {
			known.text.update(text);
			this.#open.set(uri, { ...known, stamp, isRead: false });
		} else this.#open.set(uri, { stamp, fileName, text: new OpenBibliography(text, fileName), isRead: false });
		const [oldest] = this.#open.keys();
		if (this.#open.size > this.#most && oldest !== undefined) this.#open.delete(oldest);
	}

	/** The bibliography with this text; `undefined` when it is to be sent first. */
	find({ uri, stamp }: TextRef): OpenBibliography | undefined {
		const known = this.#open.get(uri);
		return known?.stamp === stamp ? known.text : undefined;
	}

	/** Whether everything is read. */
	get isSettled(): boolean {
		return this.#next() === undefined;
	}

	/** Reads some more entries of a bibliography, the one sent last first. */
	turn(): void {
		const next = this.#next();
		if (next) next.isRead = next.text.prepare(readAtOnce);
	}

	/** Whether a question about these need not wait until they are read: also when they are to be sent first. */
	isReadyFor(refs: readonly TextRef[]): boolean {
		return refs.every(ref => !this.find(ref) || this.#open.get(ref.uri)?.isRead === true);
	}

	#next(): Opened | undefined {
		return [...this.#open.values()].findLast(({ isRead }) => !isRead);
	}

	/** Those that are to be sent first, by their names. */
	missing(refs: readonly TextRef[]): readonly string[] {
		this.#most = Math.max(this.#most, refs.length);
		return refs.filter(ref => !this.find(ref)).map(({ uri }) => uri);
	}
}
