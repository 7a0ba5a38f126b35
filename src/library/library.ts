// The only owner of state: the digests, their papers and topics, and the engine that reads and finds them. Data flows
// one way: a digest's file changes, it is read again, and one event says what changed.

import * as vscode from "vscode";
import { gather } from "../core/gather";
import type { Paper, Problem } from "../core/paper";
import { problem } from "../core/problems";
import type { ShownTopic } from "../core/render";
import type { FoundPaper, ShelfTopic } from "../core/shelf";
import type { Ask, Cancellation, Engine } from "../engine/engine";
import type { Addition, EntriesToAdd, Inspection, NamedBytes, PageRequest } from "../engine/protocol";
import { report } from "../host/commands";
import { DisposableStore } from "../host/disposables";
import { baseName, readIfThere } from "../host/files";
import { DigestFiles, recordsOf, type Places } from "./digestFiles";
import { readPapers } from "./readPapers";

export type { Inspection };

/** A digest on the shelf. */
export interface Digest {
	readonly uri: vscode.Uri;
	readonly name: string;
	readonly format: string;
	readonly papers: readonly Paper[];
	readonly problems: readonly Problem[];
	/** Milliseconds from opening the file to having its papers. */
	readonly readingMs: number;
	/** Tells one state of the files from another. */
	readonly stamp: string;
}

