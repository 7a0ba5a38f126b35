// From a key to its entry, from an entry to its citations, and to the same key in the document.

import * as vscode from "vscode";
import type { NameAt } from "../../../core/navigation/answers";
import type { OpenProject, Projects } from "../../../library/projects";
import { keyDocuments, projectAround, serves, toLocation, toRange, withReaders } from "./asking";

export function registerPlaces(projects: Projects): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.languages.registerDefinitionProvider(keyDocuments, {
			provideDefinition: (document, position, token) =>
				serves("definition", document) ? definition(projects, { document, position }, token) : undefined,
		}),
		vscode.languages.registerReferenceProvider(keyDocuments, {
			provideReferences: (document, position, { includeDeclaration }, token) =>
				serves("references", document)
					? references(projects, { document, position, includeDeclaration }, token)
					: undefined,
		}),
		vscode.languages.registerDocumentHighlightProvider(keyDocuments, {
			provideDocumentHighlights: (document, position, token) =>
				serves("references", document) ? highlights(projects, { document, position }, token) : undefined,
		}),
	);
}

/** A place in a document. */
export interface At {
	readonly document: vscode.TextDocument;
	readonly position: vscode.Position;
}

/** What a place names, in all that is concerned with it. */
export async function nameAround(
	projects: Projects,
	{ document, position }: At,
	token?: vscode.CancellationToken,
): Promise<{ readonly project: OpenProject; readonly name: NameAt } | undefined> {
	const project = await projectAround(projects, document);
	const offset = document.offsetAt(position);
	const name = project && (await projects.askIn("nameAt", project, { offset }, token));
	return name && { project, name };
}

/** The same with every manuscript of the workspace that reads the bibliography of the name. */
export async function nameEverywhere(
	projects: Projects,
	at: At,
	token?: vscode.CancellationToken,
): Promise<{ readonly project: OpenProject; readonly name: NameAt } | undefined> {
	const found = await nameAround(projects, at, token);
	const home = found?.name.home;
	if (!found || home === undefined) return found;
	// Asked for by a person, who may have made a file just now: none of them is to be left out.
	const readers = await projects.readers(vscode.Uri.parse(home, true), "nothing");
	return { ...found, project: withReaders(found.project, readers) };
}

async function definition(
	projects: Projects,
	at: At,
	token: vscode.CancellationToken,
): Promise<vscode.LocationLink[] | undefined> {
	const found = await nameAround(projects, at, token);
	if (!found) return undefined;
	const { range, definitions } = found.name;
	const origin = new vscode.Range(at.document.positionAt(range.start), at.document.positionAt(range.end));
	return definitions.map(place => ({
		originSelectionRange: origin,
		targetUri: vscode.Uri.parse(place.uri, true),
		targetRange: toRange(place.whole),
		targetSelectionRange: toRange(place),
	}));
}

/** Every citation of the key at a place, in all languages of the workspace. */
export async function references(
	projects: Projects,
	at: At & { readonly includeDeclaration: boolean },
	token?: vscode.CancellationToken,
): Promise<vscode.Location[] | undefined> {
	const found = await nameEverywhere(projects, at, token);
	if (!found) return undefined;
	const { kind, name, range } = found.name;
	const question = { name: { kind, name, range }, withDefinitions: at.includeDeclaration };
	return (await projects.askIn("usesOf", found.project, question, token))?.map(toLocation);
}

async function highlights(
	projects: Projects,
	{ document, position }: At,
	token: vscode.CancellationToken,
): Promise<vscode.DocumentHighlight[] | undefined> {
	const found = await projects.ask("occurrences", document, { offset: document.offsetAt(position) }, token);
	return found?.map(({ isDefinition, ...range }) => {
		const kind = isDefinition ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read;
		return new vscode.DocumentHighlight(toRange(range), kind);
	});
}
