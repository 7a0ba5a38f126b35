// Which kind of file a source is, as far as its bibliographies are concerned: by its name where that tells (`conf.py`,
// `_quarto.yml`), else by its language in the editor, else by its extension.

import { syntaxName, type Source } from "../citations/citations";
import { baseName, extensionOf } from "./paths";

export type SourceKind =
	"latex" | "markdown" | "typst" | "rst" | "asciidoc" | "org" | "notebook" | "config" | "sphinx" | "plain";

const byLanguage: Readonly<Record<string, SourceKind>> = {
	latex: "latex",
	tex: "latex",
	markdown: "markdown",
	quarto: "markdown",
	rmd: "markdown",
	pandoc: "markdown",
	myst: "markdown",
	typst: "typst",
	restructuredtext: "rst",
	rst: "rst",
	asciidoc: "asciidoc",
	adoc: "asciidoc",
	org: "org",
	"org-mode": "org",
	jupyter: "notebook",
	yaml: "config",
};

const byExtension: Readonly<Record<string, SourceKind>> = {
	tex: "latex",
	ltx: "latex",
	latex: "latex",
	rnw: "latex",
	sty: "latex",
	cls: "latex",
	md: "markdown",
	markdown: "markdown",
	qmd: "markdown",
	rmd: "markdown",
	rmarkdown: "markdown",
	pmd: "markdown",
	typ: "typst",
	rst: "rst",
	rest: "rst",
	adoc: "asciidoc",
	asciidoc: "asciidoc",
	asc: "asciidoc",
	org: "org",
	ipynb: "notebook",
	yml: "config",
	yaml: "config",
};

export function sourceKind(source: Source): SourceKind {
	const name = baseName(source.fileName ?? "");
	const extension = extensionOf(name);
	if (name === "conf.py") return "sphinx";
	// A cell of an open notebook has the notebook's name and its own text.
	if (extension === "ipynb" && /^\s*\{\s*"/.test(source.text)) return "notebook";
	const known = byLanguage[source.languageId.toLowerCase()];
	if (known) return known;
	const syntax = syntaxName(source);
	if (syntax === "latex") return "latex";
	if (syntax === "pandoc") return "markdown";
	return byExtension[extension] ?? "plain";
}
