// Installs what runs the real VS Code, from npm packages alone, into a cache folder on first use. Each part has a stamp
// that is written last; a part whose stamp or files do not hold is removed and installed anew.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBrowser, type Browser } from "./installedBrowser";
import { withLock } from "./lock";
import { cache, remove } from "./paths";
import { npm, run } from "./processes";
import { contents, withProgress } from "./progress";

/** What is needed to run VS Code. */
export interface Host {
	/** The Node that runs the server. */
	readonly node: string;
	/** The server's main script. */
	readonly server: string;
	readonly browser: Browser;
}

/** A part that is installed, checked and re-used by itself. Paths are relative to its folder. */
interface Part {
	readonly title: string;
	readonly name: string;
	readonly packages: Readonly<Record<string, string>>;
	/** Files without which the part is worth nothing. */
	readonly files: readonly string[];
	/** What remains to be done after npm. */
	readonly finish?: (folder: string) => Promise<void>;
	/** Throws when the part does not work. */
	readonly check?: (folder: string) => Promise<void>;
}

const home = join(cache, "host");

const install = [
	"install",
	"--ignore-scripts",
	"--omit=dev",
	"--package-lock=false",
	"--engine-strict=false",
	"--no-audit",
	"--no-fund",
	"--loglevel=error",
];

const vscode = join("node_modules", "code-server", "lib", "vscode");
const server = join(vscode, "out", "server-main.js");

const editor: Part = {
	title: "VS Code 1.139 as a server",
	name: "editor",
	packages: { "code-server": "4.139.1" },
	files: [server, join(vscode, "node_modules", "minimist", "package.json")],
	// The editor has dependencies of its own. Its native modules stay unbuilt; the server goes on without them.
	finish: folder => npm(install, join(folder, vscode)),
};

const platform = process.platform === "win32" ? "win" : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;
const node = join("node_modules", nodePackage, "bin", platform === "win" ? "node.exe" : "node");

const nodeRuntime: Part = {
	title: "Node 24 for the server",
	name: "node",
	// Not one exact version, as not every platform has every one.
	packages: { [nodePackage]: "^24.0.0" },
	files: [node],
	check: async folder => {
		const version = await run(join(folder, node), ["--version"]);
		if (!version.startsWith("v24.")) throw new Error(`${node} is ${version}`);
	},
};

const packedBrowser: Part = {
	title: "Chromium, as no browser was found here",
	name: "browser",
	packages: { "@sparticuz/chromium": "147.0.0" },
	files: [join("unpacked", "chromium"), join("unpacked", "al2023", "lib", "libnss3.so")],
	finish: async folder => {
		const unpacked = join(folder, "unpacked");
		mkdirSync(unpacked);
		const script = 'import("@sparticuz/chromium").then(chromium => chromium.default.executablePath())';
		// The first variable says where to unpack, the second that the shared libraries are wanted too.
		const env = { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
		await run(process.execPath, ["-e", script], { cwd: folder, env });
	},
	check: async folder => {
		const { path, env } = unpackedBrowser(folder);
		await run(path, ["--version"], { env: { ...process.env, ...env } });
	},
};

function unpackedBrowser(folder: string): Browser {
	const unpacked = join(folder, "unpacked");
	return {
		path: join(unpacked, "chromium"),
		env: {
			LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"),
			// A bare machine has no fonts; the package brings one.
			...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(unpacked, "fonts") }),
		},
	};
}

/** The host, installed if it is not there or not whole. */
export async function ensureHost(): Promise<Host> {
	const installed = await findBrowser();
	if (installed === undefined && (process.platform !== "linux" || process.arch !== "x64")) {
		throw new Error("No browser found. Install Chrome, Chromium or Edge, or name one in CITESHELF_BROWSER.");
	}
	const ownNode = process.versions.node.startsWith("24.");
	const parts = [editor, ...(ownNode ? [] : [nodeRuntime]), ...(installed === undefined ? [packedBrowser] : [])];
	const onWait = (pid: number) => console.log(`Waiting for process ${String(pid)}, which installs VS Code.`);
	await withLock(join(home, "lock"), onWait, () => ensureParts(parts));
	return {
		node: ownNode ? process.execPath : join(folderOf(nodeRuntime), node),
		server: join(folderOf(editor), server),
		browser: installed ?? unpackedBrowser(folderOf(packedBrowser)),
	};
}

async function ensureParts(parts: readonly Part[]): Promise<void> {
	const missing: Part[] = [];
	for (const part of parts) {
		if (!(await isWhole(part))) missing.push(part);
	}
	if (missing.length > 0) removeLeftovers();
	for (const [index, part] of missing.entries()) {
		const heading = `Installing ${part.title} (${String(index + 1)} of ${String(missing.length)}), once:`;
		const folder = join(home, `${part.name}.${String(process.pid)}`);
		await withProgress(heading, folder, () => installPart(part, folder));
		rmSync(stampFile(part), { force: true });
		remove(folderOf(part));
		renameSync(folder, folderOf(part));
		writeFileSync(stampFile(part), stamp(part));
	}
}

/** Installs in a folder of this process, since the npm of one that was killed may still be writing in its own. */
async function installPart(part: Part, folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: part.packages }));
	await npm(install, folder);
	await part.finish?.(folder);
	const lost = part.files.find(file => !existsSync(join(folder, file)));
	if (lost !== undefined) throw new Error(`${part.title}: npm ended well, but this file is missing: ${lost}`);
	await part.check?.(folder);
}

function removeLeftovers(): void {
	for (const name of readdirSync(home)) {
		if (!/\.\d+$/.test(name)) continue;
		try {
			remove(join(home, name));
		} catch {
			// That npm still writes there; the next install removes it.
		}
	}
}

async function isWhole(part: Part): Promise<boolean> {
	try {
		if (readFileSync(stampFile(part), "utf8") !== stamp(part)) return false;
		await part.check?.(folderOf(part));
		return part.files.every(file => existsSync(join(folderOf(part), file)));
	} catch {
		return false;
	}
}

/** What was installed, and how many files it has: half a folder does not count as installed. */
function stamp(part: Part): string {
	return JSON.stringify({ packages: part.packages, platform: nodePackage, files: contents(folderOf(part)).files });
}

function folderOf(part: Part): string {
	return join(home, part.name);
}

function stampFile(part: Part): string {
	return `${folderOf(part)}.json`;
}

if (require.main === module) {
	ensureHost().then(
		host => console.log(`Ready: ${dirname(host.server)}, browser ${host.browser.path}`),
		(error: unknown) => {
			console.error(error instanceof Error ? error.message : error);
			process.exitCode = 1;
		},
	);
}
