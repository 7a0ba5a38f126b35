// The topics of the shelf as the editor shows them. They are kept between sessions, so that papers that come join the
// topics that one knows.

import * as vscode from "vscode";
import type { ShelfTopic } from "../core/shelf";
import { readEarlierTopics, writeEarlierTopics } from "../core/topics/keeping/stored";
import { topicRules } from "../core/topics/ownTopics";
import type { Ask } from "../engine/engine";
import { readIfThere } from "../host/files";
import { setting } from "../host/settings";

export class ShelfTopics {
	readonly #file: vscode.Uri;
	readonly #log: vscode.LogOutputChannel;
	#list: readonly ShelfTopic[] = [];
	#labels: ReadonlyMap<string, string> = new Map();
	#isWhole = true;

	/** `folder` is where they are kept. */
	constructor(folder: vscode.Uri, log: vscode.LogOutputChannel) {
		this.#file = vscode.Uri.joinPath(folder, "topics.json");
		this.#log = log;
	}

	get list(): readonly ShelfTopic[] {
		return this.#list;
	}

	/** Whether they are those of the shelf as it is; others are being worked out if not. */
	get isWhole(): boolean {
		return this.#isWhole;
	}

	/** The label of the first topic that a paper is in. */
	labelOf(id: string): string | undefined {
		return this.#labels.get(id);
	}

	/** Gives a new engine the topics of the last session. */
	async restore(ask: Ask): Promise<void> {
		const bytes = await readIfThere(this.#file);
		const previous = bytes ? readEarlierTopics(new TextDecoder().decode(bytes)) : [];
		if (previous.length > 0) await ask("shapeTopics", { previous });
	}

	/** Tells the engine what the person says of topics. */
	async shape(ask: Ask): Promise<void> {
		await ask("shapeTopics", { table: topicRules(setting("topics")) });
	}

	/** Takes what is known by now: the topics of before, while those of a large shelf are worked out. */
	async takeKnown(ask: Ask): Promise<void> {
		const { topics, isWhole } = (await ask("topicsNow", {})) ?? { topics: [], isWhole: true };
		this.#isWhole = isWhole;
		this.#take(topics);
	}

	/** Waits for the topics of the whole shelf, and keeps them. */
	async takeWhole(ask: Ask): Promise<void> {
		const topics = await ask("topics", {});
		if (!topics) return;
		this.#isWhole = true;
		this.#take(topics);
	}

	/** Keeps them for the next session; without that, they are found anew. */
	async store(): Promise<void> {
		try {
			await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(writeEarlierTopics(this.#list)));
		} catch (error) {
			this.#log.warn(`The topics could not be stored: ${String(error)}`);
		}
	}

	#take(topics: readonly ShelfTopic[]): void {
		this.#list = topics;
		const labels = new Map<string, string>();
		for (const { label, ids } of topics) for (const id of ids) if (!labels.has(id)) labels.set(id, label);
		this.#labels = labels;
	}
}
