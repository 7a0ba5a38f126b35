// The commands of feeds, and what is said of what they brought.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import type { Feed } from "../../core/feeds/feed";
import { feedOf, readFeeds } from "../../core/feeds/setting";
import { asWritten } from "../../host/asWritten";
import { guarded, register } from "../../host/commands";
import { UserError } from "../../host/errors";
import { baseName } from "../../host/files";
import { FeedClock } from "../../library/feeds/feedClock";
import type { FetchSummary } from "../../library/feeds/feeds";
import type { StatedFeed } from "../../library/feeds/feedStates";
import { chooseSource } from "./choosing";
import { previewFeed } from "./preview";
import { placeWords } from "./statusRows";
import { faultWords, feedIcon, feedsIn, leftWords, newPapersIn } from "./words";
import { showWhatIsNew, type WhatIsNewNeeds } from "./whatIsNew";

export interface FeedCommandsNeeds extends WhatIsNewNeeds {
	/** Remembers on which day the person was told last. */
	readonly memento: vscode.Memento;
}

const toldKey = "feeds.told";

export function registerFeeds(needs: FeedCommandsNeeds): vscode.Disposable {
	const { feeds, log } = needs;
	return vscode.Disposable.from(
		feeds,
		register(commands.addFeed, log, argument => addFeed(feedIn(argument), needs)),
		register(commands.fetchFeeds, log, argument => fetchNow(keysIn(argument), needs)),
		register(commands.removeFeed, log, argument => removeFeed(keysIn(argument), needs)),
		register(commands.whatIsNew, log, () => showWhatIsNew(needs)),
		new FeedClock({ feeds, log, onFetched: summary => void guarded(log, () => tell(summary, needs)) }),
	);
}

/** `{ arxiv: "cs.CL" }` and the other forms of the setting, from a program or a link. */
function feedIn(argument: unknown): Feed | undefined {
	const { feeds, faults } = readFeeds(argument === undefined ? undefined : [argument]);
	const [wrong] = faults;
	if (wrong) throw new UserError(faultWords({ code: wrong.code, args: wrong.args }));
	return feeds[0];
}

/** `{ keys: string[] }`: these feeds alone. */
function keysIn(argument: unknown): ReadonlySet<string> | undefined {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { keys } = argument as { readonly keys?: unknown };
	return Array.isArray(keys) ? new Set(keys.filter(key => typeof key === "string")) : undefined;
}

async function addFeed(given: Feed | undefined, needs: FeedCommandsNeeds): Promise<FetchSummary | undefined> {
	const source = given ?? (await chooseSource());
	if (!source) return undefined;
	const placed = await previewFeed(given ?? feedOf(source), needs.feeds);
	if (!placed) return undefined;
	await needs.feeds.add(placed);
	return fetchNow(new Set([placed.feed.key]), needs);
}

async function fetchNow(
	keys: ReadonlySet<string> | undefined,
	needs: FeedCommandsNeeds,
): Promise<FetchSummary | undefined> {
	const { feeds } = needs;
	const isWanted = ({ feed }: StatedFeed): boolean => keys?.has(feed.key) !== false;
	const count = (await feeds.list()).filter(isWanted).length;
	// Where nothing is fetched anyway, that is what there is to say.
	if (count === 0 && vscode.workspace.isTrusted) throw noFeeds();
	const title = vscode.l10n.t("Fetching {0}", feedsIn(count));
	const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
	const summary = await vscode.window.withProgress(options, async (progress, token) => {
		const ending = new AbortController();
		const listening = token.onCancellationRequested(() => ending.abort());
		const onWaiting = () =>
			progress.report({ message: vscode.l10n.t("another window is fetching; waiting for it") });
		const onFetched = ({ name }: Feed) => progress.report({ message: name, increment: 100 / Math.max(1, count) });
		try {
			return await feeds.fetch({ isWanted, signal: ending.signal, onFetched, onWaiting });
		} finally {
			listening.dispose();
		}
	});
	say(summary);
	return summary;
}

