// Records in words: why one may be a paper's, and what came of looking them up.

import * as vscode from "vscode";
import type { Reason } from "../../core/metadata/match";
import type { Completion } from "../../library/records/records";

const reasonTexts: Readonly<Record<Reason, string>> = {
	"identifier-agrees": "the identifier is the same",
	"identifier-differs": "the identifier is another one",
	"title-agrees": "the title is the same",
	"title-alike": "the title is worded differently",
	"title-differs": "the title is another one",
	"abstract-agrees": "the abstract is alike",
	"abstract-differs": "the abstract is another one",
	"author-agrees": "the first author is the same",
	"author-differs": "the authors are others",
	"year-agrees": "the year is the same",
	"year-differs": "the year is another one",
	"nothing-else-known": "nothing else is known",
	"several-works": "several works have this title",
	"kind-differs": "it is a comment, a reply or a notice",
	"number-differs": "a number in the title is another one",
	"negation-differs": "the title says the contrary",
	"version-differs": "the title is that of another version",
	refused: "you said that it is not this paper",
};

/** Why a record may be a paper's, or may not. */
export function reasonText(reason: Reason): string {
	return vscode.l10n.t(reasonTexts[reason]);
}

/** "41 completed, 3 to look at, 11 not found": what came of completing records. */
export function completionText(completion: Completion): string {
	const { completed, doubtful, notFound, unasked, unwritten, isOffline } = completion;
	const lost = unwritten.reduce((sum, { papers }) => sum + papers.length, 0);
	const counts = [
		vscode.l10n.t("{0} completed", completed.length),
		...(doubtful.length > 0 ? [vscode.l10n.t("{0} to look at", doubtful.length)] : []),
		...(notFound.length > 0 ? [vscode.l10n.t("{0} not found", notFound.length)] : []),
		...(unasked.length > 0 ? [vscode.l10n.t("{0} not asked for", unasked.length)] : []),
		...(lost > 0 ? [vscode.l10n.t("{0} not written", lost)] : []),
	];
	const more = [
		...(isOffline ? [vscode.l10n.t("No catalogue could be reached: you seem to be offline.")] : []),
		...unwritten.map(({ reason }) => vscode.l10n.t("Not written: {0}.", reason)),
		...keptTexts(completion),
	];
	return [vscode.l10n.t("Records: {0}.", counts.join(", ")), ...more].join(" ");
}

function keptTexts({ written }: Completion): readonly string[] {
	const kept = written.reduce((sum, file) => sum + file.kept, 0);
	const isUnsaved = written.some(file => file.isUnsaved);
	return [
		...(kept === 1 ? [vscode.l10n.t("1 field that you changed by hand stays.")] : []),
		...(kept > 1 ? [vscode.l10n.t("{0} fields that you changed by hand stay.", kept)] : []),
		...(isUnsaved ? [vscode.l10n.t("Save the file of records: it had unsaved changes.")] : []),
	];
}
