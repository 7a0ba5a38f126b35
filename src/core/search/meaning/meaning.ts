// Where the papers of a shelf lie in the space of meaning: learnt in the background, kept up as papers come and go.

import type { Paper } from "../../paper";
import type { WordIndex } from "../words/wordIndex";
import { countTerms, learn, type Space, unit } from "./space";

/** A paper's place, and the hash of the text that it is the place of. */
export interface Placed {
	readonly hash: string;
	/** In steps of a 127th. */
	readonly place: Int8Array;
}

/** The papers of an index with the hashes of their texts. */
export type HeldPapers = ReadonlyMap<string, { readonly paper: Paper; readonly hash: string }>;

/** Places of many papers, one after the other. */
export interface Places {
	readonly space: Space;
	readonly coordinates: Int8Array;
}

/** Below this many papers the space is learnt anew after any change; above, once a tenth has changed. */
const learntAtOnce = 1000;
const mostChange = 0.1;

/** How many papers are placed in one step. */
const placedAtOnce = 50;

export class Meaning {
	#space: Space | undefined;
	readonly #placed = new Map<string, Placed>();
	/** The hashes of the papers that the space was learnt from, by their ids. */
	#learntFrom: ReadonlyMap<string, string> = new Map();
	#work: Generator<undefined, void, undefined> | undefined;
	#isCurrent = false;

	/** The space and its papers, as they are to be stored; nothing before it was learnt. */
	get state(): { space: Space; placed: ReadonlyMap<string, Placed> } | undefined {
		return this.#space && { space: this.#space, placed: this.#placed };
	}

	/** Whether everything is learnt and placed. */
	get isCurrent(): boolean {
		return this.#isCurrent;
	}

	/** What was stored; it is taken as learnt from all of its papers. */
	restore(space: Space, placed: ReadonlyMap<string, Placed>): void {
		this.#space = space;
		for (const [id, each] of placed) this.#placed.set(id, each);
		this.#learntFrom = new Map(Array.from(placed, ([id, { hash }]) => [id, hash]));
	}

	/** The papers changed: whatever is being learnt is out of date. */
	changed(): void {
		this.#work = undefined;
		this.#isCurrent = false;
	}

	/** Works for some steps; whether all is learnt and placed. */
	prepare(index: WordIndex, held: HeldPapers, steps: number): boolean {
		if (this.#isCurrent) return true;
		this.#work ??= this.#prepare(index, held);
		for (let i = 0; i < steps; i++) {
			if (this.#work.next().done === true) {
				this.#work = undefined;
				this.#isCurrent = true;
				return true;
			}
		}
		return false;
	}

	/** The places of papers in their order; zeros for those that are not placed yet. */
	places(ids: readonly string[], held: HeldPapers): Places | undefined {
		const space = this.#space;
		if (space === undefined || space.dimensions === 0) return undefined;
		const coordinates = new Int8Array(ids.length * space.dimensions);
		ids.forEach((id, i) => {
			const placed = this.#placed.get(id);
			if (placed !== undefined && placed.hash === held.get(id)?.hash)
				coordinates.set(placed.place, i * space.dimensions);
		});
		return { space, coordinates };
	}

	*#prepare(index: WordIndex, held: HeldPapers): Generator<undefined, void, undefined> {
		if (this.#space === undefined || this.#isOutdated(held)) {
			const space = yield* learn(index);
			this.#space = space;
			this.#placed.clear();
			this.#learntFrom = new Map(Array.from(held, ([id, { hash }]) => [id, hash]));
		}
		for (const id of this.#placed.keys()) if (!held.has(id)) this.#placed.delete(id);
		let count = 0;
		for (const [id, { paper, hash }] of held) {
			if (this.#placed.get(id)?.hash === hash) continue;
			this.#placed.set(id, { hash, place: placeOf(paper, this.#space) });
			if (++count % placedAtOnce === 0) yield;
		}
	}

	#isOutdated(held: HeldPapers): boolean {
		let changes = 0;
		for (const [id, { hash }] of held) if (this.#learntFrom.get(id) !== hash) changes++;
		for (const id of this.#learntFrom.keys()) if (!held.has(id)) changes++;
		return changes > (held.size <= learntAtOnce ? 0 : mostChange * held.size);
	}
}

/** A paper's place at a length of 127 steps. */
function placeOf({ title, abstract, keywords }: Paper, space: Space): Int8Array {
	return inSteps(space.place(countTerms([title, abstract, keywords.join("; ")])));
}

function inSteps(point: Float32Array): Int8Array {
	let most = 0;
	for (const value of point) most = Math.max(most, Math.abs(value));
	const factor = most > 0 ? 127 / most : 0;
	return Int8Array.from(point, value => Math.round(value * factor));
}

/** A place as a point of length 1. */
export function pointAt({ space, coordinates }: Places, number: number): Float32Array {
	const at = number * space.dimensions;
	return unit(Float32Array.from(coordinates.subarray(at, at + space.dimensions)));
}
