// The engine: the built worker behind a real message port, as the Node extension host runs it.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { englishLabels } from "../../../src/core/render/labels";
import type { Engine } from "../../../src/engine/engine";
import { bundleWorker, sample, startEngine } from "./support";

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
	suiteSetup(() => (script = bundleWorker()));
	setup(() => (engine = startEngine(script)));
	teardown(() => engine.dispose());

	test("reads a digest with its records and hands its papers out in pages", async () => {
		const summary = await engine.ask("read", sample);
		equal(summary?.count, 55);
		const first = await engine.ask("works", { start: 0, count: 30, since: 0 });
		const rest = await engine.ask("works", { start: 30, count: 30, since: 0 });
		equal((first?.works.length ?? 0) + (rest?.works.length ?? 0), 55);
		const [work] = first?.works ?? [];
		equal(typeof work === "object" && work.paper.authors.length, 6);
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

	test("a small shelf is found whole, however soon somebody asks", async () => {
		const [, found] = await Promise.all([
			engine.ask("read", sample),
			engine.ask("search", { query: "is:unread", limit: 100, asYouType: true }),
		]);
		// Whoever asks overtakes the reading; then nothing is there, never a part.
		ok([0, 55].includes(found?.length ?? -1), String(found?.length));
		equal((await engine.ask("search", { query: "is:unread", limit: 100, asYouType: true }))?.length, 55);
	});

	test("searches in fields, also in those that only the shelf knows", async () => {
		await engine.ask("read", sample);
		await engine.ask("indexed", {});
		const find = async (query: string) =>
			(await engine.ask("search", { query, limit: 100, asYouType: false })) ?? [];
		const [topic] = (await engine.ask("topics", {})) ?? [];
		const inTopic = (await find(`topic:"${topic?.label ?? ""}"`)).map(({ id }) => id);
		deepEqual(inTopic.sort(), [...(topic?.ids ?? [])].sort());
		equal((await find("digest:trending-clinical-deployment")).length, 55);
		equal((await find("digest:another")).length, 0);
		ok((await find("title:pathology")).length, "a field of the index itself");
	});

	test("renders a paper's page, and says when it has none", async () => {
		await engine.ask("read", sample);
		const request = {
			terms: [],
			reasons: [],
			citedIn: undefined,
			notes: [],
			followed: [],
			position: undefined,
			labels: englishLabels,
		};
		const html = await engine.ask("page", { id: "arxiv:2501.12051", ...request });
		match(html ?? "", /MedS<sup>3<\/sup>/);
		equal(await engine.ask("page", { id: "arxiv:0000.00000", ...request }), undefined);
	});

	test("words of a topic find its papers, those that lack them too, and say so", async () => {
		await engine.ask("read", sample);
		const topics = (await engine.ask("topics", {})) ?? [];
		const topic = topics.find(({ label }) => label === "Ophthalmology");
		const found = (await engine.ask("search", { query: "ophthalmology", limit: 55, asYouType: false })) ?? [];
		for (const id of topic?.ids ?? [])
			ok(
				found.some(hit => hit.id === id),
				id,
			);
		const byTopic = found.flatMap(({ reasons }) => reasons).filter(({ fields }) => fields.join() === "topic");
		deepEqual(byTopic[0]?.words, ["Ophthalmology"]);
		// A topic does not gather papers by its own label.
		deepEqual(
			(await engine.ask("topics", {}))?.map(({ ids }) => ids),
			topics.map(({ ids }) => ids),
		);
	});

	test("a paper in three digests is one paper, one hit and one place in its topics, known by all its ids", async () => {
		const text = (value: string) => ({ name: "", content: new TextEncoder().encode(value) });
		const title =
			"Hidden Stratification Causes Clinically Meaningful Failures in Machine Learning for Medical Imaging";
		const bib = [
			`@article{a, title={${title}}, author={Oakden-Rayner, Luke}, year={2020}, doi={10.1145/3368555.3384468},`,
			"journal={Proceedings of CHIL}, abstract={Short.}}",
		].join("\n");
		await engine.ask("read", sample);
		await engine.ask("read", { source: "again", digest: { ...sample.digest, name: "again-2024-11-21.txt" } });
		await engine.ask("read", { source: "bib", digest: { ...text(bib), name: "chil.bib" } });
		await engine.ask("indexed", {});
		const all = await engine.ask("works", { start: 0, count: 100, since: 0 });
		equal(all?.total, 55);
		const found = await engine.ask("search", { query: "hidden stratification", limit: 9, asYouType: false });
		equal(found?.[0]?.id, "doi:10.1145/3368555.3384468");
		equal(found.filter(({ id }) => /1909\.12475|3368555/.test(id)).length, 1);
		const topics = (await engine.ask("topics", {})) ?? [];
		ok(topics.some(({ ids }) => ids.includes("doi:10.1145/3368555.3384468")));
		ok(!topics.some(({ ids }) => ids.includes("arxiv:1909.12475")));

		const request = {
			terms: [],
			reasons: [],
			citedIn: undefined,
			notes: [],
			followed: [],
			position: undefined,
			labels: englishLabels,
		};
		// Answered once meaning is learnt: like papers would come out of words alone in one page, and of meaning in the next.
		await engine.ask("stored", {});
		const [byArxiv, byDoi] = [
			await engine.ask("page", { id: "arxiv:1909.12475", ...request }),
			await engine.ask("page", { id: "doi:10.1145/3368555.3384468", ...request }),
		];
		equal(byArxiv, byDoi);
		match(byDoi ?? "", /again-2024-11-21, \d+\w\w of 55 \(21 November 2024\)/);
		match(byDoi ?? "", /chil, 1st of 1/);
		match(byDoi ?? "", /Records \(3\)/);
		const bibliography = { uri: "a", stamp: "1" };
		const params = {
			ids: ["arxiv:1909.12475", "doi:10.1145/3368555.3384468"],
			...{ bibliography, pattern: "auth + year", others: [] },
		};
		deepEqual(await engine.ask("addEntries", params), { missing: ["a"] });
		await engine.ask("putBibliography", { ...bibliography, fileName: "a.bib", text: "" });
		const added = await engine.ask("addEntries", params);
		ok(added && "keys" in added);
		equal(added.keys[0], added.keys[1]);
		equal(added.edits.length, 1);
		const written = added.edits.map(each => each.text).join("");
		const [key = ""] = added.keys;
		await engine.ask("putBibliography", { uri: "a", stamp: "2", fileName: "a.bib", text: written });
		const manuscript = { uri: "m", stamp: "1" };
		const project = {
			document: manuscript,
			sources: [manuscript],
			bibliographies: [{ uri: "a", stamp: "2" }],
			dialect: "bibtex",
		} as const;
		deepEqual(await engine.ask("citedPapers", { project }), { missing: ["m"] });
		const source = { text: `As said \\cite{${key}, unknown}.`, languageId: "latex" };
		await engine.ask("putManuscript", { ...manuscript, source });
		deepEqual(await engine.ask("citedPapers", { project }), { "doi:10.1145/3368555.3384468": [key] });
		deepEqual(await engine.ask("bibliographyStates", { project }), [{ uri: "a", entries: 1, problems: 0 }]);
		const named = written.replace(`{${key},`, `{${key},\n  ids = {unknown},`);
		await engine.ask("putBibliography", { uri: "a", stamp: "3", fileName: "a.bib", text: named });
		const renamed = { ...project, bibliographies: [{ uri: "a", stamp: "3" }] };
		const cited = await engine.ask("citedPapers", { project: renamed });
		deepEqual(cited, { "doi:10.1145/3368555.3384468": [key, "unknown"] });

		const later = await engine.ask("works", { start: 0, count: 100, since: all.revision });
		ok(
			later?.works.every(work => typeof work === "string"),
			"what has not changed is not sent again",
		);
		await engine.ask("forget", { source: "bib" });
		const fewer = await engine.ask("works", { start: 0, count: 100, since: all.revision });
		deepEqual(
			fewer?.works.flatMap(work => (typeof work === "string" ? [] : work.paper.id)),
			["arxiv:1909.12475"],
		);
	});

	test("a preview tells what is on the shelf by any identifier or by title, author and year", async () => {
		await engine.ask("read", sample);
		const bib = [
			"@article{a, title={Hidden Stratification}, eprint={1909.12475}, archiveprefix={arXiv}}",
			"@article{b, title={MedS$^3$: Towards Medical Small Language Models with Self-Evolved Slow Thinking}}",
			"@article{c, title={A bag of tricks for real-time mitotic figure detection}, author={Nobody, Ann}}",
		].join("\n");
		const digest = { name: "x.bib", content: new TextEncoder().encode(bib) };
		const inspection = await engine.ask("inspect", { digest });
		deepEqual(
			inspection?.sample.map(({ isKnown }) => isKnown),
			[true, true, false],
		);
	});

	test("a large bibliography is read in turns, between which others are served, and then answers as one read at once", async () => {
		await engine.ask("read", sample);
		const entry = (i: number) =>
			`@article{key${i}, title={Work {number} ${i}}, author={M{\\"u}ller, Ann and Doe, J.}, year=2020}`;
		const text = Array.from({ length: 3000 }, (_, i) => entry(i)).join("\n");
		const bibliography = { uri: "large", stamp: "1" };
		await engine.ask("putBibliography", { ...bibliography, fileName: "a.bib", text });
		const answered: string[] = [];
		const project = { sources: [], bibliographies: [bibliography], dialect: "bibtex" } as const;
		const states = engine.ask("bibliographyStates", { project }).then(found => {
			answered.push("states");
			return found;
		});
		const query = { query: "pathology", limit: 5, asYouType: true };
		const search = engine.ask("search", query).then(() => answered.push("search"));
		await Promise.all([states, search]);
		deepEqual(answered, ["search", "states"], "a search that came later is not kept waiting");
		deepEqual(await states, [{ uri: "large", entries: 3000, problems: 0 }]);
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
