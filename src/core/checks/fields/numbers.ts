// ISBNs and ISSNs by their check digits. Sources: ISO 2108 (ISBN-10: weights 10 to 1, modulo 11; ISBN-13: 1 and 3,
// modulo 10); ISO 3297 (ISSN: weights 8 to 1, modulo 11).

import type { LocalFinding } from "../finding";
import { wrongField, type Field, type FieldCheck, type Wrong } from "./field";

export const isbn: FieldCheck = { names: ["isbn"], check: field => checkNumbers(field, "isbn") };
export const issn: FieldCheck = { names: ["issn", "eissn"], check: field => checkNumbers(field, "issn") };

type Kind = "isbn" | "issn";

function checkNumbers(field: Field, kind: Kind): readonly LocalFinding[] {
	const value = field.value.replace(/[{}]/g, "");
	if (/\\/.test(value) || !/\d/.test(value)) return [];
	const found = numbersIn(value, kind);
	for (const number of found) {
		const wrong = wrongNumber(number, kind);
		if (!wrong) continue;
		const written = wrong.digit === undefined ? undefined : value.replace(number, withDigit(number, wrong.digit));
		return [wrongField(field, { code: "bad-isbn", ...wrong.said, ...(written !== undefined && { written }) })];
	}
	if (found.length !== 1 || kind === "issn") return [];
	const [only = ""] = found;
	const clean = only.replace(/[\u2010-\u2015\u2212\s]+/g, "-");
	const isWritten = clean === value.trim() || only === value.trim();
	// What stands beside the number may say which of several it is: `(hardback)`.
	const isDressed = /^\s*(?:ISBN[-\s]*(?:1[03])?:?\s*)?[\dXx\s\u2010-\u2015\u2212-]+\s*$/i.test(value);
	if (!isDressed || (isWritten && !/[\u2010-\u2015\u2212]/.test(only))) return [];
	const said = { message: "isbn-written", args: [clean], severity: "information" } as const;
	return [wrongField(field, { code: "bad-isbn", ...said, written: clean, isSafe: true })];
}

/** The numbers of a list, as written. */
function numbersIn(value: string, kind: Kind): readonly string[] {
	const plain = value.replace(/ISBN(?:[-\s]*1[03](?=[:\s]))?:?|ISSN:?/gi, label => " ".repeat(label.length));
	const sign = /\d(?:[\dXx]|[-\u2010-\u2015\u2212 ](?=[\dXx]))*/g;
	const runs = plain.match(sign) ?? [];
	// Blanks part the digits of one number, or two numbers.
	return runs.flatMap(run => {
		const isOne = [kind === "isbn" ? 10 : 8, 13].includes(digitsOf(run).length);
		return isOne || !/ /.test(run) ? [run.trim()] : run.split(/ +/);
	});
}

function digitsOf(number: string): string {
	return number.replace(/[^\dXx]/g, "").toUpperCase();
}

function wrongNumber(
	number: string,
	kind: Kind,
): { readonly said: Pick<Wrong, "message" | "args" | "severity">; digit?: string } | undefined {
	const digits = digitsOf(number);
	if (digits.length === 0) return undefined;
	const lengths = kind === "isbn" ? [10, 13] : [8];
	// Nine digits are an SBN, from before 1970; thirteen of an ISSN its barcode.
	if (kind === "isbn" && digits.length === 9) return undefined;
	if (kind === "issn" && digits.length === 13 && digits.startsWith("977")) return undefined;
	if (kind === "isbn" && digits.length === 8 && digits.at(-1) === checkDigit11(digits)) {
		return { said: { message: "isbn-issn", args: [number], severity: "information" } };
	}
	if (!lengths.includes(digits.length)) return { said: { message: `${kind}-length`, args: [number] } };
	const expected = digits.length === 13 ? checkDigit13(digits) : checkDigit11(digits);
	if (digits.at(-1) === expected) return undefined;
	return { said: { message: `${kind}-check`, args: [number, expected] }, digit: expected };
}

/** The last digit that makes the weighted sum a multiple of 11; the weights go down to 1. */
function checkDigit11(digits: string): string {
	let sum = 0;
	for (let i = 0; i < digits.length - 1; i++)
		sum += (digits.length - i) * Number(digits.charAt(i).replace("X", "10"));
	const rest = (11 - (sum % 11)) % 11;
	return rest === 10 ? "X" : `${rest}`;
}

function checkDigit13(digits: string): string {
	let sum = 0;
	for (let i = 0; i < 12; i++) sum += Number(digits.charAt(i).replace("X", "10")) * (i % 2 === 0 ? 1 : 3);
	return `${(10 - (sum % 10)) % 10}`;
}

function withDigit(number: string, digit: string): string {
	return number.replace(/[\dXx](?=[^\dXx]*$)/, digit);
}
