// Where the values of a JSON text end, told by its signs alone, so that a text can be passed over without being read.

const quote = 0x22;
const backslash = 0x5c;

/** Where a string ends that begins at `start`, behind its quote; `limit` when it is not closed. */
export function stringEnd(text: string, start: number, limit = text.length): number {
	for (let end = text.indexOf('"', start + 1); end >= 0 && end < limit; end = text.indexOf('"', end + 1)) {
		let before = end - 1;
		while (before > start && text.charCodeAt(before) === backslash) before--;
		if ((end - before) % 2 === 1) return end + 1;
	}
	return limit;
}

/** Where the value ends that begins at `start`: brackets are counted, strings passed over. Linear, without recursion. */
export function valueEnd(text: string, start: number, limit = text.length): number {
	let depth = 0;
	for (let at = start; at < limit; at++) {
		const code = text.charCodeAt(at);
		if (code === quote) {
			at = stringEnd(text, at, limit) - 1;
			if (depth === 0) return at + 1;
		} else if (code === 0x7b || code === 0x5b) depth++;
		else if (code === 0x7d || code === 0x5d) {
			if (depth === 0) return at;
			if (--depth === 0) return at + 1;
		} else if (depth === 0 && code === 0x2c) return at;
		else if (depth === 0 && code <= 0x20 && at > start) return at;
	}
	return limit;
}

/** The first place from `start` on that holds neither a blank nor one of the `extra` signs. */
export function skip(text: string, start: number, extra = ""): number {
	let at = start;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code > 0x20 && code !== 0xfeff && code !== 0xa0 && !extra.includes(text.charAt(at))) break;
		at++;
	}
	return at;
}

/** A value, or why there is none and where. */
export type Parsed = { readonly value: unknown } | { readonly error: string; readonly at: number };

/**
 * Reads a value by `JSON.parse`. What other writers let slip is put right first when that fails: control characters in
 * strings, commas before a bracket, `NaN`, and backslashes of LaTeX that are not doubled.
 */
export function parseValue(text: string): Parsed {
	try {
		const value: unknown = JSON.parse(text);
		return { value };
	} catch (error) {
		const value = parseMended(text);
		return value === undefined ? { error: reason(error), at: Math.min(position(error), text.length) } : { value };
	}
}

function parseMended(text: string): unknown {
	const mended = text
		// eslint-disable-next-line no-control-regex -- these are what JSON forbids in a string
		.replace(/[\u0000-\u001f]/g, " ")
		.replace(/,(?=\s{0,200}[\]}])/g, " ")
		.replace(/(?<=[:,[]\s{0,20})(?:NaN|-?Infinity|None|undefined)(?=\s{0,20}[,\]}])/g, "null")
		.replace(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|)/g, escape => (escape === "\\" ? "\\\\" : escape));
	if (mended === text) return undefined;
	try {
		return JSON.parse(mended) as unknown;
	} catch {
		return undefined;
	}
}

/** V8 names the place of an error in its message; other engines do so differently, or not at all. */
function position(error: unknown): number {
	const found = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
	return Number(found ?? 0);
}

/** The parser's words without its own count of places, which would be those of the item. */
function reason(error: unknown): string {
	const message = error instanceof Error ? error.message : "unreadable";
	return message.replace(/(?: in JSON)? at position.*$|, "[^]*$|\.\.\.[^]*$/, "").slice(0, 100);
}
