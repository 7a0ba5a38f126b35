// The commands that cite: papers at the cursors, with a locator, for a sentence, and changes to the citation there.

import * as vscode from "vscode";
import { paperIds } from "../core/commandArguments";
import { commands } from "../core/contributions";
import type { Form, Parts } from "../core/citations/citations";
import { partsFrom } from "../core/manuscript/locator";
import { authorYear } from "../core/render";
import type { FoundPaper } from "../core/shelf";
import { asWritten } from "../host/asWritten";
import { guarded, register } from "../host/commands";
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
	/** Hears what was cited, and where the entries are unless they were copied: some of it may have no record. */
	readonly offerRecords: (cited: Pick<Cited, "papers"> & Partial<Cited>) => Promise<void>;
}

/** Longer selections are no search. */
const longestQuery = 200;

/** How papers are to be cited, whichever they are. */
interface Manner {
	readonly form?: Form;
	readonly replace?: boolean;
	/** What is said of each of them. */
	readonly said?: Parts;
	/** Whether the person is asked for it. */
	readonly asksLocator?: boolean;
}

export function registerCiting(needs: CitingNeeds, target: CitationTarget): vscode.Disposable {
	const { library, log, choices, pick } = needs;
	const said = new SaidInStatusBar();
	const insert = async (
		editor: vscode.TextEditor,
		{ ids, places }: Pick<CiteRequest, "ids" | "places">,
		manner: Manner = {},
	): Promise<Cited | undefined> => {
		const parts = await partsOf(library, ids, manner);
		if (ids.length === 0 || !parts) return undefined;
		const { form, replace } = manner;
		// At once: later it would close what the person has opened meanwhile.
		const viewColumn = editor.viewColumn ?? vscode.ViewColumn.One;
		const shown = await vscode.window.showTextDocument(editor.document, { viewColumn });
		const cited = await cite(library, shown, { ids, places, parts, form, replace, choices });
		if (!cited) return undefined;
		said.say(cited);
		void guarded(log, () => needs.offerRecords(cited));
		return cited;
	};
	/** Lets the person choose, and cites at the cursors. */
	const choose = async (editor: vscode.TextEditor, manner: Manner): Promise<Cited | undefined> => {
		const query = selectedText(editor);
		const { ids, asksLocator, replaces } = await pick(query === undefined ? {} : { query, isSelected: true });
		const places = placesAtCursors(editor, replaces ? query : undefined);
		return insert(editor, { ids, places }, asksLocator ? { ...manner, asksLocator } : manner);
	};
	return vscode.Disposable.from(
		said,
		registerSuggestAction(),
		register(commands.insertCitation, log, async argument => {
			// Without a document there is nothing to choose papers for.
			const editor = target.find();
			const current = wantsCurrent(argument) ? needs.currentPaper() : undefined;
			const ids = paperIds(argument) ?? (current === undefined ? undefined : [current]);
			const manner = mannerOf(argument);
			return ids ? insert(editor, { ids, places: placesAtCursors(editor) }, manner) : choose(editor, manner);
		}),
		register(commands.editCitation, log, () => {
			const editor = target.find();
			return editCitation(editor, () => choose(editor, { replace: true }));
		}),
		register(commands.suggestCitations, log, async () => {
			const editor = target.find();
			const { version } = editor.document;
			const { suggested, offset } = await suggestFor(library, editor);
			const title = vscode.l10n.t("Cite papers that resemble this sentence");
			const { ids, asksLocator } = await pick({ suggested, title });
			// Somebody typed meanwhile: the place that was found is another one now.
			const isSame = editor.document.version === version;
			const places = isSame ? [{ start: offset, end: offset }] : placesAtCursors(editor);
			return insert(editor, { ids, places }, { asksLocator });
		}),
	);
}

/** What is selected, when it may be a search. */
function selectedText({ document, selection }: vscode.TextEditor): string | undefined {
	const text = document.getText(selection).trim();
	return text === "" || text.length > longestQuery || /[\r\n]/.test(text) ? undefined : text;
}

/** What is said of each paper, by its id; `undefined` when the person was asked and gave up. */
async function partsOf(
	library: Library,
	ids: readonly string[],
	{ said, asksLocator = false }: Manner,
): Promise<Readonly<Record<string, Parts>> | undefined> {
	const parts: Record<string, Parts> = {};
	for (const paper of ids.flatMap(id => library.paper(id) ?? [])) {
		if (said) parts[paper.id] = said;
		if (!asksLocator) continue;
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
function mannerOf(argument: unknown): Manner {
	if (typeof argument !== "object" || argument === null) return {};
	const { form, locator, prefix, suffix, asksLocator } = argument as Readonly<Record<string, unknown>>;
	const texts = Object.entries({ locator, prefix, suffix }).filter(([, text]) => typeof text === "string");
	return {
		...(forms.has(form) && { form: form as Form }),
		...(texts.length > 0 && { said: Object.fromEntries(texts) }),
		...(asksLocator === true && { asksLocator }),
	};
}
