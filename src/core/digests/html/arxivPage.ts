// Listings of arXiv as saved pages: new and recent submissions, search results, and pages in the same mark-up
// (info.arxiv.org/help/subscribe.html; the classes are those that arXiv's own templates use).

import type { Announcement, Name, Paper } from "../../paper";
import { childrenOf, descendantsOf, parseElements, textOf, tidyTextOf, type Element } from "../../text/markup/elements";
import { findLinks } from "../../text/links";
import { plainOf } from "../../text/markup/markup";
import { findArxiv } from "../../identity";
import { readDate } from "../dates";
import { toPapers, type Draft } from "../draft";
import type { Input } from "../format";
import { readName, readNames } from "../names";
import { classesOf, looksLikeHtml } from "./tell";

/** Classes of a listing, or of a page of search results, within the beginning; a page's head alone may be long. */
export function looksLikeArxivPage(text: string): boolean {
	if (!looksLikeHtml(text)) return false;
	const head = text.slice(0, 200_000);
	return /class\s*=\s*["']?(?:list-title|list-authors|arxiv-result)\b/.test(head);
}

/** A record while its pieces come. */
interface Open {
	start: number;
	end: number;
	title: string;
	abstract: string;
	authors: Name[];
	isIncomplete: boolean;
	subjects: string;
	keywords: string[];
	identifier: string;
	addresses: string[];
	announced: Announcement | undefined;
	journal: string;
	doi: string;
	issued: string;
}

export function readArxivPage({ text, report }: Input): Paper[] {
	const listing = new Listing();
	listing.walk(parseElements(text, { xml: false }));
	return toPapers(listing.drafts(), report);
}

class Listing {
	readonly #records: Open[] = [];
	#section: Announcement | undefined;

	walk(element: Element): void {
		for (const child of childrenOf(element)) if (!this.#take(child)) this.walk(child);
	}

	/** Whether an element is a piece of a record, and was taken as a whole. */
	#take(element: Element): boolean {
		const classes = classesOf(element);
		const has = (...names: readonly string[]) => names.some(name => classes.includes(name));
		if (/^h[2-4]$/.test(element.name)) this.#section = sectionOf(tidyTextOf(element)) ?? this.#section;
		if (element.name === "dt") {
			if (textOf(element).trim() !== "") this.#identify(this.#begin(element), element);
			return true;
		}
		if (has("arxiv-result")) {
			this.#begin(element);
			return false;
		}
		if (has("list-identifier")) return this.#identified(element);
		if (has("list-title") || (has("title") && has("mathjax"))) return this.#title(element);
		const record = this.#records.at(-1);
		if (!record) return false;
		record.end = Math.max(record.end, element.end);
		if (has("list-authors", "authors")) return this.#authors(record, element);
		if (has("list-subjects")) record.subjects = withoutLabel(element);
		else if (has("tag") && /^[a-z-]+(?:\.[\w-]+)?$/i.test(tidyTextOf(element)))
			record.keywords.push(tidyTextOf(element));
		else if (has("list-journal-ref")) record.journal = withoutLabel(element);
		else if (has("list-doi")) record.doi = withoutLabel(element);
		else if (has("list-comments", "comments")) this.#comments(record, element);
		else if (has("list-abs", "abstract", "list-abstract") || (element.name === "p" && has("mathjax"))) {
			record.abstract ||= abstractOf(element);
		} else if (element.name === "p" && /^Submitted\b/.test(tidyTextOf(element)))
			record.issued = tidyTextOf(element);
		else return false;
		return true;
	}

	#begin(element: Element): Open {
		const record: Open = {
			start: element.start,
			end: element.end,
			title: "",
			abstract: "",
			authors: [],
			isIncomplete: false,
			subjects: "",
			keywords: [],
			identifier: "",
			addresses: [],
			announced: this.#section,
			journal: "",
			doi: "",
			issued: "",
		};
		this.#records.push(record);
		return record;
	}

	/** The line with the identifier: `[1] arXiv:2405.05254 (cross-list from cs.LG) [pdf, other]`. */
	#identify(record: Open, element: Element): void {
		const told = tidyTextOf(element);
		for (const { attributes } of descendantsOf(element, "a")) {
			const href = attributes["href"] ?? "";
			if (/(?:^|\/)abs\/|\barxiv\.org\/(?:abs|pdf)\//i.test(href)) record.identifier ||= findArxiv(href) ?? "";
			if (/^https?:/.test(href)) record.addresses.push(href);
		}
		record.identifier ||= findArxiv(/arxiv:\s*\S+/i.exec(told)?.[0] ?? "") ?? "";
		if (/\bcross-list\b/i.test(told)) record.announced = "cross-list";
		else if (/\(replaced\b|\breplacement\b/i.test(told)) record.announced = "replacement";
	}

	#identified(element: Element): true {
		const last = this.#records.at(-1);
		const record = last && last.title === "" ? last : this.#begin(element);
		this.#identify(record, element);
		return true;
	}

	/** A title; in search results the line of the class `list-title` holds the identifier instead. */
	#title(element: Element): true {
		const written = withoutLabel(element)
			.replace(/^(?:\[\d+\]|\d+[.)])\s*/, "")
			.replace(/\s*\[\s*(?:arXiv:\s*)?[\w./-]+\s*\]\s*\[\s*(?:pdf|other|html|ps)\b[^\]]*\]\s*$/i, "");
		const isIdentifier = /^arXiv:\s*[\w./-]+\s*(?:\[.*)?$/i.test(written);
		const last = this.#records.at(-1);
		const record = last && last.title === "" ? last : this.#begin(element);
		record.end = Math.max(record.end, element.end);
		this.#identify(record, element);
		if (!isIdentifier) record.title = written;
		return true;
	}

	#authors(record: Open, element: Element): true {
		const links = [...descendantsOf(element, "a")].filter(({ attributes }) => attributes["href"] !== undefined);
		const written = withoutLabel(element);
		const listed = readNames(written);
		const linked = links.flatMap(link =>
			/^(?:et al|et al\.|\(\d+ additional.*)$/i.test(tidyTextOf(link)) ? [] : (readName(tidyTextOf(link)) ?? []),
		);
		record.authors = linked.length > 0 ? linked : [...listed.names];
		record.isIncomplete = listed.isIncomplete || /\(\d+ additional authors? not shown\)/i.test(written);
		return true;
	}

	#comments(record: Open, element: Element): void {
		const told = tidyTextOf(element);
		const journal = /^Journal ref:\s*(.+)$/i.exec(told)?.[1];
		if (journal !== undefined) record.journal = journal;
		else record.addresses.push(...findLinks(told).links.map(({ url }) => url));
	}

	*drafts(): Generator<Draft> {
		const isTableOfContents = this.#records.every(({ abstract }) => abstract === "");
		for (const record of this.#records) {
			if (record.title === "" && record.identifier === "" && record.abstract === "") continue;
			yield draftOf(record, isTableOfContents);
		}
	}
}

