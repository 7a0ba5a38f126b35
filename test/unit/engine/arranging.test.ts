// The engine arranges the shelf: groups, own topics, nearness to a project, exports.
import { deepEqual, equal, ok } from "node:assert/strict";
import { englishGroupLabels, type Arrangement } from "../../../src/core/grouping/group";
import { groupsIn, papersIn } from "../../../src/core/grouping/table";
import type { Engine } from "../../../src/engine/engine";
import { bundleWorker, sample, startEngine } from "./support";

const words = { labels: englishGroupLabels, locale: "en" };

suite("engine: arranging", () => {
	let script: string;
	let engine: Engine;
	suiteSetup(() => (script = bundleWorker()));
	setup(async () => {
		engine = startEngine(script);
		await engine.ask("read", sample);
		await engine.ask("indexed", {});
	});
	teardown(() => engine.dispose());

	async function groups(arrangement: Arrangement) {
		const table = await engine.ask("grouped", { ...arrangement, ...words });
		ok(table);
		return groupsIn(table).map(number => ({ label: table.labels[number] ?? "", ids: papersIn(table, number) }));
	}

	test("the shelf is grouped by its digests, by topic, and by what the person did", async () => {
		deepEqual(
			(await groups({ by: "digest", sort: "digest" })).map(({ label, ids }) => [label, ids.length]),
			[["trending-clinical-deployment", 55]],
		);
		const topics = await engine.ask("topics", {});
		deepEqual(
			(await groups({ by: "topic", sort: "digest" })).map(({ label }) => label),
			topics?.map(({ label }) => label),
		);
		const [read, hidden] = ["arxiv:1909.12475", "arxiv:2409.09173"];
		const marked = { read: [read, hidden], starred: [read], hidden: [hidden], later: [], done: [] };
		await engine.ask("setStates", { marked, noted: [], tagged: {}, fresh: [], followed: [], cited: {} });
		const states = await groups({ by: "state", sort: "title" });
		deepEqual(
			states.map(({ label, ids }) => [label, ids.length]),
			[
				["Starred", 1],
				["Unread", 53],
				["Read", 1],
				["Hidden", 1],
			],
		);
	});

	test("topics follow what the person says of them", async () => {
		const before = (await engine.ask("topics", {})) ?? [];
		const [first, second] = before;
		ok(first && second);
		const rules = {
			Mine: { from: [first.label], terms: first.terms, papers: [second.ids[0] ?? ""] },
			Hidden: { query: "hidden stratification" },
		};
		await engine.ask("shapeTopics", { table: rules });
		const after = (await engine.ask("topics", {})) ?? [];
		equal(
			after.some(({ label }) => label === first.label),
			false,
		);
		const mine = after.find(({ label }) => label === "Mine");
		ok(mine && mine.ids.length >= first.ids.length - 1 && mine.ids.includes(second.ids[0] ?? ""));
		ok(after.find(({ label }) => label === "Hidden")?.ids.includes("arxiv:1909.12475"));
	});

	test("a project ranks the shelf, with reasons, when its texts were sent", async () => {
		const document = { uri: "file:///a.md", stamp: "1" };
		const bibliography = { uri: "file:///a.bib", stamp: "1" };
		const project = { document, sources: [document], bibliographies: [bibliography], dialect: "bibtex" as const };
		const missing = await engine.ask("nearWriting", { project });
		deepEqual(missing, { missing: [document.uri, bibliography.uri] });
		const text = "Foundation models of digital pathology [@filiot] help us.";
		await engine.ask("putManuscript", { ...document, source: { text, languageId: "markdown", fileName: "a.md" } });
		await engine.ask("putBibliography", {
			...bibliography,
			fileName: "a.bib",
			text: "@article{filiot, title={Phikon-v2, A large and public feature extractor for biomarker prediction}, eprint={2409.09173}, archivePrefix={arXiv}}",
		});
		const near = await engine.ask("nearWriting", { project });
		ok(near && "best" in near && near.best.length > 0);
		ok(!near.best.includes("arxiv:2409.09173"), "what is cited is not offered");
		const reasons = await engine.ask("nearReasons", { id: near.best[0] ?? "" });
		ok(reasons && reasons.words.length > 0);
		const [all] = await groups({ by: "none", sort: "nearness" });
		ok(all && all.ids.indexOf(near.best[0] ?? "") < 4);
	});

	test("papers are exported by the keys of a bibliography", async () => {
		const bibliography = { uri: "file:///a.bib", stamp: "1" };
		const ids = ["arxiv:2409.09173", "arxiv:1909.12475", "arxiv:none"];
		const request = { ids, pattern: "auth.lower + year", bibliographies: [bibliography] };
		deepEqual(await engine.ask("exportKeys", request), { missing: [bibliography.uri] });
		await engine.ask("putBibliography", {
			...bibliography,
			fileName: "a.bib",
			text: "@article{mine, title={Phikon-v2}, eprint={2409.09173}, archivePrefix={arXiv}}",
		});
		const keys = await engine.ask("exportKeys", request);
		ok(Array.isArray(keys));
		equal(keys[0], "mine");
		equal(keys[2], "");
		const papers = ids.map((id, i) => ({ id, key: String(keys[i]) }));
		const text = await engine.ask("exportPart", { format: "relatedWork", papers });
		ok(text?.includes("[@mine]"), text);
	});
});
