// The rows of the tree as the editor shows them: groups, saved searches, what is new, followed or near, and papers.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import type { GroupBy } from "../../core/grouping/group";
import type { TopicLook } from "../../core/topics/ownTopics";
import type { Paper, TextRange } from "../../core/paper";
import {
	beginning,
	plainTitle,
	rowDescription,
	spokenLabel,
	tooltip,
	type RowState,
	type TooltipOptions,
} from "../../core/render";
import { labels } from "../../host/labels";
import type { PaperStates } from "../../library/paperStates";
import { dressList, type ListNode } from "./lists";

/** Letters of a title in a row: so many that author and year have room beside it. */
const labelLength = 36;

export interface AnyBranch {
	/** The id of the row: stable while the shelf changes, so that expansion and selection stay. */
	readonly row: string;
	/** How many papers it shows. */
	readonly count: number;
	readonly parent: GroupNode | undefined;
}

export interface GroupNode extends AnyBranch {
	readonly kind: "group";
	readonly by: GroupBy;
	readonly label: string;
	/** The words that made it, of a topic. */
	readonly terms: readonly string[] | undefined;
	/** Its number in the table of groups. */
	readonly number: number;
	/** How it looks, of a topic that the person gave a colour or an icon. */
	readonly look: TopicLook;
	/** Whether it is one of the found or own topics, which can be renamed. */
	readonly isTopic: boolean;
}

/** A saved search with what it finds. */
export interface SearchNode extends AnyBranch {
	readonly kind: "search";
	readonly name: string;
	readonly query: string;
}

/** The papers that are near to what is written. */
export interface NearNode extends AnyBranch {
	readonly kind: "near";
	/** The name of the document. */
	readonly document: string;
}

export type Branch = GroupNode | SearchNode | NearNode | ListNode;

export interface PaperNode {
	readonly kind: "paper";
	readonly row: string;
	readonly paper: Paper;
	readonly parent: Branch | undefined;
	readonly marks: readonly TextRange[];
}

export type Node = Branch | PaperNode;

/** Whether a command's argument is a row of the tree. */
export function isNode(argument: unknown): argument is Node {
	return typeof argument === "object" && argument !== null && "row" in argument && "kind" in argument;
}

export function branchItem(node: Branch, isOpen: boolean): vscode.TreeItem {
	const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
	const item = new vscode.TreeItem(branchLabel(node), isOpen ? Expanded : Collapsed);
	item.id = node.row;
	item.description = String(node.count);
	const count = node.count === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", node.count);
	switch (node.kind) {
		case "group":
			dressGroup(item, node, count);
			break;
		case "search":
			item.contextValue = "savedSearch";
			item.iconPath = new vscode.ThemeIcon("search");
			item.tooltip = vscode.l10n.t("{0}: {1} that match “{2}”", node.name, count, node.query);
			item.accessibilityInformation = { label: vscode.l10n.t("{0}; saved search; {1}", node.name, count) };
			break;
		case "list":
			dressList(item, node, count);
			break;
		case "near":
			item.contextValue = "near";
			item.iconPath = new vscode.ThemeIcon("edit");
			item.description = `${node.count} · ${node.document}`;
			item.tooltip = vscode.l10n.t("{0} like what {1} says and cites, the nearest first", count, node.document);
			item.accessibilityInformation = { label: `${branchLabel(node)}; ${node.document}; ${count}` };
			break;
	}
	return item;
}

/** The text of a row. */
export function branchLabel(node: Branch): string {
	if (node.kind === "group") return node.label;
	return node.kind === "near" ? vscode.l10n.t("Near your writing") : node.name;
}

function dressGroup(item: vscode.TreeItem, node: GroupNode, count: string): void {
	const { by, label, terms, look, isTopic } = node;
	item.contextValue = isTopic ? "topic" : "group";
	item.accessibilityInformation = { label: `${label}; ${kindOf(by)}${count}` };
	item.tooltip =
		terms === undefined || terms.length === 0
			? `${label}: ${count}`
			: vscode.l10n.t("{0}: {1}. Its words: {2}", label, count, terms.join(", "));
	const { icon, color } = look;
	if (icon === undefined && color === undefined) return;
	item.iconPath = new vscode.ThemeIcon(icon ?? "tag", color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** What a group is, to be heard before its number of papers; of a topic, which is the usual thing, nothing. */
function kindOf(by: GroupBy): string {
	switch (by) {
		case "author":
			return `${vscode.l10n.t("author")}; `;
		case "date":
			return `${vscode.l10n.t("date")}; `;
		case "digest":
			return `${vscode.l10n.t("digest")}; `;
		case "method":
			return `${vscode.l10n.t("method or kind of data")}; `;
		case "state":
			return `${vscode.l10n.t("reading state")}; `;
		case "venue":
			return `${vscode.l10n.t("journal or conference")}; `;
		case "none":
		case "topic":
			return "";
	}
}

export function paperItem(node: PaperNode, states: PaperStates): vscode.TreeItem {
	const { paper, marks } = node;
	const label = beginning(plainTitle(paper), labelLength);
	const highlights = (marks.length > 0 ? marks : states.titleMarks(paper.id))
		.filter(({ end }) => end <= label.length)
		.map(({ start, end }): [number, number] => [start, end]);
	const item = new vscode.TreeItem({ label, highlights }, vscode.TreeItemCollapsibleState.None);
	item.id = node.row;
	const state = states.row(paper.id);
	item.description = rowDescription(paper, labels(), state);
	item.contextValue = "paper";
	item.iconPath = new vscode.ThemeIcon(iconOf(state));
	item.accessibilityInformation = { label: spokenLabel(paper, state, labels()) };
	item.command = {
		command: commands.openPaper,
		title: vscode.l10n.t("Open paper"),
		arguments: [{ id: paper.id, preserveFocus: true }],
	};
	return item;
}

/** The state that matters most while one writes; shapes differ, not colours alone, and the spoken label names all. */
function iconOf(state: RowState): string {
	if (state.citedIn !== undefined) return "check";
	if (state.isHidden === true) return "eye-closed";
	if (state.isStarred === true) return "star-full";
	if (state.isLater === true) return "clock";
	if (state.isDone === true) return "archive";
	if (state.isUnread !== true) return "circle-filled";
	return (state.followed ?? []).length > 0 ? "eye" : "circle-outline";
}

/** A paper's tooltip. Nothing in it may run a command. */
export function paperTooltip(paper: Paper, options: Omit<TooltipOptions, "labels">): vscode.MarkdownString {
	return new vscode.MarkdownString(tooltip(paper, { ...options, labels: labels() }));
}

/** A saved search's row, as a command gets it. */
export function savedSearchOf(argument: unknown): { readonly name: string; readonly query: string } | undefined {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { name, query } = argument as { name?: unknown; query?: unknown };
	return typeof name === "string" && typeof query === "string" ? { name, query } : undefined;
}
