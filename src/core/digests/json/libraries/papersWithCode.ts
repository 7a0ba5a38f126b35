// Papers with Code: its API, and the dumps "papers with abstracts", "links between papers and code" and "evaluation
// tables". Source: github.com/paperswithcode/paperswithcode-data, README.

import type { TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { authorsOf, firstDate, firstText, list, objects, raw, text, texts, type Fields } from "../fields";
import type { Shape } from "../shape";

export const papersWithCode: Shape = {
	name: "paperswithcode",
	is: record => isPaper(record) || isLink(record) || isTask(record),
	drafts: (record, place) => (isTask(record) ? taskDrafts(record, place) : [draftOf(record, place)]),
};

function isPaper(record: Fields): boolean {
	return "url_abs" in record && "title" in record;
}

function isLink(record: Fields): boolean {
	return "paper_title" in record && ("repo_url" in record || "paper_arxiv_id" in record || "paper_url_abs" in record);
}

function isTask(record: Fields): boolean {
	return "task" in record && Array.isArray(record["datasets"]) && ("subtasks" in record || "categories" in record);
}

function draftOf(record: Fields, place: TextRange): Draft {
	const pdf = firstText(record["url_pdf"], record["paper_url_pdf"]);
	const page = firstText(record["url_abs"], record["paper_url_abs"], record["paper_url"]);
	const code = text(record["repo_url"]);
	const { names, isIncomplete } = authorsOf(record["authors"]);
	return {
		place,
		title: firstText(record["title"], record["paper_title"]),
		abstract: raw(record["abstract"]),
		authors: names,
		authorsIncomplete: isIncomplete,
		issued: firstDate(record["date"], record["published"]),
		type: firstText(record["proceeding"], record["conference"]) === "" ? "article" : "paper-conference",
		arxiv: firstText(record["arxiv_id"], record["paper_arxiv_id"]) || arxivAddress(page, pdf),
		url: page || text(record["conference_url_abs"]),
		venue: firstText(record["proceeding"], record["conference"]),
		keywords: [...texts(record["tasks"], "name", "task"), ...texts(record["methods"], "name")],
		links: [
			...(pdf === "" ? [] : [{ url: pdf, kind: "pdf" as const }]),
			...(code === "" ? [] : [{ url: code, kind: "code" as const }]),
			...texts(record["paper_url"]),
		],
		needsNoAbstract: !("abstract" in record),
	};
}

function arxivAddress(...urls: readonly string[]): string | undefined {
	return urls.find(url => /\barxiv\.org\//i.test(url));
}

/** Tables hold tables of subsets and of subtasks; deeper than this none does. */
const deepest = 8;

/** The papers of the rows of a task's tables. A row without a paper names a model alone and is none. */
function taskDrafts(task: Fields, place: TextRange, depth = 0): readonly Draft[] {
	if (depth > deepest) return [];
	const datasets = objects(task["datasets"]);
	const rows = [task, ...datasets].flatMap(table => tableRows(table, depth));
	const here = rows.flatMap(row => rowDraft(row, text(task["task"]), place));
	return [...here, ...objects(task["subtasks"]).flatMap(subtask => taskDrafts(subtask, place, depth + 1))];
}

function tableRows(table: Fields, depth: number): readonly Fields[] {
	const sota = table["sota"];
	const own = typeof sota === "object" && sota !== null ? objects((sota as Fields)["rows"]) : [];
	const inner = depth > deepest ? [] : list(table["subdatasets"]);
	return [...own, ...objects(inner).flatMap(subset => tableRows(subset, depth + 1))];
}

function rowDraft(row: Fields, task: string, place: TextRange): readonly Draft[] {
	const title = text(row["paper_title"]);
	const url = text(row["paper_url"]);
	if (title === "") return [];
	return [
		{
			place,
			title,
			issued: firstDate(row["paper_date"]),
			arxiv: arxivAddress(url),
			url,
			keywords: task === "" ? [] : [task],
			links: objects(row["code_links"]).flatMap(link => {
				const code = text(link["url"]);
				return code === "" ? [] : [{ url: code, kind: "code" as const }];
			}),
			needsNoAbstract: true,
		},
	];
}
