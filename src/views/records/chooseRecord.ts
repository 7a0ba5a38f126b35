// Choosing the record of a paper where it is not sure which one it is: the paper and the candidates side by side, with the
// reasons.

import * as vscode from "vscode";
import type { Paper } from "../../core/paper";
import { authorList, authorYear, beginning, plainAbstract, plainTitle, shownVenue } from "../../core/render";
import { identifiers, onlineAddress } from "../../core/render/addresses";
import { listed } from "../../core/metadata/directory";
import { asWritten } from "../../host/asWritten";
import { labels } from "../../host/labels";
import type { DoubtfulCandidate } from "../../library/records/records";
import { takeRow } from "./takeRow";
import { reasonText } from "./words";

/** What a person decided: a record, that it is none of them, or nothing yet. */
export type Decision = DoubtfulCandidate | "none" | "later";

interface CandidateRow extends vscode.QuickPickItem {
	readonly decision?: Decision;
	readonly paper?: Paper;
}

/** Lets the person choose; `later` when they gave up. */
export async function chooseRecord(
	paper: Paper,
	candidates: readonly DoubtfulCandidate[],
	place: { readonly number: number; readonly count: number },
): Promise<Decision> {
	const pick = vscode.window.createQuickPick<CandidateRow>();
	pick.title =
		place.count > 1
			? vscode.l10n.t("Which record is this paper’s? ({0} of {1})", place.number, place.count)
			: vscode.l10n.t("Which record is this paper’s?");
	pick.placeholder = asWritten(plainTitle(paper));
	pick.ignoreFocusOut = true;
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.items = rowsOf(paper, candidates);
	// Nothing is taken by a mere Enter: the first row is the paper itself.
	pick.activeItems = pick.items.slice(1, 2);
	const listener = pick.onDidTriggerItemButton(({ item }) => {
		const address = item.paper && onlineAddress(item.paper);
		if (address) void vscode.env.openExternal(vscode.Uri.parse(address.url, true));
	});
	const taken = await takeRow(pick, ({ decision }) => decision !== undefined);
	listener.dispose();
	return taken?.decision ?? "later";
}

function rowsOf(paper: Paper, candidates: readonly DoubtfulCandidate[]): readonly CandidateRow[] {
	return [
		separator(vscode.l10n.t("On the shelf")),
		{ ...paperRow(paper), detail: asWritten(beginning(plainAbstract(paper), abstractLength)) },
		separator(vscode.l10n.t("In the catalogues")),
		...candidates.map(candidateRow),
		separator(""),
		{
			label: `$(close) ${vscode.l10n.t("None of these")}`,
			detail: vscode.l10n.t("They are not offered for this paper again"),
			decision: "none",
			alwaysShow: true,
		},
		{ label: `$(clock) ${vscode.l10n.t("Decide later")}`, decision: "later", alwaysShow: true },
	];
}

const abstractLength = 160;

function candidateRow(candidate: DoubtfulCandidate): CandidateRow {
	const { paper, sources, reasons } = candidate;
	const places = [...sources.map(name => listed(name).label), ...identifiers(paper).map(({ label }) => label)];
	const why = reasons.map(reasonText).join("; ");
	return {
		...paperRow(paper),
		detail: asWritten(
			`${why} — ${[authorList(paper, labels()), ...places].filter(part => part !== "").join(" · ")}`,
		),
		decision: candidate,
		buttons: onlineAddress(paper) ? [openButton()] : [],
	};
}

function paperRow(paper: Paper): CandidateRow {
	const who = authorYear(paper, labels()) || vscode.l10n.t("authors and year not known");
	const facts = [who, shownVenue(paper)].filter(fact => fact !== "");
	return { label: asWritten(plainTitle(paper)), description: asWritten(facts.join(" · ")), paper, alwaysShow: true };
}

function openButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon("link-external"), tooltip: vscode.l10n.t("Open online") };
}

function separator(label: string): CandidateRow {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}
