// Runs VS Code as a server with a throw-away profile, and gives the address to open in a browser.
import type { ChildProcess } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Host } from "./install";
import { addressPath, remove, temporaryFolder } from "./paths";
import { run, start, stop } from "./processes";

export interface ServerOptions {
	/** Obeys `extensionDevelopmentPath` and `extensionTestsPath`. Takes toasts and dialogs away, so not for UI tests. */
	readonly driver?: boolean;
	/** The secret without which nobody may open the editor; none means that everybody on this machine may. */
	readonly token?: string;
	/** Whether workspaces start in Restricted Mode. */
	readonly restricted?: boolean;
	readonly settings?: Readonly<Record<string, unknown>>;
	/** A folder with an unpacked extension, which runs from where it lies. */
	readonly extension?: string;
	/** A folder of installed extensions (`installExtension`) instead of one of the server's own. */
	readonly extensions?: string;
	/** Folders with unpacked extensions that run beside it, for tests. */
	readonly helpers?: readonly string[];
	/** Variables of the environment, which extensions see too. */
	readonly env?: Readonly<Record<string, string>>;
}

/** What `Server.address` opens. */
export interface Opening {
	readonly folder: string;
	/** An extension under development and how its tests run; needs `ServerOptions.driver`. */
	readonly development?: { readonly extension: string; readonly tests?: string; readonly web?: boolean };
}

export interface Server {
	address(opening: Opening): string;
	/** Resolves when the server has ended, by whatever cause. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

/** What a test or a first look does not want to see; a caller's settings come on top. */
const quiet = {
	"workbench.startupEditor": "none",
	"workbench.tips.enabled": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"chat.disableAIFeatures": true,
	"chat.commandCenter.enabled": false,
	// In a browser VS Code would save by itself, which hides what an unsaved file does.
	"files.autoSave": "off",
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"extensions.ignoreRecommendations": true,
	"git.openRepositoryInParentFolders": "never",
	"telemetry.telemetryLevel": "off",
};

/** Starts the server and waits until it answers. */
export async function startServer(host: Host, options: ServerOptions = {}): Promise<Server> {
	const data = temporaryFolder("server");
	prepare(data, options);
	const args = [host.server, "--accept-server-license-terms", "--server-data-dir", data];
	args.push("--host", "127.0.0.1", "--port", "0", "--telemetry-level", "off");
	args.push(
		...(options.token === undefined ? ["--without-connection-token"] : ["--connection-token", options.token]),
	);
	if (options.extensions !== undefined && !options.helpers) args.push("--extensions-dir", options.extensions);
	if (options.driver === true) args.push("--enable-smoke-test-driver");
	if (options.restricted !== true) args.push("--disable-workspace-trust");
	const env = { ...process.env, ...options.env };
	const child = start(host.node, args, { stdio: ["ignore", "pipe", "pipe"], env });
	const authority = `localhost:${await listening(child)}`;
	return {
		ended: new Promise(resolve => child.once("exit", () => resolve())),
		address: opening => address(authority, opening, options.token),
		stop: async () => {
			await stop(child);
			remove(data);
		},
	};
}

/** Installs a packaged extension into a folder of extensions. */
export async function installExtension(host: Host, extensions: string, vsix: string): Promise<void> {
	const data = temporaryFolder("install");
	const args = [host.server, "--accept-server-license-terms", "--server-data-dir", data];
	await run(host.node, [...args, "--extensions-dir", extensions, "--install-extension", vsix]);
}

function prepare(data: string, options: ServerOptions): void {
	const machine = join(data, "data", "Machine");
	mkdirSync(machine, { recursive: true });
	writeFileSync(join(machine, "settings.json"), JSON.stringify({ ...quiet, ...options.settings }, undefined, "\t"));
	const extensions = join(data, "extensions");
	mkdirSync(extensions);
	// A link, so that a rebuilt extension runs after "Reload Window".
	if (options.extension !== undefined) symlinkSync(options.extension, join(extensions, "citeshelf"), "junction");
	if (!options.helpers) return;
	// A folder in which extensions were installed has a list of them, and none beside them would be found.
	const installed = options.extensions === undefined ? [] : foldersIn(options.extensions);
	for (const folder of [...installed, ...options.helpers])
		symlinkSync(folder, join(extensions, basename(folder)), "junction");
}

function foldersIn(folder: string): readonly string[] {
	const entries = readdirSync(folder, { withFileTypes: true });
	return entries
		.filter(entry => entry.isDirectory() && !entry.name.startsWith("."))
		.map(({ name }) => join(folder, name));
}

/** Resolves with the port once the server listens, and throws with what it said if it ends before. */
function listening(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = "";
		const read = (chunk: Buffer) => {
			output += chunk.toString();
			const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
			if (port !== undefined) resolve(port);
		};
		child.stdout?.on("data", read);
		child.stderr?.on("data", read);
		child.once("error", reject);
		child.once("exit", code => {
			reject(new Error(`VS Code's server ended with ${String(code)}:\n${output.slice(-3000)}`));
		});
	});
}

function address(authority: string, { folder, development }: Opening, token: string | undefined): string {
	const remote = (path: string) => `vscode-remote://${authority}${addressPath(path)}`;
	const payload: [string, string][] = [];
	if (development !== undefined) {
		payload.push(["extensionDevelopmentPath", remote(development.extension)]);
		if (development.tests !== undefined) payload.push(["extensionTestsPath", remote(development.tests)]);
		if (development.web === true) payload.push(["extensionDevelopmentKind", "web"]);
	}
	const query = new URLSearchParams({ folder: addressPath(folder) });
	if (token !== undefined) query.set("tkn", token);
	if (payload.length > 0) query.set("payload", JSON.stringify(payload));
	// Slashes may stand in a query as they are, and people read this address.
	return `http://${authority}/?${query.toString().replaceAll("%2F", "/")}`;
}
