// What is new since last time, or else in the latest digests, ranked by how near they are to the open manuscript, with the reasons.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import type { Paper } from "../../core/paper";
import { authorYear, beginning, plainTitle } from "../../core/render";
import { dateText } from "../../core/render/appearances";
import { fill } from "../../core/render/labels";
import { asWritten } from "../../host/asWritten";
import { guarded } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { baseName } from "../../host/files";
import { labels } from "../../host/labels";
import { papersIn } from "../../host/problems";
import type { Feeds } from "../../library/feeds/feeds";
import type { Library } from "../../library/library";
import { latestPapers, type LatestPapers } from "./latest";

export interface WhatIsNewNeeds {
	readonly library: Library;
	readonly feeds: Feeds;
	readonly log: vscode.LogOutputChannel;
	/** The manuscript that is written. */
	readonly document: () => vscode.TextDocument | undefined;
}

interface Row extends vscode.QuickPickItem {
	readonly id?: string;
	readonly run?: () => unknown;
}

interface RowButton extends vscode.QuickInputButton {
	readonly command: string;
}

/** Papers whose reasons are told: as many as one looks at. */
const explained = 30;

/** Letters of a title in a row: so many that author, year and digest have room beside it. */
const labelLength = 56;

/** Shows what is new; Enter opens a paper. */
export function showWhatIsNew(needs: WhatIsNewNeeds): void {
	const { library, log } = needs;
	const store = new DisposableStore();
	const pick = store.add(vscode.window.createQuickPick<Row>());
	(pick as { sortByLabel?: boolean }).sortByLabel = false;
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.placeholder = vscode.l10n.t("Enter opens the paper");
	pick.buttons = [fetchButton(), seenButton()];
	let isOpen = true;
	const show = async (): Promise<void> => {
		pick.busy = true;
		await library.whenIndexed();
		const latest = latestPapers(library);
		const rows = await rowsOf(latest, needs);
		// Whoever closed it meanwhile is not shown anything.
		if (!isOpen) return;
		pick.title = titleOf(latest, needs.document());
		pick.keepScrollPosition = true;
		pick.items = rows;
		pick.busy = false;
	};
	store.add(library.onDidChange(() => void guarded(log, show)));
	store.add(
		pick.onDidHide(() => {
			isOpen = false;
			store.dispose();
		}),
	);
	store.add(
		pick.onDidTriggerButton(({ tooltip }) => {
			const isSeen = tooltip === seenButton().tooltip;
			void vscode.commands.executeCommand(isSeen ? commands.markAllSeen : commands.fetchFeeds);
		}),
	);
	store.add(
		pick.onDidTriggerItemButton(({ item, button }) => {
			void vscode.commands.executeCommand((button as RowButton).command, { ids: [item.id] });
		}),
	);
	store.add(
		pick.onDidAccept(() => {
			const [row] = pick.activeItems;
			pick.hide();
			if (row?.id !== undefined) void vscode.commands.executeCommand(commands.openPaper, { id: row.id });
			else void row?.run?.();
		}),
	);
	pick.title = vscode.l10n.t("What is new");
	pick.show();
	void guarded(log, show);
}

function titleOf({ papers, date }: LatestPapers, document: vscode.TextDocument | undefined): string {
	const count = papersIn(papers.length);
	const what = date
		? vscode.l10n.t("Nothing is new since last time. Latest: {0}, {1}", count, dateText(date))
		: vscode.l10n.t("What is new: {0}", count);
	return document ? vscode.l10n.t("{0}; nearest to {1} first", what, baseName(document.uri)) : what;
}

async function rowsOf({ papers }: LatestPapers, needs: WhatIsNewNeeds): Promise<readonly Row[]> {
	const { library, feeds } = needs;
	if (papers.length === 0) return emptyRows((await feeds.list()).length > 0);
	const byId = new Map(papers.map(paper => [paper.id, paper]));
	const document = needs.document();
	const ranking = document && (await library.projects.ask("nearWriting", document, { among: [...byId.keys()] }));
	const ranked = (ranking?.among ?? []).flatMap(id => byId.get(id) ?? []);
	const isRanked = new Set(ranked.map(({ id }) => id));
	const others = papers.filter(({ id }) => !isRanked.has(id));
	const near = await Promise.all(
		ranked.map(async (paper, i) => paperRow(paper, library, i < explained ? await why(paper, library) : "")),
	);
	return [
		...near,
		...(near.length > 0 && others.length > 0 ? [separator(vscode.l10n.t("Others"))] : []),
		...others.map(paper => paperRow(paper, library)),
	];
}

/** Why a paper is near, in words. */
async function why({ id }: Paper, library: Library): Promise<string> {
	const { cited, words } = await library.ask.nearReasons(id);
	const like = cited.length === 0 ? "" : fill(labels().nearLike, cited.join(", "));
	return [like, words.join(", ")].filter(part => part !== "").join("; ");
}

function paperRow(paper: Paper, library: Library, reason = ""): Row {
	// The digest that brought it last is the one that it is new in.
	const digest = library.appearancesOf(paper.id).at(-1)?.digest ?? "";
	return {
		id: paper.id,
		label: asWritten(beginning(plainTitle(paper), labelLength)),
		description: asWritten([authorYear(paper), digest].filter(part => part !== "").join(" · ")),
		...(reason !== "" && { detail: asWritten(reason) }),
		buttons: [
			rowButton("quote", vscode.l10n.t("Cite"), commands.insertCitation),
			rowButton("star-empty", labels().star, commands.toggleStar),
		],
	};
}

function rowButton(icon: string, tooltip: string, command: string): RowButton {
	return { iconPath: new vscode.ThemeIcon(icon), tooltip, command };
}

function fetchButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon("cloud-download"), tooltip: vscode.l10n.t("Fetch feeds") };
}

function seenButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon("check-all"), tooltip: vscode.l10n.t("Mark all as seen") };
}

function emptyRows(hasFeeds: boolean): readonly Row[] {
	const run = (command: string) => () => vscode.commands.executeCommand(command);
	return [
		hasFeeds
			? {
					label: vscode.l10n.t("Nothing is new"),
					detail: vscode.l10n.t("Enter fetches the feeds"),
					run: run(commands.fetchFeeds),
					alwaysShow: true,
				}
			: {
					label: vscode.l10n.t("There is no digest and no feed yet"),
					detail: vscode.l10n.t("Enter adds a feed"),
					run: run(commands.addFeed),
					alwaysShow: true,
				},
	];
}

function separator(label: string): Row {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}
