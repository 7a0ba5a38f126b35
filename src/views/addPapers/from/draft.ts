// A digest that a person means to add, before anything of it is kept.

import * as vscode from "vscode";
import { digestExtensions } from "../../../core/digestName";
import { UserError } from "../../../host/errors";
import { baseName, isFolder } from "../../../host/files";

export interface Draft {
	/** The name of its file or the address it comes from; empty for a pasted text. */
	readonly name: string;
	/** What it is called in the preview. */
	readonly label: string;
	/** The file in which its lines can be shown; without one they are shown in a text of their own. */
	readonly uri?: vscode.Uri;
	/** Gets its bytes. Throws a `UserError` when it cannot. */
	read(signal: AbortSignal): Promise<Uint8Array>;
	/** The same as a web page, when that was given too; taken when it holds more papers. */
	readonly asPage?: string;
}

/** Larger files than this would take more memory to read than an editor should. */
const mostMegabytes = 256;

export function fileDraft(uri: vscode.Uri): Draft {
	return { name: baseName(uri), label: baseName(uri), uri, read: () => readFile(uri) };
}

async function readFile(uri: vscode.Uri): Promise<Uint8Array> {
	const { fs } = vscode.workspace;
	try {
		if ((await fs.stat(uri)).size > mostMegabytes * 1_000_000) {
			throw new UserError(
				vscode.l10n.t("The file is larger than {0} MB, too large for a digest.", mostMegabytes),
			);
		}
		return await fs.readFile(uri);
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError(error instanceof Error ? error.message : String(error));
	}
}

/** A text that came without a file; `name` where it has one all the same. */
export function textDraft(text: string, label: string, name = ""): Draft {
	return { name, label, read: () => Promise.resolve(new TextEncoder().encode(text)) };
}

/** Bytes that were handed over with a file's name, for example by a drop from outside. */
export function bytesDraft(content: Uint8Array, name: string): Draft {
	return { name, label: name, read: () => Promise.resolve(content) };
}

/** What the person has in an editor: its selection, or all of it. */
export function editorDraft({ document, selection }: vscode.TextEditor): Draft {
	const name = document.isUntitled ? "" : baseName(document.uri);
	const label = baseName(document.uri);
	if (!selection.isEmpty) return textDraft(document.getText(selection), vscode.l10n.t("Selection in {0}", label));
	return { ...textDraft(document.getText(), label, name), uri: document.uri };
}

/** Files as drafts: those that are given, and of a folder those of a known kind that lie in it. */
export async function fileDrafts(uris: readonly vscode.Uri[]): Promise<readonly Draft[]> {
	const found = await Promise.all(uris.map(async uri => ((await isFolder(uri)) ? digestsIn(uri) : [uri])));
	const unique = new Map(found.flat().map(uri => [uri.toString(), uri]));
	return [...unique.values()].map(fileDraft);
}

async function digestsIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
	const entries = await vscode.workspace.fs.readDirectory(folder);
	return entries
		.filter(([name, type]) => (type & vscode.FileType.File) !== 0 && isKnownKind(name))
		.map(([name]) => vscode.Uri.joinPath(folder, name))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isKnownKind(name: string): boolean {
	return digestExtensions.includes(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}
