// Bounds what a style can cost: macros that call themselves never end, and those that call others twice each double the
// work. The cost of a style is known before anything is rendered, so that rendering needs no limits of its own.

import type { TextRange } from "../../paper";
import type { StyleProblems } from "./styleProblems";
import type { RenderingElement, Style } from "./tree";

/** Macros within macros; the styles of the CSL project have up to 12. */
const deepest = 40;

/** Elements that one entry may pass; the largest style of the CSL project has some 20,000. */
const largest = 200_000;

/** Reports macros that are missing, call themselves, or cost too much. */
export function checkSize(style: Style, place: TextRange, problems: StyleProblems): void {
	const sizes = new Map<string, number>();
	const open = new Set<string>();
	const unknown = new Set<string>();

	const sizeOfMacro = (name: string): number => {
		const known = sizes.get(name);
		if (known !== undefined) return known;
		const children = style.macros.get(name);
		if (!children) unknown.add(name);
		else if (open.has(name)) problems.add("style-macro-cycle", place, name);
		else if (open.size >= deepest) problems.add("style-too-deep", place, name, String(deepest));
		else {
			open.add(name);
			const size = sizeOf(children);
			open.delete(name);
			sizes.set(name, size);
			return size;
		}
		sizes.set(name, 0);
		return 0;
	};
	const sizeOf = (elements: readonly RenderingElement[]): number =>
		elements.reduce((sum, element) => Math.min(sum + 1 + sizeWithin(element), largest + 1), 0);
	const sizeWithin = (element: RenderingElement): number => {
		if (element.kind === "text") return element.source.kind === "macro" ? sizeOfMacro(element.source.name) : 0;
		if (element.kind === "group") return sizeOf(element.children);
		if (element.kind === "names") return sizeOf(element.substitute);
		if (element.kind !== "choose") return 0;
		return element.branches.reduce(
			(sum, { conditions, children }) => sum + conditions.length + sizeOf(children),
			0,
		);
	};

	const { bibliography, citation } = style;
	const total = [bibliography, citation].flatMap(part => part?.layout.children ?? []);
	const keys = [bibliography, citation].flatMap(part => part?.sort ?? []);
	const macros = keys.reduce((sum, { macro }) => sum + (macro === undefined ? 0 : sizeOfMacro(macro)), 0);
	if (sizeOf(total) + macros > largest) problems.add("style-too-large", place, String(largest));
	for (const name of unknown) problems.add("style-unknown-macro", place, name);
}
