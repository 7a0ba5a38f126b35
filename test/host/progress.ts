// Says on the terminal what takes long: what it is, how far it is, how long it took and how big it became.
import { readdirSync, lstatSync } from "node:fs";
import { join } from "node:path";

/** Does the work, saying every few seconds how much has arrived in the folder. */
export async function withProgress<T>(what: string, folder: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	const report = (text: string) => {
		const seconds = Math.round((Date.now() - started) / 1000);
		console.log(`  ${text}${String(seconds)} s, ${String(Math.round(contents(folder).bytes / 1e6))} MB`);
	};
	console.log(what);
	const ticks = setInterval(() => report(""), 5000);
	try {
		const result = await work();
		report("done: ");
		return result;
	} finally {
		clearInterval(ticks);
	}
}

/** How many files a folder holds, at any depth, and their size. */
export function contents(folder: string): { files: number; bytes: number } {
	let files = 0;
	let bytes = 0;
	for (const entry of list(folder)) {
		if (entry.isDirectory()) continue;
		files++;
		// npm renames folders while it works, so a file listed may be gone.
		bytes += lstatSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
	}
	return { files, bytes };
}

function list(folder: string) {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true });
	} catch {
		return [];
	}
}
