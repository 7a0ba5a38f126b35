// Every name in a .bib file, where it stands: keys of entries, keys by which entries refer to each other, further names
// of entries, and strings where they are defined and used.
// Source: btxdoc (Patashnik 1988), section 2.

import type { BibBlock } from "../../bibliography/bibtex/blocks";
import { months } from "../../bibliography/bibtex/strings";
import { linksIn, references } from "../../bibliography/edit/links";
import type { TextRange } from "../../paper";

export interface BibName {
	readonly name: string;
	readonly range: TextRange;
	/**
	 * `entry` is the key of an entry, `alias` another name that `ids` gives it, `link` a key in `crossref` and its like;
	 * `string` is a name that `@string` defines, `use` one in a value.
	 */
	readonly kind: "entry" | "alias" | "link" | "string" | "use";
}

/** The names in a block, in order. */
export function namesIn(text: string, { kind, key, keyRange, fields }: BibBlock): BibName[] {
	if (kind === "string") {
		return fields.flatMap(({ name, range: { start }, value }) => [
			{ name, range: { start, end: start + name.length }, kind: "string" as const },
			...usesIn(text, value),
		]);
	}
	if (kind !== "entry") return [];
	const own: readonly BibName[] = key === "" ? [] : [{ name: key, range: keyRange, kind: "entry" }];
	return [
		...own,
		...fields.flatMap((field): readonly BibName[] =>
			references.test(field.name) ? linksIn(text, field) : usesIn(text, field.value),
		),
	];
}

/** The names of strings in a value; numbers and what is in braces or quotes are none. Months are known to every style. */
function usesIn(text: string, { start, end }: TextRange): BibName[] {
	const found: BibName[] = [];
	const step = /[{}"]|%[^\r\n]*|[^\s,#{}()"=%@]+/g;
	step.lastIndex = start;
	let depth = 0;
	let isQuoted = false;
	for (let match = step.exec(text); match && match.index < end; match = step.exec(text)) {
		const [sign] = match;
		if (sign === "{") depth++;
		else if (sign === "}") depth--;
		else if (sign === '"') isQuoted = depth === 0 ? !isQuoted : isQuoted;
		else if (depth === 0 && !isQuoted && /^[^%\d]/.test(sign) && !isMonth(sign)) {
			found.push({ name: sign, range: { start: match.index, end: match.index + sign.length }, kind: "use" });
		}
	}
	return found;
}

function isMonth(name: string): boolean {
	return months.some(month => month === name.toLowerCase());
}
