// Attributes of a style's elements as typed values (CSL 1.0.2, "Formatting", "Name Options").

import type { Element } from "../../text/markup/elements";
import type { Display, Marks } from "../runs/runs";
import type { Format, NameOptions, TermForm, TextCase } from "./tree";

const textCases: readonly TextCase[] = [
	"lowercase",
	"uppercase",
	"capitalize-first",
	"capitalize-all",
	"sentence",
	"title",
];
const displays: readonly Display[] = ["block", "left-margin", "right-inline", "indent"];
const termForms: readonly TermForm[] = ["long", "short", "verb", "verb-short", "symbol"];

/** An attribute, when it has one of some values. */
export function oneOf<T extends string>(element: Element, name: string, values: readonly T[]): T | undefined {
	return values.find(value => value === element.attributes[name]);
}

export function isTrue(element: Element, name: string): boolean {
	return element.attributes[name] === "true";
}

/** The values of an attribute that lists them. */
export function listOf(element: Element, name: string): readonly string[] {
	return (element.attributes[name] ?? "").split(/\s+/).filter(value => value !== "");
}

export function termFormOf(element: Element): TermForm {
	return oneOf(element, "form", termForms) ?? "long";
}

/** An object without the fields that are undefined. */
export function given<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

export function formatOf(element: Element): Format {
	return {
		prefix: element.attributes["prefix"] ?? "",
		suffix: element.attributes["suffix"] ?? "",
		marks: marksOf(element),
		...given<Omit<Format, "prefix" | "suffix" | "marks">>({
			textCase: oneOf(element, "text-case", textCases),
			quotes: isTrue(element, "quotes") ? true : undefined,
			stripPeriods: isTrue(element, "strip-periods") ? true : undefined,
			display: oneOf(element, "display", displays),
		}),
	};
}

function marksOf({ attributes }: Element): Marks {
	const mark = (name: string, on: string): boolean | undefined =>
		attributes[name] === undefined ? undefined : attributes[name].split(" ").includes(on);
	const style = attributes["font-style"];
	const align = attributes["vertical-align"];
	return given<Marks>({
		italic: style === undefined ? undefined : style === "italic" || style === "oblique",
		bold: mark("font-weight", "bold"),
		smallCaps: mark("font-variant", "small-caps"),
		underline: mark("text-decoration", "underline"),
		align: align === "sup" || align === "sub" || align === "baseline" ? align : undefined,
		ownItalic: undefined,
		ownBold: undefined,
		nocase: undefined,
		math: undefined,
		nodecor: undefined,
	});
}

/** The options that `name` sets for itself. */
export function nameOptionsOf(element: Element): NameOptions {
	return given<NameOptions>({
		...sharedNameOptions(element),
		delimiter: element.attributes["delimiter"],
		form: oneOf(element, "form", ["long", "short", "count"]),
		namesDelimiter: undefined,
	});
}

/** The options that a style, its citations or its bibliography set for the names below. */
export function inheritedNameOptionsOf(element: Element): NameOptions {
	return given<NameOptions>({
		...sharedNameOptions(element),
		delimiter: element.attributes["name-delimiter"],
		form: oneOf(element, "name-form", ["long", "short", "count"]),
		namesDelimiter: element.attributes["names-delimiter"],
	});
}

function sharedNameOptions(element: Element): {
	readonly [K in Exclude<keyof NameOptions, "delimiter" | "form" | "namesDelimiter">]: NameOptions[K] | undefined;
} {
	const { attributes } = element;
	return {
		and: oneOf(element, "and", ["text", "symbol"]),
		delimiterPrecedesEtAl: attributes["delimiter-precedes-et-al"],
		delimiterPrecedesLast: attributes["delimiter-precedes-last"],
		etAlMin: countOf(attributes["et-al-min"]),
		etAlUseFirst: countOf(attributes["et-al-use-first"]),
		etAlUseLast: flagOf(attributes["et-al-use-last"]),
		initialize: flagOf(attributes["initialize"]),
		initializeWith: attributes["initialize-with"],
		nameAsSortOrder: oneOf(element, "name-as-sort-order", ["first", "all"]),
		sortSeparator: attributes["sort-separator"],
	};
}

/** The options that a sort key sets: `names-min` and its like are those of et al. */
export function sortNameOptionsOf({ attributes }: Element): NameOptions {
	return given<Pick<NameOptions, "etAlMin" | "etAlUseFirst" | "etAlUseLast">>({
		etAlMin: countOf(attributes["names-min"]),
		etAlUseFirst: countOf(attributes["names-use-first"]),
		etAlUseLast: flagOf(attributes["names-use-last"]),
	});
}

function countOf(value: string | undefined): number | undefined {
	return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

function flagOf(value: string | undefined): boolean | undefined {
	return value === undefined ? undefined : value === "true";
}
