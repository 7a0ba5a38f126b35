// Rendered text as stretches that look alike. Everything a style asks of a text (fonts, affixes, quotes) is a change of
// its runs, so that punctuation can be put right at the end, across whatever parts the text came from.

/** How a stretch of text looks. What is undefined is as the text around it; `false` and `baseline` say it is plain. */
export interface Marks {
	readonly italic?: boolean;
	readonly bold?: boolean;
	readonly smallCaps?: boolean;
	readonly underline?: boolean;
	readonly align?: "sup" | "sub" | "baseline";
	/** Italics and bold type that a title itself has: plain within italic or bold text (CSL 1.0.2, "Rich text"). */
	readonly ownItalic?: true;
	readonly ownBold?: true;
	/** The letters keep their case. */
	readonly nocase?: true;
	/** TeX, whose primes are no apostrophes. */
	readonly math?: true;
	/** The text keeps clear of the marks around it. */
	readonly nodecor?: true;
}

/** Where a stretch of text stands on the page (CSL 1.0.2, "Display"). */
export type Display = "block" | "left-margin" | "right-inline" | "indent";

export interface Run {
	readonly text: string;
	readonly marks: Marks;
	/** A quotation mark, whose form depends on those around it; its text is empty. */
	readonly quote?: "open" | "close";
	readonly display?: Display;
	/** It goes on with the value of the run before it: what stands between the two is as the value has it. */
	readonly goesOn?: true;
}

export type Runs = readonly Run[];

export const noRuns: Runs = [];

/** A text without marks, as runs. */
export function plain(text: string): Runs {
	return text === "" ? noRuns : [{ text, marks: {} }];
}

/** The bare text, with straight marks for quotations. */
export function textOfRuns(runs: Runs): string {
	return runs.map(run => (run.quote ? '"' : run.text)).join("");
}

export function isEmpty(runs: Runs): boolean {
	return runs.every(run => run.text === "" && run.quote === undefined);
}

/** Marks around runs: those that a run has of its own stay. */
export function marked(runs: Runs, marks: Marks): Runs {
	if (Object.keys(marks).length === 0) return runs;
	return runs.map(run => (run.marks.nodecor ? run : { ...run, marks: { ...marks, ...run.marks } }));
}

/** Runs within quotation marks. */
export function quoted(runs: Runs): Runs {
	return [{ text: "", marks: {}, quote: "open" }, ...runs, { text: "", marks: {}, quote: "close" }];
}

/** Those that are not empty, with a delimiter between them. */
export function joined(parts: readonly Runs[], delimiter: string): Runs {
	const between = plain(delimiter);
	const filled = parts.filter(runs => !isEmpty(runs));
	return filled.flatMap((runs, index) => (index === 0 ? runs : [...between, ...runs]));
}

/** Between a prefix and a suffix, when there is something to stand between them. */
export function affixed(runs: Runs, prefix: Runs, suffix: Runs): Runs {
	return isEmpty(runs) ? noRuns : [...prefix, ...runs, ...suffix];
}

/** Each run's text changed; a text that becomes empty is dropped. */
export function mapText(runs: Runs, change: (text: string) => string): Runs {
	return runs.map(run => (run.text === "" ? run : { ...run, text: change(run.text) }));
}
