// The problems of the shelf's digests in the Problems panel, as long as their files are open and unchanged.

import * as vscode from "vscode";
import type { Problem, Severity } from "../../core/paper";
import { decodeBytes } from "../../core/text/decodeBytes";
import { guarded } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { baseName, readIfThere } from "../../host/files";
import { problemRange, problemText } from "../../host/problems";
import { recordsOf } from "../../library/digestFiles";
import type { Digest, Library } from "../../library/library";

/** Columns are counted in the file's own text; in a larger file whole lines are marked. */
const mostBytes = 4_000_000;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
};

export class DigestProblems implements vscode.Disposable {
	readonly #library: Library;
	readonly #store = new DisposableStore();
	/** The digests by their files; made when it is asked for. */
	#digests: ReadonlyMap<string, Digest> | undefined;
	readonly #collection = this.#store.add(vscode.languages.createDiagnosticCollection("citeshelf"));

	constructor({ library, log }: { library: Library; log: vscode.LogOutputChannel }) {
		this.#library = library;
		const show = (document: vscode.TextDocument) => void guarded(log, () => this.#show(document));
		const { workspace } = vscode;
		this.#store.add(
			library.onDidChange(() => {
				this.#digests = undefined;
				workspace.textDocuments.forEach(show);
			}),
		);
		this.#store.add(workspace.onDidOpenTextDocument(show));
		this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#clear(uri)));
		this.#store.add(workspace.onDidChangeTextDocument(({ document }) => show(document)));
		workspace.textDocuments.forEach(show);
	}

	dispose(): void {
		this.#store.dispose();
	}

	/** Shows the problems of a document's file; none while it differs from what was read, since lines would lie. */
	async #show(document: vscode.TextDocument): Promise<void> {
		const { uri, version } = document;
		const digest = this.#digestOf(uri);
		if (!digest || document.isDirty || !(await this.#library.isAsRead(digest))) return this.#clear(uri);
		const text = await textOf(uri);
		// What changed meanwhile is shown by the event that told of it.
		if (document.isClosed || document.version !== version || this.#digestOf(uri) !== digest) return;
		const here = digest.problems.filter(({ file }) => file === baseName(uri));
		this.#collection.set(
			uri,
			here.map(problem => diagnostic(document, problem, text)),
		);
	}

	/** Every change of any document comes here: what has no problems is left alone, or all extensions would hear of it. */
	#clear(uri: vscode.Uri): void {
		if (this.#collection.has(uri)) this.#collection.delete(uri);
	}

	/** The digest that a file belongs to: as the digest itself, or with its records. */
	#digestOf(uri: vscode.Uri): Digest | undefined {
		this.#digests ??= new Map(
			this.#library.digests.flatMap(digest => [
				[recordsOf(digest.uri).toString(), digest] as const,
				[digest.uri.toString(), digest] as const,
			]),
		);
		return this.#digests.get(uri.toString());
	}
}

/** A file's own text; undefined when its columns are not worth counting. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
	const content = await readIfThere(uri);
	if (!content || content.length > mostBytes) return undefined;
	const decoded = decodeBytes(content);
	// The editor takes UTF-8 for granted, and counts other letters in what is none.
	return "text" in decoded && decoded.encoding === "utf-8" ? decoded.text : undefined;
}

function diagnostic(document: vscode.TextDocument, problem: Problem, text: string | undefined): vscode.Diagnostic {
	const range = problemRange(document, problem, text);
	const made = new vscode.Diagnostic(range, problemText(problem), severities[problem.severity]);
	made.source = "Citeshelf";
	made.code = problem.code;
	return made;
}
