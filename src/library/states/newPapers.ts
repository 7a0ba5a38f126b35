// Which papers are new since last time: first seen in this session, or since the person marked all as seen.

import type * as vscode from "vscode";
import { hash } from "../../core/text/normalize";

const key = "papers.seen";

/** Milliseconds of shortening ids at a time. */
const sliceMs = 4;

/** A session that ended less than this ago goes on: a reloaded window has not been looked at any longer. */
const pauseMs = 30 * 60_000;

/** What is kept between sessions: short forms of ids. */
interface Seen {
	/** Papers that were there in an earlier session. */
	readonly before: readonly string[];
	/** Papers that came since. */
	readonly since: readonly string[];
	/** When this was noted, in milliseconds since 1970. */
	readonly at: number;
}

export class NewPapers {
	readonly #memento: vscode.Memento;
	/** Nothing at the very first time: then no paper is newer than others. */
	#before: Set<string> | undefined;
	#since: ReadonlySet<string>;
	#ids: ReadonlySet<string> = new Set();
	/** The short forms of the ids on the shelf. */
	#shorts = new Map<string, string>();

	constructor(memento: vscode.Memento, now = Date.now()) {
		this.#memento = memento;
		const seen = storedSeen(memento.get<unknown>(key));
		const isOver = seen === undefined || now - seen.at > pauseMs;
		this.#before = seen && new Set(isOver ? [...seen.before, ...seen.since] : seen.before);
		this.#since = new Set(isOver ? [] : seen.since);
	}

	/** The papers of the shelf that are new. */
	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	/** Works beforehand, in slices that nobody notices, for `take` to be done at once. */
	async prepare(papers: ReadonlyMap<string, readonly string[]>): Promise<void> {
		let end = performance.now() + sliceMs;
		for (const ids of papers.values()) {
			for (const id of ids) this.#short(id);
			if (performance.now() < end) continue;
			await new Promise(resolve => setTimeout(resolve, 0));
			end = performance.now() + sliceMs;
		}
	}

	/** Takes in which papers are on the shelf now, each with every id by which it is known, its own among them. */
	take(papers: ReadonlyMap<string, readonly string[]>, now = Date.now()): void {
		const shorts = new Map<string, string>();
		for (const ids of papers.values()) for (const id of ids) shorts.set(id, this.#short(id));
		this.#shorts = shorts;
		const before = (this.#before ??= new Set(shorts.values()));
		const isKnown = (id: string): boolean => before.has(this.#short(id));
		const fresh = [...papers].filter(([, ids]) => !ids.some(isKnown));
		this.#ids = new Set(fresh.map(([id]) => id));
		this.#since = new Set([...this.#since, ...fresh.flatMap(([, ids]) => ids.map(id => this.#short(id)))]);
		this.#store(now);
	}

	/** From now on nothing is new; gives the ids of the papers that were. */
	markSeen(now = Date.now()): readonly string[] {
		const were = [...this.#ids];
		this.#before = new Set([...(this.#before ?? []), ...this.#since]);
		this.#since = new Set();
		this.#ids = new Set();
		this.#store(now);
		return were;
	}

	#short(id: string): string {
		const known = this.#shorts.get(id);
		if (known !== undefined) return known;
		const made = short(id);
		this.#shorts.set(id, made);
		return made;
	}

	#store(now: number): void {
		const seen: Seen = { before: [...(this.#before ?? [])], since: [...this.#since], at: now };
		void this.#memento.update(key, seen);
	}
}

/** Twelve hexadecimal digits: of a million papers, one in some hundred shelves is not called new for want of more. */
function short(id: string): string {
	return hash(id).slice(0, 12);
}

function storedSeen(value: unknown): Seen | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const { before, since, at } = value as Partial<Record<keyof Seen, unknown>>;
	const isList = (list: unknown): list is string[] => Array.isArray(list) && list.every(id => typeof id === "string");
	return isList(before) && isList(since) && typeof at === "number" ? { before, since, at } : undefined;
}
