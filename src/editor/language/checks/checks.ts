// The checks of open documents: diagnostics with quick fixes.

import * as vscode from "vscode";
import { citableExtensions, citableLanguages } from "../../../core/citations/citations";
import type { Library } from "../../../library/library";
import { Diagnostics } from "./diagnostics";
import { Fixes } from "./fixes";

export function registerChecks(needs: {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
}): vscode.Disposable {
	const diagnostics = new Diagnostics(needs);
	const documents: vscode.DocumentFilter[] = [
		...[...citableLanguages, "bibtex", "biblatex"].map(language => ({ language })),
		{ pattern: `**/*.{${[...citableExtensions, "bib", "json", "yaml", "yml"].join(",")}}` },
	];
	const fixes = new Fixes(needs.library, diagnostics);
	return vscode.Disposable.from(
		diagnostics,
		vscode.languages.registerCodeActionsProvider(documents, fixes, Fixes.metadata),
	);
}
