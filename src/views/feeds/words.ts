// What is said of feeds, in the editor's language.

import * as vscode from "vscode";
import { faultSentence } from "../../core/feeds/faults";
import type { Fault, FeedKind, Remainder } from "../../core/feeds/feed";
import { formatLabels } from "../../core/formatLabels";
import { readDate } from "../../core/digests/dates";
import { dateText } from "../../core/render/appearances";

/** What is wrong, as one sentence. */
export function faultWords({ code, args, entry }: Fault): string {
	const words = code === "answer-other" ? args.map(format => vscode.l10n.t(formatLabels[format] ?? format)) : args;
	const text = vscode.l10n.t(faultSentence(code), ...words);
	return entry === undefined ? text : vscode.l10n.t("Feed {0} of the setting: {1}", entry, text);
}

/** That more papers came than were taken. */
export function leftWords({ count, until }: Remainder): string {
	const day = readDate(until);
	if (count === 0 && day) return vscode.l10n.t("taken up to {0}; the rest comes with the next fetch", dateText(day));
	if (!day) return vscode.l10n.t("{0} more come with the next fetch", count);
	return vscode.l10n.t("taken up to {0}; {1} more come with the next fetch", dateText(day), count);
}

const icons: Readonly<Record<FeedKind, string>> = {
	web: "rss",
	arxiv: "mortar-board",
	huggingFace: "calendar",
	pubmed: "pulse",
	mail: "mail",
};

export function feedIcon(kind: FeedKind): vscode.ThemeIcon {
	return new vscode.ThemeIcon(icons[kind]);
}

export function feedsIn(count: number): string {
	return count === 1 ? vscode.l10n.t("1 feed") : vscode.l10n.t("{0} feeds", count);
}

export function newPapersIn(count: number): string {
	return count === 1 ? vscode.l10n.t("1 new paper") : vscode.l10n.t("{0} new papers", count);
}
