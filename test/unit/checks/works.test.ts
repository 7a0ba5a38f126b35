// Entries that are one work, preprints that were published, entries that nothing cites; and what fixes come to.
import assert from "node:assert/strict";
import { ProjectChecks } from "../../../src/core/checks/check";
import { fixAllEdits, fixEdits } from "../../../src/core/checks/fixes/fixes";
import { inEnglish } from "../../../src/core/checks/messages";
import { parseBibliography } from "../../../src/core/bibliography/bibliography";
import type { Notice } from "../../../src/core/paper";
import { edited, findingsIn, projectsIn, told, type Texts } from "./support";

const one = "@article{one, author={Smith, Ann}, title={A deep thing}, journal={J}, year=2020, doi={10.1000/one}}";
const same = "@article{same, author={A. Smith}, title={A Deep Thing}, journal={J.}, year=2020}";
const preprint =
	"@misc{pre, author={Smith, Ann}, title={A deep thing}, eprint={1912.01234}, archiveprefix={arXiv}, year=2019}";
const cite = (body: string, head = ""): string => `\\documentclass{article}${head}\n${body}\n\\bibliography{a}`;

async function worksIn(texts: Texts): Promise<readonly string[]> {
	const codes = ["same-work", "published-preprint", "duplicate-key", "unused-entry"];
	const found = (await findingsIn(texts)).filter(({ code }) => codes.includes(code));
	return found.map(finding => `${told(finding, texts)} | ${inEnglish(finding)}`);
}

suite("entries that are one work", () => {
	test("are a warning when both are cited", async () => {
		const texts = { "/p/m.tex": cite("\\cite{one,same}"), "/p/a.bib": `${one}\n${same}\n` };
		assert.deepEqual(await worksIn(texts), [
			"same-work: same | This is the same work as “one”; both are cited, and it will be listed twice.",
		]);
	});

	test("are cited by any of their names", async () => {
		const named = same.replace("{same,", "{same, ids={old},");
		const texts = { "/p/m.tex": cite("\\cite{one,old}"), "/p/a.bib": `${one}\n${named}\n` };
		assert.deepEqual(await worksIn(texts), [
			"same-work: same | This is the same work as “one”; both are cited, and it will be listed twice.",
		]);
	});

	test("have further names of their own", async () => {
		const texts = {
			"/p/m.tex": "\\usepackage{biblatex}\\addbibresource{a.bib}\\cite{b,c,d,B2,X,y}",
			"/p/a.bib": "@misc{b, title={B}, ids={b, x}}\n@misc{c, title={C}, ids={b, x, y}}\n@misc{d, title={D}}\n",
		};
		assert.deepEqual(await worksIn(texts), [
			"duplicate-key (warning): b | The further name “b” is the key of another entry, which it stands for.",
			"duplicate-key (warning): x | “x” is a further name of “b” already, which it stands for.",
		]);
		const keys = (await findingsIn(texts)).filter(({ code }) => /key/.test(code) && code !== "duplicate-key");
		assert.deepEqual(
			keys.map(finding => told(finding, texts)),
			["undefined-key: B2", "key-case: X"],
		);
	});

	test("the cited one stays", async () => {
		const texts = { "/p/m.tex": cite("\\cite{same}"), "/p/a.bib": `${one}\n${same}\n` };
		assert.deepEqual(await worksIn(texts), ["same-work (information): one | This is the same work as “same”."]);
	});

	test("of a preprint and its published version the published one stays", async () => {
		const texts = { "/p/m.tex": cite("\\cite{pre}"), "/p/a.bib": `${preprint}\n${one}\n` };
		assert.deepEqual(await worksIn(texts), [
			"published-preprint: pre | This preprint was published: the entry “one” is its published version.",
		]);
	});

	test("in two files with one key are told of as such", async () => {
		const texts = { "/p/m.tex": cite("\\cite{one}").replace("{a}", "{a,b}"), "/p/a.bib": one, "/p/b.bib": one };
		assert.deepEqual(await worksIn(texts), [
			"duplicate-key: one | The key “one” is used by another entry, in a.bib.",
		]);
	});

	test("entries that say nothing are not one work", async () => {
		const bib =
			"@misc{a, note={A}}\n@misc{b, note={B}}\n@misc{c, title={Editorial}, year=2001}\n@misc{d, title={Editorial}, year=2002}";
		assert.deepEqual(await worksIn({ "/p/m.tex": cite("\\cite{a,b,c,d}"), "/p/a.bib": bib }), []);
	});

	test("the shelf knows where a preprint was published", async () => {
		const texts = { "/p/m.tex": cite("\\cite{pre}"), "/p/a.bib": preprint };
		const [entry] = parseBibliography(one, "a.bib").entries;
		const found = await findingsIn(texts, { shelf: { find: () => entry?.paper, offers: () => [] } });
		const [finding] = found.filter(({ code }) => code === "published-preprint");
		assert.equal(finding && inEnglish(finding), "This preprint was published: J 2020.");
		assert.deepEqual(
			finding?.fixes.map(({ kind }) => kind),
			["update"],
		);
	});
});

suite("entries of works about which a notice was published", () => {
	const [entry] = parseBibliography(one, "a.bib").entries;
	const noticed = async (notices: readonly Notice[], text: string) => {
		const texts = { "/p/m.tex": text, "/p/a.bib": `${one}\n${one}\n` };
		const shelf = { find: () => entry && { ...entry.paper, notices }, offers: () => [], hasNotices: true };
		const found = (await findingsIn(texts, { shelf })).filter(({ code }) => code === "retracted-work");
		return found.map(finding => `${told(finding, texts)} | ${inEnglish(finding)}`);
	};

	test("are a warning where they are cited, and an information where not", async () => {
		const retracted: readonly Notice[] = [{ kind: "retraction", where: "J 7" }];
		const said = "one | A notice was published about this work: retracted (J 7).";
		assert.deepEqual(await noticed(retracted, cite("\\cite{one}")), [`retracted-work: ${said}`]);
		assert.deepEqual(await noticed(retracted, cite("x")), [`retracted-work (information): ${said}`]);
	});

	test("are none for a correction", async () => {
		assert.deepEqual(await noticed([{ kind: "correction" }], cite("\\cite{one}")), []);
	});
});

