// One window fetches at a time: two at once would each find the papers new, and keep them twice. The window whose turn it
// is has a folder in the person's storage, which no other one can put in its place: renaming never replaces a folder that
// holds something. A window that ended without giving its turn back has not said for a while that it is still at work.

import * as vscode from "vscode";
import { sleep } from "../../host/sleep";

export interface TurnOptions {
	readonly signal: AbortSignal;
	/** Called once when another window is waited for. */
	readonly onWaiting?: (() => void) | undefined;
}

export interface TurnTimes {
	/** How often a window says that it is at work, in milliseconds. */
	readonly renewMs: number;
	/** After this time without a word, in milliseconds, its turn is over. */
	readonly staleMs: number;
	/** How often one looks whether it is one's turn, in milliseconds. */
	readonly lookMs: number;
}

const ownTimes: TurnTimes = { renewMs: 10_000, staleMs: 60_000, lookMs: 400 };

/** Where no turn can be taken though nobody has it, the storage cannot be written: one goes on without. */
const mostFailures = 5;

export class Turns {
	readonly #storage: vscode.Uri;
	readonly #times: TurnTimes;
	readonly #id = crypto.randomUUID();

	constructor(storage: vscode.Uri, times = ownTimes) {
		this.#storage = storage;
		this.#times = times;
	}

	/** Runs something in the turn of this window. Throws a `CancellationError` when it is cancelled before. */
	async take<T>(options: TurnOptions, run: () => Promise<T>): Promise<T> {
		await this.#wait(options);
		let renewing = Promise.resolve();
		const timer = setInterval(() => {
			renewing = renewing.then(() => this.#renew());
		}, this.#times.renewMs);
		try {
			return await run();
		} finally {
			clearInterval(timer);
			// What is written later would make a folder that nobody takes away.
			await renewing;
			if (await this.#isOwn()) await this.#end();
		}
	}

	async #wait({ signal, onWaiting }: TurnOptions): Promise<void> {
		let last: { readonly text: string; readonly since: number } | undefined;
		let failures = 0;
		while (failures < mostFailures && !(await this.#begin())) {
			const text = await this.#word();
			failures = text === undefined ? failures + 1 : 0;
			if (text !== undefined && !last) onWaiting?.();
			if (text !== undefined && text !== last?.text) last = { text, since: Date.now() };
			if (last && text !== undefined && this.#isOver(last)) await this.#end();
			await sleep(this.#times.lookMs, signal);
			if (signal.aborted) throw new vscode.CancellationError();
		}
	}

	/** Whether a window has said nothing for too long: by its own clock, or since this one listens. */
	#isOver({ text, since }: { readonly text: string; readonly since: number }): boolean {
		const said = Number(text.split(" ")[1] ?? NaN);
		return [said, since].some(time => Date.now() - time > this.#times.staleMs);
	}

	/** Whether it is this window's turn now. */
	async #begin(): Promise<boolean> {
		const own = this.#place(`fetching-${this.#id}`);
		try {
			await this.#say(own);
			await vscode.workspace.fs.rename(own, this.#place("fetching"), { overwrite: false });
			return true;
		} catch {
			await remove(own);
			return false;
		}
	}

	async #renew(): Promise<void> {
		try {
			if (await this.#isOwn()) await this.#say(this.#place("fetching"));
		} catch {
			// It is tried again; at worst another window fetches as well.
		}
	}

	/** Ends the turn that somebody has. It is moved away first, so that of two windows one does it, and never half. */
	async #end(): Promise<void> {
		const away = this.#place(`fetched-${this.#id}`);
		try {
			await vscode.workspace.fs.rename(this.#place("fetching"), away, { overwrite: true });
		} catch {
			// Another window was first.
		}
		await remove(away);
	}

	async #say(folder: vscode.Uri): Promise<void> {
		const text = `${this.#id} ${Date.now()}`;
		await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "window"), new TextEncoder().encode(text));
	}

	async #isOwn(): Promise<boolean> {
		return (await this.#word())?.startsWith(`${this.#id} `) === true;
	}

	/** What the window says whose turn it is; it may be read in the midst of being written. */
	async #word(): Promise<string | undefined> {
		try {
			const file = vscode.Uri.joinPath(this.#place("fetching"), "window");
			return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
		} catch {
			return undefined;
		}
	}

	#place(name: string): vscode.Uri {
		return vscode.Uri.joinPath(this.#storage, name);
	}
}

async function remove(folder: vscode.Uri): Promise<void> {
	try {
		await vscode.workspace.fs.delete(folder, { recursive: true });
	} catch {
		// It is not there.
	}
}
