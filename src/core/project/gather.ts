// The files that a root takes in, and theirs, and where the bibliographies are that they name.

import type { TextRange } from "../paper";
import type { SourceKind } from "./kinds";
import { baseName, folderOf, isAbsolute, resolvePath, upwards } from "./paths";
import type { Declaration, Dialect, InlineReferences, Reading } from "./reading";
import type { World } from "./world";

/** A bibliography of a project. */
export interface BibliographyPlace {
	/** Absolute; as declared for one that is an address. */
	readonly path: string;
	/** The file that names it, and where; none for one that no file names. */
	readonly declaredIn?: string;
	readonly range?: TextRange;
	readonly exists: boolean;
	readonly isRemote?: true;
}

export interface PlacedInline extends InlineReferences {
	readonly source: string;
}

export interface Gathered {
	readonly root: string;
	/** The root and what it takes in, in the order of the document. */
	readonly sources: readonly string[];
	readonly files: readonly BibliographyPlace[];
	readonly inline: readonly PlacedInline[];
	readonly missingSources: readonly string[];
	readonly dialect: Dialect | undefined;
}

/** A document has no more parts, or those beyond are not looked at. */
const mostSources = 250;
const deepest = 30;

/** Languages whose programs run in the folder of the root: paths start there, whichever file names them. */
const fromRoot: ReadonlySet<SourceKind> = new Set(["latex", "asciidoc", "org"]);

/** The file that names a path, and what the path may start from. */
export interface Naming {
	readonly file: string;
	readonly root: string;
	readonly kind: SourceKind;
	readonly top: string | undefined;
}

/** Where a path that a file names may lead, the likeliest place first. */
export function placesOf(path: string, { file, root, kind, top }: Naming): string[] {
	const [own, main] = [folderOf(file), folderOf(root)];
	if (!isAbsolute(path)) {
		const folders = fromRoot.has(kind) ? [main, own] : [own, main];
		return [...new Set(folders.map(folder => resolvePath(folder, path)))];
	}
	const absolute = resolvePath("", path);
	if (!path.startsWith("/") || fromRoot.has(kind)) return [absolute];
	// Typst and Quarto take such a path from the root of the project, which is the main file's folder or one above.
	const inProject = [main, ...upwards(own, top, 12)].map(folder => resolvePath(folder, path.slice(1)));
	return [...new Set([...inProject, absolute])];
}

/** Follows a root through all files that it takes in. Files that take in each other are read once. */
export async function gather(world: World, root: string, top?: string): Promise<Gathered> {
	const gathering = new Gathering(world, root, top);
	await gathering.visit(root, world.kindOf(root), 0);
	return gathering.result();
}

class Gathering {
	readonly #sources = new Map<string, { reading: Reading; kind: SourceKind }>();
	readonly #missing = new Set<string>();
	readonly #macros = new Map<string, string>();

	constructor(
		readonly world: World,
		readonly root: string,
		readonly top: string | undefined,
	) {}

	async visit(path: string, within: SourceKind, depth: number): Promise<void> {
		if (this.#sources.has(path) || this.#sources.size >= mostSources || depth > deepest) return;
		const kind = this.world.kindOf(path, within);
		const reading = await this.#read(path, kind);
		this.#sources.set(path, { reading, kind });
		for (const [name, value] of reading.macros ?? []) this.#macros.set(name, value);
		for (const { paths, optional } of reading.parts) {
			const places = paths.flatMap(each => placesOf(each, { file: path, root: this.root, kind, top: this.top }));
			const found = await this.#first(places);
			if (found !== undefined) await this.visit(found, kind, depth + 1);
			else if (!optional && places[0] !== undefined) this.#missing.add(places[0]);
		}
	}

	/** With the macros of the files before it, when it uses any that are not its own. */
	async #read(path: string, kind: SourceKind): Promise<Reading> {
		const reading = await this.world.reading(path, kind);
		const needsMacros = reading.isUnresolved === true && this.#macros.size > 0;
		return needsMacros ? this.world.reading(path, kind, this.#macros) : reading;
	}

	async #first(places: readonly string[]): Promise<string | undefined> {
		for (const place of places) if (await this.world.has(place)) return place;
		return undefined;
	}

	async result(): Promise<Gathered> {
		const files = new Map<string, BibliographyPlace>();
		const inline: PlacedInline[] = [];
		for (const [source, { reading: first, kind }] of this.#sources) {
			// What a later file defines counts for an earlier one, too: a preamble that is taken in.
			const reading = first.isUnresolved ? await this.#read(source, kind) : first;
			inline.push(...reading.inline.map(each => ({ ...each, source })));
			for (const declaration of reading.bibliographies) {
				for (const file of await this.#places(declaration, source, kind)) {
					if (!files.has(file.path)) files.set(file.path, file);
				}
			}
		}
		const dialects = Array.from(this.#sources.values(), ({ reading }) => reading.dialect);
		return {
			root: this.root,
			sources: [...this.#sources.keys()],
			files: [...files.values()],
			inline,
			missingSources: [...this.#missing],
			dialect: dialects.includes("biblatex") ? "biblatex" : dialects.find(dialect => dialect !== undefined),
		};
	}

	async #places(
		{ path, range, remote, optional }: Declaration,
		source: string,
		kind: SourceKind,
	): Promise<BibliographyPlace[]> {
		const declared = { declaredIn: source, range };
		if (remote) return [{ path, ...declared, exists: true, isRemote: true }];
		const places = placesOf(path, { file: source, root: this.root, kind, top: this.top });
		if (path.includes("*")) {
			const found = await Promise.all(places.map(place => this.#matching(place)));
			return found.flat().map(place => ({ path: place, ...declared, exists: true }));
		}
		const found = await this.#first(places);
		if (found === undefined && optional) return [];
		return [{ path: found ?? places[0] ?? path, ...declared, exists: found !== undefined }];
	}

	/** The files whose name fits a pattern with `*` in it. */
	async #matching(pattern: string): Promise<string[]> {
		const folder = folderOf(pattern).replace(/\/\*\*.*$/, "");
		const parts = baseName(pattern)
			.split("*")
			.map(part => part.replace(/[^\w]/g, "\\$&"));
		const fits = new RegExp(`^${parts.join("[^]*")}$`);
		const names = parts.length > 4 ? [] : [...(await this.world.names(folder))];
		return names
			.filter(name => fits.test(name) && !name.endsWith("/"))
			.sort()
			.map(name => `${folder}/${name}`);
	}
}
