// What becomes of each field of an item: the three-way merge of what was written last, what is there now and what is
// new. What a person changed since stays.

import { isFields } from "../../digests/json/fields";
import type { SidecarItem } from "./item";

/** What was settled for an item. */
export interface Settled {
	/** New values of fields; `undefined` for one that goes. Fields that stay as they are are not named. */
	readonly changed: ReadonlyMap<string, unknown>;
	/** Fields that were changed by hand and for which something else came. */
	readonly kept: readonly string[];
}

export interface Sides {
	/** The item as it was written last; `undefined` where nobody knows. */
	readonly base: SidecarItem | undefined;
	readonly current: SidecarItem;
	readonly fresh: SidecarItem;
	/** The new item is a whole one, such as another person's: a field that it lacks was taken away in it. */
	readonly isWhole: boolean;
}

/** Fields that belong to a place of publication, and go with it when a preprint has become an article. */
const ofPlace = new Set(
	"container-title collection-title publisher publisher-place volume issue number page edition genre ISBN ISSN note event-title event-place".split(
		" ",
	),
);

/** The parts of `custom` are fields of their own. */
export function settle({ base, current, fresh, isWhole }: Sides): Settled {
	const changed = new Map<string, unknown>();
	const kept: string[] = [];
	const isOfOtherKind = base !== undefined && fresh["type"] !== undefined && base["type"] !== fresh["type"];
	for (const field of new Set([...Object.keys(fresh), ...Object.keys(base ?? {})])) {
		if (field === "id" || field === "citation-key") continue;
		const [was, is, comes] = [base?.[field], current[field], fresh[field]];
		if (field === "custom" && isFields(is) && isFields(comes)) {
			const inner = settle({ base: base && (isFields(was) ? was : {}), current: is, fresh: comes, isWhole });
			if (inner.changed.size > 0) changed.set(field, withChanges(is, inner.changed));
			kept.push(...inner.kept.map(name => `${field}.${name}`));
			continue;
		}
		if (areEqual(is, comes)) continue;
		// The day of the last look-up is nobody's but ours.
		const isUntouched = field === "asOf" || (base === undefined ? is === undefined : areEqual(is, was));
		if (!isUntouched) {
			if (comes !== undefined && !areEqual(comes, was)) kept.push(field);
		} else if (comes !== undefined) changed.set(field, comes);
		else if (isWhole || (isOfOtherKind && ofPlace.has(field))) changed.set(field, undefined);
	}
	return { changed: isNews(changed) ? changed : new Map(), kept };
}

/** Whether more than the day of the last look-up changed: that alone makes no difference in a file. */
function isNews(changed: ReadonlyMap<string, unknown>): boolean {
	return changed.size > 1 || !changed.has("asOf");
}

function withChanges(fields: SidecarItem, changes: ReadonlyMap<string, unknown>): SidecarItem {
	const all = new Map(Object.entries(fields));
	for (const [field, value] of changes) {
		if (value === undefined) all.delete(field);
		else all.set(field, value);
	}
	return Object.fromEntries(all);
}

/** Deeper than any item is; deeper values count as different, and are not written. */
const deepest = 50;

/** Whether two values of JSON are equal, members in any order. */
export function areEqual(one: unknown, other: unknown, depth = 0): boolean {
	if (one === other) return true;
	if (depth > deepest) return false;
	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((value, i) => areEqual(value, other[i], depth + 1));
	}
	if (!isFields(one) || !isFields(other)) return false;
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every(name => Object.hasOwn(other, name) && areEqual(one[name], other[name], depth + 1))
	);
}

/** Whether a value nests so little that it can be written. */
export function isShallow(value: unknown, depth = 0): boolean {
	if (typeof value !== "object" || value === null) return true;
	return depth < deepest && Object.values(value).every(inner => isShallow(inner, depth + 1));
}
