// Pages: a page, a list, or ranges with two hyphens. Sources: btxdoc, section 3.2 (`pages`); biblatex manual, section
// 2.2.2: one or more page numbers or ranges.

import type { LocalFinding } from "../finding";
import { wrongField, type Field, type FieldCheck, type FieldContext, type Wrong } from "./field";

export const pages: FieldCheck = { names: ["pages", "page", "page-range"], check: checkPages };

const code = "bad-pages";

/** A page, as journals number them: `12`, `S12`, `e1234`, `12:3`, `A-7` counts as none for its hyphen. */
const page = /^[A-Za-z]{0,3}\.?\d+(?:[:.]\d+)?[A-Za-z]?$|^[ivxlcdm]+$/i;

function checkPages(field: Field, { dialect }: FieldContext): readonly LocalFinding[] {
	const value = field.value.replace(/^\{([^{}]*)\}$/, "$1").trim();
	if (value === "" || /\\(?!&)/.test(value)) return [];
	const word = /^(?:pp?|pages?|S|Seiten?)(?:\.|:|\s)\s*(?=[A-Za-z]{0,2}\d)/.exec(value)?.[0];
	if (word !== undefined) return said(field, "pages-word", value.slice(word.length));
	const ranges = value.split(/\s*[,;]\s*/).map(part => part.split(/\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*/));
	const written = value.split(/\s*([,;])\s*/).map(part => (/[,;]/.test(part) ? `${part} ` : rangeOf(part, dialect)));
	const backwards = ranges.find(range => range.length === 2 && isBackwards(range));
	if (backwards) {
		const args = [backwards[0] ?? "", backwards[1] ?? ""];
		return [wrongField(field, { code, message: "pages-backwards", args, severity: "warning" })];
	}
	// biblatex has ranges without an end.
	if (dialect === "bibtex" && /^\d+\s*(?:-{1,3}|\u2013)$/.test(value)) {
		return [wrongField(field, { code, message: "pages-open", args: [value] })];
	}
	const isRange = ranges.every(range => range.length <= 2 && range.every(part => page.test(part)));
	const better = written.join("");
	if (!isRange || better === value || dialect === undefined) return [];
	// The styles make two hyphens of one: only whoever writes the file may mind.
	const isHyphen = /\d\s*-\s*[A-Za-z]?\d/.test(value);
	return isHyphen ? said(field, "pages-hyphen", better, "hint") : said(field, "pages-dash", better);
}

function said(field: Field, message: Wrong["message"], written: string, severity?: "hint"): readonly LocalFinding[] {
	return [
		wrongField(field, { code, message, args: [written], written, isSafe: true, ...(severity && { severity }) }),
	];
}

/** Two hyphens between two pages; the dash that biblatex and others know stays. */
function rangeOf(text: string, dialect: FieldContext["dialect"]): string {
	if (dialect !== "bibtex" && /^\S+[\u2013]\S+$/.test(text)) return text;
	const [first = "", last, more] = text.split(/\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*/);
	return last === undefined || more !== undefined || !page.test(first) || !page.test(last)
		? text
		: `${first}--${last}`;
}

/** `215--12` is none; `215--21` is short for `215--221`. */
function isBackwards([first = "", last = ""]: readonly string[]): boolean {
	if (!/^\d{1,9}$/.test(first) || !/^\d{1,9}$/.test(last)) return false;
	if (last.length >= first.length) return Number(last) < Number(first);
	const whole = first.slice(0, first.length - last.length) + last;
	return Number(whole) < Number(first);
}
