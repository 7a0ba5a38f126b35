// Numbers (CSL 1.0.2, "Number", "Choose: is-numeric", "Label", Appendix IV "Number Variables").

import { findTerm, ordinalsOf, termOf, type Locale } from "../style/locale";
import type { NumberElement, Term } from "../style/tree";

export const numericVariables: ReadonlySet<string> = new Set([
	"chapter-number",
	"citation-number",
	"collection-number",
	"edition",
	"issue",
	"locator",
	"number",
	"number-of-pages",
	"number-of-volumes",
	"page",
	"page-first",
	"part-number",
	"printing-number",
	"section",
	"supplement-number",
	"version",
	"volume",
]);

/** One number with letters before or after it, or a word in capitals of Roman numerals. */
const number = /^[\p{L}]{0,8}\d+[\p{L}\d.]{0,8}$/u;

/** Whether a text is made of numbers: `2`, `2nd`, `D2`, `2, 3`, `2-4`, `2 & 4`. */
export function isNumeric(text: string): boolean {
	return text.split(/\s*[,&\-\u2013]\s*/).every(part => number.test(part.trim()));
}

/** Numbers with the separators that CSL gives them: `2-4` to `2–4`, `2,3` to `2, 3`. */
export function numericText(text: string): string {
	if (!isNumeric(text)) return text;
	return text
		.trim()
		.replace(/\s*[-\u2013]\s*/g, "–")
		.replace(/\s*,\s*/g, ", ")
		.replace(/\s*&\s*/g, " & ");
}

/** A label is plural when its value holds several numbers, or counts more than one. */
export function isPlural(name: string, text: string): boolean {
	if (name === "number-of-pages" || name === "number-of-volumes") return Number.parseInt(text, 10) > 1;
	return /\d\S*\s*(?:[,&\-\u2013]|\band\b)\s*\S*\d|^[ivxlcdm]+\s*[,&\-\u2013]\s*[ivxlcdm]+$/i.test(text);
}

/** A number in the form that an element asks for; a text that is no number stays as it is. */
export function numberForm(text: string, { form, variable }: NumberElement, locale: Locale): string {
	if (!isNumeric(text)) return text;
	const whole = numericText(text);
	if (form === "numeric") return whole;
	const gender = findTerm(locale, variable, "long")?.gender;
	return whole.replace(/\d+/g, digits => {
		const value = Number(digits);
		if (form === "roman") return romanOf(value) ?? digits;
		return (
			(form === "long-ordinal" ? longOrdinal(value, locale, gender) : undefined) ?? ordinal(value, locale, gender)
		);
	});
}

function longOrdinal(value: number, locale: Locale, gender: string | undefined): string | undefined {
	if (value < 1 || value > 10) return undefined;
	const name = `long-ordinal-${String(value).padStart(2, "0")}`;
	return (gender === undefined ? undefined : findTerm(locale, name, "long", gender)?.single) ?? termOf(locale, name);
}

/** A number with the suffix that the locale gives it (CSL 1.0.2, "Ordinal Suffixes"). */
export function ordinal(value: number, locale: Locale, gender?: string): string {
	const terms = ordinalsOf(locale);
	const term = (name: string): Term | undefined =>
		terms.get(`${name}|long|${gender ?? ""}`) ?? terms.get(`${name}|long|`);
	const lastTwo = String(value % 100).padStart(2, "0");
	const lastOne = `0${value % 10}`;
	const fits = (found: Term | undefined, usual: string): boolean => {
		const match = found?.match ?? usual;
		return found !== undefined && (match !== "whole-number" || value < 100);
	};
	const whole = term(`ordinal-${lastTwo}`);
	const wholeFits = fits(whole, value % 100 < 10 ? "last-digit" : "last-two-digits");
	const last = term(`ordinal-${lastOne}`);
	const lastFits = fits(last, "last-digit") && (last?.match ?? "last-digit") === "last-digit";
	const found = wholeFits ? whole : lastFits ? last : term("ordinal");
	return `${value}${found?.single ?? ""}`;
}

/** A number from 1 to 3999 in Roman numerals, in small letters. */
export function romanOf(value: number): string | undefined {
	if (value < 1 || value > 3999) return undefined;
	const signs = ["i", "iv", "v", "ix", "x", "xl", "l", "xc", "c", "cd", "d", "cm", "m"];
	const values = [1, 4, 5, 9, 10, 40, 50, 90, 100, 400, 500, 900, 1000];
	let rest = value;
	let written = "";
	for (let at = values.length - 1; at >= 0; at--) {
		const step = values[at] ?? 1;
		while (rest >= step) {
			written += signs[at] ?? "";
			rest -= step;
		}
	}
	return written;
}
