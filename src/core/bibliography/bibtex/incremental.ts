// A .bib file that changes under an editor: what an edit did not touch is not parsed again. A block is parsed from its
// own text alone, so that blocks before the edit stay as they are, and from the first block behind it that begins where
// an old one began, all others are the old ones, moved.

import type { Paper, Problem, TextEdit } from "../../paper";
import { commonPrefix, commonSuffix } from "../../text/common";
import type { Entry } from "../entry";
import type { BibBlock, CommentedKey, Fault } from "./blocks";
import { entriesOf, inherits } from "./entries";
import { addToBibtex, problemsIn, type BibtexOptions } from "./file";
import { parsePart } from "./parse";

/** A block as it was parsed, and how far it has moved since. */
export interface PlacedBlock {
	readonly block: BibBlock;
	readonly shift: number;
}

interface Kept extends PlacedBlock {
	shift: number;
}

/** Signs behind a block that its parsing may have looked at: the beginning of another entry. */
const lookahead = 512;

/** What can be cited. */
export interface Work {
	readonly key: string;
	readonly paper: Paper;
}

/** What an edit did to the entries; it is wide when papers of entries that it did not touch may be others now. */
export type Change =
	| { readonly isWide: true }
	| { readonly isWide: false; readonly removed: readonly Work[]; readonly added: () => readonly Work[] };

