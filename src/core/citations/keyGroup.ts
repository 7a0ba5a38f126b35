// Puts items into a list such as `a, b` or `@a; @b`, in the list's own style. It only inserts, at one place.

import type { TextEdit } from "../paper";
import type { KeyGroup } from "./citation";

export interface ListStyle {
	/** The character between items. */
	readonly mark: "," | ";";
	/** The whole separator when the list itself shows none. */
	readonly separator: string;
	/** Finds every comment; it is no part of the list. */
	readonly comment?: RegExp;
	/** Whether the first item may be pushed back by a new one. */
	readonly canLead?: boolean;
}

const emptyLines = /(?:[^\S\r\n]*(\r?\n)){2,}/g;

/** Adds items behind the item that the offset is in or behind; before all of them when it is in front of the first. */
export function addToGroup(
	text: string,
	{ group, offset }: { readonly group: KeyGroup; readonly offset: number },
	added: readonly string[],
	style: ListStyle,
): TextEdit {
	const { inner, items } = group;
	const alone = onOwnLine(text, { group, offset }, added, style);
	if (alone) return alone;
	const first = items[0];
	if (!first) return insert(emptyPlace(text, group, offset), added.join(style.separator));
	let index = items.findLastIndex(item => item.start < offset);
	if (index < 0 && style.canLead === false) index = 0;
	const separator = separatorNear(text, group, Math.max(index, 0), style);
	const list = added.join(separator);
	const item = items[index];
	if (!item) return insert(first.start, list + separator);
	const next = items[index + 1];
	if (next) {
		const commented = style.comment !== undefined && text.slice(item.end, next.start).search(style.comment) >= 0;
		return commented ? insert(next.start, list + separator) : insert(item.end, separator + list);
	}
	const rest = text.slice(item.end, inner.end);
	const open = /^\s*[,;]([^\S\r\n]*)$/.exec(rest);
	if (!open) return insert(item.end, separator + list);
	const space = open[1] === "" ? separator.slice(separator.indexOf(style.mark) + 1) : "";
	return insert(inner.end, space + list);
}

/** Where the author has made an empty line for a new item: there, and no empty line is left. */
function onOwnLine(
	text: string,
	{ group: { inner, items }, offset }: { readonly group: KeyGroup; readonly offset: number },
	added: readonly string[],
	{ mark, comment }: ListStyle,
): TextEdit | undefined {
	const lead = /(?:\r\n|[\r\n])[^\S\r\n]*$/.exec(text.slice(inner.start, Math.max(inner.start, offset)))?.[0];
	if (lead === undefined || !/^[^\S\r\n]*[\r\n]/.test(text.slice(offset, inner.end))) return undefined;
	const before = items.findLast(item => item.end < offset);
	const next = items.find(item => item.start > offset);
	const marks = (start: number, end: number): string =>
		text
			.slice(start, end)
			.replace(comment ?? /$^/, "")
			.replace(/\s/g, "");
	if (marks(before?.end ?? inner.start, offset) !== (before ? mark : "")) return undefined;
	if (marks(offset, next?.start ?? inner.end) !== "") return undefined;
	return insert(offset, added.join(mark + lead) + (next ? mark : ""));
}

/** The separator beside an item, without comments: the one before it, else the one behind it, else the style's. */
function separatorNear(text: string, group: KeyGroup, index: number, style: ListStyle): string {
	for (const at of [index, index + 1]) {
		const [before, behind] = [group.items[at - 1], group.items[at]];
		if (!before || !behind) continue;
		const found = text.slice(before.end, behind.start).replace(style.comment ?? /$^/, "");
		if (found.replace(/\s/g, "") === style.mark) return found.replace(emptyLines, "$1");
	}
	return style.separator;
}

/** Where the first item goes: at the cursor if only white space is around it, else right behind the opening. */
function emptyPlace(text: string, { inner }: KeyGroup, offset: number): number {
	const isBlank = text.slice(inner.start, inner.end).trim() === "";
	return isBlank && inner.start <= offset && offset <= inner.end ? offset : inner.start;
}

function insert(start: number, text: string): TextEdit {
	return { start, end: start, text };
}
