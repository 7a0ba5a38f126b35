// Which kind of file a source is, as far as its bibliographies are concerned: by its name where that tells (`conf.py`),
// else by its language in the editor, else by its extension.

import { syntaxName, type Source, type SyntaxName } from "../citations/citations";
import { isNotebook } from "../citations/languages";
import { baseName, extensionOf } from "./paths";

export type SourceKind =
	"latex" | "markdown" | "typst" | "rst" | "asciidoc" | "org" | "notebook" | "config" | "sphinx" | "plain";

/** All kinds of Markdown declare as one. */
const bySyntax: Readonly<Record<SyntaxName, SourceKind>> = {
	latex: "latex",
	pandoc: "markdown",
	myst: "markdown",
	typst: "typst",
	rst: "rst",
	asciidoc: "asciidoc",
	org: "org",
	plain: "plain",
};

export function sourceKind(source: Source): SourceKind {
	const { languageId, fileName = "" } = source;
	if (baseName(fileName) === "conf.py") return "sphinx";
	// A cell of an open notebook has the notebook's name and its own text.
	if (isNotebook(source) || languageId === "jupyter") return "notebook";
	if (languageId === "yaml" || /^ya?ml$/.test(extensionOf(fileName))) return "config";
	return bySyntax[syntaxName(source)];
}
