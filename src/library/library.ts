// The only owner of state: the digests, their papers and topics, and the engine that reads and finds them. Data flows
// one way: a digest's file changes, it is read again, and one event says what changed.

import * as vscode from "vscode";
import type { Paper } from "../core/paper";
import type { Appearance } from "../core/render/appearances";
import type { FollowedPapers, ShelfTopic } from "../core/shelf";
import type { Ask, Engine } from "../engine/engine";
import type { Inspection } from "../engine/protocol";
import { guarded, report } from "../host/commands";
import { DisposableStore } from "../host/disposables";
import { onDidChangeSetting } from "../host/settings";
import type { Annotations } from "./annotations";
import { Culprits } from "./culprits";
import { DigestFiles, type Places } from "./digestFiles";
import type { IndexStore } from "./indexStore";
import { PaperStates } from "./paperStates";
import { Projects } from "./projects";
import { Questions } from "./questions";
import { appearanceIn, readDigest, stampOfDigest, type Reading } from "./readDigest";
import { ShelfPapers, type LibraryChange } from "./shelfPapers";
import type { ShelfTopics } from "./shelfTopics";
import { Followed } from "./states/followed";
import { NewPapers } from "./states/newPapers";
import { absenceIn, type Absence } from "./states/sight";
import { Texts } from "./texts";

export type { Inspection, LibraryChange };

/** A digest on the shelf. */
export interface Digest extends Reading {
	/** Its papers in its order, as the shelf has them: the best of all their records. */
	readonly papers: readonly Paper[];
}

export interface LibraryNeeds extends Places {
	/** Where the index is kept between sessions. */
	readonly indexStore: IndexStore;
	readonly topics: ShelfTopics;
	readonly annotations: Annotations;
	/** Where what this workspace has seen is kept. */
	readonly memento: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
	readonly startEngine: () => Promise<Engine>;
}

/** Tells of topics, or of anything else but papers. */
const noChange: LibraryChange = { added: [], changed: [], removed: [], marked: [] };

