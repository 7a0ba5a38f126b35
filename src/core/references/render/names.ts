// Lists of names (CSL 1.0.2, "Names"): et al., delimiters, labels, and what stands in when there are none.

import type { CslName } from "../item/cslItem";
import { affixed, isEmpty, joined, noRuns, plain, textOfRuns, type Runs } from "../runs/runs";
import type { LabelElement, NameElement, NameOptions, NamesElement, RenderingElement } from "../style/tree";
import { nameRuns, sortNameText } from "./nameForms";
import { formatted, missing, namesOf, nothing, termText, type Rendered, type Scope } from "./scope";
import { findTerm } from "../style/locale";

type Render = (element: RenderingElement, scope: Scope) => Rendered;

const plainName: NameElement = { options: {}, format: { prefix: "", suffix: "", marks: {} } };

/** The names of each variable, with labels; without any, the first of the substitutes that shows something. */
export function renderNames(element: NamesElement, scope: Scope, render: Render): Rendered {
	const name = element.name ?? plainName;
	const options = { ...scope.nameOptions, ...name.options };
	const lists = listsOf(element, scope);
	if (lists.length === 0) return substituted(element, scope, render);
	for (const { role } of lists) scope.state.used.push(role);
	const runs =
		options.form === "count"
			? plain(String(lists.reduce((sum, { names }) => sum + countOf(names, options, scope), 0)))
			: joined(
					lists.map(list => labelled(list, { element, name, options }, scope)),
					element.delimiter ?? options.namesDelimiter ?? "",
				);
	return { runs: formatted(runs, element.format, scope), called: true, filled: true };
}

interface NameList {
	/** The variable, or `editortranslator`. */
	readonly role: string;
	readonly names: readonly CslName[];
}

/** The lists that are not empty; editors who are the translators, too, are named once. */
function listsOf({ variables, label }: NamesElement, scope: Scope): readonly NameList[] {
	const lists = variables
		.map(role => ({ role, names: namesOf(scope, role) }))
		.filter(({ names }) => names.length > 0);
	const [one, other] = lists;
	const both = one && other && lists.length === 2 ? [one.role, other.role].toSorted().join("") : "";
	const isBoth =
		both === "editortranslator" &&
		JSON.stringify(one?.names) === JSON.stringify(other?.names) &&
		label !== undefined &&
		findTerm(scope.locale, both, label.form) !== undefined;
	return isBoth ? [{ role: both, names: one?.names ?? [] }] : lists;
}

interface ListFormat {
	readonly element: NamesElement;
	readonly name: NameElement;
	readonly options: NameOptions;
}

function labelled({ role, names }: NameList, list: ListFormat, scope: Scope): Runs {
	const { label, labelFirst } = list.element;
	const listed = formatted(listRuns(names, list, scope), list.name.format, scope);
	if (!label || scope.area === "sort") return listed;
	const runs = labelRuns(label, role, names.length, scope);
	return labelFirst ? [...runs, ...listed] : [...listed, ...runs];
}

function labelRuns({ form, plural, format }: LabelElement, role: string, count: number, scope: Scope): Runs {
	const many = plural === "always" || (plural === "contextual" && count > 1);
	return formatted(plain(termText(scope, role, form, many)), format, scope);
}

/** How many names stand before et al.; all of them when there is none. */
function shownOf(names: readonly CslName[], { etAlMin = 0, etAlUseFirst = 0 }: NameOptions, scope: Scope): number {
	if (etAlMin < 1 || names.length < etAlMin || etAlUseFirst < 1) return names.length;
	const shown = Math.max(etAlUseFirst, scope.disambiguation?.names ?? 0);
	return Math.min(names.length, shown);
}

function countOf(names: readonly CslName[], options: NameOptions, scope: Scope): number {
	return shownOf(names, options, scope);
}

function listRuns(all: readonly CslName[], list: ListFormat, scope: Scope): Runs {
	const { options, name } = list;
	// `others` at the end says that the list is not complete (as BibTeX has it).
	const isOpen = all.length > 1 && all.at(-1)?.literal === "others";
	const names = isOpen ? all.slice(0, -1) : all;
	const shown = shownOf(names, options, scope);
	const write = (one: CslName, index: number): Runs =>
		scope.area === "sort"
			? plain(sortNameText(one, options, scope))
			: nameRuns(one, { name, options, inverted: isInverted(options, index), index }, scope);
	const listed = names.slice(0, shown).map(write);
	const delimiter = options.delimiter ?? ", ";
	if (shown === names.length && !isOpen) return grouped(replaced(listed, scope), options, delimiter, scope);
	const last = names.at(-1);
	if (options.etAlUseLast === true && !isOpen && last && names.length - shown >= 2) {
		return joined([...listed, [...plain("… "), ...write(last, names.length - 1)]], delimiter);
	}
	return withEtAl(replaced(listed, scope), list, delimiter, scope);
}

