// What is told of papers' states, asked for in the query language; and what is followed.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Engine } from "../../../src/engine/engine";
import type { PaperStates } from "../../../src/core/shelf";
import { englishLabels } from "../../../src/core/render/labels";
import { bundleWorker, sample, startEngine } from "./support";

const phikon = "arxiv:2409.09173";
const hidden = "arxiv:1909.12475";
const none: PaperStates = {
	marked: { read: [], starred: [], later: [], done: [], hidden: [] },
	...{ noted: [], tagged: {}, fresh: [], followed: [], cited: {} },
};

suite("states in the engine", () => {
	let engine: Engine;
	suiteSetup(async () => {
		engine = startEngine(bundleWorker());
		await engine.ask("read", sample);
		await engine.ask("indexed", {});
	});
	suiteTeardown(() => engine.dispose());

	const find = async (query: string, asYouType = false) =>
		((await engine.ask("search", { query, limit: 100, asYouType })) ?? []).map(({ id }) => id);

	test("each state and each tag is found by its field", async () => {
		const marked = { ...none.marked, later: [phikon], done: [hidden] };
		const told = { ...none, marked, noted: [phikon], tagged: { "to cite": [phikon], MSI: [phikon, hidden] } };
		await engine.ask("setStates", { ...told, fresh: [hidden], followed: [phikon] });
		deepEqual(await find("is:later"), [phikon]);
		deepEqual(await find("is:done"), [hidden]);
		deepEqual(await find("is:noted"), [phikon]);
		deepEqual(await find("is:new"), [hidden]);
		deepEqual(await find("is:followed"), [phikon]);
		deepEqual(await find('tag:"to cite"'), [phikon]);
		deepEqual((await find("tag:msi")).sort(), [hidden, phikon]);
		equal((await find("-tag:msi")).length, 53);
		const help = await engine.ask("queryHelp", { query: "tag:", offset: 4 });
		deepEqual(
			help?.completions.map(({ label, count }) => [label, count]),
			[
				["MSI", 2],
				["to cite", 1],
			],
		);
	});

	test("a hidden paper is in no search, no likeness and no suggestion, unless it is asked for", async () => {
		const words = "hidden stratification";
		await engine.ask("setStates", none);
		ok((await find(words)).includes(hidden));
		await engine.ask("setStates", { ...none, marked: { ...none.marked, hidden: [hidden] } });
		ok(!(await find(words)).includes(hidden));
		ok(!(await find("is:unread")).includes(hidden));
		equal((await find("is:unread")).length, 54);
		deepEqual(await find("is:hidden"), [hidden]);
		deepEqual(await find("is:hid", true), [hidden]);
		ok((await find(`${words} is:hidden|unread`)).includes(hidden));
		const passage = "Hidden stratification causes clinically meaningful failures on subsets of patients.";
		const suggested = (await engine.ask("suggest", { passage, limit: 10, except: [] })) ?? [];
		ok(suggested.length > 0 && !suggested.some(({ id }) => id === hidden));
		const like = (await engine.ask("similar", { id: phikon, limit: 54 })) ?? [];
		ok(like.length > 0 && !like.some(({ id }) => id === hidden));
	});

	test("what is followed has all words of a query, is in its fields, and is marked in title and page", async () => {
		await engine.ask("setStates", none);
		const queries = ['author:"Alexandre Filiot"', "stratification hidden", "stratificatoin", "biomarker -slides"];
		const followed = (await engine.ask("followed", { queries })) ?? [];
		deepEqual(
			followed.map(({ query }) => query),
			queries,
		);
		const ids = followed.map(({ papers }) => papers.map(({ id }) => id));
		deepEqual(ids[0], [phikon]);
		deepEqual(ids[1], [hidden]);
		deepEqual(ids[2], [], "a slip is not what is followed");
		const [mark] = followed[1]?.papers[0]?.titleMarks ?? [];
		deepEqual(mark, { start: 0, end: 6 });
		const request = { terms: [], reasons: [], citedIn: undefined, notes: [], position: undefined };
		const page = await engine.ask("page", {
			id: phikon,
			...request,
			followed: [queries[0] ?? "", "biomarker"],
			labels: englishLabels,
		});
		ok(page?.includes("<bdi><mark>Alexandre Filiot</mark></bdi>"));
		ok(page?.includes("<mark>biomarker</mark>"));
	});
});
