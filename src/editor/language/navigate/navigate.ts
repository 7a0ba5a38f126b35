// Citations as symbols of a language: hover, definition, references, rename, outline, colours, and where each is cited.

import * as vscode from "vscode";
import { commands } from "../../../core/contributions";
import { register } from "../../../host/commands";
import type { Library } from "../../../library/library";
import { calmed } from "./asking";
import { registerHover } from "./hover";
import { registerKeys } from "./keys";
import { registerLens } from "./lens";
import { registerOutline } from "./outline";
import { references, registerPlaces } from "./places";
import { registerRename } from "./rename";
import { BibliographyStatus } from "./status";

export interface NavigationNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	readonly extensionUri: vscode.Uri;
}

export function registerNavigation(needs: NavigationNeeds): vscode.Disposable {
	const { library, log } = needs;
	const { projects, texts } = library;
	const changed = new vscode.EventEmitter<void>();
	const [soon, later] = [calmed(changed.event, 300), calmed(changed.event, 1000)];
	return vscode.Disposable.from(
		changed,
		soon,
		later,
		...[texts.onDidChange, projects.onDidChange].map(event => event(() => changed.fire())),
		// Also the shelf, but for marks: a key may be that of a paper on it.
		library.onDidChange(({ marked }) => marked.length === 0 && changed.fire()),
		registerHover(needs),
		registerPlaces(projects),
		registerRename(projects),
		registerOutline(projects),
		registerKeys(library, soon.event),
		registerLens(projects, later.event),
		new BibliographyStatus(projects, soon.event),
		register(commands.openEntry, log, openEntry),
		register(commands.showCitations, log, argument => showCitations(library, argument)),
	);
}

interface Place {
	readonly uri: vscode.Uri;
	readonly position: vscode.Position;
}

/** The place that a command's argument names; `undefined` for anything else. */
function placeOf(argument: unknown): Place | undefined {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { uri, line, column = 0 } = argument as Readonly<Record<string, unknown>>;
	if (typeof uri !== "string" || typeof line !== "number" || typeof column !== "number") return undefined;
	return { uri: vscode.Uri.parse(uri, true), position: new vscode.Position(line, column) };
}

async function openEntry(argument: unknown): Promise<void> {
	const place = placeOf(argument);
	if (!place) return;
	const document = await vscode.workspace.openTextDocument(place.uri);
	await vscode.window.showTextDocument(document, { selection: new vscode.Range(place.position, place.position) });
}

/** Shows where the entry at a place is cited, over its bibliography. */
async function showCitations({ projects }: Library, argument: unknown): Promise<void> {
	const place = placeOf(argument);
	if (!place) return;
	const document = await vscode.workspace.openTextDocument(place.uri);
	const { position } = place;
	const found = await references(projects, { document, position, includeDeclaration: false });
	await vscode.commands.executeCommand("editor.action.showReferences", place.uri, position, found ?? []);
}
