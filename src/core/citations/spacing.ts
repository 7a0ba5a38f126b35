// The space between a new citation and the words beside it.

import type { Syntax, Zone } from "./citation";

export interface Spacing {
	readonly offset: number;
	readonly before: boolean;
	/** What stands before it would keep it from being a citation. */
	readonly isBlocked: boolean;
	readonly behind: boolean;
}

/**
 * Where a new citation goes, and whether a space belongs before and behind it. A cursor in the middle of a word moves
 * to its end. A space goes before only if a word, a closing bracket or quote, code or math ends there, and behind only
 * if a letter or digit starts there, or a character that would make something else of the citation.
 */
export function spacingAt(
	text: string,
	cursor: number,
	zones: readonly Zone[],
	{ syntax, written }: { readonly syntax: Pick<Syntax, "blocks" | "clashes">; readonly written: string },
): Spacing {
	const offset = wordEnd(text, cursor);
	const next = text.charAt(offset);
	return {
		offset,
		before: isClosed(text, offset) || zones.some(zone => zone.kind === "span" && zone.end === offset),
		isBlocked: syntax.blocks?.(text.slice(Math.max(0, offset - 1), offset), written) ?? false,
		behind: next !== "" && (isWord(next) || (syntax.clashes?.(text.slice(offset, offset + 2), written) ?? false)),
	};
}

function isWord(char: string): boolean {
	return /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(char);
}

function wordEnd(text: string, cursor: number): number {
	if (!isWord(text.charAt(cursor - 1))) return cursor;
	let end = cursor;
	while (isWord(text.charAt(end))) end++;
	return end;
}

/** Whether a word ends here, or something is closed. `"`, `'`, `*` and `_` do when something stands right before. */
export function isClosed(text: string, offset: number): boolean {
	const before = text.charAt(offset - 1);
	if (isWord(before) || /[\p{Pe}\p{Pf}]/u.test(before)) return true;
	const marks = /([\p{L}\p{N}\p{Pe}.,;:!?])["'*_]+$/u;
	return marks.test(text.slice(Math.max(0, offset - 8), offset));
}
