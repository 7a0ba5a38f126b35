// Dates (CSL 1.0.2, "Date", "Localized Dates", "Date Ranges", "Year-suffix").

import type { CslDate } from "../item/cslItem";
import { isEmpty, joined, noRuns, plain, type Runs } from "../runs/runs";
import { dateFormatOf, termOf } from "../style/locale";
import type { DateElement, DatePart } from "../style/tree";
import { ordinal } from "./numbers";
import { formatted, missing, richRuns, type Rendered, type Scope } from "./scope";

type PartName = DatePart["name"];

/** Coarse to fine: where two dates part, all that is finer differs too. */
const ranks: Readonly<Record<PartName, number>> = { year: 0, month: 1, day: 2 };

export function renderDate(element: DateElement, scope: Scope): Rendered {
	const { variable } = element;
	const date = scope.state.spent.has(variable) ? undefined : scope.item.dates.get(variable);
	if (!date) return missing;
	const whole = dateRuns(element, date, scope);
	const runs = formatted(whole, element.format, scope);
	if (isEmpty(runs)) return missing;
	scope.state.used.push(variable);
	return { runs, called: true, filled: true };
}

function dateRuns(element: DateElement, date: CslDate, scope: Scope): Runs {
	if (date.literal !== undefined) return withSuffix(element, richRuns(scope, date.literal), scope);
	const format = element.form === undefined ? undefined : dateFormatOf(scope.locale, element.form);
	const parts = format ? localizedParts(format, element) : element.parts;
	const delimiter = element.form === undefined ? element.delimiter : (element.delimiter ?? format?.delimiter);
	const [first = [], last] = date.parts;
	// A range that ends in the year 0 is open: `1987–`.
	const second = last?.[0] === 0 ? [] : last;
	if (scope.area === "sort") return plain(sortableDate(date, parts));
	const start = (part: DatePart): Runs => partRuns(part, { date, values: first }, element, scope);
	if (!second) return joined(parts.map(start), delimiter ?? "");
	const end = (part: DatePart): Runs => partRuns(part, { date, values: second }, element, scope);
	return rangeRuns(parts, { start, end, from: first, to: second, delimiter: delimiter ?? "" }, scope);
}

/** The locale's parts, as far as the style wants them and in the style's own format where it gives one. */
function localizedParts(format: DateElement, { precision, parts }: DateElement): readonly DatePart[] {
	const finest = precision === "year" ? 0 : precision === "year-month" ? 1 : 2;
	return format.parts
		.filter(({ name }) => ranks[name] <= finest)
		.map(part => {
			const own = parts.find(({ name }) => name === part.name);
			if (!own) return part;
			const { prefix, suffix } = part.format;
			return { ...part, ...own, format: { ...part.format, ...own.format, prefix, suffix } };
		});
}

interface Range {
	readonly start: (part: DatePart) => Runs;
	readonly end: (part: DatePart) => Runs;
	readonly from: readonly number[];
	readonly to: readonly number[];
	readonly delimiter: string;
}

/** Parts that both dates share are written once; those that differ stand on both sides of the range's dash. */
function rangeRuns(parts: readonly DatePart[], { start, end, from, to, delimiter }: Range, scope: Scope): Runs {
	const shown = parts.filter(part => !isEmpty(start(part)) || !isEmpty(end(part)));
	const differing = shown
		.filter(({ name }) => from[ranks[name]] !== to[ranks[name]])
		.toSorted((one, other) => ranks[one.name] - ranks[other.name])[0];
	if (!differing) return joined(shown.map(start), delimiter);
	const differs = ({ name }: DatePart): boolean => ranks[name] >= ranks[differing.name];
	const begin = shown.findIndex(differs);
	const last = shown.findLastIndex(differs);
	const block = shown.slice(begin, last + 1);
	const unfinished = block.map((part, index) =>
		index === block.length - 1 ? { ...part, format: { ...part.format, suffix: "" } } : part,
	);
	// A range without an end is open: `2005–`.
	const resumed = block.map((part, index) =>
		index === 0 ? { ...part, format: { ...part.format, prefix: "" } } : part,
	);
	const dash = differing.rangeDelimiter ?? termOf(scope.locale, "range-delimiter") ?? "–";
	const middle = [
		...joined(unfinished.map(start), delimiter),
		...plain(dash),
		...joined(to.length === 0 ? [] : resumed.map(end), delimiter),
	];
	return joined([...shown.slice(0, begin).map(start), middle, ...shown.slice(last + 1).map(end)], delimiter);
}

