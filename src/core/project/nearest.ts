// The bibliographies nearest to a document that declares none.

import type { BibliographyPlace } from "./gather";
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

/** All of the first folder from the document's upward that has any, in order: `.bib` before other formats. */
export async function nearestBibliographies(
	world: World,
	file: string,
	kind: SourceKind,
	top: string | undefined,
): Promise<BibliographyPlace[]> {
	for (const folder of upwards(folderOf(file), top, top === undefined ? 1 : 30)) {
		const names = [...(await world.names(folder))].sort();
		const bibtex = names.filter(name => /\.bib$/i.test(name));
		const found = bibtex.length > 0 ? bibtex : await others(world, folder, names, kind);
		if (found.length > 0) return found.map(name => ({ path: `${folder}/${name}`, exists: true }));
	}
	return [];
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
