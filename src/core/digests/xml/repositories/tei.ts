// Works in TEI, as HAL gives them. Sources: TEI P5, "The TEI Header", element `biblFull`; HAL, "AOfr" (its TEI schema).

import type { Name } from "../../../paper";
import { childOf, childrenOf, descendantsOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { personOf } from "../persons";
import { at, textsIn } from "../records";

/** The draft of a `TEI`: what it describes, which is not the description itself. */
export function teiDraft(tei: Element): Draft | undefined {
	const [work = at(tei, "teiHeader", "fileDesc")] = descendantsOf(tei, "biblFull");
	if (!work) return undefined;
	const titles = childrenOf(childOf(work, "titleStmt"), "title").filter(
		({ attributes }) => attributes["type"] !== "sub",
	);
	const [title] = titles;
	if (!title) return undefined;
	const all = [...descendantsOf(work)];
	const numbers = all.filter(({ name }) => name === "idno");
	const number = (type: RegExp): string | undefined =>
		numbers.filter(({ attributes }) => type.test(attributes["type"] ?? "")).map(tidyTextOf)[0];
	const dates = [...all, ...descendantsOf(tei)].filter(({ name }) => name === "date");
	const venue = all.find(
		({ name, attributes }) => (name === "title" && attributes["level"] === "j") || name === "meeting",
	);
	return {
		place: tei,
		title: plainOfXml(title),
		abstract: abstractOf(tei),
		writtenIn: "plain",
		authors: authorsOf(childOf(work, "titleStmt"), work),
		issued: dateOf(dates),
		type: typeOf(all.find(({ attributes }) => attributes["scheme"] === "halTypology")?.attributes["n"]),
		doi: number(/^doi$/i),
		arxiv: number(/^arxiv$/i),
		pmid: number(/^(?:pubmed|pmid)$/i),
		url: number(/^halUri$/),
		venue: venue && plainOfXml(venue.name === "meeting" ? (childOf(venue, "title") ?? venue) : venue),
		keywords: all.filter(({ name }) => name === "keywords").flatMap(list => textsIn(list, "term")),
		links: all
			.filter(({ name, attributes }) => name === "ref" && attributes["type"] === "file")
			.flatMap(({ attributes }) => attributes["target"] ?? [])
			.slice(0, 1)
			.map(url => ({ url, kind: "pdf" as const })),
	};
}

/** In English where there is a choice, as the first of several languages. */
function abstractOf(tei: Element): string {
	const abstracts = [...descendantsOf(tei, "abstract")];
	const english = abstracts.find(({ attributes }) => attributes["xml:lang"] === "en");
	const chosen = english ?? abstracts[0];
	return chosen ? plainOfXml(chosen) : "";
}

/** The authors of the work, in its title statement or in the analytic part of its source. */
function authorsOf(statement: Element | undefined, work: Element): readonly Name[] {
	const own = childrenOf(statement, "author");
	const [analytic] = descendantsOf(work, "analytic");
	return (own.length > 0 ? own : childrenOf(analytic, "author")).flatMap(author => {
		const person = childOf(author, "persName");
		const given = childrenOf(person, "forename").map(tidyTextOf).join(" ");
		return personOf(tidyTextOf(childOf(person, "surname")) || (person ? "" : tidyTextOf(author)), given) ?? [];
	});
}

/** When it was published or defended; else when it was written or put online. */
function dateOf(dates: readonly Element[]): Draft["issued"] {
	for (const type of [
		/^datePub$/,
		/^dateDefended$/,
		/^whenProduced$/,
		/^published$/,
		/^when(?:Released|Submitted)$/,
		/^$/,
	]) {
		for (const { attributes, children } of dates) {
			if (!type.test(attributes["type"] ?? "")) continue;
			const date = readDate(attributes["when"] ?? children.map(tidyTextOf).join(""));
			if (date) return date;
		}
	}
	return undefined;
}

/** HAL's types of documents. */
function typeOf(kind: string | undefined): string {
	const types: Readonly<Record<string, string>> = {
		ART: "article-journal",
		COMM: "paper-conference",
		COUV: "chapter",
		OUV: "book",
		THESE: "thesis",
		HDR: "thesis",
		REPORT: "report",
		UNDEFINED: "article",
	};
	return types[kind ?? ""] ?? "document";
}
