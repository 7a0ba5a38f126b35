// Which lines of a digest hold no sentence: links, identifiers, labels, names, dates.

import { looksLikeAuthors } from "../fields/authors";
import { labelOf } from "../fields/details";
import { withoutLinkWords } from "../fields/item";

/** Whether a line is no part of an abstract. Names are expected before the abstract alone. */
export function isDetail(line: string, isBeforeAbstract: boolean): boolean {
	if (/^\d+ authors?$/i.test(line)) return true;
	const label = labelOf(line);
	if (label && label.field !== "abstract" && (label.value.length < 600 || label.field === "authors")) return true;
	const bare = withoutLinkWords(line)
		.text.replace(/\[[^[\]]{0,300}\]\([^()\s]{0,2000}\)/g, " ")
		.replace(/\b(?:arxiv|doi)\b\S*/gi, " ");
	if (isBeforeAbstract && isByline(line)) return true;
	if (
		/^[^\p{L}]*(?:(?:published|posted|submitted|date)[\s:]*(?:on )?)?[\d\s./,-]*(?:\p{L}{3,9}\.?[\s\d,]*)?\d{4}[^\p{L}]*$/iu.test(
			bare.trim(),
		) &&
		line.length < 60
	)
		return true;
	if (bare.length === line.length && !/https?:|arxiv|doi/i.test(line)) return false;
	return bare.split(/[\s|,;:*·•()[\]<>]+/).filter(word => /\p{L}{2}/u.test(word)).length < 8;
}

/** `by Ann Lee`, `*Ann Lee, Bo Chen*`, `Ann Lee, Bo Chen et al.`, with a place of publication behind it. */
export function isByline(line: string): boolean {
	const isEmphasised = /^[*_]{1,3}[^*_]+[*_]{1,3}[.,]?$/.test(line.trim());
	const bare = line.replace(/[*_`]/g, "").trim();
	const by = /^(?:by|authors?)[\s:]+(.+)$/i.exec(bare)?.[1];
	return looksLikeAuthors(by ?? bare, by !== undefined || isEmphasised);
}
