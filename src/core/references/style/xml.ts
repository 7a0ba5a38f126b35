// The XML of styles and locales.

import { childOf, parseElements, type Element } from "../../text/markup/elements";

/** The root element of a file by its name, the names of all elements without the prefix of a namespace. */
export function rootOf(xml: string, name: string): Element | undefined {
	return childOf(unprefixed(parseElements(xml, { xml: true })), name);
}

function unprefixed(element: Element): Element {
	const children = element.children.map(child => (typeof child === "string" ? child : unprefixed(child)));
	return { ...element, name: element.name.replace(/^.*:/, ""), children };
}
