// Offering the record of a paper that was cited by its title alone: once for each paper, and never in the way.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import type { Paper } from "../../core/paper";
import { isCitedByTitle } from "../../core/recordState";
import { plainTitle } from "../../core/render";
import { asWritten } from "../../host/asWritten";
import type { Completion, Records } from "../../library/records/records";

/** Papers that were cited, and their entries, unless these were copied and are in no file yet. */
export interface CitedEntries {
	readonly papers: readonly Paper[];
	/** `keys[i]` is that of `papers[i]`. */
	readonly keys?: readonly string[];
	readonly bibliography?: vscode.Uri;
}

const offeredKey = "records.offered";

/** Papers that are remembered as having been offered; the oldest go first. */
const mostOffered = 2000;

export class RecordOffers {
	readonly #records: Records;
	readonly #memento: vscode.Memento;

	constructor(records: Records, memento: vscode.Memento) {
		this.#records = records;
		this.#memento = memento;
	}

	/** Offers the records of papers that have none; where they come, their entries are offered to be brought up to them. */
	async offer({ papers, keys = [], bibliography }: CitedEntries): Promise<void> {
		if (!vscode.workspace.isTrusted || this.#records.access.names.length === 0) return;
		const offered = this.#offered;
		const bare = papers.filter(paper => isCitedByTitle(paper) && !offered.has(paper.id));
		const [first] = bare;
		if (!first) return;
		const ids = bare.map(({ id }) => id);
		await this.#memento.update(offeredKey, [...offered, ...ids].slice(-mostOffered));
		const complete = vscode.l10n.t("Complete record");
		const text =
			bare.length === 1
				? vscode.l10n.t("“{0}” is cited by its title: it has no record.", asWritten(plainTitle(first)))
				: vscode.l10n.t("{0} papers are cited by their titles: they have no records.", bare.length);
		if ((await vscode.window.showInformationMessage(text, complete)) !== complete) return;
		const completion = await vscode.commands.executeCommand<Completion | undefined>(commands.completeRecords, {
			ids,
		});
		if (!bibliography) return;
		const completed = new Set(completion?.completed);
		for (const [i, { id }] of papers.entries()) {
			if (!completed.has(id)) continue;
			const entry = { uri: bibliography.toString(), key: keys[i] };
			await vscode.commands.executeCommand(commands.updateEntry, entry);
		}
	}

	get #offered(): ReadonlySet<string> {
		const stored = this.#memento.get<unknown>(offeredKey);
		return new Set(Array.isArray(stored) ? stored.filter(id => typeof id === "string") : []);
	}
}
