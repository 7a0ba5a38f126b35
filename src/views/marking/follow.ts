// Following authors, venues and words: each is a query in the setting `citeshelf.follow`.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { fullName, plainText } from "../../core/render";
import { asWritten } from "../../host/asWritten";
import { register } from "../../host/commands";
import { UserError } from "../../host/errors";
import { setting, updateSetting } from "../../host/settings";
import type { Library } from "../../library/library";

/** Letters of a selected text that may be meant as words to follow. */
const longestSelection = 80;

export interface FollowingNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The papers that a command is about. */
	readonly papersOf: (args: readonly unknown[]) => readonly string[];
}

export function registerFollowing({ library, log, papersOf }: FollowingNeeds): vscode.Disposable {
	const papers = (args: readonly unknown[]) => papersOf(args).flatMap(id => library.paper(id) ?? []);
	return vscode.Disposable.from(
		register(commands.followAuthor, log, (...args) => {
			const names = papers(args).flatMap(({ authors }) => authors.map(fullName));
			return followSome("author", names, vscode.l10n.t("Which authors do you want to follow?"));
		}),
		register(commands.followVenue, log, (...args) => {
			const venues = papers(args).flatMap(({ venue }) => (venue === undefined ? [] : plainText(venue)));
			return followSome("venue", venues, vscode.l10n.t("Which venues do you want to follow?"));
		}),
		register(commands.followWords, log, given => followWords(given)),
		register(commands.unfollow, log, () => unfollow()),
	);
}

async function followSome(field: "author" | "venue", given: readonly string[], placeHolder: string): Promise<void> {
	const values = [...new Set(given.map(value => value.replace(/["“”„|]/g, "").trim()))].filter(value => value !== "");
	if (values.length === 0) {
		throw new UserError(
			field === "author"
				? vscode.l10n.t("The authors of this paper are not known.")
				: vscode.l10n.t("The venue of this paper is not known."),
		);
	}
	const rows = values.map(value => ({ label: asWritten(value), query: queryOf(field, value) }));
	const chosen =
		rows.length === 1 ? rows : await vscode.window.showQuickPick(rows, { canPickMany: true, placeHolder });
	await follow((chosen ?? []).map(({ query }) => query));
}

async function followWords(given: unknown): Promise<void> {
	const query =
		typeof given === "string"
			? given
			: await vscode.window.showInputBox({
					title: vscode.l10n.t("Follow words"),
					prompt: vscode.l10n.t(
						"A paper must have all of them. “Phrases” and fields such as author: work, too",
					),
					value: selectedText(),
				});
	if (query !== undefined && query.trim() !== "") await follow([query.trim()]);
}

async function unfollow(): Promise<void> {
	const followed = setting("follow");
	if (followed.length === 0) throw new UserError(vscode.l10n.t("You follow nothing yet."));
	const rows = followed.map(query => ({ label: asWritten(query), query }));
	const placeHolder = vscode.l10n.t("What do you no longer want to follow?");
	const chosen = await vscode.window.showQuickPick(rows, { canPickMany: true, placeHolder });
	const gone = new Set((chosen ?? []).map(({ query }) => query));
	if (gone.size > 0)
		await updateSetting(
			"follow",
			followed.filter(query => !gone.has(query)),
		);
}

async function follow(queries: readonly string[]): Promise<void> {
	const followed = setting("follow");
	const more = queries.filter(query => !followed.includes(query));
	if (more.length > 0) await updateSetting("follow", [...followed, ...more]);
}

function queryOf(field: string, value: string): string {
	return /\s/.test(value) ? `${field}:"${value}"` : `${field}:${value}`;
}

function selectedText(): string {
	const editor = vscode.window.activeTextEditor;
	const text = editor ? editor.document.getText(editor.selection).replace(/\s+/g, " ").trim() : "";
	return text.length <= longestSelection ? text : "";
}
