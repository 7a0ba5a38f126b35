// The commands that cite: papers at the cursors, with a locator, for a sentence, and changes to the citation there.

import * as vscode from "vscode";
import { paperIds } from "../core/commandArguments";
import { commands } from "../core/contributions";
import type { Form, Parts } from "../core/citations/citations";
import { partsFrom } from "../core/manuscript/locator";
import { authorYear } from "../core/render";
import type { FoundPaper } from "../core/shelf";
import { asWritten } from "../host/asWritten";
import { register } from "../host/commands";
import type { Library } from "../library/library";
import { cite, placesAtCursors, type Cited, type CiteRequest } from "./cite";
import { askParts, editCitation } from "./editCitation";
import { SaidInStatusBar } from "./said";
import { registerSuggestAction, suggestFor } from "./suggest";
import type { CitationTarget } from "./target";

/** What was chosen in the list of papers. */
export interface Picked {
	readonly ids: readonly string[];
	/** Whether a locator is to be asked for. */
	readonly asksLocator: boolean;
	/** Whether the selected text, which was searched for, gives way to the citation. */
	readonly replaces: boolean;
}

export interface PickRequest {
	/** Text in the field at the start. */
	readonly query?: string;
	/** Whether that is selected text, which the citation may replace. */
	readonly isSelected?: boolean;
	readonly suggested?: readonly FoundPaper[];
	readonly title?: string;
}

export interface CitingNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** Keeps which bibliography was chosen for a document. */
	readonly choices: vscode.Memento;
	/** Lets the person choose papers to cite. */
	readonly pick: (request?: PickRequest) => Promise<Picked>;
	/** The paper that the person looks at, in the tree or in the panel. */
	readonly currentPaper: () => string | undefined;
}

/** Longer selections are no search. */
const longestQuery = 200;

export function registerCiting(needs: CitingNeeds, target: CitationTarget): vscode.Disposable {
	const { library, log, choices, pick } = needs;
	const said = new SaidInStatusBar();
	const insert = async (editor: vscode.TextEditor, request: CiteRequest): Promise<Cited | undefined> => {
		if (request.ids.length === 0) return undefined;
		const cited = await cite(library, editor, { ...request, choices });
		if (!cited) return undefined;
		// Only from the tree or the panel: what the person has opened meanwhile would be closed.
		if (vscode.window.activeTextEditor !== editor) {
			const viewColumn = editor.viewColumn ?? vscode.ViewColumn.One;
			await vscode.window.showTextDocument(editor.document, { viewColumn });
		}
		said.say(cited);
		return cited;
	};
	/** Lets the person choose, asks for locators where they want them, and cites at the cursors. */
	const choose = async (editor: vscode.TextEditor, more: Partial<CiteRequest>): Promise<Cited | undefined> => {
		const query = selectedText(editor);
		const picked = await pick(query === undefined ? {} : { query, isSelected: true });
		const parts = picked.asksLocator ? await askAll(library, picked.ids) : more.parts;
		if (picked.asksLocator && !parts) return undefined;
		const places = placesAtCursors(editor, picked.replaces);
		return insert(editor, { ...more, ids: picked.ids, places, parts });
	};
	return vscode.Disposable.from(
		said,
		registerSuggestAction(),
		register(commands.insertCitation, log, async argument => {
			// Without a document there is nothing to choose papers for.
			const editor = target.find();
			const current = wantsCurrent(argument) ? needs.currentPaper() : undefined;
			const ids = paperIds(argument) ?? (current === undefined ? undefined : [current]);
			const more = requestOf(argument, ids ?? []);
			return ids
				? insert(editor, { ...more, ids, places: placesAtCursors(editor, false) })
				: choose(editor, more);
		}),
		register(commands.editCitation, log, () => {
			const editor = target.find();
			return editCitation(editor, () => choose(editor, { replace: true }));
		}),
		register(commands.suggestCitations, log, async () => {
			const editor = target.find();
			const { version } = editor.document;
			const { suggested, offset } = await suggestFor(library, editor);
			const { ids } = await pick({ suggested, title: vscode.l10n.t("Cite papers that resemble this sentence") });
			// Somebody typed meanwhile: the place that was found is another one now.
			const isSame = editor.document.version === version;
			return insert(editor, {
				ids,
				places: isSame ? [{ start: offset, end: offset }] : placesAtCursors(editor, false),
			});
		}),
	);
}

/** What is selected, when it may be a search. */
function selectedText({ document, selection }: vscode.TextEditor): string | undefined {
	const text = document.getText(selection).trim();
	return text === "" || text.length > longestQuery || /[\r\n]/.test(text) ? undefined : text;
}

/** Asks for a locator of each paper; `undefined` when the person gave up. */
async function askAll(library: Library, ids: readonly string[]): Promise<Readonly<Record<string, Parts>> | undefined> {
	const parts: Record<string, Parts> = {};
	for (const id of ids) {
		const paper = library.paper(id);
		if (!paper) continue;
		const typed = await askParts(asWritten(authorYear(paper) || paper.title));
		if (typed === undefined) return undefined;
		parts[paper.id] = partsFrom(typed);
	}
	return parts;
}

/** Whether a keybinding asks for the paper that the person looks at: the editor hands no row to it. */
function wantsCurrent(argument: unknown): boolean {
	return typeof argument === "object" && argument !== null && "current" in argument;
}

const forms: ReadonlySet<unknown> = new Set<Form>([
	"parenthetical",
	"textual",
	"author",
	"year",
	"noAuthor",
	"full",
	"footnote",
	"nocite",
]);

/** The form, locator, prefix and suffix of a command's argument; what is none of these is passed over. */
function requestOf(argument: unknown, ids: readonly string[]): Partial<CiteRequest> {
	if (typeof argument !== "object" || argument === null) return {};
	const { form, locator, prefix, suffix } = argument as Readonly<Record<string, unknown>>;
	const texts = Object.entries({ locator, prefix, suffix }).filter(([, text]) => typeof text === "string");
	const parts: Parts = Object.fromEntries(texts);
	return {
		...(forms.has(form) && { form: form as Form }),
		...(texts.length > 0 && { parts: Object.fromEntries(ids.map(id => [id, parts])) }),
	};
}
