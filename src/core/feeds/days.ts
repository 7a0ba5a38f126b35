// Days of the calendar as texts, which sort as they follow one another. All are of UTC, as the catalogues count them.

import type { IssuedDate } from "../paper";
import type { Day } from "./feed";

const dayMs = 86_400_000;

/** The day of a time in milliseconds since 1970. */
export function dayOf(time: number): Day {
	return new Date(time).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
	return dayOf(Date.parse(day) + days * dayMs);
}

/** Days from one to another: 0 for the same, negative when the second one is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

export function isDay(text: string): boolean {
	return (
		/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text
	);
}

export function earlier(a: Day, b: Day): Day {
	return a < b ? a : b;
}

/** The first day that a date may mean; empty, before all others, without one. */
export function firstDayOf(date: IssuedDate | undefined): Day {
	if (!date) return "";
	const two = (part = 1): string => String(part).padStart(2, "0");
	return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}
