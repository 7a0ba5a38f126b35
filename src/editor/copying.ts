// Copying papers: as a citation in the syntax of the open document, as BibTeX, as a reference in a style, as a link.

import * as vscode from "vscode";
import { insertCitation, syntaxName, type Source } from "../core/citations/citations";
import { paperIds } from "../core/commandArguments";
import { commands } from "../core/contributions";
import type { Paper } from "../core/paper";
import { markdownLink } from "../core/references/markdownLink";
import { applied } from "../core/textEdits";
import { asWritten } from "../host/asWritten";
import { guarded, register, type CommandId } from "../host/commands";
import { ignoreUserError, UserError } from "../host/errors";
import { referenceStyle } from "../host/referenceStyle";
import type { Library } from "../library/library";
import type { EntryOptions } from "../library/questions";
import { knownBibliographyOf } from "./bibliographyFile";
import { emptySource } from "./openBibliography";
import type { CitingNeeds } from "./citing";
import { citationCommand, entryStyle } from "./style";
import type { CitationTarget } from "./target";

export interface CopyingNeeds extends Pick<CitingNeeds, "offerRecords"> {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	readonly extensionUri: vscode.Uri;
	/** The paper that the person looks at, in the tree or in the panel. */
	readonly currentPaper: () => string | undefined;
}

export function registerCopying(needs: CopyingNeeds, target: CitationTarget): vscode.Disposable {
	const { library, log } = needs;
	const papersOf = (ids: readonly string[]): readonly Paper[] => ids.flatMap(id => library.paper(id) ?? []);
	/** A command that copies a text about papers which says who wrote them: where that is not known, it can be looked up. */
	const registerText = (
		command: CommandId,
		textOf: (ids: readonly string[]) => Promise<{ readonly text: string; readonly said: string }>,
	): vscode.Disposable =>
		register(command, log, async argument => {
			const ids = chosenPapers(argument, needs);
			const { text, said } = await textOf(ids);
			await copy(text, said);
			void guarded(log, () => needs.offerRecords({ papers: papersOf(ids) }));
		});
	return vscode.Disposable.from(
		registerText(commands.copyBibtex, async ids => {
			const { edits } = await library.ask.addEntries(ids, newBibliography());
			return { text: applied("", edits), said: vscode.l10n.t("BibTeX copied") };
		}),
		registerText(commands.copyCitation, async ids => {
			const citation = await citationOf(library, ids, target.document);
			return { text: citation, said: vscode.l10n.t("{0} copied", asWritten(citation)) };
		}),
		registerText(commands.copyReference, async ids => {
			const texts = await referencesOf(needs, ids, target.document);
			return { text: texts.join("\n"), said: vscode.l10n.t("Reference copied") };
		}),
		register(commands.copyLink, log, async argument => {
			const papers = papersOf(chosenPapers(argument, needs));
			await copy(papers.map(markdownLink).join("\n"), vscode.l10n.t("Link copied"));
		}),
	);
}

/** The papers of a command's argument, else the one that the person looks at. Throws a `UserError` without any. */
export function chosenPapers(
	argument: unknown,
	{ currentPaper }: Pick<CopyingNeeds, "currentPaper">,
): readonly string[] {
	const current = currentPaper();
	const ids = paperIds(argument) ?? (current === undefined ? [] : [current]);
	if (ids.length > 0) return ids;
	throw new UserError(vscode.l10n.t("Choose a paper on the shelf first."));
}

/** Puts a text on the clipboard and says so in the status bar. */
async function copy(text: string, said: string): Promise<void> {
	await vscode.env.clipboard.writeText(text);
	vscode.window.setStatusBarMessage(`$(copy) ${said}`, 5000);
}

/** References in the style of the settings; in Markdown for a document that is written in it. */
async function referencesOf(
	{ library, extensionUri }: CopyingNeeds,
	ids: readonly string[],
	document: vscode.TextDocument | undefined,
): Promise<readonly string[]> {
	const style = await referenceStyle(extensionUri, document?.uri);
	const syntax = document && syntaxName({ text: "", languageId: document.languageId, fileName: document.uri.path });
	const output = syntax === "pandoc" || syntax === "myst" ? "markdown" : "text";
	const { texts, problems } = await library.ask.references({ ids, output, ...style });
	const [problem] = problems.filter(({ severity }) => severity === "error");
	if (texts.length === 0 && problem) throw new UserError(problem.message);
	return texts;
}

/**
 * A citation of papers in the syntax of a document, by the keys that they have or would get in its bibliography; in
 * LaTeX by the keys of a new bibliography when there is no document.
 */
async function citationOf(
	library: Library,
	ids: readonly string[],
	document: vscode.TextDocument | undefined,
): Promise<string> {
	const bibliography = (document && (await usedBibliography(library, document))) ?? newBibliography(document?.uri);
	const { keys } = await library.ask.addEntries(ids, bibliography);
	const source: Source = {
		text: "",
		languageId: document?.languageId ?? "latex",
		fileName: document?.uri.path ?? "",
	};
	return applied("", insertCitation(source, 0, keys, { command: document && citationCommand(document) }));
}

/** A BibTeX file that holds nothing yet. */
function newBibliography(scope?: vscode.Uri): EntryOptions {
	return { bibliography: emptySource("references.bib"), others: [], ...entryStyle(scope) };
}

/** The bibliography that a document uses. */
async function usedBibliography(
	{ projects, texts }: Library,
	document: vscode.TextDocument,
): Promise<EntryOptions | undefined> {
	const file = await knownBibliographyOf(projects, document).catch(ignoreUserError);
	const [bibliography] = file?.exists ? await texts.bibliographies([file.uri]) : [];
	if (!file || !bibliography) return undefined;
	return { bibliography, others: await texts.bibliographies(file.others), ...entryStyle(document.uri) };
}
