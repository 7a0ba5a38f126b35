// Which bibliography the document in front reads, in the editor's language status: its entries, its problems, and busy
// while it is read.

import * as vscode from "vscode";
import { commands } from "../../../core/contributions";
import { asWritten } from "../../../host/asWritten";
import { DisposableStore } from "../../../host/disposables";
import { baseName, shownPath } from "../../../host/files";
import type { OpenProject, Projects } from "../../../library/projects";
import type { ProjectAnswer } from "../../../library/questions";
import { citableDocuments } from "../../target";
import { bibtexDocuments } from "./asking";

const documents: readonly vscode.DocumentFilter[] = [...citableDocuments(), ...bibtexDocuments];

export class BibliographyStatus implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #projects: Projects;
	readonly #item = this.#store.add(vscode.languages.createLanguageStatusItem("citeshelf.bibliography", documents));
	/** Counts the looks: the last one alone is told. */
	#look = 0;

	/** `changed` fires when the document in front may read another bibliography, or one that says something else. */
	constructor(projects: Projects, changed: vscode.Event<void>) {
		this.#projects = projects;
		this.#item.name = vscode.l10n.t("Bibliography");
		this.#store.add(vscode.window.onDidChangeActiveTextEditor(() => void this.#update()));
		this.#store.add(changed(() => void this.#update()));
		void this.#update();
	}

	dispose(): void {
		this.#look++;
		this.#store.dispose();
	}

	async #update(): Promise<void> {
		const look = ++this.#look;
		const document = vscode.window.activeTextEditor?.document;
		if (!document || vscode.languages.match(documents, document) === 0) return;
		this.#item.busy = true;
		// What cannot be told is not claimed: nothing is known then.
		const project = await this.#projects.of(document).catch(() => undefined);
		const states =
			project && (await this.#projects.askIn("bibliographyStates", project, {}).catch(() => undefined));
		if (look !== this.#look) return;
		this.#item.busy = false;
		this.#show(project, states ?? []);
	}

	#show(project: OpenProject | undefined, states: ProjectAnswer<"bibliographyStates">): void {
		const missing = project?.found?.missing.length ?? 0;
		const entries = states.reduce((sum, state) => sum + state.entries, 0);
		const problems = states.reduce((sum, state) => sum + state.problems, 0);
		const [first] = states;
		const uri = first && vscode.Uri.parse(first.uri, true);
		const item = this.#item;
		item.text = uri
			? `$(book) ${asWritten(states.length > 1 ? vscode.l10n.t("{0} and {1} more", baseName(uri), states.length - 1) : baseName(uri))}`
			: `$(book) ${vscode.l10n.t("No bibliography")}`;
		item.detail = [
			...(uri ? [entries === 1 ? vscode.l10n.t("1 entry") : vscode.l10n.t("{0} entries", entries)] : []),
			...(problems > 0
				? [problems === 1 ? vscode.l10n.t("1 problem") : vscode.l10n.t("{0} problems", problems)]
				: []),
			...(missing > 0 ? [vscode.l10n.t("{0} not there", missing)] : []),
		].join(", ");
		const { Information, Warning } = vscode.LanguageStatusSeverity;
		item.severity = problems + missing > 0 ? Warning : Information;
		const isOne = uri !== undefined && states.length === 1 && missing === 0;
		item.command = isOne
			? { command: "vscode.open", title: vscode.l10n.t("Open"), tooltip: shownPath(uri), arguments: [uri] }
			: { command: commands.showStatus, title: vscode.l10n.t("Show status") };
	}
}
