// Writing records beside a digest (`x.csl.json` beside `x.txt`): a field a line, in an order that stays, so that a
// difference shows what changed. Nothing that a person wrote is written over.

import { slotEdits, type NewField, type Slot } from "../bibliography/edit/slots";
import { removeItems } from "../bibliography/edit/structuredEntry";
import { escaped, jsonStyle, type JsonStyle } from "../bibliography/structured/addJson";
import type { Item, StructuredFile } from "../bibliography/structured/item";
import { membersOf, readJsonFile } from "../bibliography/structured/json";
import { toPaper } from "../digests/draft";
import { cslDraft } from "../digests/json/cslItem";
import type { Problem, TextEdit } from "../paper";
import { applied } from "../textEdits";
import { WorkFinder } from "../works/finder";
import type { SidecarItem } from "./sidecar/item";
import { areEqual, isShallow, settle } from "./sidecar/settle";

/** A field that stays as a person has it, although something else came for it. */
export interface KeptField {
	/** The id of the item. */
	readonly id: string;
	/** `custom.links` for a part of `custom`. */
	readonly field: string;
}

export interface SidecarEdits {
	readonly edits: TextEdit[];
	readonly kept: readonly KeptField[];
	readonly problems: readonly Problem[];
}

export interface SidecarOptions {
	/** The file as it was written last by us; without it, no field that is there is changed. */
	readonly base?: string | undefined;
	/** The items are all of another person's file: what is missing in them was taken away. */
	readonly isWhole?: boolean;
}

/** The order of the fields of an item; others follow as they come. */
const order = (
	"id type title author editor issued container-title collection-title publisher publisher-place event-title event-place " +
	"edition genre volume issue number page ISBN ISSN DOI PMID URL status note abstract keyword custom"
).split(" ");

/** A whole file of records. */
export function writeSidecar(items: readonly SidecarItem[]): string {
	const written = items.filter(item => isShallow(item)).map(item => `  ${writeItem(item, plainStyle)}`);
	return written.length === 0 ? "[]\n" : `[\n${written.join(",\n")}\n]\n`;
}

/** How a new file is laid out. */
const plainStyle: JsonStyle = {
	newline: "\n",
	indent: "  ",
	unit: "  ",
	isNestedFlat: true,
	colon: ": ",
	comma: ", ",
	gap: ",\n  ",
	orders: [],
	isAscii: false,
};

/**
 * The edits that bring a file of records up to newer items, laid out like what is there. A file that is no list of items,
 * or is damaged, is left as it is. An item is that of the same id, or of the same work.
 */
export function sidecarEdits(
	text: string,
	file: string,
	items: readonly SidecarItem[],
	{ base, isWhole = false }: SidecarOptions = {},
): SidecarEdits {
	if (text.trim() === "") {
		const edits = items.length === 0 ? [] : [{ start: 0, end: text.length, text: writeSidecar(items) }];
		return { edits, kept: [], problems: [] };
	}
	const current = readJsonFile(text, file);
	const isSound = current.container.kind === "list" && !current.problems.some(isDamage);
	if (!isSound) return { edits: [], kept: [], problems: current.problems };
	const [find, findBase] = [
		finderOf(current.items),
		finderOf(base === undefined ? [] : readJsonFile(base, file).items),
	];
	const style = current.items.length === 0 ? plainStyle : jsonStyle(text, current);
	const edits: TextEdit[] = [];
	const kept: KeptField[] = [];
	const added: SidecarItem[] = [];
	const done = new Set<Item>();
	for (const fresh of items.filter(item => isShallow(item))) {
		const item = find(fresh);
		if (!item) {
			// What another person has and we have taken away stays away.
			if (!isWhole || !findBase(fresh)) added.push(fresh);
			continue;
		}
		if (done.has(item)) continue;
		done.add(item);
		const known = base === undefined ? undefined : (findBase(item.fields)?.fields ?? {});
		const settled = settle({ base: known, current: item.fields, fresh, isWhole });
		edits.push(...itemEdits(text, item, settled.changed, style));
		kept.push(...settled.kept.map(field => ({ id: item.key, field })));
	}
	const isTakenAway = (item: Item): boolean =>
		!done.has(item) && areEqual(findBase(item.fields)?.fields, item.fields);
	const removed = new Set(isWhole ? current.items.filter(isTakenAway) : []);
	const remaining = { ...current, items: current.items.filter(item => !removed.has(item)) };
	edits.push(...removals(text, current, removed), ...additions(text, remaining, added, style));
	return { edits: joined(edits), kept, problems: current.problems };
}

/** Two people's files as one, against what they had in common. Where both changed a field, ours stays and is named. */
export function mergeSidecars(
	base: string | undefined,
	ours: string,
	theirs: string,
	file = "",
): { readonly text: string; readonly kept: readonly KeptField[]; readonly problems: readonly Problem[] } {
	const other = readJsonFile(theirs, file);
	if (other.problems.some(isDamage) || other.container.kind === "closed")
		return { text: ours, kept: [], problems: other.problems };
	const items = other.items.map(({ fields }) => fields);
	const isWhole = base !== undefined;
	const { edits, kept, problems } = sidecarEdits(ours, file, items, { base, isWhole });
	return { text: applied(ours, edits), kept, problems };
}

