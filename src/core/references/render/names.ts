// Lists of names (CSL 1.0.2, "Names"): et al., delimiters, labels, and what stands in when there are none.

import type { CslName } from "../item/cslItem";
import { isEmpty, joined, plain, textOfRuns, type Runs } from "../runs/runs";
import { findTerm } from "../style/locale";
import type { LabelElement, NameElement, NamesElement, RenderingElement } from "../style/tree";
import { listRuns, replaced, shownOf, type ListFormat } from "./nameList";
import { formatted, missing, namesOf, nothing, termText, type Rendered, type Scope } from "./scope";

type Render = (element: RenderingElement, scope: Scope) => Rendered;

const plainName: NameElement = { options: {}, format: { prefix: "", suffix: "", marks: {} } };

/** The names of each variable, with labels; without any, the first of the substitutes that shows something. */
export function renderNames(element: NamesElement, scope: Scope, render: Render): Rendered {
	if (scope.omitFirstNames && !scope.state.namesOmitted) {
		scope.state.namesOmitted = true;
		return missing;
	}
	const name = element.name ?? plainName;
	const options = { ...scope.nameOptions, ...name.options };
	const lists = listsOf(element, scope);
	if (lists.length === 0) return substituted(element, scope, render);
	for (const { role } of lists) scope.state.used.push(role);
	const runs =
		options.form === "count"
			? plain(String(lists.reduce((sum, { names }) => sum + shownOf(names, options, scope), 0)))
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

/** The first substitute that shows something; its variables are not shown again in this entry. */
function substituted(element: NamesElement, scope: Scope, render: Render): Rendered {
	for (const child of element.substitute) {
		const used = scope.state.used.length;
		const rendered = render(child.kind === "names" ? inheriting(child, element) : child, scope);
		if (isEmpty(rendered.runs)) continue;
		for (const variable of scope.state.used.slice(used)) scope.state.spent.add(variable);
		// What stands in for names is replaced as names are; names that stand in were looked at already.
		return { runs: replaced([rendered.runs], scope, textOfRuns(rendered.runs)), called: true, filled: true };
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
