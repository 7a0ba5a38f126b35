// What is new since last time, over several sessions.
import { deepEqual, equal } from "node:assert/strict";
import { NewPapers } from "../../../src/library/states/newPapers";

const hour = 3_600_000;

function memory() {
	const values = new Map<string, unknown>();
	return {
		keys: () => [...values.keys()],
		get: (key: string, otherwise?: unknown) => values.get(key) ?? otherwise,
		update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
	} as ConstructorParameters<typeof NewPapers>[0];
}

const shelf = (...ids: string[]) => new Map(ids.map(id => [id, [id, `title:${id}`]]));

suite("new papers", () => {
	test("nothing is new at the very first time; what comes later is, until the next session", async () => {
		const memento = memory();
		const first = new NewPapers(memento, 0);
		await first.take(shelf("a", "b"), 0);
		deepEqual([...first.ids], []);
		await first.take(shelf("a", "b", "c"), 1);
		deepEqual([...first.ids], ["c"]);

		const reloaded = new NewPapers(memento, 1 + hour / 4);
		await reloaded.take(shelf("a", "b", "c"), 1 + hour / 4);
		deepEqual([...reloaded.ids], ["c"], "a reloaded window goes on");

		const next = new NewPapers(memento, 2 * hour);
		await next.take(shelf("a", "b", "c", "d"), 2 * hour);
		deepEqual([...next.ids], ["d"]);
	});

	test("all can be marked as seen, and what goes and comes back is not new", async () => {
		const papers = new NewPapers(memory(), 0);
		await papers.take(shelf(), 0);
		await papers.take(shelf("a", "b"), 1);
		deepEqual(papers.markSeen(2), ["a", "b"]);
		equal(papers.ids.size, 0);
		await papers.take(shelf(), 3);
		await papers.take(shelf("a", "c"), 4);
		deepEqual([...papers.ids], ["c"]);
	});

	test("a paper that gets another id is not new", async () => {
		const papers = new NewPapers(memory(), 0);
		await papers.take(new Map([["arxiv:1", ["title:x"]]]), 0);
		await papers.take(new Map([["doi:1", ["arxiv:1", "title:x"]]]), 1);
		equal(papers.ids.size, 0);
	});

	test("what is stored may be anything", async () => {
		for (const stored of [5, "x", {}, { before: [1], since: [], at: 0 }, { before: [], since: [], at: "x" }]) {
			const memento = memory();
			void memento.update("papers.seen", stored);
			const papers = new NewPapers(memento, 0);
			await papers.take(shelf("a"), 0);
			equal(papers.ids.size, 0);
		}
	});
});
