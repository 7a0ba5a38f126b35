// Keeping digests as plain files: in a workspace folder, or for this person alone.

import * as vscode from "vscode";
import { digestName } from "../core/digestName";
import { UserError } from "../host/errors";
import { decodedHead } from "../host/texts";
import { exists, shownPath } from "../host/files";
import { setting } from "../host/settings";

/** A digest to keep. */
export interface NewDigest {
	readonly content: Uint8Array;
	/** The name of the file it came as, or the address it came from; empty for a pasted text. */
	readonly name: string;
	/** The format that was seen in it. */
	readonly format: string;
}

/** The folder for digests that are kept in a workspace folder: the one of the setting, never outside. */
export function digestFolderIn(folder: vscode.Uri): vscode.Uri {
	const parts = setting("digestFolder", folder).split(/[\\/]+/);
	return vscode.Uri.joinPath(folder, ...parts.filter(part => !/^\.{0,2}$/.test(part.trim())));
}

/** The files under which digests would be kept in a folder now: new names all. */
export async function namesFor(digests: readonly NewDigest[], folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
	const now = new Date();
	const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
	const taken = new Set<string>();
	const uris: vscode.Uri[] = [];
	for (const { name, format, content } of digests) {
		const { stem, suffix } = digestName({ name, format, head: decodedHead(content) }, today);
		const named = (n: number) => vscode.Uri.joinPath(folder, `${stem}${n > 1 ? `-${n}` : ""}${suffix}`);
		let n = 1;
		// Some file systems take names that differ in case for one.
		while (taken.has(named(n).path.toLowerCase()) || (await exists(named(n)))) n++;
		taken.add(named(n).path.toLowerCase());
		uris.push(named(n));
	}
	return uris;
}

/** The keeping under way: the next one waits for it, since two at once would find the same names free. */
let keeping: Promise<unknown> = Promise.resolve();

/** Writes digests as new files; none is ever replaced. In a workspace they are one edit that one undo takes back. */
export function keepDigests(digests: readonly NewDigest[], folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
	const kept = keeping.then(() => writeNew(digests, folder));
	keeping = kept.catch(() => undefined);
	return kept;
}

async function writeNew(digests: readonly NewDigest[], folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
	const uris = await namesFor(digests, folder);
	const files = uris.map((uri, i) => ({ uri, content: digests[i]?.content ?? new Uint8Array() }));
	if (vscode.workspace.getWorkspaceFolder(folder)) {
		const edit = new vscode.WorkspaceEdit();
		for (const { uri, content } of files) edit.createFile(uri, { contents: content });
		if (!(await vscode.workspace.applyEdit(edit))) {
			throw new UserError(vscode.l10n.t("{0} cannot be written. Nothing was kept.", shownPath(folder)));
		}
	} else {
		for (const { uri, content } of files) await vscode.workspace.fs.writeFile(uri, content);
	}
	return uris;
}
