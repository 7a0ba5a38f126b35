// Changes a citation that is there: its form, its keys and their order, and what is said about them.

import type { TextEdit, TextRange } from "../paper";
import type { Citation, CitedKey, Form, Parts, Source } from "./citation";
import { replacement } from "./edits";
import { isClosed } from "./spacing";
import { innerOffset, openAll, openAt, outerEdits, syntaxFor, touchedCitation, type Opened } from "./opened";

interface Touched {
	readonly opened: Opened;
	readonly citation: Citation;
	readonly offset: number;
}

function touched(source: Source, at: number | Citation): Touched | undefined {
	const outer = typeof at === "number" ? at : at.range.start;
	const opened = openAt(source, outer);
	if (!opened) return undefined;
	const offset = innerOffset(opened, outer);
	const { document } = opened;
	const citation =
		typeof at === "number"
			? touchedCitation(document, offset)
			: document.citations.find(({ range }) => range.start === offset);
	return citation && { opened, citation, offset };
}

function finished({ opened }: Touched, edits: readonly TextEdit[] | undefined): TextEdit[] {
	const { text } = opened.document;
	const minimal = (edits ?? []).flatMap(edit => replacement(text, edit, edit.text));
	return outerEdits(opened, minimal);
}

/** The forms that a citation of this document can have. */
export function formsFor(source: Source): Form[] {
	const opened = openAll(source)[0];
	return opened ? [...opened.syntax.forms(opened.document)] : [];
}

/** The forms that the citation at the cursor can be given, its own among them; none where there is no citation. */
export function formsAt(source: Source, offset: number): Form[] {
	const found = touched(source, offset);
	if (!found) return [];
	const { opened, citation } = found;
	const syntax = syntaxFor(citation);
	const isPossible = (form: Form): boolean =>
		form === citation.form || syntax.change(opened.document, citation, form) !== undefined;
	return syntax.forms(opened.document).filter(isPossible);
}

/** Gives the citation at the cursor another form; no edit where it has it or cannot have it. */
export function changeForm(source: Source, offset: number, form: Form): TextEdit[] {
	const found = touched(source, offset);
	if (!found || found.citation.form === form) return [];
	const { opened, citation } = found;
	return finished(found, syntaxFor(citation).change(opened.document, citation, form));
}

/**
 * Takes keys out of a citation, with what is said about them. With the last key the citation goes, and the space that
 * it had made.
 */
export function removeKeys(source: Source, at: number | Citation, keys: readonly string[]): TextEdit[] {
	const found = touched(source, at);
	if (!found) return [];
	const { opened, citation } = found;
	const gone = new Set(keys);
	const left = citation.keys.filter(({ key }) => !gone.has(key));
	if (left.length === citation.keys.length) return [];
	const { document } = opened;
	const syntax = syntaxFor(citation);
	const others = otherItems(document.text, citation);
	if (left.length === 0 && others.length > 0) {
		const keys = [...citation.keys, ...others].sort((a, b) => a.range.start - b.range.start);
		return outerEdits(opened, withoutItems(document.text, { ...citation, keys }, gone));
	}
	if (left.length === 0) return outerEdits(opened, [{ ...withSpace(document.text, citation), text: "" }]);
	const own = syntax.remove?.(document, citation, gone);
	return own ? finished(found, own) : outerEdits(opened, withoutItems(document.text, citation, gone));
}

/** What a list of LaTeX holds beside its keys: `*` of `\nocite{*}`. */
function otherItems(text: string, { syntax, groups, keys }: Citation): CitedKey[] {
	if (syntax !== "latex") return [];
	const isKey = ({ start }: TextRange): boolean => keys.some(({ range }) => range.start === start);
	return groups.flatMap(({ items }, list) =>
		items
			.filter(item => !isKey(item))
			.map(item => ({ key: text.slice(item.start, item.end), range: item, whole: item, item, list })),
	);
}

/**
 * A citation with the space that it had made: a tie before it, a space before it that parts no words, or one behind it
 * where none was called for before.
 */
