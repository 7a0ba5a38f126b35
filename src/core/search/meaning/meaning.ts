// Where the papers of a shelf lie in the space of meaning: learnt in the background, kept up as papers come and go.

import { emptyPlaces, type Part, type PlacesOfPart } from "../segments/segment";
import { learn, type Space, unit } from "./space";
import { placePapers } from "./placing";

/** The places of all papers, part by part. */
export interface Places {
	readonly space: Space;
	readonly parts: readonly PlacedPart[];
}

interface PlacedPart {
	/** The number of the first paper of the part among all. */
	readonly base: number;
	readonly places: PlacesOfPart;
}

/** Below this many papers the space is learnt anew after any change; above, once a tenth has changed. */
const learntAtOnce = 1000;
const mostChange = 0.1;

export class Meaning {
	#space: Space | undefined;
	/** How many papers came or went since the space was learnt. */
	#changes = 0;
	#work: Generator<undefined, void, undefined> | undefined;
	#isCurrent = false;

	/** The space, once it was learnt. */
	get space(): Space | undefined {
		return this.#space;
	}

	get changes(): number {
		return this.#changes;
	}

	/** Whether everything is learnt and placed. */
	get isCurrent(): boolean {
		return this.#isCurrent;
	}

	/** A space that was learnt earlier, and how many papers have come or gone since. */
	restore(space: Space, changes: number): void {
		this.#space = space;
		this.#changes = changes;
	}

	/** A paper came or went: whatever is being learnt is out of date. */
	changed(): void {
		this.#changes++;
		this.#work = undefined;
		this.#isCurrent = false;
	}

	/** The parts were merged: work on them begins anew. */
	rearranged(): void {
		this.#work = undefined;
	}

	/** Works for some steps; whether all is learnt and placed. */
	prepare(parts: readonly Part[], steps: number): boolean {
		if (this.#isCurrent) return true;
		this.#work ??= this.#prepare(parts);
		for (let i = 0; i < steps; i++) {
			if (this.#work.next().done === true) {
				this.#work = undefined;
				this.#isCurrent = true;
				return true;
			}
		}
		return false;
	}

	/** The places of the papers of parts; zeros for those that are not placed yet. */
	places(parts: readonly Part[]): Places | undefined {
		const space = this.#space;
		if (space === undefined || space.dimensions === 0) return undefined;
		let base = 0;
		const placed = parts.map(part => {
			if (part.places?.space !== space) part.places = emptyPlaces(space, part.isAlive.length);
			const each = { base, places: part.places };
			base += part.isAlive.length;
			return each;
		});
		return { space, parts: placed };
	}

	*#prepare(parts: readonly Part[]): Generator<undefined, void, undefined> {
		const papers = parts.reduce((sum, part) => sum + part.isAlive.length - part.dead, 0);
		if (this.#space === undefined || this.#changes > (papers <= learntAtOnce ? 0 : mostChange * papers)) {
			this.#space = yield* learn(parts);
			this.#changes = 0;
		}
		for (const part of parts) yield* placePapers(part, this.#space);
	}
}

/** What papers are about as directions, one after the other: `dimensions` numbers each, zeros where nothing is known. */
export interface Directions {
	readonly dimensions: number;
	readonly values: Int8Array;
}

/** The directions of papers, as far as they are placed. */
export function directionsOf(ids: readonly string[], parts: readonly Part[], places: Places | undefined): Directions {
	const dimensions = places?.space.dimensions ?? 0;
	const values = new Int8Array(ids.length * dimensions);
	for (const [i, id] of ids.entries()) {
		const holding = parts.findIndex(part => part.isAlive[part.numbers.get(id) ?? -1] === 1);
		const at = (parts[holding]?.numbers.get(id) ?? 0) * dimensions;
		const own = places?.parts[holding]?.places.coordinates.subarray(at, at + dimensions);
		if (own) values.set(own, i * dimensions);
	}
	return { dimensions, values };
}

/** The place of a paper as a point of length 1. */
export function pointAt(places: Places, document: number): Float32Array {
	const part = places.parts.findLast(({ base }) => base <= document);
	const { dimensions } = places.space;
	const at = (document - (part?.base ?? 0)) * dimensions;
	return unit(Float32Array.from(part?.places.coordinates.subarray(at, at + dimensions) ?? []));
}
