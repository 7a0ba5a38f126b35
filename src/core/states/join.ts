// Two copies of what a person noted, as JSON values, become one: whatever order they are merged in, the result is the
// same, and merging twice changes nothing (a join of a semilattice).

import { hash } from "../text/normalize";

/** Values of JSON nested deeper than this are no states. */
const deepest = 16;

/** Something that was set or taken away, and when: `{"on":"2026-02-03T10:00:00.000Z"}`. The later of two wins. */
export type Switch = { readonly on: string } | { readonly off: string };

type Fields = Readonly<Record<string, unknown>>;

/** JSON with sorted keys: equal for equal values. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (!isFields(value)) return JSON.stringify(value);
	const fields = Object.keys(value).sort();
	return `{${fields.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

export function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value of JSON is written back as it was read: not too deep, and without numbers beyond the finite. */
export function isWritable(value: unknown, depth = 0): boolean {
	if (typeof value === "number") return Number.isFinite(value);
	if (typeof value !== "object" || value === null) return true;
	return depth < deepest && Object.values(value).every(each => isWritable(each, depth + 1));
}

/** The time of a switch in milliseconds; nothing for what is no switch. */
export function switchTime(value: unknown): number | undefined {
	const at = isFields(value) ? timeText(value) : undefined;
	if (at === undefined || !/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(at)) return undefined;
	const time = Date.parse(at);
	return Number.isNaN(time) ? undefined : time;
}

export function isOn(value: unknown): boolean {
	return switchTime(value) !== undefined && isFields(value) && "on" in value;
}

/**
 * What two copies of a value say together. Of switches the later holds; objects are joined field by field, lists hold
 * the elements of both; of other values that differ, the greater (by kind, then as JSON) stays.
 */
export function join(a: unknown, b: unknown): unknown {
	if (a === b) return a;
	const [ranked, other] = [rankOf(a), rankOf(b)];
	if (ranked !== other) return ranked > other ? a : b;
	const [left, right] = [canonical(a), canonical(b)];
	if (left === right) return a;
	if (Array.isArray(a) && Array.isArray(b)) return union(a, b);
	if (ranked === ranks.fields && isFields(a) && isFields(b)) return joinFields(a, b);
	if (ranked === ranks.switch) return isLater(a, b) ? a : b;
	return left > right ? a : b;
}

export function joinFields<T extends Fields>(a: T, b: T): T {
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	const joined = Array.from(keys, (key): [string, unknown] => {
		if (!Object.hasOwn(a, key)) return [key, b[key]];
		return [key, Object.hasOwn(b, key) ? join(a[key], b[key]) : a[key]];
	});
	return withoutReplaced(Object.fromEntries(joined)) as T;
}

/** The name of an element of `texts`, by which a later text says that it took its place. */
export function nameOf(element: unknown): string {
	return hash(canonical(element)).slice(0, 10);
}

/**
 * Lists as they grow when two people write at once: `texts` holds what is there, `replaced` the names of what is no
 * more. A text that another one took the place of does not come back from an older copy.
 */
export function withoutReplaced(fields: Fields): Fields {
	const { texts, replaced } = fields;
	if (!Array.isArray(texts) || !Array.isArray(replaced)) return fields;
	const gone = new Set<unknown>(replaced);
	return { ...fields, texts: texts.filter(element => !gone.has(nameOf(element))) };
}

/** Kinds of values; between two kinds the greater stays. Lists are the greatest, so that nothing drops one. */
const ranks = { null: 0, boolean: 1, number: 2, string: 3, fields: 4, switch: 5, list: 6 };

function rankOf(value: unknown): number {
	if (Array.isArray(value)) return ranks.list;
	if (isFields(value)) return switchTime(value) === undefined ? ranks.fields : ranks.switch;
	if (typeof value === "string") return ranks.string;
	if (typeof value === "number") return ranks.number;
	return typeof value === "boolean" ? ranks.boolean : ranks.null;
}

function timeText(value: Fields): string | undefined {
	const [key, ...others] = Object.keys(value);
	const text = key === "on" || key === "off" ? value[key] : undefined;
	return others.length === 0 && typeof text === "string" ? text : undefined;
}

/** At the same moment, what is set stays set. */
function isLater(a: unknown, b: unknown): boolean {
	const [left = 0, right = 0] = [switchTime(a), switchTime(b)];
	if (left !== right) return left > right;
	return isOn(a) === isOn(b) ? canonical(a) > canonical(b) : isOn(a);
}

/** The elements of both, each once, in the order of their JSON. */
function union(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
	const elements = new Map([...a, ...b].map(element => [canonical(element), element]));
	return [...elements].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, element]) => element);
}
