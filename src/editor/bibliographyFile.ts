// Which bibliography a document's citations go to: the one that it or its project declares, else the nearest, else the
// one of the settings, else one that the person chooses or lets us create.

import * as vscode from "vscode";
import { declareBibliography } from "../core/bibliography/bibliography";
import { syntaxName } from "../core/citations/citations";
import type { TextEdit } from "../core/paper";
import { relativePath } from "../core/project/paths";
import { shownPath } from "../host/files";
import { baseFolder, notebookOf, type DocumentProject } from "../host/projectFiles";
import { sourceOf } from "../host/texts";
import type { Projects } from "../library/projects";
import { refusal } from "./openBibliography";

export interface BibliographyFile {
	readonly uri: vscode.Uri;
	/** Whether the file is there already. */
	readonly exists: boolean;
	/** Edits of the document that declare the bibliography, when it does not yet. */
	readonly declaration: readonly TextEdit[];
	/** Further bibliographies that the document reads: their works and keys count as there. */
	readonly others: readonly vscode.Uri[];
	/** What LaTeX reads a `.bib` file with; other programs read both, and leave it to the file. */
	readonly dialect?: "bibtex" | "biblatex";
}

const newName = "references.bib";

/**
 * The bibliography of a document; `undefined` when the person was asked and gave up. What was chosen among several near
 * ones is kept in `choices`, and not asked again while it is one of them.
 */
export async function bibliographyOf(
	projects: Projects,
	document: vscode.TextDocument,
	choices?: vscode.Memento,
): Promise<BibliographyFile | undefined> {
	const project = await projects.now(document);
	const found = filesOf(document, project);
	const file =
		found.length === 0 ? await ask(document) : found[1] ? await choose(document, found, choices) : found[0];
	const isLatex = syntaxName(sourceOf(document)) === "latex";
	return file && isLatex ? { ...file, dialect: project.dialect } : file;
}

/** The bibliography of a document as far as nobody need be asked. */
export async function knownBibliographyOf(
	projects: Projects,
	document: vscode.TextDocument,
): Promise<BibliographyFile | undefined> {
	const found = filesOf(document, await projects.now(document));
	return found.length === 1 ? found[0] : undefined;
}

/** The file to write to, the several to choose from, or none. */
function filesOf(document: vscode.TextDocument, project: DocumentProject): readonly BibliographyFile[] {
	const { files, how, uriOf } = project;
	if (how === "declared" || how === "project") return [declaredFile(document, project)];
	// What is to be created needs a place.
	if (files.some(({ exists }) => !exists)) baseFolder(document);
	return files.map(({ path, exists }) => ({ uri: uriOf(path), exists, declaration: [], others: [] }));
}

/** The first declared BibTeX file that is there; else the first file; else one within the project, to be created. */
function declaredFile(document: vscode.TextDocument, { files, inline, uriOf }: DocumentProject): BibliographyFile {
	const local = files.filter(({ isRemote }) => !isRemote);
	const there = local.filter(({ exists }) => exists);
	const found = there.find(({ path }) => /\.bib$/i.test(path)) ?? there[0];
	const file = found ?? local.find(({ path }) => path.startsWith(`${topFolder(document).path.replace(/\/$/, "")}/`));
	if (!file) {
		const [first] = local;
		const text = first
			? vscode.l10n.t("{0} is declared, but is not there.", first.path)
			: vscode.l10n.t("{0} is declared, which is no file.", files[0]?.path ?? "");
		throw refusal(text, document.uri);
	}
	const isWritten = inline.some(({ path }) => path !== undefined && file.path.endsWith(`/${path}`));
	if (!file.exists && isWritten) {
		// A file beside the document would take the place of the entries in it.
		throw refusal(
			vscode.l10n.t("{0} is written by the document itself.", shownPath(uriOf(file.path))),
			document.uri,
		);
	}
	const others = there.filter(other => other !== file).map(({ path }) => uriOf(path));
	return { uri: uriOf(file.path), exists: file.exists, declaration: [], others };
}

/** The folder within which a bibliography is created: the workspace's, else the document's own. */
function topFolder(document: vscode.TextDocument): vscode.Uri {
	const base = baseFolder(document);
	return vscode.workspace.getWorkspaceFolder(base)?.uri ?? base;
}

/** What was chosen, by the document's address. */
const choicesKey = "bibliographyChoices";
const mostChoices = 200;

async function choose(
	document: vscode.TextDocument,
	found: readonly BibliographyFile[],
	choices: vscode.Memento | undefined,
): Promise<BibliographyFile | undefined> {
	const known = choices?.get<Readonly<Record<string, string>>>(choicesKey, {}) ?? {};
	// All cells of a notebook share its bibliography.
	const name = (notebookOf(document)?.uri ?? document.uri).toString();
	const before = found.find(({ uri }) => uri.toString() === known[name]);
	if (before) return before;
	const uri = await pick(found.map(file => file.uri));
	if (!uri) return undefined;
	const kept = Object.entries(known).filter(([other]) => other !== name);
	const all = [...kept, [name, uri.toString()] as const].slice(-mostChoices);
	await choices?.update(choicesKey, Object.fromEntries(all));
	return found.find(file => file.uri === uri);
}

/** Lets the person choose one of the workspace's bibliographies, or create one beside the document. */
async function ask(document: vscode.TextDocument): Promise<BibliographyFile | undefined> {
	const folder = baseFolder(document);
	const found = await vscode.workspace.findFiles("**/*.bib", "**/node_modules/**", 100);
	const created = vscode.Uri.joinPath(folder, newName);
	const create = vscode.l10n.t("Create {0}", shownPath(created));
	const uri = await pick(found, { label: `$(new-file) ${create}`, uri: created });
	if (!uri) return undefined;
	const isNew = uri === created;
	const path = isNew ? newName : relativePath(folder.path.replace(/\/$/, ""), uri.path);
	return { uri, exists: !isNew, declaration: declarationIn(document, path), others: [] };
}

/** In a notebook only its first cell can hold a header. */
function declarationIn(document: vscode.TextDocument, path: string): readonly TextEdit[] {
	const notebook = notebookOf(document);
	if (notebook && notebook.cellAt(0).document !== document) return [];
	return declareBibliography(sourceOf(document), path);
}

interface FileRow extends vscode.QuickPickItem {
	readonly uri: vscode.Uri;
}

async function pick(uris: readonly vscode.Uri[], ...more: readonly FileRow[]): Promise<vscode.Uri | undefined> {
	const rows: FileRow[] = [...uris].map(uri => ({ label: `$(file) ${shownPath(uri)}`, uri }));
	const chosen = await vscode.window.showQuickPick<FileRow>([...rows, ...more], {
		title: vscode.l10n.t("Which bibliography should the entry go to?"),
		placeHolder: vscode.l10n.t("This document declares no bibliography"),
	});
	return chosen?.uri;
}
