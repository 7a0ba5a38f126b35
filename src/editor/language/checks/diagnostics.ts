// The findings of open documents as diagnostics: kept in step with the documents, their bibliographies and the shelf.

import * as vscode from "vscode";
import type { ShownFinding } from "../../../core/checks/finding";
import {
	levelOf,
	rules,
	ruleSettings,
	documentationOf,
	type Level,
	type RuleSettings,
} from "../../../core/checks/rules";
import { isCitableFile } from "../../../core/citations/citations";
import { guarded } from "../../../host/commands";
import { DisposableStore } from "../../../host/disposables";
import { onDidChangeSetting, setting } from "../../../host/settings";
import { mayBeBibliography, type OpenProject } from "../../../library/projects";
import type { Library } from "../../../library/library";
import { checkedElsewhere } from "./elsewhere";
import { checkedIn, type CheckedIn } from "./facts";
import { sentence } from "./words";

/** Time after the last key before what was written is checked. */
const quietMs = 200;

/** Time for which a key under the cursor may still be being typed. */
const typingMs = 1500;

/** What was found in a document as it was at a version. */
export interface Checked extends CheckedIn {
	readonly version: number;
	readonly findings: readonly ShownFinding[];
}

const severities: Readonly<Record<Level, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

export class Diagnostics implements vscode.Disposable {
	readonly #library: Library;
	readonly #log: vscode.LogOutputChannel;
	readonly #store = new DisposableStore();
	readonly #collection = this.#store.add(vscode.languages.createDiagnosticCollection("citeshelf.checks"));
	readonly #checked = new Map<string, Checked>();
	readonly #stale = new Set<string>();
	readonly #edited = new Map<string, number>();
	/** The projects that read a bibliography: good until a project changes, or a file comes or goes. */
	readonly #readers = new Map<string, Promise<readonly OpenProject[]>>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#typingTimer: ReturnType<typeof setTimeout> | undefined;
	#running: vscode.CancellationTokenSource | undefined;

