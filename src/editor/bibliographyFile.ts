// Which bibliography a document's citations go to: the one it declares, else the nearest, else one that the person
// chooses or lets us create.

import * as vscode from "vscode";
import { declareBibliography, declaredBibliographies, texRoot } from "../core/bibliography/bibliography";
import type { TextEdit } from "../core/paper";
import { UserError } from "../host/errors";
import { exists, filesIn, folderOf, shownPath } from "../host/files";
import { sourceOf } from "../host/texts";
import { refusal } from "./openBibliography";

export interface BibliographyFile {
	readonly uri: vscode.Uri;
	/** Whether the file is there already. */
	readonly exists: boolean;
	/** Edits of the document that declare the bibliography, when it does not yet. */
	readonly declaration: readonly TextEdit[];
	/** Further bibliographies that the document reads: their works and keys count as there. */
	readonly others: readonly vscode.Uri[];
}

const newName = "references.bib";

/** The bibliography of a document; `undefined` when the person was asked and gave up. */
export async function bibliographyOf(document: vscode.TextDocument): Promise<BibliographyFile | undefined> {
	const found = (await declared(document)) ?? (await nearest(document));
	if (found.length < 2) return found[0] ?? (await ask(document));
	const uri = await choose(found.map(file => file.uri));
	return found.find(file => file.uri === uri);
}

/** The bibliography of a document as far as nobody need be asked. */
export async function knownBibliographyOf(document: vscode.TextDocument): Promise<BibliographyFile | undefined> {
	const found = (await declared(document)) ?? (await nearest(document));
	return found.length === 1 ? found[0] : undefined;
}

/**
 * The bibliography that the document, or the root document that it names, declares: the first BibTeX file that is
 * there; else the first one with a path of its own project, to be created. `undefined` when none is declared.
 */
async function declared(document: vscode.TextDocument): Promise<readonly BibliographyFile[] | undefined> {
	const source = sourceOf(document);
	const paths = declaredBibliographies(source).map(({ path }) => path);
	const base = baseFolder(document);
	if (paths.length === 0) {
		const root = texRoot(source);
		const rootUri = root === undefined ? undefined : resolve(base, root);
		if (!rootUri || rootUri.path === document.uri.path || !(await exists(rootUri))) return undefined;
		return declared(await vscode.workspace.openTextDocument(rootUri));
	}
	const local = paths.filter(path => !/^[a-z]{2,}:\/\//i.test(path));
	const uris = await Promise.all(local.map(path => projectFile(document, path)));
	const there = await Promise.all(uris.map(exists));
	const bibtex = uris.findIndex((uri, i) => there[i] === true && /\.bib$/i.test(uri.path));
	const first = bibtex >= 0 ? bibtex : there.indexOf(true);
	const index = first >= 0 ? first : local.findIndex(path => !isAbsolute(path));
	const uri = uris[index];
	if (!uri) throw refusal(vscode.l10n.t("{0} is declared, but is not there.", local[0] ?? ""), document.uri);
	const others = uris.filter((other, i) => there[i] === true && other !== uri);
	return [{ uri, exists: first >= 0, declaration: [], others }];
}

/** The bibliographies in the document's folder, or else in the next one above it that has any. */
async function nearest(document: vscode.TextDocument): Promise<readonly BibliographyFile[]> {
	const workspaceFolder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
	let folder = baseFolder(document);
	for (;;) {
		const files = (await filesIn(folder)).filter(name => /\.bib$/i.test(name));
		if (files.length > 0) {
			const uris = files.map(name => vscode.Uri.joinPath(folder, name));
			return uris.map(uri => ({ uri, exists: true, declaration: [], others: [] }));
		}
		const isTop = !workspaceFolder || folder.path === workspaceFolder.path || folder.path === "/";
		if (isTop || !folder.path.startsWith(workspaceFolder.path)) return [];
		folder = folderOf(folder);
	}
}

/** Lets the person choose one of the workspace's bibliographies, or create one beside the document. */
async function ask(document: vscode.TextDocument): Promise<BibliographyFile | undefined> {
	const found = await vscode.workspace.findFiles("**/*.bib", "**/node_modules/**", 100);
	const created = vscode.Uri.joinPath(baseFolder(document), newName);
	const create = vscode.l10n.t("Create {0}", shownPath(created));
	const uri = await choose(found, { label: `$(new-file) ${create}`, uri: created });
	if (!uri) return undefined;
	const isNew = uri === created;
	const path = isNew ? newName : relativePath(baseFolder(document), uri);
	return { uri, exists: !isNew, declaration: declareBibliography(sourceOf(document), path), others: [] };
}

interface FileRow extends vscode.QuickPickItem {
	readonly uri: vscode.Uri;
}

async function choose(uris: readonly vscode.Uri[], ...more: readonly FileRow[]): Promise<vscode.Uri | undefined> {
	const rows: FileRow[] = [...uris].map(uri => ({ label: `$(file) ${shownPath(uri)}`, uri }));
	const chosen = await vscode.window.showQuickPick<FileRow>([...rows, ...more], {
		title: vscode.l10n.t("Which bibliography should the entry go to?"),
		placeHolder: vscode.l10n.t("This document declares no bibliography"),
	});
	return chosen?.uri;
}

/** The folder that a document's paths are relative to. Throws a `UserError` for one that was never saved anywhere. */
function baseFolder(document: vscode.TextDocument): vscode.Uri {
	if (!document.isUntitled) return folderOf(document.uri);
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	if (folder) return folder;
	const text = vscode.l10n.t("Save this document first, so that its bibliography has a place. Nothing was changed.");
	const save = () => vscode.commands.executeCommand("workbench.action.files.save");
	throw new UserError(text, [{ title: vscode.l10n.t("Save…"), run: save }]);
}

/** A declared file. Quarto takes a path that begins with `/` from the project's root (Quarto, "Project Paths"). */
async function projectFile(document: vscode.TextDocument, path: string): Promise<vscode.Uri> {
	const project = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
	if (path.startsWith("/") && project) {
		const inProject = vscode.Uri.joinPath(project, path);
		if (await exists(inProject)) return inProject;
	}
	return resolve(baseFolder(document), path);
}

function resolve(folder: vscode.Uri, path: string): vscode.Uri {
	if (/^[A-Za-z]:[\\/]/.test(path)) return vscode.Uri.file(path);
	return path.startsWith("/") ? folder.with({ path }) : vscode.Uri.joinPath(folder, path);
}

function isAbsolute(path: string): boolean {
	return /^([A-Za-z]:)?[\\/]/.test(path);
}

/** The way from a folder to a file, with `/` and `..`. */
function relativePath(folder: vscode.Uri, file: vscode.Uri): string {
	const from = folder.path.split("/");
	const to = file.path.split("/");
	let common = 0;
	while (common < from.length && from[common] === to[common]) common++;
	return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
