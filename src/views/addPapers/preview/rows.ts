// The rows of the preview: where to keep, then for each digest what was seen, its first papers, and what was lost.

import * as vscode from "vscode";
import { formatLabel } from "../../../core/formatLabels";
import type { Problem } from "../../../core/paper";
import { beginning } from "../../../core/render";
import { asWritten } from "../../../host/asWritten";
import { moreNotes, notesIn, papersIn, problemRow, problemText } from "../../../host/problems";
import { shownPath } from "../../../host/files";
import { isKeepable, type Looked, type Unread } from "./looked";
import type { Place } from "./places";

export interface Row extends vscode.QuickPickItem {
	/** Choosing the row keeps the digests here. */
	readonly keepAt?: Place;
	/** Choosing the row shows the lines of a digest. */
	readonly show?: { readonly looked: Looked; readonly at: Problem | string };
}

/** Papers and notes that are listed of a single digest; of several each gets a part. */
const mostPapers = 8;

/** Letters of a title in a row: so many that author and year have room beside it. */
const labelLength = 64;

const mostNotes = 40;

export function keepRows(found: readonly (Looked | Unread)[], places: readonly Place[], names: Names): readonly Row[] {
	const count = found.filter(isKeepable).length;
	if (count === 0) return [];
	return places.map(place => {
		const { workspaceFolder, folder } = place;
		const inWorkspace = workspaceFolder !== undefined;
		const several = vscode.l10n.t("{0} files", count);
		return {
			label: inWorkspace
				? vscode.l10n.t("Keep in {0}", asWritten(workspaceFolder))
				: vscode.l10n.t("Keep only for me"),
			iconPath: new vscode.ThemeIcon(inWorkspace ? "root-folder" : "person"),
			description: inWorkspace
				? vscode.l10n.t("shared with the workspace")
				: vscode.l10n.t("private, there in every workspace"),
			detail:
				count === 1 ? (names.get(place.id) ?? "") : inWorkspace ? `${shownPath(folder)} · ${several}` : several,
			keepAt: place,
		};
	});
}

/** The file that a single digest would be kept as, by the place's id. */
export type Names = ReadonlyMap<string, string>;

export function digestRows(found: readonly (Looked | Unread)[]): readonly Row[] {
	const share = Math.max(3, Math.floor(mostPapers / Math.max(1, found.length)));
	return found.flatMap(looked => ("inspection" in looked ? lookedRows(looked, share) : [unreadRow(looked)]));
}

function unreadRow({ draft, reason }: Unread): Row {
	return { label: asWritten(draft.label), iconPath: new vscode.ThemeIcon("error"), detail: asWritten(reason) };
}

function lookedRows(looked: Looked, share: number): readonly Row[] {
	const { draft, inspection } = looked;
	const { problems } = inspection;
	if (inspection.count === 0) return emptyRows(looked);
	// What is new comes first, and so does what was lost before what was merely remarked.
	const papers = inspection.sample.toSorted((a, b) => Number(a.isKnown) - Number(b.isKnown)).slice(0, share);
	const notes = problems.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostNotes);
	return [
		{ label: draft.label, kind: vscode.QuickPickItemKind.Separator },
		{
			label: vscode.l10n.t(formatLabel(inspection.format)),
			iconPath: new vscode.ThemeIcon("file-text"),
			description: summary(looked),
			show: { looked, at: "" },
		},
		...papers.map(({ title, authorYear, isKnown }) => ({
			label: asWritten(beginning(title, labelLength)),
			iconPath: new vscode.ThemeIcon(isKnown ? "pass" : "circle-small"),
			description: asWritten(
				[authorYear, isKnown ? vscode.l10n.t("on the shelf") : ""].filter(Boolean).join(" · "),
			),
			show: { looked, at: title },
		})),
		...more(inspection.count - papers.length, looked),
		...(problems.length > 0
			? [{ label: vscode.l10n.t("Notes on {0}", draft.label), kind: vscode.QuickPickItemKind.Separator }]
			: []),
		...notes.map(problem => noteRow(looked, problem)),
		...(problems.length > notes.length
			? [{ label: moreNotes(problems.length - notes.length), show: { looked, at: "" } }]
			: []),
	];
}

/** A digest without any paper: what it is instead. */
function emptyRows(looked: Looked): readonly Row[] {
	const { draft, inspection } = looked;
	const [first, ...rest] = inspection.problems;
	const reason = first ? problemText(first) : vscode.l10n.t("No paper was found.");
	return [
		{
			label: vscode.l10n.t("No paper was found in {0}", asWritten(draft.label)),
			iconPath: new vscode.ThemeIcon("error"),
			detail: asWritten(reason),
			show: { looked, at: first ?? "" },
		},
		...rest.slice(0, mostNotes).map(problem => noteRow(looked, problem)),
	];
}

function rank({ severity }: Problem): number {
	return severity === "information" ? 1 : 0;
}

function noteRow(looked: Looked, problem: Problem): Row {
	return { ...problemRow(problem), show: { looked, at: problem } };
}

function more(count: number, looked: Looked): readonly Row[] {
	if (count <= 0) return [];
	const label = count === 1 ? vscode.l10n.t("… and 1 more paper") : vscode.l10n.t("… and {0} more papers", count);
	return [{ label, iconPath: new vscode.ThemeIcon("blank"), show: { looked, at: "" } }];
}

/** How many papers a digest holds, and what is to know about them. */
function summary({ inspection, isOnShelf }: Looked): string {
	const { count, known, problems } = inspection;
	const parts = [papersIn(count)];
	if (isOnShelf) parts.push(vscode.l10n.t("this file is a digest of the shelf"));
	else if (known > 0) parts.push(knownText(known, count));
	if (problems.length > 0) parts.push(notesIn(problems.length));
	return parts.join(" · ");
}

function knownText(known: number, count: number): string {
	return known === count
		? vscode.l10n.t("all on the shelf already")
		: vscode.l10n.t("{0} on the shelf already", known);
}

/** What the title of the preview says. */
export function previewTitle(found: readonly (Looked | Unread)[]): string {
	const keepable = found.filter(isKeepable);
	const count = keepable.reduce((sum, { inspection }) => sum + inspection.count, 0);
	const known = keepable.reduce((sum, { inspection }) => sum + inspection.known, 0);
	if (count === 0) return vscode.l10n.t("No papers to add");
	const title = vscode.l10n.t("Add {0}", papersIn(count));
	return known === 0 ? title : `${title} (${knownText(known, count)})`;
}
