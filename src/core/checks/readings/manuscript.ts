// A manuscript as the checks read it: what it cites, and what it knows without a bibliography. Each text is read once.

import { citedBy } from "../../citations/cited";
import type { SyntaxName } from "../../citations/citation";
import { citationsIn, syntaxName } from "../../citations/citations";
import type { TextRange } from "../../paper";
import { inlineKeys } from "../../project/inlineKeys";
import { readSource } from "../../project/read/read";
import type { CheckedManuscript } from "../project";

/** A key where it is cited. */
export interface CitedPlace {
	readonly key: string;
	readonly range: TextRange;
	readonly syntax: SyntaxName;
	/** A mention without brackets, `@key`, which may be a person's name. */
	readonly isBare: boolean;
}

export interface ManuscriptReading {
	readonly syntax: SyntaxName;
	readonly cited: readonly CitedPlace[];
	/** All keys that it cites, those of its header too. */
	readonly keys: readonly string[];
	/** Whether it asks for the whole bibliography. */
	readonly all: boolean;
	/** Keys of references that it holds itself. */
	readonly own: ReadonlySet<string>;
	/** Labels that a key may name in place of a work. */
	readonly labels: ReadonlySet<string>;
}

/** Reads manuscripts again and again, as they change. */
export class ManuscriptReader {
	#known = new Map<
		string,
		{ readonly text: string; readonly languageId: string; readonly reading: ManuscriptReading }
	>();

	/** The readings of these manuscripts; those of others are forgotten. */
	read(manuscripts: readonly CheckedManuscript[]): readonly ManuscriptReading[] {
		const before = this.#known;
		this.#known = new Map();
		return manuscripts.map(manuscript => {
			const { text, languageId } = manuscript.source;
			const known = before.get(manuscript.file);
			const isSame = known?.text === text && known.languageId === languageId;
			const reading = isSame ? known.reading : readManuscript(manuscript);
			this.#known.set(manuscript.file, { text, languageId, reading });
			return reading;
		});
	}
}

export function readManuscript({ source, citations = citationsIn(source) }: CheckedManuscript): ManuscriptReading {
	const { text } = source;
	const cited = citations.flatMap(({ keys, syntax, command }) =>
		keys.map(({ key, range }) => ({ key, range, syntax, isBare: command === "@" })),
	);
	const { inline } = readSource(source);
	const syntax = syntaxName(source);
	// A part of a document may hold the items of a list that its root opens.
	const items =
		syntax === "latex" ? [text.match(/\\bibitem\s*(?:\[[^\]]{0,1000}\])?\s*\{[^{}]+\}/g)?.join("") ?? ""] : [];
	const lists = [...inline.map(({ range }) => text.slice(range.start, range.end)), ...items];
	const own = new Set(lists.flatMap(inlineKeys));
	const { keys, all } = citedBy(source, citations);
	return { syntax, cited, keys, all, own, labels: labelsIn(text, syntax) };
}

/** Typst's labels, `<name>` but as an argument, and the numbered examples of Pandoc, `(@name)`, which are there to be named. */
function labelsIn(text: string, syntax: SyntaxName): ReadonlySet<string> {
	const pattern =
		syntax === "typst"
			? /(?<![(,]\s{0,9})<([\p{L}\p{N}_.:-]+)>/gu
			: syntax === "pandoc" || syntax === "plain"
				? /^[ \t]{0,3}\(@([\w-]+)\)/gm
				: undefined;
	return new Set(pattern ? Array.from(text.matchAll(pattern), ([, name = ""]) => name) : []);
}
