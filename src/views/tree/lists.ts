// The branches above the groups that Citeshelf makes by itself: what is new since last time, and what is followed.

import * as vscode from "vscode";
import { plainText } from "../../core/render";
import { setting } from "../../host/settings";
import type { Library } from "../../library/library";
import type { AnyBranch } from "./nodes";

type List = "new" | "followed";

/** A list with its papers by id. */
export interface PaperList {
	readonly list: List;
	readonly name: string;
	readonly ids: readonly string[];
}

export interface ListNode extends AnyBranch, PaperList {
	readonly kind: "list";
}

export function listsOf(library: Library): readonly PaperList[] {
	const followed = [...library.papers.keys()].filter(id => library.states.following(id));
	return [
		{ list: "new", name: vscode.l10n.t("New since last time"), ids: [...library.fresh.ids] },
		{ list: "followed", name: vscode.l10n.t("Followed"), ids: followed },
	];
}

/** What a list's row says; `count` is how many papers it has, in words. */
export function dressList(item: vscode.TreeItem, { list, name }: ListNode, count: string): void {
	item.contextValue = list === "new" ? "newPapers" : "followedPapers";
	item.iconPath = new vscode.ThemeIcon(list === "new" ? "sparkle" : "eye");
	item.tooltip =
		list === "new"
			? vscode.l10n.t("{0}: {1}", name, count)
			: vscode.l10n.t("{0}: {1} that match {2}", name, count, setting("follow").map(plainText).join(", "));
	item.accessibilityInformation = { label: `${name}; ${count}` };
}

/** How many papers are new and unread, for the view's badge; nothing when there are none. */
export function badgeOf(library: Library): vscode.ViewBadge | undefined {
	const absence = library.absence();
	const read = library.states.marked("read");
	const unread = [...library.fresh.ids].filter(
		id => library.papers.has(id) && !read.has(id) && absence(id) === undefined,
	);
	if (unread.length === 0) return undefined;
	const tooltip = unread.length === 1 ? vscode.l10n.t("1 new paper") : vscode.l10n.t("{0} new papers", unread.length);
	return { value: unread.length, tooltip };
}

/** Says how many papers are left out of the tree, and why; empty when none are. */
export function outOfSightText(library: Library): string {
	const absence = library.absence();
	const counts = { hidden: 0, announced: 0, done: 0, seen: 0 };
	for (const id of library.papers.keys()) {
		const why = absence(id);
		if (why) counts[why]++;
	}
	const text = (count: number, one: string, many: string) => (count === 0 ? [] : count === 1 ? one : many);
	return [
		text(
			counts.announced,
			vscode.l10n.t("1 paper that arXiv announced again is hidden"),
			vscode.l10n.t("{0} papers that arXiv announced again are hidden", counts.announced),
		),
		text(
			counts.seen,
			vscode.l10n.t("1 paper that came again is hidden"),
			vscode.l10n.t("{0} papers that came again are hidden", counts.seen),
		),
		text(
			counts.done,
			vscode.l10n.t("1 paper that is done is hidden"),
			vscode.l10n.t("{0} papers that are done are hidden", counts.done),
		),
		text(
			counts.hidden,
			vscode.l10n.t("You hid 1 paper (is:hidden)"),
			vscode.l10n.t("You hid {0} papers (is:hidden)", counts.hidden),
		),
	]
		.flat()
		.join(" · ");
}