export class ChangingBibtex {
	#text = "";
	#kept: readonly Kept[] = [];
	#commented: readonly CommentedKey[] = [];
	#faults: readonly Fault[] = [];
	#brief = new WeakMap<BibBlock, Paper>();
	#full = new WeakMap<BibBlock, Paper>();
	/** What is fuller than brief will do, too. */
	readonly #known = {
		get: (block: BibBlock) => this.#full.get(block) ?? this.#brief.get(block),
		set: (block: BibBlock, paper: Paper) => this.#brief.set(block, paper),
	};
	/** The blocks before this one have been read, or were changed since. */
	#readTo = 0;
	/** Whether the text is all ASCII, where that is known without going through it. */
	#isAscii: boolean | undefined;
	/** How many entries take fields of others. */
	#inheriting = 0;

	constructor(text: string) {
		this.update(text);
	}

	get text(): string {
		return this.#text;
	}

	get commentedKeys(): readonly string[] {
		return this.#commented.map(({ key }) => key);
	}

	/** Takes the text as it is now, and tells what became of its entries. */
	update(text: string): Change {
		const old = this.#text;
		const prefix = commonPrefix(old, text);
		const suffix = commonSuffix(old, text, Math.min(old.length, text.length) - prefix);
		const delta = text.length - old.length;
		const first = this.#firstChanged(prefix);
		const from = first === 0 ? 0 : endOf(this.#kept[first - 1]);
		const isKnown = (start: number): boolean =>
			start >= text.length - suffix && this.#indexAt(start - delta, first) !== undefined;
		const part = parsePart(text, { from, isKnown });
		const rest = part.met === undefined ? this.#kept.length : (this.#indexAt(part.met - delta, first) ?? 0);
		const gone = this.#kept.slice(first, rest).map(({ block }) => block);
		const moved = this.#kept.slice(rest);
		for (const kept of moved) kept.shift += delta;
		const isBehind = (start: number): boolean => part.met !== undefined && start >= part.met - delta;
		this.#commented = [
			...this.#commented.filter(({ start }) => start < from),
			...part.commented,
			...this.#commented
				.filter(({ start }) => isBehind(start))
				.map(one => ({ ...one, start: one.start + delta })),
		];
		this.#faults = [
			...this.#faults.filter(({ range }) => range.start < from),
			...part.faults,
			...this.#faults
				.filter(({ range }) => isBehind(range.start))
				.map(fault => ({
					...fault,
					range: { start: fault.range.start + delta, end: fault.range.end + delta },
				})),
		];
		this.#kept = [...this.#kept.slice(0, first), ...part.blocks.map(block => ({ block, shift: 0 })), ...moved];
		this.#isAscii = this.#isAscii === true && isAscii(text.slice(prefix, text.length - suffix)) ? true : undefined;
		this.#text = text;
		this.#inheriting += part.blocks.filter(isInheriting).length - gone.filter(isInheriting).length;
		const hasStrings = [...gone, ...part.blocks].some(({ kind }) => kind === "string");
		if (!hasStrings && this.#inheriting === 0) {
			return { isWide: false, removed: this.#worksOf(gone), added: () => this.#worksOf(this.#read(part.blocks)) };
		}
		if (hasStrings) {
			this.#brief = new WeakMap();
			this.#full = new WeakMap();
			this.#readTo = 0;
		}
		return { isWide: true };
	}

	#worksOf(blocks: readonly BibBlock[]): readonly Work[] {
		return blocks.flatMap(block => {
			const paper = block.key === "" ? undefined : this.#known.get(block);
			return paper ? [{ key: block.key, paper }] : [];
		});
	}

	/** Reads entries of which none inherits fields, with the strings that stand before them. */
	#read(blocks: readonly BibBlock[]): readonly BibBlock[] {
		const wanted = new Set(blocks);
		const some: BibBlock[] = [];
		for (const { block } of this.#kept) if (block.kind === "string" || wanted.has(block)) some.push(block);
		entriesOf(some, { brief: true, known: this.#known });
		return blocks;
	}

	/** Reads so many blocks that were not read yet, for the questions that follow; whether all are read. */
	prepare(count: number): boolean {
		const to = Math.min(this.#readTo + count, this.#kept.length);
		const some = this.#kept.slice(0, to).map(({ block }) => block);
		const from = this.#readTo;
		const read = some.filter((block, i) => block.kind === "string" || (i >= from && !isInheriting(block)));
		entriesOf(read, { known: this.#full });
		this.#readTo = to;
		return to === this.#kept.length;
	}

	/** How many blocks an edit behind the prefix leaves alone; the last of them is closed. */
	#firstChanged(prefix: number): number {
		let count = lowerBound(this.#kept.length, i => endOf(this.#kept[i]) + lookahead > prefix);
		while (count > 0 && this.#kept[count - 1]?.block.isClosed === false) count--;
		return count;
	}

	/** The index of the block that begins at an offset of the old text. */
	#indexAt(start: number, first: number): number | undefined {
		const index = lowerBound(this.#kept.length, i => startOf(this.#kept[i]) >= start);
		return index >= first && startOf(this.#kept[index]) === start ? index : undefined;
	}

	/** The entries that can be cited; papers of `brief` ones lack what does not tell which work they are. */
	entries(brief: boolean): readonly Entry[] {
		const known = brief ? this.#known : this.#full;
		const found = entriesOf(
			this.#kept.map(({ block }) => block),
			{ brief, known },
		);
		const shifts = this.#kept.flatMap(({ block, shift }) => (block.kind === "entry" ? [shift] : []));
		return found.flatMap(({ key, range, keyRange, paper }, i) =>
			key === "" ? [] : [{ key, range: moved(range, shifts[i]), keyRange: moved(keyRange, shifts[i]), paper }],
		);
	}

	/** All that is wrong with the file. */
	problems(file: string): readonly Problem[] {
		const keys = this.#kept.flatMap(({ block: { kind, key, keyRange }, shift }) =>
			kind === "entry" && key !== "" ? [{ key, keyRange: moved(keyRange, shift) }] : [],
		);
		return problemsIn(this.#text, file, { faults: this.#faults, entries: keys });
	}

	/** The blocks as they were parsed: one that nobody edits stays the same object. */
	get placed(): readonly PlacedBlock[] {
		return this.#kept;
	}

	/** The blocks where they are now. */
	blocks(): readonly BibBlock[] {
		return this.#kept.map(({ block, shift }) => (shift === 0 ? block : movedBlock(block, shift)));
	}

	/** The insertions for new entries. */
	add(added: readonly Work[], options: BibtexOptions): TextEdit[] {
		if (added.length === 0) return [];
		this.#isAscii ??= isAscii(this.#text);
		let others: ReadonlyMap<number, Paper> | undefined;
		const paperAt = (start: number): Paper | undefined => {
			const block = this.#kept[this.#indexAt(start, 0) ?? -1]?.block;
			const paper = block && this.#known.get(block);
			if (paper) return paper;
			others ??= new Map(this.entries(true).map(({ range, paper }) => [range.start, paper]));
			return others.get(start);
		};
		return addToBibtex({ text: this.#text, blocks: this.blocks(), paperAt }, added, {
			...options,
			isAscii: this.#isAscii,
		});
	}
}

function isAscii(text: string): boolean {
	return !/[^\0-\x7F\uFEFF]/.test(text);
}

function isInheriting(block: BibBlock): boolean {
	return block.kind === "entry" && inherits(block);
}

function startOf(kept: Kept | undefined): number {
	return kept ? kept.block.range.start + kept.shift : -1;
}

function endOf(kept: Kept | undefined): number {
	return kept ? kept.block.range.end + kept.shift : -1;
}

function moved({ start, end }: Entry["range"], shift = 0): Entry["range"] {
	return { start: start + shift, end: end + shift };
}

/** A block elsewhere. The places of its fields are worked out when somebody asks, as few blocks are asked for them. */
function movedBlock(block: BibBlock, shift: number): BibBlock {
	const { kind, type, open, key, isClosed } = block;
	let fields: BibBlock["fields"] | undefined;
	return {
		...{ kind, type, open, key, isClosed },
		range: moved(block.range, shift),
		keyRange: moved(block.keyRange, shift),
		get fields() {
			fields ??= block.fields.map(field => ({
				...field,
				range: moved(field.range, shift),
				value: moved(field.value, shift),
			}));
			return fields;
		},
	};
}

/** The first index for which the test holds, when it holds for all behind it. */
function lowerBound(length: number, test: (index: number) => boolean): number {
	let [low, high] = [0, length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (test(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
