// Exporting papers: what is selected, a group, a search or the whole shelf, into a file or an editor.

import * as vscode from "vscode";
import { isKeyPattern } from "../../core/bibliography/bibliography";
import { syntaxName } from "../../core/citations/citations";
import { paperIds } from "../../core/commandArguments";
import { commands, defaultSettings } from "../../core/contributions";
import {
	englishExportWords,
	exportFileName,
	exportFiles,
	exportFormats,
	type ExportFormat,
} from "../../core/exports/exports";
import { asWritten } from "../../host/asWritten";
import { register } from "../../host/commands";
import { UserError } from "../../host/errors";
import { baseName } from "../../host/files";
import { setting } from "../../host/settings";
import type { Library } from "../../library/library";
import type { ExportQuestion } from "../../library/questions";
import type { PaperTree } from "../tree/paperTree";

/** Papers in one message to the engine: between two, one can cancel. */
const partSize = 250;

/** A row of the tree that has papers below it. */
export interface ExportedRows {
	readonly ids: readonly string[];
	readonly name: string;
}

export interface ExportingNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The manuscript that is written. */
	readonly document: () => vscode.TextDocument | undefined;
	/** Knows the papers of its rows, as a menu gives them, and what it shows when it is filtered. */
	readonly tree: Pick<PaperTree, "rowsOf" | "filtered">;
}

export function registerExporting(needs: ExportingNeeds): vscode.Disposable {
	const { log } = needs;
	return vscode.Disposable.from(
		register(commands.exportPapers, log, (row, rows) => exportToFile(needs, row, rows)),
		register(commands.openAsDocument, log, (row, rows) => openAsDocument(needs, row, rows)),
	);
}

/** Papers to export, with a name for the file. */
interface Chosen extends ExportedRows {
	readonly format: ExportFormat;
}

async function exportToFile(needs: ExportingNeeds, row: unknown, rows: unknown): Promise<vscode.Uri | undefined> {
	const chosen = await choose(needs, row, rows);
	if (!chosen) return undefined;
	const uri = uriIn(row) ?? (await askFile(chosen));
	if (!uri) return undefined;
	const text = await exported(needs, chosen);
	if (text === undefined) return undefined;
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	const count = countText(chosen.ids.length);
	vscode.window.setStatusBarMessage(`$(export) ${vscode.l10n.t("{0} exported to {1}", count, baseName(uri))}`, 5000);
	return uri;
}

async function openAsDocument(needs: ExportingNeeds, row: unknown, rows: unknown): Promise<void> {
	const chosen = await choose(needs, row, rows);
	if (!chosen) return;
	const content = await exported(needs, chosen);
	if (content === undefined) return;
	const languages = await vscode.languages.getLanguages();
	const language = documentLanguage(needs, chosen.format);
	const document = await vscode.workspace.openTextDocument({
		content,
		language: languages.includes(language) ? language : "plaintext",
	});
	await vscode.window.showTextDocument(document, { preview: false });
}

/** Related work is in the language of the manuscript. */
function documentLanguage({ document }: ExportingNeeds, format: ExportFormat): string {
	const manuscript = format === "relatedWork" ? document() : undefined;
	return manuscript?.languageId ?? exportFiles[format].language;
}

async function choose(needs: ExportingNeeds, row: unknown, rows: unknown): Promise<Chosen | undefined> {
	const what = given(row) ?? needs.tree.rowsOf(row, rows) ?? (await chooseWhat(needs));
	if (!what) return undefined;
	if (what.ids.length === 0) throw new UserError(vscode.l10n.t("There is no paper to export."));
	const format = formatIn(row) ?? (await chooseFormat(needs, what.ids.length));
	return format && { ...what, format };
}

/** What a caller says: `{ ids, name?, format?, uri? }`. */
function given(argument: unknown): ExportedRows | undefined {
	if (typeof argument !== "object" || argument === null || !("ids" in argument)) return undefined;
	const ids = paperIds(argument);
	const { name } = argument as { name?: unknown };
	return ids && { ids, name: typeof name === "string" ? name : "" };
}

function formatIn(argument: unknown): ExportFormat | undefined {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { format } = argument as { format?: unknown };
	return exportFormats.find(each => each === format);
}

function uriIn(argument: unknown): vscode.Uri | undefined {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { uri } = argument as { uri?: unknown };
	return uri instanceof vscode.Uri ? uri : undefined;
}

interface WhatRow extends vscode.QuickPickItem {
	readonly what?: ExportedRows;
}

