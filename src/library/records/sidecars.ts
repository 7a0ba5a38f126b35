// Writing records beside digests, and taking that back: whole files or nothing, what somebody has open and not saved is
// respected, and what changed since is left alone.

import * as vscode from "vscode";
import type { SidecarItem } from "../../core/metadata/sidecar/item";
import type { TextEdit } from "../../core/paper";
import { decodeBytes } from "../../core/text/decodeBytes";
import { applied } from "../../core/textEdits";
import { baseName, isReadOnly, readIfThere, shownPath } from "../../host/files";
import { problemText } from "../../host/problems";
import { addEdits } from "../../host/texts";
import type { RecordsBase } from "./base";
import type { RecordEngine } from "./lookup";

/** Items for one file of records. */
interface RecordsOf {
	readonly uri: vscode.Uri;
	readonly items: readonly SidecarItem[];
	/** Ids of the papers whose records these are. */
	readonly papers: readonly string[];
}

/** A file that was written. */
export interface WrittenFile {
	readonly uri: vscode.Uri;
	/** Its text before; `undefined` when there was none. */
	readonly before: string | undefined;
	readonly after: string;
	/** Somebody has unsaved changes in it: the records are among them. */
	readonly isUnsaved: boolean;
	/** Fields that somebody changed by hand, which stay. */
	readonly kept: number;
}

/** A file that could not be written, and why. */
interface UnwrittenFile {
	/** Ids of the papers whose records it should have had. */
	readonly papers: readonly string[];
	readonly reason: string;
}

export interface Writing {
	readonly written: readonly WrittenFile[];
	readonly unwritten: readonly UnwrittenFile[];
}

interface Planned {
	readonly uri: vscode.Uri;
	readonly before: string | undefined;
	readonly edits: readonly TextEdit[];
	readonly document: vscode.TextDocument | undefined;
	readonly version: number | undefined;
	readonly kept: number;
	readonly base: string;
}

/** The writing under way: the next one waits for it, since two at once would not see what the other writes. */
let writing: Promise<unknown> = Promise.resolve();

/** Writes records into their files. A file that cannot be written costs no other one. */
export function writeRecords(engine: RecordEngine, base: RecordsBase, files: readonly RecordsOf[]): Promise<Writing> {
	const done = writing.then(() => writeAll(engine, base, files));
	writing = done.catch(() => undefined);
	return done;
}

async function writeAll(engine: RecordEngine, base: RecordsBase, files: readonly RecordsOf[]): Promise<Writing> {
	const written: WrittenFile[] = [];
	const unwritten: UnwrittenFile[] = [];
	for (const file of files) {
		try {
			const plan = await planWriting(engine, base, file);
			if (typeof plan === "string") unwritten.push({ papers: file.papers, reason: plan });
			else if (plan.edits.length > 0) written.push(await write(plan, base));
			else await base.put(file.uri, plan.base);
		} catch (error) {
			unwritten.push({ papers: file.papers, reason: error instanceof Error ? error.message : String(error) });
		}
	}
	return { written, unwritten };
}

/** What is to be written, or why nothing can be. */
async function planWriting(
	engine: RecordEngine,
	base: RecordsBase,
	{ uri, items }: RecordsOf,
): Promise<Planned | string> {
	if (await isReadOnly(uri)) return vscode.l10n.t("{0} is read-only", shownPath(uri));
	const before = await textOf(uri);
	if (before === false) return vscode.l10n.t("{0} is no text", shownPath(uri));
	// In a workspace the editor writes, which has one undo for it; so it does for whatever is open.
	const isEditors = vscode.workspace.getWorkspaceFolder(uri) !== undefined || openDocument(uri) !== undefined;
	const document = before !== undefined && isEditors ? await vscode.workspace.openTextDocument(uri) : undefined;
	const version = document?.version;
	const text = document?.getText() ?? before ?? "";
	const edited = await engine.ask("edit", { text, file: baseName(uri), items, base: await base.get(uri) });
	if (!edited) return vscode.l10n.t("the look-up was stopped");
	const { edits, kept, problems } = edited;
	const damage = problems.find(({ severity }) => severity === "error");
	if (damage && edits.length === 0) return `${shownPath(uri)}: ${problemText(damage)}`;
	return {
		...{ uri, edits, document, version, kept: kept.length, base: edited.base },
		before: before === undefined ? undefined : text,
	};
}

async function write(plan: Planned, base: RecordsBase): Promise<WrittenFile> {
	const { uri, before, edits, document, version, kept } = plan;
	const wasDirty = document?.isDirty ?? false;
	if (document) {
		if (document.version !== version) throw new Error(vscode.l10n.t("{0} changed meanwhile", shownPath(uri)));
		await change(document, edits);
	} else await writeFile(uri, applied(before ?? "", edits), before);
	await base.put(uri, plan.base);
	// Saving may have laid the text out anew.
	const after = document?.getText() ?? applied(before ?? "", edits);
	return { uri, before, after, isUnsaved: wasDirty, kept };
}

/** Changes a document, and saves it unless somebody has unsaved changes in it; all of it, or nothing. */
async function change(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
	const [before, wasDirty] = [document.getText(), document.isDirty];
	await replace(document, edits);
	if (wasDirty || (await document.save())) return;
	await replace(document, [{ start: 0, end: document.getText().length, text: before }]);
	throw new Error(vscode.l10n.t("{0} could not be saved", shownPath(document.uri)));
}

async function replace(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	addEdits(edit, document, edits);
	await apply(edit, document.uri);
}

/** Takes back what was written; answers the files that changed since, which are left as they are. */
export async function restoreRecords(
	written: readonly WrittenFile[],
	base: RecordsBase,
): Promise<readonly vscode.Uri[]> {
	const left: vscode.Uri[] = [];
	for (const { uri, before, after } of written) {
		const document = openDocument(uri);
		const now = document?.getText() ?? (await textOf(uri));
		if (now !== after) {
			left.push(uri);
			continue;
		}
		if (before === undefined) await vscode.workspace.fs.delete(uri);
		else if (document) await change(document, [{ start: 0, end: after.length, text: before }]);
		else await writeFile(uri, before, after);
		await base.undo(uri);
	}
	return left;
}

async function apply(edit: vscode.WorkspaceEdit, uri: vscode.Uri): Promise<void> {
	if (!(await vscode.workspace.applyEdit(edit)))
		throw new Error(vscode.l10n.t("the editor refused to change {0}", shownPath(uri)));
}

/** Writes a whole file: beside its place first, so that nobody ever reads half of it. `before` is what is there. */
async function writeFile(uri: vscode.Uri, text: string, before: string | undefined): Promise<void> {
	const contents = new TextEncoder().encode(text);
	if (before === undefined && vscode.workspace.getWorkspaceFolder(uri)) {
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(uri, { contents });
		return apply(edit, uri);
	}
	const { fs } = vscode.workspace;
	const beside = uri.with({ path: `${uri.path}.tmp` });
	await fs.writeFile(beside, contents);
	await fs.rename(beside, uri, { overwrite: true });
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
	const address = uri.toString();
	return vscode.workspace.textDocuments.find(document => document.uri.toString() === address && !document.isClosed);
}

/** The text of a file; `undefined` when it is not there, `false` when it is no text. */
async function textOf(uri: vscode.Uri): Promise<string | undefined | false> {
	const content = await readIfThere(uri);
	if (!content) return undefined;
	const decoded = decodeBytes(content);
	return "text" in decoded ? decoded.text : false;
}
