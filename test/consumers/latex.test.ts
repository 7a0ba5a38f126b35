// LaTeX: manuscripts that cite with LaTeX's own commands, natbib and biblatex, through bibtex or biber to the page.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hardPapers } from "./hardPapers";
import { citingAll, citingPlaces, papers, project, type Kind, type Manuscript } from "./manuscripts";
import { installWhereAllowed, needs, needsStyles, run } from "./programs";
import { assertShelf } from "./works";

/** What stands before each work on the page, so that its end is known there. */
const mark = "WORK:";

function latex(loading: string): Kind {
	const lines = [
		"\\documentclass{article}",
		// Letters can be copied from the page; no line ends inside of a word, and no page has a number.
		"\\usepackage{cmap}",
		"\\usepackage[utf8]{inputenc}",
		"\\usepackage[T1]{fontenc}",
		"\\usepackage{amssymb,url}",
		...(loading === "" ? [] : [loading]),
		"\\pagestyle{empty}",
		"\\begin{document}",
		"\\raggedright\\hyphenpenalty=10000",
		"TEXT",
		"\\end{document}",
		"",
	];
	return { languageId: "latex", fileName: "main.tex", skeleton: lines.join("\n"), bibliography: "refs.bib" };
}

const plain = latex("");
const natbib: Kind = {
	...latex("\\usepackage{natbib}"),
	forms: [undefined, "textual", "author", "year", "noAuthor", "nocite"],
};
const listing = latex(
	`\\usepackage[backend=biber,style=authoryear,maxbibnames=999]{biblatex}\n\\renewbibmacro*{begentry}{${mark}}`,
);
const biblatex: Kind = {
	...listing,
	// The author says where the list stands.
	skeleton: listing.skeleton.replace("\\end{document}", "\\clearpage\n\\printbibliography\n\\end{document}"),
	dialect: "biblatex",
	forms: [undefined, "textual", "author", "year", "footnote", "full", "nocite"],
};

suite("LaTeX", function () {
	this.timeout(300_000);
	suiteSetup(installWhereAllowed);

	for (const [name, kind] of [
		["its own commands", plain],
		["natbib", natbib],
	] as const) {
		test(`pdflatex and bibtex print the 55 works, cited with ${name}, without a complaint`, function () {
			if (!needs(this, "pdflatex", "bibtex", "pdftotext") || !needsStyles(this, "cmap", "natbib")) return;
			const folder = typeset(citingAll(kind), withBibtex);
			equal(read(folder, "main.bbl").match(/\\bibitem/g)?.length, papers.length);
			assertShelf(worksOf(page(folder)));
		});

		test(`pdflatex and bibtex print papers that are hard to write, cited with ${name}`, function () {
			if (!needs(this, "pdflatex", "bibtex", "pdftotext") || !needsStyles(this, "cmap", "natbib")) return;
			assertShelf(worksOf(page(typeset(citingAll(kind, hardPapers), withBibtex))), hardPapers);
		});
	}

	test("natbib prints what is said about a citation", function () {
		if (!needs(this, "pdflatex", "bibtex", "pdftotext") || !needsStyles(this, "cmap", "natbib")) return;
		assertPlaces(page(typeset(citingPlaces(natbib), withBibtex)));
	});

	test("pdflatex and biber print the 55 works without a complaint", function () {
		if (!needs(this, "pdflatex", "biber", "pdftotext") || !needsStyles(this, "cmap", "biblatex", "etoolbox"))
			return;
		const { keys, ...manuscript } = citingAll(biblatex);
		const folder = typeset({ ...manuscript, keys }, withBiber);
		assertShelf(worksOf(page(folder)));
		const entries = read(folder, "main.bbl").split("\\entry{").slice(1);
		deepEqual(entries.map(entry => entry.split("}")[0]).sort(), [...keys].sort());
	});

	test("pdflatex and biber print papers that are hard to write", function () {
		if (!needs(this, "pdflatex", "biber", "pdftotext") || !needsStyles(this, "cmap", "biblatex", "etoolbox"))
			return;
		assertShelf(worksOf(page(typeset(citingAll(biblatex, hardPapers), withBiber))), hardPapers);
	});

	test("biblatex prints what is said about a citation", function () {
		if (!needs(this, "pdflatex", "biber", "pdftotext") || !needsStyles(this, "cmap", "biblatex", "etoolbox"))
			return;
		assertPlaces(page(typeset(citingPlaces(biblatex), withBiber)));
	});
});

function assertPlaces(text: string): void {
	const flat = text.replace(/\s+/g, " ");
	match(flat, /[([]see Kim et al\.,? 2025\w?, p\. 12[)\]]/);
	match(flat, /[([]Li et al\.,? 2025\w?, chap\. 3[)\]]/);
	match(flat, /[([]Desai et al\.,? 2022, pp\. 34–56; also [^;()]*Kenneweg[^;()]* 2025, p\. 78 and passim[)\]]/);
}

/** Compiles as an author does, and fails on every warning about citations. */
function typeset({ files }: Manuscript, list: (folder: string) => void): string {
	const folder = project(files);
	const latex = () => {
		const outcome = run("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "main.tex"], folder);
		equal(outcome.status, 0, outcome.output);
		return outcome.output;
	};
	latex();
	list(folder);
	const second = latex();
	const asksAgain = /undefined (?:citations|references)|rerun (?:LaTeX|to get)/i;
	const last = asksAgain.test(second) ? latex() : second;
	ok(!asksAgain.test(last) && !/Citation .* undefined/i.test(last), last);
	return folder;
}

function withBibtex(folder: string): void {
	const { status, output } = run("bibtex", ["main"], folder);
	ok(status === 0 && !/warning|error/i.test(output), output);
	const list = read(folder, "main.bbl");
	// The key ends the line, behind a label that may hold brackets and begin on a line before.
	writeFileSync(join(folder, "main.bbl"), list.replace(/^((?:.*\]|\\bibitem)\{[\w:-]+\})$/gm, `$1\n${mark} `));
}

function withBiber(folder: string): void {
	const { status, output } = run("biber", ["main"], folder);
	ok(status === 0 && !/WARN|ERROR/.test(output), output);
}

function page(folder: string): string {
	const { status, printed, output } = run(
		"pdftotext",
		["-enc", "UTF-8", "-nopgbrk", "-raw", "main.pdf", "-"],
		folder,
	);
	equal(status, 0, output);
	return printed;
}

/** A citation in full is not in the list. */
function worksOf(text: string): string[] {
	return text.slice(text.lastIndexOf("References\n")).split(mark).slice(1);
}

function read(folder: string, name: string): string {
	return readFileSync(join(folder, name), "utf8");
}
