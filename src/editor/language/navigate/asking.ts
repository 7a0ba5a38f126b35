// What the providers of navigation have in common: for which documents they answer, with which project, and where.

import * as vscode from "vscode";
import { isOurs, type Feature } from "../../../core/neighbours";
import type { FileRange, LineRange } from "../../../core/navigation/answers";
import { isInstalled } from "../../../host/extensions";
import { setting } from "../../../host/settings";
import { isBibliography, type OpenProject, type Projects } from "../../../library/projects";
import { citableDocuments } from "../../target";

export const bibtexDocuments: vscode.DocumentFilter[] = [
	{ language: "bibtex" },
	{ language: "biblatex" },
	{ pattern: "**/*.{bib,bibtex}" },
];

/** What may be a bibliography, when a manuscript reads it. */
export const bibliographyDocuments: vscode.DocumentFilter[] = [...bibtexDocuments, { pattern: "**/*.{json,yml,yaml}" }];

/** Everything that has keys. */
export const keyDocuments: vscode.DocumentFilter[] = [...citableDocuments(), ...bibliographyDocuments];

/** What is asked for here. */
type Asked = Exclude<Feature, "completion" | "undefinedKeys" | "brokenEntries">;

const settingOf = {
	hover: "hover",
	definition: "definitions",
	references: "definitions",
	rename: "definitions",
	outline: "outline",
	folding: "outline",
	links: "outline",
	semanticColours: "semanticColours",
} as const satisfies Record<Asked, string>;

/** Whether a feature answers for a document, by its setting and the other extensions that run. */
export function serves(feature: Asked, { uri, languageId }: vscode.TextDocument): boolean {
	const mode = setting(settingOf[feature], uri);
	return isOurs(feature, languageId, mode, isInstalled);
}

/** The project of a manuscript; of a bibliography all that read it. `undefined` for a document that is neither. */
export async function projectAround(
	projects: Projects,
	document: vscode.TextDocument,
): Promise<OpenProject | undefined> {
	const project = await projects.of(document);
	const isRead = project?.bibliographies.some(each => each.toString() === document.uri.toString()) === true;
	if (!project || !(isRead || isBibliography(document))) return project;
	return withReaders(project, await projects.readers(document.uri));
}

/** A project with all others that read one of its bibliographies. */
export function withReaders(project: OpenProject, readers: readonly OpenProject[]): OpenProject {
	const all = [project, ...readers];
	const isClassic = all.slice(1).some(({ dialect }) => dialect === "bibtex");
	return {
		uri: project.uri,
		sources: distinct(all.flatMap(({ sources }) => sources)),
		bibliographies: distinct(all.flatMap(({ bibliographies }) => bibliographies)),
		dialect: isClassic ? "bibtex" : (all[1] ?? project).dialect,
	};
}

function distinct(uris: readonly vscode.Uri[]): readonly vscode.Uri[] {
	return [...new Map(uris.map(uri => [uri.toString(), uri])).values()];
}

export function toRange({ start, end }: LineRange): vscode.Range {
	return new vscode.Range(start.line, start.column, end.line, end.column);
}

export function toLocation(place: FileRange): vscode.Location {
	return new vscode.Location(vscode.Uri.parse(place.uri, true), toRange(place));
}

/** An event that fires once another has been quiet for a while. */
interface Calmed {
	readonly event: vscode.Event<void>;
	readonly dispose: () => void;
}

/** An event once it has been quiet for so long, in milliseconds: typing is not disturbed. */
export function calmed(event: vscode.Event<unknown>, quietMs: number): Calmed {
	const calm = new vscode.EventEmitter<void>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const listener = event(() => {
		clearTimeout(timer);
		timer = setTimeout(() => calm.fire(), quietMs);
	});
	return {
		event: calm.event,
		dispose: () => {
			clearTimeout(timer);
			listener.dispose();
			calm.dispose();
		},
	};
}
