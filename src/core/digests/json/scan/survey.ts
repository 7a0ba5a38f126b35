// Which objects a JSON text holds, and along which paths: what a list of papers is looked for in.

import { isFields, type Fields } from "../fields";
import { readPartial, readPartials } from "./partial";
import { skip, valueEnd } from "./values";

/** A step towards a record: the member of a name, or (`null`) every element of a list or every member of a map. */
export type Step = string | null;

/** The objects of one path. */
export interface Place {
	readonly steps: readonly Step[];
	/** The first of them. */
	readonly samples: readonly Fields[];
	readonly count: number;
}

export interface Survey {
	/** In the order of the text, outer ones before those within them. */
	readonly places: readonly Place[];
	/** Whether the text holds several values one after another (JSON Lines, concatenated JSON). */
	readonly isLines: boolean;
	/** What was looked at, as a value. */
	readonly value: unknown;
}

const deepest = 10;
const mostObjects = 20_000;
const mostSamples = 20;

/** Surveys the beginning of a text. Linear in it, and bounded in depth. */
export function survey(head: string): Survey {
	const isLines = holdsLines(head);
	const value = !isLines ? readPartial(head) : lines.test(head) ? linesIn(head) : readPartials(head);
	const found = new Map<string, { steps: readonly Step[]; samples: Fields[]; count: number }>();
	let objects = 0;
	const visit = (inner: unknown, steps: readonly Step[]): void => {
		if (steps.length > deepest || objects > mostObjects) return;
		if (Array.isArray(inner)) {
			for (const element of inner) visit(element, [...steps, null]);
		} else if (isFields(inner)) {
			objects++;
			const key = JSON.stringify(steps);
			const place = found.get(key) ?? { steps, samples: [], count: 0 };
			found.set(key, place);
			place.count++;
			if (place.samples.length < mostSamples) place.samples.push(inner);
			const isMap = looksLikeMap(inner);
			for (const [name, member] of Object.entries(inner)) visit(member, [...steps, isMap ? null : name]);
		}
	};
	visit(value, []);
	return { places: [...found.values()], isLines, value };
}

/** Whether behind the first value there is a second one. */
function holdsLines(head: string): boolean {
	const start = skip(head, 0);
	if (head[start] !== "{") return false;
	const next = skip(head, valueEnd(head, start));
	// The first line may be damaged, so that its end is not found.
	return head[next] === "{" || lines.test(head);
}

/** One object a line, as JSON Lines have it. */
const lines = /^\s*\{"[^\r\n]*\}[ \t]*[\r\n]+\{"/;

function linesIn(head: string): readonly unknown[] {
	return head.split(/[\r\n]+/).flatMap(line => (line.startsWith("{") ? [readPartial(line)] : []));
}

/** Whether the members of an object are alike, as those of a list: records by their identifiers, lists by their days. */
function looksLikeMap(value: Fields): boolean {
	const inner = Object.values(value).slice(0, 50);
	const maps = inner.filter(isFields);
	const lists = inner.filter((member): member is unknown[] => Array.isArray(member) && member.some(isFields));
	const nested = inner.filter(member => isFields(member) || Array.isArray(member)).length;
	const first = (
		lists.length >= 2 && lists.length === nested
			? lists.map(member => member.find(isFields))
			: lists.length === 0
				? maps
				: []
	)
		.filter(isFields)
		.slice(0, 5);
	if (first.length < 2 || Object.keys(first[0] ?? {}).length === 0) return false;
	const [one = {}, ...others] = first;
	const keys = new Set(Object.keys(one));
	return others.every(other => Object.keys(other).filter(key => keys.has(key)).length >= Math.min(2, keys.size));
}
