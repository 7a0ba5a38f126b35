// A field of an entry as the checks see it, whatever the format of its file.

import type { TextRange } from "../../paper";
import type { Dialect } from "../../project/reading";
import type { LocalFinding } from "../finding";
import type { MessageId } from "../messages";
import type { Level, RuleCode } from "../rules";

export interface Field {
	/** In lower case. */
	readonly name: string;
	/** In a .bib file LaTeX, with strings filled in and white space as one space. */
	readonly value: string;
	/** Whether a string makes up the value that is not known here. */
	readonly isMade?: true;
	/** What is marked: the value. */
	readonly range: TextRange;
	/** Where the name stands. */
	readonly nameRange?: TextRange;
	/** Where the value stands as it is, without braces or quotes: there it can be changed. */
	readonly literal?: TextRange;
}

export interface FieldCheck {
	/** In lower case. */
	readonly names: readonly string[];
	readonly check: (field: Field, context: FieldContext) => readonly LocalFinding[];
}

export interface FieldContext {
	/** What reads the file; `undefined` for files of other formats than BibTeX's. */
	readonly dialect: Dialect | undefined;
	/** In lower case. */
	readonly type: string;
	/** Whether the entry has a field. */
	readonly has: (name: string) => boolean;
}

/** What is wrong with a field, and the value that it should have. */
export interface Wrong {
	readonly code: RuleCode;
	readonly message: MessageId;
	readonly args: readonly string[];
	readonly severity?: Level;
	/** The value that takes the place of this one. */
	readonly written?: string;
	/** Whether that is the same, written as it should be. */
	readonly isSafe?: true;
}

export function wrongField(field: Field, { written, isSafe, ...said }: Wrong): LocalFinding {
	const { range, literal } = field;
	if (written === undefined || !literal) return { ...said, range };
	const fix = { message: "fix-write", args: [written], edits: [{ ...literal, text: written }] } as const;
	return { ...said, range, fix: isSafe ? { ...fix, isSafe } : fix };
}
