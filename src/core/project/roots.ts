// The roots that a part of a document may belong to: the one that it names, or those that take it in.

import { placesOf } from "./gather";
import type { SourceKind } from "./kinds";
import { extensionOf, folderOf, resolvePath, stemOf, upwards } from "./paths";
import type { World } from "./world";

/** Extensions of files that may take in one of a kind. */
const takers: Partial<Record<SourceKind, readonly string[]>> = {
	latex: ["tex", "ltx", "latex", "rnw"],
	markdown: ["qmd", "rmd", "md", "markdown", "ipynb"],
	typst: ["typ"],
	rst: ["rst"],
	asciidoc: ["adoc", "asciidoc", "asc"],
	org: ["org"],
};

const mostRoots = 8;
const mostSteps = 12;
/** Folders above a file, and folders beside those, in which its root is looked for. */
const mostAbove = 6;
const mostBeside = 12;
const mostCandidates = 150;

/** The roots of a file, the likeliest first; none for one that stands alone. */
export async function rootsOf(world: World, file: string, top: string | undefined): Promise<string[]> {
	const roots: string[] = [];
	const visited = new Set([file]);
	let front = [file];
	for (let step = 0; step < mostSteps && front.length > 0 && roots.length < mostRoots; step++) {
		const next: string[] = [];
		for (const path of front.slice(0, mostRoots)) {
			const above = (await parentsOf(world, path, top)).filter(parent => !visited.has(parent));
			if (above.length === 0 && path !== file) roots.push(path);
			for (const parent of above) {
				visited.add(parent);
				const { isRoot } = await world.reading(parent);
				if (isRoot) roots.push(parent);
				else next.push(parent);
			}
		}
		front = next;
	}
	return roots;
}

/** The files that take this one in; the root alone when it names one that is there. */
async function parentsOf(world: World, file: string, top: string | undefined): Promise<string[]> {
	const kind = world.kindOf(file);
	const { root } = await world.reading(file);
	if (root !== undefined) {
		const named = resolvePath(folderOf(file), root);
		const found = [named, `${named}.tex`];
		for (const path of found) if (path !== file && (await world.has(path))) return [path];
	}
	const parents: string[] = [];
	for (const candidate of await candidatesFor(world, file, kind, top)) {
		if (await takesIn(world, candidate, file, top)) parents.push(candidate);
	}
	return parents;
}

/** The files near a file that may take it in: in its folder, above it, and beside those above, the nearest first. */
async function candidatesFor(world: World, file: string, kind: SourceKind, top: string | undefined): Promise<string[]> {
	const extensions = takers[kind] ?? [];
	const above = upwards(folderOf(file), top, top === undefined ? 3 : mostAbove);
	const found = new Set<string>();
	const add = async (folder: string): Promise<void> => {
		for (const name of [...(await world.names(folder))].sort()) {
			const path = `${folder}/${name}`;
			if (path !== file && extensions.includes(extensionOf(name))) found.add(path);
		}
	};
	for (const folder of above) await add(folder);
	for (const folder of above.slice(0, 3)) {
		const inner = [...(await world.names(folder))].filter(
			name => /^[^._].*\/$/.test(name) && name !== "node_modules/",
		);
		for (const name of inner.sort().slice(0, mostBeside)) await add(`${folder}/${name.slice(0, -1)}`);
	}
	return [...found].slice(0, mostCandidates);
}

/** Whether a file takes in another. Where its own root is, which LaTeX starts from, may be any folder above it. */
async function takesIn(world: World, parent: string, file: string, top: string | undefined): Promise<boolean> {
	const text = await world.text(parent);
	if (text?.includes(stemOf(file)) !== true) return false;
	const kind = world.kindOf(parent);
	const { parts } = await world.reading(parent);
	const roots = upwards(folderOf(parent), top, 8).map(folder => `${folder}/root`);
	return parts.some(({ paths, optional }) =>
		optional
			? false
			: paths.some(path => roots.some(root => placesOf(path, { file: parent, root, kind, top }).includes(file))),
	);
}
