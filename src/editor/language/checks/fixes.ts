// Quick fixes of findings: what mends one, all of its kind in the file, or on saving all that only changes the writing.

import * as vscode from "vscode";
import type { FileEdit, Fix, ShownFinding } from "../../../core/checks/finding";
import { fixAllEdits } from "../../../core/checks/fixes/fixes";
import { commands } from "../../../core/contributions";
import { addEdits } from "../../../host/texts";
import type { Library } from "../../../library/library";
import type { Checked, Diagnostics } from "./diagnostics";
import { sentence } from "./words";

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append("citeshelf");

/** An action whose edits are worked out when it is chosen. */
class LateAction extends vscode.CodeAction {
	constructor(
		title: string,
		kind: vscode.CodeActionKind,
		readonly edits: () => Promise<readonly FileEdit[]>,
	) {
		super(title, kind);
	}
}

export class Fixes implements vscode.CodeActionProvider {
	static readonly metadata: vscode.CodeActionProviderMetadata = {
		providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
	};

	constructor(
		readonly library: Library,
		readonly diagnostics: Diagnostics,
	) {}

	provideCodeActions(
		document: vscode.TextDocument,
		range: vscode.Range,
		context: vscode.CodeActionContext,
	): vscode.CodeAction[] {
		const checked = this.diagnostics.of(document);
		if (!checked) return [];
		const { only } = context;
		const isAsked = (kind: vscode.CodeActionKind) => !only || only.contains(kind) || kind.contains(only);
		return [
			...(isAsked(vscode.CodeActionKind.QuickFix) ? this.#quickFixes(document, range, checked) : []),
			...(only && isAsked(fixAllKind) ? fixAll(document, checked) : []),
		];
	}

	async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
		if (action instanceof LateAction && !action.edit) action.edit = await editOf(await action.edits());
		return action;
	}

	#quickFixes(document: vscode.TextDocument, range: vscode.Range, checked: Checked): readonly vscode.CodeAction[] {
		const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
		const here = checked.findings.filter(({ place }) => place.range.start <= to && from <= place.range.end);
		const shown = vscode.languages.getDiagnostics(document.uri);
		return here.flatMap(finding => {
			const diagnostic = shown.find(each => isOf(each, document, finding));
			if (!diagnostic) return [];
			const actions = finding.fixes.map(fix => this.#actionOf(document, fix, checked));
			const same = checked.findings.filter(
				({ code, fixes }) => code === finding.code && fixes[0]?.kind === "edits",
			);
			const all =
				same.length > 1 && finding.fixes.some(({ kind, isPreferred }) => kind === "edits" && isPreferred)
					? [this.#allOf(document, finding, same)]
					: [];
			return [...actions, ...all].map(action => {
				action.diagnostics = [diagnostic];
				return action;
			});
		});
	}

	#allOf(document: vscode.TextDocument, { code }: ShownFinding, same: readonly ShownFinding[]): vscode.CodeAction {
		const title = vscode.l10n.t("Fix all {0} of this kind in the file ({1})", same.length, code);
		const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
		action.edit = editIn(document, fixAllEdits(same, code));
		return action;
	}

	#actionOf(document: vscode.TextDocument, fix: Fix, checked: Checked): vscode.CodeAction {
		const { QuickFix } = vscode.CodeActionKind;
		const title = sentence(fix);
		const action =
			fix.kind === "edits" || fix.kind === "search" || fix.kind === "update"
				? new vscode.CodeAction(title, QuickFix)
				: new LateAction(title, QuickFix, () => this.#edits(fix, checked));
		if (fix.isPreferred) action.isPreferred = true;
		if (fix.kind === "edits") action.edit = editIn(document, fix.edits);
		if (fix.kind === "search") action.command = { command: commands.search, title, arguments: [fix.words] };
		if (fix.kind === "update") action.command = { command: commands.updateEntry, title };
		return action;
	}

	async #edits(fix: Fix, { project, facts }: Checked): Promise<readonly FileEdit[]> {
		const { projects, texts, ask } = this.library;
		if (fix.kind !== "add") return (await projects.askIn("fixEdits", project, { facts, fix })) ?? [];
		const [uri] = project.bibliographies;
		const bibliography = uri && (await texts.bibliography(uri));
		if (!bibliography) return [];
		const changes = { remove: [], update: [], add: [{ id: fix.id, key: fix.key }], dialect: project.dialect };
		const edits = await ask.tidied(bibliography, changes);
		return edits.map(edit => ({ file: bibliography.uri, ...edit }));
	}
}

function isOf(diagnostic: vscode.Diagnostic, document: vscode.TextDocument, { code, place }: ShownFinding): boolean {
	const value = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
	return (
		diagnostic.source === "Citeshelf" &&
		value === code &&
		document.offsetAt(diagnostic.range.start) === place.range.start
	);
}

function fixAll(document: vscode.TextDocument, { findings }: Checked): readonly vscode.CodeAction[] {
	const edits = fixAllEdits(findings, "safe");
	if (edits.length === 0) return [];
	const action = new vscode.CodeAction(vscode.l10n.t("Fix the writing of all fields"), fixAllKind);
	action.edit = editIn(document, edits);
	return [action];
}

/** Edits of this document alone. */
function editIn(document: vscode.TextDocument, edits: readonly FileEdit[]): vscode.WorkspaceEdit {
	const edit = new vscode.WorkspaceEdit();
	addEdits(
		edit,
		document,
		edits.filter(({ file }) => file === document.uri.toString()),
	);
	return edit;
}

/** Edits of any documents, which are opened for that. */
async function editOf(edits: readonly FileEdit[]): Promise<vscode.WorkspaceEdit> {
	const edit = new vscode.WorkspaceEdit();
	for (const file of new Set(edits.map(each => each.file))) {
		const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file, true));
		addEdits(
			edit,
			document,
			edits.filter(each => each.file === file),
		);
	}
	return edit;
}
