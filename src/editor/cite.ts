// Citing: the citation into the text and the entry into the bibliography, as one edit that one undo takes back.

import * as vscode from "vscode";
import { placeAt, type Form, type Parts, type Place } from "../core/citations/citations";
import { completedWith, type ExpectedKey } from "../core/completion/expected";
import { citeAtCursors, growth, type CitedAt } from "../core/manuscript/citeAtCursors";
import type { Paper, TextRange } from "../core/paper";
import { authorYear } from "../core/render";
import { UserError } from "../host/errors";
import { baseName } from "../host/files";
import { withProgressWhenSlow } from "../host/progress";
import { sourceOf } from "../host/texts";
import type { Library } from "../library/library";
import { applyCitation, type CitationChange } from "./applyCitation";
import { bibliographyOf, type BibliographyFile } from "./bibliographyFile";
import { citationCommand, entryStyle } from "./style";
import { openBibliography, refuseBroken, refuseLost } from "./openBibliography";

/** What to cite, and how. */
export interface CiteRequest {
	/** Papers of the shelf. */
	readonly ids: readonly string[];
	/** Where: at these offsets, and in place of ranges with letters. */
	readonly places: readonly TextRange[];
	readonly form?: Form | undefined;
	/** What is said of a paper, by its id: locator, prefix, suffix. */
	readonly parts?: Readonly<Record<string, Parts>> | undefined;
	/** Whether a key that the cursor is on makes way. */
	readonly replace?: boolean | undefined;
	/** What was being typed, which a single paper completes, instead of the places. */
	readonly expected?: ExpectedKey | undefined;
	/** Keeps which bibliography was chosen for a document. */
	readonly choices?: vscode.Memento | undefined;
}

export interface Cited {
	readonly papers: readonly Paper[];
	/** `keys[i]` cites `papers[i]`. */
	readonly keys: readonly string[];
	readonly bibliography: vscode.Uri;
	/** Where the first key's entry starts in the bibliography. */
	readonly entry: vscode.Range;
	/** What happened, for the status bar. */
	readonly summary: string;
}

/** What citing will change, worked out before anything is changed. */
export interface CitePlan extends CitationChange {
	readonly papers: readonly Paper[];
	/** `keys[i]` cites `papers[i]`. */
	readonly keys: readonly string[];
	/** Where the cursors belong afterwards. */
	readonly cursors: readonly number[];
}