/** What a reading of the digests changed, as ids of papers. All three are empty when only topics changed. */
export interface LibraryChange {
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

export interface LibraryNeeds extends Places {
	readonly log: vscode.LogOutputChannel;
	readonly startEngine: () => Promise<Engine>;
}

export class Library implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<LibraryChange>());
	/** Fires when papers or topics changed. */
	readonly onDidChange = this.#changed.event;
	readonly #loading = this.#store.add(new vscode.EventEmitter<Promise<void>>());
	/** Fires when a reading of the digests starts, with its end. */
	readonly onDidStartLoading = this.#loading.event;

	readonly #needs: LibraryNeeds;
	readonly #files: DigestFiles;
	#engine: Promise<Engine> | undefined;
	#digests = new Map<string, Digest>();
	#papers: ReadonlyMap<string, Paper> = new Map();
	#topics: readonly ShelfTopic[] = [];
	#current: Promise<void> | undefined;
	#again = false;
	/** Whether the engine holds all that the shelf shows. */
	#isFilled = false;
	#mustRestart = false;
	#hasFailed = false;
	#disposed = false;

	constructor(needs: LibraryNeeds) {
		this.#needs = needs;
		this.#files = this.#store.add(new DigestFiles(needs));
		this.#store.add(this.#files.onDidChange(() => void this.load()));
	}

	/** The papers of the shelf by id, in the order of the digests. */
	get papers(): ReadonlyMap<string, Paper> {
		return this.#papers;
	}

	get topics(): readonly ShelfTopic[] {
		return this.#topics;
	}

	get digests(): readonly Digest[] {
		return [...this.#digests.values()];
	}

	/** Brings the shelf in step with the files: reads what is new or changed, and ends when the topics are there. */
	load(): Promise<void> {
		if (this.#current) {
			this.#again = true;
			return this.#current;
		}
		const current = this.#loadUntilQuiet().finally(() => (this.#current = undefined));
		this.#current = current;
		this.#loading.fire(current);
		return current;
	}

	/** Reads every digest again, with a new engine. */
	reload(): Promise<void> {
		this.#mustRestart = true;
		return this.load();
	}

	/** Reads one digest again, also when its files seem unchanged. */
	reloadDigest(uri: vscode.Uri): Promise<void> {
		const known = this.#digests.get(uri.toString());
		if (known) this.#digests.set(uri.toString(), { ...known, stamp: "" });
		return this.load();
	}

	/** Ends when everything that was read can be found by a search. */
	async whenIndexed(): Promise<void> {
		await this.#current;
		await this.#askShelf("indexed", {});
	}

	async search(
		query: string,
		options: { limit: number; asYouType: boolean },
		cancellation?: Cancellation,
	): Promise<readonly FoundPaper[]> {
		return (await this.#askShelf("search", { query, ...options }, cancellation)) ?? [];
	}

	async suggest(passage: string, limit: number, cancellation?: Cancellation): Promise<readonly FoundPaper[]> {
		return (await this.#askShelf("suggest", { passage, limit }, cancellation)) ?? [];
	}

	/** The topics of a paper, each with the terms that put the paper there. */
	async topicsOf(id: string): Promise<readonly ShownTopic[]> {
		return (await this.#askShelf("topicsOf", { id })) ?? [];
	}

	/** The reading panel's HTML of a paper; `undefined` when it is not on the shelf. See `renderPaper`. */
	page(request: PageRequest): Promise<string | undefined> {
		return this.#askShelf("page", request);
	}

	/** What a digest holds that is not on the shelf; `undefined` when cancelled. Nothing changes by it. */
	inspect(digest: NamedBytes, cancellation?: Cancellation): Promise<Inspection | undefined> {
		return this.#askShelf("inspect", { digest }, cancellation);
	}

	/** Whether the files of a digest are still the ones that were read. */
	async isAsRead({ uri, stamp }: Digest): Promise<boolean> {
		return (await stampOfDigest(uri)) === stamp;
	}

	/** Papers added to a bibliography; see `addToBibliography`. An unknown id is an error. */
	async addEntries(bibliography: Omit<EntriesToAdd, "ids">, ids: readonly string[]): Promise<Addition> {
		const addition = await this.#askShelf("addEntries", { ...bibliography, ids });
		if (!addition) throw new vscode.CancellationError();
		return addition;
	}

	dispose(): void {
		this.#disposed = true;
		void this.#engine?.then(
			engine => engine.dispose(),
			() => undefined,
		);
		this.#store.dispose();
	}

	/** Asks the engine as it is, while it is being filled. */
	readonly #ask: Ask = async (method, params, cancellation) =>
		(await this.#startedEngine()).ask(method, params, cancellation);

	/** Asks an engine that holds the shelf: one that failed or was restarted meanwhile is waited for, once. */
	readonly #askShelf: Ask = async (method, params, cancellation) => {
		const engine = await this.#filledEngine();
		try {
			return await engine.ask(method, params, cancellation);
		} catch (error) {
			if (!engine.failed || this.#isDisposed()) throw error;
			return (await this.#filledEngine()).ask(method, params, cancellation);
		}
	};

	#startedEngine(): Promise<Engine> {
		return (this.#engine ??= this.#needs.startEngine());
	}

	async #filledEngine(): Promise<Engine> {
		if (!this.#isFilled || (await this.#startedEngine()).failed) await (this.#current ?? this.load());
		return this.#startedEngine();
	}

	/** Asked after an `await`, where the compiler would otherwise hold on to what it knew before. */
	#isDisposed(): boolean {
		return this.#disposed;
	}

	/** Ends the engine and, since a new one knows nothing, forgets in which state each digest was read. */
	async #dropEngine(): Promise<void> {
		const engine = this.#engine;
		this.#engine = undefined;
		this.#isFilled = false;
		this.#mustRestart = false;
		(await engine?.catch(() => undefined))?.dispose();
		for (const [source, digest] of this.#digests) this.#digests.set(source, { ...digest, stamp: "" });
	}

	/** Loads, and again as long as something changed meanwhile. */
	async #loadUntilQuiet(): Promise<void> {
		do this.#again = false;
		while (await this.#loadSafely());
	}

	/** Loads, with a new engine when the last one failed; answers whether to load once more. */
	async #loadSafely(): Promise<boolean> {
		for (let attempt = 1; !this.#isDisposed(); attempt++) {
			try {
				if (this.#mustRestart || (await this.#engine)?.failed) await this.#dropEngine();
				await this.#loadOnce();
				this.#isFilled = true;
				this.#hasFailed = false;
				return this.#again || this.#mustRestart;
			} catch (error) {
				if (this.#isDisposed()) return false;
				await this.#dropEngine();
				if (attempt > 1) return this.#giveUp(error);
			}
		}
		return false;
	}

	/** Tells once why the digests cannot be read; the last good papers stay. */
	#giveUp(error: unknown): false {
		if (!this.#hasFailed) void report(error, this.#needs.log);
		this.#hasFailed = true;
		return false;
	}

	async #loadOnce(): Promise<void> {
		const started = performance.now();
		const uris = await this.#files.list();
		const before = this.#digests;
		const after = new Map<string, Digest>();
		for (const uri of uris) {
			const digest = await this.#readDigest(uri, before.get(uri.toString()));
			if (this.#isDisposed()) return;
			if (digest) after.set(uri.toString(), digest);
		}
		const gone = [...before.keys()].filter(source => !after.has(source));
		for (const source of gone) await this.#ask("forget", { source });
		if (gone.length === 0 && [...after].every(([source, digest]) => before.get(source) === digest)) return;

		this.#digests = after;
		const papers = gather([...after.values()].map(digest => digest.papers));
		const change = difference(this.#papers, papers);
		this.#papers = papers;
		this.#topics = (await this.#ask("topics", {})) ?? [];
		this.#needs.log.info(
			`${papers.size} papers in ${after.size} digests, read in ${Math.round(performance.now() - started)} ms`,
		);
		this.#changed.fire(change);
	}

	/** The digest as it is now; the known one when its files are unchanged, `undefined` when it is gone. */
	async #readDigest(uri: vscode.Uri, known: Digest | undefined): Promise<Digest | undefined> {
		const started = performance.now();
		const stamp = await stampOfDigest(uri);
		if (known?.stamp === stamp) return known;
		try {
			const content = await readIfThere(uri);
			if (!content) return undefined;
			const records = await readIfThere(recordsOf(uri));
			const read = await readPapers(this.#ask, {
				source: uri.toString(),
				digest: { name: baseName(uri), content },
				...(records && { records: { name: baseName(recordsOf(uri)), content: records } }),
				known: known?.papers ?? [],
			});
			const readingMs = Math.round(performance.now() - started);
			this.#needs.log.debug(`${uri.toString()}: ${read.format}, ${read.papers.length} papers, ${readingMs} ms`);
			for (const { message } of read.problems) this.#needs.log.debug(message);
			return { uri, name: baseName(uri), stamp, readingMs, ...read };
		} catch (error) {
			if (this.#isDisposed() || !(error instanceof vscode.FileSystemError)) throw error;
			this.#needs.log.error(`${uri.toString()}: ${error.message}`);
			return unreadable(uri, stamp, error, known);
		}
	}
}

/** A digest whose file cannot be read now: what was read of it before stays, and the status says why. */
function unreadable(uri: vscode.Uri, stamp: string, error: Error, known: Digest | undefined): Digest {
	const name = baseName(uri);
	const place = { file: name, line: 1, range: { start: 0, end: 0 } };
	const { papers, format } = known ?? { papers: [], format: "unreadable" };
	return {
		uri,
		name,
		stamp,
		format,
		papers,
		readingMs: 0,
		problems: [problem("file-unreadable", place, error.message)],
	};
}

async function stampOfDigest(uri: vscode.Uri): Promise<string> {
	return `${await stampOf(uri)} ${await stampOf(recordsOf(uri))}`;
}

async function stampOf(uri: vscode.Uri): Promise<string> {
	try {
		const { mtime, size } = await vscode.workspace.fs.stat(uri);
		return `${mtime}:${size}`;
	} catch {
		return "none";
	}
}

function difference(before: ReadonlyMap<string, Paper>, after: ReadonlyMap<string, Paper>): LibraryChange {
	return {
		added: [...after.keys()].filter(id => !before.has(id)),
		changed: [...after].filter(([id, paper]) => before.has(id) && before.get(id) !== paper).map(([id]) => id),
		removed: [...before.keys()].filter(id => !after.has(id)),
	};
}
