// Tidying a bibliography: entries that are missing, outdated, twice or cited nowhere, of which the person ticks what is to
// change. All of it is one edit.

import * as vscode from "vscode";
import { isCitableFile } from "../../core/citations/citations";
import type { BibliographyReport, EntryPlace } from "../../core/bibliography/report";
import type { KnownCitations } from "../../core/citations/cited";
import { asWritten } from "../../host/asWritten";
import { UserError } from "../../host/errors";
import { baseName } from "../../host/files";
import { mayBeBibliography } from "../../library/projects";
import { bibliographyOf, type BibliographyFile } from "../bibliographyFile";
import { openBibliography, refuseBroken, type OpenBibliography } from "../openBibliography";
import { entryStyle } from "../style";
import { afterChange, applyEntryChanges, type EntryChange } from "./applyEntries";
import { citedInProject, citedInWorkspace } from "./citedKeys";
import type { EntriesNeeds } from "./entries";
import type { ChangePreview } from "./preview";
import { tick } from "./tick";
import { tidyRows, type TidyAction, type TidyRow } from "./tidyRows";
import { say } from "./updateEntry";

/** A bibliography, and the document from which it is looked at. */
export interface Subject {
	readonly document: vscode.TextDocument;
	/** The document's version that the file's declaration is made for. */
	readonly version: number;
	readonly file: BibliographyFile;
	readonly cited: KnownCitations | undefined;
}

export async function tidyBibliography(
	needs: EntriesNeeds,
	preview: ChangePreview,
	guard: (run: () => unknown) => unknown,
): Promise<void> {
	const subject = await subjectOf(needs);
	if (!subject) return;
	const { document, version, file, cited } = subject;
	const name = asWritten(baseName(file.uri));
	const { pattern, omit } = entryStyle(document.uri);
	const files = new OpenFiles(file);
	const own = await files.open(file.uri);
	await needs.library.whenIndexed();
	const report = await needs.library.ask.bibliographyReport({
		...{ bibliographies: [own.source, ...(await needs.library.texts.bibliographies(file.others))], cited },
		pattern,
	});
	for (const { uri, problems } of report.broken) if (uri === own.source.uri) refuseBroken(file.uri, problems);
	const { rows, ticked } = tidyRows(report, unknownIn(subject), entries => openEntries(entries));
	if (rows.length === 0) return say(vscode.l10n.t("Nothing is missing, outdated, twice or idle in {0}", name));
	const changesOf = (chosen: readonly TidyRow[]) => changed(needs, files, actionsOf(chosen), omit);
	const chosen = await tick(preview, {
		title: vscode.l10n.t("Tidy {0}", name),
		placeholder: summaryOf(report, cited),
		rows,
		ticked,
		after: async now => (await changesOf(now)).map(afterChange),
		guard,
	});
	const actions = actionsOf(chosen ?? []);
	if (actions.length === 0) return;
	const changes = await changesOf(chosen ?? []);
	const isDeclared = file.declaration.length === 0 || !changes.some(({ uri }) => uri === file.uri);
	await applyEntryChanges(changes, isDeclared ? undefined : { document, version, edits: file.declaration });
	say(vscode.l10n.t("Tidied {0}: {1}", name, countsOf(actions)));
}

/** The bibliography that is open, or that of the manuscript which is; `undefined` when the person gave up. */
export async function subjectOf({ library: { projects }, choices }: EntriesNeeds): Promise<Subject | undefined> {
	const document = vscode.window.activeTextEditor?.document;
	if (document && mayBeBibliography(document)) {
		const file = { uri: document.uri, exists: true, declaration: [], others: [] };
		return {
			document,
			version: document.version,
			file,
			cited: await citedInWorkspace(document.uri, projects.manuscripts),
		};
	}
	if (!document || !isCitableFile(document.languageId, document.uri.path)) {
		throw new UserError(vscode.l10n.t("No manuscript and no bibliography is open. Nothing was changed."));
	}
	const file = await bibliographyOf(projects, document, choices);
	const { version } = document;
	return file && { document, version, file, cited: await citedInProject(document, await projects.now(document)) };
}

