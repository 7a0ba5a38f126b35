// The map's worker and the engine that says what papers are about, both built, behind real message ports.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { Worker } from "node:worker_threads";
import { layoutInWorker, type MapPort } from "../../../src/engine/map/mapLayout";
import type { FromMapWorker } from "../../../src/engine/map/mapMessages";
import { bundleWorker, sample, startEngine } from "../engine/support";

const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

function start(script: string): () => Promise<MapPort> {
	return () => {
		const worker = new Worker(script, { eval: true });
		return Promise.resolve({
			post: message => worker.postMessage(message),
			onMessage: listener => void worker.on("message", (message: FromMapWorker) => listener(message)),
			onFailure: listener => void worker.on("error", listener),
			dispose: () => void worker.terminate(),
		});
	};
}

suite("the map in its worker", () => {
	test("the sample shelf is laid out from what the engine knows of it, and the progress is told", async () => {
		const engine = startEngine(bundleWorker());
		try {
			await engine.ask("read", sample);
			await engine.ask("arrange", { sources: ["sample"] });
			const first = await engine.ask("directions", { start: 0, count: 30 });
			const rest = await engine.ask("directions", { start: 30, count: 30 });
			ok(first && rest && first.dimensions > 0);
			equal(first.total, 55);
			deepEqual([first.ids.length, rest.ids.length], [30, 25]);
			equal(first.values.length, 30 * first.dimensions);
			ok(first.values.some(value => value !== 0));
			const input = {
				ids: [...first.ids, ...rest.ids],
				dimensions: first.dimensions,
				vectors: Int8Array.from([...first.values, ...rest.values]),
			};
			const told: number[] = [];
			const places = await layoutInWorker(
				start(bundleWorker("src/engine/map/mapWorker.ts")),
				input,
				done => told.push(done),
				never,
			);
			deepEqual([...(places?.ids ?? [])], [...input.ids].sort());
			ok(told.length > 5 && told.every((done, i) => i === 0 || done > (told[i - 1] ?? 1)));
		} finally {
			engine.dispose();
		}
	});

	test("a layout that nobody wants any more has no answer, one whose worker fails an error", async () => {
		const input = { ids: ["a"], dimensions: 1, vectors: [1] };
		const cancelled = {
			isCancellationRequested: false,
			onCancellationRequested: (listener: () => void) => {
				setTimeout(listener, 10);
				return { dispose: () => undefined };
			},
		};
		equal(await layoutInWorker(start("setInterval(() => {}, 1000)"), input, () => undefined, cancelled), undefined);
		const failing = start("throw new Error('broken')");
		await rejects(
			layoutInWorker(failing, input, () => undefined, never),
			/broken/,
		);
	});
});
