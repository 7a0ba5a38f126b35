// The manuscripts and bibliographies that files and folders come to.

import { citableExtensions } from "../core/citations/citations";
import { extensionOf } from "../core/project/paths";
import { corePath, kindOf, realPath, systemPath, type Disk } from "./disk";

export interface Found {
	readonly manuscripts: readonly string[];
	readonly bibliographies: readonly string[];
	/** As given: not there, or no file and no folder. */
	readonly unreadable: readonly string[];
}

/** Classes and packages are no documents, though they may cite. */
const notRoots = new Set(["sty", "cls", "dtx"]);
const manuscripts = new Set(citableExtensions.filter(extension => !notRoots.has(extension)));
const bibliographies = /^(?:bib|bibtex|biblatex)$/;
/** What may be a bibliography when it is named, and is a hundred other things in a folder. */
const named = /^(?:bib|bibtex|biblatex|json|csljson|ya?ml)$/;

export async function findFiles(paths: readonly string[], folder: string, disk: Disk): Promise<Found> {
	const found = { manuscripts: new Set<string>(), bibliographies: new Set<string>() };
	const unreadable: string[] = [];
	for (const given of paths) {
		const path = corePath(given, folder);
		const kind = await kindOf(systemPath(path));
		const extension = extensionOf(path);
		if (kind === "folder") await walk(path, disk, found);
		else if (kind === "file" && named.test(extension)) found.bibliographies.add(path);
		else if (kind === "file") found.manuscripts.add(path);
		else unreadable.push(given);
	}
	return { manuscripts: [...found.manuscripts], bibliographies: [...found.bibliographies], unreadable };
}

/** Folders in folders; a link may lead back to one of them. */
async function walk(
	top: string,
	disk: Disk,
	found: { readonly manuscripts: Set<string>; readonly bibliographies: Set<string> },
): Promise<void> {
	const seen = new Set<string>();
	const folders = [top];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
		const place = await realPath(folder);
		if (seen.has(place)) continue;
		seen.add(place);
		const inner: string[] = [];
		for (const name of await disk.list(folder)) {
			const path = `${folder === "/" ? "" : folder}/${name}`;
			const isOther = name.startsWith(".") || name === "node_modules/";
			if (name.endsWith("/")) {
				if (!isOther) inner.push(path.slice(0, -1));
			} else if (manuscripts.has(extensionOf(name))) found.manuscripts.add(path);
			else if (bibliographies.test(extensionOf(name))) found.bibliographies.add(path);
		}
		folders.push(...inner.reverse());
	}
}
