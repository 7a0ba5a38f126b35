// The index between two sessions: what one engine hands out, another takes up, and papers that changed meanwhile are
// found as they are now.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Engine } from "../../../src/engine/engine";
import { samplePapers } from "../../samplePapers";
import { makePapers } from "../../bench/corpus";
import { bundleWorker, sample, startEngine } from "./support";

const count = 1200;

/** A digest of many papers, with one title changed. */
function digest(changed?: string) {
	const papers = makePapers(samplePapers(), count);
	const items = papers.map(({ title, abstract }, i) => ({
		id: `p${i}`,
		type: "article",
		title: i === 7 && changed !== undefined ? changed : `${title} ${i}`,
		abstract,
		DOI: `10.1234/p${i}`,
	}));
	const content = new TextEncoder().encode(JSON.stringify(items));
	return { source: "many", digest: { name: "many.digest.json", content } };
}

async function stored(engine: Engine): Promise<Map<string, Uint8Array>> {
	const pieces = new Map<string, Uint8Array>();
	for (const name of (await engine.ask("stored", {})) ?? []) {
		const bytes = await engine.ask("piece", { name });
		ok(bytes, name);
		pieces.set(name, bytes);
	}
	return pieces;
}

suite("the index between two sessions", () => {
	let script: string;
	const engines: Engine[] = [];
	const start = () => {
		const engine = startEngine(script);
		engines.push(engine);
		return engine;
	};
	const find = async (engine: Engine, query: string) =>
		((await engine.ask("search", { query, limit: 10, asYouType: false })) ?? []).map(({ id }) => id);
	suiteSetup(() => (script = bundleWorker()));
	teardown(() => engines.splice(0).forEach(engine => engine.dispose()));

	test("is taken up where it was left, and a paper that changed meanwhile is found as it is now", async () => {
		const first = start();
		await first.ask("read", digest());
		await first.ask("indexed", {});
		const pieces = await stored(first);
		const before = await find(first, "uncertainty of segmentation models");
		ok(pieces.size > 2, String(pieces.size));

		const second = start();
		await second.ask("restore", { pieces: [...pieces.values()] });
		await second.ask("read", digest("Zebrafish xenografts in haematology"));
		await second.ask("indexed", {});
		deepEqual(await find(second, "zebrafish xenografts"), ["doi:10.1234/p7"]);
		const names = [...(await stored(second)).keys()];
		deepEqual((await find(second, "uncertainty of segmentation models")).slice(0, 3), before.slice(0, 3));
		ok(names.filter(name => pieces.has(name)).length > 0, "what did not change is stored under its old name");
	});

	test("with a damaged piece finds every paper all the same", async () => {
		const first = start();
		await first.ask("read", digest());
		const pieces = [...(await stored(first)).values()];
		for (const piece of pieces)
			piece[Math.floor(piece.length / 2)] = (piece[Math.floor(piece.length / 2)] ?? 0) ^ 0xff;
		const second = start();
		await second.ask("restore", { pieces });
		await second.ask("read", digest());
		await second.ask("indexed", {});
		equal((await find(second, "segmentation")).length, 10);
	});

	test("of a small shelf is not worth storing", async () => {
		const engine = start();
		await engine.ask("read", sample);
		deepEqual(await engine.ask("stored", {}), []);
	});
});
