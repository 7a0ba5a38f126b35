// The bibliographies that documents use, each read once and followed as it changes. The editor names them by a stamp of
// their text, and sends the text itself only when the engine does not have it.

import { OpenBibliography } from "../core/bibliography/openBibliography";
import type { TextRef, BibliographyText } from "./protocol";

/** So many are kept, or as many as one question names: the ones that were sent last. */
const leastKept = 24;

export class Bibliographies {
	readonly #open = new Map<string, { stamp: string; readonly fileName: string; readonly text: OpenBibliography }>();

	#most = leastKept;

	/** Takes the text of a bibliography as it is now. */
	put({ uri, stamp, fileName, text }: BibliographyText): undefined {
		const known = this.#open.get(uri);
		this.#open.delete(uri);
		if (known?.fileName === fileName) {
			known.text.update(text);
			this.#open.set(uri, { ...known, stamp });
		} else this.#open.set(uri, { stamp, fileName, text: new OpenBibliography(text, fileName) });
		const [oldest] = this.#open.keys();
		if (this.#open.size > this.#most && oldest !== undefined) this.#open.delete(oldest);
	}

	/** The bibliography with this text; `undefined` when it is to be sent first. */
	find({ uri, stamp }: TextRef): OpenBibliography | undefined {
		const known = this.#open.get(uri);
		return known?.stamp === stamp ? known.text : undefined;
	}

	/** Those that are to be sent first, by their names. */
	missing(refs: readonly TextRef[]): readonly string[] {
		this.#most = Math.max(this.#most, refs.length);
		return refs.filter(ref => !this.find(ref)).map(({ uri }) => uri);
	}
}
