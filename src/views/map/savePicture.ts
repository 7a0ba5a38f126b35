// Where the picture of a map is saved: asked first, so that the page draws what was chosen.

import * as vscode from "vscode";
import type { PictureFormat } from "../../core/map/protocol";

export interface PictureFile {
	readonly uri: vscode.Uri;
	readonly format: PictureFormat;
}

/** Asks for a file; its ending says the format. `undefined` when nobody wants one. */
export async function askForPicture(): Promise<PictureFile | undefined> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const uri = await vscode.window.showSaveDialog({
		title: vscode.l10n.t("Save the map as a picture"),
		filters: { SVG: ["svg"], PNG: ["png"] },
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, "map.svg") }),
	});
	if (!uri) return undefined;
	return { uri, format: /\.png$/i.test(uri.path) ? "png" : "svg" };
}

/** Writes the picture that the page drew; one of the other format, which was not asked for, is not written. */
export async function writePicture({ uri, format }: PictureFile, content: string | Uint8Array): Promise<void> {
	if ((typeof content === "string") !== (format === "svg")) return;
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	await vscode.workspace.fs.writeFile(uri, bytes);
	const name = uri.path.split("/").at(-1) ?? "";
	vscode.window.setStatusBarMessage(vscode.l10n.t("The map is saved as {0}", name), 5000);
}
