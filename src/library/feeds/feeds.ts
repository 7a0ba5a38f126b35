// The feeds: fetched when somebody asks or when they are due, and kept as dated digests like any other. Each fetch is
// written whole or not at all, and one feed that fails costs no other.

import * as vscode from "vscode";
import { dayOf } from "../../core/feeds/days";
import { fault, faultText } from "../../core/feeds/faults";
import type { Fault, Feed, FeedReading, FeedState, OnlineFeed, Remainder } from "../../core/feeds/feed";
import type { Settled } from "../../core/feeds/settle";
import { noState } from "../../core/feeds/states";
import { DisposableStore } from "../../host/disposables";
import { UserError } from "../../host/errors";
import { FetchError } from "../../host/fetchBytes";
import { onDidChangeSetting } from "../../host/settings";
import { digestFolderIn, keepDigests } from "../keepDigest";
import type { Library } from "../library";
import { FeedStates, type StatedFeed } from "./feedStates";
import { fetchFeed, fetchFeeds, type FeedFailure, type FetchingNeeds } from "./fetching";
import { readFolder, type MailFeed } from "./mailFolder";
import { Turns } from "./turns";
import { addToSetting, placedFeeds, removeFromSetting, type FeedPlace, type PlacedFeed } from "./placedFeeds";

export interface FeedsNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The folder of the digests that are kept for the person alone. */
	readonly privateFolder: vscode.Uri;
	readonly sampleFolder: vscode.Uri;
	/** Where it is kept what is known of the feeds. */
	readonly storage: Readonly<Record<FeedPlace, vscode.Uri>>;
}

/** What a fetch came to. */
export interface FetchSummary {
	/** How many feeds answered. */
	readonly answered: number;
	readonly digests: readonly vscode.Uri[];
	/** Those of them that are no digests by the person's own globs. */
	readonly unlisted: readonly vscode.Uri[];
	/** Papers that were not on the shelf. */
	readonly fresh: number;
	readonly faults: readonly { readonly feed: Feed; readonly fault: Fault }[];
	/** Feeds that had more than was taken. */
	readonly cut: readonly { readonly feed: Feed; readonly left: Remainder }[];
}

export interface FetchOptions {
	/** Which feeds, asked when it is the turn of this window; all of them unless told. */
	readonly isWanted?: (stated: StatedFeed) => boolean;
	readonly signal: AbortSignal;
	/** Called when another window that fetches is waited for. */
	readonly onWaiting?: () => void;
	readonly onFetched?: (feed: Feed) => void;
}

type Outcome = FeedReading | (Omit<FeedFailure, "feed"> & { readonly feed: Feed });

export class Feeds implements vscode.Disposable {
	readonly #needs: FeedsNeeds;
	readonly #store = new DisposableStore();
	readonly #states: FeedStates;
	readonly #turns: Turns;
	readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
	/** Fires when feeds or what is known of them changed. */
	readonly onDidChange = this.#changed.event;
	readonly #disposing = new AbortController();
	#current: Promise<FetchSummary> | undefined;

	constructor(needs: FeedsNeeds) {
		this.#needs = needs;
		this.#states = new FeedStates(needs.storage);
		this.#turns = new Turns(needs.storage.user);
		this.#store.add(onDidChangeSetting(["feeds"], () => this.#changed.fire()));
	}

	/** The feeds of the settings, with what is known of each. */
	async list(): Promise<readonly StatedFeed[]> {
		return this.#states.of(placedFeeds().feeds);
	}

	/** Whether feeds are being fetched. */
	get isFetching(): boolean {
		return this.#current !== undefined;
	}

	async add(placed: PlacedFeed): Promise<void> {
		await addToSetting(placed);
	}

	/** Takes a feed out of the setting and forgets it; its digests stay. */
	async remove(placed: PlacedFeed): Promise<void> {
		await removeFromSetting(placed);
		await this.#states.keep(placed.place, new Map([[placed.feed.key, undefined]]));
		this.#changed.fire();
	}

	/** Puts a feed back that was removed, with what was known of it. */
	async restore(stated: StatedFeed): Promise<void> {
		await this.#keep([stated]);
		await addToSetting(stated);
	}