function noFeeds(): UserError {
	const title = vscode.l10n.t("Add feed…");
	const run = () => vscode.commands.executeCommand(commands.addFeed);
	return new UserError(vscode.l10n.t("There is no feed to fetch."), [{ title, run }]);
}

/** What came, in the status bar; what failed, as a message, since the person asked for it. */
function say({ answered, fresh, faults, cut, unlisted }: FetchSummary): void {
	const [first] = faults;
	const brought = fresh > 0 ? newPapersIn(fresh) : vscode.l10n.t("Nothing new");
	const parts = [
		vscode.l10n.t("{0} in {1}", brought, feedsIn(answered)),
		...cut.map(({ feed, left }) => `${feed.name}: ${leftWords(left, feed.kind)}`),
	];
	if (answered > 0) vscode.window.setStatusBarMessage(`$(rss) ${asWritten(parts.join(" · "))}`, 10_000);
	const [kept] = unlisted;
	if (kept) throw notNamed(kept);
	if (!first) return;
	const why = `${first.feed.name}: ${faultWords(first.fault)}`;
	const text = faults.length === 1 ? why : vscode.l10n.t("{0} failed. {1}", feedsIn(faults.length), why);
	void offer(vscode.window.showWarningMessage, text, vscode.l10n.t("Show status"), commands.showStatus);
}

/** A digest that was kept where the person's own globs do not look. */
function notNamed(uri: vscode.Uri): UserError {
	const setting = "citeshelf.digests";
	const text = vscode.l10n.t("{0} was kept, but is no digest by the setting {1}.", baseName(uri), setting);
	const title = vscode.l10n.t("Open settings");
	return new UserError(text, [
		{ title, run: () => vscode.commands.executeCommand("workbench.action.openSettings", setting) },
	]);
}

/** Tells of what came by itself: a message at most once a day, else a word in the status bar. */
async function tell(summary: FetchSummary, { memento }: FeedCommandsNeeds): Promise<void> {
	if (summary.fresh === 0) return;
	const text = vscode.l10n.t("{0} in your feeds", newPapersIn(summary.fresh));
	const today = new Date().toDateString();
	if (memento.get(toldKey) === today) {
		vscode.window.setStatusBarMessage(`$(rss) ${text}`, 10_000);
		return;
	}
	await memento.update(toldKey, today);
	await offer(vscode.window.showInformationMessage, text, vscode.l10n.t("What is new"), commands.whatIsNew);
}

async function offer(
	show: (text: string, title: string) => Thenable<string | undefined>,
	text: string,
	title: string,
	command: string,
): Promise<void> {
	if ((await show(asWritten(text), title)) === title) await vscode.commands.executeCommand(command);
}

interface FeedRow extends vscode.QuickPickItem {
	readonly stated: StatedFeed;
}

async function removeFeed(keys: ReadonlySet<string> | undefined, { feeds }: FeedCommandsNeeds): Promise<void> {
	const all = await feeds.list();
	const stated = keys ? all.find(({ feed }) => keys.has(feed.key)) : (await chooseFeed(all))?.stated;
	if (!stated) return;
	await feeds.remove(stated);
	const undo = vscode.l10n.t("Undo");
	const text = vscode.l10n.t("Removed the feed {0}. The digests that it brought stay.", stated.feed.name);
	if ((await vscode.window.showInformationMessage(asWritten(text), undo)) === undo) await feeds.restore(stated);
}

async function chooseFeed(all: readonly StatedFeed[]): Promise<FeedRow | undefined> {
	if (all.length === 0) throw new UserError(vscode.l10n.t("There is no feed to remove."));
	const rows = all.map((stated): FeedRow => ({
		label: asWritten(stated.feed.name),
		description: placeWords(stated.place),
		iconPath: feedIcon(stated.feed.kind),
		stated,
	}));
	return vscode.window.showQuickPick(rows, {
		title: vscode.l10n.t("Remove feed"),
		placeHolder: vscode.l10n.t("The digests that it brought stay"),
		matchOnDescription: true,
	});
}
