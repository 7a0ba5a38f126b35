// Edits that change no more of a text than they must.

import type { TextEdit, TextRange } from "../paper";

export function insertion(start: number, text: string): TextEdit {
	return { start, end: start, text };
}

/** Puts a text in the place of a range, without touching what both begin and end with. */
export function replacement(text: string, { start, end }: TextRange, now: string): TextEdit[] {
	const was = text.slice(start, end);
	const most = Math.min(was.length, now.length);
	let head = 0;
	while (head < most && was[head] === now[head]) head++;
	let tail = 0;
	while (tail < most - head && was[was.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
	if (was.length === now.length && head === was.length) return [];
	return [{ start: start + head, end: end - tail, text: now.slice(head, now.length - tail) }];
}
