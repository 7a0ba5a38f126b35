// Answers of arXiv's API. Source: arXiv API User's Manual, sections 3.3 (structure) and 3.4 (errors).

import { childOf, childrenOf, textOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { findArxiv } from "../../../identity";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import type { Input } from "../../format";
import { readName } from "../../names";
import { toFormat, valueAt } from "../records";
import type { Root } from "../root";
import { abstractOf, arxivVenue, categoriesOf, linksOfComment } from "./entry";

export const arxivAtom = toFormat({
	name: "arxiv-atom",
	isOf: root => /^(?:feed|entry)$/.test(root.name) && isOfApi(root),
	isRecord: name => name === "entry",
	draftOf: ({ element }, input) => draftOf(element, input),
});

function isOfApi({ head, names }: Root): boolean {
	if (names.has("arxiv:announce_type") || /\brss\.arxiv\.org\b/.test(head)) return false;
	return names.has("arxiv:primary_category") || /<(?:\w+:)?(?:id|link)\b[^<]{0,200}\barxiv\.org\/api\//.test(head);
}

function draftOf(entry: Element, { report }: Input): Draft | undefined {
	const id = valueAt(entry, "id");
	if (/\/api\/errors/.test(id)) {
		report.add("no-list-of-papers", entry, "an answer of arXiv's API", tidyTextOf(childOf(entry, "summary")));
		return undefined;
	}
	return arxivDraft(entry);
}

/** The draft of an `entry` that is a paper. */
export function arxivDraft(entry: Element): Draft {
	const comment = tidyTextOf(childOf(entry, "arxiv:comment"));
	const journal = tidyTextOf(childOf(entry, "arxiv:journal_ref"));
	const primary = childOf(entry, "arxiv:primary_category")?.attributes["term"];
	const pdf = childrenOf(entry, "link").find(({ attributes }) => attributes["title"] === "pdf")?.attributes["href"];
	return {
		place: entry,
		title: tidyTextOf(childOf(entry, "title")),
		abstract: abstractOf(textOf(childOf(entry, "summary"))),
		writtenIn: "plain",
		authors: childrenOf(entry, "author").flatMap(author => readName(valueAt(author, "name")) ?? []),
		issued: readDate(valueAt(entry, "published")),
		arxiv: findArxiv(valueAt(entry, "id").trim()),
		arxivClass: primary,
		doi: valueAt(entry, "arxiv:doi"),
		venue: journal === "" ? arxivVenue : journal,
		keywords: categoriesOf(childrenOf(entry, "category").map(({ attributes }) => attributes["term"] ?? "")),
		links: [...(pdf === undefined ? [] : [{ url: pdf, kind: "pdf" as const }]), ...linksOfComment(comment)],
	};
}
