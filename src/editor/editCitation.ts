// Changing the citation at the cursor: its form, what it says of a key, which keys it has and in which order.

import * as vscode from "vscode";
import {
	addParts,
	changeForm,
	citationAt,
	formsAt,
	moveKey,
	removeKeys,
	sortKeys,
	type Citation,
	type CitedKey,
	type Form,
	type Source,
} from "../core/citations/citations";
import { partsFrom, typedParts } from "../core/manuscript/locator";
import type { TextEdit } from "../core/paper";
import { asWritten } from "../host/asWritten";
import { UserError } from "../host/errors";
import { addEdits, sourceOf } from "../host/texts";

/** Something that can be done with a citation. */
interface Action extends vscode.QuickPickItem {
	/** Its edits; `undefined` when the person gave up. Nothing for an action of another kind. */
	readonly edits?: () => Thenable<readonly TextEdit[] | undefined> | readonly TextEdit[];
	readonly replaces?: boolean;
}

/** Lets the person change the citation at the cursor. `replace` lets them choose another paper for the key there. */
export async function editCitation(editor: vscode.TextEditor, replace: () => Promise<unknown>): Promise<void> {
	const { document, selection } = editor;
	const { version } = document;
	const source = sourceOf(document);
	const offset = document.offsetAt(selection.active);
	const citation = citationAt(source, offset);
	if (!citation) throw new UserError(vscode.l10n.t("The cursor is in no citation. Nothing was changed."));
	const action = await vscode.window.showQuickPick(actionsAt(source, offset, citation), {
		title: vscode.l10n.t("Edit the citation of {0}", asWritten(citation.keys.map(({ key }) => key).join(", "))),
		placeHolder: vscode.l10n.t("Its form, a locator, or its keys"),
	});
	if (action?.replaces === true) await replace();
	const edits = await action?.edits?.();
	if (edits === undefined || edits.length === 0) return;
	if (document.version !== version) {
		throw new UserError(vscode.l10n.t("The document changed meanwhile. Nothing was changed."));
	}
	const change = new vscode.WorkspaceEdit();
	addEdits(change, document, edits);
	await vscode.workspace.applyEdit(change);
}

function actionsAt(source: Source, offset: number, citation: Citation): readonly Action[] {
	const forms = formsAt(source, offset).map((form): Action => {
		const isOwn = form === citation.form;
		return {
			label: `$(${isOwn ? "check" : "blank"}) ${formLabel(form)}`,
			...(isOwn && { description: vscode.l10n.t("as it is") }),
			edits: () => changeForm(source, offset, form),
		};
	});
	const key = keyAt(citation, offset);
	return [heading(vscode.l10n.t("Form")), ...forms, ...(key ? keyActions(source, offset, citation, key) : [])];
}

/** The key that the cursor is in or behind. */
export function keyAt({ keys }: Citation, offset: number): CitedKey | undefined {
	return keys.findLast(({ item }) => item.start <= offset) ?? keys[0];
}

function keyActions(source: Source, offset: number, citation: Citation, cited: CitedKey): readonly Action[] {
	const { key } = cited;
	const several = citation.keys.filter(({ list }) => list === cited.list).length > 1;
	const name = asWritten(key);
	const action = (icon: string, label: string, edits: NonNullable<Action["edits"]>): Action => ({
		label: `$(${icon}) ${label}`,
		edits,
	});
	return [
		heading(name),
		action("bookmark", vscode.l10n.t("Locator, prefix and suffix…"), async () => {
			const typed = await askParts(name, typedParts(cited));
			if (typed === undefined) return undefined;
			const { prefix = "", locator = "", suffix = "" } = partsFrom(typed);
			return addParts(source, offset, { prefix, locator, suffix });
		}),
		{ label: `$(replace) ${vscode.l10n.t("Replace by another paper…")}`, replaces: true },
		...(several
			? [
					action("arrow-left", vscode.l10n.t("Move forward"), () => moveKey(source, offset, -1)),
					action("arrow-right", vscode.l10n.t("Move back"), () => moveKey(source, offset, 1)),
				]
			: []),
		action("trash", vscode.l10n.t("Remove"), () => removeKeys(source, offset, [key])),
		...(several
			? [
					heading(vscode.l10n.t("All keys")),
					action("sort-precedence", vscode.l10n.t("Sort from A to Z"), () =>
						sortKeys(source, offset, (a, b) => a.localeCompare(b, "en")),
					),
				]
			: []),
	];
}

function heading(label: string): Action {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Asks what is to be said of a work; `undefined` when the person gave up. */
export function askParts(work: string, value = ""): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title: vscode.l10n.t("Locator for {0}", work),
		prompt: vscode.l10n.t("A locator such as “p. 12” or “ch. 3”. With more around it: “see @ p. 12, and passim”"),
		value,
	});
}

export function formLabel(form: Form): string {
	switch (form) {
		case "parenthetical":
			return vscode.l10n.t("In brackets: (Filiot et al. 2024)");
		case "textual":
			return vscode.l10n.t("In the text: Filiot et al. (2024)");
		case "author":
			return vscode.l10n.t("Authors alone: Filiot et al.");
		case "year":
			return vscode.l10n.t("Year alone: 2024");
		case "noAuthor":
			return vscode.l10n.t("Without authors: (2024)");
		case "full":
			return vscode.l10n.t("Full reference");
		case "footnote":
			return vscode.l10n.t("In a footnote");
		case "nocite":
			return vscode.l10n.t("In the bibliography alone");
	}
}
