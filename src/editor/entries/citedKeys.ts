// What the manuscripts that use a bibliography cite: those of a document's project, or of the whole workspace.

import * as vscode from "vscode";
import { citedWorks, type KnownCitations } from "../../core/citations/cited";
import { inlineKeys } from "../../core/project/inlineKeys";
import type { DocumentProject } from "../../host/projectFiles";
import { sourceOf } from "../../host/texts";
import { mostManuscripts, type ManuscriptFiles } from "../../library/manuscriptFiles";
import { sourceAt } from "../../library/texts";

/** Of the 300 files that are read to find a project, half may be others around the document: more may not be followed. */
const mostSources = 140;

/** What a document and all parts of its project cite. */
export async function citedInProject(
	document: vscode.TextDocument,
	{ sources, missingSources, inline, uriOf }: DocumentProject,
): Promise<KnownCitations> {
	const others = sources.map(uriOf).filter(uri => uri.toString() !== document.uri.toString());
	const read = await Promise.all(others.map(async uri => [uri.toString(), await sourceAt(uri)] as const));
	const texts = new Map([...read, [document.uri.toString(), sourceOf(document)] as const]);
	const own = inline.flatMap(({ source, range }) => {
		const { text = "" } = texts.get(uriOf(source).toString()) ?? {};
		return inlineKeys(text.slice(range.start, range.end));
	});
	const found = [...texts.values()].filter(source => source !== undefined);
	const cited = citedWorks(found);
	const isRead = missingSources.length === 0 && found.length === texts.size && sources.length < mostSources;
	return { ...cited, own, isComplete: cited.all || isRead };
}

/** What all manuscripts of the workspace's folders cite; `undefined` when they cite nothing, or it lies in none. */
export async function citedInWorkspace(
	bibliography: vscode.Uri,
	manuscripts: ManuscriptFiles,
): Promise<KnownCitations | undefined> {
	if (!vscode.workspace.getWorkspaceFolder(bibliography)) return undefined;
	// What a file cites that was made just now is not unused.
	manuscripts.forget();
	const files = await manuscripts.files();
	if (files.length > mostManuscripts) return { keys: [], all: false, own: [], isComplete: false };
	const sources = (await Promise.all(files.map(sourceAt))).filter(source => source !== undefined);
	const cited = citedWorks(sources);
	const isComplete = cited.all || sources.length === files.length;
	if (isComplete && cited.keys.length === 0 && !cited.all) return undefined;
	// What they cite from other bibliographies is not missing in this one.
	return { ...cited, own: cited.keys, isComplete };
}
