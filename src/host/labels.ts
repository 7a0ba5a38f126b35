// The core's few labels, in the editor's language.

import * as vscode from "vscode";
import { englishLabels, type Labels } from "../core/render/labels";

export function labels(): Labels {
	const entries = Object.entries(englishLabels).map(([name, text]) => [name, vscode.l10n.t(text)]);
	return Object.fromEntries(entries) as Labels;
}
