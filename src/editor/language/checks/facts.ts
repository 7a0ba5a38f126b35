// The project in which a document is checked, and what is known of it beside its texts.

import type * as vscode from "vscode";
import type { LackingBibliography, ProjectFacts } from "../../../core/checks/project";
import { baseName } from "../../../core/project/paths";
import { placeOf } from "../../../host/projectFiles";
import type { OpenProject, Projects } from "../../../library/projects";

export interface CheckedIn {
	readonly project: OpenProject;
	readonly facts: ProjectFacts;
}

/** Of more parts than this some may not have been followed. */
const mostSources = 140;

/** The project of a manuscript or a cell; of a bibliography the first of those that read it, else itself alone. */
export async function checkedIn(
	document: vscode.TextDocument,
	projects: Projects,
	readersOf: (bibliography: vscode.Uri) => Promise<readonly OpenProject[]>,
): Promise<CheckedIn | undefined> {
	const project = await projects.of(document);
	if (!project) return undefined;
	// What a document names that lies nowhere may be there once it is saved.
	const { found, bibliographies } = project;
	const isToCome = bibliographies.length === 0 || (found?.missing.length ?? 0) > 0;
	if (found && isToCome && placeOf(document).isNowhere) return undefined;
	if (found) return { project, facts: factsOf(project) };
	const readers = await readersOf(document.uri);
	const reader = readers[0];
	// Entries are used when any of several documents cites them.
	if (reader) return { project: reader, facts: { ...factsOf(reader), isComplete: readers.length === 1 } };
	return { project, facts: { how: "declared", lacking: [], isComplete: false } };
}

function factsOf({ found, sources, bibliographies }: OpenProject): ProjectFacts {
	if (!found) return { how: "declared", lacking: [], isComplete: false };
	const { how, files, missing, missingSources, uriOf } = found;
	const there = new Set(bibliographies.map(uri => uri.toString()));
	const lacking = files.flatMap(({ path, declaredIn, range, isRemote, exists }): LackingBibliography[] => {
		const place = declaredIn !== undefined && range ? { place: { file: uriOf(declaredIn).toString(), range } } : {};
		if (isRemote) return [{ name: path, why: "remote", ...place }];
		if (!exists) return missing.includes(path) ? [{ name: baseName(path), why: "missing", ...place }] : [];
		return there.has(uriOf(path).toString()) ? [] : [{ name: baseName(path), why: "unreadable", ...place }];
	});
	const isComplete =
		missingSources.length === 0 && sources.length < mostSources && (how === "declared" || how === "none");
	return { how, lacking, isComplete };
}