suite("entries that nothing cites", () => {
	const entries = "@book{b, title={B}, ids={other}}\n@incollection{c, crossref={b}}\n@misc{d, title={D}}";
	const more = "@incollection{e, crossref={other}}";
	const rows: readonly (readonly [name: string, text: string, unused: string])[] = [
		["are those that no document and no entry names", cite("\\cite{c}"), "d"],
		["are none with nocite of all", cite("\\nocite{*}"), ""],
		["are not known while a part is not there", cite("\\cite{c}\\input{lost}"), ""],
		["go by further names", cite("\\cite{other}"), "c d"],
		["go by further names for other entries too", cite("\\cite{e}"), "c d"],
	];
	for (const [name, text, unused] of rows) {
		test(name, async () => {
			const texts: Texts = { "/p/m.tex": text, "/p/a.bib": text.includes("{e}") ? entries + more : entries };
			const found = (await findingsIn(texts, {})).filter(({ code }) => code === "unused-entry");
			assert.equal(found.flatMap(({ args }) => args).join(" "), unused);
		});
	}

	test("are told of when somebody asks for it alone", async () => {
		const texts: Texts = { "/p/m.tex": cite("\\cite{c}"), "/p/a.bib": entries };
		assert.deepEqual(
			(await findingsIn(texts)).filter(({ code }) => code === "unused-entry"),
			[],
		);
	});
});

suite("fixes", () => {
	/** The texts after the first fix of this kind of the first finding of a rule. */
	async function fixed(texts: Texts, code: string, kind: string): Promise<Texts> {
		const [project] = await projectsIn(texts);
		assert.ok(project);
		const found = new ProjectChecks().check(project).find(finding => finding.code === code);
		const fix = found?.fixes.find(each => each.kind === kind);
		assert.ok(fix, "there is such a fix");
		return edited(texts, fixEdits(project, fix));
	}

	test("the key that was meant takes the place of the wrong one", async () => {
		const texts = { "/p/m.tex": cite("\\cite{onee} \\cite{ onee }"), "/p/a.bib": one };
		assert.equal((await fixed(texts, "undefined-key", "edits"))["/p/m.tex"], cite("\\cite{one} \\cite{ onee }"));
	});

	test("a stub gets an entry in the style of the file", async () => {
		const texts = { "/p/m.tex": cite("\\cite{new2024}"), "/p/a.bib": "@misc{a,\n  title = {A}\n}\n" };
		const after = await fixed(texts, "undefined-key", "stub");
		assert.equal(after["/p/a.bib"], "@misc{a,\n  title = {A}\n}\n\n@misc{new2024,\n  title = {new2024}\n}\n");
	});

	test("twins are merged by all names of the one that goes", async () => {
		const named = same.replace("{same,", "{same, ids={old},");
		const texts = { "/p/m.tex": cite("\\cite{old} \\cite{one,old}"), "/p/a.bib": `${one}\n\n${named}\n` };
		const after = await fixed(texts, "same-work", "merge");
		assert.equal(after["/p/m.tex"], cite("\\cite{one} \\cite{one}"));
		assert.ok(!(after["/p/a.bib"] ?? "").includes("old"), after["/p/a.bib"]);
	});

	test("twins are merged in the text, in the group that has both, and in entries that name them", async () => {
		const parts = "@incollection{part, author={P}, title={Part}, crossref={same}}";
		const texts = {
			"/p/m.tex": cite("\\cite{same} \\cite{one,same} \\cite[see][2]{same} \\cite{part}"),
			"/p/a.bib": `${parts}\n\n${one}\n\n${same}\n`,
		};
		const after = await fixed(texts, "same-work", "merge");
		assert.deepEqual(after, {
			"/p/m.tex": cite("\\cite{one} \\cite{one} \\cite[see][2]{one} \\cite{part}"),
			"/p/a.bib": `${parts.replace("same", "one")}\n\n${one}\n`,
		});
	});

	test("an entry that stands there twice is taken out, the second one", async () => {
		const texts = { "/p/a.bib": `${one}\n\n${one.replace("2020", "2020 ")}\n` };
		const after = await fixed(texts, "duplicate-key", "remove");
		assert.equal(after["/p/a.bib"], `${one}\n`);
	});

	test("all of a kind are mended at once, and all that is safe", async () => {
		const entry = (key: string, fields: string): string => `@misc{${key}, title={${key}}, ${fields}}\n`;
		const texts = {
			"/p/a.bib":
				entry("a", "doi={doi:10.1/1234}".replace("10.1/", "10.1000/")) +
				entry("b", "pages={1-2}, author={A et al.}") +
				entry("c", "pages={3-4}, isbn={0-201-89683-5}"),
		};
		const found = await findingsIn(texts);
		const pages = edited(texts, fixAllEdits(found, "bad-pages"))["/p/a.bib"] ?? "";
		assert.equal(pages, texts["/p/a.bib"].replace("1-2", "1--2").replace("3-4", "3--4"));
		const safe = edited(texts, fixAllEdits(found, "safe"))["/p/a.bib"] ?? "";
		assert.equal(safe, pages.replace("doi:10.", "10.").replace("A et al.", "A and others"));
	});
});
