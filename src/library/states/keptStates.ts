// The states of papers as this window knows them, and the file that keeps them. What the person does counts at once and
// is merged into the file as it is then: other windows, other people and Git write there, too.

import {
	differentIds,
	linesBeforeCut,
	mergeStates,
	noStates,
	readStates,
	type States,
	writeStates,
} from "../../core/states/states";

/** Where states are kept. */
export interface StateFile {
	/** The text that is kept; nothing when there is none. */
	read(): Promise<string | undefined>;
	/** Replaces the text. What a crash cuts off, `lastGood` knows. */
	write(text: string): Promise<void>;
	/** The text that was written last, for when the kept one was cut off. */
	lastGood(): Promise<string | undefined>;
	/** Calls the listener when somebody else may have written. */
	listen(listener: () => void): { dispose(): unknown };
}

export interface KeptStatesNeeds {
	readonly file: StateFile;
	/** Hears of papers whose states changed elsewhere, by the ids under which they were set. */
	readonly changed: (ids: readonly string[]) => void;
	/** Hears that the file could not be read or written, and what is not in it therefore. */
	readonly failed: (error: unknown, unwritten: States) => void;
}

export class KeptStates {
	readonly #needs: KeptStatesNeeds;
	readonly #listening: { dispose(): unknown };
	/** Ends when the file has been read for the first time. */
	readonly ready: Promise<void>;
	#states = noStates;
	/** What is not in the file yet. */
	#pending = noStates;
	/** The text that the file had last, with what is in it. */
	#last: { readonly text: string | undefined; readonly states: States } = { text: undefined, states: noStates };
	#queue: Promise<void> = Promise.resolve();

	constructor(needs: KeptStatesNeeds) {
		this.#needs = needs;
		this.#listening = needs.file.listen(() => void this.refresh());
		this.ready = this.refresh();
	}

	get states(): States {
		return this.#states;
	}

	/** Adds to what is known, and writes it. */
	add(states: States): Promise<void> {
		this.#states = mergeStates(this.#states, states);
		this.#pending = mergeStates(this.#pending, states);
		return this.#enqueue(() => this.#store());
	}

	/** Reads the file again. */
	refresh(): Promise<void> {
		return this.#enqueue(() => this.#take());
	}

	dispose(): void {
		this.#listening.dispose();
	}

	/** One after the other: between reading and writing nobody else of this window may write. */
	#enqueue(step: () => Promise<void>): Promise<void> {
		this.#queue = this.#queue.then(step).catch((error: unknown) => this.#needs.failed(error, this.#pending));
		return this.#queue;
	}

	async #take(): Promise<void> {
		const before = this.#states;
		this.#states = mergeStates(await this.#read(), this.#pending);
		const ids = differentIds(before, this.#states);
		if (ids.length > 0) this.#needs.changed(ids);
	}

	async #store(): Promise<void> {
		const pending = this.#pending;
		if (pending === noStates) return;
		const states = mergeStates(await this.#read(), pending);
		const text = writeStates(states);
		if (text !== this.#last.text) await this.#needs.file.write(text);
		this.#last = { text, states };
		if (this.#pending === pending) this.#pending = noStates;
		await this.#take();
	}

	/** What the file holds. One that was cut off while it was written is completed by what was last known. */
	async #read(): Promise<States> {
		const text = await this.#needs.file.read();
		if (text === undefined) return noStates;
		if (text === this.#last.text) return this.#last.states;
		const whole = linesBeforeCut(text);
		const isFirst = this.#last.text === undefined;
		const good = isFirst || whole !== undefined ? ((await this.#needs.file.lastGood()) ?? "") : "";
		// After a crash the cut may fall between two lines.
		if (whole !== undefined || (good.length > text.length && good.startsWith(text))) {
			return mergeStates(mergeStates(readStates(whole ?? text), readStates(good)), this.#last.states);
		}
		this.#last = { text, states: readStates(text) };
		return this.#last.states;
	}
}
