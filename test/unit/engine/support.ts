// The built worker behind a real message port, as the Node extension host runs it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { Engine } from "../../../src/engine/engine";
import type { FromWorker } from "../../../src/engine/protocol";

const root = join(__dirname, "../../..");

/** The worker as one script, as esbuild.js makes it. */
export function bundleWorker(file = "src/engine/worker.ts"): string {
	const { outputFiles } = buildSync({
		entryPoints: [join(root, file)],
		bundle: true,
		write: false,
		platform: "browser",
		format: "iife",
		external: ["node:worker_threads"],
	});
	return outputFiles[0]?.text ?? "";
}

export function startEngine(script: string): Engine {
	const worker = new Worker(script, { eval: true });
	return new Engine({
		post: message => worker.postMessage(message),
		onMessage: listener => void worker.on("message", (message: FromWorker) => listener(message)),
		onFailure: listener => void worker.on("exit", code => listener(new Error(`ended (${code})`))),
		dispose: () => void worker.terminate(),
	});
}

const seed = (name: string) => ({ name, content: new Uint8Array(readFileSync(join(root, "seeds", name))) });

/** The sample shelf, to be read. */
export const sample = {
	source: "sample",
	digest: seed("trending-clinical-deployment.txt"),
	records: seed("trending-clinical-deployment.csl.json"),
};
