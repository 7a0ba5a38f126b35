// The feeds in the status: when each was fetched, what it brought, and what is wrong.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { asWritten } from "../../host/asWritten";
import { papersIn } from "../../host/problems";
import type { Feeds } from "../../library/feeds/feeds";
import type { StatedFeed } from "../../library/feeds/feedStates";
import { placedFeeds, type FeedPlace } from "../../library/feeds/placedFeeds";
import type { RunButton, StatusRow } from "../status/rows";
import type { StatusNeeds } from "../status/status";
import { faultWords, feedIcon, leftWords } from "./words";

/** The feeds as the status shows them. */
export function feedStatus(feeds: Feeds): StatusNeeds["feeds"] {
	return { rows: () => feedRows(feeds), onDidChange: feeds.onDidChange };
}

/** The rows of the feeds; none without feeds. */
async function feedRows(feeds: Feeds): Promise<readonly StatusRow[]> {
	const { faults } = placedFeeds();
	const rows = [
		...(await feeds.list()).map(each => feedRow(each, feeds.isFetching)),
		...faults.map(({ fault, place }) => ({
			label: vscode.l10n.t("Not understood"),
			iconPath: new vscode.ThemeIcon("warning"),
			description: placeWords(place),
			detail: asWritten(faultWords(fault)),
			run: openSetting,
		})),
	];
	if (rows.length === 0) return [];
	return [{ label: vscode.l10n.t("Feeds"), kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function feedRow({ feed, place, state }: StatedFeed, isFetching: boolean): StatusRow {
	const { fault, left, brought } = state;
	const said = [
		isFetching ? vscode.l10n.t("being fetched") : fetchedWords(state.fetched),
		...(brought === undefined ? [] : [papersIn(brought)]),
		...(left ? [leftWords(left, feed.kind)] : []),
	];
	const icon = fault ? new vscode.ThemeIcon("warning") : feedIcon(feed.kind);
	return {
		label: asWritten(feed.name),
		iconPath: icon,
		description: placeWords(place),
		detail: asWritten([...(fault ? [faultWords(fault)] : []), ...said].join(" · ")),
		buttons: [
			button("cloud-download", vscode.l10n.t("Fetch this feed"), commands.fetchFeeds, feed.key),
			button("trash", vscode.l10n.t("Remove feed"), commands.removeFeed, feed.key),
		],
		run: openSetting,
	};
}

function button(icon: string, tooltip: string, command: string, key: string): RunButton {
	return {
		iconPath: new vscode.ThemeIcon(icon),
		tooltip,
		run: () => vscode.commands.executeCommand(command, { keys: [key] }),
	};
}

export function placeWords(place: FeedPlace): string {
	return place === "user" ? vscode.l10n.t("only for me") : vscode.l10n.t("of the workspace");
}

/** When a feed answered last. */
export function fetchedWords(fetched: string | undefined): string {
	if (fetched === undefined) return vscode.l10n.t("not fetched yet");
	const time = new Date(fetched).toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "short" });
	return vscode.l10n.t("fetched {0}", time);
}

function openSetting(): unknown {
	return vscode.commands.executeCommand("workbench.action.openSettings", "citeshelf.feeds");
}
