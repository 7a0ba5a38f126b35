// What the scripts of this folder share: building first, and how they end.
import { run } from "./processes";
import { root } from "./paths";

/** Builds the bundles with the project's own script. */
export async function build(...args: readonly string[]): Promise<void> {
	await run(process.execPath, ["esbuild.js", ...args], { cwd: root });
}

/** Runs a script: its answer becomes the exit code; an error is a message, not a stack of somebody else's code. */
export function main(script: () => Promise<boolean>): void {
	script().then(
		ok => process.exit(ok ? 0 : 1),
		(error: unknown) => {
			console.error(process.env["DEBUG"] === undefined && error instanceof Error ? error.message : error);
			process.exit(1);
		},
	);
}
