// The beginning of a JSON text as a value, although it is cut: enough to tell what the whole is.

import { parseValue, skip, stringEnd, valueEnd } from "./values";

/** Deeper than any record is told by. */
const deepest = 24;

/** What can be read of a text that is cut or damaged. Members and elements behind a damage may be missing. */
export function readPartial(text: string): unknown {
	return readValue(text, skip(text, 0), 0).value;
}

/** The values of a text that holds several, one after another, as JSON Lines do. */
export function readPartials(text: string): readonly unknown[] {
	return readElements(text, 0, 0).value;
}

interface Read<T> {
	readonly value: T;
	readonly end: number;
}

function readValue(text: string, start: number, depth: number): Read<unknown> {
	const sign = text[start];
	if (depth < deepest && sign === "{") return readMembers(text, start + 1, depth + 1);
	if (depth < deepest && sign === "[") return readElements(text, start + 1, depth + 1);
	const end = valueEnd(text, start);
	const parsed = parseValue(text.slice(start, end));
	return { value: "value" in parsed ? parsed.value : undefined, end };
}

function readElements(text: string, start: number, depth: number): Read<readonly unknown[]> {
	const value: unknown[] = [];
	let at = skip(text, start, ",");
	while (at < text.length && text[at] !== "]") {
		const element = readValue(text, at, depth);
		if (element.value !== undefined) value.push(element.value);
		at = skip(text, Math.max(element.end, at + 1), ",");
	}
	return { value, end: at + 1 };
}

function readMembers(text: string, start: number, depth: number): Read<Record<string, unknown>> {
	const value: Record<string, unknown> = {};
	let at = skip(text, start, ",");
	while (at < text.length && text[at] !== "}") {
		if (text[at] !== '"') return { value, end: text.length };
		const keyEnd = stringEnd(text, at);
		const key = parseValue(text.slice(at, keyEnd));
		const from = skip(text, keyEnd, ":");
		if (from >= text.length) break;
		const member = readValue(text, from, depth);
		if ("value" in key && typeof key.value === "string" && member.value !== undefined)
			Object.defineProperty(value, key.value, { value: member.value, enumerable: true, configurable: true });
		// A member without a value ends the object.
		at = skip(text, "]}".includes(text.charAt(from)) ? from : Math.max(member.end, from + 1), ",");
	}
	return { value, end: at + 1 };
}
