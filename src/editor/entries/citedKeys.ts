// What the manuscripts that use a bibliography cite: those of a document's project, or of the whole workspace.

import * as vscode from "vscode";
import { citedWorks, type KnownCitations } from "../../core/citations/cited";
import { citableExtensions, type Source } from "../../core/citations/citations";
import { inlineKeys } from "../../core/project/inlineKeys";
import type { DocumentProject } from "../../host/projectFiles";
import { setting } from "../../host/settings";
import { sourceOf } from "../../host/texts";
import { openAt, textAt } from "../../library/texts";

/** A workspace has no more manuscripts, or what it cites is not known. */
const mostManuscripts = 1000;
/** Of the 300 files that are read to find a project, half may be others around the document: more may not be followed. */
const mostSources = 140;

/** What a document and all parts of its project cite. */
export async function citedInProject(
	document: vscode.TextDocument,
	{ sources, missingSources, inline, uriOf }: DocumentProject,
): Promise<KnownCitations> {
	const uris = sources.map(uriOf).filter(uri => uri.toString() !== document.uri.toString());
	const others = await sourcesAt(uris);
	const texts = [...others, sourceOf(document)];
	const own = inline.flatMap(({ source, range }) => {
		const text = texts.find(({ fileName }) => fileName === source)?.text ?? "";
		return inlineKeys(text.slice(range.start, range.end));
	});
	const cited = citedWorks(texts);
	const isRead = missingSources.length === 0 && others.length === uris.length && sources.length < mostSources;
	return { ...cited, own, isComplete: cited.all || isRead };
}

/** What all manuscripts of the workspace's folders cite; `undefined` when they cite nothing, or it lies in none. */
export async function citedInWorkspace(bibliography: vscode.Uri): Promise<KnownCitations | undefined> {
	if (!vscode.workspace.getWorkspaceFolder(bibliography)) return undefined;
	const files = `**/*.{${citableExtensions.join(",")}}`;
	const found = await vscode.workspace.findFiles(files, "**/node_modules/**", mostManuscripts + 1);
	if (found.length > mostManuscripts) return { keys: [], all: false, own: [], isComplete: false };
	const sources = await sourcesAt(found);
	const cited = citedWorks(sources);
	const isComplete = cited.all || sources.length === found.length;
	if (isComplete && cited.keys.length === 0 && !cited.all) return undefined;
	// What they cite from other bibliographies is not missing in this one.
	return { ...cited, own: cited.keys, isComplete };
}

/** Those that can be read. */
async function sourcesAt(uris: readonly vscode.Uri[]): Promise<readonly Source[]> {
	const sources = await Promise.all(
		uris.map(async uri => {
			const open = openAt(uri);
			if (open) return sourceOf(open);
			const text = await textAt(uri);
			const citingCommands = setting("citingCommands", uri);
			return text === undefined ? undefined : { text, languageId: "", fileName: uri.path, citingCommands };
		}),
	);
	return sources.filter(source => source !== undefined);
}
