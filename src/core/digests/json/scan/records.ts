// The records of a JSON text along known paths, one after another, each with its place. Only one record at a time is
// held as a value. What is damaged costs no other record: reading goes on at the next object that is one.

import type { TextRange } from "../../../paper";
import type { Step } from "./survey";
import { parseValue, skip, stringEnd, valueEnd, type Parsed } from "./values";

/** A value at the end of a path, or why there is none; `isCut` where the text ends within it. */
export type Item = TextRange & Parsed & { readonly isCut?: true };

/** What a list of records was read as a whole: its beginning when it is never closed. */
export interface Rest {
	unclosed?: number;
	/** Whether something could not be read. */
	isDamaged?: true;
}

interface Way {
	isRecord: boolean;
	readonly members: Map<string, Way>;
	any?: Way;
}

/**
 * The values at the ends of the paths, in the order of the text. `isRecord` tells where to go on behind a damage.
 * Linear: each sign is passed once, and behind damages as often again as the text is long.
 */
export class RecordReader {
	readonly #text: string;
	readonly #isRecord: (value: unknown) => boolean;
	readonly rest: Rest = {};
	#budget: number;

	constructor(text: string, isRecord: (value: unknown) => boolean) {
		this.#text = text;
		this.#isRecord = isRecord;
		this.#budget = 4 * text.length + 100_000;
	}

	*read(paths: readonly (readonly Step[])[], isLines: boolean): Generator<Item> {
		const way = wayOf(paths);
		const start = skip(this.#text, 0);
		if (isLines) yield* this.#elements(start, way.any ?? newWay(), "");
		else yield* this.#visit(start, way);
	}

	/** Every object of the text that is a record, wherever it lies; for texts whose lists are not to be found. */
	*salvage(): Generator<Item> {
		for (let at = this.#next(0); at < this.#text.length;) {
			const end = valueEnd(this.#text, at);
			yield { start: at, end, ...parseValue(this.#text.slice(at, end)) };
			at = this.#next(end);
		}
	}

	/** Reads a value, and answers where it ends. */
	*#visit(start: number, way: Way): Generator<Item, number> {
		const sign = this.#text[start];
		if (way.isRecord) return yield* this.#record(start);
		if (sign === "[" && way.any) return yield* this.#elements(start + 1, way.any, "]");
		if (sign === "{") return yield* this.#members(start + 1, way);
		return valueEnd(this.#text, start);
	}

	*#elements(start: number, way: Way, closing: "]" | ""): Generator<Item, number> {
		let at = skip(this.#text, start, ",}");
		while (at < this.#text.length) {
			if (closing !== "" && this.#text[at] === closing) {
				// What follows a list is never a value of its own: then this bracket is a damage.
				const next = skip(this.#text, at + 1);
				if (!/[{["]/.test(this.#text.charAt(next))) return at + 1;
				at = next;
				continue;
			}
			const end: number = yield* this.#visit(at, way);
			at = skip(this.#text, Math.max(end, at + 1), ",}");
		}
		if (closing !== "") this.rest.unclosed ??= start - 1;
		return at;
	}

	*#members(start: number, way: Way): Generator<Item, number> {
		const text = this.#text;
		const wanted = new Set(way.members.keys());
		let at = skip(text, start, ",]");
		while (at < text.length && text[at] !== "}") {
			const from = this.#memberValue(at);
			const key = text[at] === '"' ? keyOf(text.slice(at, stringEnd(text, at))) : undefined;
			const inner = (key === undefined ? undefined : way.members.get(key)) ?? way.any;
			if (key !== undefined) wanted.delete(key);
			const end: number = inner ? yield* this.#visit(from, inner) : valueEnd(text, from);
			const isLost = !inner && wanted.size > 0 && (end >= text.length || key === undefined);
			at = isLost ? this.#find(wanted, from) : skip(text, Math.max(end, at + 1), ",]");
		}
		if (at >= text.length) this.rest.unclosed ??= start - 1;
		return at + 1;
	}

	/** Where the value of a member begins; a record behind a damage has lost its key. */
	#memberValue(start: number): number {
		return this.#text[start] === '"' ? skip(this.#text, stringEnd(this.#text, start), ":") : start;
	}

	/** Where a member of one of these names begins behind a damage; the end of the text if nowhere. */
	#find(names: ReadonlySet<string>, start: number): number {
		const places = [...names].map(name => this.#text.indexOf(`"${name}"`, start + 1)).filter(place => place >= 0);
		return Math.min(this.#text.length, ...places);
	}

	*#record(start: number): Generator<Item, number> {
		const end = valueEnd(this.#text, start);
		const parsed = parseValue(this.#text.slice(start, end));
		const isRecord = "value" in parsed && (typeof parsed.value === "object" || this.#isRecord(parsed.value));
		if (isRecord) {
			yield { start, end, ...parsed };
			return end;
		}
		this.rest.isDamaged = true;
		const next = this.#next(start + 1);
		const isCut = end >= this.#text.length && next >= this.#text.length;
		const reason = "error" in parsed ? parsed : { error: `a ${typeof parsed.value} stands here`, at: 0 };
		yield { start, end: Math.min(next, this.#text.length), ...reason, ...(isCut && { isCut: true as const }) };
		return next;
	}

	/** The beginning of the next object that is a record; the end of the text when there is none. */
	#next(start: number): number {
		const text = this.#text;
		for (let at = text.indexOf("{", start); at >= 0 && this.#budget > 0; at = text.indexOf("{", at + 1)) {
			const end = valueEnd(text, at);
			this.#budget -= end - at + 64;
			const parsed = parseValue(text.slice(at, end));
			if ("value" in parsed && this.#isRecord(parsed.value)) return at;
		}
		return text.length;
	}
}

function newWay(): Way {
	return { isRecord: false, members: new Map() };
}

/** All paths as one tree. */
function wayOf(paths: readonly (readonly Step[])[]): Way {
	const root = newWay();
	for (const path of paths) {
		let way = root;
		for (const step of path) {
			const next: Way = (step === null ? way.any : way.members.get(step)) ?? newWay();
			if (step === null) way.any = next;
			else way.members.set(step, next);
			way = next;
		}
		way.isRecord = true;
	}
	return root;
}

function keyOf(written: string): string | undefined {
	const parsed = parseValue(written);
	return "value" in parsed && typeof parsed.value === "string" ? parsed.value : undefined;
}
