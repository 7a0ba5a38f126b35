// What the manuscripts that use a bibliography cite: those of a document's project, or of the whole workspace.

import * as vscode from "vscode";
import { citedWorks } from "../../core/citations/cited";
import { citableExtensions, type Source } from "../../core/citations/citations";
import { inlineKeys } from "../../core/project/inlineKeys";
import type { CitedKeys } from "../../core/bibliography/report";
import { textAt, type DocumentProject } from "../../host/projectFiles";
import { setting } from "../../host/settings";
import { sourceOf } from "../../host/texts";

/** A workspace has no more manuscripts, or what it cites is not known. */
const mostManuscripts = 1000;

/** What a document and all parts of its project cite. */
export async function citedInProject(
	document: vscode.TextDocument,
	{ sources, inline, uriOf }: DocumentProject,
): Promise<CitedKeys> {
	const others = await sourcesAt(sources.map(uriOf).filter(uri => uri.toString() !== document.uri.toString()));
	const texts = [...others, sourceOf(document)];
	const own = inline.flatMap(({ source, range }) => {
		const text = texts.find(({ fileName }) => fileName === source)?.text ?? "";
		return inlineKeys(text.slice(range.start, range.end));
	});
	return { ...citedWorks(texts), own };
}

/** What all manuscripts of the workspace cite; `undefined` when there are none, or too many to tell. */
export async function citedInWorkspace(bibliography: vscode.Uri): Promise<CitedKeys | undefined> {
	const folder = vscode.workspace.getWorkspaceFolder(bibliography);
	if (!folder) return undefined;
	const files = `**/*.{${citableExtensions.join(",")}}`;
	const found = await vscode.workspace.findFiles(
		new vscode.RelativePattern(folder, files),
		"**/node_modules/**",
		mostManuscripts + 1,
	);
	if (found.length > mostManuscripts) return undefined;
	const cited = citedWorks(await sourcesAt(found));
	// What they cite from other bibliographies is not missing in this one.
	return cited.keys.length === 0 && !cited.all ? undefined : { ...cited, own: cited.keys };
}

async function sourcesAt(uris: readonly vscode.Uri[]): Promise<readonly Source[]> {
	const sources = await Promise.all(
		uris.map(async uri => {
			const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
			if (open) return sourceOf(open);
			const text = await textAt(uri);
			const citingCommands = setting("citingCommands", uri);
			return text === undefined ? undefined : { text, languageId: "", fileName: uri.path, citingCommands };
		}),
	);
	return sources.filter(source => source !== undefined);
}
