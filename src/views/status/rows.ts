// The rows of the status: a digest with its counts and buttons, and below it what was lost.

import * as vscode from "vscode";
import { formatLabel } from "../../core/formatLabels";
import type { Problem } from "../../core/paper";
import { asWritten } from "../../host/asWritten";
import { shownPath } from "../../host/files";
import { moreNotes, notesIn, papersIn, problemRow } from "../../host/problems";
import type { Digest } from "../../library/library";

export interface StatusRow extends vscode.QuickPickItem {
	/** The digest of a row that has buttons. */
	readonly digest?: Digest;
	readonly open?: { readonly uri: vscode.Uri; readonly line: number };
	/** What choosing the row does, when it is about no file. */
	readonly run?: () => unknown;
}

export interface StatusButton extends vscode.QuickInputButton {
	readonly action: "open" | "reveal" | "complete" | "reload" | "remove" | "hide";
}

/** A button of a row that is about no digest. */
export interface RunButton extends vscode.QuickInputButton {
	readonly run: () => unknown;
}

/** Problems of one digest that are listed; the Problems panel has them all. */
const mostProblems = 100;

/** The digests, then other rows (feeds, the open document's bibliographies, catalogues), then what is to be said of each digest. */
export function statusRows(
	digests: readonly Digest[],
	others: readonly StatusRow[],
	sampleFolder: vscode.Uri,
): readonly StatusRow[] {
	const places = new Map<string, number>();
	for (const { papers } of digests) {
		for (const id of new Set(papers.map(paper => paper.id))) places.set(id, (places.get(id) ?? 0) + 1);
	}
	const isSample = ({ uri }: Digest) => uri.toString().startsWith(`${sampleFolder.toString()}/`);
	return [
		...digests.map(digest => {
			const elsewhere = digest.papers.filter(({ id }) => (places.get(id) ?? 0) > 1).length;
			return digestRow(digest, elsewhere, isSample(digest));
		}),
		...others,
		...digests.flatMap(problemRows),
	];
}

function problemRows({ uri, name, problems }: Digest): readonly StatusRow[] {
	if (problems.length === 0) return [];
	const listed = problems.slice(0, mostProblems).map(problem => noteRow(uri, problem));
	const unlisted = problems.length - listed.length;
	return [
		{ label: vscode.l10n.t("Notes on {0}", name), kind: vscode.QuickPickItemKind.Separator },
		...listed,
		...(unlisted > 0 ? [moreRow(uri, unlisted)] : []),
	];
}

function digestRow(digest: Digest, elsewhere: number, isSample: boolean): StatusRow {
	const { uri, name, format, papers, problems, readingMs } = digest;
	const skipped = problems.filter(({ severity }) => severity !== "information").length;
	const counts = [
		papersIn(papers.length),
		...(elsewhere > 0 ? [vscode.l10n.t("{0} also elsewhere", elsewhere)] : []),
		vscode.l10n.t(formatLabel(format)),
		...(skipped > 0 ? [vscode.l10n.t("{0} skipped or damaged", skipped)] : []),
		...(problems.length > skipped ? [notesIn(problems.length - skipped)] : []),
		vscode.l10n.t("{0} ms", readingMs),
	];
	return {
		label: asWritten(name),
		iconPath: new vscode.ThemeIcon("file-text"),
		description: isSample ? vscode.l10n.t("the sample shelf") : asWritten(placeOf(uri)),
		detail: counts.join(" · "),
		digest,
		open: { uri, line: 1 },
		buttons: buttons(digest, isSample),
	};
}

/** The folder of a digest, as a person knows it. */
function placeOf(uri: vscode.Uri): string {
	if (!vscode.workspace.getWorkspaceFolder(uri)) return vscode.l10n.t("only for me");
	const path = shownPath(uri);
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function buttons({ uri }: Digest, isSample: boolean): readonly StatusButton[] {
	const button = (action: StatusButton["action"], icon: string, tooltip: string): StatusButton => ({
		action,
		iconPath: new vscode.ThemeIcon(icon),
		tooltip,
	});
	const inWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
	return [
		button("open", "go-to-file", vscode.l10n.t("Open the file")),
		...(inWorkspace ? [button("reveal", "list-tree", vscode.l10n.t("Show in the explorer"))] : []),
		...(isSample ? [] : [button("complete", "cloud-download", vscode.l10n.t("Complete records"))]),
		button("reload", "refresh", vscode.l10n.t("Read again")),
		isSample
			? button("hide", "eye-closed", vscode.l10n.t("Hide the sample shelf"))
			: button("remove", "trash", vscode.l10n.t("Remove digest")),
	];
}

function noteRow(digest: vscode.Uri, problem: Problem): StatusRow {
	const { file, line } = problem;
	const uri = vscode.Uri.joinPath(digest, "..", file);
	return { ...problemRow(problem), description: asWritten(file), open: { uri, line } };
}

function moreRow(uri: vscode.Uri, count: number): StatusRow {
	return {
		label: moreNotes(count),
		detail: vscode.l10n.t("All are in the Problems panel while the file is open"),
		open: { uri, line: 1 },
	};
}
