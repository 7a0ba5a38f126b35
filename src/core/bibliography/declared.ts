// The door to what one document declares: its bibliographies, its root, and how it gets a bibliography. Which files
// make up its project is in `core/project/project.ts`.

import { syntaxName, type Source } from "../citations/citations";
import type { TextEdit } from "../paper";
import { declareInLatex } from "../project/declare/latex";
import { declareInMarkdown, declareInNotebook, declareInYaml } from "../project/declare/markdown";
import {
	declareInAsciidoc,
	declareInOrg,
	declareInRst,
	declareInSphinx,
	declareInTypst,
} from "../project/declare/others";
import { sourceKind } from "../project/kinds";
import { baseName } from "../project/paths";
import type { Declaration } from "../project/reading";
import { readSource } from "../project/read/read";

export type { Declaration } from "../project/reading";

/** The bibliographies that a document, or a file of its project such as `_quarto.yml`, names, in its order. */
export function declaredBibliographies(source: Source): Declaration[] {
	return [...readSource(source).bibliographies];
}

/**
 * The root document of a part of a LaTeX document, as written: from `% !TEX root = main.tex` in the first 20 lines, or
 * from `\documentclass[main]{subfiles}`, with `.tex` where the extension was left out there.
 */
export function texRoot(source: Source): string | undefined {
	return readSource(source).root;
}

/**
 * The edits by which a document declares a bibliography, as its language wants it, with the place of the list of
 * references where it has none. No edit for a fragment of LaTeX, for other languages, and for a document that has a
 * bibliography or may have one in a file that its body takes in.
 */
export function declareBibliography(source: Source, path: string): TextEdit[] {
	const { text } = source;
	if (declaredBibliographies(source).length > 0) return [];
	switch (sourceKind(source)) {
		case "latex":
			return declareInLatex(text, path);
		case "markdown":
			return declareInMarkdown(text, path, syntaxName(source) === "myst");
		case "typst":
			return declareInTypst(text, path);
		case "rst":
			return declareInRst(text, path);
		case "asciidoc":
			return declareInAsciidoc(text, path);
		case "org":
			return declareInOrg(text, path);
		case "notebook":
			return declareInNotebook(text, path);
		case "sphinx":
			return declareInSphinx(text, path);
		case "config":
			return declareInConfig(source, path);
		case "plain":
			return [];
	}
}

/** Only files of a project that are known by their names; MyST reads every `.bib` of its project by itself. */
function declareInConfig({ text, fileName = "" }: Source, path: string): TextEdit[] {
	const name = baseName(fileName).replace(/\.yaml$/, ".yml");
	if (name === "_config.yml") return declareInYaml(text, path, "bibtex_bibfiles", true);
	const isQuarto = /^_(?:quarto|metadata|bookdown)(?:-[^.]*)?\.yml$/.test(name);
	return isQuarto ? declareInYaml(text, path, "bibliography") : [];
}