/** The places at an editor's cursors; a selection is a place behind which one cites, unless it is the text to be replaced. */
export function placesAtCursors({ document, selections }: vscode.TextEditor, replaced?: string): TextRange[] {
	return selections.map(selection => {
		const end = document.offsetAt(selection.active);
		if (replaced === undefined || document.getText(selection).trim() !== replaced) return { start: end, end };
		return { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
	});
}

/** Cites papers of the shelf in an editor; `undefined` when the person gave up choosing a file or a place. */
export async function cite(
	library: Library,
	editor: vscode.TextEditor,
	request: CiteRequest,
): Promise<Cited | undefined> {
	// What was typed is a citation already, however half of it.
	if (!request.expected && !(await mayCite(editor.document, request.places))) return undefined;
	const title = vscode.l10n.t("Reading the bibliography…");
	const plan = await withProgressWhenSlow(title, planCitation(library, editor.document, request));
	// Somebody typed while the files were read: the places belong to a text that is no more, the cursors do not.
	if (plan === "outdated") {
		return cite(library, editor, { ...request, expected: undefined, places: placesAtCursors(editor) });
	}
	if (!plan) return undefined;
	// Before anything is saved: whoever types on meanwhile is behind the citation already.
	await applyCitation(plan, () => {
		editor.selections = plan.cursors.map(offset => {
			const position = editor.document.positionAt(offset);
			return new vscode.Selection(position, position);
		});
	});
	return told(plan);
}

/**
 * Works out what citing papers in a document changes. `undefined` when the person gave up choosing a file; `outdated`
 * when the document or its bibliography changed meanwhile. Throws a `UserError` where it cannot be done.
 */
export async function planCitation(
	library: Library,
	document: vscode.TextDocument,
	{ ids, places, form, parts = {}, replace, expected, choices }: CiteRequest,
): Promise<CitePlan | "outdated" | undefined> {
	if (ids.some(id => !library.paper(id))) {
		throw new UserError(vscode.l10n.t("The paper is no longer on the shelf. Nothing was changed."));
	}
	// Two ids may name one paper.
	const papers = [...new Set(ids.flatMap(id => library.paper(id) ?? []))];
	const { version } = document;
	const file = await bibliographyOf(library.projects, document, choices);
	if (!file) return undefined;
	const bibliography = await openBibliography(file);
	const { source, letters } = bibliography;
	const others = await library.texts.bibliographies(file.others);
	const { edits, keys, problems } = await library.ask.addEntries(
		papers.map(({ id }) => id),
		{ bibliography: source, others, letters, dialect: file.dialect, ...entryStyle(document.uri) },
	);
	refuseBroken(file.uri, problems);
	refuseLost(file.uri, edits, letters);
	if (document.version !== version || bibliography.document?.version !== bibliography.version) return "outdated";
	const said = papers.map(({ id }) => library.idsOf(id).flatMap(each => parts[each] ?? [])[0]);
	const options = { command: citationCommand(document), form, parts: said, replace };
	const cited = expected ? completed(expected, keys) : citeAtCursors(sourceOf(document), places, keys, options);
	const moved = (offset: number) => growth(file.declaration.filter(({ start }) => start < offset));
	return {
		document,
		version,
		file,
		bibliography,
		papers,
		keys,
		entries: edits,
		text: [...cited.edits, ...file.declaration],
		cursors: cited.cursors.map(offset => offset + moved(offset)),
	};
}

/** What the first key makes of what was being typed. */
function completed(expected: ExpectedKey, [key = ""]: readonly string[]): CitedAt {
	const { range } = expected;
	const { text, elsewhere } = completedWith(expected, key);
	const before = growth(elsewhere.filter(({ start }) => start < range.start));
	const cursors = [range.start + before + text.length];
	return { edits: [...elsewhere, { ...range, text: text + expected.close }], cursors };
}

/** Says what a plan did, once it was carried out. */
export async function told({ papers, keys, file }: CitePlan): Promise<Cited> {
	const names = papers.map((paper, i) =>
		vscode.l10n.t("{0} as {1}", authorYear(paper) || paper.title, keys[i] ?? ""),
	);
	const { uri, range } = await placeOf(keys[0] ?? "", file);
	const summary = vscode.l10n.t("Cited {0} in {1}", names.join(", "), baseName(uri));
	return { papers, keys, bibliography: uri, entry: range, summary };
}

/** The bibliography that holds an entry, and where the entry starts in it. */
async function placeOf(
	key: string,
	{ uri, others }: BibliographyFile,
): Promise<{ uri: vscode.Uri; range: vscode.Range }> {
	for (const each of [uri, ...others]) {
		const document = await openIfThere(each);
		if (!document) continue;
		const offset = document.getText().search(entryHead(key));
		const start = document.positionAt(offset);
		if (offset >= 0) return { uri: each, range: new vscode.Range(start, start) };
	}
	return { uri, range: new vscode.Range(0, 0, 0, 0) };
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
	try {
		return await vscode.workspace.openTextDocument(uri);
	} catch {
		return undefined;
	}
}

/** The beginning of an entry in BibTeX, CSL-JSON, CSL-YAML or Hayagriva. */
function entryHead(key: string): RegExp {
	const name = key.replace(/[^\w]/g, "\\$&");
	return new RegExp(
		`@\\w+\\s*[{(]\\s*${name}\\s*,|"id"\\s*:\\s*"${name}"|\\bid:\\s*["']?${name}(?![\\w:-])|^${name}:`,
		"m",
	);
}

/** Asks before citing where a citation has no effect; whether to go on. */
export async function mayCite(document: vscode.TextDocument, places: readonly TextRange[]): Promise<boolean> {
	const source = sourceOf(document);
	const dead = places.map(({ end }) => placeAt(source, end)).find(place => place !== "text" && place !== "citation");
	if (dead === undefined) return true;
	const cite = vscode.l10n.t("Cite here");
	return (await vscode.window.showWarningMessage(placeText(dead), { modal: true }, cite)) === cite;
}

function placeText(place: Place): string {
	switch (place) {
		case "comment":
			return vscode.l10n.t("The cursor is in a comment, where a citation has no effect.");
		case "code":
			return vscode.l10n.t(
				"The cursor is in code or in text that is shown as it stands, where a citation has no effect.",
			);
		case "math":
			return vscode.l10n.t("The cursor is in mathematics, where a citation has no effect.");
		case "address":
			return vscode.l10n.t("The cursor is in an address, which a citation would break.");
		case "argument":
		case "command":
			return vscode.l10n.t(
				"The cursor is in the argument or the name of another command, which a citation would break.",
			);
		case "preamble":
		case "header":
			return vscode.l10n.t("The cursor is before the text of the document, where a citation has no effect.");
		case "citation":
		case "text":
			return "";
	}
}
