// `npm start`: VS Code in the browser with the extension and a sample writing project; with `--desktop`, a desktop
// VS Code instead; with `--fresh`, the sample project as it was at first.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { main } from "./commandLine";
import { ensureHost } from "./install";
import { cache, remove, root, sampleProject, temporaryFolder } from "./paths";
import { start } from "./processes";
import { startServer } from "./server";

const flags = new Set(process.argv.slice(2));
const unknown = [...flags].filter(flag => !["--desktop", "--fresh"].includes(flag));

async function open(): Promise<boolean> {
	if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(" ")}. Known are --desktop and --fresh.`);
	const project = writingProject(flags.has("--fresh"));
	return flags.has("--desktop") ? openDesktop(project) : openInBrowser(project);
}

/** A writer's own copy of the sample project; kept between runs, since what was written is theirs. */
function writingProject(fresh: boolean): string {
	const project = join(cache, "project");
	if (fresh) remove(project);
	if (!existsSync(project)) cpSync(sampleProject, project, { recursive: true });
	return project;
}

async function openInBrowser(project: string): Promise<boolean> {
	const host = await ensureHost();
	const server = await startServer(host, { extension: root, token: randomBytes(16).toString("hex") });
	const address = server.address({ folder: project });
	const shown = await showInBrowser(address);
	console.log(`\nVS Code with Citeshelf and the project in ${project}:\n\n  ${address}\n`);
	console.log(
		shown ? "It opens in your browser. Ctrl+C ends it." : "Open this address in a browser. Ctrl+C ends it.",
	);
	await server.ended;
	return false;
}

/** Hands the address to the user's own browser; false when there is none to be seen. */
async function showInBrowser(address: string): Promise<boolean> {
	const [command, ...args] = opener();
	if (command === undefined) return false;
	const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
	child.unref();
	return new Promise(resolve => {
		child.once("error", () => resolve(false));
		child.once("spawn", () => resolve(true));
	});
}

function opener(): string[] {
	if (process.platform === "darwin") return ["open"];
	if (process.platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
	const hasScreen = process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
	return hasScreen ? ["xdg-open"] : [];
}

async function openDesktop(project: string): Promise<boolean> {
	const executable = await downloadAndUnzipVSCode({ cachePath: cache }).catch((error: unknown) => {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`Desktop VS Code could not be downloaded (${reason}). \`npm start\` needs npm packages only.`);
	});
	const profile = temporaryFolder("desktop");
	const args = [
		project,
		`--extensionDevelopmentPath=${root}`,
		`--user-data-dir=${profile}`,
		"--disable-workspace-trust",
	];
	// Electron refuses its sandbox to root.
	if (process.getuid?.() === 0) args.push("--no-sandbox");
	console.log("Desktop VS Code opens. Ctrl+C here, or closing it, ends it.");
	const child = start(executable, args, { stdio: "ignore" });
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", code => resolve(code === 0));
	});
}

main(open);
