// What an entry gets from a newer record of its work. Fields that are missing are added; when a preprint was published,
// what says where and when is replaced; all else stays as a person wrote it, unless it is asked for.

import type { Paper, TextEdit } from "../../paper";
import { isCitedByTitle } from "../../recordState";
import { titleAlone } from "../titleAlone";
import { differs, isOfTheWork, isPreprint } from "./aspects";
import { slotEdits, type NewField, type Slot, type Slots } from "./slots";

export interface FieldChange {
	/** As the file writes it; `@` is the type of an entry in a .bib file. */
	readonly field: string;
	/** As it is written in the file; missing where the field is new or goes. */
	readonly before?: string;
	readonly after?: string;
}

export interface Updated {
	readonly edits: TextEdit[];
	/** One for each field that the edits change. */
	readonly changes: FieldChange[];
}

export interface Update {
	readonly before: Paper;
	readonly after: Paper;
	/** Names of fields, in lower case, that are replaced in any case; or all. */
	readonly replace: ReadonlySet<string> | "all";
	/** Names of fields, in lower case, that stay as they are. */
	readonly keep: ReadonlySet<string>;
}

/** Whether the entry is of a preprint, and the newer record of what was published. */
export function isNowPublished({ before, after }: Pick<Update, "before" | "after">): boolean {
	return isPreprint(before) && !isPreprint(after);
}

/** Whether a field that differs is replaced. */
export function isReplaced(field: string, update: Update): boolean {
	if (update.replace === "all" || update.replace.has(field)) return true;
	return isNowPublished(update) && !isOfTheWork(field);
}

/** The edits of an entry for the fields that it should have; `text` is that of the file. */
export function updateSlots(text: string, place: Slots, wanted: readonly NewField[], update: Update): Updated {
	const changes: FieldChange[] = [];
	const replaced = new Map<Slot, string>();
	const removed = new Set<Slot>();
	const added: NewField[] = [];
	const inherits = place.slots.some(({ name }) => name === "crossref" || name === "xdata");
	for (const field of wanted) {
		const name = field.name.toLowerCase();
		const slot = slotOf(place, name);
		if (update.keep.has(slot?.name ?? name)) continue;
		if (!slot) {
			// The parts of a date that is there in one field are in it.
			if (/^(?:month|day)$/.test(name) && slotOf(place, "date")?.name === "date") continue;
			// What the entry has from its parent it has.
			if (inherits && !differs(name, update.before, update.after)) continue;
			added.push({ ...field, name });
			changes.push({ field: field.name, after: field.value });
		} else if (differs(slot.name, update.before, update.after) && isReplaced(slot.name, update)) {
			const old = text.slice(slot.value.start, slot.value.end);
			if (old === field.value) continue;
			replaced.set(slot, field.value);
			changes.push({
				field: writtenName(text, slot),
				before: old,
				after: field.value,
			});
		}
	}
	for (const slot of place.slots) {
		if (replaced.has(slot) || !isStale(text, slot, wanted, update)) continue;
		removed.add(slot);
		changes.push({ field: slot.name, before: text.slice(slot.value.start, slot.value.end) });
	}
	const order = wanted.map(({ name }) => name.toLowerCase());
	return { changes, edits: slotEdits(place, { replaced, removed, added, order }) };
}

/** The name as the file has it, without quotes around it. */
function writtenName(text: string, { name, range }: Slot): string {
	const start = range.start + (/["']/.test(text.charAt(range.start)) ? 1 : 0);
	return text.slice(start, start + name.length);
}

function slotOf({ slots, aliases }: Slots, name: string): Slot | undefined {
	const names = aliases.find(set => set.has(name));
	return slots.find(slot => slot.name === name) ?? slots.find(slot => names?.has(slot.name) === true);
}

/** Whether a field says that the work is a preprint, or goes with another that was replaced. */
function isStale(text: string, { name, value }: Slot, wanted: readonly NewField[], update: Update): boolean {
	if (update.keep.has(name) || wanted.some(field => field.name.toLowerCase() === name)) return false;
	if (name === "note" && !isCitedByTitle(update.after) && text.slice(value.start, value.end).includes(titleAlone))
		return true;
	if (!isNowPublished(update)) return false;
	if (name === "pubstate") return true;
	if (name === "month" || name === "day") return differs("year", update.before, update.after);
	const isPlace = /^(?:journal|journaltitle|howpublished|publisher|organization|container-title|note|volume)$/.test(
		name,
	);
	return isPlace && /arxiv|preprint|\b[a-z]+rxiv\b|\babs\//i.test(text.slice(value.start, value.end));
}
