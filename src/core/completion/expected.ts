// What a person may be typing at a place of a document: a key of a citation, however much of it is there, or words to
// search for. The syntax itself decides: a key put in the place of what was typed has to be one that it reads.

import type { Citation, Source } from "../citations/citation";
import { insertCitation, isCitable } from "../citations/citations";
import { isNotebook, syntaxOf } from "../citations/languages";
import { readLatex } from "../citations/latex/read";
import { openAt } from "../citations/opened";
import { yamlHeader } from "../citations/pandocBlocks";
import type { TextEdit, TextRange } from "../paper";
import { around, reachBefore, slotsAt, type Slot } from "./slots";
import { writeKey, type Writing } from "./writing";

export interface ExpectedKey {
	/** What is searched for: the key so far, or words of the work. */
	readonly words: string;
	/** What an accepted key replaces; it holds the offset. */
	readonly range: TextRange;
	/** Keys that the citation has already. */
	readonly present: readonly string[];
	/** Set where several words may also be a key and what is said about it: then nothing is expected. */
	readonly mayBeKey?: string;
	/**
	 * What belongs behind an accepted key, as the construct is open there; the cursor stays before it. Empty where it is
	 * closed already, and where that cannot be told.
	 */
	readonly close: string;
	/** A whole citation, which `#cite: words` asked for. */
	readonly isCitation: boolean;
	/** See `completedWith`. */
	readonly template: string;
	readonly writing: Writing;
	/** Changes beside the range that go with an accepted key. */
	readonly elsewhere: readonly TextEdit[];
}

/** How whole citations are written: see `InsertOptions`. */
export interface ExpectedOptions {
	readonly command?: string | undefined;
}

/** Stands for the key that is not there yet. */
const stand = "citeshelfKey";

/** `#cite: words` asks for a citation of what the words find. */
const shortcut = /(?:^|[^\p{L}\p{N}_#&\\])(#cite:([^\r\n]*))$/u;

/** What is expected at an offset; `undefined` where no key belongs. Never throws. */
export function expectedAt(source: Source, offset: number, options: ExpectedOptions = {}): ExpectedKey | undefined {
	if (offset < 0 || offset > source.text.length) return undefined;
	if (!isNotebook(source)) return expectedIn(source, offset, options);
	const cell = openAt(source, offset)?.cell;
	if (!cell) return undefined;
	const inner = { text: cell.text, languageId: "markdown", citingCommands: source.citingCommands ?? [] };
	const expected = expectedIn(inner, Math.min(cell.toInner(offset), cell.text.length), options);
	if (!expected) return undefined;
	return {
		...expected,
		range: cell.toOuterRange(expected.range),
		template: cell.toOuterEdit({ ...expected.range, text: expected.template }).text,
		elsewhere: expected.elsewhere.map(edit => cell.toOuterEdit(edit)),
	};
}

/** Whether a key may be expected, as the text around the cursor alone tells; where not, `expectedAt` need not be asked. */
export function mayBeExpected(
	before: string,
	behind: string,
	source: Omit<Source, "text" | "citingCommands">,
): boolean {
	const place = around(before + behind, before.length);
	// In a notebook's file another syntax is written with escapes.
	if (isNotebook({ ...source, text: "{" }) || shortcut.test(place.head)) return true;
	return slotsAt(place, syntaxOf({ ...source, text: "" }).name).length > 0;
}

/** What an accepted key changes: what comes in the place of the range, and elsewhere. */
export function completedWith(
	{ template, writing, elsewhere }: ExpectedKey,
	key: string,
): { readonly text: string; readonly elsewhere: readonly TextEdit[] } {
	const filled = (text: string): string => text.replace(writeKey(stand, writing), () => writeKey(key, writing));
	return { text: filled(template), elsewhere: elsewhere.map(edit => ({ ...edit, text: filled(edit.text) })) };
}

function expectedIn(source: Source, offset: number, options: ExpectedOptions): ExpectedKey | undefined {
	const place = around(source.text, offset);
	const asked = shortcut.exec(place.head);
	if (asked) return expectedCitation(source, offset, { whole: asked[1] ?? "", words: asked[2] ?? "" }, options);
	for (const slot of slotsAt(place, syntaxOf(source).name)) {
		const citation = citationWith(source, slot);
		if (citation) return expectedKey(slot, citation.keys, closeBehind(source.text, slot));
		const inHeader = keysOfNocite(source, slot);
		if (inHeader) return expectedKey(slot, inHeader, "");
	}
	return undefined;
}

/**
 * Brackets alone: quotes are closed by editors in ways of their own. A separator on the line may go on with the list as
 * well as with the sentence, and a bracket there may be the half of what closes: then it is left to the person.
 */
function closeBehind(text: string, { close, end }: Slot): string {
	const isBrackets = /^[}\])`]+$/.test(close);
	return isBrackets && !/^[^\S\r\n]*[,;}\])`]/.test(text.slice(end, end + 100)) ? close : "";
}

