// The checks over the real message port: findings of the texts that are asked for, with papers of the shelf.
import assert from "node:assert/strict";
import type { Engine } from "../../../src/engine/engine";
import type { Requests } from "../../../src/engine/protocol";
import { bundleWorker, sample, startEngine } from "./support";

suite("checks in the worker", () => {
	let engine: Engine;
	const bib = "@misc{known, title={Known}, doi={doi:10.1000/x}}\n@misc{known, title={Known}}\n";
	const tex = "\\cite{known,nobody}\n\\cite{KEY}";
	const project = {
		sources: [{ uri: "file:///m.tex", stamp: "1" }],
		bibliographies: [{ uri: "file:///a.bib", stamp: "1" }],
		dialect: "bibtex" as const,
	};
	const facts = { how: "declared" as const, lacking: [], isComplete: true };

	suiteSetup(async () => {
		engine = startEngine(bundleWorker());
		await engine.ask("read", sample);
	});

	suiteTeardown(() => engine.dispose());

	async function ask<M extends "checkProject" | "fixEdits">(
		method: M,
		params: Omit<Requests[M]["params"], "project" | "facts">,
	) {
		const all = { ...params, project, facts } as unknown as Requests[M]["params"];
		const first = await engine.ask(method, all);
		if (!first || !("missing" in first)) return first;
		assert.deepEqual(first.missing, ["file:///m.tex", "file:///a.bib"]);
		const works = await engine.ask("works", { start: 0, count: 1, since: 0 });
		const work = works?.works[0];
		assert.ok(work && typeof work !== "string");
		const key = `arxiv:${work.paper.arxiv ?? ""}`;
		await engine.ask("putManuscript", {
			...project.sources[0],
			uri: "file:///m.tex",
			stamp: "1",
			source: { text: tex.replace("KEY", key), languageId: "latex" },
		});
		await engine.ask("putBibliography", { uri: "file:///a.bib", stamp: "1", fileName: "a.bib", text: bib });
		return engine.ask(method, all);
	}

	test("texts that it lacks are asked for, then what is wrong is told, in the texts that are wanted", async () => {
		const params = { only: ["file:///m.tex"], off: ["same-work" as const], pattern: "auth.lower + year" };
		const found = await ask("checkProject", params);
		assert.ok(found && !("missing" in found));
		assert.deepEqual(
			found.map(({ code, args }) => [code, args[0]?.slice(0, 6)]),
			[
				["undefined-key", "nobody"],
				["undefined-key", "arxiv:"],
			],
		);
		assert.ok(
			found[1]?.fixes.some(({ kind }) => kind === "add"),
			"the paper of the shelf is offered",
		);
	});

	test("places in other texts have lines and columns", async () => {
		const found = await ask("checkProject", { only: ["file:///a.bib"], off: [], pattern: "auth" });
		assert.ok(found && !("missing" in found));
		const [related] = found.find(({ code }) => code === "duplicate-key")?.related ?? [];
		assert.deepEqual(related?.place.start, { line: 0, column: 6 });
	});

	test("a fix comes to edits", async () => {
		const fix = {
			kind: "remove",
			message: "fix-remove",
			args: [],
			entry: { file: "file:///a.bib", key: "known", nth: 1 },
		} as const;
		const edits = await ask("fixEdits", { fix });
		assert.deepEqual(edits, [{ file: "file:///a.bib", start: 48, end: 76, text: "" }]);
	});
});
