// Navigation through the built worker: what a place names, where it leads, and what is shown of it.
import assert from "node:assert/strict";
import type { Engine } from "../../../src/engine/engine";
import type { Missing, ProjectRefs } from "../../../src/engine/protocol";
import { keyStateNames, keyStateWidth } from "../../../src/core/navigation/answers";
import { defaultSettings } from "../../../src/core/contributions";
import { sourceOf } from "../navigation/navigation";
import { readStyle } from "../references/oracle";
import { bundleWorker, sample, startEngine } from "./support";

const bib = `@string{jo = {Journal of Maps}}
@article{kim2020,
  author = {Kim, Ann},
  title = {A study of $\\beta$},
  journal = jo,
  year = 2020,
  doi = {10.1234/x},
}
@misc{phikon, title = {Phikon-v2, A large and public feature extractor for biomarker prediction}, author = {Filiot, A.}, year = 2024, eprint = {2409.09173}, archiveprefix = {arXiv}}
`;

const texts: Readonly<Record<string, string>> = {
	"r.bib": bib,
	"a.tex": "\\cite{kim2020,phikon}\nand \\cite{kim2O20, filiot2024phikonv2}.\n",
	"b.md": "[@kim2020] and @kim2020\n",
};

/** An answer that is there. */
function got<T extends object>(answer: T | Missing | undefined): T {
	assert.ok(answer && !("missing" in answer), JSON.stringify(answer));
	return answer;
}