	/** The first answer of a feed that is not kept. */
	async preview(feed: OnlineFeed, signal: AbortSignal): Promise<FeedReading | FeedFailure> {
		checkTrust();
		// A search of PubMed comes before its records.
		return fetchFeed({ feed, state: noState }, this.#fetching(signal), feed.kind === "pubmed" ? 6 : 1);
	}

	/** Fetches feeds; a fetch that is under way is waited for. Throws a `CancellationError` when it was cancelled. */
	async fetch(options: FetchOptions): Promise<FetchSummary> {
		checkTrust();
		while (this.#current) await this.#current.catch(() => undefined);
		const { onWaiting } = options;
		const signal = this.#until(options.signal);
		const current = this.#turns
			.take({ signal, onWaiting }, () => this.#fetch({ ...options, signal }))
			.finally(() => {
				this.#current = undefined;
				this.#changed.fire();
			});
		this.#current = current;
		this.#changed.fire();
		return current;
	}

	dispose(): void {
		this.#disposing.abort();
		this.#store.dispose();
	}

	/** Until the signal comes, or the window ends. */
	#until(signal: AbortSignal): AbortSignal {
		return AbortSignal.any([signal, this.#disposing.signal]);
	}

	#fetching(signal: AbortSignal): FetchingNeeds {
		const { ask } = this.#needs.library;
		return {
			signal: this.#until(signal),
			ask: question => ask.feeds("askFeed", question),
		};
	}

	async #fetch({ isWanted = () => true, signal, onFetched }: FetchOptions): Promise<FetchSummary> {
		const { library, log } = this.#needs;
		const started = performance.now();
		const feeds = (await this.list()).filter(isWanted);
		if (feeds.length === 0) return this.#sum([]);
		// What another window has kept meanwhile is known, and does not come again.
		await library.load();
		const outcomes = await this.#ask(feeds, signal, onFetched);
		if (signal.aborted) throw new vscode.CancellationError();
		const summaries: FetchSummary[] = [];
		for (const place of ["user", "workspace"] as const) {
			const here = feeds.filter(each => each.place === place);
			if (here.length > 0) summaries.push(await this.#settle(here, outcomes, place));
		}
		await library.load();
		log.info(`${feeds.length} feeds fetched in ${Math.round(performance.now() - started)} ms`);
		return this.#sum(summaries);
	}

	/** What each feed gave, by its key. */
	async #ask(
		feeds: readonly StatedFeed[],
		signal: AbortSignal,
		onFetched: FetchOptions["onFetched"],
	): Promise<ReadonlyMap<string, Outcome>> {
		const online = feeds.flatMap(({ feed, state }) => {
			// In a browser a site would have to allow that it is asked for what changed.
			const asked = isInBrowser() ? { ...state, validators: {} } : state;
			return feed.kind === "mail" ? [] : [{ feed, state: asked }];
		});
		const asked: Promise<readonly Outcome[]> = fetchFeeds(online, {
			...this.#fetching(signal),
			...(onFetched && { onFetched }),
		}).catch((error: unknown) => {
			const isCancelled = error instanceof FetchError && error.failure.kind === "cancelled";
			throw isCancelled ? new vscode.CancellationError() : error;
		});
		const read = this.#readFolders(feeds.filter(isOfMails), signal, onFetched);
		const outcomes = await Promise.all([asked, read]);
		return new Map(outcomes.flat().map(outcome => [outcome.feed.key, outcome]));
	}

	/** What each folder gave, one after the other. */
	async #readFolders(
		folders: readonly (StatedFeed & { readonly feed: MailFeed })[],
		signal: AbortSignal,
		onFetched: FetchOptions["onFetched"],
	): Promise<readonly Outcome[]> {
		const read: Outcome[] = [];
		for (const each of folders) {
			read.push(await this.#readFolder(each, signal));
			onFetched?.(each.feed);
		}
		return read;
	}

	async #readFolder(each: StatedFeed & { readonly feed: MailFeed }, signal: AbortSignal): Promise<Outcome> {
		try {
			return await readFolder(each, this.#needs.library.ask, signal);
		} catch (error) {
			if (!(error instanceof vscode.FileSystemError)) throw error;
			return { feed: each.feed, fault: fault("folder-unreadable", error.message) };
		}
	}

	/** Writes the digests of a place, and keeps what is known of its feeds. */
	async #settle(
		feeds: readonly StatedFeed[],
		outcomes: ReadonlyMap<string, Outcome>,
		place: FeedPlace,
	): Promise<FetchSummary> {
		const now = Date.now();
		const answered = feeds.flatMap(({ feed, state }) => {
			const outcome = outcomes.get(feed.key);
			return outcome && !("fault" in outcome) ? [{ reading: outcome, state }] : [];
		});
		const params = { answered, within: this.#within(place), now, today: localDay(now) };
		const settled = await this.#needs.library.ask.feeds("settleFeeds", params);
		const written = await this.#write(settled, place);
		const states = feeds.map(each => {
			const outcome = outcomes.get(each.feed.key);
			const { state, digest } = settled.find(({ key }) => key === each.feed.key) ?? {};
			const unwritten = digest && written.fault ? { fault: written.fault } : undefined;
			const failure = outcome && "fault" in outcome ? outcome : unwritten;
			return { ...each, state: failure || !state ? failed(each.state, failure, now) : state };
		});
		await this.#keep(states);
		return {
			answered: states.filter(({ state }) => !state.fault).length,
			digests: written.digests,
			unlisted: [],
			fresh: written.fault ? 0 : settled.reduce((sum, { digest }) => sum + (digest?.fresh ?? 0), 0),
			faults: states.flatMap(({ feed, state }) => (state.fault ? [{ feed, fault: state.fault }] : [])),
			cut: states.flatMap(({ feed, state }) => (state.left ? [{ feed, left: state.left }] : [])),
		};
	}

	/** Writes digests: all of them, or none and why. */
	async #write(
		settled: readonly Settled[],
		place: FeedPlace,
	): Promise<{ readonly digests: readonly vscode.Uri[]; readonly fault?: Fault }> {
		const news = settled.flatMap(({ digest }) =>
			digest ? [{ name: digest.name, content: new TextEncoder().encode(digest.text), format: "csl-json" }] : [],
		);
		if (news.length === 0) return { digests: [] };
		try {
			return { digests: await keepDigests(news, this.#folder(place)) };
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			return { digests: [], fault: fault("not-written", reason) };
		}
	}

	#folder(place: FeedPlace): vscode.Uri {
		const [first] = vscode.workspace.workspaceFolders ?? [];
		return place === "workspace" && first ? digestFolderIn(first.uri) : this.#needs.privateFolder;
	}

	/** The digests that are there wherever a new one of this place will be. */
	#within(place: FeedPlace): readonly string[] {
		const { library, privateFolder, sampleFolder } = this.#needs;
		const sources = library.digests.map(({ uri }) => uri.toString());
		const isIn = (folder: vscode.Uri) => (source: string) => source.startsWith(`${folder.toString()}/`);
		if (place === "user") return sources.filter(isIn(privateFolder));
		return sources.filter(source => !isIn(sampleFolder)(source) && !isIn(privateFolder)(source));
	}

	async #keep(feeds: readonly StatedFeed[]): Promise<void> {
		for (const place of ["user", "workspace"] as const) {
			const here = feeds.filter(each => each.place === place);
			await this.#states.keep(place, new Map(here.map(({ feed, state }) => [feed.key, state])));
		}
	}

