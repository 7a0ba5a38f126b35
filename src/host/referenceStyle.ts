// The style and the language that references are formatted in, by the settings: one that comes along, or a `.csl` file.

import * as vscode from "vscode";
import { bundledLocaleOf, bundledStyles } from "../core/references/bundled";
import { UserError } from "./errors";
import { shownPath } from "./files";
import { setting } from "./settings";

export interface ReferenceStyle {
	readonly style: { readonly xml: string; readonly name: string };
	readonly locale: string | undefined;
}

/** Reads style and locale. Throws a `UserError` when the setting names a file that is not there. */
export async function referenceStyle(extensionUri: vscode.Uri, scope?: vscode.Uri): Promise<ReferenceStyle> {
	const name = setting("referenceStyle", scope);
	const bundled = Object.entries(bundledStyles).find(([id]) => id === name)?.[1];
	const dist = vscode.Uri.joinPath(extensionUri, "dist");
	const style = bundled
		? { xml: await textAt(vscode.Uri.joinPath(dist, "styles", bundled.file)), name: bundled.label }
		: await ownStyle(name, scope);
	const locale = bundledLocaleOf(setting("referenceLanguage", scope));
	if (locale === undefined) return { style, locale: undefined };
	return { style, locale: await textAt(vscode.Uri.joinPath(dist, "locales", locale)) };
}

/** A style of the person's own: a path, from the workspace folder unless it is absolute. */
async function ownStyle(path: string, scope: vscode.Uri | undefined): Promise<ReferenceStyle["style"]> {
	const folder = (scope && vscode.workspace.getWorkspaceFolder(scope)) ?? vscode.workspace.workspaceFolders?.[0];
	const isAbsolute = /^(?:[A-Za-z]:)?[\\/]/.test(path);
	const uri = isAbsolute || !folder ? vscode.Uri.file(path) : vscode.Uri.joinPath(folder.uri, path);
	try {
		return { xml: await textAt(uri), name: shownPath(uri) };
	} catch {
		const text = vscode.l10n.t("The style {0} is not there. The setting citeshelf.referenceStyle names it.", path);
		const open = () => vscode.commands.executeCommand("workbench.action.openSettings", "citeshelf.referenceStyle");
		throw new UserError(text, [{ title: vscode.l10n.t("Open settings"), run: open }]);
	}
}

async function textAt(uri: vscode.Uri): Promise<string> {
	return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
