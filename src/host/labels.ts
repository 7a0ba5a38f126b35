// The core's few labels, in the editor's language.

import * as vscode from "vscode";
import { englishLabels, type Labels } from "../core/render/labels";

let made: Labels | undefined;

/** Made when they are first asked for: every row of the tree does, and the language stays for the session. */
export function labels(): Labels {
	return (made ??= Object.fromEntries(
		Object.entries(englishLabels).map(([name, text]) => [name, vscode.l10n.t(text)]),
	) as Labels);
}
