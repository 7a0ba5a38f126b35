// One part of a YAML text as a value, by the library `yaml`: all scalars stay the texts that they are, no tag makes
// anything else of them, and aliases are few, so that none grows beyond the text.

import { parseDocument } from "yaml";
import type { Parsed } from "../scan/values";

/** Longer than any record. */
const longest = 256 * 1024;
const mostAliases = 20;

/** The value of a part, or why there is none. A plain text with a colon in it, the commonest slip, is put right. */
export function parseYaml(text: string): Parsed {
	if (text.length > longest) return { error: "it is too long", at: 0 };
	if (flowDepth(text) > deepest) return { error: "it nests too deeply", at: 0 };
	const first = parseStrictly(text);
	if ("value" in first) return first;
	const mended = text.replace(
		/^(\s{0,40}(?:- )?[\w-]{1,40}:[ \t]+)(?!["'|>[{&*!])(\S.*(?::\s| #).*|[@`%].*)$/gm,
		(_, key: string, value: string) => key + JSON.stringify(value.trim()),
	);
	const second = mended === text ? first : parseStrictly(mended);
	return "value" in second ? second : first;
}

/** Deeper than any record nests in brackets; the library slows down and gives up far beyond that. */
const deepest = 100;

function flowDepth(text: string): number {
	let depth = 0;
	let most = 0;
	for (const sign of text.match(/[[\]{}]/g) ?? []) {
		depth += sign === "[" || sign === "{" ? 1 : -1;
		most = Math.max(most, depth);
	}
	return most;
}

function parseStrictly(text: string): Parsed {
	try {
		const document = parseDocument(text, {
			schema: "failsafe",
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: "silent",
		});
		const [error] = document.errors;
		if (error) return { error: error.message.replace(/\s+/g, " ").slice(0, 100), at: error.pos[0] };
		const value: unknown = document.toJS({ maxAliasCount: mostAliases });
		return { value };
	} catch {
		return { error: "it refers to what is not there, or nests too deeply", at: 0 };
	}
}
