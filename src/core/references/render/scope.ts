// What a rendering element needs to know of the item, the style and the place it is rendered at, and what it tells.

import type { CslItem, CslName } from "../item/cslItem";
import { readRichText } from "../runs/richText";
import { affixed, isEmpty, mapText, marked, noRuns, plain, quoted, type Runs } from "../runs/runs";
import { withCase } from "../runs/textCase";
import { termOf, type Locale } from "../style/locale";
import type { Format, NameOptions, Style } from "../style/tree";

/** What was rendered, and whether it came from variables (CSL 1.0.2, "Group"). */
export interface Rendered {
	readonly runs: Runs;
	/** A variable was called. */
	readonly called: boolean;
	/** A variable that was called is not empty. */
	readonly filled: boolean;
}

export const nothing: Rendered = { runs: noRuns, called: false, filled: false };

/** The call of a variable with a value. */
export const present: Rendered = { runs: noRuns, called: true, filled: true };

/** The call of a variable that is empty. */
export const missing: Rendered = { runs: noRuns, called: true, filled: false };

/** A place within the work that is cited. */
export interface Locator {
	/** A CSL locator type, as in `page` or `chapter`. */
	readonly label?: string;
	readonly value: string;
}

/** How much a citation shows to be told from others (CSL 1.0.2, "Disambiguation"). */
export interface Disambiguation {
	/** Names that are shown before et al., at least. */
	readonly names: number;
	/** By the place of a name in its list: 1 for initials, 2 for the full given name. */
	readonly givenNames: ReadonlyMap<number, 1 | 2>;
	readonly condition: boolean;
}

export interface Scope {
	readonly style: Style;
	readonly locale: Locale;
	readonly item: CslItem;
	readonly area: "bibliography" | "citation" | "sort";
	readonly nameOptions: NameOptions;
	readonly locator?: Locator;
	readonly citationNumber?: number;
	readonly yearSuffix?: string;
	readonly disambiguation?: Disambiguation;
	/** The names that come first were shown by the cite before, and are left out. */
	readonly omitFirstNames?: true;
	/** What stands for names that are those of the entry before. */
	readonly substitute?: NameSubstitute;
	readonly state: State;
}

/** What changes while one item is rendered. */
export interface State {
	/** Variables that stood in for others: they are not rendered again (CSL 1.0.2, "Substitute"). */
	readonly spent: Set<string>;
	/** Variables that were found filled, in the order of their calls. */
	readonly used: string[];
	/** The suffix of the year was written. */
	suffixDone: boolean;
	/** The names that come first were left out. */
	namesOmitted?: true;
	/** The names of the first list, for the entry after. */
	firstNames?: FirstNames;
}

/** The texts of the names of a list, and that of the list. */
export interface FirstNames {
	readonly whole: string;
	readonly names: readonly string[];
}

/** See CSL 1.0.2, "Reference Grouping". */
export interface NameSubstitute {
	readonly text: string;
	readonly rule: "complete-all" | "complete-each" | "partial-each" | "partial-first";
	readonly previous?: FirstNames;
}

export function newState(): State {
	return { spent: new Set(), used: [], suffixDone: false };
}

/** Whether titles are in English, the only language with title case. */
function isEnglish({ item, locale }: Scope): boolean {
	return /^en/i.test(item.texts.get("language") ?? locale.language);
}

/** Runs in the format of an element: case, marks, quotation marks and affixes, from the inside out. */
export function formatted(runs: Runs, format: Format, scope: Scope): Runs {
	if (isEmpty(runs)) return noRuns;
	const stripped = format.stripPeriods ? mapText(runs, text => text.replaceAll(".", "")) : runs;
	const inner = marked(withCase(stripped, format.textCase, isEnglish(scope)), format.marks);
	const shown = format.quotes ? quoted(inner) : inner;
	const whole = affixed(shown, plain(format.prefix), plain(format.suffix));
	const { display } = format;
	return display ? whole.map(run => ({ ...run, display: run.display ?? display })) : whole;
}

/** A text variable of the item or of the citation; undefined when it is empty or already spent. */
export function variableText(scope: Scope, name: string, short = false): string | undefined {
	const { item, state } = scope;
	if (state.spent.has(name)) return undefined;
	const text = ownText(scope, name) ?? (short ? shortText(item, name) : undefined) ?? item.texts.get(name);
	if (text === undefined || text === "") return undefined;
	state.used.push(name);
	return text;
}

function ownText({ citationNumber, locator, yearSuffix, item }: Scope, name: string): string | undefined {
	switch (name) {
		case "citation-number":
			return citationNumber === undefined ? undefined : String(citationNumber);
		case "locator":
			return locator?.value;
		case "year-suffix":
			return yearSuffix;
		case "container-title-short":
			return item.texts.get("container-title-short") ?? item.texts.get("journalAbbreviation");
		case "page-first":
			return item.texts.get("page-first") ?? /^[^\s,&\-\u2013]+/.exec(item.texts.get("page") ?? "")?.[0];
		default:
			return undefined;
	}
}

function shortText({ texts }: CslItem, name: string): string | undefined {
	if (name === "container-title") return texts.get("container-title-short") ?? texts.get("journalAbbreviation");
	if (name === "title") return texts.get("title-short") ?? texts.get("shortTitle");
	return texts.get(`${name}-short`);
}

/** Whether a variable of any kind has a value, without using it. */
export function hasVariable(scope: Scope, name: string): boolean {
	const { item, state } = scope;
	if (state.spent.has(name)) return false;
	const text = ownText(scope, name) ?? item.texts.get(name) ?? "";
	return text !== "" || namesOf(scope, name).length > 0 || item.dates.has(name);
}

export function namesOf({ item, state }: Scope, name: string): readonly CslName[] {
	return state.spent.has(name) ? [] : (item.names.get(name) ?? []);
}

/** A value as runs. */
export function richRuns(scope: Scope, text: string): Runs {
	return readRichText(text, scope.item.rich);
}

export function termText(scope: Scope, ...[name, form, plural]: [name: string, ...rest: TermArguments]): string {
	return termOf(scope.locale, name, form, plural) ?? "";
}

type TermArguments = [form?: Parameters<typeof termOf>[2], plural?: boolean];