function draftOf(record: Open, isTableOfContents: boolean): Draft {
	const fromSubjects = [...record.subjects.matchAll(/\(([a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?)\)/g)].map(
		found => found[1] ?? "",
	);
	const keywords = fromSubjects.length > 0 ? fromSubjects : record.keywords;
	return {
		place: { start: record.start, end: record.end },
		title: record.title,
		abstract: record.abstract,
		writtenIn: "plain",
		authors: record.authors,
		authorsIncomplete: record.isIncomplete,
		issued: readDate(/\d{1,2} \w+, \d{4}/.exec(record.issued)?.[0]),
		arxiv: record.identifier,
		arxivClass: keywords[0],
		doi: record.doi,
		venue: record.journal === "" ? undefined : record.journal,
		keywords,
		links: record.addresses.filter(address => !/\barxiv\.org\/(?:abs|pdf|format|html|a\/|search)/.test(address)),
		announced: record.announced,
		needsNoAbstract: isTableOfContents || record.announced === "replacement",
	};
}

function sectionOf(heading: string): Announcement | undefined {
	if (/^new submissions?\b/i.test(heading)) return "new";
	if (/^cross[- ](?:lists?|submissions?)\b/i.test(heading)) return "cross-list";
	return /^replacement(?:s| submissions?)?\b/i.test(heading) ? "replacement" : undefined;
}

function withoutLabel(element: Element): string {
	return plainOf(element)
		.text.replace(/\s+/g, " ")
		.replace(/^(?:Title|Authors?|Subjects?|Comments?|Journal-ref|Abstract|Related DOI|DOI)\s*:\s*/i, "")
		.trim();
}

/** Search results hold the beginning of an abstract, and hidden beside it the whole. */
function abstractOf(element: Element): string {
	const whole = [...descendantsOf(element)].find(child => classesOf(child).includes("abstract-full"));
	return plainOf(whole ?? element)
		.text.replace(/^\s*Abstract\s*:\s*/i, "")
		.replace(/\s*[△▽]\s*(?:Less|More)\s*$/, "");
}
