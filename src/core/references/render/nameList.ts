// A list of names: how many are shown, what stands between and after them (CSL 1.0.2, "Name", "Et-al"), and what
// replaces those of the entry before (CSL 1.0.2, "Reference Grouping").

import type { CslName } from "../item/cslItem";
import { isEmpty, joined, plain, textOfRuns, type Runs } from "../runs/runs";
import type { NameElement, NameOptions, NamesElement } from "../style/tree";
import { nameRuns, sortNameText, sortSeparator, spaced } from "./nameForms";
import { formatted, termText, type Scope } from "./scope";

/** The form of a list: that of its element, with the options that it inherits. */
export interface ListFormat {
	readonly element: NamesElement;
	readonly name: NameElement;
	readonly options: NameOptions;
}

/** How many names stand before et al.; all of them when there is none. */
export function shownOf(names: readonly CslName[], options: NameOptions, scope: Scope): number {
	const { etAlMin = 0, etAlUseFirst = 0 } = options;
	if (etAlMin < 1 || names.length < etAlMin || etAlUseFirst < 1) return names.length;
	const shown = Math.max(etAlUseFirst, scope.disambiguation?.names ?? 0);
	return Math.min(names.length, shown);
}

export function listRuns(all: readonly CslName[], list: ListFormat, scope: Scope): Runs {
	const { options, name } = list;
	// `others` at the end says that the list is not complete (as BibTeX has it).
	const isOpen = all.length > 1 && all.at(-1)?.literal === "others";
	const names = isOpen ? all.slice(0, -1) : all;
	const shown = names.slice(0, shownOf(names, options, scope));
	if (scope.area === "sort") {
		const last = options.etAlUseLast === true && names.length - shown.length >= 2 ? names.slice(-1) : [];
		return plain([...shown, ...last].map(one => sortNameText(one, options, scope)).join(sortSeparator));
	}
	const write = (one: CslName, index: number): Runs =>
		nameRuns(one, { name, options, inverted: isInverted(options, one, index), index }, scope);
	const listed = shown.map(write);
	const row = { list, shown, scope };
	if (shown.length === names.length && !isOpen) {
		const whole = grouped(listed, row);
		return replaced(listed, scope, textOfRuns(whole), parts => grouped(parts, row));
	}
	const last = names.at(-1);
	const end = options.etAlUseLast === true && !isOpen && last && names.length - shown.length >= 2;
	const finish = (parts: readonly Runs[]): Runs =>
		end
			? joined([...parts, [...plain("… "), ...write(last, names.length - 1)]], delimiterOf(list))
			: withEtAl(parts, row);
	return replaced(listed, scope, textOfRuns(finish(listed)), finish);
}

function delimiterOf({ options }: ListFormat): string {
	return options.delimiter ?? ", ";
}

function isInverted({ nameAsSortOrder }: NameOptions, { literal }: CslName, index: number): boolean {
	return literal === undefined && (nameAsSortOrder === "all" || (nameAsSortOrder === "first" && index === 0));
}

/** The names that are shown, as they stand in a row. */
interface Row {
	readonly list: ListFormat;
	readonly shown: readonly CslName[];
	readonly scope: Scope;
}

/** Names in a row, the last one after `and`. */
function grouped(listed: readonly Runs[], row: Row): Runs {
	const { options } = row.list;
	const { and, delimiterPrecedesLast = "contextual" } = options;
	const delimiter = delimiterOf(row.list);
	const last = listed.at(-1);
	if (listed.length < 2 || !last || and === undefined) return joined(listed, delimiter);
	const word = and === "symbol" ? "&" : termText(row.scope, "and");
	const before = joined(listed.slice(0, -1), delimiter);
	const hasDelimiter = precedes(delimiterPrecedesLast, listed.length - 1, row);
	const blank = and === "symbol" || spaced.test(word) ? " " : "";
	return [...before, ...plain(hasDelimiter ? delimiter : blank), ...plain(word + blank), ...last];
}

/** CSL 1.0.2, "delimiter-precedes-last" and "delimiter-precedes-et-al". */
function precedes(rule: string, count: number, { list, shown }: Row): boolean {
	if (rule === "always" || rule === "never") return rule === "always";
	if (rule !== "after-inverted-name") return count > 1;
	const name = shown[count - 1];
	return name !== undefined && isInverted(list.options, name, count - 1);
}

function withEtAl(listed: readonly Runs[], row: Row): Runs {
	const { element, options } = row.list;
	const { etAl } = element;
	const word = termText(row.scope, etAl?.term ?? "et-al");
	const runs = etAl ? formatted(plain(word), etAl.format, row.scope) : plain(word);
	const names = joined(listed, delimiterOf(row.list));
	if (isEmpty(runs)) return names;
	const hasDelimiter = precedes(options.delimiterPrecedesEtAl ?? "contextual", listed.length, row);
	const blank = spaced.test(word.charAt(0)) ? " " : "";
	return [...names, ...plain(hasDelimiter ? delimiterOf(row.list) : blank), ...runs];
}

/**
 * Names that the entry before has, too, are replaced; only those of an entry's first list, whose whole text is `whole`.
 * `finish` puts the names that are left together.
 */
export function replaced(
	listed: readonly Runs[],
	scope: Scope,
	whole: string,
	finish = (parts: readonly Runs[]): Runs => parts.flat(),
): Runs {
	const { state, substitute } = scope;
	if (scope.area === "sort" || state.firstNames) return finish(listed);
	const texts = listed.map(textOfRuns);
	state.firstNames = { whole, names: texts };
	if (!substitute?.previous) return finish(listed);
	const { text, rule, previous } = substitute;
	const isComplete = whole === previous.whole;
	let same = 0;
	while (same < texts.length && texts[same] === previous.names[same]) same++;
	switch (rule) {
		case "complete-all":
			return isComplete ? plain(text) : finish(listed);
		case "complete-each":
			return finish(isComplete ? listed.map(() => plain(text)) : listed);
		case "partial-each":
			return finish(listed.map((runs, index) => (index < same ? plain(text) : runs)));
		case "partial-first":
			return finish(listed.map((runs, index) => (index === 0 && same > 0 ? plain(text) : runs)));
	}
}
