// The engine: the built worker behind a real message port, as the Node extension host runs it.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { englishLabels } from "../../../src/core/render/labels";
import { Engine } from "../../../src/engine/engine";
import type { FromWorker } from "../../../src/engine/protocol";

const root = join(__dirname, "../../..");
/** The worker as one script, as esbuild.js makes it. */
function bundle(): string {
	const { outputFiles } = buildSync({
		entryPoints: [join(root, "src/engine/worker.ts")],
		bundle: true,
		write: false,
		platform: "browser",
		format: "iife",
		external: ["node:worker_threads"],
	});
	return outputFiles[0]?.text ?? "";
}

function start(script: string): Engine {
	const worker = new Worker(script, { eval: true });
	return new Engine({
		post: message => worker.postMessage(message),
		onMessage: listener => void worker.on("message", (message: FromWorker) => listener(message)),
		onFailure: listener => void worker.on("exit", code => listener(new Error(`ended (${code})`))),
		dispose: () => void worker.terminate(),
	});
}

const seed = (name: string) => ({ name, content: new Uint8Array(readFileSync(join(root, "seeds", name))) });
const sample = {
	source: "sample",
	digest: seed("trending-clinical-deployment.txt"),
	records: seed("trending-clinical-deployment.csl.json"),
};

/** A token that is cancelled by hand. */
function cancellation() {
	const listeners: (() => void)[] = [];
	return {
		isCancellationRequested: false,
		onCancellationRequested: (listener: () => void) => {
			listeners.push(listener);
			return { dispose: () => undefined };
		},
		cancel: () => listeners.forEach(listener => listener()),
	};
}

suite("engine", () => {
	let script: string;
	let engine: Engine;
	suiteSetup(() => (script = bundle()));
	setup(() => (engine = start(script)));
	teardown(() => engine.dispose());

	test("reads a digest with its records and hands its papers out in pages", async () => {
		const summary = await engine.ask("read", sample);
		equal(summary?.count, 55);
		const first = await engine.ask("papers", { source: "sample", start: 0, count: 30 });
		const rest = await engine.ask("papers", { source: "sample", start: 30, count: 30 });
		equal((first?.length ?? 0) + (rest?.length ?? 0), 55);
		equal(first?.[0]?.authors.length, 6);
	});

	test("finds what it has indexed, and nothing of a source that was taken away", async () => {
		await engine.ask("read", sample);
		await engine.ask("indexed", {});
		const found = await engine.ask("search", { query: "hidden stratification", limit: 5, asYouType: false });
		equal(found?.[0]?.id, "arxiv:1909.12475");
		ok(found[0].passage.marks.length, "the passage has its words marked");
		await engine.ask("forget", { source: "sample" });
		deepEqual(await engine.ask("search", { query: "hidden stratification", limit: 5, asYouType: false }), []);
		deepEqual(await engine.ask("topics", {}), []);
	});

	test("renders a paper's page, and says when it has none", async () => {
		await engine.ask("read", sample);
		const request = { terms: [], position: undefined, labels: englishLabels };
		const html = await engine.ask("page", { id: "arxiv:2501.12051", ...request });
		match(html ?? "", /MedS<sup>3<\/sup>/);
		equal(await engine.ask("page", { id: "arxiv:0000.00000", ...request }), undefined);
	});

	test("a cancelled request is answered with nothing", async () => {
		await engine.ask("read", sample);
		const token = cancellation();
		const answer = engine.ask("search", { query: "retina", limit: 5, asYouType: true }, token);
		token.cancel();
		equal(await answer, undefined);
	});

	test("an engine that ended rejects what is asked of it", async () => {
		const answer = engine.ask("read", sample);
		engine.dispose();
		await rejects(answer, /stopped/);
		await rejects(engine.ask("topics", {}), /stopped/);
	});
});
