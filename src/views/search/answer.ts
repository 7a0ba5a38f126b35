// What the search pick answers to a query: which rows, in which order.

import * as vscode from "vscode";
import type { FoundPaper } from "../../core/shelf";
import type { Library } from "../../library/library";
import { recentPapers } from "./recent";
import {
	completionRows,
	fieldRows,
	messageRow,
	paperRow,
	problemRows,
	separator,
	type Purpose,
	type Row,
} from "./rows";

/** Rows of one answer: more than are ever scrolled through. */
const limit = 50;

export interface Question {
	readonly query: string;
	readonly purpose: Purpose;
	readonly token: vscode.CancellationToken;
}

/** The rows for a query: what it may become, the papers it finds, and what of it is not understood. */
export async function answerRows(library: Library, question: Question): Promise<readonly Row[]> {
	const { query, token } = question;
	if (library.papers.size === 0) await library.whenIndexed();
	const [found, help] = await Promise.all([search(library, query, token), library.ask.queryHelp(query, token)]);
	const papers = rowsOf(library, found.papers, question);
	const values = completionRows(query, help);
	return [
		...problemRows(help.problems),
		...fieldRows(query, help),
		...values,
		...(found.isNear ? [separator(vscode.l10n.t("No paper has these words; near in meaning"))] : []),
		...(values.length > 0 && papers.length > 0 && !found.isNear ? [separator(vscode.l10n.t("Papers"))] : []),
		...papers,
		...(papers.length === 0 && values.length === 0 ? nothing(query) : []),
	];
}

interface Answer {
	readonly papers: readonly FoundPaper[];
	/** Whether they have no word of the query, and were found by what it means. */
	readonly isNear: boolean;
}

/** Searches what is indexed so far; when that holds nothing, all of it, and then by what the query means. */
async function search(library: Library, query: string, token: vscode.CancellationToken): Promise<Answer> {
	const papers = await library.ask.search(query, { limit, asYouType: true }, token);
	if (papers.length > 0) return { papers, isNear: false };
	await library.whenIndexed();
	const all = await library.ask.search(query, { limit, asYouType: true }, token);
	if (all.length > 0) return { papers: all, isNear: false };
	return { papers: await library.ask.search(query, { limit, asYouType: false }, token), isNear: true };
}

function nothing(query: string): readonly Row[] {
	const words = query.replace(/(?<=^|\s)-?\p{L}+:(?:"[^"]*"|\S*)/gu, " ").trim();
	const hasFields = words !== query.trim();
	const label = vscode.l10n.t("No paper matches “{0}”", query.trim());
	const all = vscode.l10n.t("Press Enter to clear the search and see the whole shelf.");
	const wider = vscode.l10n.t("Press Enter to search for “{0}” without the fields.", words);
	return [hasFields && words !== "" ? messageRow(label, wider, words) : messageRow(label, all, "")];
}

/** While nothing is typed: what was suggested, or else the papers cited here, the ones used lately, and the shelf. */
export function emptyRows(
	library: Library,
	question: Question,
	{ memento, suggested }: { readonly memento: vscode.Memento; readonly suggested: readonly FoundPaper[] | undefined },
): readonly Row[] {
	if (suggested) return rowsOf(library, suggested, question);
	const seen = new Set<string>();
	const part = (label: string, ids: Iterable<string>): readonly Row[] => {
		const rows: Row[] = [];
		for (const given of ids) {
			if (seen.size >= limit) break;
			const id = library.idOf(given);
			const paper = library.papers.get(id);
			if (!paper || seen.has(id) || library.states.has("hidden", id)) continue;
			seen.add(id);
			rows.push(paperRow(library, paper, question.purpose));
		}
		return rows.length === 0 ? [] : [separator(label), ...rows];
	};
	const known = [
		...part(vscode.l10n.t("Cited in this document"), library.states.cited),
		...part(vscode.l10n.t("Used lately"), recentPapers(memento)),
		...part(vscode.l10n.t("New since last time"), library.fresh.ids),
	];
	const rest = part(vscode.l10n.t("On the shelf"), library.papers.keys());
	// A heading alone would say nothing.
	return known.length === 0 ? rest.slice(1) : [...known, ...rest];
}

function rowsOf(library: Library, found: readonly FoundPaper[], { purpose }: Question): readonly Row[] {
	return found.flatMap(hit => {
		const paper = library.paper(hit.id);
		return paper ? [paperRow(library, paper, purpose, hit)] : [];
	});
}
