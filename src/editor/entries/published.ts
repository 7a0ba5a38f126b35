// Looking for the published versions of preprints that a bibliography has: asked for by the person, shown first, and
// changed with the key kept.

import * as vscode from "vscode";
import { isPreprint } from "../../core/bibliography/edit/aspects";
import type { EntryPlace } from "../../core/bibliography/report";
import type { Paper } from "../../core/paper";
import { authorYear, shownVenue } from "../../core/render";
import { noticeWord } from "../../core/render/recordWords";
import { asWritten } from "../../host/asWritten";
import { UserError } from "../../host/errors";
import { baseName } from "../../host/files";
import { labels } from "../../host/labels";
import type { Preprint } from "../../library/questions";
import type { LookupResult } from "../../library/records/records";
import { openBibliography, type OpenBibliography } from "../openBibliography";
import { entryStyle } from "../style";
import { afterChange, applyEntryChanges, type EntryChange } from "./applyEntries";
import type { EntriesNeeds } from "./entries";
import type { ChangePreview } from "./preview";
import { tick, type TickRow } from "./tick";
import { openEntries, subjectOf, type Subject } from "./tidy";
import { say } from "./updateEntry";

/** An entry and the record of what it has become. */
interface Appeared {
	readonly entry: EntryPlace;
	readonly paper: Paper;
}

interface AppearedRow extends TickRow {
	readonly appeared?: Appeared;
}

export async function findPublished(
	needs: EntriesNeeds,
	preview: ChangePreview,
	guard: (run: () => unknown) => unknown,
): Promise<void> {
	needs.records.access.check();
	const subject = await subjectOf(needs);
	if (!subject) return;
	const name = asWritten(baseName(subject.file.uri));
	const preprints = await preprintsOf(needs, subject);
	if (preprints.length === 0) return say(vscode.l10n.t("No preprint is cited from {0}", name));
	if (!(await needs.records.mayAsk())) return;
	const found = await lookedUp(needs, preprints);
	if (!found) return;
	const { rows, ticked } = rowsOf(preprints, found.results);
	if (rows.length === 0) {
		if (found.isOffline)
			throw new UserError(vscode.l10n.t("No catalogue could be reached: you seem to be offline."));
		// Cancelled, it is not known of any.
		if (found.isCut) return;
		return say(
			vscode.l10n.t("None of the {0} preprints cited from {1} is known to have appeared", preprints.length, name),
		);
	}
	const files = new Map<string, OpenBibliography>();
	const changesOf = (chosen: readonly AppearedRow[]) => changed(needs, subject, files, chosen);
	const chosen = await tick(preview, {
		title: vscode.l10n.t("Preprints of {0} that have appeared", name),
		placeholder: vscode.l10n.t("Tick the entries that become those of the published versions; the keys stay"),
		rows,
		ticked,
		after: async now => (await changesOf(now)).map(afterChange),
		guard,
	});
	if (!chosen || chosen.length === 0) return;
	const changes = await changesOf(chosen);
	await applyEntryChanges(changes);
	say(vscode.l10n.t("{0} entries of {1} are those of the published versions", chosen.length, name));
}

/** The preprints that are cited; of a bibliography that is open by itself and cited nowhere, all. */
async function preprintsOf({ library }: EntriesNeeds, { file, cited }: Subject): Promise<readonly Preprint[]> {
	const uris = [...(file.exists ? [file.uri] : []), ...file.others];
	const bibliographies = await library.texts.bibliographies(uris);
	return library.ask.preprints({ bibliographies, cited: cited && !cited.all ? cited.keys : undefined });
}

function lookedUp({ records }: EntriesNeeds, preprints: readonly Preprint[]) {
	const title = vscode.l10n.t("Looking for published versions of {0} preprints", preprints.length);
	const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
	// The same work may have two entries.
	const papers = [...new Map(preprints.map(({ paper }) => [paper.id, paper])).values()];
	return vscode.window.withProgress(options, (progress, token) =>
		records.lookUp(papers, {
			token,
			tell: ({ finished, papers: all }) => {
				progress.report({ message: vscode.l10n.t("{0} of {1}", finished, all) });
			},
		}),
	);
}

/** What has appeared, ticked; then what was retracted, which only tells something. */
function rowsOf(
	preprints: readonly Preprint[],
	results: readonly LookupResult[],
): { readonly rows: readonly AppearedRow[]; readonly ticked: readonly AppearedRow[] } {
	const records = new Map(
		results.flatMap(result => (result.kind === "taken" ? [[result.id, result.found.paper]] : [])),
	);
	const found = preprints.flatMap(entry => {
		const paper = records.get(entry.paper.id);
		return paper ? [{ entry, paper }] : [];
	});
	const appeared = found.filter(({ paper }) => !isPreprint(paper));
	const ticked = appeared.map((each): AppearedRow => {
		const { doi = "", issued } = each.paper;
		const facts = [noticeWord(each.paper, labels()), shownVenue(each.paper) || doi, `${issued?.year ?? ""}`];
		const now = facts.filter(fact => fact !== "").join(", ");
		return {
			...entryRow(each.entry, vscode.l10n.t("{0}, now in {1}", each.entry.authorYear, now)),
			appeared: each,
		};
	});
	const noticed = found.filter(each => isPreprint(each.paper) && (each.paper.notices ?? []).length > 0);
	const notes = noticed.map(({ entry, paper }): AppearedRow => ({
		...entryRow(entry, [authorYear(paper), noticeWord(paper, labels())].join(" · ")),
		isNote: true,
	}));
	return { rows: [...ticked, ...notes], ticked };
}

function entryRow(entry: EntryPlace, description: string): TickRow {
	return {
		label: asWritten(entry.key),
		description: asWritten(description),
		detail: asWritten(entry.title),
		buttons: [{ iconPath: new vscode.ThemeIcon("go-to-file"), tooltip: vscode.l10n.t("Open the entry") }],
		open: () => openEntries([entry]),
	};
}

/** The changes of each bibliography. */
async function changed(
	{ library }: EntriesNeeds,
	{ document, file }: Subject,
	open: Map<string, OpenBibliography>,
	rows: readonly AppearedRow[],
): Promise<readonly EntryChange[]> {
	const changes: EntryChange[] = [];
	for (const uri of [file.uri, ...file.others]) {
		const own = rows.flatMap(({ appeared }) => (appeared?.entry.uri === uri.toString() ? [appeared] : []));
		if (own.length === 0) continue;
		const known = open.get(uri.toString());
		const bibliography = known ?? (await openBibliography({ uri, exists: true, declaration: [], others: [] }));
		open.set(uri.toString(), bibliography);
		const { letters, source } = bibliography;
		const edits = await library.ask.tidied(source, {
			...{ remove: [], update: [], add: [], letters, dialect: file.dialect },
			records: own.map(({ entry, paper }) => ({ key: entry.key, paper })),
			omit: entryStyle(document.uri).omit,
		});
		if (edits.length > 0) changes.push({ uri, bibliography, edits });
	}
	return changes;
}
