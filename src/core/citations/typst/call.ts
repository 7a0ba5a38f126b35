// Reads a call of Typst's `cite`.
// Source: Typst reference, "Cite".

import type { TextRange } from "../../paper";

/** `@key[supplement]`, or a call of `cite`. */
export interface TypstMark extends TextRange {
	readonly key: string;
	/** The key alone. */
	readonly keyRange: TextRange;
	readonly isCall: boolean;
	/** Whether it stands in markup by itself, so that its neighbours are of one group with it. */
	readonly isOpen: boolean;
	/** In a call; `normal` when it has none. */
	readonly form?: string;
	/** What stands in the brackets or quotes. */
	readonly supplement?: string;
}

/** What a call says beyond so many characters is not read. */
const longestCall = 2000;

/** `cite(<key>, supplement: [p. 3], form: "prose")`; without a key it is no citation. */
export function readCall(text: string, start: number, end: number): TypstMark | undefined {
	const open = text.indexOf("(", start) + 1;
	const inside = text.slice(open, Math.min(end - 1, open + longestCall));
	const first = /^\s*(?:<([^<>\s]*)>|label\(\s*"((?:[^"\\]|\\[^])*)"\s*,?\s*\))/.exec(inside);
	const raw = first?.[1] ?? first?.[2];
	if (!first || raw === undefined) return undefined;
	const from = open + first[0].indexOf(raw, first[0].search(/[<"]/) + 1);
	const supplement =
		/(?:^|[,\s])supplement\s*:\s*(?:\[((?:[^[\]\\]|\\[^]|\[[^[\]]*\])*)\]|"((?:[^"\\]|\\[^])*)")/.exec(inside);
	const said = supplement?.[1] ?? supplement?.[2];
	const form = /(?:^|[,\s])form\s*:\s*(?:"(\w+)"|(none))/.exec(inside);
	const name = form?.[1] ?? form?.[2];
	return {
		start,
		end,
		key: raw.replace(/\\(["\\])/g, "$1"),
		keyRange: { start: from, end: from + raw.length },
		isCall: true,
		isOpen: text[start] === "#",
		...(name !== undefined && { form: name }),
		...(said !== undefined && { supplement: said }),
	};
}
