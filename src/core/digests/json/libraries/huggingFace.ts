// Daily papers of Hugging Face: the answers of /api/daily_papers and /api/papers, and rows of data sets made of them
// in the dataset viewer's API. Source: huggingface.co/docs/hub/api, "Papers"; huggingface.co/docs/dataset-viewer.

import type { Name, TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { findArxiv } from "../../../identity";
import { repairLostMath } from "../../../text/lostMath";
import { readName } from "../../names";
import { authorsOf, fieldsOf, firstDate, firstText, isFields, list, raw, text, type Fields } from "../fields";
import type { Shape } from "../shape";

export const huggingFace: Shape = {
	name: "huggingface",
	is: record =>
		isEntry(record) || isPaper(record) || isPaper(fieldsOf(record["row"])) || isEntry(fieldsOf(record["row"])),
	drafts: (record, place) => [draftOf(isFields(record["row"]) ? record["row"] : record, place)],
};

function isEntry(record: Fields): boolean {
	const paper = fieldsOf(record["paper"]);
	const has = (key: string): boolean => key in paper || key in record;
	return (
		"id" in paper && (has("title") || has("summary")) && (has("authors") || has("upvotes") || has("publishedAt"))
	);
}

/** A paper by itself has signs of its page on Hugging Face beside an arXiv identifier. */
function isPaper(record: Fields): boolean {
	const signs = [
		"upvotes",
		"discussionId",
		"ai_summary",
		"ai_keywords",
		"submittedOnDailyAt",
		"submittedOnDailyBy",
		"submittedBy",
	];
	const id = firstText(record["id"], record["arxiv_id"], record["paper_id"], record["_id"]);
	return findArxiv(id) !== undefined && "title" in record && signs.some(sign => sign in record);
}

/** The paper's own title, summary and date are meant; those of the entry are of its announcement. */
function draftOf(entry: Fields, place: TextRange): Draft {
	const paper = isFields(entry["paper"]) ? entry["paper"] : entry;
	const arxiv = findArxiv(firstText(paper["id"], paper["arxiv_id"], paper["paper_id"]));
	const summaries = [paper["summary"], paper["abstract"], entry["summary"], paper["ai_summary"]].map(raw);
	const { names, isIncomplete } = authorsShown(paper["authors"] ?? entry["authors"]);
	return {
		place,
		title: repairLostMath(firstText(paper["title"], entry["title"])),
		abstract: repairLostMath(summaries.find(summary => summary.trim() !== "") ?? ""),
		authors: names,
		authorsIncomplete: isIncomplete,
		issued: firstDate(paper["publishedAt"], paper["published_at"], entry["publishedAt"], entry["date"]),
		arxiv,
		url: arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`,
		keywords: list(paper["ai_keywords"]).map(text),
		links: [
			...addresses("code", paper["githubRepo"], paper["github_repo"], paper["github"]),
			...addresses(undefined, paper["projectPage"], paper["project_page"]),
			...(arxiv === undefined ? [] : [`https://huggingface.co/papers/${arxiv}`]),
		],
	};
}

function addresses(kind: "code" | undefined, ...values: readonly unknown[]): NonNullable<Draft["links"]> {
	const urls = values.map(text).filter(url => url !== "");
	return urls.map(url => (kind === undefined ? url : { url, kind }));
}

/** Authors whom their page hides are left out, as Hugging Face does. */
function authorsShown(value: unknown): { readonly names: readonly Name[]; readonly isIncomplete: boolean } {
	if (!list(value).some(isFields)) return authorsOf(value);
	const shown = list(value).filter(author => !isFields(author) || author["hidden"] !== true);
	const names = shown.flatMap(author => readName(isFields(author) ? firstText(author["name"]) : text(author)) ?? []);
	return { names, isIncomplete: false };
}
