// One process at a time installs; others wait for it. A lock whose process is gone counts for nothing.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Does the work while no other process holds the lock file; `onWait` is told once whom it waits for. */
export async function withLock<T>(file: string, onWait: (pid: number) => void, work: () => Promise<T>): Promise<T> {
	mkdirSync(dirname(file), { recursive: true });
	let waited = false;
	for (let owner = acquire(file); owner !== undefined; owner = acquire(file)) {
		if (!waited) onWait(owner);
		waited = true;
		// File watchers miss changes on network and container file systems, so this looks again instead.
		await pause(500);
	}
	const release = () => rmSync(file, { force: true });
	process.once("exit", release);
	try {
		return await work();
	} finally {
		process.off("exit", release);
		release();
	}
}

/** Takes the lock, or names the process that holds it. */
function acquire(file: string): number | undefined {
	for (;;) {
		if (link(file)) return undefined;
		const owner = read(file);
		if (owner !== undefined && isRunning(owner)) return owner;
		takeAway(file, owner);
	}
}

/** Makes the lock file with this process's id in it, in one step: nobody ever reads a half-written one. */
function link(file: string): boolean {
	const mine = `${file}.${String(process.pid)}`;
	writeFileSync(mine, String(process.pid));
	try {
		linkSync(mine, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

/** Removes a lock whose process is gone: by renaming, since of several that try only one can rename it. */
function takeAway(file: string, owner: number | undefined): void {
	const stale = `${file}.${String(process.pid)}.stale`;
	try {
		renameSync(file, stale);
		// Another process may have taken the lock between our reading and our renaming.
		if (read(stale) === owner) rmSync(stale);
		else renameSync(stale, file);
	} catch {
		// Somebody else was faster.
	}
}

function read(file: string): number | undefined {
	try {
		const pid = Number(readFileSync(file, "utf8"));
		return Number.isInteger(pid) && pid > 0 ? pid : undefined;
	} catch {
		return undefined;
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
