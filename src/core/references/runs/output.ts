// Runs as text to show: plain, HTML or Markdown. Whatever an item holds is escaped; tags come from marks alone.

import { escapeHtml, withoutControls } from "../../render/escape";
import { termOf, type Locale } from "../style/locale";
import { settlePunctuation } from "./punctuation";
import type { Marks, Run, Runs } from "./runs";

export type OutputFormat = "text" | "html" | "markdown";

/** Writes runs, their punctuation and quotation marks put right. One line, but for blocks of plain text. */
export function writeRuns(runs: Runs, locale: Locale, format: OutputFormat): string {
	const settled = merged(withQuotes(settlePunctuation(runs, locale.punctuationInQuote), locale));
	const written = settled.map(run => writeRun(run, format)).join("");
	return written.replace(/[^\S\n\u00a0\u202f\u2009]{2,}/g, " ").trim();
}

/** Quotation marks by their depth: those within others are inner ones (CSL 1.0.2, "Quotes"). */
function withQuotes(runs: Runs, locale: Locale): Runs {
	let depth = 0;
	return runs.map(run => {
		if (!run.quote) return run;
		if (run.quote === "close") depth = Math.max(0, depth - 1);
		const name = `${run.quote}-${depth % 2 === 1 ? "inner-" : ""}quote`;
		if (run.quote === "open") depth++;
		return { text: termOf(locale, name) ?? "", marks: run.marks };
	});
}

/** Neighbours that look alike become one. */
function merged(runs: Runs): Runs {
	const found: Run[] = [];
	for (const run of runs) {
		const last = found.at(-1);
		if (last && last.display === run.display && looks(last.marks) === looks(run.marks))
			found[found.length - 1] = { ...last, text: last.text + run.text };
		else found.push(run);
	}
	return found;
}

function looks(marks: Marks): string {
	return tagsOf(marks).join();
}

type Look = "i" | "b" | "sc" | "u" | "sup" | "sub";

/** A title's own italics are plain within italics. */
function tagsOf({ italic, ownItalic, bold, ownBold, smallCaps, underline, align }: Marks): readonly Look[] {
	const tags: (Look | false | undefined)[] = [
		(italic === true) !== (ownItalic === true) && "i",
		(bold === true) !== (ownBold === true) && "b",
		smallCaps && "sc",
		underline && "u",
		align !== "baseline" && align,
	];
	return tags.filter(tag => tag !== undefined && tag !== false);
}

function writeRun({ text, marks }: Run, format: OutputFormat): string {
	const tags = tagsOf(marks);
	if (format === "text") return withoutControls(text);
	const escaped = format === "html" ? escapeHtml(text).replaceAll("&#39;", "'") : escapeInline(text);
	// Emphasis in Markdown cannot begin or end with a blank (CommonMark 0.31, "Emphasis and strong emphasis").
	const [, before = "", inner = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(escaped) ?? [];
	if (inner === "") return escaped;
	return before + tags.reduceRight((within, tag) => wrap(within, tag, format), inner) + after;
}

function wrap(text: string, tag: Look, format: "html" | "markdown"): string {
	switch (tag) {
		case "i":
			return format === "html" ? `<i>${text}</i>` : `*${text}*`;
		case "b":
			return format === "html" ? `<b>${text}</b>` : `**${text}**`;
		case "sc":
			return format === "html" ? `<span style="font-variant:small-caps;">${text}</span>` : text;
		case "u":
			return format === "html" ? `<span style="text-decoration:underline;">${text}</span>` : text;
		case "sup":
		case "sub":
			return `<${tag}>${text}</${tag}>`;
	}
}

/** A text as Markdown that shows as it is, with no more backslashes than it needs: it will be read in its source, too. */
export function escapeInline(text: string): string {
	return withoutControls(text)
		.replace(/\s+/g, space => (/[\u00a0\u202f\u2009]/.test(space) ? space : " "))
		.replace(/[\\`*_[\]<>$~|]|&(?=#?\w+;)/g, "\\$&");
}
