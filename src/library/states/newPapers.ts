// Which papers are new since last time: first seen in this session, or since the person marked all as seen.

import type * as vscode from "vscode";
import { hash } from "../../core/text/normalize";

const key = "papers.seen";

/** Milliseconds of shortening ids at a time. */
const sliceMs = 4;

/** A session that ended less than this ago goes on: a reloaded window has not been looked at any longer. */
const pauseMs = 30 * 60_000;

/** What is kept between sessions: short forms of ids, apart by spaces. One text is written faster than thousands. */
interface Seen {
	/** Papers that were there in an earlier session. */
	readonly before: string;
	/** Papers that came since. */
	readonly since: string;
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
		const [before, since] = [shortsIn(seen?.before), shortsIn(seen?.since)];
		this.#before = seen && new Set(isOver ? [...before, ...since] : before);
		this.#since = new Set(isOver ? [] : since);
	}

	/** The papers of the shelf that are new. */
	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	/**
	 * Takes in which papers are on the shelf now, each with every id by which it is known, its own among them. It works in
	 * slices that nobody notices, and ends in one step.
	 */
	async take(papers: ReadonlyMap<string, readonly string[]>, now = Date.now()): Promise<void> {
		const shorts = new Map<string, string>();
		const isFirst = this.#before === undefined;
		const before = isFirst ? new Set<string>() : this.#before;
		const since = new Set(this.#since);
		const fresh = new Set<string>();
		let end = performance.now() + sliceMs;
		for (const [id, ids] of papers) {
			const own = ids.map(each => this.#shorts.get(each) ?? short(each));
			ids.forEach((each, i) => shorts.set(each, own[i] ?? ""));
			if (isFirst) for (const each of own) before?.add(each);
			else if (!own.some(each => before?.has(each))) {
				fresh.add(id);
				for (const each of own) since.add(each);
			}
			if (performance.now() < end) continue;
			await new Promise(resolve => setTimeout(resolve, 0));
			end = performance.now() + sliceMs;
		}
		// Somebody may have marked all as seen meanwhile.
		if (!isFirst && before !== this.#before) return this.take(papers, now);
		this.#shorts = shorts;
		this.#before = before;
		this.#ids = fresh;
		this.#since = since;
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

	#store(now: number): void {
		const seen: Seen = { before: [...(this.#before ?? [])].join(" "), since: [...this.#since].join(" "), at: now };
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
	const areTexts = typeof before === "string" && typeof since === "string";
	return areTexts && typeof at === "number" ? { before, since, at } : undefined;
}

function shortsIn(text = ""): readonly string[] {
	return text.split(" ").filter(each => each !== "");
}
