// The project of a document: which files belong to it, and which bibliographies it reads, and why those.

import { configFor, type Config } from "./configs";
import { gather, type BibliographyPlace, type Gathered, type PlacedInline } from "./gather";
import type { SourceKind } from "./kinds";
import { nearestBibliographies } from "./nearest";
import { baseName, folderOf, isAbsolute, resolvePath } from "./paths";
import type { Dialect } from "./reading";
import { rootsOf } from "./roots";
import { World, type Files } from "./world";

export type { BibliographyPlace, PlacedInline } from "./gather";
export type { Files, ProjectFile } from "./world";

export interface ProjectOptions {
	/** The document's language in the editor; its name tells when this does not. */
	readonly languageId?: string;
	/** The folder above which nothing is looked for. Without one, little is looked for above the document. */
	readonly top?: string | undefined;
	/** A bibliography to take when the document declares none: absolute, or as seen from `top`. */
	readonly setting?: string | undefined;
}

export interface ProjectBibliography {
	/** The root document, when it is another one. */
	readonly root?: string;
	/** The document, or its root, and all that it takes in. */
	readonly sources: readonly string[];
	/** In the order in which they are declared. */
	readonly files: readonly BibliographyPlace[];
	/**
	 * Why these: the document or a file of it declares them; a file of its project does (`_quarto.yml`, `conf.py`); they
	 * are the nearest, one or several to choose from; the setting names it; there is none.
	 */
	readonly how: "declared" | "project" | "nearest" | "setting" | "none";
	/** How the document's program reads a `.bib`. */
	readonly dialect: Dialect;
	/** The declared ones that are not there. */
	readonly missing: readonly string[];
	/** Parts that the document takes in and that are not there. */
	readonly missingSources: readonly string[];
	/** References that the document holds itself. */
	readonly inline: readonly PlacedInline[];
}

/**
 * Finds the bibliographies of a document, a file at an absolute path with `/`. Looks at no more than some hundred
 * files; never throws unless `files` does.
 */
export async function projectBibliography(
	path: string,
	files: Files,
	options: ProjectOptions = {},
): Promise<ProjectBibliography> {
	const { top, languageId = "" } = options;
	const world = new World(files, { path, languageId });
	const kind = world.kindOf(path);
	const document = await documentOf(world, path, kind, top);
	const config =
		document.files.length > 0 && !isShareable(kind) ? undefined : await configFor(world, path, kind, top);
	if (document.files.length > 0 || config) return declared(path, kind, document, config);
	// What a document lists itself is all that its program knows.
	const nearest = document.inline.length > 0 ? [] : await nearestBibliographies(world, path, kind, top);
	const wanted = options.setting?.trim() ?? "";
	const isSetting = nearest.length !== 1 && wanted !== "";
	const found = isSetting ? [await placeOf(world, wanted, path, top)] : nearest;
	const how = isSetting ? "setting" : found.length > 0 ? "nearest" : "none";
	return { ...described(path, kind, document), files: found, how, missing: missingIn(found, document.inline) };
}

/** The document with all its parts, from its root if that can be found. */
async function documentOf(world: World, path: string, kind: SourceKind, top: string | undefined): Promise<Gathered> {
	const own = await gather(world, path, top);
	const { isRoot, root: named } = await world.reading(path);
	const isKnown = own.files.length > 0 && (kind !== "latex" || isRoot === true);
	if (isKnown || (isRoot === true && own.inline.length > 0)) return own;
	let first: Gathered | undefined;
	for (const root of await rootsOf(world, path, top)) {
		const found = await gather(world, root, top);
		// A root that the document names may take it in by a macro that cannot be followed.
		if (!found.sources.includes(path) && named === undefined) continue;
		if (found.files.length > 0) return found;
		first ??= found;
	}
	return own.files.length > 0 ? own : (first ?? own);
}

/** Sphinx's documents read what `conf.py` names, whatever they name themselves. */
function isShareable(kind: SourceKind): boolean {
	return kind === "rst" || kind === "markdown";
}

function declared(path: string, kind: SourceKind, document: Gathered, config: Config | undefined): ProjectBibliography {
	const isOwn = document.files.length > 0;
	const shared = config && (!isOwn || config.isShared) ? config.files : [];
	const known = new Set(document.files.map(file => file.path));
	const files = [...document.files, ...shared.filter(file => !known.has(file.path))];
	const dialect = document.dialect ?? config?.dialect ?? dialectOf(kind);
	const missing = missingIn(files, document.inline);
	return { ...described(path, kind, document), files, how: isOwn ? "declared" : "project", dialect, missing };
}

function described(path: string, kind: SourceKind, { root, sources, missingSources, inline, dialect }: Gathered) {
	return {
		...(root === path ? {} : { root }),
		sources,
		missingSources,
		inline,
		dialect: dialect ?? dialectOf(kind),
	};
}

/** Pandoc and Typst take a `.bib` for BibLaTeX's. */
function dialectOf(kind: SourceKind): Dialect {
	return kind === "markdown" || kind === "typst" ? "biblatex" : "bibtex";
}

/** What is declared and not there; a file that the document writes itself is not missing. */
function missingIn(files: readonly BibliographyPlace[], inline: readonly PlacedInline[]): string[] {
	const written = new Set(inline.flatMap(({ path }) => (path === undefined ? [] : [baseName(path)])));
	return files.filter(({ path, exists }) => !exists && !written.has(baseName(path))).map(({ path }) => path);
}

async function placeOf(
	world: World,
	wanted: string,
	path: string,
	top: string | undefined,
): Promise<BibliographyPlace> {
	const places = isAbsolute(wanted)
		? [resolvePath("", wanted)]
		: [top ?? folderOf(path), folderOf(path)].map(folder => resolvePath(folder, wanted));
	for (const place of places) if (await world.has(place)) return { path: place, exists: true };
	return { path: places[0] ?? wanted, exists: false };
}
