// What is said of feeds, in the editor's language.

import * as vscode from "vscode";
import { faultSentence } from "../../core/feeds/faults";
import type { Fault, FeedKind, Remainder, Shortfall } from "../../core/feeds/feed";
import { formatLabels } from "../../core/formatLabels";
import { readDate } from "../../core/digests/dates";
import type { IssuedDate } from "../../core/paper";
import { dateText } from "../../core/render/appearances";

/** What is wrong, as one sentence. */
export function faultWords({ code, args, entry }: Fault): string {
	const words = code === "answer-other" ? args.map(format => vscode.l10n.t(formatLabels[format] ?? format)) : args;
	const text = vscode.l10n.t(faultSentence(code), ...words);
	return entry === undefined ? text : vscode.l10n.t("Feed {0} of the setting: {1}", entry, text);
}

/** That more papers came than were taken: how many come with the next fetch, and how many never do. */
export function leftWords({ count, until, lost }: Remainder, kind: FeedKind): string {
	const day = readDate(until);
	const more = count > 0 || !lost ? [moreWords(count, day, kind)] : [];
	return [...(lost ? [lostWords(lost, day, kind)] : []), ...more].join("; ");
}

function moreWords(count: number, day: IssuedDate | undefined, kind: FeedKind): string {
	// A site drops old papers from its feed when it likes.
	if (kind === "web")
		return vscode.l10n.t("{0} more come with the next fetch, as far as the feed still has them", count);
	if (count === 0 && day) return vscode.l10n.t("taken up to {0}; the rest comes with the next fetch", dateText(day));
	if (!day) return vscode.l10n.t("{0} more come with the next fetch", count);
	return vscode.l10n.t("taken up to {0}; {1} more come with the next fetches", dateText(day), count);
}

function lostWords({ there, given }: Shortfall, day: IssuedDate | undefined, kind: FeedKind): string {
	const [all, had] = [there, given].map(count => count?.toLocaleString(vscode.env.language));
	const when = day ? dateText(day) : "";
	if (kind === "mail") return vscode.l10n.t("of its {0} mails the latest {1} are read", all ?? "", had ?? "");
	if (all === undefined) return vscode.l10n.t("of the papers of {0} no more than {1} can be had", when, had ?? "");
	const text = "of the {0} papers of {1} no more than {2} can be had; a narrower query brings them all";
	return vscode.l10n.t(text, all, when, had ?? "");
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
