// What other extensions check already: there a rule that is left to itself says nothing. Sources: texlab, "Diagnostics"
// (undefined and duplicate citations, the syntax of bibliographies); Tinymist shows the errors of Typst's compiler.

import * as vscode from "vscode";
import { syntaxName } from "../../../core/citations/citations";
import type { RuleCode } from "../../../core/checks/rules";
import { isBibliography } from "../../../library/projects";

interface Checker {
	readonly extension: string;
	readonly isFor: (document: vscode.TextDocument) => boolean;
	readonly rules: readonly RuleCode[];
}

const isIn = (syntax: string) => (document: vscode.TextDocument) => {
	const { languageId, uri } = document;
	return !isBibliography(document) && syntaxName({ text: "", languageId, fileName: uri.path }) === syntax;
};

const checkers: readonly Checker[] = [
	{ extension: "efoerster.texlab", isFor: isIn("latex"), rules: ["undefined-key"] },
	{ extension: "efoerster.texlab", isFor: isBibliography, rules: ["duplicate-key", "syntax"] },
	{ extension: "myriad-dreamin.tinymist", isFor: isIn("typst"), rules: ["undefined-key"] },
];

/** The rules that another extension checks in a document. */
export function checkedElsewhere(document: vscode.TextDocument): ReadonlySet<RuleCode> {
	const found = checkers.filter(
		({ extension, isFor }) => vscode.extensions.getExtension(extension) !== undefined && isFor(document),
	);
	return new Set(found.flatMap(each => each.rules));
}
