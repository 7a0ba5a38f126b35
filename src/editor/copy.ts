// Copying papers: as a citation in the syntax of the open document, and as BibTeX.

import * as vscode from "vscode";
import { insertCitation, type Source } from "../core/citations/citations";
import { baseName } from "../host/files";
import { applied } from "../core/textEdits";
import type { Library } from "../library/library";
import { knownBibliographyOf } from "./bibliographyFile";
import { openBibliography, otherBibliographies } from "./openBibliography";
import { keyPattern, latexCommand } from "./style";

/** The entries of papers, as a new BibTeX file would hold them. */
export async function bibtexOf(library: Library, ids: readonly string[]): Promise<string> {
	const { edits } = await library.ask.addEntries(emptyBibliography(), ids);
	return applied("", edits);
}

/**
 * A citation of papers in the syntax of a document, by the keys that they have or would get in its bibliography; in
 * LaTeX by the keys of a new bibliography when there is no document.
 */
export async function citationOf(
	library: Library,
	ids: readonly string[],
	document: vscode.TextDocument | undefined,
): Promise<string> {
	const bibliography = (document && (await bibliographyText(document))) ?? emptyBibliography(document?.uri);
	const { keys } = await library.ask.addEntries(bibliography, ids);
	const source: Source = {
		text: "",
		languageId: document?.languageId ?? "latex",
		fileName: document?.uri.path ?? "",
	};
	return applied("", insertCitation(source, 0, keys, { command: latexCommand(document?.uri) }));
}

/** Puts a text on the clipboard and says so in the status bar. */
export async function copy(text: string, said: string): Promise<void> {
	await vscode.env.clipboard.writeText(text);
	vscode.window.setStatusBarMessage(`$(copy) ${said}`, 5000);
}

function emptyBibliography(scope?: vscode.Uri) {
	return { text: "", fileName: "references.bib", pattern: keyPattern(scope), others: [] };
}

async function bibliographyText(document: vscode.TextDocument) {
	const file = await knownBibliographyOf(document);
	if (!file?.exists) return undefined;
	const { text } = await openBibliography(file);
	const others = await otherBibliographies(file.others);
	return { text, fileName: baseName(file.uri), pattern: keyPattern(document.uri), others };
}