suite("navigation in the engine", () => {
	let engine: Engine;

	suiteSetup(async () => {
		engine = startEngine(bundleWorker());
		await engine.ask("read", sample);
	});

	suiteTeardown(() => engine.dispose());

	/** The project, with one of its files as the document; its texts are sent. */
	async function projectOf(document: string): Promise<ProjectRefs> {
		const ref = (uri: string) => ({ uri, stamp: "1" });
		for (const [uri, text] of Object.entries(texts)) {
			if (uri.endsWith(".bib")) await engine.ask("putBibliography", { ...ref(uri), fileName: uri, text });
			else await engine.ask("putManuscript", { ...ref(uri), source: sourceOf(uri, text) });
		}
		return {
			document: ref(document),
			sources: [ref("a.tex"), ref("b.md")],
			bibliographies: [ref("r.bib")],
			dialect: "bibtex",
		};
	}

	const at = (file: string, phrase: string): number => (texts[file] ?? "").indexOf(phrase) + 1;

	test("asks for the texts that it lacks", async () => {
		const project: ProjectRefs = {
			document: { uri: "x.tex", stamp: "1" },
			sources: [{ uri: "x.tex", stamp: "1" }],
			bibliographies: [{ uri: "x.bib", stamp: "1" }],
			dialect: "bibtex",
		};
		assert.deepEqual(await engine.ask("nameAt", { project, offset: 0 }), { missing: ["x.tex", "x.bib"] });
	});

	test("names, places and renaming cross files", async () => {
		const project = await projectOf("a.tex");
		const found = got(await engine.ask("nameAt", { project, offset: at("a.tex", "kim2020") }));
		const { kind, name, range, home, definitions } = found;
		assert.deepEqual([name, home, definitions[0]?.start], ["kim2020", "r.bib", { line: 1, column: 9 }]);
		assert.deepEqual(definitions[0]?.whole.end, { line: 7, column: 1 });
		const question = { project, name: { kind, name, range }, withDefinitions: true };
		const uses = got(await engine.ask("usesOf", question));
		assert.deepEqual(
			uses.map(({ uri, start }) => `${uri}:${start.line}:${start.column}`),
			["r.bib:1:9", "a.tex:0:6", "b.md:0:2", "b.md:0:16"],
		);
		const renamed = await engine.ask("rename", { ...question, now: "kim" });
		assert.ok(renamed && "files" in renamed);
		assert.deepEqual(
			renamed.files.map(({ uri, edits }) => [uri, edits.length]),
			[
				["r.bib", 1],
				["a.tex", 1],
				["b.md", 2],
			],
		);
		assert.deepEqual(await engine.ask("rename", { ...question, now: "phikon" }), {
			outcome: "taken",
			uri: "r.bib",
		});
		const marks = got(await engine.ask("occurrences", { project: await projectOf("b.md"), offset: 3 }));
		assert.equal(marks.length, 2);
	});

	test("what is known of a key has its reference, its paper on the shelf, and where it is cited", async () => {
		const xml = readStyle("apa.csl");
		const ask = async (file: string, phrase: string) => {
			const question = {
				offset: at(file, phrase),
				pattern: defaultSettings.citationKeyPattern,
				locale: undefined,
			};
			return got(
				await engine.ask("keyFacts", {
					...question,
					project: await projectOf(file),
					style: { xml, name: "apa" },
				}),
			);
		};
		const kim = await ask("a.tex", "kim2020");
		assert.equal(kim.work?.reference, "Kim, A. (2020). A study of β. *Journal of Maps*. https://doi.org/10.1234/x");
		assert.deepEqual(kim.cited, [
			{ uri: "a.tex", count: 1 },
			{ uri: "b.md", count: 2 },
		]);
		assert.equal(kim.work.id, undefined);
		assert.deepEqual(kim.work.entry, { uri: "r.bib", key: "kim2020", line: 1 });
		const phikon = await ask("a.tex", "phikon");
		assert.ok(phikon.work);
		assert.ok(phikon.work.id?.includes("2409.09173"), phikon.work.id);
		assert.ok(phikon.work.abstract.length > 100 && phikon.work.topics.length > 0);
		const slip = await ask("a.tex", "kim2O20");
		assert.deepEqual(slip.near, [{ key: "kim2020", label: "Kim 2020, A study of β" }]);
		const shelf = await ask("a.tex", "filiot2024");
		assert.ok(shelf.offers[0]?.label.startsWith("Filiot et al. 2024, Phikon-v2"), JSON.stringify(shelf.offers));
		assert.equal((await ask("r.bib", "jo,")).value, "{Journal of Maps}");
	});

	test("keys have a state each, and labels where they are asked for", async () => {
		const project = await projectOf("a.tex");
		const states = await engine.ask("keyStates", { project, pattern: defaultSettings.citationKeyPattern });
		assert.ok(states instanceof Uint32Array);
		const names = Array.from({ length: states.length / keyStateWidth }, (_, i) => {
			const [line, column, length, state] = states.subarray(i * keyStateWidth);
			const lines = (texts["a.tex"] ?? "").split("\n");
			return [lines[line ?? 0]?.slice(column, (column ?? 0) + (length ?? 0)), keyStateNames[state ?? 0]];
		});
		assert.deepEqual(names, [
			["kim2020", "known"],
			["phikon", "known"],
			["kim2O20", "unknown"],
			["filiot2024phikonv2", "onShelf"],
		]);
		const labels = await engine.ask("keyLabels", { project, first: 0, last: 0 });
		assert.deepEqual(labels, [
			{ label: "Kim 2020", line: 0, column: 13 },
			{ label: "Filiot 2024", line: 0, column: 20 },
		]);
		assert.deepEqual(await engine.ask("keyLabels", { project, first: 1, last: 9 }), []);
	});

	test("a bibliography has an outline, links, folds, and counts of citations", async () => {
		const project = await projectOf("r.bib");
		const rows = got(await engine.ask("outline", { project, start: 1, count: 1 }));
		assert.deepEqual(
			rows.map(({ name, detail, start }) => [name, detail, start.line]),
			[["kim2020", "Kim 2020, A study of β", 1]],
		);
		const links = got(await engine.ask("links", { project, start: 0, count: 9 }));
		assert.deepEqual(
			links.map(({ target }) => target),
			["https://doi.org/10.1234/x", "https://arxiv.org/abs/2409.09173"],
		);
		assert.deepEqual(await engine.ask("folds", { project }), Uint32Array.of(1, 6, 0));
		assert.deepEqual(await engine.ask("citedEntries", { project }), [
			{ key: "kim2020", count: 3, line: 1, column: 9 },
			{ key: "phikon", count: 1, line: 8, column: 6 },
		]);
		const ranges = got(await engine.ask("selections", { project, offsets: [at("r.bib", "Kim, Ann")] }));
		assert.equal(ranges[0]?.length, 4);
	});

	test("an entry is cited by any of its names", async () => {
		const ref = (uri: string) => ({ uri, stamp: "names" });
		const bib = "@book{kim, title={A}, ids={old, older}}\n@book{lee, title={B}}\n";
		await engine.ask("putBibliography", { ...ref("n.bib"), fileName: "n.bib", text: bib });
		await engine.ask("putManuscript", {
			...ref("n.tex"),
			source: sourceOf("n.tex", "\\cite{old,kim} \\cite{older}"),
		});
		const files = { sources: [ref("n.tex")], bibliographies: [ref("n.bib")], dialect: "biblatex" } as const;
		const inBib: ProjectRefs = { ...files, document: ref("n.bib") };
		assert.deepEqual(await engine.ask("citedEntries", { project: inBib }), [
			{ key: "kim", count: 3, line: 0, column: 6 },
		]);
		const question = { pattern: "", style: { xml: "", name: "" }, locale: undefined };
		const inText: ProjectRefs = { ...files, document: ref("n.tex") };
		const facts = await engine.ask("keyFacts", { project: inText, offset: 7, ...question });
		assert.deepEqual(facts && "cited" in facts && facts.cited, [{ uri: "n.tex", count: 3 }]);
		const marked = got(await engine.ask("occurrences", { project: inText, offset: 7 }));
		assert.equal(marked.length, 3);
	});

	test("ten thousand entries and five thousand lines are answered about, each at its place", async () => {
		const entries = Array.from(
			{ length: 10_000 },
			(_, i) =>
				`@article{author${i}word,\n  author = {Author${i}, A. and Other, B.},\n  title = {Title of work number ${i}},\n  journal = {Journal},\n  year = ${1950 + (i % 70)},\n  doi = {10.1234/${i}},\n  abstract = {${"word ".repeat(80)}}\n}\n`,
		);
		const lines = Array.from(
			{ length: 5000 },
			(_, i) => `Line ${i} cites \\cite{author${i}word, author${i * 2}word}.`,
		);
		const ref = (uri: string) => ({ uri, stamp: "big" });
		await engine.ask("putBibliography", { ...ref("big.bib"), fileName: "big.bib", text: entries.join("\n") });
		await engine.ask("putManuscript", { ...ref("big.tex"), source: sourceOf("big.tex", lines.join("\n")) });
		const project: ProjectRefs = {
			...{ document: ref("big.tex"), sources: [ref("big.tex")] },
			...{ bibliographies: [ref("big.bib")], dialect: "bibtex" },
		};
		const { pattern } = { pattern: defaultSettings.citationKeyPattern };
		const offset = lines.join("\n").indexOf("author4000word") + 2;
		await engine.ask("keyStates", { project, pattern });
		const style = { xml: "", name: "" };
		const beside = { ...project, document: ref("big.bib") };
		const found = got(await engine.ask("nameAt", { project, offset }));
		assert.deepEqual(found.definitions[0]?.start, { line: 36_000, column: 9 });
		const facts = got(await engine.ask("keyFacts", { project, offset, pattern, style, locale: undefined }));
		assert.deepEqual(facts.cited, [{ uri: "big.tex", count: 2 }]);
		const states = got(await engine.ask("keyStates", { project, pattern }));
		assert.equal(states.length, 4 * 2 * lines.length);
		const cited = got(await engine.ask("citedEntries", { project: beside }));
		assert.equal(cited.length, new Set(lines.flatMap((_, i) => [i, 2 * i])).size);
		const outline = got(await engine.ask("outline", { project: beside, start: 9000, count: 1000 }));
		assert.equal(outline.at(-1)?.name, "author9999word");
	});
});
