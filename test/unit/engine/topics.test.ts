// Topics in the engine: worked out in turns between other requests, shaped by a person, kept alike from time to time.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Engine } from "../../../src/engine/engine";
import { fieldPapers } from "../topics/shelves";
import { bundleWorker, sample, startEngine } from "./support";

/** A digest of papers of made-up fields, as CSL-JSON. */
function digest(source: string, count: number, seed: number) {
	const items = fieldPapers(count, seed).map(({ title, abstract }, i) => ({
		id: `${source}-${i}`,
		type: "article",
		title: `${title}, part ${i} of ${source}`,
		abstract,
	}));
	const content = new TextEncoder().encode(JSON.stringify(items));
	return { source, digest: { name: `${source}.json`, content } };
}

suite("topics in the engine", () => {
	let script: string;
	let engine: Engine;
	suiteSetup(() => (script = bundleWorker()));
	setup(() => (engine = startEngine(script)));
	teardown(() => engine.dispose());

	test("a search is answered while the topics of a large shelf are worked out", async () => {
		await engine.ask("read", digest("large", 1500, 3));
		const done: string[] = [];
		const topics = engine.ask("topics", {}).then(answer => (done.push("topics"), answer));
		await engine.ask("works", { start: 0, count: 1, since: 0 });
		await engine.ask("search", { query: "coral", limit: 5, asYouType: false });
		done.push("search");
		const found = (await topics) ?? [];
		deepEqual(done, ["search", "topics"]);
		equal(new Set(found.flatMap(({ ids }) => ids)).size, 1500);
		ok(found.some(({ subtopics = [] }) => subtopics.length > 1));
	}).timeout(60_000);

	test("a person's topics are there, the reviewed ones beside them, and both stay when a digest comes", async () => {
		await engine.ask("read", sample);
		await engine.ask("shapeTopics", { table: { "My imaging": { from: ["MRI, CT and ultrasound"] } } });
		const before = (await engine.ask("topics", {})) ?? [];
		const own = before.find(({ label }) => label === "My imaging");
		ok(own);
		ok(before.some(({ label }) => label === "Digital pathology"));
		await engine.ask("read", digest("more", 8, 4));
		const after = (await engine.ask("topics", {})) ?? [];
		deepEqual(after.find(({ label }) => label === "My imaging")?.ids, own.ids);
	});

	test("an answer that was kept can be given back in another session", async () => {
		await engine.ask("read", digest("kept", 120, 3));
		const kept = (await engine.ask("topics", {})) ?? [];
		const previous = kept.map((topic, i) => (i === 0 ? { ...topic, label: "As it was called" } : topic));
		const other = startEngine(script);
		try {
			await other.ask("shapeTopics", { previous });
			await other.ask("read", digest("kept", 120, 3));
			const again = (await other.ask("topics", {})) ?? [];
			deepEqual(again.find(({ label }) => label === "As it was called")?.ids, kept[0]?.ids);
		} finally {
			other.dispose();
		}
	});
});
