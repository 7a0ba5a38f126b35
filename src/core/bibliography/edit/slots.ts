// An entry as the places of its fields, so that every format is edited by one rule: a value is replaced where it stands,
// a new field goes behind the one that it follows elsewhere, and one that is taken away goes with its mark.

import type { TextEdit, TextRange } from "../../paper";

export interface Slot {
	/** In lower case. */
	readonly name: string;
	/** From the name to the end of the value. */
	readonly range: TextRange;
	/** What is replaced. */
	readonly value: TextRange;
}

/** The fields of an entry, and how its format writes another. */
export interface Slots {
	readonly slots: readonly Slot[];
	/** Where the first field would go. */
	readonly start: number;
	/** What stands between two fields. */
	readonly separator: string;
	/** Names that are one field: an entry that has one of them gets no other. */
	readonly aliases: readonly ReadonlySet<string>[];
}

/** A field as it should be: what takes the place of its value, and the field as a whole. */
export interface NewField {
	readonly name: string;
	readonly value: string;
	readonly whole: string;
}

export interface SlotChanges {
	readonly replaced: ReadonlyMap<Slot, string>;
	readonly removed: ReadonlySet<Slot>;
	/** In the order that they should have among the fields `order`. */
	readonly added: readonly NewField[];
	readonly order: readonly string[];
}

/** The edits, in order, none touching another. */
export function slotEdits({ slots, start, separator }: Omit<Slots, "aliases">, changes: SlotChanges): TextEdit[] {
	const edits: TextEdit[] = Array.from(changes.replaced, ([{ value }, text]) => ({ ...value, text }));
	for (const slot of changes.removed) {
		const before = slots[slots.indexOf(slot) - 1];
		edits.push({ start: before?.range.end ?? start, end: slot.range.end, text: "" });
	}
	const remaining = slots.filter(slot => !changes.removed.has(slot));
	for (const field of changes.added) {
		const wanted = changes.order.indexOf(field.name);
		const anchor = remaining.findLast(({ name }) => {
			const place = changes.order.indexOf(name);
			return place >= 0 && place < wanted;
		});
		const next = remaining.find(({ name }) => changes.order.indexOf(name) > wanted);
		const at = anchor || !next ? ((anchor ?? remaining.at(-1))?.range.end ?? start) : next.range.start;
		const isBefore = !anchor && next !== undefined;
		edits.push({ start: at, end: at, text: isBefore ? field.whole + separator : separator + field.whole });
	}
	return merged(edits.sort((a, b) => a.start - b.start || a.end - b.end));
}

/** Edits that begin where another ends or begins become one with it. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
	const result: TextEdit[] = [];
	for (const edit of edits) {
		const last = result.at(-1);
		if (last && edit.start <= last.end) {
			result[result.length - 1] = {
				start: last.start,
				end: Math.max(last.end, edit.end),
				text: last.text + edit.text,
			};
		} else result.push(edit);
	}
	return result;
}
