// The order of works (CSL 1.0.2, "Sorting").

import { renderAll } from "../render/render";
import { sortNameText, sortSeparator } from "../render/nameForms";
import { sortableDate } from "../render/date";
import { scopeOf, type Dress, type ListedWork } from "./works";
import { textOfRuns } from "../runs/runs";
import type { Bibliography, NameOptions, RenderingElement, SortKey, Style } from "../style/tree";
import type { Scope } from "../render/scope";

/** The bibliography or the citation that is sorted. */
type SortedPart = Pick<Bibliography, "sort" | "nameOptions">;

type Value = string | number | undefined;

/** The works in the order of the keys; those that are alike stay as they were. */
export function sortWorks<T extends ListedWork>(works: readonly T[], part: SortedPart, dress: Dress): readonly T[] {
	const { sort: keys } = part;
	if (keys.length === 0) return works;
	const collator = collatorOf(dress.locale.language);
	const keyed = works.map(work => ({ work, values: keys.map(key => sortValue(key, { work, part, dress })) }));
	return keyed
		.toSorted((one, other) => {
			for (const [index, { descending }] of keys.entries()) {
				const order = compare(one.values[index], other.values[index], { collator, descending });
				if (order !== 0) return order;
			}
			return 0;
		})
		.map(({ work }) => work);
}

/** Whether the last key that is about the works' numbers puts the highest first: they are then given in that order, too. */
export function countsDown({ sort }: SortedPart, { macros }: Style): boolean {
	const last = sort.findLast(
		({ variable, macro }) =>
			variable === "citation-number" || (macro !== undefined && showsNumber(macros.get(macro) ?? [])),
	);
	return last?.descending === true;
}

function showsNumber(elements: readonly RenderingElement[]): boolean {
	return elements.some(element => {
		if (element.kind === "group") return showsNumber(element.children);
		if (element.kind === "number") return element.variable === "citation-number";
		return (
			element.kind === "text" && element.source.kind === "variable" && element.source.name === "citation-number"
		);
	});
}

/** A locale that no collation knows sorts as English does. */
function collatorOf(language: string): Intl.Collator {
	try {
		return new Intl.Collator(language, { numeric: true });
	} catch {
		return new Intl.Collator("en", { numeric: true });
	}
}

interface Comparison {
	readonly collator: Intl.Collator;
	readonly descending: boolean;
}

/** What has no value comes last, in either direction. */
function compare(one: Value, other: Value, { collator, descending }: Comparison): number {
	if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? 1 : -1;
	const order =
		typeof one === "number" && typeof other === "number"
			? one - other
			: compareTexts(String(one), String(other), collator);
	return descending ? -order : order;
}

/** Part by part, so that a family name sorts before all that begin with it. */
function compareTexts(one: string, other: string, collator: Intl.Collator): number {
	const [parts, others] = [one.split(sortSeparator), other.split(sortSeparator)];
	for (let at = 0; at < Math.max(parts.length, others.length); at++) {
		const order = collator.compare(parts[at] ?? "", others[at] ?? "");
		if (order !== 0) return order;
	}
	return 0;
}

interface Sorted {
	readonly work: ListedWork;
	readonly part: SortedPart;
	readonly dress: Dress;
}

function sortValue(key: SortKey, { work, part, dress }: Sorted): Value {
	const base = scopeOf(dress, work, "sort");
	const nameOptions = { ...dress.style.nameOptions, ...part.nameOptions, ...key.nameOptions };
	const scope = { ...base, nameOptions };
	if (key.macro !== undefined) {
		const elements = withNameOptions(dress.style.macros.get(key.macro) ?? [], key.nameOptions);
		return cleaned(textOfRuns(renderAll(elements, scope).runs));
	}
	return variableValue(key.variable ?? "", scope);
}

function variableValue(variable: string, scope: Scope): Value {
	const { item } = scope;
	const names = item.names.get(variable);
	if (names) {
		const sorted = names.map(name => sortNameText(name, { form: "long" }, scope));
		return cleaned(sorted.join(sortSeparator));
	}
	const date = item.dates.get(variable);
	if (date) return sortableDate(date);
	if (variable === "citation-number") return scope.citationNumber;
	const text = item.texts.get(variable);
	if (text === undefined || text === "") return undefined;
	return /^\d+$/.test(text) && variable !== "title" ? Number(text) : cleaned(text);
}

/** Without what does not count: mark-up, quotation marks, brackets. */
function cleaned(text: string): string | undefined {
	const bare = text
		.replace(/<[^<>]{0,60}>/g, "")
		.replace(/["'“”‘’()[\].,:;!?-]/g, "")
		.trim();
	return bare === "" ? undefined : bare;
}

/** A key's own limits of et al. go before those that names within its macro set. */
function withNameOptions(elements: readonly RenderingElement[], options: NameOptions): readonly RenderingElement[] {
	if (Object.keys(options).length === 0) return elements;
	return elements.map(element => {
		if (element.kind === "names" && element.name) {
			return { ...element, name: { ...element.name, options: { ...element.name.options, ...options } } };
		}
		if (element.kind === "group") return { ...element, children: withNameOptions(element.children, options) };
		if (element.kind !== "choose") return element;
		const branches = element.branches.map(branch => ({
			...branch,
			children: withNameOptions(branch.children, options),
		}));
		return { ...element, branches };
	});
}