function isInverted({ nameAsSortOrder }: NameOptions, index: number): boolean {
	return nameAsSortOrder === "all" || (nameAsSortOrder === "first" && index === 0);
}

/** Names in a row, the last one after `and`. */
function grouped(listed: readonly Runs[], options: NameOptions, delimiter: string, scope: Scope): Runs {
	const { and, delimiterPrecedesLast = "contextual" } = options;
	const last = listed.at(-1);
	if (listed.length < 2 || !last || and === undefined || scope.area === "sort") return joined(listed, delimiter);
	const before = listed.slice(0, -1);
	const hasDelimiter = precedes(delimiterPrecedesLast, before.length, options);
	const word = and === "symbol" ? "&" : termText(scope, "and");
	return [...joined(before, delimiter), ...plain(hasDelimiter ? delimiter : " "), ...plain(`${word} `), ...last];
}

/** CSL 1.0.2, "delimiter-precedes-last" and "delimiter-precedes-et-al". */
function precedes(rule: string, count: number, options: NameOptions): boolean {
	if (rule === "always" || rule === "never") return rule === "always";
	return rule === "after-inverted-name" ? isInverted(options, count - 1) : count > 1;
}

function withEtAl(listed: readonly Runs[], { element, options }: ListFormat, delimiter: string, scope: Scope): Runs {
	const { etAl } = element;
	const term = plain(termText(scope, etAl?.term ?? "et-al"));
	const runs = etAl ? formatted(term, etAl.format, scope) : term;
	if (isEmpty(runs) || scope.area === "sort") return joined(listed, delimiter);
	const hasDelimiter = precedes(options.delimiterPrecedesEtAl ?? "contextual", listed.length, options);
	return affixed(joined(listed, delimiter), noRuns, [...plain(hasDelimiter ? delimiter : " "), ...runs]);
}

/** Names that the entry before has, too, are replaced (CSL 1.0.2, "Reference Grouping"). Only in an entry's first list. */
function replaced(listed: readonly Runs[], scope: Scope): readonly Runs[] {
	const { state, substitute } = scope;
	if (scope.area !== "bibliography" || state.firstNames) return listed;
	const texts = listed.map(textOfRuns);
	state.firstNames = texts;
	if (!substitute || substitute.previous.length === 0) return listed;
	const { text, rule, previous } = substitute;
	let same = 0;
	while (same < texts.length && texts[same] === previous[same]) same++;
	const isComplete = same === texts.length && same === previous.length;
	switch (rule) {
		case "complete-all":
			return isComplete ? [plain(text)] : listed;
		case "complete-each":
			return isComplete ? listed.map(() => plain(text)) : listed;
		case "partial-each":
			return listed.map((runs, index) => (index < same ? plain(text) : runs));
		case "partial-first":
			return listed.map((runs, index) => (index === 0 && same > 0 ? plain(text) : runs));
	}
}

/** The first substitute that shows something; its variables are not shown again in this entry. */
function substituted(element: NamesElement, scope: Scope, render: Render): Rendered {
	for (const child of element.substitute) {
		const used = scope.state.used.length;
		const rendered = render(child.kind === "names" ? inheriting(child, element) : child, scope);
		if (isEmpty(rendered.runs)) continue;
		for (const variable of scope.state.used.slice(used)) scope.state.spent.add(variable);
		return { ...rendered, called: true, filled: true };
	}
	return element.variables.length === 0 ? nothing : missing;
}

/** A bare `names` within `substitute` looks like the one around it. */
function inheriting(child: NamesElement, { name, etAl, label, labelFirst, delimiter }: NamesElement): NamesElement {
	const isBare = !child.name && !child.etAl && !child.label && child.substitute.length === 0;
	if (!isBare) return child;
	return {
		...child,
		labelFirst,
		...(name && { name }),
		...(etAl && { etAl }),
		...(label && { label }),
		...(child.delimiter === undefined && delimiter !== undefined && { delimiter }),
	};
}
