// Where new entries go in a bibliography in JSON or YAML: into the order of its keys, else behind its last entry.

import type { TextEdit } from "../../paper";
import { firstBehind, keyOrder } from "../order";
import type { Item } from "./item";

export interface Addition {
	readonly key: string;
	/** The entry without anything before or behind it. */
	readonly text: string;
}

/** How entries follow one another. */
export interface Joints {
	/** The text for an entry behind another one, and where. */
	readonly behind: (item: Item, texts: readonly string[]) => TextEdit;
	/** The text for an entry before the first one. */
	readonly before: (item: Item, texts: readonly string[]) => TextEdit;
}

/** The insertions, in order; `items` is not empty. */
export function insertions(items: readonly Item[], additions: readonly Addition[], joints: Joints): TextEdit[] {
	const compare = keyOrder(items.map(({ key }) => key));
	const keys = items.map(({ key }) => key);
	const sorted = compare ? [...additions].sort((a, b) => compare(a.key, b.key)) : additions;
	const places = new Map<number, string[]>();
	for (const { key, text } of sorted) {
		const place = compare ? firstBehind(keys, key, compare) : items.length;
		places.set(place, [...(places.get(place) ?? []), text]);
	}
	return Array.from(places, ([place, texts]) => {
		const before = items[place - 1];
		const [first] = items;
		if (before) return joints.behind(before, texts);
		return first ? joints.before(first, texts) : { start: 0, end: 0, text: "" };
	}).sort((a, b) => a.start - b.start);
}