export class Library implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<LibraryChange>());
	/** Fires when papers or topics changed. */
	readonly onDidChange = this.#changed.event;
	readonly #loading = this.#store.add(new vscode.EventEmitter<Promise<void>>());
	/** Fires when a reading of the digests starts, with its end. */
	readonly onDidStartLoading = this.#loading.event;

	/** What the person and the open document do with the papers. */
	readonly states: PaperStates;
	/** Which papers are new since last time. */
	readonly fresh: NewPapers;
	readonly #followed: Followed;
	/** What may be asked of the shelf. */
	readonly ask: Questions;
	/** The texts of manuscripts and bibliographies, and which belong together. */
	readonly texts = this.#store.add(new Texts());
	readonly projects: Projects;
	readonly #needs: LibraryNeeds;
	readonly #files: DigestFiles;
	readonly #culprits = new Culprits();
	#engine: Promise<Engine> | undefined;
	/** What was read of each digest, in the order of the digests. */
	#readings: ReadonlyMap<string, Reading> = new Map();
	#digests: readonly Digest[] = [];
	#shelf = new ShelfPapers();
	/** The last shelf all of whose papers were indexed. */
	#indexed: ShelfPapers | undefined;
	#grouping: Promise<void> | undefined;
	#current: Promise<void> | undefined;
	#again = false;
	/** Whether the engine holds all that the shelf shows. */
	#isFilled = false;
	#mustRestart = false;
	/** Digests to read again although their files seem unchanged. */
	#toReread = new Set<string>();
	#hasFailed = false;
	#disposed = false;

	constructor(needs: LibraryNeeds) {
		this.#needs = needs;
		this.ask = new Questions(this.#askShelf);
		const { annotations, log } = needs;
		const changed = (ids: readonly string[]) => this.#tell(ids);
		this.fresh = new NewPapers(needs.memento);
		this.#followed = this.#store.add(new Followed({ ask: queries => this.#askFollowed(queries), changed, log }));
		this.states = new PaperStates({
			annotations,
			idOf: id => this.idOf(id),
			idsOf: id => [this.idOf(id), ...this.idsOf(id)],
			fresh: this.fresh,
			followed: this.#followed,
			changed,
		});
		annotations.isOnShelf = id => this.papers.has(this.idOf(id));
		this.#store.add(annotations.onDidChange(ids => this.#tell(ids.map(id => this.idOf(id)))));
		this.projects = this.#store.add(new Projects(this.ask, this.texts));
		this.#files = this.#store.add(new DigestFiles(needs));
		this.#store.add(this.#files.onDidChange(() => void this.load()));
		this.#store.add(onDidChangeSetting(["topics"], () => void guarded(needs.log, () => this.#renewTopics())));
	}

	/** The papers of the shelf by id, in the order of the digests. */
	get papers(): ReadonlyMap<string, Paper> {
		return this.#shelf.papers;
	}

	/** A paper by any id by which it is known: as a preprint, as published, by its title. */
	paper(id: string): Paper | undefined {
		return this.#shelf.paper(id);
	}

	/** The id that a paper has now; the id itself when there is none. */
	idOf(id: string): string {
		return this.#shelf.idOf(id);
	}

	/** Every id by which a paper is known. */
	idsOf(id: string): readonly string[] {
		return this.#shelf.idsOf(id);
	}

	/** Where a paper stands, in the order of the digests. */
	appearancesOf(id: string): readonly Appearance[] {
		return this.#shelf.placesOf(id).flatMap(found => appearanceIn(this.#readings.get(found.source), found));
	}

	/** Whether every digest that has a paper announces it in one of these ways. */
	isAnnouncedAs(id: string, announcements: readonly string[]): boolean {
		return this.#shelf.isAnnouncedAs(id, announcements);
	}

	/** Why a paper is left out of the tree, by the settings as they are now; nothing for one that is to be shown. */
	absence(): (id: string) => Absence | undefined {
		return absenceIn({
			states: this.states,
			isAnnouncedAs: (id, announcements) => this.isAnnouncedAs(id, announcements),
			digestsOf: id => new Set(this.#shelf.placesOf(id).map(({ source }) => source)).size,
		});
	}

	/** From now on no paper is new. */
	markAllSeen(): void {
		const were = this.fresh.markSeen();
		if (were.length > 0) this.#tell(were);
	}

	get topics(): readonly ShelfTopic[] {
		return this.#needs.topics.list;
	}

	/** The label of the first topic that a paper is in. */
	topicOf(id: string): string | undefined {
		return this.#needs.topics.labelOf(id);
	}

	get digests(): readonly Digest[] {
		return this.#digests;
	}

	/**
	 * Brings the shelf in step with the files: reads what is new or changed. It ends when the papers are there, and the
	 * topics of all but large shelves.
	 */
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
		this.#culprits.clear();
		return this.load();
	}

	/** Reads one digest again, also when its files seem unchanged. */
	reloadDigest(uri: vscode.Uri): Promise<void> {
		this.#toReread.add(uri.toString());
		return this.load();
	}

	/** Whether everything that was read can be found by a search. */
	get isIndexed(): boolean {
		return this.#indexed === this.#shelf;
	}

	/** Ends when everything that was read can be found by a search. */
	async whenIndexed(): Promise<void> {
		await this.#current;
		const shelf = this.#shelf;
		await this.#askShelf("indexed", {});
		this.#indexed = shelf;
	}

	/** Ends when the topics are those of the whole shelf. */
	async whenGrouped(): Promise<void> {
		await this.#current;
		await this.#grouping;
	}

	/** Whether the files of a digest are still the ones that were read. */
	async isAsRead({ uri, stamp }: Digest): Promise<boolean> {
		return (await stampOfDigest(uri)) === stamp;
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

	/** States of papers changed. */
	#tell(marked: readonly string[]): void {
		if (this.#isFilled) void guarded(this.#needs.log, () => this.#ask("setStates", this.states.told));
		this.#changed.fire({ added: [], changed: [], removed: [], marked });
	}

	/** The person changed what they say of topics. */
	async #renewTopics(): Promise<void> {
		await this.#current;
		if (!this.#isFilled) return;
		await this.#needs.topics.shape(this.#ask);
		await this.#needs.topics.takeKnown(this.#ask);
		this.#changed.fire(noChange);
		this.#group();
	}

	/** Waits for the topics of a large shelf, and shows them. */
	#group(): void {
		const { topics, log } = this.#needs;
		if (topics.isWhole) return void topics.store();
		const grouping = guarded(log, async () => {
			await topics.takeWhole(this.#ask);
			if (this.#grouping !== grouping || this.#isDisposed()) return;
			this.#changed.fire(noChange);
			await topics.store();
		});
		this.#grouping = grouping;
		this.#loading.fire(grouping);
	}

	/** What followed queries bring, once every paper can be found. */
	async #askFollowed(queries: readonly string[]): Promise<readonly FollowedPapers[] | undefined> {
		await this.whenIndexed();
		return this.#askShelf("followed", { queries });
	}

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

	/** Ends the engine; since a new one knows nothing, every digest is read again. */
	async #dropEngine(): Promise<void> {
		const engine = this.#engine;
		this.#engine = undefined;
		this.#isFilled = false;
		this.#mustRestart = false;
		(await engine?.catch(() => undefined))?.dispose();
		this.#toReread = new Set(this.#readings.keys());
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
				if (attempt > 1 && !this.#culprits.takeNew()) return this.#giveUp(error);
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

	/** Keeps the index for the next session; without it, it is built anew. */
	async #storeIndex(): Promise<void> {
		try {
			await this.whenIndexed();
			await this.#needs.indexStore.store(this.#ask);
		} catch (error) {
			if (!this.#isDisposed()) this.#needs.log.warn(`The index could not be stored: ${String(error)}`);
		}
	}

	async #loadOnce(): Promise<void> {
		const started = performance.now();
		if (!this.#isFilled) await guarded(this.#needs.log, () => this.#needs.indexStore.restore(this.#ask));
		if (!this.#isFilled) await guarded(this.#needs.log, () => this.#needs.topics.restore(this.#ask));
		const uris = await this.#files.list();
		const before = this.#readings;
		const toReread = this.#toReread;
		this.#toReread = new Set();
		const after = new Map<string, Reading>();
		const needs = { ask: this.#ask, culprits: this.#culprits, log: this.#needs.log };
		for (const uri of uris) {
			const source = uri.toString();
			const known = before.get(source);
			const last = known && toReread.has(source) ? { ...known, stamp: "" } : known;
			const reading = await readDigest(uri, last, needs);
			if (this.#isDisposed()) return;
			if (reading) after.set(source, reading);
		}
		const gone = [...before.keys()].filter(source => !after.has(source));
		for (const source of gone) await this.#ask("forget", { source });
		if (gone.length === 0 && [...after].every(([source, reading]) => before.get(source) === reading)) return;

		await this.#ask("arrange", { sources: [...after.keys()] });
		await this.#needs.annotations.ready;
		await this.#needs.topics.shape(this.#ask);
		const shelf = await this.#shelf.renewed(this.#ask, !this.#isFilled);
		await this.#needs.topics.takeKnown(this.#ask);
		const ids = new Map(Array.from(shelf.papers.keys(), id => [id, shelf.idsOf(id)]));
		await this.fresh.take(ids);
		const change = this.#shelf.changeTo(shelf);
		this.#shelf = shelf;
		await this.#ask("setStates", this.states.told);
		this.#readings = after;
		this.#digests = Array.from(after, ([source, reading]) => ({ ...reading, papers: shelf.papersIn(source) }));
		this.#needs.log.info(
			`${shelf.papers.size} papers in ${after.size} digests, read in ${Math.round(performance.now() - started)} ms`,
		);
		this.#changed.fire(change);
		this.#group();
		this.#followed.renew();
		void this.#storeIndex();
	}
}
