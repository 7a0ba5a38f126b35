// Where names are defined and used, and their renaming, over the texts that the engine has.

import { nameInBibliography, nameInManuscript, type Name } from "../../core/navigation/names";
import { citedCounts, definitionsOf, entryFor, namesOf, usesOf } from "../../core/navigation/project";
import { homeOf, isRenamable, rename } from "../../core/navigation/rename";
import type { OpenTexts } from "../openTexts";
import type { ProjectRefs } from "../protocol";
import { inProject, linesIn, linesOf, type OpenedProject } from "./openProject";
import type { CitedEntry, DefinedAt, NameAt, Occurrence } from "../../core/navigation/answers";
import type { NavigationRequests } from "./navigationRequests";

type Answer<M extends keyof NavigationRequests> = NavigationRequests[M]["answer"];
type Params<M extends keyof NavigationRequests> = NavigationRequests[M]["params"];

/** What an offset of a project's document names. */
export function nameIn({ document }: OpenedProject, offset: number): Name | undefined {
	if (document?.bibliography) return nameInBibliography(document.bibliography, offset);
	const { manuscript } = document ?? {};
	return manuscript && nameInManuscript(manuscript.source, manuscript.citations, offset);
}

export function nameAt(texts: OpenTexts, { project: refs, offset }: Params<"nameAt">): Answer<"nameAt"> {
	return inProject(texts, refs, (project): NameAt | undefined => {
		const name = nameIn(project, offset);
		if (!name) return undefined;
		const home = homeOf(name, project);
		return {
			...name,
			...(home !== undefined && { home }),
			isRenamable: isRenamable(name, project),
			definitions: definedAt(project, name),
		};
	});
}

function definedAt(project: OpenedProject, name: Name): readonly DefinedAt[] {
	const lines = linesIn(project);
	return definitionsOf(name, project).flatMap(({ uri, range, whole }) =>
		lines({ uri, range }).flatMap(at => lines({ uri, range: whole }).map(all => ({ ...at, whole: all }))),
	);
}

export function usesIn(texts: OpenTexts, { project: refs, name, withDefinitions }: Params<"usesOf">): Answer<"usesOf"> {
	return inProject(texts, refs, project => {
		const definitions = withDefinitions ? definitionsOf(name, project) : [];
		return [...definitions, ...usesOf(name, project)].flatMap(linesIn(project));
	});
}

export function occurrences(texts: OpenTexts, { project: refs, offset }: Params<"occurrences">): Answer<"occurrences"> {
	return inProject(texts, refs, (project): readonly Occurrence[] => {
		const { document } = project;
		const name = nameIn(project, offset);
		if (!document || !name) return [];
		const own = {
			manuscripts: document.manuscript ? [document.manuscript] : [],
			bibliographies: document.bibliography ? [{ uri: document.uri, bibliography: document.bibliography }] : [],
		};
		const lines = linesIn({ ...own, document });
		const places = (isDefinition: boolean) => (place: Parameters<typeof lines>[0]) =>
			lines(place).map(({ start, end }) => ({ start, end, isDefinition }));
		// Which names are one entry's is known from all bibliographies.
		const uses = usesOf(name, { ...own, bibliographies: project.bibliographies });
		return [...definitionsOf(name, own).flatMap(places(true)), ...uses.flatMap(places(false))];
	});
}

export function renamed(texts: OpenTexts, { project: refs, name, now }: Params<"rename">): Answer<"rename"> {
	return inProject(texts, refs, project => rename(name, now, { ...project, dialect: refs.dialect }));
}

/** How often each entry of the document is cited in the project; those that are not are left out. */
export function citedEntries(texts: OpenTexts, refs: ProjectRefs): Answer<"citedEntries"> {
	return inProject(texts, refs, ({ document, manuscripts, bibliographies }): readonly CitedEntry[] => {
		if (!document?.bibliography) return [];
		const counts = new Map<string, number>();
		for (const { citations } of manuscripts) {
			for (const [name, count] of citedCounts(citations)) {
				const key = entryFor(bibliographies, name)?.entry.key ?? name;
				counts.set(key, (counts.get(key) ?? 0) + count);
			}
		}
		const lines = linesOf(document.bibliography);
		return document.bibliography.entries.flatMap(({ key, keyRange }) => {
			const count = counts.get(key);
			return count === undefined ? [] : [{ key, count, ...lines(keyRange).start }];
		});
	});
}

/** Where what a key stands for is cited in a project, by file. */
export function citedIn(
	{ manuscripts, bibliographies }: OpenedProject,
	key: string,
): { readonly uri: string; readonly count: number }[] {
	const names = namesOf(bibliographies, key);
	return manuscripts.flatMap(({ uri, citations }) => {
		const counts = citedCounts(citations);
		const count = names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
		return count === 0 ? [] : [{ uri, count }];
	});
}
