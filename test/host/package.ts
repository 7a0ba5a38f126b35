// Packs the extension as it is published.
import { join } from "node:path";
import { root, temporaryFolder } from "./paths";
import { run } from "./processes";

const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");

/** Makes a .vsix in a throw-away folder, built by the project's own `vscode:prepublish`; gives its path. */
export async function packExtension(): Promise<string> {
	const file = join(temporaryFolder("package"), "citeshelf.vsix");
	await run(process.execPath, [vsce, "package", "--no-dependencies", "--out", file], { cwd: root });
	return file;
}

/** The files that a package would hold, sorted. */
export async function listPackage(): Promise<string[]> {
	const output = await run(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: root });
	const lines = output.split("\n").map(line => line.trim());
	return lines.filter(line => line !== "").sort();
}
