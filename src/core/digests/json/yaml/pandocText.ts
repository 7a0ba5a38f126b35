// Texts of CSL-YAML are Markdown to Pandoc, where a sign behind a backslash stands for itself.
// Source: Pandoc User's Guide, "Specifying bibliographic data" and "Backslash escapes".

import { mathSpans } from "../../../text/math";
import type { Fields } from "../fields";

/** The fields that are text, and no identifier, number or address. */
export const textFields: ReadonlySet<string> = new Set(
	"title container-title collection-title publisher publisher-place genre edition note abstract keyword".split(" "),
);

/** An item whose texts have no backslashes before signs. */
export function withoutEscapes(fields: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]): readonly [string, unknown] => [
			name,
			textFields.has(name) && typeof value === "string" ? unescaped(value) : value,
		]),
	);
}

function unescaped(text: string): string {
	let read = "";
	let at = 0;
	for (const { start, end } of [...mathSpans(text), { start: text.length, end: text.length }]) {
		read += text.slice(at, start).replace(/\\([!-/:-@[-`{-~])/g, "$1") + text.slice(start, end);
		at = end;
	}
	return read;
}
