// People and dates of Crossref's XML.

import type { IssuedDate, Name } from "../../../paper";
import { childOf, childrenOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { dateOf } from "../../dates";
import type { NameList } from "../../names";
import { personOf } from "../persons";
import { valueAt } from "../records";

/** The authors of a work; its editors where it has none. */
export function authorsIn(work: Element): NameList {
	const lists = [work, ...childrenOf(work, "contributors")];
	const people = lists
		.flatMap(list => childrenOf(list))
		.filter(({ name }) => /^(?:person_name|organization|contributor)$/.test(name));
	const inRole = (role: string): readonly Name[] =>
		people
			.filter(({ attributes }) => (attributes["contributor_role"] ?? "author") === role)
			.flatMap(person => nameOf(person) ?? []);
	const authors = inRole("author");
	const names = authors.length > 0 ? authors : inRole("editor");
	const isIncomplete = names.some(name => "literal" in name && /^et\.? al\.?$/i.test(name.literal));
	return { names: names.filter(name => !("literal" in name && /^et\.? al\.?$/i.test(name.literal))), isIncomplete };
}

function nameOf(person: Element): Name | undefined {
	if (person.name === "organization") {
		const literal = tidyTextOf(person);
		return literal === "" ? undefined : { literal };
	}
	return personOf(valueAt(person, "surname"), valueAt(person, "given_name"), valueAt(person, "suffix"));
}

/** When a work was first public: the earliest of its own dates, else that of the issue, the book or the conference. */
export function issuedIn(work: Element, outer: Element | undefined): IssuedDate | undefined {
	const own = datesIn(
		work,
		"publication_date",
		"posted_date",
		"approval_date",
		"year",
		"review_date",
		"database_date",
	);
	const issue = datesIn(childOf(outer, "journal_issue"), "publication_date");
	const book = datesIn(
		childOf(outer, "book_metadata", "proceedings_metadata", "book_series_metadata"),
		"publication_date",
	);
	return [own, issue, book].flatMap(dates => [...dates].sort(compare))[0];
}

function datesIn(element: Element | undefined, ...names: readonly string[]): readonly IssuedDate[] {
	return names.flatMap(name => childrenOf(element, name)).flatMap(date => dateIn(date) ?? []);
}

function dateIn(date: Element): IssuedDate | undefined {
	if (date.name === "database_date") return datesIn(date, "publication_date", "creation_date")[0];
	if (date.name === "year") return dateOf(tidyTextOf(date));
	return dateOf(valueAt(date, "year"), valueAt(date, "month"), valueAt(date, "day"));
}

/** The earlier date first; within one year or month, the more exact one. */
function compare(a: IssuedDate, b: IssuedDate): number {
	if (a.year !== b.year) return a.year - b.year;
	const [first, second] = [a.month ?? 13, b.month ?? 13];
	return first === second ? (a.day ?? 32) - (b.day ?? 32) : first - second;
}