	/** What all places came to; the log is told of each feed that failed. */
	#sum(summaries: readonly FetchSummary[]): FetchSummary {
		const { library, log } = this.#needs;
		const faults = summaries.flatMap(each => each.faults);
		for (const { feed, fault: why } of faults) log.warn(`${feed.name}: ${faultText(why)}`);
		const digests = summaries.flatMap(each => each.digests);
		const onShelf = new Set(library.digests.map(({ uri }) => uri.toString()));
		const sum = (count: (each: FetchSummary) => number) => summaries.reduce((all, each) => all + count(each), 0);
		return {
			answered: sum(each => each.answered),
			digests,
			unlisted: digests.filter(uri => !onShelf.has(uri.toString())),
			fresh: sum(each => each.fresh),
			faults,
			cut: summaries.flatMap(each => each.cut),
		};
	}
}

function isOfMails(each: StatedFeed): each is StatedFeed & { readonly feed: MailFeed } {
	return each.feed.kind === "mail";
}

/** What is kept of a feed that failed: all that was known, and why. */
function failed(
	state: FeedState,
	failure: { readonly fault: Fault; readonly notBefore?: string } | undefined,
	now: number,
): FeedState {
	const { notBefore, fault: why = fault("answer-empty") } = failure ?? {};
	// What the feed asked for before is over: it was asked again.
	const kept = Object.fromEntries(Object.entries(state).filter(([name]) => name !== "notBefore"));
	const checked = new Date(now).toISOString();
	return { ...kept, seen: state.seen, checked, fault: why, ...(notBefore !== undefined && { notBefore }) };
}

/** Whether this is a browser's own extension host: Node's has no `Worker` of this kind. */
function isInBrowser(): boolean {
	return typeof Worker === "function";
}

/** The day where the person is. */
function localDay(now: number): string {
	return dayOf(now - new Date(now).getTimezoneOffset() * 60_000);
}

/** A workspace that nobody trusts sends nothing. */
function checkTrust(): void {
	if (vscode.workspace.isTrusted) return;
	const title = vscode.l10n.t("Manage workspace trust");
	const run = () => vscode.commands.executeCommand("workbench.trust.manage");
	throw new UserError(vscode.l10n.t("Feeds are not fetched in Restricted Mode."), [{ title, run }]);
}
