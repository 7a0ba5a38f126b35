// A paper as the HTML of the reading panel. Everything of a digest is escaped. This file brings the math library along:
// only the worker imports it; the frame around it is in pageHtml.ts.

import type { Link, Paper, TextRange } from "../paper";
import { recordStateOf } from "../recordState";
import type { Reason } from "../search/ranking/reasons";
import type { Mark, NoteText } from "../states/paperState";
import {
	authorYear,
	fullName,
	shownAbstract,
	shownAnnouncement,
	shownAuthors,
	shownDate,
	shownVenue,
	type ShownTopic,
} from "../render";
import { identifiers, linkAddress, onlineAddress, pdfAddress } from "./addresses";
import { escapeHtml } from "./escape";
import { actionsHtml, type Position } from "./parts/actions";
import { appearanceText, type Appearance, type ShownRecord } from "./appearances";
import { englishLabels, fill, type Labels } from "./labels";
import { recordsHtml } from "./parts/records";
import { reasonsHtml } from "./reasons";
import { lackText, noticeText, sourceText } from "./recordWords";
import { linkHtml, richText } from "./richText";
import { listHtml, sectionHtml } from "./parts/sections";

export interface PageOptions {
	readonly topics?: readonly ShownTopic[];
	readonly similar?: readonly Paper[];
	readonly appearances?: readonly Appearance[];
	/** The paper as each digest has it, when they differ. */
	readonly records?: readonly ShownRecord[];
	/** The place of the paper in the list that previous and next walk through; without it both are offered. */
	readonly position?: Position | undefined;
	/** Why a search found it. */
	readonly reasons?: readonly Reason[];
	readonly marks?: readonly Mark[];
	readonly tags?: readonly string[];
	/** The note, or the notes that people wrote at the same time. */
	readonly notes?: readonly NoteText[];
	/** The followed queries that brought the paper, and what of it they name. */
	readonly followed?: Followed;
	/** Names of the documents that cite the paper. */
	readonly citedIn?: readonly string[];
	/** The searched words of a title or an abstract, as ranges in the text that is shown. */
	readonly highlight?: (text: string) => readonly TextRange[];
	readonly labels?: Labels;
}

export interface Followed {
	readonly queries: readonly string[];
	/** Places of the authors that are followed. */
	readonly authors: ReadonlySet<number>;
	readonly isVenue: boolean;
}

interface Context extends PageOptions {
	readonly paper: Paper;
	readonly labels: Labels;
	readonly found: (text: string) => readonly TextRange[];
}

/** The reading panel's HTML of a paper, safe to show whatever its texts hold. */
export function renderPaper(paper: Paper, options: PageOptions = {}): string {
	const context: Context = {
		...options,
		paper,
		labels: options.labels ?? englishLabels,
		found: options.highlight ?? (() => []),
	};
	const online = onlineAddress(paper)?.place;
	return [
		`<article class="paper" aria-labelledby="title">`,
		`<header><h1 id="title" dir="auto">${richText(paper.title, { marks: context.found(paper.title) })}</h1>`,
		authorsHtml(context),
		recordHtml(context),
		noticesHtml(context),
		`</header>`,
		actionsHtml({
			labels: context.labels,
			online,
			position: options.position,
			marks: options.marks ?? [],
			isIncomplete: recordStateOf(paper).state !== "complete",
		}),
		topicsHtml(context),
		ownHtml(context),
		foundHtml(context),
		abstractHtml(context),
		codeAndDataHtml(context),
		recordStateHtml(context),
		appearancesHtml(context),
		similarHtml(context),
		`</article>`,
	].join("");
}

function authorsHtml({ paper, labels, followed }: Context): string {
	if (paper.authors.length === 0 && paper.issued === undefined) {
		return `<p class="note">${escapeHtml(labels.noRecord)}</p>`;
	}
	const names = paper.authors.map((name, place) => {
		const shown = escapeHtml(fullName(name));
		return `<bdi>${followed?.authors.has(place) === true ? `<mark>${shown}</mark>` : shown}</bdi>`;
	});
	// "et al." stands behind the last name that is known.
	const last = names.pop();
	if (last !== undefined) names.push(paper.authorsIncomplete === true ? fill(escapeHtml(labels.etAl), last) : last);
	if (names.length <= shownAuthors) return names.length === 0 ? "" : `<p class="authors">${names.join(", ")}</p>`;
	const more = escapeHtml(fill(labels.andMore, names.length - shownAuthors));
	return [
		`<div class="authors">${names.slice(0, shownAuthors).join(", ")} `,
		`<details><summary>${more}</summary> ${names.slice(shownAuthors).join(", ")}</details></div>`,
	].join("");
}

/** Date, venue, documents that cite it; then identifiers and the PDF as links. */
function recordHtml({ paper, labels, followed, citedIn = [] }: Context): string {
	const facts: string[] = [];
	if (paper.issued) facts.push(`<time datetime="${isoDate(paper.issued)}">${escapeHtml(shownDate(paper))}</time>`);
	const venue = shownVenue(paper);
	if (venue !== "") {
		const shown = escapeHtml(venue);
		facts.push(`<bdi>${followed?.isVenue === true ? `<mark>${shown}</mark>` : shown}</bdi>`);
	}
	const announcement = shownAnnouncement(paper, labels);
	if (announcement !== "") facts.push(escapeHtml(announcement));
	facts.push(...citedIn.map(name => escapeHtml(fill(labels.citedInLong, name))));
	const links = identifiers(paper).map(({ url, label }) => linkHtml(url, escapeHtml(label)));
	const pdf = pdfAddress(paper);
	if (pdf !== undefined) links.push(linkHtml(pdf, escapeHtml(labels.pdf)));
	const record = listHtml("facts", facts) + listHtml("identifiers", links, labels.links);
	return record === "" ? "" : `<div class="record">${record}</div>`;
}

