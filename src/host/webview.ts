// What every webview of ours is made with: scripts, from the folders of the extension alone, known by a value of its own.

import * as vscode from "vscode";

export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
	const roots = ["dist", "media"].map(folder => vscode.Uri.joinPath(extensionUri, folder));
	return { enableScripts: true, localResourceRoots: roots };
}

/** 128 random bits for a page's content security policy. */
export function makeNonce(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
