// A `PubmedBookArticle`, of the NCBI Bookshelf: a chapter, or a whole book.

import { childOf, childrenOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import type { Draft } from "../../draft";
import { at, textIn, valueAt } from "../records";
import { abstractIn, nameOfAuthor, trimTitle } from "./article";
import { dateIn } from "./dates";

export function bookDraft(record: Element): Draft {
	const document = record.name === "BookDocument" ? record : childOf(record, "BookDocument");
	const book = childOf(document, "Book");
	const chapter = trimTitle(textIn(document, "ArticleTitle"));
	const title = textIn(book, "BookTitle");
	const ids = [...childrenOf(at(document, "ArticleIdList"), "ArticleId"), ...childrenOf(book, "ELocationID")];
	const accession = ids.find(({ attributes }) => attributes["IdType"] === "bookaccession");
	return {
		place: record,
		title: chapter || title,
		abstract: abstractIn(childOf(document, "Abstract")),
		writtenIn: "plain",
		authors: authorsIn(document) ?? authorsIn(book) ?? [],
		issued:
			dateIn(childOf(document, "ContributionDate")) ??
			dateIn(childOf(book, "PubDate", "BeginningDate")) ??
			dateIn(childOf(document, "DateRevised")),
		type: chapter === "" ? "book" : "chapter",
		doi: tidyTextOf(
			ids.find(({ attributes }) => /^doi$/i.test(attributes["IdType"] ?? attributes["EIdType"] ?? "")),
		),
		pmid: valueAt(document, "PMID"),
		venue: chapter === "" ? textIn(at(book, "Publisher"), "PublisherName") : title,
		keywords: childrenOf(document, "KeywordList").flatMap(list => childrenOf(list, "Keyword").map(plainOfXml)),
		links: accession ? [`https://www.ncbi.nlm.nih.gov/books/${tidyTextOf(accession)}/`] : [],
	};
}

/** The authors of a chapter or a book; its editors where it names no authors. */
function authorsIn(element: Element | undefined): Draft["authors"] {
	const lists = childrenOf(element, "AuthorList");
	const list = lists.find(({ attributes }) => attributes["Type"] !== "editors") ?? lists[0];
	const names = childrenOf(list, "Author").flatMap(author => nameOfAuthor(author) ?? []);
	return names.length > 0 ? names : undefined;
}
