// How another key is written in the place of one that a citation has: with the quotes or braces that its syntax asks for.
// Sources: Pandoc User's Guide, "Citation syntax"; Typst reference, "Label" and "Cite".

import type { CitedKey, SyntaxName } from "../citations/citation";
import { isSimpleKey } from "../citations/markdown/inline";
import { isSimple, labelOf } from "../citations/typst/typst";
import type { TextEdit } from "../paper";

/** The edit that puts a key in the place of a cited one. Whether it can be read again is for the caller to see. */
export function keyEdit(text: string, cited: CitedKey, syntax: SyntaxName, now: string): TextEdit {
	switch (syntax) {
		case "pandoc":
		case "myst":
		case "plain":
			return pandocEdit(text, cited, now);
		case "typst":
			return typstEdit(text, cited, now);
		case "latex":
		case "rst":
		case "asciidoc":
		case "org":
			return { ...cited.range, text: now };
	}
}

/** `@key` and `@{key}`: the braces come when they are needed, and go when they were needed and are no more. */
function pandocEdit(text: string, { key, range }: CitedKey, now: string): TextEdit {
	const before = text.slice(Math.max(0, range.start - 2), range.start);
	if (before.endsWith("@")) return { ...range, text: isSimpleKey(now) ? now : `{${now}}` };
	const isBraced = before === "@{" && !isSimpleKey(key) && isSimpleKey(now);
	return isBraced ? { start: range.start - 1, end: range.end + 1, text: now } : { ...range, text: now };
}

/** `@key[note]` becomes a call when the key is not simple; `<key>` becomes `label("key")`, and the other way round. */
function typstEdit(text: string, { range, whole }: CitedKey, now: string): TextEdit {
	const before = text.charAt(range.start - 1);
	if (before === "@") {
		if (isSimple(now)) return { ...range, text: now };
		const note = text.slice(range.end, whole.end);
		return { ...whole, text: `#cite(${labelOf(now)}${note === "" ? "" : `, supplement: ${note}`})` };
	}
	const label = labelOf(now);
	if (before === "<") {
		const isLabel = label === `<${now}>`;
		return isLabel ? { ...range, text: now } : { start: range.start - 1, end: range.end + 1, text: label };
	}
	const open = /label\(\s*"$/.exec(text.slice(Math.max(whole.start, range.start - 100), range.start))?.[0];
	const close = /^"\s*,?\s*\)/.exec(text.slice(range.end, range.end + 100))?.[0];
	if (open === undefined || close === undefined) return { ...range, text: now };
	return { start: range.start - open.length, end: range.end + close.length, text: label };
}