	constructor({ library, log }: { readonly library: Library; readonly log: vscode.LogOutputChannel }) {
		this.#library = library;
		this.#log = log;
		const { workspace } = vscode;
		const all = () => this.#mark(() => true);
		this.#store.add(
			workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length === 0 || !isChecked(document)) return;
				this.#edited.set(document.uri.toString(), Date.now());
				this.#mark(uri => uri === document.uri.toString() || this.#isRead(uri, document.uri));
			}),
		);
		this.#store.add(
			library.texts.onDidChange(uris => this.#mark(uri => uris.some(each => this.#isRead(uri, each)))),
		);
		this.#store.add(workspace.onDidOpenTextDocument(({ uri }) => this.#mark(each => each === uri.toString())));
		this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)));
		this.#store.add(
			library.projects.onDidChange(() => {
				this.#readers.clear();
				all();
			}),
		);
		this.#store.add(library.texts.onDidCreateOrDelete(() => this.#readers.clear()));
		// What a person marks, and what is cited, is none of what the checks look at.
		this.#store.add(library.onDidChange(({ marked }) => marked.length === 0 && all()));
		this.#store.add(vscode.extensions.onDidChange(all));
		this.#store.add(onDidChangeSetting(["checkCitations", "checks", "citationKeyPattern"], all));
		all();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#typingTimer);
		this.#running?.cancel();
		this.#store.dispose();
	}

	/** What was found in a document, as long as it is as it was then. */
	of({ uri, version }: vscode.TextDocument): Checked | undefined {
		const checked = this.#checked.get(uri.toString());
		return checked?.version === version ? checked : undefined;
	}

	/** Whether a document was checked with another one. */
	#isRead(document: string, other: vscode.Uri): boolean {
		const { project } = this.#checked.get(document) ?? {};
		const name = other.toString();
		return project ? [...project.sources, ...project.bibliographies].some(uri => uri.toString() === name) : false;
	}

	#mark(isStale: (uri: string) => boolean): void {
		for (const document of vscode.workspace.textDocuments) {
			const name = document.uri.toString();
			if (isChecked(document) && isStale(name)) this.#stale.add(name);
		}
		if (this.#stale.size === 0) return;
		// What is being worked out is of texts that are no longer so.
		this.#running?.cancel();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void guarded(this.#log, () => this.#run()), quietMs);
	}

	#forget(uri: vscode.Uri): void {
		const name = uri.toString();
		for (const each of [this.#checked, this.#edited, this.#stale]) each.delete(name);
		if (this.#collection.has(uri)) this.#collection.delete(uri);
	}

	/** Checks all that is stale, document by document; those of one project are found together. */
	async #run(): Promise<void> {
		const source = new vscode.CancellationTokenSource();
		this.#running?.cancel();
		this.#running = source;
		for (const name of [...this.#stale]) {
			const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === name);
			if (!this.#stale.has(name)) continue;
			if (document) await this.#check(document, source.token);
			if (source.token.isCancellationRequested) return;
			this.#stale.delete(name);
		}
	}

	async #check(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<void> {
		if (!setting("checkCitations", document.uri)) return this.#forget(document.uri);
		const { projects } = this.#library;
		const found = await checkedIn(document, projects, uri => this.#readersOf(uri));
		if (!found) return this.#forget(document.uri);
		const inProject = openIn(found, document);
		const versions = new Map(inProject.map(each => [each, each.version]));
		const settings = ruleSettings(setting("checks", document.uri));
		const off = rules.map(({ code }) => code).filter(code => levelOf(code, "error", settings) === "off");
		const params = {
			...{ facts: found.facts, only: inProject.map(({ uri }) => uri.toString()), off },
			pattern: setting("citationKeyPattern", document.uri),
		};
		const findings = await projects.askIn("checkProject", found.project, params, token);
		if (!findings || token.isCancellationRequested) return;
		for (const [each, version] of versions) {
			// What changed meanwhile is checked again.
			if (each.isClosed || each.version !== version) continue;
			const here = findings.filter(({ place }) => place.file === each.uri.toString());
			this.#show(each, { ...found, version, findings: here }, settings);
			this.#stale.delete(each.uri.toString());
		}
	}

	#readersOf(uri: vscode.Uri): Promise<readonly OpenProject[]> {
		const name = uri.toString();
		const known = this.#readers.get(name) ?? this.#library.projects.readers(uri);
		this.#readers.set(name, known);
		known.catch(() => this.#readers.delete(name));
		return known;
	}

	#show(document: vscode.TextDocument, checked: Checked, settings: RuleSettings): void {
		const name = document.uri.toString();
		this.#checked.set(name, checked);
		const elsewhere = checkedElsewhere(document);
		const shown = checked.findings.flatMap(finding => {
			const isLeft = (settings[finding.code] ?? "auto") === "auto" && elsewhere.has(finding.code);
			const level = levelOf(finding.code, finding.severity, settings);
			if (isLeft || level === "off" || this.#isBeingTyped(document, finding)) return [];
			return diagnosticOf(document, finding, level);
		});
		if (shown.length > 0 || this.#collection.has(document.uri)) this.#collection.set(document.uri, shown);
	}

	/** Whether the key at the cursor may not be all written yet; it is looked at again. */
	#isBeingTyped(document: vscode.TextDocument, { code, place: { range } }: ShownFinding): boolean {
		if (code !== "undefined-key") return false;
		const since = Date.now() - (this.#edited.get(document.uri.toString()) ?? 0);
		const editor = vscode.window.activeTextEditor;
		if (since > typingMs || editor?.document !== document) return false;
		const at = document.offsetAt(editor.selection.active);
		if (at < range.start || at > range.end) return false;
		clearTimeout(this.#typingTimer);
		this.#typingTimer = setTimeout(() => this.#mark(uri => uri === document.uri.toString()), typingMs);
		return true;
	}
}

/** Whether a document may hold citations, or be a bibliography. */
function isChecked(document: vscode.TextDocument): boolean {
	const { languageId, uri } = document;
	if (/^(?:git|gitlens|vscode-scm|output|search-editor)$/.test(uri.scheme)) return false;
	return isCitableFile(languageId, uri.path) || mayBeBibliography(document);
}

/** A manuscript with the other parts of its project that are open; a bibliography, which several may read, alone. */
function openIn({ project }: CheckedIn, document: vscode.TextDocument): readonly vscode.TextDocument[] {
	const names = new Set(project.sources.map(uri => uri.toString()));
	if (!names.has(document.uri.toString())) return [document];
	const others = vscode.workspace.textDocuments.filter(each => each !== document && names.has(each.uri.toString()));
	return [document, ...others];
}

function diagnosticOf(document: vscode.TextDocument, finding: ShownFinding, level: Level): vscode.Diagnostic {
	const { start, end } = finding.place.range;
	const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
	const diagnostic = new vscode.Diagnostic(range, sentence(finding), severities[level]);
	diagnostic.source = "Citeshelf";
	diagnostic.code = { value: finding.code, target: vscode.Uri.parse(documentationOf(finding.code)) };
	diagnostic.relatedInformation = finding.related.map(each => {
		const { file, start: from, end: to } = each.place;
		const place = new vscode.Range(from.line, from.column, to.line, to.column);
		return new vscode.DiagnosticRelatedInformation(
			new vscode.Location(vscode.Uri.parse(file), place),
			sentence(each),
		);
	});
	return diagnostic;
}
