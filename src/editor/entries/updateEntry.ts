// Bringing an entry up to the shelf's record of its work: its fields before and after, of which the person ticks those
// that are to change. The key stays.

import * as vscode from "vscode";
import { citationAt, isCitableFile } from "../../core/citations/citations";
import type { EntryAt, UpdatedField } from "../../core/bibliography/report";
import { asWritten } from "../../host/asWritten";
import { UserError } from "../../host/errors";
import { baseName, shownPath } from "../../host/files";
import { sourceOf } from "../../host/texts";
import { mayBeBibliography } from "../../library/projects";
import { bibliographyOf, type BibliographyFile } from "../bibliographyFile";
import { keyAt } from "../editCitation";
import { entryStyle } from "../style";
import { openBibliography, refusal, refuseBroken } from "../openBibliography";
import { afterChange, applyEntryChanges } from "./applyEntries";
import type { EntriesNeeds } from "./entries";
import type { ChangePreview } from "./preview";
import { tick, type TickRow } from "./tick";

interface FieldRow extends TickRow {
	readonly change: UpdatedField;
}

/** Longer values are cut in the list; the comparison shows all. */
const shownLetters = 160;

interface Updating {
	readonly preview: ChangePreview;
	readonly guard: Guard;
	/** The entry, `{ uri, key }`, where it is not the one at the cursor. */
	readonly argument: unknown;
}

export async function updateEntry(needs: EntriesNeeds, { preview, guard, argument }: Updating): Promise<void> {
	const { library } = needs;
	const place = (await entryOf(argument)) ?? (await entryAtCursor(needs));
	if (!place) return;
	await library.whenIndexed();
	const bibliographies = await library.texts.bibliographies(place.uris);
	const found = await library.ask.updatedEntry({ bibliographies, at: place.at, keep: [] });
	if (found.outcome === "noEntry") throw noEntry(place);
	const uri = place.uris.find(each => each.toString() === found.uri);
	if (!uri) return;
	const name = asWritten(found.key);
	const fileName = asWritten(baseName(uri));
	if (found.outcome === "notOnShelf") {
		throw refusal(vscode.l10n.t("The work of {0} is not on the shelf.", found.key), uri);
	}
	refuseBroken(uri, found.problems);
	const bibliography = await openBibliography({ uri, exists: true, declaration: [], others: [] });
	const { letters } = bibliography;
	const { omit } = entryStyle(place.document.uri);
	const ask = (keep: readonly string[]) =>
		library.ask.updatedEntry({
			...{ bibliographies: [bibliography.source], at: { key: found.key }, keep },
			...{ omit, letters, dialect: place.dialect },
		});
	const all = await ask([]);
	const rows = all.outcome === "found" ? all.changes.map(fieldRow) : [];
	if (rows.length === 0) {
		say(vscode.l10n.t("The shelf knows nothing newer than {0} in {1}", name, fileName));
		return;
	}
	const changeOf = async (ticked: readonly FieldRow[]) => {
		const keep = rows.filter(row => !ticked.includes(row)).map(({ change }) => change.field);
		const update = await ask(keep);
		return { uri, bibliography, edits: update.outcome === "found" ? update.edits : [] };
	};
	const ticked = await tick(preview, {
		title: vscode.l10n.t("Update {0} in {1}", name, fileName),
		placeholder: vscode.l10n.t("Tick the fields that take the shelf's wording; the key stays"),
		rows,
		ticked: rows.filter(({ change }) => change.isDue),
		after: async chosen => [afterChange(await changeOf(chosen))],
		guard,
	});
	if (!ticked || ticked.length === 0) return;
	await applyEntryChanges([await changeOf(ticked)]);
	const fields = ticked.map(({ change }) => fieldName(change.field)).join(", ");
	say(vscode.l10n.t("Updated {0} in {1}: {2}", name, fileName, asWritten(fields)));
}

type Guard = (run: () => unknown) => unknown;

interface Cursor {
	readonly uris: readonly vscode.Uri[];
	readonly at: EntryAt;
	readonly document: vscode.TextDocument;
	readonly dialect?: BibliographyFile["dialect"];
}

/** The entry that a command's argument names. */
async function entryOf(argument: unknown): Promise<Cursor | undefined> {
	if (typeof argument !== "object" || argument === null) return undefined;
	const { uri, key } = argument as Readonly<Record<string, unknown>>;
	if (typeof uri !== "string" || typeof key !== "string") return undefined;
	const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
	return { uris: [document.uri], at: { key }, document };
}

/** The entry that the cursor is in, or that the key at the cursor stands for; `undefined` when the person gave up. */
async function entryAtCursor({ library, choices }: EntriesNeeds): Promise<Cursor | undefined> {
	const editor = vscode.window.activeTextEditor;
	const nothing = vscode.l10n.t("The cursor is on no citation key and in no entry. Nothing was changed.");
	if (!editor) throw new UserError(nothing);
	const { document, selection } = editor;
	const offset = document.offsetAt(selection.active);
	if (mayBeBibliography(document)) return { uris: [document.uri], at: { offset }, document };
	const citation = isCitableFile(document.languageId, document.uri.path)
		? citationAt(sourceOf(document), offset)
		: undefined;
	const cited = citation && keyAt(citation, offset);
	if (!cited) throw new UserError(nothing);
	const file = await bibliographyOf(library.projects, document, choices);
	if (!file) return undefined;
	const uris = [...(file.exists ? [file.uri] : []), ...file.others];
	return { uris, at: { key: cited.key }, document, dialect: file.dialect };
}

function noEntry({ at, document, uris }: Cursor): UserError {
	const text =
		"key" in at
			? vscode.l10n.t("{0} is in no bibliography of {1}.", at.key, shownPath(document.uri))
			: vscode.l10n.t("The cursor is in no entry.");
	const [uri = document.uri] = uris;
	return refusal(text, uri);
}

function fieldRow(change: UpdatedField): FieldRow {
	const { field, before, after } = change;
	const description =
		before === undefined
			? vscode.l10n.t("new")
			: after === undefined
				? vscode.l10n.t("goes")
				: change.isDue
					? vscode.l10n.t("changed")
					: vscode.l10n.t("worded differently");
	return {
		label: asWritten(fieldName(field)),
		description,
		detail: [before, after].flatMap(value => (value === undefined ? [] : [shown(value)])).join(" → "),
		change,
	};
}

function fieldName(field: string): string {
	return field === "@" ? vscode.l10n.t("type of entry") : field;
}

function shown(value: string): string {
	const line = value.replace(/\s+/g, " ").trim();
	return asWritten(line.length > shownLetters ? `${line.slice(0, shownLetters)}…` : line);
}

/** Tells for some seconds in the status bar. */
export function say(text: string): void {
	vscode.window.setStatusBarMessage(`$(check) ${text}`, 8000);
}
