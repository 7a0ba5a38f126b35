// Topics as the person wants them: renamed, pinned, merged, split, with papers that were put there. All of it is written
// into the setting `citeshelf.topics`, where it can be read, changed and shared.

import * as vscode from "vscode";
import { paperIds } from "../../core/commandArguments";
import { commands } from "../../core/contributions";
import {
	coloured,
	merged,
	moved,
	pinned,
	renamed,
	split,
	topicLook,
	topicRules,
	type KnownTopic,
	type TopicChanges,
} from "../../core/topics/ownTopics";
import { plainTitle } from "../../core/render";
import { asWritten } from "../../host/asWritten";
import { register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { UserError } from "../../host/errors";
import { setting, updateRecord } from "../../host/settings";
import type { Library } from "../../library/library";

export interface TopicCommandsNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The rows that are selected in the tree. */
	readonly selection: () => readonly unknown[];
}

export class TopicCommands implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #needs: TopicCommandsNeeds;

	constructor(needs: TopicCommandsNeeds) {
		this.#needs = needs;
		const { log } = needs;
		this.#store.add(register(commands.renameTopic, log, row => this.#rename(row)));
		this.#store.add(register(commands.pinTopic, log, row => this.#pin(row)));
		this.#store.add(register(commands.colorTopic, log, row => this.#color(row)));
		this.#store.add(register(commands.mergeTopic, log, row => this.#merge(row)));
		this.#store.add(register(commands.splitTopic, log, row => this.#split(row)));
		this.#store.add(register(commands.moveToTopic, log, (row, rows) => this.#move(row, rows)));
	}

	dispose(): void {
		this.#store.dispose();
	}

	async #rename(row: unknown): Promise<void> {
		const topic = await this.#topic(row, vscode.l10n.t("Which topic should be renamed?"));
		if (!topic) return;
		const name = await vscode.window.showInputBox({
			title: vscode.l10n.t("Rename topic"),
			prompt: vscode.l10n.t("Name of the topic; it stays when papers come"),
			value: topic.label,
			validateInput: text => {
				const isTaken = text.trim() !== topic.label && this.#topics.some(({ label }) => label === text.trim());
				if (!isTaken) return undefined;
				const message = vscode.l10n.t("There is a topic with this name; both will be one.");
				return { message, severity: vscode.InputBoxValidationSeverity.Warning };
			},
		});
		const wanted = name?.trim() ?? "";
		if (wanted !== "") await change(renamed(setting("topics"), topic, wanted));
	}

	async #pin(row: unknown): Promise<void> {
		const topic = await this.#topic(row, vscode.l10n.t("Which topic should stand first, or no longer?"));
		if (!topic) return;
		const rules = setting("topics");
		const isPinned = topicRules(rules)[topic.label]?.isPinned === true;
		await change(pinned(rules, topic, !isPinned));
	}

	async #color(row: unknown): Promise<void> {
		const topic = await this.#topic(row, vscode.l10n.t("Which topic should get a colour?"));
		if (!topic) return;
		const rules = setting("topics");
		const now = topicLook(rules, topic.label).color;
		const names: Readonly<Record<string, string>> = {
			"charts.red": vscode.l10n.t("Red"),
			"charts.orange": vscode.l10n.t("Orange"),
			"charts.yellow": vscode.l10n.t("Yellow"),
			"charts.green": vscode.l10n.t("Green"),
			"charts.blue": vscode.l10n.t("Blue"),
			"charts.purple": vscode.l10n.t("Purple"),
		};
		const rows: { label: string; description: string; iconPath?: vscode.ThemeIcon; color?: string }[] = [
			...Object.entries(names).map(([color, label]) => ({
				label,
				description: color === now ? vscode.l10n.t("as it is") : "",
				iconPath: new vscode.ThemeIcon("circle-filled", new vscode.ThemeColor(color)),
				color,
			})),
			{ label: vscode.l10n.t("No colour"), description: "" },
		];
		const title = vscode.l10n.t("Colour of “{0}”", topic.label);
		const chosen = await vscode.window.showQuickPick(rows, { title });
		if (chosen) await change(coloured(rules, topic, chosen.color));
	}

	async #merge(row: unknown): Promise<void> {
		const topic = await this.#topic(row, vscode.l10n.t("Which topic should become part of another?"));
		if (!topic) return;
		const others = this.#topics.filter(({ label }) => label !== topic.label);
		const into = await choose(others, vscode.l10n.t("Merge “{0}” into", topic.label));
		if (into) await change(merged(setting("topics"), topic, into));
	}

	async #split(row: unknown): Promise<void> {
		const topic = await this.#topic(row, vscode.l10n.t("Which topic should be split?"));
		if (!topic) return;
		const whole = vscode.l10n.t("Into the topics that it was made of or that are found in it");
		const part = vscode.l10n.t("Take papers with certain words out, as a topic of their own…");
		const title = vscode.l10n.t("Split “{0}”", topic.label);
		const chosen = await vscode.window.showQuickPick([part, whole], { title });
		if (chosen === whole) await change(split(setting("topics"), topic));
		if (chosen !== part) return;
		const said = await vscode.window.showInputBox({
			title,
			prompt: vscode.l10n.t("Words or phrases of the new topic, apart by commas; the first one names it"),
		});
		const words = (said ?? "").split(",").map(word => word.trim());
		const [first] = words.filter(word => word !== "");
		if (first === undefined) return;
		const name = first.charAt(0).toUpperCase() + first.slice(1);
		await change({ [name]: { words: words.filter(word => word !== "") } });
	}

	async #move(row: unknown, rows: unknown): Promise<void> {
		const given = Array.isArray(rows) ? rows : row === undefined ? this.#needs.selection() : [row];
		const ids = [...new Set(given.flatMap(each => paperIds(each) ?? []))];
		if (ids.length === 0) throw new UserError(vscode.l10n.t("Choose a paper on the shelf first."));
		const [first] = ids.flatMap(id => this.#needs.library.paper(id) ?? []);
		const what = ids.length === 1 && first ? plainTitle(first) : vscode.l10n.t("{0} papers", ids.length);
		const name = await chooseName(this.#topics, vscode.l10n.t("Move “{0}” to", what));
		if (name !== undefined && name !== "") await change(moved(setting("topics"), ids, name));
	}

	get #topics(): readonly KnownTopic[] {
		return this.#needs.library.topics;
	}

	/** The topic of a row, else one that the person chooses. */
	async #topic(row: unknown, title: string): Promise<KnownTopic | undefined> {
		const node = (row ?? this.#needs.selection()[0]) as Partial<KnownTopic & { isTopic: boolean }> | undefined;
		if (node?.isTopic === true && typeof node.label === "string") {
			return { label: node.label, terms: node.terms ?? [] };
		}
		return choose(this.#topics, title);
	}
}

async function change(changes: TopicChanges): Promise<void> {
	if (Object.keys(changes).length > 0) await updateRecord("topics", changes);
}

interface TopicRow extends vscode.QuickPickItem {
	readonly topic?: KnownTopic;
}

function rowsOf(topics: readonly KnownTopic[]): TopicRow[] {
	return topics.map(topic => ({
		label: asWritten(topic.label),
		description: asWritten(topic.terms.slice(0, 5).join(", ")),
		topic,
	}));
}

async function choose(topics: readonly KnownTopic[], title: string): Promise<KnownTopic | undefined> {
	return (await vscode.window.showQuickPick(rowsOf(topics), { title, matchOnDescription: true }))?.topic;
}

/** The name of a topic that the person chooses, or of a new one. */
async function chooseName(topics: readonly KnownTopic[], title: string): Promise<string | undefined> {
	const fresh: TopicRow = { label: vscode.l10n.t("A new topic…") };
	const chosen = await vscode.window.showQuickPick([...rowsOf(topics), fresh], { title, matchOnDescription: true });
	if (chosen !== fresh) return chosen?.topic?.label;
	return (await vscode.window.showInputBox({ title, prompt: vscode.l10n.t("Name of the new topic") }))?.trim();
}
