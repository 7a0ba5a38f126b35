// Texts of CSL-YAML, which Pandoc reads as its Markdown: signs of Markdown stand for themselves behind a backslash.
// Source: Pandoc User's Guide, "Specifying bibliographic data" and "Backslash escapes".

import { textFields } from "../../digests/json/yaml/pandocText";
import { mathSpans } from "../../text/math";
import type { CslItem, CslValue } from "./cslItem";

/** Signs that begin or end something wherever they stand; inside of words, as in `choice_of_names`, `_` does not. */
const marks =
	/[\\*`]|(?<![\p{L}\p{N}])[_@](?=[\p{L}\p{N}{_])|_(?![\p{L}\p{N}])|<(?=[\p{L}/!?])|\[(?=[@^-])|\](?=[([{])/gu;

/** Signs that mean something when they come twice. */
const pairs = ["^", "~", "$"];

/** What would be a heading, a list, a quotation or a verse at the start of a text. */
const opening =
	/^(?:>|[-+|](?=\s)|#{1,6}(?=\s)|\(?(?:\d{1,9}|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,})[.)](?=\s)|\(?[A-Z]\)(?=\s))/;

/** The item with its texts as Pandoc's Markdown. */
export function pandocItem(item: CslItem): CslItem {
	return Object.fromEntries(
		Object.entries(item).map(([name, value]): readonly [string, CslValue] => [
			name,
			textFields.has(name) && typeof value === "string" ? pandocText(value) : value,
		]),
	);
}

/** A text, whose mathematics is Pandoc's too, as Markdown. */
function pandocText(text: string): string {
	const repeated = pairs.filter(sign => text.split(sign).length > 2);
	let written = "";
	let at = 0;
	for (const { start, end } of [...mathSpans(text), { start: text.length, end: text.length }]) {
		let plain = text.slice(at, start).replace(marks, "\\$&");
		for (const sign of repeated) plain = plain.replaceAll(sign, `\\${sign}`);
		written += plain + text.slice(start, end);
		at = end;
	}
	return written.replace(opening, found => `${found.slice(0, -1)}\\${found.slice(-1)}`);
}