interface DateValues {
	readonly date: CslDate;
	readonly values: readonly number[];
}

function partRuns(part: DatePart, { date, values }: DateValues, element: DateElement, scope: Scope): Runs {
	const value = values[ranks[part.name]];
	switch (part.name) {
		case "year":
			return value === undefined
				? noRuns
				: formatted(withSuffix(element, plain(yearText(value, part, scope)), scope), part.format, scope);
		case "month":
			return formatted(plain(monthText(value, date.season, part, scope)), part.format, scope);
		case "day":
			return formatted(
				plain(value === undefined ? "" : dayText(value, values[1], part, scope)),
				part.format,
				scope,
			);
	}
}

/** The letter that tells works of one year apart stands after the first year, when the style gives it no place. */
function withSuffix({ variable }: DateElement, runs: Runs, { style, state, yearSuffix }: Scope): Runs {
	if (yearSuffix === undefined || state.suffixDone || style.usesYearSuffix || variable !== "issued") return runs;
	state.suffixDone = true;
	return [...runs, ...plain(yearSuffix)];
}

function yearText(year: number, { form }: DatePart, { locale }: Scope): string {
	if (form === "short" && year >= 1000) return String(year).slice(-2);
	if (year < 0) return `${-year}${termOf(locale, "bc") ?? "BC"}`;
	return year < 1000 ? `${year}${termOf(locale, "ad") ?? "AD"}` : String(year);
}

/** Seasons stand in a month's place: 13 to 16 or 21 to 24 as months are seasons, too. */
function monthText(month: number | undefined, season: number | undefined, { form }: DatePart, scope: Scope): string {
	const asSeason = month === undefined ? season : month > 20 ? month - 20 : month > 12 ? month - 12 : undefined;
	if (asSeason !== undefined) return termOf(scope.locale, `season-0${asSeason}`) ?? "";
	if (month === undefined || month < 1) return "";
	const padded = String(month).padStart(2, "0");
	if (form === "numeric") return String(month);
	if (form === "numeric-leading-zeros") return padded;
	return termOf(scope.locale, `month-${padded}`, form === "short" ? "short" : "long") ?? padded;
}

function dayText(day: number, month: number | undefined, { form }: DatePart, { locale }: Scope): string {
	if (day < 1) return "";
	if (form === "numeric-leading-zeros") return String(day).padStart(2, "0");
	if (form !== "ordinal" || (locale.limitDayOrdinals && day !== 1)) return String(day);
	const gender = month === undefined ? undefined : monthGender(locale, month);
	return ordinal(day, locale, gender);
}

function monthGender(locale: Scope["locale"], month: number): string | undefined {
	const name = `month-${String(month).padStart(2, "0")}|long|`;
	for (const { terms } of locale.layers) {
		const found = terms.get(name);
		if (found) return found.gender;
	}
	return undefined;
}

const allParts: readonly Pick<DatePart, "name">[] = [{ name: "year" }, { name: "month" }, { name: "day" }];

/** A date as digits that sort as dates do; years before our era go first (CSL 1.0.2, "Sorting"). */
export function sortableDate({ parts, literal, season }: CslDate, shown = allParts): string {
	if (literal !== undefined) return literal;
	const has = (name: PartName): boolean => shown.some(part => part.name === name);
	return parts
		.map(([year = 0, givenMonth = season ?? 0, givenDay = 0]) => {
			const [month, day] = [has("month") ? givenMonth : 0, has("day") ? givenDay : 0];
			const shifted =
				year < 0 ? `A${String(100_000 + year).padStart(6, "0")}` : `B${String(year).padStart(6, "0")}`;
			return `${shifted}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
		})
		.join("-");
}
