// The one table of languages: which way of citing goes with which language of the editor and which extension.

import type { Source, Syntax } from "./citation";
import { asciidoc } from "./markup/asciidoc";
import { latex } from "./latex";
import { usesMyst } from "./markdown/detect";
import { myst } from "./markdown/myst";
import { pandoc, plain } from "./markdown/pandoc";
import { org } from "./markup/org";
import { rst } from "./markup/rst";
import { typst } from "./typst/typst";

interface Language {
	readonly syntax: Syntax;
	/** Ids in the editor. */
	readonly ids: readonly string[];
	readonly extensions: readonly string[];
}

function words(list: string): readonly string[] {
	return list.trim().split(/\s+/);
}

const languages: readonly Language[] = [
	{
		syntax: latex,
		ids: words("latex tex latex-expl3 latex-class latex-package context doctex rsweave pweave jlweave"),
		extensions: words("tex ltx latex rnw snw rtex jnw pnw texw sty cls dtx"),
	},
	{
		syntax: pandoc,
		ids: words("markdown quarto rmd rmarkdown pandoc markdown-math"),
		extensions: words("md markdown mkd mdown qmd rmd rmarkdown pmd jmd"),
	},
	{ syntax: myst, ids: words("myst myst-markdown"), extensions: words("myst mystmd") },
	{ syntax: typst, ids: words("typst typst-code"), extensions: words("typ typst") },
	{ syntax: rst, ids: words("restructuredtext rst"), extensions: words("rst rest") },
	{ syntax: asciidoc, ids: words("asciidoc asciidoctor"), extensions: words("adoc asciidoc asc") },
	{ syntax: org, ids: words("org org-mode"), extensions: words("org") },
];

const byLanguage = new Map(languages.flatMap(({ syntax, ids }) => ids.map(id => [id, syntax] as const)));
const byExtension = new Map(languages.flatMap(({ syntax, extensions }) => extensions.map(each => [each, syntax])));

/** The languages, by their ids in the editor, that have a syntax of citations. */
export const citableLanguages: readonly string[] = [...byLanguage.keys()];

/** The extensions, in lower case and without the dot, of files that have one whatever their language; also notebooks. */
export const citableExtensions: readonly string[] = [...byExtension.keys(), "ipynb"];

function extensionOf(fileName: string): string {
	return /\.([A-Za-z]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

/** Languages in which a notebook is its JSON and not one of its cells. */
const ofJson = new Set(["json", "jsonc", "jupyter", "ipynb", "jupyter-notebook", "plaintext", ""]);

function isNotebookFile(languageId: string, fileName: string): boolean {
	return extensionOf(fileName) === "ipynb" && ofJson.has(languageId.toLowerCase());
}

/** Whether a document is a notebook as a file holds it, not one of its cells. */
export function isNotebook({ text, languageId, fileName = "" }: Source): boolean {
	return isNotebookFile(languageId, fileName) && /^\uFEFF?\s*\{/.test(text);
}

/** Whether the language, or else the extension of the file's name, has a syntax of citations. */
export function isCitableFile(languageId: string, fileName: string): boolean {
	return knownSyntax(languageId, fileName) !== undefined || isNotebookFile(languageId, fileName);
}

function knownSyntax(languageId: string, fileName: string): Syntax | undefined {
	return byLanguage.get(languageId.toLowerCase()) ?? byExtension.get(extensionOf(fileName));
}

/** How citations are written in a document; Markdown that already has roles of MyST is MyST. */
export function syntaxOf({ text, languageId, fileName = "" }: Source): Syntax {
	const syntax = knownSyntax(languageId, fileName) ?? plain;
	return syntax === pandoc && usesMyst(text) ? myst : syntax;
}
