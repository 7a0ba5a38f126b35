// Child processes of the host, each ended together with this process: by its own id, also after a throw or Ctrl+C.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from "node:child_process";

const running = new Set<ChildProcess>();

process.once("exit", () => {
	for (const child of running) killTree(child);
});
for (const [signal, code] of [
	["SIGINT", 130],
	["SIGTERM", 143],
	["SIGHUP", 129],
] as const) {
	process.once(signal, () => process.exit(code));
}

/** Starts a program that `stop` ends, or the end of this process. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
	// Its own group, so that the processes it starts end with it; Windows finds those by the parent's id instead.
	const child = spawn(command, args, { ...options, detached: process.platform !== "win32" });
	running.add(child);
	child.once("exit", () => running.delete(child));
	child.once("error", () => running.delete(child));
	return child;
}

/** Ends a program and what it started; resolves when it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
	const gone = new Promise(resolve => child.once("exit", resolve));
	killTree(child);
	await gone;
}

function killTree(child: ChildProcess): void {
	if (child.pid === undefined) return;
	if (process.platform === "win32") {
		spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
		return;
	}
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {
		// It has ended by itself.
	}
}

/** Runs a program to its end; throws with the end of what it said when it fails. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
	const child = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
	child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	if (code !== 0) {
		const tail = output.trim().split("\n").slice(-15).join("\n");
		throw new Error(`${command} ${args.join(" ")}\nended with ${String(code)}:\n${tail}`);
	}
	return output;
}

/** Runs the user's own npm. */
export async function npm(args: readonly string[], folder: string): Promise<void> {
	// What `npm run` tells its scripts about this project would mislead an npm that works in another folder.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name)),
	);
	const script = process.env["npm_execpath"];
	if (script?.endsWith("npm-cli.js") === true) {
		await run(process.execPath, [script, ...args], { cwd: folder, env });
	} else {
		await run("npm", args, { cwd: folder, env, shell: process.platform === "win32" });
	}
}
