// Reading one file of a project, whatever its language.

import type { Source } from "../../citations/citations";
import { sourceKind, type SourceKind } from "../kinds";
import { nothingRead, type Reading } from "../reading";
import { readAsciidoc } from "./asciidoc";
import { readConfig } from "./config";
import { readLatexSource } from "./latex";
import { readMarkdown } from "./markdown";
import { readNotebook } from "./notebook";
import { readOrg } from "./org";
import { readRst } from "./rst";
import { readSphinx } from "./sphinx";
import { readTypst } from "./typst";

/**
 * What a file says about its bibliographies and parts. `macros` are those that other files of its project define.
 * Never throws; takes time linear in the text.
 */
export function readSource(
	source: Source,
	macros: ReadonlyMap<string, string> = new Map(),
	kind: SourceKind = sourceKind(source),
): Reading {
	switch (kind) {
		case "latex":
			return readLatexSource(source, macros);
		case "markdown":
			return readMarkdown(source);
		case "typst":
			return readTypst(source);
		case "rst":
			return readRst(source);
		case "asciidoc":
			return readAsciidoc(source, macros);
		case "org":
			return readOrg(source, macros);
		case "notebook":
			return readNotebook(source);
		case "config":
			return readConfig(source);
		case "sphinx":
			return readSphinx(source);
		case "plain":
			return nothingRead;
	}
}
