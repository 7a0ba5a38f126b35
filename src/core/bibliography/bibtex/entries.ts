// The entries of a .bib file as papers: strings are put in, and fields are inherited from other entries.
// Sources: btxdoc, section 2 (crossref); biblatex manual, sections 2.4.1 (crossref), 3.13.6 (xdata), appendix B.

import type { Paper, TextRange } from "../../paper";
import { paperOf } from "./paper";
import type { BibBlock, BibField } from "./blocks";
import { defineString, monthStrings, valueOf, type Strings } from "./strings";

/** An entry with its places; without a key nothing can cite it, but it may be read. */
export interface ReadEntry {
	readonly key: string;
	/** The word behind `@`, in lower case. */
	readonly type: string;
	readonly range: TextRange;
	readonly keyRange: TextRange;
	readonly paper: Paper;
}

export interface KnownPapers {
	get(block: BibBlock): Paper | undefined;
	set(block: BibBlock, paper: Paper): unknown;
}

export interface EntryOptions {
	/** Whether papers lack abstract, keywords and what they say of their publication. */
	readonly brief?: boolean;
	/** Papers of blocks that were read before with the same strings; it is filled. What inherits fields is not kept. */
	readonly known?: KnownPapers;
}

/** The entries of blocks as papers, in order. */
export function entriesOf(blocks: readonly BibBlock[], options: EntryOptions = {}): ReadEntry[] {
	const strings: Strings = monthStrings();
	const entries: ReadEntry[] = [];
	let parents: Parents | undefined;
	for (const block of blocks) {
		if (block.kind === "string") {
			for (const { name, parts } of block.fields) defineString(name, parts, strings);
		} else if (block.kind === "entry") {
			const { key, range, keyRange } = block;
			let paper = options.known?.get(block);
			if (!paper) {
				const refers = inherits(block);
				if (refers) parents ??= parentsOf(blocks);
				const whole = refers && parents ? { ...block, fields: withInherited(block, parents, strings) } : block;
				paper = paperOf(whole, strings, options);
				if (!refers) options.known?.set(block, paper);
			}
			entries.push({ key, type: block.type.toLowerCase(), range, keyRange, paper });
		}
	}
	return entries;
}

/** Whether an entry takes fields of others. */
export function inherits({ fields }: BibBlock): boolean {
	return fields.some(({ name }) => /^(?:crossref|xdata)$/i.test(name));
}

type Parents = ReadonlyMap<string, BibBlock>;

/** Entries by their keys in lower case, the first of each. */
function parentsOf(blocks: readonly BibBlock[]): Parents {
	const parents = new Map<string, BibBlock>();
	for (const block of blocks) {
		const key = block.key.toLowerCase();
		if (block.kind === "entry" && key !== "" && !parents.has(key)) parents.set(key, block);
	}
	return parents;
}

/** More entries than any one refers to; a circle of references ends here too. */
const mostParents = 16;

/** The fields of an entry and those that it inherits behind them, as the first of a name counts. */
function withInherited(block: BibBlock, parents: Parents, strings: Strings): readonly BibField[] {
	const fields = [...block.fields];
	const seen = new Set([block]);
	const queue: { readonly of: BibBlock; readonly isPart: boolean }[] = [{ of: block, isPart: false }];
	for (let next = queue.shift(); next && seen.size <= mostParents; next = queue.shift()) {
		for (const { name, parts } of next.of.fields) {
			if (!/^(?:crossref|xdata)$/i.test(name)) continue;
			const isPart = next.isPart || /^crossref$/i.test(name);
			for (const key of valueOf(parts, strings)
				.toLowerCase()
				.split(/\s*,\s*/)) {
				const parent = parents.get(key);
				if (!parent || seen.has(parent)) continue;
				seen.add(parent);
				fields.push(...(isPart ? ofContainer(block, parent, fields) : parent.fields));
				queue.push({ of: parent, isPart });
			}
		}
	}
	return fields;
}

/** What a part has in common with the whole: not its title, identifiers, or people. */
const common = /^(?:year|date|month|journal|journaltitle|booktitle|publisher|organization|school|institution)$/i;

/** Fields of a collection for one of its parts, whose own date or year is not mixed with the collection's. */
function ofContainer(block: BibBlock, parent: BibBlock, own: readonly BibField[]): readonly BibField[] {
	const hasDate = own.some(({ name }) => /^(?:year|date)$/i.test(name));
	const shared = parent.fields.filter(
		({ name }) => common.test(name) && !(hasDate && /^(?:year|date|month)$/i.test(name)),
	);
	const title = parent.fields.find(({ name }) => name.toLowerCase() === "title");
	const isPart = /^(?:in|conference|supp)/i.test(block.type);
	const authors = /^inbook$/i.test(block.type) ? parent.fields.filter(({ name }) => /^author$/i.test(name)) : [];
	const name = isPart ? "booktitle" : "journaltitle";
	const isNamed = isPart || /^(?:article|periodical)$/i.test(block.type);
	return [...shared, ...authors, ...(title && isNamed ? [{ ...title, name }] : [])];
}
