// The status: each digest with what was read of it, and every problem at its line.

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import type { Problem } from "../core/paper";
import { problemSentence } from "../core/problems";
import { register } from "../host/commands";
import { shownPath } from "../host/files";
import type { Digest, Library } from "../library/library";

interface StatusRow extends vscode.QuickPickItem {
	readonly open?: { readonly uri: vscode.Uri; readonly line: number };
}

const icons = { error: "error", warning: "warning", information: "info" } as const;

export function registerStatus({
	library,
	log,
}: {
	library: Library;
	log: vscode.LogOutputChannel;
}): vscode.Disposable {
	return register(commands.showStatus, log, async () => {
		const rows = library.digests.flatMap(digestRows);
		const title = vscode.l10n.t("{0} in {1}", papersIn(library.papers.size), digestsIn(library.digests.length));
		const placeHolder = vscode.l10n.t("Choose a row to open the file there");
		const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
		const empty = { label: vscode.l10n.t("The shelf is empty") };
		const chosen = await vscode.window.showQuickPick<StatusRow>(rows.length > 0 ? rows : [empty], options);
		if (!chosen?.open) return;
		const { uri, line } = chosen.open;
		await vscode.window.showTextDocument(uri, { selection: new vscode.Range(line - 1, 0, line - 1, 0) });
	});
}

function digestRows({ uri, name, format, papers, problems, readingMs }: Digest): readonly StatusRow[] {
	const notes = problems.length === 1 ? vscode.l10n.t("1 note") : vscode.l10n.t("{0} notes", problems.length);
	return [
		{ label: name, kind: vscode.QuickPickItemKind.Separator },
		{
			label: `$(file-text) ${name}`,
			description: `${papersIn(papers.length)} · ${format} · ${notes} · ${readingMs} ms`,
			detail: shownPath(uri),
			open: { uri, line: 1 },
		},
		...problems.map(problem => problemRow(uri, problem)),
	];
}

function problemRow(digest: vscode.Uri, problem: Problem): StatusRow {
	const { code, severity, file, line, args, message } = problem;
	const sentence = problemSentence(code);
	return {
		label: `$(${icons[severity]}) ${vscode.l10n.t("Line {0}", line)}`,
		description: file,
		detail: sentence === undefined ? message : vscode.l10n.t(sentence, ...args),
		open: { uri: vscode.Uri.joinPath(digest, "..", file), line },
	};
}

function papersIn(count: number): string {
	return count === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", count);
}

function digestsIn(count: number): string {
	return count === 1 ? vscode.l10n.t("1 digest") : vscode.l10n.t("{0} digests", count);
}
