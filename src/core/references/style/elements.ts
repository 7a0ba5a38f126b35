// The rendering elements of a style from XML to typed data (CSL 1.0.2, "Rendering Elements"). Total: what is not known
// is left out and reported.

import { childOf, childrenOf, type Element } from "../../text/markup/elements";
import { formatOf, given, isTrue, listOf, nameOptionsOf, oneOf, termFormOf } from "./attributes";
import type { StyleProblems } from "./styleProblems";
import type {
	Branch,
	Condition,
	DateElement,
	DatePart,
	LabelElement,
	NameElement,
	NamesElement,
	RenderingElement,
	TextSource,
} from "./tree";

const conditionKinds: readonly Condition["kind"][] = [
	"type",
	"variable",
	"is-numeric",
	"is-uncertain-date",
	"locator",
	"position",
	"disambiguate",
];

/** The rendering elements within an element. */
export function renderingElements(parent: Element, problems: StyleProblems): readonly RenderingElement[] {
	return childrenOf(parent).flatMap(child => renderingElement(child, problems) ?? []);
}

function renderingElement(element: Element, problems: StyleProblems): RenderingElement | undefined {
	switch (element.name) {
		case "text": {
			const source = textSourceOf(element);
			return source && { kind: "text", source, format: formatOf(element) };
		}
		case "number":
			return {
				kind: "number",
				variable: element.attributes["variable"] ?? "",
				form: oneOf(element, "form", ["ordinal", "long-ordinal", "roman"]) ?? "numeric",
				format: formatOf(element),
			};
		case "label":
			return labelElement(element);
		case "group":
			return {
				kind: "group",
				delimiter: element.attributes["delimiter"] ?? "",
				children: renderingElements(element, problems),
				format: formatOf(element),
			};
		case "date":
			return dateElement(element);
		case "names":
			return namesElement(element, problems);
		case "choose":
			return { kind: "choose", branches: childrenOf(element).map(branch => branchOf(branch, problems)) };
		default:
			problems.add("style-unknown-element", element, element.name);
			return undefined;
	}
}

function textSourceOf(element: Element): TextSource | undefined {
	const { variable, macro, term, value } = element.attributes;
	if (variable !== undefined)
		return { kind: "variable", name: variable, short: element.attributes["form"] === "short" };
	if (macro !== undefined) return { kind: "macro", name: macro };
	if (term !== undefined) {
		return { kind: "term", name: term, form: termFormOf(element), plural: isTrue(element, "plural") };
	}
	return value === undefined ? undefined : { kind: "value", text: value };
}

function labelElement(element: Element): LabelElement {
	const variable = element.attributes["variable"];
	return {
		kind: "label",
		...(variable !== undefined && { variable }),
		form: termFormOf(element),
		plural: oneOf(element, "plural", ["always", "never"]) ?? "contextual",
		format: formatOf(element),
	};
}

/** A date of a style, or the date format of a locale, which names no variable. */
export function dateElement(element: Element): DateElement {
	return {
		kind: "date",
		variable: element.attributes["variable"] ?? "",
		precision: oneOf(element, "date-parts", ["year", "year-month"]) ?? "year-month-day",
		parts: childrenOf(element, "date-part").flatMap(part => datePartOf(part) ?? []),
		format: formatOf(element),
		...given<Pick<DateElement, "form" | "delimiter">>({
			form: oneOf(element, "form", ["text", "numeric"]),
			delimiter: element.attributes["delimiter"],
		}),
	};
}

function datePartOf(element: Element): DatePart | undefined {
	const name = oneOf(element, "name", ["year", "month", "day"]);
	if (name === undefined) return undefined;
	return {
		name,
		format: formatOf(element),
		...given<Pick<DatePart, "form" | "rangeDelimiter">>({
			form: element.attributes["form"],
			rangeDelimiter: element.attributes["range-delimiter"],
		}),
	};
}

function namesElement(element: Element, problems: StyleProblems): NamesElement {
	const children = childrenOf(element);
	const [name, etAl] = [childOf(element, "name"), childOf(element, "et-al")];
	const label = children.find(child => child.name === "label");
	const substitute = childOf(element, "substitute");
	for (const child of children) {
		if (!/^(?:name|et-al|label|substitute|institution)$/.test(child.name))
			problems.add("style-unknown-element", child, child.name);
	}
	return {
		kind: "names",
		variables: listOf(element, "variable"),
		labelFirst: label !== undefined && name !== undefined && children.indexOf(label) < children.indexOf(name),
		substitute: substitute ? renderingElements(substitute, problems) : [],
		format: formatOf(element),
		...given<Pick<NamesElement, "delimiter" | "name" | "etAl" | "label">>({
			delimiter: element.attributes["delimiter"],
			name: name && nameElement(name),
			etAl: etAl && { term: etAl.attributes["term"] ?? "et-al", format: formatOf(etAl) },
			label: label && labelElement(label),
		}),
	};
}

function nameElement(element: Element): NameElement {
	const part = (name: string): NameElement["given"] => {
		const found = childrenOf(element, "name-part").find(({ attributes }) => attributes["name"] === name);
		return found && formatOf(found);
	};
	return {
		options: nameOptionsOf(element),
		format: formatOf(element),
		...given<Pick<NameElement, "given" | "family">>({ given: part("given"), family: part("family") }),
	};
}

function branchOf(element: Element, problems: StyleProblems): Branch {
	const children = renderingElements(element, problems);
	if (element.name === "else") return { match: "otherwise", conditions: [], children };
	const conditions = conditionKinds.flatMap(kind => listOf(element, kind).map(value => ({ kind, value })));
	return { match: oneOf(element, "match", ["any", "none"]) ?? "all", conditions, children };
}
