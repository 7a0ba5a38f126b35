// What other extensions check already: there a rule that is left to itself says nothing.

import type * as vscode from "vscode";
import type { RuleCode } from "../../../core/checks/rules";
import { isServedElsewhere, type Feature } from "../../../core/neighbours";
import { isInstalled } from "../../../host/extensions";

const rulesOf: readonly (readonly [feature: Feature, rules: readonly RuleCode[]])[] = [
	["undefinedKeys", ["undefined-key"]],
	["brokenEntries", ["duplicate-key", "syntax"]],
];

/** The rules that another extension checks in a document. */
export function checkedElsewhere({ languageId }: vscode.TextDocument): ReadonlySet<RuleCode> {
	const served = rulesOf.filter(([feature]) => isServedElsewhere(feature, languageId, isInstalled));
	return new Set(served.flatMap(([, rules]) => rules));
}
