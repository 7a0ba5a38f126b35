// What is known of the key under the pointer, with what can be done about it.

import * as vscode from "vscode";
import { commands } from "../../../core/contributions";
import { hoverText, type HoverAction, type KeyFacts, type WorkFacts } from "../../../core/navigation/hover";
import { ignoreUserError } from "../../../host/errors";
import { shownPath } from "../../../host/files";
import { referenceStyle } from "../../../host/referenceStyle";
import type { Library } from "../../../library/library";
import { entryStyle } from "../../style";
import { keyDocuments, projectAround, serves } from "./asking";

export interface HoverNeeds {
	readonly library: Library;
	readonly extensionUri: vscode.Uri;
}

/** What links of a hover may run. */
const enabledCommands: readonly string[] = [
	commands.openPaper,
	commands.copyBibtex,
	commands.copyLink,
	commands.openEntry,
	commands.updateEntry,
];

export function registerHover(needs: HoverNeeds): vscode.Disposable {
	return vscode.languages.registerHoverProvider(keyDocuments, {
		provideHover: (document, position, token) =>
			serves("hover", document) ? hoverAt(needs, { document, position }, token) : undefined,
	});
}

async function hoverAt(
	{ library: { projects }, extensionUri }: HoverNeeds,
	{ document, position }: { readonly document: vscode.TextDocument; readonly position: vscode.Position },
	token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
	const project = await projectAround(projects, document);
	if (!project) return undefined;
	const offset = document.offsetAt(position);
	// The style is read for keys alone.
	if (!(await projects.askIn("nameAt", project, { offset }, token))) return undefined;
	const { pattern } = entryStyle(document.uri);
	const style = (await referenceStyle(extensionUri, document.uri).catch(ignoreUserError)) ?? noStyle;
	const facts = await projects.askIn("keyFacts", project, { offset, pattern, ...style }, token);
	if (!facts) return undefined;
	const text = new vscode.MarkdownString(textOf(facts));
	text.isTrusted = { enabledCommands };
	const { start, end } = facts.range;
	return new vscode.Hover(text, new vscode.Range(document.positionAt(start), document.positionAt(end)));
}

/** For a style that cannot be read: author, year and title serve as the reference. */
const noStyle = { style: { xml: "", name: "" }, locale: undefined };

function textOf(facts: KeyFacts): string {
	return hoverText(facts, {
		words: {
			unknown: vscode.l10n.t("{0} is in no bibliography of this document."),
			meant: vscode.l10n.t("It may be meant:"),
			onShelf: vscode.l10n.t("On the shelf:"),
			topics: vscode.l10n.t("Topics"),
			citedOnce: vscode.l10n.t("Cited once: {0}"),
			cited: vscode.l10n.t("Cited {0} times: {1}"),
			notCited: vscode.l10n.t("Not cited"),
		},
		nameOf: uri => shownPath(vscode.Uri.parse(uri, true)),
		actions: facts.work ? actionsFor(facts.work) : [],
		open: openPaper,
	});
}

function openPaper(id: string): HoverAction {
	return { title: vscode.l10n.t("Open paper"), command: commands.openPaper, argument: { id } };
}

function actionsFor({ id, entry }: WorkFacts): readonly HoverAction[] {
	const ofPaper: readonly HoverAction[] =
		id === undefined
			? []
			: [
					openPaper(id),
					{ title: vscode.l10n.t("Copy BibTeX"), command: commands.copyBibtex, argument: { id } },
					{ title: vscode.l10n.t("Copy link"), command: commands.copyLink, argument: { id } },
				];
	if (!entry) return ofPaper;
	const { uri, key, line } = entry;
	const open = { title: vscode.l10n.t("Open entry"), command: commands.openEntry, argument: { uri, line } };
	const update = { title: vscode.l10n.t("Update entry…"), command: commands.updateEntry, argument: { uri, key } };
	return [...ofPaper, open, ...(id === undefined ? [] : [update])];
}