function isDamage({ severity, code }: Problem): boolean {
	return severity === "error" || code === "record-damaged" || code === "record-unreadable";
}

/** The item of a file that another one is of: by its id, else by identifiers or title. */
function finderOf(items: readonly Item[]): (fields: SidecarItem) => Item | undefined {
	const byKey = new Map([...items].reverse().map(item => [item.key, item]));
	const finder = new WorkFinder<Item>();
	for (const item of items) finder.add(item, item.paper);
	return fields => {
		const id = fields["id"];
		const known = typeof id === "string" || typeof id === "number" ? byKey.get(`${id}`) : undefined;
		return known ?? finder.find(toPaper(cslDraft(fields, { start: 0, end: 0 })));
	};
}

function itemEdits(text: string, item: Item, changed: ReadonlyMap<string, unknown>, style: JsonStyle): TextEdit[] {
	if (changed.size === 0) return [];
	const slots = [...membersOf(text, item.value.start)].map(({ name, nameRange, value }): Slot => ({
		name,
		range: { start: nameRange.start - 1, end: value.end },
		value,
	}));
	const replaced = new Map<Slot, string>();
	const removed = new Set<Slot>();
	const added: NewField[] = [];
	for (const [name, value] of changed) {
		const slot = slots.findLast(one => one.name === name);
		if (value === undefined) {
			if (slot) removed.add(slot);
			continue;
		}
		const written = writeValue(value, style, 1);
		if (slot) replaced.set(slot, written);
		else added.push({ name, value: written, whole: JSON.stringify(name) + style.colon + written });
	}
	const separator = style.unit === undefined ? style.comma : `,${style.newline}${style.indent ?? ""}${style.unit}`;
	const start = item.value.start + 1;
	const inOrder = added.sort((a, b) => rank(a.name) - rank(b.name));
	const { edit, rest } = withoutFirst(slots, removed);
	const changes = { replaced, removed: new Set(rest.filter(slot => removed.has(slot))), added: inOrder, order };
	return [...edit, ...slotEdits({ slots: rest, start, separator }, changes)];
}

/** The first fields of an item go with the comma behind them. The id is never among them. */
function withoutFirst(
	slots: readonly Slot[],
	removed: ReadonlySet<Slot>,
): { readonly edit: readonly TextEdit[]; readonly rest: readonly Slot[] } {
	const count = slots.findIndex(slot => !removed.has(slot));
	const [first, next] = [slots[0], slots[count]];
	if (count < 1 || !first || !next) return { edit: [], rest: slots };
	return { edit: [{ start: first.range.start, end: next.range.start, text: "" }], rest: slots.slice(count) };
}

function rank(name: string): number {
	const place = order.indexOf(name);
	return place < 0 ? order.length : place;
}

function additions(text: string, file: StructuredFile, items: readonly SidecarItem[], style: JsonStyle): TextEdit[] {
	const last = file.items.at(-1);
	const written = items.map(item => writeItem(item, style));
	if (written.length === 0 || file.container.kind !== "list") return [];
	if (last) {
		const { end } = last.range;
		return [{ start: end, end, text: written.map(item => style.gap + item).join("") }];
	}
	// The brackets alone are there.
	const start = file.container.open;
	const end = start + (/^\s*(?=\])/.exec(text.slice(start))?.[0].length ?? 0);
	return [{ start, end, text: `\n  ${written.join(style.gap)}\n` }];
}

/** Items that stand one behind the other go together. */
function removals(text: string, file: StructuredFile, items: ReadonlySet<Item>): TextEdit[] {
	const edits: TextEdit[] = [];
	for (let first = 0; first < file.items.length; first++) {
		let last = first;
		while (isIn(items, file.items[last])) last++;
		const [one, end] = [file.items[first], file.items[last - 1]];
		if (last === first || !one || !end) continue;
		const range = { start: one.range.start, end: end.range.end };
		edits.push(removeItems(text, file, { range, first, last: last - 1 }, "csl-json"));
		first = last;
	}
	return edits;
}

function isIn(items: ReadonlySet<Item>, item: Item | undefined): boolean {
	return item !== undefined && items.has(item);
}

/** Edits in order; those that begin at one place are one. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
	const result: TextEdit[] = [];
	for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = result.at(-1);
		if (last?.start !== edit.start) result.push(edit);
		else result[result.length - 1] = { start: edit.start, end: edit.end, text: last.text + edit.text };
	}
	return result;
}

/** An item, its fields in order. */
function writeItem(item: SidecarItem, style: JsonStyle): string {
	const names = Object.keys(item).sort((a, b) => rank(a) - rank(b));
	const { unit, indent = "", newline } = style;
	const fields = names.map(name => JSON.stringify(name) + style.colon + writeValue(item[name], style, 1));
	if (unit === undefined) return `{${fields.join(style.comma)}}`;
	const inner = `${newline}${indent}${unit}`;
	return `{${inner}${fields.join(`,${inner}`)}${newline}${indent}}`;
}

function writeValue(value: unknown, style: JsonStyle, depth: number): string {
	const { unit, isNestedFlat, newline, indent = "" } = style;
	const isFlat = unit === undefined || isNestedFlat;
	const written = JSON.stringify(value, undefined, isFlat ? undefined : unit);
	return escaped(isFlat ? written : written.replace(/\n/g, newline + indent + unit.repeat(depth)), style, {});
}