/** What was published about the paper since: before anybody reads on. */
function noticesHtml({ paper: { notices = [] }, labels }: Context): string {
	const items = notices.map(notice => {
		const { doi } = notice;
		const address = doi === undefined ? undefined : linkAddress(`https://doi.org/${doi}`);
		const text = escapeHtml(noticeText(notice, labels));
		return address ? `${text} ${linkHtml(address.url, escapeHtml(address.label))}` : text;
	});
	return listHtml("notices", items, labels.notices);
}

/** What is missing of the record, and where it comes from. */
function recordStateHtml({ paper, labels }: Context): string {
	const items = [lackText(paper, labels), sourceText(paper, labels)].filter(text => text !== "").map(escapeHtml);
	return sectionHtml({ id: "record", heading: labels.record, body: listHtml("record-state", items) });
}

function isoDate({ year, month, day }: NonNullable<Paper["issued"]>): string {
	const pad = (value: number, length: number): string => String(value).padStart(length, "0");
	const parts = [pad(year, 4)];
	if (month !== undefined) parts.push(pad(month, 2));
	if (month !== undefined && day !== undefined) parts.push(pad(day, 2));
	return escapeHtml(parts.join("-"));
}

function topicsHtml({ topics = [], labels }: Context): string {
	const chips = topics.map(({ label, terms = [] }) => {
		const why = terms.length === 0 ? "" : ` title="${escapeHtml(fill(labels.because, terms.join(", ")))}"`;
		return `<button type="button" class="chip" data-topic="${escapeHtml(label)}"${why}>${escapeHtml(label)}</button>`;
	});
	return sectionHtml({ id: "topics", heading: labels.topics, body: listHtml("chips", chips), quiet: true });
}

/** What the person added: tags, which filter the tree, and the note; and why the paper is among the followed ones. */
function ownHtml({ tags = [], notes = [], followed, labels }: Context): string {
	const chips = tags.map(
		tag => `<button type="button" class="chip" data-tag="${escapeHtml(tag)}">${escapeHtml(tag)}</button>`,
	);
	const texts = notes.map(({ text }) => `<div class="note-text" dir="auto">${richText(text)}</div>`);
	const warning = texts.length > 1 ? `<p class="note">${escapeHtml(labels.notesAtOnce)}</p>` : "";
	const queries = (followed?.queries ?? []).map(query => `<bdi>${escapeHtml(query)}</bdi>`);
	return [
		sectionHtml({ id: "tags", heading: labels.tags, body: listHtml("chips", chips) }),
		sectionHtml({ id: "note", heading: labels.note, body: texts.length === 0 ? "" : warning + texts.join("") }),
		sectionHtml({ id: "followed", heading: labels.followed, body: listHtml("reasons", queries) }),
	].join("");
}

function foundHtml({ reasons = [], labels }: Context): string {
	return sectionHtml({ id: "found", heading: labels.foundBy, body: reasonsHtml(reasons, labels) });
}

function abstractHtml({ paper, labels, found }: Context): string {
	const text = shownAbstract(paper);
	const body =
		text === ""
			? `<p class="note">${escapeHtml(labels.noAbstract)}</p>`
			: `<p class="abstract" dir="auto">${richText(text, { marks: found(text), links: paper.links })}</p>`;
	return sectionHtml({ id: "abstract", heading: labels.abstract, body });
}

function codeAndDataHtml({ paper, labels }: Context): string {
	const kinds: Partial<Record<Link["kind"], string>> = { code: labels.code, data: labels.data };
	const links = paper.links.flatMap(({ url, kind }) => {
		const word = kinds[kind];
		const address = linkAddress(url);
		if (word === undefined || !address) return [];
		return `${linkHtml(address.url, escapeHtml(address.label))} <span class="kind">${escapeHtml(word)}</span>`;
	});
	return sectionHtml({ id: "code", heading: labels.codeAndData, body: listHtml("links", links) });
}

function appearancesHtml({ appearances = [], records = [], labels }: Context): string {
	const items = appearances.map(appearance => escapeHtml(appearanceText(appearance, labels)));
	const body = listHtml("appearances", items) + recordsHtml(records, labels);
	return sectionHtml({ id: "appearances", heading: labels.appearances, body });
}

function similarHtml({ similar = [], labels }: Context): string {
	const items = similar.map(paper => {
		const who = authorYear(paper, labels);
		const by = who === "" ? "" : ` <span class="by">${escapeHtml(who)}</span>`;
		return `<button type="button" class="row" data-open="${escapeHtml(paper.id)}"><span class="row-title" dir="auto">${richText(paper.title)}</span>${by}</button>`;
	});
	return sectionHtml({ id: "similar", heading: labels.similar, body: listHtml("similar", items) });
}
