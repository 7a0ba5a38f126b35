// The rows of the tree as data: topics, and the papers below them.

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import type { Paper, TextRange } from "../core/paper";
import { beginning, plainTitle, rowDescription, spokenLabel, tooltip, type ShownTopic } from "../core/render";
import type { Appearance } from "../core/render/appearances";
import type { ShelfTopic } from "../core/shelf";
import { labels } from "../host/labels";

/** Letters of a title in a row: so many that author and year have room beside it. */
const labelLength = 36;

export interface TopicNode {
	readonly kind: "topic";
	readonly topic: ShelfTopic;
	readonly papers: readonly PaperNode[];
}

export interface PaperNode {
	readonly kind: "paper";
	readonly paper: Paper;
	readonly topic: ShelfTopic;
	readonly marks: readonly TextRange[];
}

export type Node = TopicNode | PaperNode;

/** A row's id: stable while the shelf changes, so that expansion and selection stay. */
export function nodeId(node: Node, filtered: boolean): string {
	const topic = `${filtered ? "filtered" : "topic"}:${node.topic.label}`;
	return node.kind === "topic" ? topic : `${topic}/${node.paper.id}`;
}

export function topicItem(node: TopicNode, filtered: boolean): vscode.TreeItem {
	const { label, terms } = node.topic;
	const state = filtered ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
	const item = new vscode.TreeItem(label, state);
	item.id = nodeId(node, filtered);
	item.description = String(node.papers.length);
	item.contextValue = "topic";
	const count = node.papers.length === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", node.papers.length);
	item.tooltip = vscode.l10n.t("{0}: {1}. Its words: {2}", label, count, terms.join(", "));
	item.accessibilityInformation = { label: `${label}; ${count}` };
	return item;
}

export function paperItem(node: PaperNode, filtered: boolean): vscode.TreeItem {
	const { paper, marks } = node;
	const label = beginning(plainTitle(paper), labelLength);
	const highlights = marks
		.filter(({ end }) => end <= label.length)
		.map(({ start, end }): [number, number] => [start, end]);
	const item = new vscode.TreeItem({ label, highlights }, vscode.TreeItemCollapsibleState.None);
	item.id = nodeId(node, filtered);
	item.description = rowDescription(paper, labels());
	item.contextValue = "paper";
	item.iconPath = new vscode.ThemeIcon("file-text");
	item.accessibilityInformation = { label: spokenLabel(paper, {}, labels()) };
	item.command = {
		command: commands.openPaper,
		title: vscode.l10n.t("Open paper"),
		arguments: [{ id: paper.id, preserveFocus: true }],
	};
	return item;
}

/** A paper's tooltip. Nothing in it may run a command. */
export function paperTooltip(
	paper: Paper,
	topics: readonly ShownTopic[],
	appearances: readonly Appearance[],
): vscode.MarkdownString {
	return new vscode.MarkdownString(tooltip(paper, { topics, appearances, labels: labels() }));
}
