// How new citations and keys look, by the settings; a setting that cannot be read counts as not set.

import type * as vscode from "vscode";
import { isKeyPattern } from "../core/bibliography/bibliography";
import { defaultSettings } from "../core/contributions";
import { setting } from "../host/settings";

/** The command of a new citation in LaTeX, when the person has set one; else the document's own habit decides. */
export function citationCommand({ uri }: Pick<vscode.TextDocument, "uri">): string | undefined {
	const command = setting("latexCommand", uri);
	return /^[A-Za-z]+\*?$/.test(command) ? command : undefined;
}

/** How new entries look: the formula of their keys, and the fields that they do without. */
export function entryStyle(scope?: vscode.Uri): { readonly pattern: string; readonly omit: readonly string[] } {
	const pattern = setting("citationKeyPattern", scope);
	return {
		pattern: isKeyPattern(pattern) ? pattern : defaultSettings.citationKeyPattern,
		omit: setting("omitFields", scope),
	};
}
