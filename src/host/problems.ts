// Problems of digests as the editor shows them: in its language, at their lines.

import * as vscode from "vscode";
import type { Problem } from "../core/paper";
import { problemSentence } from "../core/problems";
import { asWritten } from "./asWritten";

/** What is wrong, as one sentence without file and line. */
export function problemText({ code, args, message }: Problem): string {
	const sentence = problemSentence(code);
	return sentence === undefined ? message : vscode.l10n.t(sentence, ...args);
}

/** Codicons of the severities. */
const severityIcons = { error: "error", warning: "warning", information: "info" } as const;

/** A column further to the right than this is no help to anybody. */
const furthestColumn = 10_000;

/**
 * Where a problem is in an open document: on its first line. The editor makes all line ends of a document the same, so
 * offsets in the file say nothing here; the column is counted in the file's own text, and without it the line is marked.
 */
export function problemRange(document: vscode.TextDocument, problem: Problem, text: string | undefined): vscode.Range {
	const { start, end } = problem.range;
	const line = document.lineAt(Math.max(0, Math.min(problem.line, document.lineCount) - 1));
	const from = text === undefined || end <= start ? undefined : columnOf(text, start);
	const whole = line.range.with(line.range.start.with({ character: line.firstNonWhitespaceCharacterIndex }));
	if (from === undefined || from >= line.text.length) return whole;
	const position = line.range.start.with({ character: from });
	return new vscode.Range(position, position.with({ character: Math.min(from + end - start, line.text.length) }));
}

function columnOf(text: string, offset: number): number | undefined {
	for (let column = 0; column <= furthestColumn; column++) {
		const before = offset - column - 1;
		if (before < 0 || text[before] === "\n" || text[before] === "\r") return column;
	}
	return undefined;
}

/** What a row says of a problem. */
export function problemRow(problem: Problem): vscode.QuickPickItem {
	return {
		label: vscode.l10n.t("Line {0}", problem.line),
		iconPath: new vscode.ThemeIcon(severityIcons[problem.severity]),
		detail: asWritten(problemText(problem)),
	};
}

export function moreNotes(count: number): string {
	return count === 1 ? vscode.l10n.t("… and 1 more note") : vscode.l10n.t("… and {0} more notes", count);
}

export function papersIn(count: number): string {
	return count === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", count);
}

export function digestsIn(count: number): string {
	return count === 1 ? vscode.l10n.t("1 digest") : vscode.l10n.t("{0} digests", count);
}

export function notesIn(count: number): string {
	return count === 1 ? vscode.l10n.t("1 note") : vscode.l10n.t("{0} notes", count);
}
