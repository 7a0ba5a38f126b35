// The rows of the search pick: papers, what may come next in the query, and what is to be said of it.

import * as vscode from "vscode";
import type { Paper, TextRange } from "../../core/paper";
import { authorYear, beginning, plainText, plainTitle } from "../../core/render";
import { hiddenReasons } from "../../core/render/reasons";
import { noticeWord } from "../../core/render/recordWords";
import type { Completion } from "../../core/search/query/complete";
import type { QueryProblem } from "../../core/search/query/query";
import type { Reason } from "../../core/search/ranking/reasons";
import type { FoundPaper, QueryHelp } from "../../core/shelf";
import { asWritten } from "../../host/asWritten";
import { labels } from "../../host/labels";
import type { Library } from "../../library/library";
import { rowButtons } from "./buttons";

/** Letters of a title in a row: so many that author, year and topic have room beside it. */
const labelLength = 52;

/** Values of a field that are offered at once. */
const mostValues = 8;

/** Letters after which a word may be the beginning of a field's name. */
const fieldLetters = 3;

/** What Enter does with a row. */
export type Purpose = "open" | "cite";

export interface Row extends vscode.QuickPickItem {
	/** The paper; a row without one says something, or completes the query. */
	readonly id?: string;
	/** What the query becomes when the row is taken. */
	readonly query?: string;
	/** It stands above the answers, and Enter does not take it unless a person goes there. */
	readonly isAside?: boolean;
	readonly terms: readonly string[];
	readonly reasons: readonly Reason[];
}

/** A button of a row: the purpose that Enter does not serve, a citation with a locator, or the star. */
export interface RowButton extends vscode.QuickInputButton {
	readonly action: Purpose | "locator" | "star";
}

export function paperRow(library: Library, paper: Paper, purpose: Purpose, hit?: FoundPaper): Row {
	const topic = library.topicOf(paper.id);
	const { isStarred = false, isLater, isDone, isHidden, followed = [], tags = [] } = library.states.row(paper.id);
	const words = [
		noticeWord(paper, labels()),
		authorYear(paper),
		topic,
		isStarred ? labels().starred : undefined,
		isLater === true ? labels().later : undefined,
		isDone === true ? labels().done : undefined,
		isHidden === true ? labels().hidden : undefined,
		followed.length > 0 ? labels().followed.toLowerCase() : undefined,
		...tags.map(plainText),
		library.states.keysOf(paper.id).length > 0 ? vscode.l10n.t("cited") : undefined,
	];
	const detail = hit ? detailOf(hit) : "";
	return {
		id: paper.id,
		terms: hit?.terms ?? [],
		reasons: hit?.reasons ?? [],
		label: asWritten(beginning(plainTitle(paper), labelLength)),
		description: asWritten(words.filter(word => word !== undefined && word !== "").join(" · ")),
		...(detail !== "" && { detail: asWritten(detail) }),
		alwaysShow: true,
		buttons: rowButtons(purpose, isStarred),
	};
}

/** What matched beyond the words that are marked, and the passage that matched. */
function detailOf({ reasons, passage }: FoundPaper): string {
	const why = hiddenReasons(reasons, labels());
	return [why, marked(passage.text, passage.marks)].filter(part => part !== "").join(" — ");
}

/** What the query may become; values first, since somebody who typed a field wants one. */
export function completionRows(query: string, { completions }: QueryHelp): readonly Row[] {
	const values = completions.filter(({ kind }) => kind === "value");
	const [only] = values;
	const typed = only ? query.slice(only.range.start, only.range.end) : "";
	// Nothing is left to complete.
	if (values.length === 1 && only && typed === only.text.trim()) return [];
	return values.slice(0, mostValues).map(completion => completionRow(query, completion));
}

/** The fields that the last word may become. */
export function fieldRows(query: string, { completions }: QueryHelp): readonly Row[] {
	return completions
		.filter(({ kind, range }) => kind === "field" && range.end - range.start >= fieldLetters)
		.map(field => completionRow(query, field));
}

function completionRow(query: string, { kind, label, text, range, count }: Completion): Row {
	const field = kind === "field" ? "" : (/[\p{L}]+:(?=[^:]*$)/u.exec(query.slice(0, range.start))?.[0] ?? "");
	const papers = count === 1 ? vscode.l10n.t("1 paper") : vscode.l10n.t("{0} papers", count ?? 0);
	return {
		label: asWritten(`${field}${label}`),
		description: count === undefined ? vscode.l10n.t("narrow by this field") : papers,
		query: query.slice(0, range.start) + text + query.slice(range.end),
		iconPath: new vscode.ThemeIcon("filter"),
		alwaysShow: true,
		isAside: kind === "field",
		terms: [],
		reasons: [],
	};
}

/** What of a query was not taken as it may have been meant, one line each. */
export function problemRows(problems: readonly QueryProblem[]): readonly Row[] {
	return problems.map(problem => ({
		label: problemText(problem),
		iconPath: new vscode.ThemeIcon("info"),
		alwaysShow: true,
		isAside: true,
		terms: [],
		reasons: [],
	}));
}

function problemText({ code, args }: QueryProblem): string {
	const [field = "", value = ""] = args.map(asWritten);
	switch (code) {
		case "unknown-field":
			return vscode.l10n.t("There is no field “{0}”: it is searched as words", field);
		case "unbalanced-quote":
			return vscode.l10n.t("A quotation mark is not closed: the phrase is searched as words");
		case "bad-value":
			return vscode.l10n.t("“{0}:{1}” is not understood: it is searched as words", field, value);
		case "field-without-data":
			return vscode.l10n.t("Nothing is known for “{0}”: it is searched as words", field);
		case "too-long":
			return vscode.l10n.t("Only the first {0} letters of the query are searched", field);
	}
}

export function separator(label: string): Row {
	return { label, kind: vscode.QuickPickItemKind.Separator, terms: [], reasons: [] };
}

/** A row that says that there is nothing, and what can be done. */
export function messageRow(label: string, detail: string, query: string): Row {
	return { label, detail, query, alwaysShow: true, terms: [], reasons: [] };
}

/** The text with its marked words in angle quotation marks: rows hold plain text, and colour alone would not do. */
function marked(text: string, marks: readonly TextRange[]): string {
	const ordered = [...marks].sort((a, b) => b.start - a.start);
	return ordered.reduce(
		(result, { start, end }) => `${result.slice(0, start)}‹${result.slice(start, end)}›${result.slice(end)}`,
		text,
	);
}
