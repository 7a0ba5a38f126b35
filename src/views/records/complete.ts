// Completing records: progress that can be cancelled, a summary with a way back, and what is left for a person to decide.

import * as vscode from "vscode";
import { asWritten } from "../../host/asWritten";
import { papersIn } from "../../host/problems";
import { baseName } from "../../host/files";
import { guarded } from "../../host/commands";
import { UserError } from "../../host/errors";
import type { Completion, Doubtful, Records } from "../../library/records/records";
import type { WrittenFile } from "../../library/records/sidecars";
import { chooseRecord } from "./chooseRecord";
import { showOutcome } from "./outcome";
import { askScope, isLacking, scopeOf, type Scope, type ScopeNeeds } from "./scope";
import { completionText } from "./words";

export interface CompleteNeeds extends ScopeNeeds {
	readonly records: Records;
	readonly log: vscode.LogOutputChannel;
}

/** Completes the records of the papers that the arguments name, or that the person chooses. */
export async function completeRecords(
	needs: CompleteNeeds,
	argument: unknown,
	selected: unknown,
): Promise<Completion | undefined> {
	const { library, records } = needs;
	records.access.check();
	await library.whenIndexed();
	const scope = scopeOf(needs, argument, selected) ?? (await askScope(needs));
	if (!scope) return undefined;
	const wanted = scope.isExact ? scope.ids : scope.ids.filter(id => isLacking(library, id));
	if (wanted.length === 0) {
		offerAnew(needs, scope);
		return undefined;
	}
	const completion = await lookedUp(needs, scope, wanted);
	if (completion) void guarded(needs.log, () => tell(needs, completion, scope));
	return completion;
}

/** All have their records already: they may be looked at again. */
function offerAnew(needs: CompleteNeeds, scope: Scope): void {
	if (scope.ids.length === 0)
		throw new UserError(vscode.l10n.t("There are no papers whose records could be looked up."));
	const again = vscode.l10n.t("Look again");
	const text = vscode.l10n.t("The records of {0} are complete.", papersIn(scope.ids.length));
	void guarded(needs.log, async () => {
		if ((await vscode.window.showInformationMessage(text, again)) !== again) return;
		const completion = await lookedUp(needs, { ...scope, isAnew: true }, scope.ids);
		if (completion) await tell(needs, completion, scope);
	});
}

async function lookedUp(
	{ records }: CompleteNeeds,
	{ digest, isAnew }: Scope,
	ids: readonly string[],
): Promise<Completion | undefined> {
	if (!(await records.mayAsk())) return undefined;
	const title = vscode.l10n.t("Looking up records of {0}", papersIn(ids.length));
	const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
	return vscode.window.withProgress(options, (progress, token) => {
		let told = 0;
		return records.complete(ids, {
			...{ digest, isAnew, token },
			tell: ({ finished, papers }) => {
				const increment = ((finished - told) / Math.max(1, papers)) * 100;
				told = finished;
				progress.report({ increment, message: vscode.l10n.t("{0} of {1}", finished, papers) });
			},
		});
	});
}

/** Says what came of it, until the person has nothing more to ask. */
async function tell(needs: CompleteNeeds, completion: Completion, scope: Scope): Promise<void> {
	const [undo, choose, show] = [vscode.l10n.t("Undo"), vscode.l10n.t("Choose…"), vscode.l10n.t("Show")];
	const buttons = [
		...(completion.doubtful.length > 0 ? [choose] : []),
		...(completion.written.length > 0 ? [undo] : []),
		...(completion.completed.length + completion.doubtful.length + completion.notFound.length > 0 ? [show] : []),
	];
	const chosen = await vscode.window.showInformationMessage(asWritten(completionText(completion)), ...buttons);
	if (chosen === undo) await undoWriting(needs, completion);
	else if (chosen === choose) await chooseAll(needs, completion.doubtful, scope);
	else if (chosen === show) {
		const doubtful = await showOutcome(needs.library, completion);
		if (doubtful) await chooseAll(needs, [doubtful], scope);
	}
}

async function undoWriting({ records }: CompleteNeeds, { written }: Pick<Completion, "written">): Promise<void> {
	const left = await records.undo(written);
	if (left.length > 0) {
		const names = left.map(baseName).join(", ");
		throw new UserError(vscode.l10n.t("{0} changed since, and was left as it is.", names));
	}
	vscode.window.setStatusBarMessage(`$(discard) ${vscode.l10n.t("The records are as they were")}`, 8000);
}

/** Lets the person choose the records of papers, one after the other, until they give up. */
async function chooseAll(
	needs: CompleteNeeds,
	doubtful: readonly Doubtful[],
	{ digest }: Pick<Scope, "digest">,
): Promise<void> {
	const { library, records } = needs;
	const written: WrittenFile[] = [];
	let chosen = 0;
	for (const [i, { id, candidates }] of doubtful.entries()) {
		const paper = library.paper(id);
		if (!paper) continue;
		const decision = await chooseRecord(paper, candidates, { number: i + 1, count: doubtful.length });
		if (decision === "later") break;
		if (decision === "none") {
			await records.refused.add(
				id,
				candidates.map(candidate => candidate.paper.id),
			);
			continue;
		}
		const writing = await records.choose(id, decision, digest);
		const [first] = writing.unwritten;
		if (first) throw new UserError(vscode.l10n.t("Not written: {0}.", first.reason));
		written.unshift(...writing.written);
		chosen++;
	}
	if (chosen === 0) return;
	const undo = vscode.l10n.t("Undo");
	const text =
		chosen === 1 ? vscode.l10n.t("The record was chosen.") : vscode.l10n.t("{0} records were chosen.", chosen);
	if ((await vscode.window.showInformationMessage(text, undo)) === undo) await undoWriting(needs, { written });
}
