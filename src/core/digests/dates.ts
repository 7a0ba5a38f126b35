// Dates as digests write them, as precise as they are given. Sources: ISO 8601; RFC 5322, section 3.3; RIS and MEDLINE
// field descriptions.

import type { IssuedDate } from "../paper";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The first date of a text: `2024-03-05T10:00Z`, `2024/03/05`, `2024 Mar 5`, `5 March 2024`, `March 5, 2024`,
 * `20240305`, `3/2024`, `Spring 2024`. Day and month that only stand in an order that countries read differently are left out.
 */
export function readDate(written: string | number | undefined | null): IssuedDate | undefined {
	const text = `${written ?? ""}`.slice(0, 200);
	const numeric = /(?:^|[^\d])(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(text);
	const packed = /^\s*(\d{4})(\d{2})(\d{2})?\s*$/.exec(text);
	if (packed) return dateOf(packed[1], packed[2], packed[3]);
	const monthFirst = /^\s*(\d{1,2})[/.](\d{4})\s*$/.exec(text);
	if (monthFirst) return dateOf(monthFirst[2], monthFirst[1]);
	const word = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?/i.exec(text);
	const year = /(?:^|\D)((?:1[5-9]|20)\d{2})(?!\d)/.exec(text)?.[1];
	if (word && year !== undefined) {
		const rest = text.replace(year, " ");
		const at = rest.search(new RegExp(`\\b${word[1] ?? ""}`, "i"));
		const before = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th)?[\s.,-]*$/.exec(rest.slice(0, at))?.[1];
		const behind = /^[a-z]+[.,]?[\s-]*(\d{1,2})(?![\d:])/i.exec(rest.slice(at))?.[1];
		return dateOf(year, months.indexOf((word[1] ?? "").toLowerCase()) + 1, before ?? behind);
	}
	return numeric ? dateOf(numeric[1], numeric[2], numeric[3]) : undefined;
}

/** A date of parts, without a month or a day that no calendar has. Years are those since printing began. */
export function dateOf(
	year: string | number | undefined,
	month?: string | number,
	day?: string | number,
): IssuedDate | undefined {
	const [y, m, d] = [year, month, day].map(part => Number(part ?? Number.NaN));
	if (!isWithin(y, 1400, 2200)) return undefined;
	if (!isWithin(m, 1, 12)) return { year: y };
	return isWithin(d, 1, new Date(Date.UTC(y, m, 0)).getUTCDate())
		? { year: y, month: m, day: d }
		: { year: y, month: m };
}

function isWithin(part: number | undefined, first: number, last: number): part is number {
	return part !== undefined && Number.isInteger(part) && part >= first && part <= last;
}
