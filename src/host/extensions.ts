// Other extensions.

import * as vscode from "vscode";

/** Whether an extension with this id is installed and not disabled. */
export function isInstalled(id: string): boolean {
	return vscode.extensions.getExtension(id) !== undefined;
}
