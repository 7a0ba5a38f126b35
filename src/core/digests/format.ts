// What a reader of a format is, and what it is given.

import type { Paper, TextRange } from "../paper";
import type { Report } from "./report";

/** A digest to read. */
export interface Input {
	/** The whole file as text, without a byte order mark. */
	readonly text: string;
	/** The file as it came; what is read within another file has its text in UTF-8 here. */
	readonly bytes: Uint8Array;
	/** The file's name: a hint at most, since people and mail programs name files as they like. */
	readonly name: string;
	readonly report: Report;
	/**
	 * Reads a digest that lies within this one, such as the body of a mail. Its problems are placed at `place` of this
	 * text. What lies too deep in another is not read.
	 */
	readonly readInner: (content: string | Uint8Array, place: TextRange) => Paper[];
	/** The same as a trial: what is said in several ways is read in each, and the best reading kept. */
	readonly tryInner: (content: string | Uint8Array, place: TextRange) => InnerReading;
}

/** A reading of a digest within another. Its problems are reported when it is kept. */
export interface InnerReading {
	/** The name of the format that it was read as. */
	readonly format: string;
	readonly papers: readonly Paper[];
	readonly keep: () => Paper[];
}

/** One format: how it is told, and how it is read. Neither throws. */
export interface Format {
	/** A stable name, shown in the status. */
	readonly name: string;
	/** Whether the beginning of a text is of this format. It decides by content, in time linear in a bounded part. */
	readonly looksLike: (text: string, input: Pick<Input, "bytes" | "name">) => boolean;
	readonly read: (input: Input) => Paper[];
}
