// All papers of the index, in segments: the newest in MiniSearch, the others packed, and small ones merged in the background
// into larger ones, so that neither a paper that comes nor a search has ever much to do.

import type { Paper } from "../../paper";
import { fieldTexts, indexWords } from "../words/fieldTexts";
import { type Kept, LiveSegment } from "./liveSegment";
import { merge } from "./merge";
import { type Part, partOf, placeOf } from "./segment";

/**
 * MiniSearch holds so many papers at most. More would save some of its maps, since papers share words; but what waits to be
 * packed is packed at once when somebody searches, which takes a frame or two of this many.
 */
const mostLive = 512;

/** So many papers are merged whenever somebody asks: a few milliseconds, and everything is exact. */
const mergedAtOnce = 1000;

/** A part is merged with those behind it when it is less than so many times as large as they are. */
const growth = 2;

/** A part is written anew without its dead papers when they are more than this share. */
const mostDead = 0.1;

/** A part so much smaller than all is left to itself when there is nothing else to do. */
const smallShare = 0.02;

/** A part that is being made. */
interface Making<Inputs> {
	readonly inputs: Inputs;
	readonly work: Generator<undefined, Part, undefined>;
	/** What was done to papers of the inputs meanwhile. */
	readonly changes: ((part: Part) => void)[];
}

export class Segments {
	readonly #paper: (id: string) => Paper | undefined;
	#parts: Part[] = [];
	#live = new LiveSegment();
	#packing: Making<LiveSegment> | undefined;
	#merging: Making<readonly Part[]> | undefined;
	#merged = 0;

	/** `paper`: the paper with an id, as it is shown. */
	constructor(paper: (id: string) => Paper | undefined) {
		this.#paper = paper;
	}

	/** How often parts were merged so far. */
	get merged(): number {
		return this.#merged;
	}

	/** Puts parts there that were stored. */
	restore(parts: readonly Part[]): void {
		this.#parts.push(...parts);
	}

