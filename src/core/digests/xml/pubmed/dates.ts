// Dates of PubMed: of the issue, of the article online, and in words.

import type { IssuedDate } from "../../../paper";
import { childOf, childrenOf, type Element } from "../../../text/markup/elements";
import { dateOf, readDate } from "../../dates";
import { at, valueAt } from "../records";

/** The date of the issue; where the article itself was dated more exactly within it, that date. */
export function issuedOf(article: Element | undefined, data: Element | undefined): IssuedDate | undefined {
	const issue = dateIn(at(article, "Journal", "JournalIssue", "PubDate") ?? at(article, "Journal", "PubDate"));
	const online = childrenOf(article, "ArticleDate").map(dateIn)[0];
	if (!issue) return online ?? dateIn(historyDate(data));
	if (!online || issue.day !== undefined) return issue;
	const isWithin = online.year === issue.year && (issue.month === undefined || online.month === issue.month);
	return isWithin ? online : issue;
}

/** `Year`, `Month` (a number or `Mar`), `Day`; a `MedlineDate` such as `1998 Dec-1999 Jan` counts by its beginning. */
export function dateIn(date: Element | undefined): IssuedDate | undefined {
	if (!date) return undefined;
	const medline = valueAt(date, "MedlineDate");
	if (medline !== "") return readDate(medline.replace(/[-/].*$/, "")) ?? readDate(medline);
	const [year, month, day] = [valueAt(date, "Year"), valueAt(date, "Month"), valueAt(date, "Day")];
	if (/^\d{0,2}$/.test(month)) return dateOf(year, month, day);
	return readDate(`${year} ${month} ${day}`) ?? readDate(year);
}

function historyDate(data: Element | undefined): Element | undefined {
	const dates = childrenOf(childOf(data, "History"), "PubMedPubDate");
	return dates.find(({ attributes }) => /^(?:pubmed|entrez)$/.test(attributes["PubStatus"] ?? "")) ?? dates[0];
}
