// A project as navigation sees it: its manuscripts and its bibliographies, and where a name is defined and used in them.

import type { Citation, Source } from "../citations/citations";
import type { BibBlock } from "../bibliography/bibtex/blocks";
import type { Entry } from "../bibliography/entry";
import { linksIn } from "../bibliography/edit/links";
import type { OpenBibliography } from "../bibliography/openBibliography";
import type { TextRange } from "../paper";
import { namesIn, type BibName } from "./bibtex/names";
import { definitionsIn, mentionsOf } from "./mentions";
import type { Name } from "./names";
import { remembered } from "./remembered";

export interface Manuscript {
	readonly uri: string;
	readonly source: Source;
	readonly citations: readonly Citation[];
}

export interface PlacedBibliography {
	readonly uri: string;
	readonly bibliography: OpenBibliography;
}

export interface Project {
	/** The parts of the document, in order. */
	readonly manuscripts: readonly Manuscript[];
	/** In the order in which they are read. */
	readonly bibliographies: readonly PlacedBibliography[];
}

export interface Place {
	readonly uri: string;
	readonly range: TextRange;
}

export interface Definition extends Place {
	/** All of what is defined: the entry. */
	readonly whole: TextRange;
}

const entriesByKey = remembered(
	(entries: readonly Entry[]) => entries,
	entries => grouped(entries, ({ key }) => key),
);

/** The entries with a key, in order. */
function entriesWith({ entries }: OpenBibliography, key: string): readonly Entry[] {
	return entriesByKey(entries).get(key) ?? [];
}

/** A name by which entries refer to entries, and the entry in which it stands. */
interface Link extends BibName {
	readonly block: BibBlock;
}

const linksByName = remembered(
	({ movedBlocks }: OpenBibliography) => movedBlocks,
	({ text, movedBlocks: blocks }) => {
		const links = blocks.flatMap(block =>
			block.kind === "entry"
				? block.fields.flatMap(field => linksIn(text, field)).map(name => ({ ...name, block }))
				: [],
		);
		return grouped<Link>(links, ({ name }) => name);
	},
);

/** The further names of entries by their keys. */
const aliasesByKey = remembered(
	({ aliases }: OpenBibliography) => aliases,
	({ aliases }) => grouped([...aliases], ([, key]) => key),
);

/** Where entries name a key: those that refer to it, and the one that has it as a further name. */
function linksTo(bibliography: OpenBibliography, key: string): readonly Link[] {
	return linksByName(bibliography).get(key) ?? [];
}

/** The entry that a key stands for in a project: by its key, else by a further name that it has; the first counts. */
export function entryFor(
	bibliographies: readonly PlacedBibliography[],
	key: string,
): (PlacedBibliography & { readonly entry: Entry }) | undefined {
	for (const placed of bibliographies) {
		const [entry] = entriesWith(placed.bibliography, key);
		if (entry) return { ...placed, entry };
	}
	for (const placed of bibliographies) {
		const own = placed.bibliography.aliases.get(key);
		const [entry] = own === undefined ? [] : entriesWith(placed.bibliography, own);
		if (entry) return { ...placed, entry };
	}
	return undefined;
}

/** The names by which the entry that a key stands for can be cited, its own key first; the key alone where none is known. */
export function namesOf(bibliographies: readonly PlacedBibliography[], key: string): readonly string[] {
	const own = entryFor(bibliographies, key)?.entry.key;
	if (own === undefined) return [key];
	const aliases = bibliographies.flatMap(({ bibliography }) => aliasesByKey(bibliography).get(own) ?? []);
	const names = aliases.map(([alias]) => alias);
	return [own, ...names.filter(name => entryFor(bibliographies, name)?.entry.key === own)];
}

/** Whether a key stands for a work, in a bibliography or in the manuscripts themselves. */
export function isKnown({ manuscripts, bibliographies }: Project, key: string): boolean {
	return (
		bibliographies.some(({ bibliography }) => entriesWith(bibliography, key).length > 0) ||
		entryFor(bibliographies, key) !== undefined ||
		manuscripts.some(({ source }) => definedKeys(source).has(key))
	);
}

/** The keys of the references that a manuscript holds itself. */
const definedKeys = remembered(
	(source: Source) => source,
	source => new Set(definitionsIn(source).map(({ key }) => key)) as ReadonlySet<string>,
);

/** Where a name is defined: every entry with the key, those that have it as a further name, and inline references. */
export function definitionsOf({ kind, name }: Name, { manuscripts, bibliographies }: Project): Definition[] {
	const inFiles = bibliographies.flatMap(({ uri, bibliography }): Definition[] => {
		if (kind === "string") {
			return stringsIn(bibliography, name).flatMap(({ kind, range, block }) =>
				kind === "string" ? [{ uri, range, whole: block.range }] : [],
			);
		}
		const entries = entriesWith(bibliography, name).map(({ keyRange, range }) => ({
			uri,
			range: keyRange,
			whole: range,
		}));
		const aliases = linksTo(bibliography, name).filter(link => link.kind === "alias");
		return [...entries, ...aliases.map(({ range, block }) => ({ uri, range, whole: block.range }))];
	});
	if (kind === "string") return inFiles;
	const inline = manuscripts.flatMap(({ uri, source }) =>
		definedKeys(source).has(name)
			? definitionsIn(source).flatMap(({ key, range }) => (key === name ? [{ uri, range, whole: range }] : []))
			: [],
	);
	return [...inFiles, ...inline];
}

/**
 * Where a name is used: in every citation and list of the manuscripts, and in entries that refer to it; of an entry also
 * where it is called by another of its names.
 */
export function usesOf({ kind, name }: Name, { manuscripts, bibliographies }: Project): Place[] {
	if (kind === "string") {
		return bibliographies.flatMap(({ uri, bibliography }) =>
			stringsIn(bibliography, name).flatMap(({ kind, range }) => (kind === "use" ? [{ uri, range }] : [])),
		);
	}
	const names = namesOf(bibliographies, name);
	const cited = manuscripts.flatMap(({ uri, source, citations }) =>
		mentionsOf({ source, citations }).flatMap(({ key, range, kind }) =>
			names.includes(key) && kind !== "defined" ? [{ uri, range }] : [],
		),
	);
	const links = bibliographies.flatMap(({ uri, bibliography }) =>
		names.flatMap(each =>
			linksTo(bibliography, each).flatMap(({ kind, range }) => (kind === "link" ? [{ uri, range }] : [])),
		),
	);
	return [...cited, ...links];
}

/** Where a string is defined and used; its letters' case does not count (btxdoc, section 2). */
export function stringsIn({ text, movedBlocks: blocks }: OpenBibliography, name: string): readonly Link[] {
	const letters = name.toLowerCase();
	return blocks.flatMap(block =>
		namesIn(text, block).flatMap(found =>
			(found.kind === "string" || found.kind === "use") && found.name.toLowerCase() === letters
				? [{ ...found, block }]
				: [],
		),
	);
}

/** How often each key is cited in a manuscript. */
export const citedCounts = remembered(
	(citations: readonly Citation[]) => citations,
	(citations): ReadonlyMap<string, number> => {
		const counts = new Map<string, number>();
		for (const { keys } of citations) for (const { key } of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
		return counts;
	},
);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
