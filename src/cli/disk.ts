// Files as the core names them: absolute, with `/` on every system, a drive as `/c:`.

import { promises as fs } from "node:fs";
import path from "node:path";
import { resolvePath } from "../core/project/paths";
import type { Files } from "../core/project/project";
import { decodeBytes } from "../core/text/decodeBytes";

/** Larger files are no manuscripts. */
const largest = 64_000_000;

/** Reads each file once. */
export class Disk implements Files {
	readonly #texts = new Map<string, Promise<string | undefined>>();
	readonly #folders = new Map<string, Promise<readonly string[]>>();

	read(file: string): Promise<string | undefined> {
		const known = this.#texts.get(file) ?? readText(file);
		this.#texts.set(file, known);
		return known;
	}

	list(folder: string): Promise<readonly string[]> {
		const known = this.#folders.get(folder) ?? readFolder(folder);
		this.#folders.set(folder, known);
		return known;
	}
}

async function readText(file: string): Promise<string | undefined> {
	try {
		const place = systemPath(file);
		if ((await fs.stat(place)).size > largest) return undefined;
		const decoded = decodeBytes(await fs.readFile(place));
		return "text" in decoded ? decoded.text : undefined;
	} catch {
		return undefined;
	}
}

async function readFolder(folder: string): Promise<readonly string[]> {
	try {
		const entries = await fs.readdir(systemPath(folder), { withFileTypes: true });
		const names = entries.map(async entry => {
			const isFolder =
				entry.isDirectory() ||
				(entry.isSymbolicLink() && (await isDirectory(path.join(systemPath(folder), entry.name))));
			return isFolder ? `${entry.name}/` : entry.name;
		});
		return (await Promise.all(names)).sort();
	} catch {
		return [];
	}
}

async function isDirectory(place: string): Promise<boolean> {
	return (await kindOf(place)) === "folder";
}

/** What is at a place of this system. */
export async function kindOf(place: string): Promise<"file" | "folder" | undefined> {
	try {
		const found = await fs.stat(place);
		return found.isDirectory() ? "folder" : found.isFile() ? "file" : undefined;
	} catch {
		return undefined;
	}
}

/** Where a path of the core leads through links. */
export async function realPath(path: string): Promise<string> {
	return fs.realpath(systemPath(path)).catch(() => path);
}

/** The path of the core for a path of this system. */
export function corePath(place: string, folder: string): string {
	return resolvePath("", path.resolve(folder, place));
}

/** The path of this system for one of the core. */
export function systemPath(file: string): string {
	return process.platform === "win32" ? file.replace(/^\/([a-z]):/i, "$1:") : file === "" ? "/" : file;
}