/** What the tree shows, marked papers, a topic, a digest, or everything. */
async function chooseWhat({ library, tree }: ExportingNeeds): Promise<ExportedRows | undefined> {
	const { states, papers } = library;
	const shown = tree.filtered;
	const ids = [...papers.keys()];
	const separator = (label: string): WhatRow => ({ label, kind: vscode.QuickPickItemKind.Separator });
	const rows: WhatRow[] = [
		...(shown ? [whatRow(vscode.l10n.t("Papers that match “{0}”", shown.query), shown.ids)] : []),
		whatRow(
			vscode.l10n.t("Starred papers"),
			ids.filter(id => states.has("starred", id)),
		),
		whatRow(
			vscode.l10n.t("Unread papers"),
			ids.filter(id => !states.has("read", id)),
		),
		whatRow(vscode.l10n.t("All papers"), ids),
		separator(vscode.l10n.t("Topics")),
		...library.topics.map(topic => whatRow(topic.label, topic.ids)),
		separator(vscode.l10n.t("Digests")),
		...library.digests.map(digest =>
			whatRow(
				digest.name,
				digest.papers.map(({ id }) => id),
			),
		),
	];
	const title = vscode.l10n.t("Which papers should be exported?");
	return (await vscode.window.showQuickPick(rows.filter(isUsable), { title }))?.what;
}

function whatRow(name: string, ids: readonly string[]): WhatRow {
	return { label: asWritten(name), description: String(ids.length), what: { name, ids } };
}

function isUsable({ what }: WhatRow): boolean {
	return what === undefined || what.ids.length > 0;
}

async function chooseFormat({ document }: ExportingNeeds, count: number): Promise<ExportFormat | undefined> {
	const manuscript = document();
	const relatedWork = manuscript
		? vscode.l10n.t("a section to begin with, its citations as in {0}", baseName(manuscript.uri))
		: vscode.l10n.t("a section to begin with, its citations as in Markdown");
	const rows: readonly (vscode.QuickPickItem & { readonly format: ExportFormat })[] = [
		{ format: "markdown", label: "Markdown", description: vscode.l10n.t("with abstracts, to be read") },
		{ format: "relatedWork", label: vscode.l10n.t("Related work"), description: relatedWork },
		{ format: "bibtex", label: "BibTeX" },
		{ format: "biblatex", label: "BibLaTeX" },
		{ format: "csl-json", label: "CSL-JSON", description: vscode.l10n.t("for Zotero, Pandoc and others") },
		{ format: "ris", label: "RIS", description: vscode.l10n.t("for EndNote, Mendeley and others") },
		{ format: "csv", label: "CSV", description: vscode.l10n.t("a table for spreadsheets") },
	];
	const title = vscode.l10n.t("Export {0} as", countText(count));
	return (await vscode.window.showQuickPick(rows, { title }))?.format;
}

function askFile({ name, format }: Chosen): Thenable<vscode.Uri | undefined> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const file = exportFileName(name, format);
	return vscode.window.showSaveDialog({
		title: vscode.l10n.t("Export papers"),
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
	});
}

function countText(count: number): string {
	return count === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", count);
}

/** The text, made part by part; `undefined` when the person cancelled. */
async function exported(needs: ExportingNeeds, { ids, format }: Chosen): Promise<string | undefined> {
	const question = await questionFor(needs, format);
	const location = vscode.ProgressLocation.Notification;
	const title = vscode.l10n.t("Exporting papers");
	const work = async (
		token?: vscode.CancellationToken,
		progress?: vscode.Progress<{ increment: number }>,
	): Promise<string | undefined> => {
		const keys = await needs.library.ask.exportKeys(ids, question);
		// Related work is one text: its topics stand once.
		const size = format === "relatedWork" ? ids.length : partSize;
		const parts: string[] = [];
		for (let start = 0; start < ids.length; start += size) {
			if (token?.isCancellationRequested) return undefined;
			const own = ids.slice(start, start + size).map((id, i) => ({ id, key: keys[start + i] ?? "" }));
			const part = { isFirst: start === 0, isLast: start + size >= ids.length };
			parts.push(await needs.library.ask.exportPart({ ...question, papers: own, part }));
			progress?.report({ increment: (100 * own.length) / ids.length });
		}
		return parts.join("");
	};
	if (ids.length <= partSize) return work();
	return vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
		work(token, progress),
	);
}

/** How keys are made and texts are written: as in the manuscript that is open. */
async function questionFor({ library, document }: ExportingNeeds, format: ExportFormat): Promise<ExportQuestion> {
	const manuscript = document();
	const pattern = setting("citationKeyPattern", manuscript?.uri);
	const command = setting("latexCommand", manuscript?.uri);
	const project = manuscript && (await library.projects.of(manuscript));
	const isLatex = manuscript && syntaxName({ text: "", ...sourceName(manuscript) }) === "latex";
	return {
		format,
		pattern: isKeyPattern(pattern) ? pattern : defaultSettings.citationKeyPattern,
		bibliographies: project ? await library.texts.bibliographies(project.bibliographies) : [],
		words: words(),
		...(manuscript && {
			document: {
				...sourceName(manuscript),
				...(isLatex && /^[A-Za-z]+\*?$/.test(command) && { command }),
			},
		}),
	};
}

function sourceName({ languageId, uri }: vscode.TextDocument): { languageId: string; fileName: string } {
	return { languageId, fileName: uri.path };
}

/** The words of an export in the editor's language; names of fields stay English, for readers of the format. */
function words(): typeof englishExportWords {
	const { title, relatedWork } = englishExportWords;
	return { ...englishExportWords, title: vscode.l10n.t(title), relatedWork: vscode.l10n.t(relatedWork) };
}