function withSpace(text: string, { range: { start, end } }: Citation): TextRange {
	const before = text.charAt(start - 1);
	const behind = text.charAt(end);
	if (before === "~" || before === "\u00a0") return { start: start - 1, end };
	if (/[ \t]/.test(before) && !/[\p{L}\p{N}([{]/u.test(behind)) return { start: start - 1, end };
	const hasOwnSpace = /[ \t]/.test(behind) && !/[ \t]/.test(before) && !isClosed(text, start);
	return hasOwnSpace ? { start, end: end + 1 } : { start, end };
}

/** Takes items out of their lists, each with the separator before it; the first with the one behind it. */
function withoutItems(text: string, { keys }: Citation, gone: ReadonlySet<string>): TextEdit[] {
	const edits: TextEdit[] = [];
	for (const list of new Set(keys.map(key => key.list))) {
		const items = keys.filter(key => key.list === list);
		const kept = items.filter(({ key }) => !gone.has(key));
		items.forEach((item, index) => {
			if (!gone.has(item.key)) return;
			const before = items[index - 1];
			const next = items[index + 1];
			const isLed = before !== undefined && kept.some(each => each.range.start < item.range.start);
			const hasComment = isLed && /%/.test(text.slice(before.item.end, item.item.start));
			if (isLed && !hasComment) edits.push({ start: before.item.end, end: item.item.end, text: "" });
			else if (next) edits.push({ start: item.item.start, end: next.item.start, text: "" });
			else edits.push({ ...item.item, text: "" });
		});
	}
	return edits.sort((a, b) => a.start - b.start);
}

/** Moves the key at the cursor by so many places in its list, as far as that goes. */
export function moveKey(source: Source, offset: number, by: number): TextEdit[] {
	const found = touched(source, offset);
	const key = found && keyNear(found);
	if (!key) return [];
	const { citation } = found;
	const items = citation.keys.filter(({ list }) => list === key.list);
	const from = items.indexOf(key);
	const to = Math.max(0, Math.min(items.length - 1, from + Math.trunc(by)));
	const moved = items.filter(each => each !== key);
	moved.splice(to, 0, key);
	return permuted(found, items, moved);
}

/** Puts the keys of the citation at the cursor in order, list by list. */
export function sortKeys(source: Source, offset: number, compare: (a: string, b: string) => number): TextEdit[] {
	const found = touched(source, offset);
	if (!found) return [];
	const { keys } = found.citation;
	return [...new Set(keys.map(({ list }) => list))].flatMap(list => {
		const items = keys.filter(key => key.list === list);
		return permuted(
			found,
			items,
			[...items].sort((a, b) => compare(a.key, b.key)),
		);
	});
}

/** The items in another order, in the same places: separators, comments and lines stay where they are. */
function permuted({ opened }: Touched, items: readonly CitedKey[], order: readonly CitedKey[]): TextEdit[] {
	const { text } = opened.document;
	const edits = items.flatMap(({ item }, index) => {
		const now = order[index]?.item ?? item;
		return now === item ? [] : [{ ...item, text: text.slice(now.start, now.end) }];
	});
	return outerEdits(opened, edits);
}

/** The key that the cursor is in or behind, or else the first. */
function keyNear({ citation: { keys }, offset }: Touched): CitedKey | undefined {
	return (
		keys.find(({ whole }) => whole.start <= offset && offset <= whole.end) ??
		keys.findLast(({ item }) => item.start <= offset) ??
		keys[0]
	);
}

/**
 * Sets what is said about the key at the cursor: a part that is not given stays, an empty one goes. No edit where the
 * syntax cannot say it.
 */
export function addParts(source: Source, offset: number, parts: Parts): TextEdit[] {
	const found = touched(source, offset);
	const key = found && keyNear(found);
	if (!key) return [];
	const { opened, citation } = found;
	const { prefix = key.prefix, suffix = key.suffix, locator = key.locator, label } = parts;
	const work = { key: key.key, prefix, locator, suffix, label: parts.locator === undefined ? undefined : label };
	return finished(found, syntaxFor(citation).describe(opened.document, citation, work));
}
