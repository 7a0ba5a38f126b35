// Entries that take fields of others. Sources: btxdoc, section 3.3, notes on cross-referencing; biblatex manual, sections
// 2.4.1 (`crossref`), 3.13.6 (`xdata`), appendix B (titles of the whole).

import type { BibBlock } from "../../bibliography/bibtex/blocks";
import { inherits } from "../../bibliography/bibtex/entries";
import { valueOf, type Strings } from "../../bibliography/bibtex/strings";
import type { TextRange } from "../../paper";

/** An entry that another one may take fields of, and its place among all entries of the project. */
export interface Parent {
	readonly block: BibBlock;
	readonly strings: Strings;
	readonly order: number;
}

export type Parents = (key: string) => Parent | undefined;

/** Where an entry names another whose fields it takes. */
export interface ParentName {
	readonly key: string;
	readonly field: "crossref" | "xdata";
	readonly range: TextRange;
}

/** The entries that an entry takes fields of, by their keys. */
export function parentNames(block: BibBlock, strings: Strings): readonly ParentName[] {
	if (!inherits(block)) return [];
	return block.fields.flatMap(({ name, parts, value }) => {
		const field = name.toLowerCase();
		if (field !== "crossref" && field !== "xdata") return [];
		const keys = valueOf(parts, strings)
			.replace(/[{}]/g, "")
			.split(/\s*,\s*/)
			.filter(Boolean);
		return keys.map(key => ({ key, field, range: value }));
	});
}

/** More entries than any one takes fields of; a circle of references ends here too. */
const mostParents = 16;

/** The names of all fields that an entry gets from others; `undefined` when one of these is not there. */
export function inheritedNames(block: BibBlock, strings: Strings, parents: Parents): ReadonlySet<string> | undefined {
	const names = new Set<string>();
	const seen = new Set<BibBlock>([block]);
	const queue: Pick<Parent, "block" | "strings">[] = [{ block, strings }];
	for (let next = queue.shift(); next && seen.size <= mostParents; next = queue.shift()) {
		for (const { key, field } of parentNames(next.block, next.strings)) {
			const parent = parents(key);
			if (!parent) return undefined;
			if (seen.has(parent.block)) continue;
			seen.add(parent.block);
			queue.push(parent);
			for (const { name } of parent.block.fields) names.add(name.toLowerCase());
			if (field === "crossref" && names.has("title"))
				for (const whole of ["booktitle", "journaltitle"]) names.add(whole);
		}
	}
	return names;
}
