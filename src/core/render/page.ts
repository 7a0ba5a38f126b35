// A paper as the HTML of the reading panel. Everything of a digest is escaped. This file brings the math library along:
// only the worker imports it; the frame around it is in pageHtml.ts.

import type { Link, Paper, TextRange } from "../paper";
import type { Reason } from "../search/ranking/reasons";
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
	readonly isStarred?: boolean;
	/** Names of the documents that cite the paper. */
	readonly citedIn?: readonly string[];
	/** The searched words of a title or an abstract, as ranges in the text that is shown. */
	readonly highlight?: (text: string) => readonly TextRange[];
	readonly labels?: Labels;
}

interface Context extends PageOptions {
	readonly paper: Paper;
	readonly labels: Labels;
	readonly marks: (text: string) => readonly TextRange[];
}

/** The reading panel's HTML of a paper, safe to show whatever its texts hold. */
export function renderPaper(paper: Paper, options: PageOptions = {}): string {
	const context: Context = {
		...options,
		paper,
		labels: options.labels ?? englishLabels,
		marks: options.highlight ?? (() => []),
	};
	const online = onlineAddress(paper)?.place;
	return [
		`<article class="paper" aria-labelledby="title">`,
		`<header><h1 id="title" dir="auto">${richText(paper.title, { marks: context.marks(paper.title) })}</h1>`,
		authorsHtml(context),
		recordHtml(context),
		`</header>`,
		actionsHtml({
			labels: context.labels,
			online,
			position: options.position,
			isStarred: options.isStarred === true,
		}),
		topicsHtml(context),
		foundHtml(context),
		abstractHtml(context),
		codeAndDataHtml(context),
		appearancesHtml(context),
		similarHtml(context),
		`</article>`,
	].join("");
}

function authorsHtml({ paper, labels }: Context): string {
	if (paper.authors.length === 0 && paper.issued === undefined) {
		return `<p class="note">${escapeHtml(labels.noRecord)}</p>`;
	}
	const names = paper.authors.map(name => `<bdi>${escapeHtml(fullName(name))}</bdi>`);
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
function recordHtml({ paper, labels, citedIn = [] }: Context): string {
	const facts: string[] = [];
	if (paper.issued) facts.push(`<time datetime="${isoDate(paper.issued)}">${escapeHtml(shownDate(paper))}</time>`);
	const venue = shownVenue(paper);
	if (venue !== "") facts.push(`<bdi>${escapeHtml(venue)}</bdi>`);
	const announcement = shownAnnouncement(paper, labels);
	if (announcement !== "") facts.push(escapeHtml(announcement));
	facts.push(...citedIn.map(name => escapeHtml(fill(labels.citedInLong, name))));
	const links = identifiers(paper).map(({ url, label }) => linkHtml(url, escapeHtml(label)));
	const pdf = pdfAddress(paper);
	if (pdf !== undefined) links.push(linkHtml(pdf, escapeHtml(labels.pdf)));
	const record = listHtml("facts", facts) + listHtml("identifiers", links, labels.links);
	return record === "" ? "" : `<div class="record">${record}</div>`;
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

function foundHtml({ reasons = [], labels }: Context): string {
	return sectionHtml({ id: "found", heading: labels.foundBy, body: reasonsHtml(reasons, labels) });
}

function abstractHtml({ paper, labels, marks }: Context): string {
	const text = shownAbstract(paper);
	const body =
		text === ""
			? `<p class="note">${escapeHtml(labels.noAbstract)}</p>`
			: `<p class="abstract" dir="auto">${richText(text, { marks: marks(text), links: paper.links })}</p>`;
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
