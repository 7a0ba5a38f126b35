// What tells the records of one source from those of another, and how one of them is read.

import type { TextRange } from "../../paper";
import type { Draft } from "../draft";
import type { Fields } from "./fields";

/** A kind of record in JSON. */
export interface Shape {
	/** The name of the format. */
	readonly name: string;
	/** Whether an object is such a record; it may be cut, so that the last of its members are missing. */
	readonly is: (record: Fields) => boolean;
	/**
	 * The paper of a record, or the papers, when it holds several. None for what is no paper by its kind, such as an
	 * attachment; a draft without a title is reported later.
	 */
	readonly drafts: (record: Fields, place: TextRange) => readonly Draft[];
}
