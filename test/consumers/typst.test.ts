// Typst, through its compiler for Node: manuscripts with bibliographies in BibTeX, BibLaTeX and Hayagriva.
import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import type { NodeCompiler, NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { hardPapers } from "./hardPapers";
import { citingAll, citingPlaces, papers, project, type Kind, type Manuscript } from "./manuscripts";
import { skip } from "./programs";
import { assertShelf, namesStyle, textOf } from "./works";

const typst: Kind = {
	languageId: "typst",
	fileName: "main.typ",
	skeleton: "= Notes\n\nTEXT\n",
	bibliography: "refs.bib",
	forms: [undefined, "textual", "author", "year", "full"],
};

const bibliographies: readonly Pick<Kind, "bibliography" | "dialect">[] = [
	{ bibliography: "refs.bib" },
	{ bibliography: "refs.bib", dialect: "biblatex" },
	{ bibliography: "refs.yml", dialect: "hayagriva" },
];

const allNames = '#set bibliography(style: "names.csl")\n';

suite("Typst", function () {
	this.timeout(300_000);

	for (const file of bibliographies) {
		const name = [file.bibliography, file.dialect].filter(Boolean).join(" as ");
		test(`Typst prints the 55 works cited from ${name}`, async function () {
			const compiler = await load(this);
			const skeleton = allNames + typst.skeleton;
			assertShelf(worksOf(html(compiler, citingAll({ ...typst, ...file, skeleton }))));
		});

		test(`Typst prints papers that are hard to write from ${name}`, async function () {
			const compiler = await load(this);
			const skeleton = allNames + typst.skeleton;
			assertShelf(worksOf(html(compiler, citingAll({ ...typst, ...file, skeleton }, hardPapers))), hardPapers);
		});

		test(`Typst sets the 55 works cited from ${name} in its own style, on pages, and prints places`, async function () {
			const compiler = await load(this);
			const folder = project(citingAll({ ...typst, ...file }).files);
			const outcome = compiler.compile({ mainFilePath: join(folder, "main.typ") });
			deepEqual(complaints(compiler, outcome.takeError(), outcome.takeWarnings()), []);
			equal(worksOf(html(compiler, citingAll({ ...typst, ...file }))).length, papers.length);
			const places = textOf(html(compiler, citingPlaces({ ...typst, ...file }))).replace(/\s+/g, " ");
			match(places, /see \[1, p\. 12\]\. A sentence \[2, chap\. 3\]\./);
			match(places, /A sentence \[3, pp\. 34.56\]\D*also \[4, p\. 78 and passim\]/);
		});
	}
});

/** The compiler is a program of its own for each system, and may be missing for this one. */
async function load(context: Mocha.Context): Promise<NodeCompiler> {
	try {
		const { NodeCompiler: compiler } = await import("@myriaddreamin/typst-ts-node-compiler");
		return compiler.create({ workspace: "/" });
	} catch (error) {
		skip(context, `The compiler of Typst does not run here: ${String(error).split("\n")[0] ?? ""}`);
		throw error;
	}
}

function html(compiler: NodeCompiler, { files }: Manuscript): string {
	const folder = project({ ...files, "names.csl": namesStyle });
	const outcome = compiler.compileHtml({ mainFilePath: join(folder, "main.typ") });
	const { result } = outcome;
	const said = complaints(compiler, outcome.takeError(), outcome.takeWarnings());
	// It says of every page in HTML that this is an experiment, which leaves out mathematics.
	const isExpected = /html export is under active development|equation was ignored during HTML export/;
	deepEqual(
		said.filter(text => !isExpected.test(text)),
		[],
	);
	return (result && compiler.tryHtml(result).result?.body()) ?? "";
}

function complaints(compiler: NodeCompiler, ...errors: readonly (NodeError | null)[]): string[] {
	return errors.flatMap(error => (error ? compiler.fetchDiagnostics(error).map(each => JSON.stringify(each)) : []));
}

function worksOf(page: string): string[] {
	const list = page.slice(page.indexOf("doc-bibliography"));
	return list
		.split(/<li\b/)
		.slice(1)
		.map(item => textOf(`<${item}`));
}
