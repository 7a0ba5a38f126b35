// The time line: days put together to bars, of days, weeks, months, quarters or years, whichever are few enough to be seen.

/** A bar: from its first day to before the first of the next, in days since 1970. */
export interface Span {
	readonly from: number;
	readonly to: number;
	readonly count: number;
}

export type Unit = "day" | "week" | "month" | "quarter" | "year" | "decade";

export interface TimeLine {
	readonly unit: Unit;
	readonly spans: readonly Span[];
}

/** More bars than this are too thin to be told apart. */
const mostBars = 120;

/** Papers of one month need no time line. */
const leastDays = 31;

/** Dates further off, in days since 1970, are slips, and would make all others one bar: from about 1600 to 2300. */
const plausible = { from: -135_140, to: 120_530 };

const dayMs = 86_400_000;

/** Days a unit has about, to choose by. */
const lengths: readonly (readonly [Unit, number])[] = [
	["day", 1],
	["week", 7],
	["month", 30.4],
	["quarter", 91.3],
	["year", 365.2],
	["decade", 3652],
];

/** A day from 1 to 31 of a month from 1 to 12, in days since 1970; a month or day that is missing is the first. */
export function dayOf({ year, month = 1, day = 1 }: { year: number; month?: number; day?: number }): number {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return Math.floor(date.getTime() / dayMs);
}

/** The bars of days in ascending order; nothing when they are of one month, or there are none. */
export function timeLineOf(days: readonly number[]): TimeLine | undefined {
	const known = days.filter(day => day >= plausible.from && day <= plausible.to);
	const first = known.reduce((a, b) => Math.min(a, b), Infinity);
	const last = known.reduce((a, b) => Math.max(a, b), -Infinity);
	if (!(last - first > leastDays)) return undefined;
	const unit = lengths.find(([each, length]) => isSaid(each, known) && (last - first) / length < mostBars - 2)?.[0];
	if (unit === undefined) return undefined;
	const starts: number[] = [];
	for (let start = startOf(first, unit); start <= last; start = next(start, unit)) starts.push(start);
	const counts = new Array<number>(starts.length).fill(0);
	for (const day of known) {
		const at = starts.findLastIndex(start => start <= day);
		counts[at] = (counts[at] ?? 0) + 1;
	}
	const spans = starts.map((from, i) => ({ from, to: next(from, unit), count: counts[i] ?? 0 }));
	return { unit, spans };
}

/** Whether days say so much: where most are the first of a year or month, only that is known. */
function isSaid(unit: Unit, days: readonly number[]): boolean {
	if (unit === "year" || unit === "decade") return true;
	const coarser: Unit = unit === "month" || unit === "quarter" ? "year" : "month";
	const exact = days.filter(day => startOf(day, coarser) !== day).length;
	return exact > days.length / 4;
}

function startOf(day: number, unit: Unit): number {
	const date = new Date(day * dayMs);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	switch (unit) {
		case "day":
			return day;
		case "week":
			// Monday: 1970 began on a Thursday.
			return day - ((((day + 3) % 7) + 7) % 7);
		case "month":
			return dayOf({ year, month: month + 1 });
		case "quarter":
			return dayOf({ year, month: Math.floor(month / 3) * 3 + 1 });
		case "year":
			return dayOf({ year });
		case "decade":
			return dayOf({ year: Math.floor(year / 10) * 10 });
	}
}

function next(start: number, unit: Unit): number {
	const months = { month: 1, quarter: 3, year: 12, decade: 120 };
	if (unit === "day") return start + 1;
	if (unit === "week") return start + 7;
	const date = new Date(start * dayMs);
	return dayOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 + months[unit] });
}

/** A day as the bars of a unit say it: a year, a month with its year, or a date. */
export function dayText(day: number, unit: Unit, language?: string): string {
	const styles: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
		day: { year: "numeric", month: "short", day: "numeric" },
		week: { year: "numeric", month: "short", day: "numeric" },
		month: { year: "numeric", month: "short" },
		quarter: { year: "numeric", month: "short" },
		year: { year: "numeric" },
		decade: { year: "numeric" },
	};
	return new Intl.DateTimeFormat(language, { ...styles[unit], timeZone: "UTC" }).format(day * dayMs);
}
