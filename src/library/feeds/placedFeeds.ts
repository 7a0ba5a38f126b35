// The feeds of the settings: those of the person, whose digests are kept for them alone, and those of the workspace, whose
// digests are kept in it.

import * as vscode from "vscode";
import type { Fault, Feed } from "../../core/feeds/feed";
import { readFeeds, withFeed, withoutFeed } from "../../core/feeds/setting";

export type FeedPlace = "user" | "workspace";

export interface PlacedFeed {
	readonly feed: Feed;
	readonly place: FeedPlace;
}

export interface PlacedFeeds {
	readonly feeds: readonly PlacedFeed[];
	/** What of the settings is not understood. */
	readonly faults: readonly { readonly fault: Fault; readonly place: FeedPlace }[];
}

/** The feeds as the settings have them now. One that stands in both is the person's; a workspace that is not trusted has none. */
export function placedFeeds(): PlacedFeeds {
	const values = valuesNow();
	const user = readFeeds(values?.globalValue);
	const workspace = readFeeds(vscode.workspace.isTrusted ? values?.workspaceValue : undefined);
	const keys = new Set(user.feeds.map(({ key }) => key));
	const placed = (place: FeedPlace) => (feed: Feed) => ({ feed, place });
	return {
		feeds: [
			...user.feeds.map(placed("user")),
			...workspace.feeds.filter(({ key }) => !keys.has(key)).map(placed("workspace")),
		],
		faults: [
			...user.faults.map(fault => ({ fault, place: "user" as const })),
			...workspace.faults.map(fault => ({ fault, place: "workspace" as const })),
		],
	};
}

/** Puts a feed at the end of the setting, where it replaces the same one. */
export async function addToSetting({ feed, place }: PlacedFeed): Promise<void> {
	await update(place, value => withFeed(value, feed));
}

export async function removeFromSetting({ feed, place }: PlacedFeed): Promise<void> {
	await update(place, value => withoutFeed(value, feed.key));
}

function valuesNow() {
	return vscode.workspace.getConfiguration("citeshelf").inspect<unknown>("feeds");
}

async function update(place: FeedPlace, change: (value: unknown) => readonly unknown[]): Promise<void> {
	const values = valuesNow();
	const isUser = place === "user";
	const changed = change(isUser ? values?.globalValue : values?.workspaceValue);
	const target = isUser ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
	const configuration = vscode.workspace.getConfiguration("citeshelf");
	await configuration.update("feeds", changed.length === 0 ? undefined : changed, target);
}
