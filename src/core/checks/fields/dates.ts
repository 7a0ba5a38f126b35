// Years, months and dates. Sources: btxdoc, section 3.2 (`year`, `month`); biblatex manual, sections 2.2.2, 2.3.8 and
// 2.3.9 (ISO 8601-2 extended format, levels 0 and 1).

import type { LocalFinding } from "../finding";
import { wrongField, type Field, type FieldCheck, type FieldContext } from "./field";

export const year: FieldCheck = { names: ["year", "origyear"], check: checkYear };
export const month: FieldCheck = { names: ["month"], check: checkMonth };
export const date: FieldCheck = { names: ["date", "origdate", "eventdate", "urldate"], check: checkDate };

const code = "bad-date";

function checkYear(field: Field, context: FieldContext): readonly LocalFinding[] {
	const value = plainOf(field.value);
	const digits = value.replace(/\D/g, "");
	// Words such as `in press`, and what a macro makes.
	if (digits === "" || /\\/.test(value)) return [];
	if (/^-?\d{3,4}[a-z]?$/.test(value)) return [];
	if (/^\d+$/.test(value)) return [wrongField(field, { code, message: "year-bad", args: [value] })];
	// `(about 1984)`, `1998/1999`, `c. 1850`, `300 BC`, `[2001] 2010`, `ca.\ 1900`
	const isDate = /^\d{4}-\d{1,2}(?:-\d{1,2})?$|[a-z]{3,}\.?,?\s+\d{4}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/i.test(value);
	const isRoughly = /^\W*(?:c|ca|about|circa|around|before|after|approx|winter|spring|summer|fall|autumn)\b/i.test(
		value,
	);
	if (!isDate || isRoughly) {
		const isYear = /(?<!\d)\d{3,4}(?!\d)|\b(?:BC|AD|BCE|CE)\b|century|\dX/i.test(value);
		return isYear ? [] : [wrongField(field, { code, message: "year-bad", args: [value], severity: "information" })];
	}
	if (context.dialect !== "biblatex") return [];
	const iso = isoOf(value);
	const found = wrongField(field, { code, message: "year-date", args: [value], severity: "information" });
	return [iso !== undefined && !context.has("date") && field.name === "year" ? withDate(field, found, iso) : found];
}

/** Edits that make a `date` of a `year`. */
function withDate(field: Field, found: LocalFinding, iso: string): LocalFinding {
	const { literal, nameRange } = field;
	if (!literal || !nameRange) return found;
	const edits = [
		{ ...nameRange, text: "date" },
		{ ...literal, text: iso },
	];
	return { ...found, fix: { message: "fix-move-date", args: [], edits } };
}

const monthNames = words("january february march april may june july august september october november december");
/** Enough letters of any month in the languages that entries are written in. */
const monthLike =
	/^(?:jan|feb|f[eé]v|mar|m[aä]r|apr|avr|abr|may|mai|mag|jun|jui|giu|jul|lug|aug|ao[uû]|ago|sep|set|oct|okt|ott|out|nov|de[czs]|dic|ene|gen|win|spr|sum|fal|aut|q[1-4]|michaelmas|hilary|trinity|easter|christmas|mid|early|late)/i;

function checkMonth(field: Field): readonly LocalFinding[] {
	const value = plainOf(field.value);
	if (value === "" || /\\/.test(value)) return [];
	const number = /^\d+$/.test(value) ? Number(value) : undefined;
	if (number !== undefined) {
		const isMonth = number >= 1 && number <= 12;
		return isMonth ? [] : [wrongField(field, { code, message: "month-bad", args: [value] })];
	}
	// A range or a list, with days: `5--7 June`, `jul # "/" # aug`, `Jan./Feb.`
	const parts = value.match(/\p{L}+/gu) ?? [];
	if (parts.some(part => monthLike.test(part)) || !/^[\x20-\x7e]*$/.test(value)) return [];
	return [wrongField(field, { code, message: "month-bad", args: [value], severity: "information" })];
}

function checkDate(field: Field): readonly LocalFinding[] {
	const value = plainOf(field.value);
	// What is no text of its own, `{\today}`, and words such as `forthcoming`.
	if (value === "" || /\\/.test(value) || !/\d/.test(value)) return [];
	const ends = value.split("/");
	if (ends.length <= 2 && ends.every(end => end === "" || end === ".." || isExtended(end))) {
		const impossible = ends.find(end => !isPossible(end));
		return impossible === undefined
			? []
			: [wrongField(field, { code, message: "date-impossible", args: [impossible] })];
	}
	const written = isoOf(value);
	return [wrongField(field, { code, message: "date-bad", args: [value], ...(written !== undefined && { written }) })];
}

/** A date of ISO 8601-2, with seasons, unknown digits, doubts and a time. */
function isExtended(text: string): boolean {
	return /^(?:Y?-?\d{4,}|-?\d{3}X|-?\d{2}XX|-?\dXXX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?)?(?:T[\d:.]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?[?~%]?$/.test(
		text,
	);
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the month and the day are there in a calendar; the seasons are 21 to 24, and up to 41 at level 2. */
function isPossible(text: string): boolean {
	const [, yearText = "", monthText, dayText] = /^(-?\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text) ?? [];
	if (monthText === undefined) return true;
	const [month, day] = [Number(monthText), Number(dayText ?? 1)];
	if (month >= 21 && month <= 41) return dayText === undefined;
	const days = daysOf[month - 1];
	if (days === undefined || day < 1 || day > days) return false;
	const year = Number(yearText);
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return !(month === 2 && day === 29 && !isLeap);
}

/** A date that people write, as ISO has it, where nothing about it is open: a day and a month in numbers may be. */
function isoOf(text: string): string | undefined {
	const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
	if (y !== undefined && m !== undefined) return possible([y, m, ...(d === undefined ? [] : [d])]);
	const [, first, word = "", day, last] =
		/^(\d{1,2}\s)?([A-Za-z]{3,})\.?,?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/.exec(text) ?? [];
	const index = monthNames.findIndex(name => word.length >= 3 && name.startsWith(word.toLowerCase()));
	if (last === undefined || index < 0) return undefined;
	const dayOf = (first ?? day)?.trim();
	return possible([last, `${index + 1}`, ...(dayOf === undefined ? [] : [dayOf])]);
}

function possible(parts: readonly string[]): string | undefined {
	const iso = parts.map(part => part.padStart(2, "0")).join("-");
	return isPossible(iso) ? iso : undefined;
}

function plainOf(value: string): string {
	return value
		.replace(/[{}]/g, "")
		.replace(/~/g, value.includes("\\") ? "~" : " ")
		.trim();
}

function words(list: string): readonly string[] {
	return list.split(" ");
}
