// Summaries of PubMed (ESummary): version 1 in `DocSum` with named items, version 2 in `DocumentSummary`. They hold no
// abstracts.

import { childrenOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { readInitialsLast } from "../../names";
import { at, textIn, valueAt } from "../records";
import { trimTitle } from "./article";

export function summaryDraft(record: Element): Draft | undefined {
	return record.name === "DocSum" ? first(record) : second(record);
}

function first(record: Element): Draft | undefined {
	const items = new Map(childrenOf(record, "Item").map(item => [item.attributes["Name"] ?? "", item]));
	const value = (name: string): string => tidyTextOf(items.get(name));
	if (!items.has("Title")) return undefined;
	return {
		place: record,
		title: trimTitle(value("Title")),
		authors: childrenOf(items.get("AuthorList"), "Item").flatMap(name => readInitialsLast(tidyTextOf(name)) ?? []),
		issued: readDate(value("PubDate")) ?? readDate(value("EPubDate")),
		type: "article-journal",
		doi: value("DOI"),
		pmid: valueAt(record, "Id"),
		venue: value("FullJournalName") || value("Source"),
		needsNoAbstract: true,
	};
}

function second(record: Element): Draft {
	const ids = childrenOf(at(record, "ArticleIds"), "ArticleId");
	const doi = ids.find(id => valueAt(id, "IdType") === "doi");
	const names = childrenOf(at(record, "Authors"), "Author").map(author => valueAt(author, "Name"));
	return {
		place: record,
		title: trimTitle(textIn(record, "Title")),
		authors: names.flatMap(name => readInitialsLast(name) ?? []),
		issued: readDate(valueAt(record, "PubDate")) ?? readDate(valueAt(record, "EPubDate")),
		type: "article-journal",
		doi: valueAt(doi, "Value"),
		pmid: record.attributes["uid"] ?? "",
		venue: valueAt(record, "FullJournalName") || valueAt(record, "Source"),
		needsNoAbstract: true,
	};
}
