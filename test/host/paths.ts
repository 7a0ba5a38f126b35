// Where things lie: the project, the cache folder that git ignores, and throw-away folders for one run.
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The project's own folder. */
export const root = join(__dirname, "..", "..");
/** Everything that tests download or leave behind. */
export const cache = join(root, ".vscode-test");
/** The sample writing project of the tests and of `npm start`. */
export const sampleProject = join(root, "test", "fixtures", "project");

/** What is removed when this process ends. */
const temporary: string[] = [];

/** A new folder that is gone when this process ends, whatever ends it short of a kill. */
export function temporaryFolder(purpose: string): string {
	// The real path, because VS Code compares the paths it is given with the ones it resolves.
	const folder = mkdtempSync(join(realpathSync(tmpdir()), `citeshelf-${purpose}-`));
	if (temporary.length === 0) process.once("exit", () => temporary.forEach(remove));
	temporary.push(folder);
	return folder;
}

/** A fresh copy of a folder, by default of the sample writing project. */
export function temporaryCopy(source: string = sampleProject): string {
	const folder = temporaryFolder("workspace");
	cpSync(source, folder, { recursive: true });
	return folder;
}

/** Removes a folder; links in it are removed, never what they lead to. */
export function remove(folder: string): void {
	// The processes that wrote here have just been stopped; Windows lets go of their files a moment later.
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The path of a file as it stands in a `vscode-remote:` or `file:` address, not encoded. */
export function addressPath(file: string): string {
	return decodeURIComponent(pathToFileURL(file).pathname);
}