	add(paper: Paper, kept: Kept): void {
		this.#live.hold(paper, kept);
		if (this.#live.documentCount >= mostLive) this.#startPacking();
		this.step();
	}

	/** Removes a paper. `paper`: as it was added, when that is known; else its words are completed until a merge. */
	remove(id: string, paper: Paper | undefined): void {
		if (this.#live.holds(id)) this.#live.discard(id);
		else this.#change(id, part => kill(part, id, paper));
	}

	/** A paper is shown in another form, with the same words. */
	renew(paper: Paper): void {
		if (!this.#live.holds(paper.id)) this.#change(paper.id, part => renew(part, paper));
	}

	#change(id: string, change: (part: Part) => void): void {
		for (const part of this.#parts) if (part.numbers.has(id)) change(part);
		if (this.#packing?.inputs.holds(id) === true) this.#packing.changes.push(change);
		if (this.#merging?.inputs.some(({ numbers }) => numbers.has(id)) === true) this.#merging.changes.push(change);
	}

	/** Every paper as a part, ready to be searched: what is live is packed, and what is small is one. */
	parts(): readonly Part[] {
		this.#startPacking();
		this.#finishPacking();
		const papers = this.#parts.reduce((sum, { isAlive }) => sum + isAlive.length, 0);
		const isTidy = this.#parts.length === 1 && this.#parts[0]?.dead === 0;
		if (papers > 0 && papers <= mergedAtOnce && !isTidy) {
			this.#merging = undefined;
			const merged = run(merge(this.#parts, true));
			this.#parts = merged.isAlive.length > 0 ? [merged] : [];
		}
		return this.#parts;
	}

	/** Does a small step of packing or merging; whether there is nothing left that must be. */
	step(): boolean {
		if (this.#packing) {
			this.#pack(this.#packing);
			return false;
		}
		this.#merging ??= this.#start(this.#due());
		return this.#advance();
	}

	/** The same, and merges also what could stay as it is: for when there is nothing else to do. */
	tidy(): boolean {
		this.#merging ??= this.#start(this.#due()) ?? this.#start(this.#mergeable());
		return this.#advance();
	}

	#advance(): boolean {
		const merging = this.#merging;
		if (merging === undefined) return true;
		const value = stepOf(merging);
		if (value === undefined) return false;
		const at = this.#parts.findIndex(part => part === merging.inputs[0]);
		this.#parts.splice(at, merging.inputs.length, ...(value.isAlive.length > 0 ? [value] : []));
		this.#merging = undefined;
		this.#merged++;
		return false;
	}

	#start(inputs: readonly Part[]): Making<readonly Part[]> | undefined {
		if (inputs.length === 0) return undefined;
		return { inputs, work: merge(inputs, false), changes: [] };
	}

	/** Neighbours of which the first is not much larger than all behind it together; or a part with many dead papers. */
	#due(): readonly Part[] {
		const parts = this.#parts;
		let behind = 0;
		let start = parts.length;
		for (let i = parts.length - 1; i > 0; i--) {
			behind += size(parts[i]);
			if (size(parts[i - 1]) < growth * behind) start = i - 1;
		}
		if (start < parts.length) return parts.slice(start);
		return parts.filter(part => part.dead > mostDead * size(part)).slice(0, 1);
	}

	#mergeable(): readonly Part[] {
		const all = this.#parts.reduce((sum, part) => sum + size(part), 0);
		const [first] = this.#parts;
		return this.#parts.length > 1 && all - size(first) > smallShare * all ? [...this.#parts] : [];
	}

	/** From now on papers come to an empty live segment, while the full one is packed in steps. */
	#startPacking(): void {
		const live = this.#live;
		if (live.documentCount > 0) {
			this.#finishPacking();
			this.#packing = { inputs: live, work: this.#packed(live), changes: [] };
		}
		if (live.documentCount > 0 || live.dirtCount > 0) this.#live = new LiveSegment();
	}

	*#packed(live: LiveSegment): Generator<undefined, Part, undefined> {
		const segment = yield* live.pack();
		const numbers = new Map(segment.ids.map((id, number) => [id, number]));
		return partOf(segment, numbers, segment.ids.map(this.#paper));
	}

	#pack(packing: Making<LiveSegment>): void {
		const part = stepOf(packing);
		if (part === undefined) return;
		this.#parts.push(part);
		this.#packing = undefined;
	}

	#finishPacking(): void {
		while (this.#packing) this.#pack(this.#packing);
	}
}

/** Does a step of making a part; the part when it is there, with what was done to its papers meanwhile. */
function stepOf({ work, changes }: Making<unknown>): Part | undefined {
	const { done, value } = work.next();
	if (done !== true) return undefined;
	for (const change of changes) change(value);
	return value;
}

function size(part: Part | undefined): number {
	return part?.isAlive.length ?? 0;
}

function run<T>(work: Generator<undefined, T, undefined>): T {
	let step = work.next();
	while (step.done !== true) step = work.next();
	return step.value;
}

/** Marks a paper as removed, and takes its uses off its words. */
function kill(part: Part, id: string, paper: Paper | undefined): void {
	const number = part.numbers.get(id);
	if (number === undefined || part.isAlive[number] !== 1) return;
	part.isAlive[number] = 0;
	part.papers[number] = undefined;
	part.dead++;
	if (paper === undefined) return;
	const { words, uses } = part.segment;
	for (const [, text] of fieldTexts(paper)) {
		for (const word of indexWords(text)) {
			const place = placeOf(word, words);
			if (place >= 0) uses[place] = Math.max(0, (uses[place] ?? 0) - 1);
		}
	}
}

function renew(part: Part, paper: Paper): void {
	const number = part.numbers.get(paper.id);
	if (number !== undefined && part.isAlive[number] === 1) part.papers[number] = paper;
}
