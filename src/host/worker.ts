// Starting the engine's worker where the extension runs: a Node worker thread on desktop and remote, a web worker in
// the browser. One worker file serves both.

import * as vscode from "vscode";

/** A started worker, as the engine's port wants it. */
export interface StartedWorker {
	post(message: unknown): void;
	onMessage(listener: (message: never) => void): void;
	onFailure(listener: (reason: Error) => void): void;
	dispose(): void;
}

/** The parts of Node's `Worker` that are used; `src` is compiled without Node's types. */
interface NodeWorker {
	postMessage(message: unknown): void;
	on(event: "message", listener: (message: never) => void): void;
	on(event: "error", listener: (error: Error) => void): void;
	on(event: "exit", listener: (code: number) => void): void;
	terminate(): Promise<number>;
}

type NodeWorkerConstructor = new (
	path: string,
	options: { resourceLimits: { maxOldGenerationSizeMb: number } },
) => NodeWorker;

declare const require: (id: string) => unknown;

/** Heap that the worker may take before it is ended, rather than the whole extension host with it. */
const heapLimitMb = 2048;

/** Starts a worker of the bundles: the engine's, if no other is named. */
export async function startWorker(extensionUri: vscode.Uri, name = "worker.js"): Promise<StartedWorker> {
	const file = vscode.Uri.joinPath(extensionUri, "dist", name);
	return typeof Worker === "function" ? startWebWorker(file) : startNodeWorker(file);
}

function startNodeWorker(file: vscode.Uri): StartedWorker {
	const { Worker } = require("node:worker_threads") as { Worker: NodeWorkerConstructor };
	const worker = new Worker(file.fsPath, { resourceLimits: { maxOldGenerationSizeMb: heapLimitMb } });
	return {
		post: message => worker.postMessage(message),
		onMessage: listener => worker.on("message", listener),
		onFailure: listener => {
			worker.on("error", listener);
			worker.on("exit", code => listener(new Error(`The engine ended (${code}).`)));
		},
		dispose: () => void worker.terminate(),
	};
}

async function startWebWorker(file: vscode.Uri): Promise<StartedWorker> {
	const script = await vscode.workspace.fs.readFile(file);
	const address = URL.createObjectURL(new Blob([script.slice()], { type: "text/javascript" }));
	const worker = new Worker(address);
	return {
		post: message => worker.postMessage(message),
		onMessage: listener => worker.addEventListener("message", event => listener(event.data as never)),
		onFailure: listener =>
			worker.addEventListener("error", event => listener(new Error(event.message || "The engine ended."))),
		dispose: () => {
			worker.terminate();
			URL.revokeObjectURL(address);
		},
	};
}
