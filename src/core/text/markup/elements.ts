// XML and HTML as a tree of elements, by htmlparser2: it reads damaged and cut input without ever throwing, resolves no
// entity of a document type (so none can grow or fetch), and runs in a worker.

import { Parser } from "htmlparser2";
import type { TextRange } from "../../paper";

/** An element. `start` and `end` are offsets in the text that was parsed. */
export interface Element extends TextRange {
	/** With its prefix, as in `dc:title`; in lower case for HTML. */
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Node[];
}

/** An element, or text with its entities decoded. */
export type Node = Element | string;

interface OpenElement extends Element {
	end: number;
	readonly children: Node[];
}

export interface ElementOptions {
	/** XML is case-sensitive and knows no implied ends of elements. */
	readonly xml: boolean;
}

/** Elements within elements beyond this depth become siblings, so that no tree is too deep to be walked. */
export const deepest = 200;

/** The root, named "", of all that is in a text. Total, and linear in the text. */
export function parseElements(text: string, { xml }: ElementOptions): Element {
	const root: OpenElement = { name: "", attributes: {}, children: [], start: 0, end: text.length };
	const open = [root];
	const parser = new Parser(
		{
			onopentag: (name, attributes) => {
				const parent = open.at(-1) ?? root;
				const element = { name, attributes, children: [], start: parser.startIndex, end: text.length };
				parent.children.push(element);
				if (open.length > deepest) forgetInnermost(parser);
				else open.push(element);
			},
			ontext: data => appendText((open.at(-1) ?? root).children, data),
			onclosetag: name => {
				if (open.length > 1 && open.at(-1)?.name === name)
					(open.pop() as OpenElement).end = Math.min(parser.endIndex + 1, text.length);
			},
		},
		{ xmlMode: xml, decodeEntities: true },
	);
	parser.end(text);
	return root;
}

/**
 * Takes the innermost open element off the parser's own stack, so that it gets no end: the parser's work for each
 * element grows with that stack, and with it would the time for a file of nothing but beginnings.
 */
export function forgetInnermost(parser: Parser): void {
	const { stack, foreignContext } = internals(parser);
	stack.shift();
	while (foreignContext.length > stack.length + 1) foreignContext.shift();
}

/** Takes elements that were given up off the parser's own stack: `count` of them outside the innermost one. */
export function forgetAround(parser: Parser, count: number): void {
	internals(parser).stack.splice(1, count);
}

/** The library names these fields in its types and keeps their types to itself. */
function internals(parser: Parser): { readonly stack: string[]; readonly foreignContext: unknown[] } {
	return parser as unknown as { stack: string[]; foreignContext: unknown[] };
}

/** Text that comes in pieces, around entities, becomes one. */
export function appendText(children: Node[], data: string): void {
	const last = children.length - 1;
	const before = children[last];
	if (typeof before === "string") children[last] = before + data;
	else children.push(data);
}

export function isElement(node: Node): node is Element {
	return typeof node !== "string";
}

/** The child elements, of one name when it is given. */
export function childrenOf(element: Element | undefined, name?: string): readonly Element[] {
	return (element?.children ?? []).filter(
		(node): node is Element => typeof node !== "string" && (name === undefined || node.name === name),
	);
}

/** The first child element of a name, or of the first of several names that is there. */
export function childOf(element: Element | undefined, ...names: readonly string[]): Element | undefined {
	for (const name of names) {
		const found = childrenOf(element, name)[0];
		if (found) return found;
	}
	return undefined;
}

/** All elements below one, in the order of the text. */
export function* descendantsOf(element: Element, name?: string): Generator<Element> {
	// Without recursion, which would hand each element up through all that are around it.
	const open = [{ children: element.children, next: 0 }];
	for (let level = open.at(-1); level; level = open.at(-1)) {
		const child = level.children[level.next++];
		if (child === undefined) open.pop();
		else if (typeof child !== "string") {
			if (name === undefined || child.name === name) yield child;
			open.push({ children: child.children, next: 0 });
		}
	}
}

/** The text of an element with that of all below it, as it stands, without any mark-up. */
export function textOf(node: Node | undefined): string {
	if (node === undefined) return "";
	return typeof node === "string" ? node : node.children.map(textOf).join("");
}

/** The text of an element with one blank for each run of white space. */
export function tidyTextOf(node: Node | undefined): string {
	return textOf(node).replace(/\s+/g, " ").trim();
}
