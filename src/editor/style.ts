// How new citations and keys look, by the settings; a setting that cannot be read counts as not set.

import type * as vscode from "vscode";
import { isKeyPattern } from "../core/bibliography/bibliography";
import { defaultSettings } from "../core/contributions";
import { setting } from "../host/settings";

/** Name of the LaTeX command of a new citation. */
export function latexCommand(scope?: vscode.Uri): string {
	const command = setting("latexCommand", scope);
	return /^[A-Za-z]+\*?$/.test(command) ? command : defaultSettings.latexCommand;
}

/** Formula of new citation keys. */
export function keyPattern(scope?: vscode.Uri): string {
	const pattern = setting("citationKeyPattern", scope);
	return isKeyPattern(pattern) ? pattern : defaultSettings.citationKeyPattern;
}
