// The report on a bibliography as a list to tick: what is missing, idle, twice and outdated, each under its heading.

import * as vscode from "vscode";
import type { AbsentKey, BibliographyReport, EntryPlace, Twins } from "../../core/bibliography/report";
import { asWritten } from "../../host/asWritten";
import type { TickRow } from "./tick";

/** What ticking a row does. */
export type TidyAction =
	| { readonly kind: "add"; readonly id: string; readonly key: string }
	| { readonly kind: "remove"; readonly entry: EntryPlace }
	| { readonly kind: "update"; readonly entry: EntryPlace };

export interface TidyRow extends TickRow {
	readonly action?: TidyAction;
}

/** Opens entries beside the list. */
export type OpenEntries = (entries: readonly EntryPlace[]) => unknown;

/**
 * The rows, with those that are ticked at first: nothing that takes an entry away. `unknown` says why it cannot be told
 * which entries are unused, when that is so.
 */
export function tidyRows(
	{ absent, unused, twins, published }: BibliographyReport,
	unknown: string | undefined,
	open: OpenEntries,
): { readonly rows: readonly TidyRow[]; readonly ticked: readonly TidyRow[] } {
	const added = absent.map(one => ({ rows: absentRows(one), isSure: one.isSure }));
	const updated = published.map((entry): TidyRow => {
		const description = vscode.l10n.t("{0}, now in {1}", entry.authorYear, entry.venue);
		return { ...entryRow(entry, description, [entry], open), action: { kind: "update", entry } };
	});
	const idle = unused.map((entry): TidyRow => {
		return { ...entryRow(entry, entry.authorYear, [entry], open), action: { kind: "remove", entry } };
	});
	const pairs = twins.map(pair => twinRow(pair, unknown === undefined, open));
	const sections: readonly (readonly [string, readonly TidyRow[]])[] = [
		[vscode.l10n.t("Cited but missing: tick to add the entry"), added.flatMap(({ rows }) => rows)],
		[vscode.l10n.t("From preprint to published: tick to update"), updated],
		[vscode.l10n.t("The same work twice: tick to remove this one"), pairs],
		[vscode.l10n.t("In the bibliography, cited nowhere: tick to remove"), idle],
		[vscode.l10n.t("Not known"), unknown === undefined ? [] : [{ label: unknown, isNote: true }]],
	];
	return {
		rows: sections.flatMap(([label, rows]) =>
			rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows],
		),
		ticked: [...added.flatMap(({ rows, isSure }) => (isSure ? rows : [])), ...updated],
	};
}

function absentRows({ key, meant, offers }: AbsentKey): readonly TidyRow[] {
	const label = asWritten(key);
	if (meant !== undefined) {
		return [{ label, description: vscode.l10n.t("is there as {0}", asWritten(meant)), isNote: true }];
	}
	if (offers.length === 0) return [{ label, description: vscode.l10n.t("not on the shelf"), isNote: true }];
	return offers.map(({ id, title, authorYear }) => ({
		label,
		description: asWritten(authorYear),
		detail: asWritten(title),
		action: { kind: "add", id, key },
	}));
}

function twinRow({ kept, other, isIdle }: Twins, isUseKnown: boolean, open: OpenEntries): TidyRow {
	const description = isIdle
		? vscode.l10n.t("the same work as {0}, which stays", kept.key)
		: isUseKnown
			? vscode.l10n.t("the same work as {0}; both are in use", kept.key)
			: vscode.l10n.t("the same work as {0}", kept.key);
	const row = entryRow(other, description, [kept, other], open);
	return isIdle ? { ...row, action: { kind: "remove", entry: other } } : { ...row, isNote: true };
}

function entryRow(entry: EntryPlace, description: string, opened: readonly EntryPlace[], open: OpenEntries): TidyRow {
	return {
		label: asWritten(entry.key),
		description: asWritten(description),
		detail: asWritten(entry.title),
		buttons: [
			{
				iconPath: new vscode.ThemeIcon("go-to-file"),
				tooltip: opened.length > 1 ? vscode.l10n.t("Open both entries") : vscode.l10n.t("Open the entry"),
			},
		],
		open: () => open(opened),
	};
}
