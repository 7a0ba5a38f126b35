// Keys of catalogues: kept by the editor's own store of secrets, told to their catalogue alone.

import * as vscode from "vscode";
import type { CatalogueName } from "../../core/metadata/catalogue";
import { catalogueNames, listed } from "../../core/metadata/directory";
import type { CatalogueAccess } from "../../library/records/access";

interface KeyRow extends vscode.QuickPickItem {
	readonly name: CatalogueName;
}

/** Asks for a catalogue and for its key; an empty one takes the key away. */
export async function setCatalogueKey(access: CatalogueAccess): Promise<void> {
	const names = catalogueNames.filter(name => listed(name).key !== undefined);
	const rows = await Promise.all(
		names.map(async (name): Promise<KeyRow> => {
			const isSet = (await access.key(name)) !== undefined;
			return {
				label: listed(name).label,
				description: isSet ? vscode.l10n.t("has a key") : vscode.l10n.t("asked without a key"),
				name,
			};
		}),
	);
	const chosen = await vscode.window.showQuickPick(rows, {
		title: vscode.l10n.t("Set key of a catalogue"),
		placeHolder: vscode.l10n.t("A key of your own makes a catalogue answer faster"),
	});
	if (!chosen) return;
	const { label, name } = chosen;
	const key = await vscode.window.showInputBox({
		title: vscode.l10n.t("Key of {0}", label),
		prompt: vscode.l10n.t("Leave it empty to take the key away. It is kept by the editor’s store of secrets."),
		password: true,
		ignoreFocusOut: true,
		validateInput: text =>
			/[\p{Cc}\s]/u.test(text.trim()) ? vscode.l10n.t("A key has no blanks and no line breaks") : undefined,
	});
	if (key === undefined) return;
	await access.setKey(name, key.trim() === "" ? undefined : key.trim());
	const said =
		key.trim() === ""
			? vscode.l10n.t("{0} is asked without a key", label)
			: vscode.l10n.t("Key of {0} kept", label);
	vscode.window.setStatusBarMessage(`$(key) ${said}`, 8000);
}
