// The bibliographies nearest to a document that declares none.

import { gather, type BibliographyPlace } from "./gather";
import type { SourceKind } from "./kinds";
import { folderOf, upwards } from "./paths";
import type { World } from "./world";

/** Names that files of other formats have when they are bibliographies, and how these begin. */
const likely = /(?:ref|bib|lib|cit|zotero|works|csl)/i;

const formats: Partial<Record<SourceKind, readonly (readonly [name: RegExp, start: RegExp])[]>> = {
	markdown: [
		[/\.json$/i, /^\s*\[\s*\{[^]{0,4000}?"(?:id|type|title|DOI)"\s*:/],
		[/\.ya?ml$/i, /^(?:---\s*)?(?:references:|-\s+(?:id|type|title|author):)/m],
	],
	typst: [[/\.ya?ml$/i, /^[^\s#:][^\r\n:]*:\s*(?:\r\n|[\r\n])[ \t]+(?:type|title|author|parent):/m]],
};

/**
 * All of the first folder from the document's upward that has any, in order: `.bib` before other formats. Above its own
 * folder a part of a document is near to the main document, and to what that declares.
 */
export async function nearestBibliographies(
	world: World,
	file: string,
	kind: SourceKind,
	top: string | undefined,
): Promise<BibliographyPlace[]> {
	for (const folder of upwards(folderOf(file), top, top === undefined ? 1 : 30)) {
		const names = [...(await world.names(folder))].sort();
		const main = folder === folderOf(file) ? [] : await declaredHere(world, folder, names, kind);
		if (main.length > 0) return main;
		const bibtex = names.filter(name => /\.bib$/i.test(name));
		const found = bibtex.length > 0 ? bibtex : await others(world, folder, names, kind);
		if (found.length > 0) return found.map(name => ({ path: `${folder}/${name}`, exists: true }));
	}
	return [];
}

const mostDocuments = 10;

/** What the documents in a folder declare, when they agree, in languages whose documents are written in parts. */
async function declaredHere(
	world: World,
	folder: string,
	names: readonly string[],
	kind: SourceKind,
): Promise<BibliographyPlace[]> {
	if (kind !== "latex" && kind !== "typst") return [];
	const paths = names.map(name => `${folder}/${name}`).filter(path => world.kindOf(path) === kind);
	const found: BibliographyPlace[][] = [];
	for (const path of paths.slice(0, mostDocuments)) {
		const files = (await gather(world, path)).files.filter(({ exists, isRemote }) => exists && !isRemote);
		if (files.length > 0) found.push(files);
	}
	const [first = []] = found;
	const sets = new Set(
		found.map(files =>
			files
				.map(({ path }) => path)
				.sort()
				.join("\n"),
		),
	);
	return sets.size === 1 ? first : [];
}

async function others(world: World, folder: string, names: readonly string[], kind: SourceKind): Promise<string[]> {
	const found: string[] = [];
	for (const [name, start] of formats[kind] ?? []) {
		for (const each of names.filter(other => name.test(other) && likely.test(other)).slice(0, 10)) {
			const text = await world.text(`${folder}/${each}`);
			if (text !== undefined && start.test(text.slice(0, 8000))) found.push(each);
		}
	}
	return found;
}
