// How entries are written into a bibliography.

import type { BibtexOptions } from "./bibtex/file";
import type { Letters } from "./bibtex/writing/encode";
import type { WriteOptions } from "./structured/addJson";

export interface AddOptions {
	/** The formula of new keys; see `citationKey`. */
	readonly pattern?: string | undefined;
	/** Keys of new entries, aligned with the papers; one that is missing or taken is made by the pattern. */
	readonly keys?: readonly (string | undefined)[] | undefined;
	/** Keys that other bibliographies of the document use. */
	readonly taken?: Iterable<string> | undefined;
	/**
	 * What the document reads a .bib file with, or a YAML file as; else the file itself tells, and an empty .bib file is
	 * BibTeX's.
	 */
	readonly dialect?: "bibtex" | "biblatex" | "csl-yaml" | "hayagriva" | undefined;
	/** Names of fields that are left out, in lower case; `abstract` and `keywords` when it is left out. */
	readonly omit?: readonly string[] | undefined;
	/** The letters that the encoding of the file can hold; all when it is left out. Others are escaped. */
	readonly letters?: Letters | undefined;
	/** The same, letter by letter. */
	readonly canEncode?: ((char: string) => boolean) | undefined;
}

/** The options of a .bib file; a dialect of another format says nothing about it. */
export function bibtexOptions(options: AddOptions): BibtexOptions {
	const { dialect, letters, canEncode } = options;
	return {
		dialect: dialect === "bibtex" || dialect === "biblatex" ? dialect : undefined,
		...{ letters, canEncode },
		omit: omitted(options),
	};
}

/** The options of a file in JSON or YAML. */
export function structuredOptions(options: AddOptions): WriteOptions {
	return { omit: omitted(options), canEncode: encodable(options) };
}

function omitted({ omit }: AddOptions): ReadonlySet<string> {
	return new Set(omit?.map(name => name.toLowerCase()) ?? ["abstract", "keywords"]);
}

function encodable({ letters, canEncode }: AddOptions): ((char: string) => boolean) | undefined {
	if (canEncode || letters === undefined || letters === "unicode") return canEncode;
	return char => char <= (letters === "latin1" ? "\xFF" : "\x7F");
}
