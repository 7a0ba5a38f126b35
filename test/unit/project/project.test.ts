// What is taken when nothing is declared, and what a project tells.
import assert from "node:assert/strict";
import { projectBibliography } from "../../../src/core/project/project";
import { check, filesIn, find, main, told } from "./memory";

check("without a declaration", [
	{
		name: "the nearest folder upward that has a bibliography gives all of them, and none lies above the top",
		texts: {
			"/p/a/b/x.md": "",
			"/p/a/two.bib": "",
			"/p/a/one.bib": "",
			"/p/top.bib": "",
			"/out.bib": "",
			"/p/q.rst": "",
		},
		found: { "/p/a/b/x.md": "nearest /p/a/one.bib /p/a/two.bib", "/p/q.rst": "nearest /p/top.bib" },
	},
	{
		name: "records in other formats count by name and content, for languages that read them",
		texts: {
			"/p/a/x.md": "",
			"/p/a/x.tex": "",
			"/p/a/package.json": '{"name": "x"}',
			"/p/a/references.json": '[{"id": "a", "type": "book"}]',
			"/p/b/x.typ": "",
			"/p/b/bib.yml": "key:\n  type: Book\n  title: T\n",
			"/p/b/lib.yml": "name: x\n",
		},
		found: {
			"/p/a/x.md": "nearest /p/a/references.json",
			"/p/a/x.tex": "none",
			"/p/b/x.typ": "nearest /p/b/bib.yml",
		},
	},
	{
		name: "the setting counts when nothing is near, or several are",
		texts: {
			"/p/a/x.md": "",
			"/p/b/y.md": "",
			"/p/b/one.bib": "",
			"/p/c/z.md": "",
			"/p/c/1.bib": "",
			"/p/c/2.bib": "",
			"/lib/all.bib": "",
		},
		options: { setting: "../lib/all.bib" },
		found: {
			"/p/a/x.md": "setting /lib/all.bib",
			"/p/b/y.md": "nearest /p/b/one.bib",
			"/p/c/z.md": "setting /lib/all.bib",
		},
	},
	{
		name: "the setting may name a file that is yet to be",
		texts: { "/p/a/x.md": "" },
		options: { setting: "refs/all.bib" },
		found: { "/p/a/x.md": "setting /p/refs/all.bib!" },
	},
	{
		name: "references in the header are all that there are",
		texts: { "/p/x.md": "---\nreferences:\n- id: a\n---\n", "/p/a.bib": "" },
		found: { "/p/x.md": "none" },
	},
]);

suite("what a project tells", () => {
	test("is which files were missing, and where each was declared", async () => {
		const text = `${main}\\input{gone}\\bibliography{a,b}`;
		const found = await find({ "/p/x.tex": text, "/p/a.bib": "" }, "/p/x.tex");
		assert.deepEqual(found.missing, ["/p/b.bib"]);
		assert.deepEqual(found.missingSources, ["/p/gone.tex"]);
		assert.equal(found.dialect, "bibtex");
		const [first] = found.files;
		assert.equal(first?.declaredIn, "/p/x.tex");
		assert.equal(text.slice(first.range?.start, first.range?.end), "a");
	});
	test("a file that the document writes itself is not missing", async () => {
		const text = `\\begin{filecontents}{\\jobname.bib}\n\\end{filecontents}\n${main}\\addbibresource{\\jobname.bib}`;
		const found = await find({ "/p/a.tex": text }, "/p/a.tex");
		assert.deepEqual(found.missing, []);
		assert.deepEqual(
			found.inline.map(({ kind, path }) => [kind, path]),
			[["filecontents", "a.bib"]],
		);
		assert.equal(found.dialect, "biblatex");
	});
	test("a thousand documents and folders are not all read", async () => {
		const texts: Record<string, string> = { "/p/a/x.tex": "Text" };
		for (let i = 0; i < 1000; i++) texts[`/p/f${i}/doc${i}.tex`] = `${main} x \\input{../a/y}`;
		for (let i = 0; i < 1000; i++) texts[`/p/a/doc${i}.tex`] = `${main} x \\input{y}`;
		const files = filesIn(texts);
		let count = 0;
		const read = (path: string) => ((count += 1), files.read(path));
		await projectBibliography("/p/a/x.tex", { ...files, read }, { top: "/p" });
		assert.ok(count <= 300, String(count));
	});
	test("the language of a document that is not saved is taken from the editor", async () => {
		const found = await find({ "/p/Untitled": "\\bibliography{a}", "/p/a.bib": "" }, "/p/Untitled", {
			languageId: "latex",
		});
		assert.equal(told(found), "declared /p/a.bib");
	});
});
