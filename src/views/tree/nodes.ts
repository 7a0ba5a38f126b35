// The rows of the tree as data: topics and saved searches, and the papers below them.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import type { Paper, TextRange } from "../../core/paper";
import { beginning, plainTitle, rowDescription, spokenLabel, tooltip } from "../../core/render";
import type { RowState, TooltipOptions } from "../../core/render";
import type { ShelfTopic } from "../../core/shelf";
import { labels } from "../../host/labels";
import type { PaperStates } from "../../library/paperStates";
import { dressList, listId, type ListNode } from "./lists";

/** Letters of a title in a row: so many that author and year have room beside it. */
const labelLength = 36;

export interface TopicNode {
	readonly kind: "topic";
	readonly topic: ShelfTopic;
	readonly papers: readonly PaperNode[];
}

/** A saved search with what it finds. */
export interface SearchNode {
	readonly kind: "search";
	readonly name: string;
	readonly query: string;
	readonly papers: readonly PaperNode[];
}

export type Branch = TopicNode | SearchNode | ListNode;

export interface PaperNode {
	readonly kind: "paper";
	readonly paper: Paper;
	/** The id of the row above. */
	readonly branch: string;
	readonly marks: readonly TextRange[];
}

export type Node = Branch | PaperNode;

/** The id of a topic's row: stable while the shelf changes, so that expansion and selection stay. */
export function topicId(label: string, filtered: boolean): string {
	return `${filtered ? "filtered" : "topic"}:${label}`;
}

/** The id of a saved search's row. */
export function searchId(name: string): string {
	return `search:${name}`;
}

export function nodeId(node: Node, filtered: boolean): string {
	if (node.kind === "topic") return topicId(node.topic.label, filtered);
	if (node.kind === "search") return searchId(node.name);
	if (node.kind === "list") return listId(node.list);
	return `${node.branch}/${node.paper.id}`;
}

export function branchItem(node: Branch, filtered: boolean): vscode.TreeItem {
	const isOpen = filtered && node.kind === "topic";
	const state = isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
	const label = node.kind === "topic" ? node.topic.label : node.name;
	const item = new vscode.TreeItem(label, state);
	item.id = nodeId(node, filtered);
	item.description = String(node.papers.length);
	const count = node.papers.length === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", node.papers.length);
	item.accessibilityInformation = { label: `${label}; ${count}` };
	if (node.kind === "topic") {
		item.contextValue = "topic";
		item.tooltip = vscode.l10n.t("{0}: {1}. Its words: {2}", label, count, node.topic.terms.join(", "));
	} else if (node.kind === "list") dressList(item, node, count);
	else {
		item.contextValue = "savedSearch";
		item.iconPath = new vscode.ThemeIcon("search");
		item.tooltip = vscode.l10n.t("{0}: {1} that match “{2}”", label, count, node.query);
		item.accessibilityInformation = { label: vscode.l10n.t("{0}; saved search; {1}", label, count) };
	}
	return item;
}

export function paperItem(node: PaperNode, filtered: boolean, states: PaperStates): vscode.TreeItem {
	const { paper, marks } = node;
	const label = beginning(plainTitle(paper), labelLength);
	const highlights = (marks.length > 0 ? marks : states.titleMarks(paper.id))
		.filter(({ end }) => end <= label.length)
		.map(({ start, end }): [number, number] => [start, end]);
	const item = new vscode.TreeItem({ label, highlights }, vscode.TreeItemCollapsibleState.None);
	item.id = nodeId(node, filtered);
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
