// Sphinx with sphinxcontrib-bibtex: manuscripts in reStructuredText and MyST, whose warnings are failures.
import { equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declareBibliography } from "../../src/core/bibliography/bibliography";
import { applied } from "../../src/core/textEdits";
import { hardPapers } from "./hardPapers";
import { citingAll, citingPlaces, project, type Kind, type Manuscript } from "./manuscripts";
import { installWhereAllowed, needs, run, skip } from "./programs";
import { assertShelf, textOf } from "./works";

const forms = [undefined, "textual", "author", "year", "full"] as const;

const rst: Kind = {
	languageId: "restructuredtext",
	fileName: "index.rst",
	skeleton: "Notes\n=====\n\nTEXT\n",
	bibliography: "refs.bib",
	forms,
};

const myst: Kind = {
	languageId: "myst",
	fileName: "index.md",
	skeleton: "# Notes\n\nTEXT\n",
	bibliography: "refs.bib",
	forms,
};

const syntaxes: readonly (readonly [name: string, kind: Kind, extension: string])[] = [
	["reStructuredText", rst, "sphinxcontrib.bibtex"],
	["MyST", myst, "myst_parser"],
];

/** Without signs whose names latexcodec, by which Sphinx reads LaTeX, does not know: `\textbraceleft` and the like. */
const readable = hardPapers.filter(({ title, authors }) =>
	[title.replace(/\$[^$]*\$/g, ""), ...authors.flatMap(name => Object.values(name))].every(
		text => !/[{}~‘’`<>]/.test(text),
	),
);

suite("Sphinx", function () {
	this.timeout(300_000);
	suiteSetup(installWhereAllowed);

	for (const [name, kind, extension] of syntaxes) {
		test(`Sphinx prints the 55 works that ${name} cites, without a warning`, function () {
			if (!needs(this, "sphinx-build")) return;
			const { output, page, versions } = build(citingAll(kind), extension);
			if (!versions) return skip(this, `Sphinx does not find sphinxcontrib.bibtex or ${extension}.`, output);
			equal(output.trim(), "");
			assertShelf(worksOf(page));
		});

		test(`Sphinx prints papers that are hard to write, cited by ${name}`, function () {
			if (!needs(this, "sphinx-build")) return;
			const { output, page, versions } = build(citingAll(kind, readable), extension);
			if (!versions) return skip(this, `Sphinx does not find sphinxcontrib.bibtex or ${extension}.`, output);
			equal(output.trim(), "");
			assertShelf(worksOf(page), readable);
		});

		test(`Sphinx prints what ${name} says about a citation`, function () {
			if (!needs(this, "sphinx-build")) return;
			const { output, page, versions } = build(citingPlaces(kind), extension);
			if (!versions) return skip(this, `Sphinx does not find sphinxcontrib.bibtex or ${extension}.`, output);
			const [major = 0, minor = 0] = versions.split(".").map(Number);
			if (major < 2 || (major === 2 && minor < 6)) {
				return skip(
					this,
					`sphinxcontrib-bibtex ${versions} is installed; what is said about a citation, {see}key{p. 12},`,
					"is read by 2.6.0 and later. Nothing of it was checked.",
				);
			}
			equal(output.trim(), "");
			const text = textOf(page).replace(/\s+/g, " ");
			match(text, /\[see Kim et al\., 2025, p\. 12\]/);
			match(text, /\[Li et al\., 2025, chap\. 3\]/);
			match(text, /\[Desai et al\., 2022, pp\. 34.56[;,] also Kenneweg et al\., 2025, p\. 78 and passim\]/);
		});
	}
});

interface Built {
	readonly output: string;
	readonly page: string;
	/** The version of sphinxcontrib-bibtex, when both extensions are there. */
	readonly versions: string | undefined;
}

function build({ files }: Manuscript, extension: string): Built {
	const extensions = [...new Set(["sphinxcontrib.bibtex", extension])];
	const settings = [
		"import importlib.metadata",
		`extensions = ${JSON.stringify(extensions)}`,
		'bibtex_reference_style = "author_year"',
		...extensions.map(name => `__import__(${JSON.stringify(name)})`),
		'open("version.txt", "w").write(importlib.metadata.version("sphinxcontrib-bibtex"))',
		"",
	].join("\n");
	const declared = declareBibliography({ text: settings, languageId: "python", fileName: "conf.py" }, "refs.bib");
	ok(declared.length > 0);
	const folder = project({ ...files, "conf.py": applied(settings, declared) });
	const { status, output } = run("sphinx-build", ["-W", "--keep-going", "-q", "-b", "xml", ".", "out"], folder);
	const versions = readIfThere(join(folder, "version.txt"));
	ok(status === 0 || versions === undefined || output.trim() !== "", output);
	return { output, page: readIfThere(join(folder, "out/index.xml")) ?? "", versions };
}

function readIfThere(path: string): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return undefined;
	}
}

function worksOf(page: string): string[] {
	return Array.from(page.matchAll(/<citation\b[^]*?<\/citation>/g), ([work]) =>
		textOf(work.replace(/<label.*?<\/label>/g, "")),
	);
}
