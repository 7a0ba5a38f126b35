// Opening a bibliography so that it can be changed without harm, or saying why it cannot.

import * as vscode from "vscode";
import type { Problem, TextEdit } from "../core/paper";
import { UserError } from "../host/errors";
import { baseName, isReadOnly, readIfThere, shownPath } from "../host/files";
import type { BibliographySource } from "../library/questions";
import { stampOf } from "../library/texts";
import type { BibliographyFile } from "./bibliographyFile";

export interface OpenBibliography {
	/** Undefined when the file is yet to be created. */
	readonly document: vscode.TextDocument | undefined;
	readonly version: number | undefined;
	readonly text: string;
	/** The same for the engine. */
	readonly source: BibliographySource;
	/** The letters that the file's encoding can hold; all when nothing is said. */
	readonly letters?: "latin1" | "ascii";
}

/** What an editor shows for bytes that are none of its encoding. */
const replacement = "\ufffd";

/** The bibliography's text, with what is not yet saved in it. Throws a `UserError` when it cannot be changed. */
export async function openBibliography({ uri, exists }: BibliographyFile): Promise<OpenBibliography> {
	if (await isReadOnly(uri)) throw refusal(vscode.l10n.t("{0} is read-only.", shownPath(uri)), uri);
	if (!exists) return { document: undefined, version: undefined, text: "", source: emptySource(baseName(uri)) };
	const document = await openText(uri);
	if (!document) throw refusal(vscode.l10n.t("{0} cannot be read as text.", shownPath(uri)), uri);
	const letters = lettersOf(document.encoding);
	return {
		document,
		version: document.version,
		text: document.getText(),
		source: sourceOf(document),
		...(letters && { letters }),
	};
}

/** A bibliography that holds nothing yet. */
export function emptySource(fileName: string): BibliographySource {
	return { uri: `new:${fileName}`, stamp: "empty", fileName, text: () => "" };
}

/** An open document as the engine knows it. */
function sourceOf(document: vscode.TextDocument): BibliographySource {
	return {
		uri: document.uri.toString(),
		stamp: stampOf(document),
		fileName: baseName(document.uri),
		text: () => document.getText(),
	};
}

/** The letters that an encoding of the editor can hold. */
function lettersOf(encoding: string): "latin1" | "ascii" | undefined {
	if (/^utf|^gb18030$/.test(encoding)) return undefined;
	// Windows-1252 and ISO 8859-1 share the letters from U+00C0 on.
	return /^(?:iso88591|iso885915|windows1252)$/.test(encoding) ? "latin1" : "ascii";
}

/**
 * Opens a file in the encoding that it has: the editor takes UTF-8 for granted, and would save a Latin-1 file with its
 * accents destroyed. `undefined` when it is not there, or no text in either.
 */
export async function openText(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
	try {
		const document = await vscode.workspace.openTextDocument(uri);
		if (!document.getText().includes(replacement) || isUtf8(await readIfThere(uri))) return document;
		if (document.isDirty) return undefined;
		const latin1 = await vscode.workspace.openTextDocument(uri, { encoding: "windows1252" });
		return latin1.getText().includes(replacement) ? undefined : latin1;
	} catch {
		return undefined;
	}
}

function isUtf8(bytes: Uint8Array | undefined): boolean {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** Throws a `UserError` when a bibliography has an error beside which nothing can be added safely. */
export function refuseBroken(uri: vscode.Uri, problems: readonly Problem[]): void {
	const problem = problems.find(({ severity }) => severity === "error");
	if (problem) throw refusal(problem.message, uri, problem.line);
}

/** Throws a `UserError` when the file's encoding cannot hold a letter of new entries, for which LaTeX has no command. */
export function refuseLost(uri: vscode.Uri, edits: readonly TextEdit[], letters: OpenBibliography["letters"]): void {
	if (letters === undefined) return;
	const lost = letters === "latin1" ? /[^\0-\xFF]/u : /[^\0-\x7F]/u;
	const letter = edits.flatMap(({ text }) => lost.exec(text)?.[0] ?? [])[0];
	if (letter === undefined) return;
	const text = vscode.l10n.t("The encoding of {0} cannot hold the letter “{1}”.", shownPath(uri), letter);
	throw refusal(text, uri);
}

/** An error that says what is wrong with a file and that nothing was changed, and offers to open it. */
export function refusal(message: string, uri: vscode.Uri, line = 1): UserError {
	const open = async () => {
		const selection = new vscode.Range(line - 1, 0, line - 1, 0);
		await vscode.window.showTextDocument(uri, { selection });
	};
	return new UserError(vscode.l10n.t("{0} Nothing was changed.", message), [
		{ title: vscode.l10n.t("Open {0}", baseName(uri)), run: open },
	]);
}