/** Why it cannot be told which entries are unused; `undefined` when it can. */
function unknownIn({ document, cited }: Subject): string | undefined {
	if (cited?.isComplete) return undefined;
	if (!cited) return vscode.l10n.t("Which entries are unused cannot be told: no manuscript is known that cites them");
	return mayBeBibliography(document)
		? vscode.l10n.t("Which entries are unused cannot be told: not every manuscript could be read")
		: vscode.l10n.t("Which entries are unused cannot be told: a part of the document is not there or was not read");
}

/** The bibliographies that are to be changed, each opened once; opening one that cannot be changed throws. */
class OpenFiles {
	readonly #own: BibliographyFile;
	readonly #open = new Map<string, OpenBibliography>();

	constructor(own: BibliographyFile) {
		this.#own = own;
	}

	/** The address as the document's project has it. */
	uriOf(uri: string): vscode.Uri | undefined {
		return [this.#own.uri, ...this.#own.others].find(each => each.toString() === uri);
	}

	get own(): vscode.Uri {
		return this.#own.uri;
	}

	get dialect(): BibliographyFile["dialect"] {
		return this.#own.dialect;
	}

	async open(uri: vscode.Uri): Promise<OpenBibliography> {
		const known = this.#open.get(uri.toString());
		if (known) return known;
		const isOwn = uri === this.#own.uri;
		const file = isOwn ? this.#own : { uri, exists: true, declaration: [], others: [] };
		const opened = await openBibliography(file);
		this.#open.set(uri.toString(), opened);
		return opened;
	}
}

function actionsOf(rows: readonly TidyRow[]): readonly TidyAction[] {
	return rows.flatMap(({ action }) => action ?? []);
}

/** The changes of each bibliography. */
async function changed(
	{ library }: EntriesNeeds,
	files: OpenFiles,
	actions: readonly TidyAction[],
	omit: readonly string[],
): Promise<readonly EntryChange[]> {
	const byFile = new Map<vscode.Uri, TidyAction[]>();
	for (const action of actions) {
		const uri = action.kind === "add" ? files.own : files.uriOf(action.entry.uri);
		if (uri) byFile.set(uri, [...(byFile.get(uri) ?? []), action]);
	}
	const changes: EntryChange[] = [];
	for (const [uri, own] of byFile) {
		const bibliography = await files.open(uri);
		const { letters } = bibliography;
		const removed = own.flatMap(action => (action.kind === "remove" ? [action.entry] : []));
		const edits = await library.ask.tidied(bibliography.source, {
			// One entry may stand in two of the lists.
			remove: [...new Map(removed.map(({ key, nth, offset }) => [offset, { key, nth }])).values()],
			update: own.flatMap(action => (action.kind === "update" ? [action.entry.key] : [])),
			add: own.flatMap(action => (action.kind === "add" ? [{ id: action.id, key: action.key }] : [])),
			...{ omit, letters, dialect: files.dialect },
		});
		if (edits.length > 0) changes.push({ uri, bibliography, edits });
	}
	return changes;
}

/** Shows entries beside each other; the list stays. */
export async function openEntries(entries: readonly EntryPlace[]): Promise<void> {
	for (const [i, { uri, offset }] of entries.entries()) {
		const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
		const position = document.positionAt(offset);
		await vscode.window.showTextDocument(document, {
			selection: new vscode.Range(position, position),
			viewColumn: i === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside,
			preserveFocus: true,
			preview: true,
		});
	}
}

function summaryOf(
	{ absent, published, twins, unused }: BibliographyReport,
	cited: KnownCitations | undefined,
): string {
	const counts = [absent, published, twins, unused].map(({ length }) => length);
	return cited?.isComplete
		? vscode.l10n.t("{0} missing, {1} outdated, {2} twice, {3} cited nowhere. Tick what is to change", ...counts)
		: vscode.l10n.t("{0} missing, {1} outdated, {2} twice. Tick what is to change", ...counts);
}

function countsOf(actions: readonly TidyAction[]): string {
	const count = (kind: TidyAction["kind"]) => actions.filter(action => action.kind === kind).length;
	const [added, updated, removed] = [count("add"), count("update"), count("remove")];
	return [
		...(added > 0 ? [vscode.l10n.t("{0} added", added)] : []),
		...(updated > 0 ? [vscode.l10n.t("{0} updated", updated)] : []),
		...(removed > 0 ? [vscode.l10n.t("{0} removed", removed)] : []),
	].join(", ");
}
