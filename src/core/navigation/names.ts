// What a place in a manuscript or in a bibliography names, and where that is defined.

import type { Citation, Source } from "../citations/citations";
import type { BibBlock } from "../bibliography/bibtex/blocks";
import type { OpenBibliography } from "../bibliography/openBibliography";
import type { TextRange } from "../paper";
import { namesIn, type BibName } from "./bibtex/names";
import { mentionsOf } from "./mentions";

/** A key of a work, or the name of a `@string`. */
export interface Name {
	readonly kind: "key" | "string";
	readonly name: string;
	readonly range: TextRange;
}

/** The key at an offset of a manuscript. */
export function nameInManuscript(source: Source, citations: readonly Citation[], offset: number): Name | undefined {
	const keys = citations.filter(({ range }) => touches(range, offset)).flatMap(({ keys }) => keys);
	const cited = keys.find(({ range }) => touches(range, offset)) ?? keys.find(({ whole }) => touches(whole, offset));
	const found = cited ?? mentionsOf({ source, citations }).find(({ range }) => touches(range, offset));
	return found && { kind: "key", name: found.key, range: found.range };
}

/** The key or string at an offset of a bibliography. */
export function nameInBibliography(bibliography: OpenBibliography, offset: number): Name | undefined {
	const found = bibNameAt(bibliography, offset);
	if (found) return { kind: isOfString(found) ? "string" : "key", name: found.name, range: found.range };
	if (bibliography.movedBlocks.length > 0) return undefined;
	const entry = bibliography.entries.find(({ keyRange }) => touches(keyRange, offset));
	return entry && { kind: "key", name: entry.key, range: entry.keyRange };
}

function isOfString({ kind }: BibName): boolean {
	return kind === "string" || kind === "use";
}

function bibNameAt({ text, movedBlocks: blocks }: OpenBibliography, offset: number): BibName | undefined {
	const block = blockAt(blocks, offset);
	return block && namesIn(text, block).find(({ range }) => touches(range, offset));
}

/** The block that holds an offset or ends at it. */
export function blockAt(blocks: readonly BibBlock[], offset: number): BibBlock | undefined {
	let [low, high] = [0, blocks.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle]?.range.end ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	const block = blocks[low];
	return block && block.range.start <= offset ? block : undefined;
}

/** Whether an offset is in a range or at one of its ends. */
export function touches({ start, end }: TextRange, offset: number): boolean {
	return start <= offset && offset <= end;
}
