// Cites keys at a cursor: in a citation that is there, or as a new one apart from the words beside it.

import type { TextEdit } from "../paper";
import type { Citation, CitedKey, InsertOptions, Parts, Source, Work } from "./citation";
import { isInside } from "./citation";
import { replacement } from "./edits";
import { innerOffset, named, openAt, outerEdits, syntaxFor, touchedCitation, type Opened } from "./opened";
import { spacingAt } from "./spacing";
import { plain } from "./markdown/pandoc";

/**
 * Cites these keys at the cursor. In or beside a citation they join it, in its own style, behind the key that the
 * cursor is in or behind; keys that it has already are not repeated, and no edit is left when it has all. Elsewhere a
 * new citation is made, apart from the words beside it (see `spacingAt`); where it would not be one (see `isCitable`)
 * it is put at the cursor as it is.
 */
export function insertCitation(
	source: Source,
	offset: number,
	keys: readonly string[],
	options: InsertOptions = {},
): TextEdit[] {
	const opened = openAt(named(source, options), offset);
	const works = worksOf(keys, options);
	if (!opened) return insertOutside(source, offset, works);
	return outerEdits(opened, insertAt(opened, innerOffset(opened, offset), works, options));
}

/** In a notebook, outside of its texts: as it is. */
function insertOutside({ text }: Source, offset: number, works: readonly Work[]): TextEdit[] {
	const start = Math.max(0, Math.min(offset, text.length));
	if (works.length === 0) return [];
	const document = { text: "", whole: "", citations: [], zones: [], all: [] };
	return [{ start, end: start, text: plain.write(works, "[]", document) }];
}

function worksOf(keys: readonly string[], { parts = {} }: InsertOptions): Work[] {
	const isAligned = (value: typeof parts): value is readonly (Parts | undefined)[] => Array.isArray(value);
	const partsOf = (key: string): Parts | undefined => {
		if (isAligned(parts)) return parts[keys.indexOf(key)];
		return Object.hasOwn(parts, key) ? parts[key] : undefined;
	};
	return [...new Set(keys)].filter(key => key !== "").map(key => ({ ...partsOf(key), key }));
}

function insertAt(opened: Opened, cursor: number, works: readonly Work[], options: InsertOptions): readonly TextEdit[] {
	const { syntax, document } = opened;
	const { text, zones } = document;
	const citation = touchedCitation(document, cursor);
	const target = options.replace ? keyAt(citation, cursor) : undefined;
	if (citation && target) return replaceKey(text, citation, target, works);
	const present = new Set(citation?.keys.map(({ key }) => key));
	const fresh = works.filter(({ key }) => !present.has(key));
	if (fresh.length === 0) return [];
	const command = syntax.command(document, options);
	const isDead = !citation && zones.some(zone => isInside(zone, cursor));
	if (isDead) return [{ start: cursor, end: cursor, text: syntax.write(fresh, command, document) }];
	const filled = syntax.fill?.(text, cursor, fresh);
	if (filled) return filled;
	const joined = citation && syntaxFor(citation).join(document, citation, cursor, fresh);
	if (joined) return joined;
	const isIn = citation !== undefined && citation.range.start < cursor;
	const start = isIn ? citation.range.end : cursor;
	const written = syntax.write(fresh, command, document);
	const space = spacingAt(text, start, zones, { syntax, written });
	const gap = space.isBlocked || space.before ? syntax.gap(command, written) : "";
	return [{ start: space.offset, end: space.offset, text: gap + written + (space.behind ? " " : "") }];
}

function keyAt(citation: Citation | undefined, offset: number): CitedKey | undefined {
	return citation?.keys.find(({ whole }) => whole.start <= offset && offset <= whole.end);
}

/** Puts the new keys in the place of one, but for those that the citation has beside it. */
function replaceKey(text: string, citation: Citation, target: CitedKey, works: readonly Work[]): TextEdit[] {
	const syntax = syntaxFor(citation);
	const { range, whole } = target;
	// As it is marked here, with a locator that goes with the mark.
	const isPlain = syntax.mention(target.key) === text.slice(whole.start, whole.end);
	const [before, behind] = [text.slice(whole.start, range.start), text.slice(range.end, whole.end)];
	const marked = (key: string): string => (isPlain ? syntax.mention(key) : before + key + behind);
	const others = citation.keys.filter(each => each !== target).map(({ key }) => key);
	const fresh = works.filter(({ key }) => !others.includes(key));
	if (fresh.length === 0) return [];
	return replacement(text, target.whole, fresh.map(({ key }) => marked(key)).join(syntax.separator));
}
