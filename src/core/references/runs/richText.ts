// A value of an item as runs: CSL's mark-up within texts, and straight quotation marks and apostrophes as curly ones.
// Source: citeproc-js manual, "HTML-like Formatting Tags"; CSL 1.0.2, "Quotes".

import { mathSpans } from "../../text/math";
import type { Marks, Run, Runs } from "./runs";

/** What may open: letters before an apostrophe, brackets and blanks before an opening mark. */
const wordBefore = /[\p{L}\p{N}.,;:!?)\]’”…%]$/u;

const tag =
	/<(i|b|sc|sup|sub)>|<span\s+(style="\s*font-variant:\s*small-caps;?\s*"|class="no(?:case|decor)")\s*>|<\/(i|b|sc|sup|sub|span)>/g;

const marksOfTags: Readonly<Record<string, Marks>> = {
	i: { ownItalic: true },
	b: { ownBold: true },
	sc: { smallCaps: true, nocase: true },
	sup: { align: "sup", nocase: true },
	sub: { align: "sub", nocase: true },
};

interface OpenTag {
	readonly name: string;
	readonly marks: Marks;
	/** Index of the first run within, after the tag's own. */
	readonly from: number;
}

/** Tags within tags beyond this depth are text. */
const deepest = 12;

/** The runs of a text; `rich` says that tags are mark-up. Tags without a partner are text. Linear. */
export function readRichText(text: string, rich: boolean): Runs {
	const runs = curlQuotes(rich ? readTags(text) : readMath(text));
	return runs.map((run, index) => (index === 0 ? run : { ...run, goesOn: true }));
}

/** Math in a paper's title keeps its letters and its primes. */
function readMath(text: string): Runs {
	const runs: Run[] = [];
	let at = 0;
	for (const { start, end } of mathSpans(text)) {
		if (start > at) runs.push({ text: text.slice(at, start), marks: {} });
		runs.push({ text: text.slice(start, end), marks: { nocase: true, math: true } });
		at = end;
	}
	if (at < text.length) runs.push({ text: text.slice(at), marks: {} });
	return runs;
}

function readTags(text: string): Run[] {
	const runs: Run[] = [];
	const open: OpenTag[] = [];
	let at = 0;
	for (const match of text.matchAll(tag)) {
		if (match.index > at) runs.push({ text: text.slice(at, match.index), marks: {} });
		at = match.index + match[0].length;
		const closed = match[3] === undefined ? -1 : open.findLastIndex(({ name }) => name === match[3]);
		if (closed >= 0) {
			applyTag(runs, open[closed]);
			open.length = closed;
			continue;
		}
		// The tag itself is text until its partner is found.
		runs.push({ text: match[0], marks: {} });
		if (match[3] === undefined && open.length < deepest) {
			const name = match[1] ?? "span";
			open.push({ name, marks: marksOfTag(match), from: runs.length });
		}
	}
	if (at < text.length) runs.push({ text: text.slice(at), marks: {} });
	return runs.filter(run => run.text !== "");
}

function marksOfTag(match: RegExpMatchArray): Marks {
	if (match[1] !== undefined) return marksOfTags[match[1]] ?? {};
	if (match[2]?.startsWith("style")) return { smallCaps: true, nocase: true };
	return match[2]?.includes("nocase") ? { nocase: true } : { nodecor: true };
}

function applyTag(runs: Run[], open: OpenTag | undefined): void {
	if (!open) return;
	const opening = runs[open.from - 1];
	if (opening) runs[open.from - 1] = { ...opening, text: "" };
	for (let at = open.from; at < runs.length; at++) {
		const run = runs[at];
		if (run) runs[at] = { ...run, marks: { ...open.marks, ...run.marks, ...flipped(open.marks, run.marks) } };
	}
}

/** Italics within italics are plain again. */
function flipped(outer: Marks, inner: Marks): Marks {
	return {
		...(outer.ownItalic && inner.ownItalic && { italic: true }),
		...(outer.ownBold && inner.ownBold && { bold: true }),
	};
}

interface Mark {
	readonly run: number;
	readonly at: number;
	readonly kind: "double" | "single";
}

/** Pairs of straight or curly marks become quotations, single marks within or after words apostrophes. */
function curlQuotes(runs: Runs): Runs {
	if (!runs.some(({ text }) => /["'“”‘’]/.test(text))) return runs;
	const quotes = new Map<string, "open" | "close">();
	const open: Mark[] = [];
	let before = "";
	runs.forEach(({ text, marks }, run) => {
		if (marks.math) {
			before = "x";
			return;
		}
		for (let at = 0; at < text.length; at++) {
			const sign = text[at] ?? "";
			const kind = /["“”]/.test(sign) ? "double" : /['‘’]/.test(sign) ? "single" : undefined;
			if (kind) {
				const after = text[at + 1] ?? runs[run + 1]?.text[0] ?? "";
				const partner = open.findLastIndex(mark => mark.kind === kind);
				const opens = !/[”’]/.test(sign) && !wordBefore.test(before) && /\S/.test(after);
				const closes = !/[“‘]/.test(sign) && partner >= 0 && /\S/.test(before) && !/^[\p{L}\p{N}]/u.test(after);
				if (closes) {
					const [mark] = open.splice(partner);
					if (mark) quotes.set(`${mark.run}:${mark.at}`, "open").set(`${run}:${at}`, "close");
				} else if (opens && open.length < deepest) open.push({ run, at, kind });
			}
			before = sign;
		}
	});
	return runs.flatMap((run, index) => splitAtQuotes(run, index, quotes));
}

function splitAtQuotes(run: Run, index: number, quotes: ReadonlyMap<string, "open" | "close">): Runs {
	if (run.marks.math) return [run];
	const found: Run[] = [];
	let text = "";
	const end = (): void => {
		if (text !== "") found.push({ ...run, text });
		text = "";
	};
	for (let at = 0; at < run.text.length; at++) {
		const quote = quotes.get(`${index}:${at}`);
		if (quote) {
			end();
			found.push({ text: "", marks: run.marks, quote });
		} else text += run.text[at] === "'" ? "’" : (run.text[at] ?? "");
	}
	end();
	return found;
}