function expectedKey(slot: Slot, keys: readonly { readonly key: string }[], close: string): ExpectedKey {
	const { start, end, words, writing, mayBeKey } = slot;
	return {
		words: words.trim(),
		range: { start, end },
		present: keys.map(({ key }) => key).filter(key => !key.endsWith(stand)),
		...(mayBeKey !== undefined && { mayBeKey }),
		...{ close, isCitation: false },
		template: writeKey(stand, writing),
		writing,
		elsewhere: [],
	};
}

/** The citation that a key in the slot would belong to. */
function citationWith(source: Source, slot: Slot): Citation | undefined {
	const { start, end, words, writing, close } = slot;
	// With what was typed in front, as that may make it something else: `@fig-1`, `\cite{#1}`.
	const key = /\s/.test(words) ? stand : words + stand;
	const written = writing === "typst" ? `@${key}` : writeKey(key, writing);
	const text = source.text.slice(0, start) + written + close + source.text.slice(end);
	const citations = citationsNear({ ...source, text }, { start, end: start + written.length });
	const isHere = ({ key: each, range }: Citation["keys"][number]): boolean =>
		each === key && start <= range.start && range.end <= start + written.length;
	return citations.find(({ keys }) => keys.some(isHere));
}

/** The citations of a text, some of those elsewhere left out where that saves time. */
function citationsNear(source: Source, { start, end }: TextRange): readonly Citation[] {
	const { text, citingCommands: names = [] } = source;
	const syntax = syntaxOf(source);
	if (syntax.name === "latex") {
		return readLatex(text, { names, within: { start: start - reachBefore, end } }).citations;
	}
	// What comes behind a paragraph of Markdown changes nothing in it.
	const isMarkdown = syntax.name === "pandoc" || syntax.name === "myst";
	return syntax.read(isMarkdown ? text.slice(0, paragraphEnd(text, end)) : text, names).citations;
}

function paragraphEnd(text: string, from: number): number {
	const end = /\n[^\S\n]*\r?\n/g;
	end.lastIndex = from;
	return end.exec(text)?.index ?? text.length;
}

/** The keys under `nocite` in a header of Pandoc's Markdown (User's Guide, "Including uncited items"). */
function keysOfNocite(source: Source, { start, writing }: Slot): readonly { readonly key: string }[] | undefined {
	if (writing !== "pandoc") return undefined;
	const header = yamlHeader(source.text);
	if (start >= header.length) return undefined;
	const field = header
		.slice(0, start)
		.split(/^(?=[A-Za-z][\w-]*:)/m)
		.at(-1);
	if (field === undefined || !/^nocite:/.test(field)) return undefined;
	return Array.from(field.matchAll(/@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*)/gu), ([, key = ""]) => ({ key }));
}

function expectedCitation(
	source: Source,
	offset: number,
	{ whole, words }: { readonly whole: string; readonly words: string },
	options: ExpectedOptions,
): ExpectedKey | undefined {
	const range = { start: offset - whole.length, end: offset };
	const [before, behind] = [source.text.slice(0, range.start), source.text.slice(offset)];
	if (!isCitable({ ...source, text: before + stand + behind }, range.start)) return undefined;
	const without = { ...source, text: before + behind };
	const edits = insertCitation(without, range.start, [stand], options);
	const isHere = ({ start, end }: TextRange): boolean => start === range.start && end === range.start;
	const template = edits.find(isHere)?.text ?? "";
	const moved = (at: number): number => (at > range.start ? at + whole.length : at);
	const elsewhere = edits
		.filter(edit => !isHere(edit))
		.map(edit => ({ ...edit, start: moved(edit.start), end: moved(edit.end) }));
	return {
		...{ words: words.trim(), range, present: [], close: "", isCitation: true },
		...{ template, writing: writingIn(source, edits.map(({ text }) => text).join("")), elsewhere },
	};
}

/** How a citation of a document writes the key that stands in it. */
function writingIn(source: Source, citation: string): Writing {
	const { name } = syntaxOf(source);
	if (name === "typst") return citation.includes(`<${stand}>`) ? "label" : "typst";
	return (name === "pandoc" || name === "myst") && citation.includes(`@${stand}`) ? "pandoc" : "bare";
}
