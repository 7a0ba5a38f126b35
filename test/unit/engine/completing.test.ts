// Completion in the engine: entries of the project first, then papers of the shelf, the ones that are meant on top.
import assert from "node:assert/strict";
import { completedWith } from "../../../src/core/completion/expected";
import type { KeyRow } from "../../../src/core/completion/rows";
import type { CompletionQuestion } from "../../../src/engine/language/completionRequests";
import { Shelf } from "../../../src/engine/shelf";
import { apply, marked } from "../citations/marked";
import { sample } from "./support";

const bibliography = `@article{kim2020maps, author = {Kim, Anna and Lee, Bo}, title = {Maps of {Tumours}}, journal = {Nature}, year = 2020,
  abstract = {We segment histology.}}
@article{leeDeep21, author = {Lee, Bo}, title = {Deep nets see}, year = 2021}
@book{zz9, author = {Müller, Jörg}, title = {Statistics of Hidden Markov Models}, publisher = {Springer}, year = 1999}
@article{strat, author = {Oakden-Rayner, Luke and Dunnmon, Jared}, title = {Hidden Stratification Causes Clinically
  Meaningful Failures in Machine Learning for Medical Imaging}, year = {2020}, doi = {10.1145/3368555.3384468}}
`;

class Desk {
	readonly shelf = new Shelf();
	#stamp = 0;

	constructor(
		readonly bib = bibliography,
		readonly fileName = "refs.bib",
	) {
		this.shelf.serve("read", sample);
		this.settle();
	}

	settle(): void {
		while (!this.shelf.isSettled || !this.shelf.isIndexed) this.shelf.indexSlice();
	}

