// The commands of writing: cite, copy, suggest, open online.

import * as vscode from "vscode";
import { paperIds } from "../core/commandArguments";
import { commands } from "../core/contributions";
import { onlineAddress } from "../core/render/addresses";
import type { FoundPaper } from "../core/shelf";
import { register } from "../host/commands";
import { UserError } from "../host/errors";
import type { Library } from "../library/library";
import { bibtexOf, citationOf, copy } from "./copy";
import { cite, type Cited } from "./cite";
import { SaidInStatusBar } from "./said";
import { registerSuggestAction, suggestFor } from "./suggest";
import { CitationTarget } from "./target";

export interface EditorNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** Lets the person choose papers to cite. */
	readonly pick: (options?: { suggested?: readonly FoundPaper[]; title?: string }) => Promise<readonly string[]>;
	/** The paper that the person looks at, in the tree or in the panel. */
	readonly currentPaper: () => string | undefined;
}

export function registerEditor(needs: EditorNeeds): vscode.Disposable {
	const target = new CitationTarget();
	return vscode.Disposable.from(target, registerCiting(needs, target), registerCopying(needs, target));
}

function registerCiting({ library, log, pick, currentPaper }: EditorNeeds, target: CitationTarget): vscode.Disposable {
	const said = new SaidInStatusBar();
	/** Cites at the cursor, or at an offset. */
	const insert = async (ids: readonly string[], at?: number): Promise<Cited | undefined> => {
		if (ids.length === 0) return undefined;
		const editor = target.find();
		const cited = await cite(library, editor, ids, at);
		if (!cited) return undefined;
		await vscode.window.showTextDocument(editor.document, {
			viewColumn: editor.viewColumn ?? vscode.ViewColumn.One,
		});
		said.say(cited);
		return cited;
	};
	return vscode.Disposable.from(
		said,
		registerSuggestAction(),
		register(commands.insertCitation, log, async argument => {
			// Without a document there is nothing to choose papers for.
			target.find();
			const current = wantsCurrent(argument) ? currentPaper() : undefined;
			return insert(paperIds(argument) ?? (current === undefined ? await pick() : [current]));
		}),
		register(commands.suggestCitations, log, async () => {
			const editor = target.find();
			const { version } = editor.document;
			const { suggested, offset } = await suggestFor(library, editor);
			const ids = await pick({ suggested, title: vscode.l10n.t("Cite papers that resemble this sentence") });
			// Somebody typed meanwhile: the place that was found is another one now.
			return insert(ids, editor.document.version === version ? offset : undefined);
		}),
	);
}

function registerCopying({ library, log, currentPaper }: EditorNeeds, target: CitationTarget): vscode.Disposable {
	/** The papers of the argument, else the one that the person looks at. */
	const chosen = (argument: unknown): readonly string[] => {
		const current = currentPaper();
		const ids = paperIds(argument) ?? (current === undefined ? [] : [current]);
		if (ids.length > 0) return ids;
		throw new UserError(vscode.l10n.t("Choose a paper on the shelf first."));
	};
	return vscode.Disposable.from(
		register(commands.copyBibtex, log, async argument => {
			await copy(await bibtexOf(library, chosen(argument)), vscode.l10n.t("BibTeX copied"));
		}),
		register(commands.copyCitation, log, async argument => {
			const citation = await citationOf(library, chosen(argument), target.document);
			await copy(citation, vscode.l10n.t("{0} copied", citation));
		}),
		register(commands.openOnline, log, async argument => {
			const paper = library.paper(chosen(argument)[0] ?? "");
			const address = paper && onlineAddress(paper);
			if (!address) throw new UserError(vscode.l10n.t("This paper has no address to open."));
			await vscode.env.openExternal(vscode.Uri.parse(address.url, true));
		}),
	);
}

/** Whether a keybinding asks for the paper that the person looks at: the editor hands no row to it. */
function wantsCurrent(argument: unknown): boolean {
	return typeof argument === "object" && argument !== null && "current" in argument;
}
