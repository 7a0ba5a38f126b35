// The file of a project that declares bibliographies for all its documents: the nearest one above a document that does.
// Sources: Quarto, "Project Metadata" and "Project Profiles"; MyST guide, "Citations"; Jupyter Book 1, "Citations and
// bibliographies"; sphinxcontrib-bibtex, "Configuration"; bookdown, section 1.3; jekyll-scholar, README.

import { gather, type BibliographyPlace, type Gathered } from "./gather";
import type { SourceKind } from "./kinds";
import { extensionOf, folderOf, upwards } from "./paths";
import type { World } from "./world";
import { readYaml, scalarsIn, valueAt } from "./yaml";
import { yamlHeader } from "../citations/pandocBlocks";

/** Names of such files, in the order in which they count, and the kinds of documents that they are for. */
const configs: readonly (readonly [name: RegExp, kinds: readonly SourceKind[]])[] = [
	[/^_metadata\.ya?ml$/, ["markdown", "notebook"]],
	[/^_quarto\.ya?ml$/, ["markdown", "notebook"]],
	[/^_quarto-[^.]+\.ya?ml$/, ["markdown", "notebook"]],
	[/^_bookdown\.ya?ml$/, ["markdown"]],
	[/^index\.Rmd$/i, ["markdown"]],
	[/^myst\.ya?ml$/, ["markdown", "notebook"]],
	[/^_config\.ya?ml$/, ["markdown", "notebook", "rst"]],
	[/^conf\.py$/, ["markdown", "notebook", "rst"]],
	[/^(?:_?defaults|pandoc|metadata)\.ya?ml$|\.defaults\.ya?ml$/, ["markdown"]],
];

export interface Config extends Gathered {
	/** Whether a document's own declarations come on top of the project's: Sphinx reads all that `conf.py` names. */
	readonly isShared: boolean;
}

/** No project lies deeper. */
const mostAbove = 12;

export async function configFor(
	world: World,
	file: string,
	kind: SourceKind,
	top: string | undefined,
): Promise<Config | undefined> {
	const fitting = configs.filter(([, kinds]) => kinds.includes(kind));
	if (fitting.length === 0) return undefined;
	for (const folder of upwards(folderOf(file), top, top === undefined ? 3 : mostAbove)) {
		const names = [...(await world.names(folder))].sort();
		for (const [pattern] of fitting) {
			for (const name of names.filter(each => pattern.test(each)).slice(0, 3)) {
				const path = `${folder}/${name}`;
				const found = path === file ? undefined : await declaredBy(world, path, file, top);
				if (found) return found;
			}
		}
	}
	return undefined;
}

async function declaredBy(
	world: World,
	path: string,
	file: string,
	top: string | undefined,
): Promise<Config | undefined> {
	if (/\/index\.rmd$/i.test(path) && !(await isBook(world, path, file))) return undefined;
	const found = await gather(world, path, top);
	const isShared = /\/(?:conf\.py|_config\.ya?ml)$/.test(path);
	if (found.files.length > 0) return { ...found, sources: [path], isShared };
	if (!/\/myst\.ya?ml$/.test(path)) return undefined;
	return { ...found, files: await besideMyst(world, path), isShared: false };
}

/** bookdown's chapters are R Markdown beside or below an `index.Rmd` that says that it is a book. */
async function isBook(world: World, path: string, file: string): Promise<boolean> {
	if (extensionOf(file) !== "rmd") return false;
	const names = await world.names(folderOf(path));
	if (names.has("_bookdown.yml") || names.has("_bookdown.yaml")) return true;
	const header = readYaml(yamlHeader((await world.text(path)) ?? ""));
	const isOutput = valueAt(header, "output");
	const outputs =
		isOutput?.kind === "map" ? isOutput.fields.map(({ key }) => key) : scalarsIn(isOutput).map(({ text }) => text);
	return [...scalarsIn(valueAt(header, "site")).map(({ text }) => text), ...outputs].some(text =>
		text.includes("book"),
	);
}

/** MyST reads every `.bib` of a project that names none. */
async function besideMyst(world: World, path: string): Promise<BibliographyPlace[]> {
	const files: BibliographyPlace[] = [];
	let front = [folderOf(path)];
	for (let depth = 0; depth < 4; depth++) {
		const next: string[] = [];
		for (const folder of front.slice(0, 40)) {
			for (const name of [...(await world.names(folder))].sort()) {
				if (/^[^._].*\/$/.test(name) && name !== "node_modules/") next.push(`${folder}/${name.slice(0, -1)}`);
				else if (extensionOf(name) === "bib")
					files.push({ path: `${folder}/${name}`, declaredIn: path, exists: true });
			}
		}
		front = next;
	}
	return files;
}