	/** The rows at the mark of a text. */
	ask(before: string, languageId = "latex", more: Partial<CompletionQuestion> = {}) {
		const { text, offset } = marked(before);
		const stamp = String(++this.#stamp);
		this.shelf.serve("putManuscript", { uri: "main", stamp, source: { text, languageId } });
		this.shelf.serve("putBibliography", { uri: "bib", stamp: "1", fileName: this.fileName, text: this.bib });
		const document = { uri: "main", stamp };
		const answer = this.shelf.serve("completions", {
			project: { document, sources: [document], bibliographies: [{ uri: "bib", stamp: "1" }], dialect: "bibtex" },
			...{ offset, command: undefined, pattern: "auth.lower + year", entries: true, shelf: true },
			...more,
		});
		assert.ok(!answer || "kind" in answer);
		return answer;
	}

	rows(before: string, languageId = "latex", more: Partial<CompletionQuestion> = {}): readonly KeyRow[] {
		const answer = this.ask(before, languageId, more);
		return answer?.kind === "keys" ? answer.rows : [];
	}

	own(before: string, languageId = "latex"): string {
		return this.rows(before, languageId, { shelf: false })
			.map(({ key }) => key)
			.join(" ");
	}
}

suite("completion in the engine", () => {
	let desk: Desk;
	suiteSetup(() => {
		desk = new Desk();
		desk.ask("\\cite{|}");
		desk.settle();
	});

	test("a work is found by any words of its authors, title, year, venue and abstract", () => {
		for (const [words, keys] of [
			["lee deep", "leeDeep21"],
			["tumours kim", "kim2020maps"],
			["nature", "kim2020maps"],
			["histolo", "kim2020maps"],
			["muller", "zz9"],
			["MÜLLER", "zz9"],
			["1999", "zz9"],
			["hidden strat", "strat"],
			["springer", "zz9"],
		] as const) {
			assert.equal(desk.own(`\\cite{${words}|}`).split(" ")[0], keys, words);
		}
	});

	test("a key that fits goes before what words find", () => {
		assert.equal(desk.own("\\cite{strat|}").split(" ")[0], "strat");
		assert.equal(desk.own("\\cite{ki|}").split(" ")[0], "kim2020maps");
		assert.equal(desk.own("\\cite{LDe|}").split(" ")[0], "leeDeep21");
		assert.equal(desk.own("\\cite{z|}").split(" ")[0], "zz9");
		assert.equal(desk.own("@maps|", "markdown").split(" ")[0], "kim2020maps");
	});

	test("what the citation has already is not offered again", () => {
		assert.equal(desk.own("\\cite{kim2020maps, |}").includes("kim2020maps"), false);
		assert.equal(desk.own("\\cite{|}").split(" ").length, 4);
	});

	test("what is cited near goes before what is not, where the words fit both", () => {
		const text = "\\cite{leeDeep21} \\cite{|}";
		desk.ask(text);
		desk.settle();
		assert.equal(new Desk().own("\\cite{|}").split(" ")[0], "kim2020maps");
		const other = new Desk();
		other.ask(text);
		other.settle();
		assert.equal(other.own(text).split(" ")[0], "leeDeep21");
		assert.equal(other.own("\\cite{leeDeep21} \\cite{kim|}").split(" ")[0], "kim2020maps");
	});

	test("papers of the shelf come behind, without those that have an entry", () => {
		const rows = desk.rows("\\cite{pathology foundation|");
		const first = rows.findIndex(({ id }) => id !== undefined);
		assert.ok(first >= 0);
		assert.ok(rows.slice(first).every(({ id }) => id !== undefined));
		assert.match(rows[first]?.key ?? "", /^[a-z]+20\d\d/);
		const hidden = desk.rows("\\cite{hidden stratification|");
		assert.equal(hidden[0]?.key, "strat");
		assert.ok(hidden.every(({ id }) => id !== "arxiv:1909.12475"));
		assert.ok(desk.rows("\\cite{pathology|", "latex", { entries: false }).every(({ id }) => id !== undefined));
	});

	test("no more rows than fit in a list, and papers of the shelf among them", () => {
		const many = Array.from({ length: 200 }, (_, i) => `@misc{model${i}, title = {Model ${i} of patients}}\n`);
		const large = new Desk(many.join(""));
		const rows = large.rows("\\cite{model|}");
		assert.equal(rows.length, 50);
		assert.ok(rows.filter(({ id }) => id !== undefined).length >= 10);
	});

	test("an entry is found before it is indexed", () => {
		const fresh = new Desk();
		assert.equal(fresh.own("\\cite{lee deep|}").split(" ")[0], "leeDeep21");
	});

	test("words behind a key that is known are no search", () => {
		assert.equal(desk.ask("[@strat and others|]", "markdown"), undefined);
		assert.equal(desk.own("[@hidden strat|]", "markdown").split(" ")[0], "strat");
	});

	test("references that the manuscript holds itself are offered", () => {
		const text =
			"\\begin{thebibliography}{9}\n\\bibitem[Lam(1994)]{lamport} Leslie Lamport, \\emph{\\LaTeX: a system}.\n\\end{thebibliography}\n";
		assert.equal(new Desk("").own(`\\cite{lam|}\n${text}`), "lamport");
		assert.equal(new Desk("").own(`\\cite{system|}\n${text}`), "lamport");
		const yaml = "---\nreferences:\n- id: doe99\n  title: On Things\n  author: [{family: Doe}]\n---\n";
		assert.equal(new Desk("").own(`${yaml}\n@thi|`, "markdown"), "doe99");
	});

	test("a bibliography completes itself", () => {
		const { text, offset } = marked(`${bibliography}@inbook{b, crossref = {kim|}}`);
		desk.shelf.serve("putBibliography", { uri: "other", stamp: "2", fileName: "other.bib", text });
		const document = { uri: "other", stamp: "2" };
		const answer = desk.shelf.serve("completions", {
			project: { document, sources: [], bibliographies: [document], dialect: "bibtex" },
			...{ offset, command: undefined, pattern: "", entries: true, shelf: true },
		});
		assert.ok(answer && "kind" in answer && answer.kind === "bibtex");
		assert.deepEqual(
			answer.rows.map(({ label, detail }) => [label, detail]),
			[["kim2020maps", "Maps of {Tumours}"]],
		);
	});

	test("an accepted row makes the citation whole", () => {
		const before = "As shown #cite: hidden strat|";
		const answer = desk.ask(before, "markdown");
		assert.ok(answer?.kind === "keys");
		const { text } = completedWith(answer.expected, answer.rows[0]?.key ?? "");
		assert.equal(apply(marked(before).text, [{ ...answer.expected.range, text }]), "As shown [@strat]");
	});

	test("what a row is about is told when it is looked at", () => {
		const document = { uri: "main", stamp: "99" };
		desk.shelf.serve("putManuscript", { ...document, source: { text: "", languageId: "latex" } });
		const project = {
			document,
			sources: [document],
			bibliographies: [{ uri: "bib", stamp: "1" }],
			dialect: "bibtex",
		} as const;
		const style = { xml: "", name: "none" };
		const detail = (row: { key: string; id?: string }) => {
			const answer = desk.shelf.serve("completionDetail", { project, row, style, locale: undefined });
			assert.ok(answer && "places" in answer);
			return answer;
		};
		assert.deepEqual(detail({ key: "kim2020maps" }), {
			reference: "Kim and Lee 2020, Maps of Tumours",
			abstract: "We segment histology.",
			...{ places: ["refs.bib"], cited: 0 },
		});
		// The entry has none: the shelf does.
		assert.match(detail({ key: "strat" }).abstract, /stratification/i);
		assert.deepEqual(detail({ key: "", id: "arxiv:1909.12475" }).places, ["trending-clinical-deployment"]);
	});
});
