// What a feed is, before it is added: its first papers, and where its digests would be kept. Escape leaves everything as
// it was.

import * as vscode from "vscode";
import type { Feed, FeedLink, FeedReading, OnlineFeed } from "../../core/feeds/feed";
import { feedOf, valueOf } from "../../core/feeds/setting";
import { authorYear, beginning, plainTitle } from "../../core/render";
import { asWritten } from "../../host/asWritten";
import { DisposableStore } from "../../host/disposables";
import { papersIn } from "../../host/problems";
import type { Feeds } from "../../library/feeds/feeds";
import type { FeedFailure } from "../../library/feeds/fetching";
import type { FeedPlace, PlacedFeed } from "../../library/feeds/placedFeeds";
import { faultWords } from "./words";

interface Row extends vscode.QuickPickItem {
	/** Choosing the row adds the feed here. */
	readonly addTo?: FeedPlace;
	/** Choosing the row looks into this feed instead. */
	readonly look?: FeedLink;
}

const mostPapers = 8;

/** Letters of a title in a row: so many that author and year have room beside it. */
const labelLength = 64;

/** Shows what a feed gives; `undefined` when the person gave up. */
export async function previewFeed(feed: Feed, feeds: Feeds): Promise<PlacedFeed | undefined> {
	for (let current = feed; ;) {
		const chosen = await look(current, feeds);
		if (!chosen || "place" in chosen) return chosen;
		// A feed knows its own title better than the page does.
		current = feedOf({ kind: "web", url: chosen.url });
	}
}

async function look(feed: Feed, feeds: Feeds): Promise<PlacedFeed | FeedLink | undefined> {
	const store = new DisposableStore();
	const ending = new AbortController();
	const pick = store.add(vscode.window.createQuickPick<Row>());
	(pick as { sortByLabel?: boolean }).sortByLabel = false;
	pick.ignoreFocusOut = true;
	pick.matchOnDescription = true;
	pick.title = feed.name;
	let shown = feed;
	const chosen = new Promise<PlacedFeed | FeedLink | undefined>(resolve => {
		store.add(pick.onDidHide(() => resolve(undefined)));
		store.add(
			pick.onDidAccept(() => {
				const [row] = pick.activeItems;
				if (row?.addTo) resolve({ feed: shown, place: row.addTo });
				else if (row?.look) resolve(row.look);
			}),
		);
	});
	pick.show();
	try {
		if (feed.kind === "mail") showMails(pick, feed);
		else {
			pick.busy = true;
			pick.placeholder = vscode.l10n.t("Asking {0}…", feed.kind === "web" ? valueOf(feed) : feed.name);
			const seen = feeds.preview(feed, ending.signal).then(reading => {
				shown = named(feed, reading);
				show(pick, shown, reading);
			});
			// Whoever gives up does not wait for the answer.
			await Promise.race([seen, chosen]);
		}
		return await chosen;
	} finally {
		ending.abort();
		store.dispose();
	}
}

/** A feed that the person gave no name is called what it calls itself. */
function named(feed: OnlineFeed, reading: FeedReading | FeedFailure): Feed {
	const isNamed = feed.name !== feedOf(feed).name;
	return "title" in reading && !isNamed ? feedOf(feed, reading.title) : feed;
}

function show(pick: vscode.QuickPick<Row>, feed: Feed, reading: FeedReading | FeedFailure): void {
	pick.busy = false;
	pick.title = vscode.l10n.t("Add feed: {0}", feed.name);
	if ("fault" in reading) {
		const rows = faultRows(reading);
		const choice = rows.find(row => row.look ?? row.addTo);
		pick.placeholder = choice?.look
			? vscode.l10n.t("Choose one of its feeds; Escape leaves everything as it was")
			: vscode.l10n.t("Escape leaves everything as it was");
		pick.items = rows;
		if (choice?.look) pick.activeItems = [choice];
		return;
	}
	pick.placeholder = vscode.l10n.t("Enter adds the feed and fetches it; Escape leaves everything as it was");
	pick.items = [...placeRows(), ...paperRows(reading)];
}

function showMails(pick: vscode.QuickPick<Row>, { name }: Feed): void {
	pick.title = vscode.l10n.t("Add feed: {0}", name);
	pick.placeholder = vscode.l10n.t("Enter adds the folder and reads its mails; Escape leaves everything as it was");
	pick.items = placeRows();
}

function placeRows(): readonly Row[] {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	const isWritable = folder && vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false;
	return [
		{
			label: vscode.l10n.t("Add only for me"),
			iconPath: new vscode.ThemeIcon("person"),
			description: vscode.l10n.t("private, there in every workspace"),
			addTo: "user",
		},
		...(isWritable
			? [
					{
						label: vscode.l10n.t("Add to {0}", asWritten(folder.name)),
						iconPath: new vscode.ThemeIcon("root-folder"),
						description: vscode.l10n.t("its digests are shared with the workspace"),
						addTo: "workspace" as const,
					},
				]
			: []),
	];
}

function paperRows({ papers, left }: FeedReading): readonly Row[] {
	const count = papersIn(papers.length);
	const title =
		papers.length === 0
			? vscode.l10n.t("It holds no paper at the moment")
			: left
				? vscode.l10n.t("It holds {0} and more", count)
				: vscode.l10n.t("It holds {0}", count);
	return [
		{ label: title, kind: vscode.QuickPickItemKind.Separator },
		...papers.slice(0, mostPapers).map(paper => ({
			label: asWritten(beginning(plainTitle(paper), labelLength)),
			description: asWritten(authorYear(paper)),
			iconPath: new vscode.ThemeIcon("note"),
		})),
	];
}

/** What went wrong, the feeds that a page names, and the choice to add what cannot be reached now. */
function faultRows({ fault: why, links = [] }: FeedFailure): readonly Row[] {
	const mayWork = /^fetch-(?:offline|too-slow|busy|refused)$/.test(why.code);
	return [
		{ label: faultWords(why), iconPath: new vscode.ThemeIcon("warning") },
		...links.map(link => ({
			label: asWritten(link.title === "" ? link.url : link.title),
			description: asWritten(link.title === "" ? "" : link.url),
			iconPath: new vscode.ThemeIcon("rss"),
			look: link,
		})),
		...(mayWork ? [{ label: vscode.l10n.t("Add it all the same"), kind: vscode.QuickPickItemKind.Separator }] : []),
		...(mayWork ? placeRows() : []),
	];
}
