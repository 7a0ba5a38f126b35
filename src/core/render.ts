// A paper as rows, tooltips and spoken labels: plain text and escaped Markdown. HTML and rendered math are in
// render/paperHtml.ts, which only the worker loads; this file must not import the math library.

import type { Name, Paper } from "./paper";
import { identifiers, linkAddress, type Address } from "./render/addresses";
import { announcedText, appearanceText, dateText, type Appearance } from "./render/appearances";
import { escapeMarkdown, withoutControls } from "./render/escape";
import { englishLabels, fill, type Labels } from "./render/labels";
import { repairLostMath } from "./text/lostMath";
import { mathSpans } from "./text/math";
import { plainMath } from "./render/math/plainMath";
import { lackText, noticeText, noticeWord, recordWord, sourceText } from "./render/recordWords";

/** A topic of a paper with the words that put it there. */
export interface ShownTopic {
	readonly label: string;
	readonly terms?: readonly string[];
}

/** How many authors are shown before the rest is folded. */
export const shownAuthors = 6;

/** How many appearances a tooltip names. */
const shownAppearances = 6;

/** A text on one line as plain Unicode, its math in plain form (`MedS³`, `10⁻³`); unknown math as its source. */
export function plainText(text: string): string {
	let plain = "";
	let position = 0;
	for (const { start, end, content } of mathSpans(text)) {
		plain += text.slice(position, start) + (plainMath(content) ?? content);
		position = end;
	}
	return withoutControls(plain + text.slice(position))
		.replace(/\s+/g, " ")
		.trim();
}

export function plainTitle(paper: Paper): string {
	return plainText(paper.title);
}

/** The abstract as a reader should see it, math still as `$…$`; the digest's own letters stay in the paper. */
export function shownAbstract(paper: Paper): string {
	return repairLostMath(paper.abstract).trim();
}

/** The abstract as plain text on one line. */
export function plainAbstract(paper: Paper): string {
	return plainText(shownAbstract(paper));
}

/** A name in reading order: "Ludwig van Beethoven", "Martin Luther King, Jr.", "The GaNDLF Consortium". */
export function fullName(name: Name): string {
	if ("literal" in name) return plainText(name.literal);
	const names = [name.given, name.particle, name.family].filter(part => part !== undefined && part !== "").join(" ");
	return plainText(name.suffix === undefined || name.suffix === "" ? names : `${names}, ${name.suffix}`);
}

/** The name by which a paper is cited: the family name with its particle, or the whole of a group's name. */
function citedName(name: Name): string {
	if ("literal" in name) return plainText(name.literal);
	return plainText(name.particle === undefined ? name.family : `${name.particle} ${name.family}`);
}

/** "Filiot", "Kim and Lee", "Filiot et al."; empty without authors. */
export function shortAuthors(paper: Paper, labels: Labels = englishLabels): string {
	const [first, second] = paper.authors;
	if (!first) return "";
	if (paper.authors.length > 2 || paper.authorsIncomplete === true) return fill(labels.etAl, citedName(first));
	if (!second) return citedName(first);
	return fill(labels.and, citedName(first), citedName(second));
}

/** "Filiot et al. 2024"; what is not known is left out. */
export function authorYear(paper: Paper, labels: Labels = englishLabels): string {
	return parts([shortAuthors(paper, labels), year(paper)], " ");
}

/** "13 September 2024", "September 2024", "2024", as precise as it is known; empty without a date. */
export function shownDate(paper: Paper): string {
	return paper.issued ? dateText(paper.issued) : "";
}

/** Journal, proceedings or publisher; empty for an arXiv paper that says so, since its identifier says it too. */
export function shownVenue({ venue = "", arxiv }: Paper): string {
	return arxiv !== undefined && /^arxiv$/i.test(venue.trim()) ? "" : plainText(venue);
}

/** What a row of the tree knows beside the paper. */
export interface RowState {
	/** Name of the document that cites the paper. */
	readonly citedIn?: string | undefined;
	readonly isStarred?: boolean;
	readonly isUnread?: boolean;
	readonly isLater?: boolean;
	readonly isDone?: boolean;
	readonly isHidden?: boolean;
	/** It came since last time. */
	readonly isNew?: boolean;
	readonly isNoted?: boolean;
	readonly tags?: readonly string[];
	/** The followed queries that brought it. */
	readonly followed?: readonly string[];
}

/** "Phikon-v2, A large …; Filiot et al., 2024; replacement; unread; cited in main.tex": what a screen reader says. */
export function spokenLabel(paper: Paper, state: RowState = {}, labels: Labels = englishLabels): string {
	const who = parts([shortAuthors(paper, labels), year(paper)], ", ");
	const cited = state.citedIn === undefined ? "" : fill(labels.citedIn, state.citedIn);
	const known = [noticeWord(paper, labels), who, recordWord(paper, labels), announcedText(paper.announced, labels)];
	const said = [plainTitle(paper), ...known, ...stateWords(state, labels)];
	return parts([...said, taggedText(state, labels), followedText(state.followed, labels), cited], "; ");
}

function stateWords(state: RowState, labels: Labels): readonly string[] {
	const words: readonly (readonly [boolean | undefined, string])[] = [
		[state.isStarred, labels.starred],
		[state.isUnread, labels.unread],
		[state.isNew, labels.new],
		[state.isLater, labels.later],
		[state.isDone, labels.done],
		[state.isHidden, labels.hidden],
		[state.isNoted, labels.noted],
	];
	return words.flatMap(([isSo, word]) => (isSo === true ? word : []));
}

function taggedText({ tags = [] }: RowState, labels: Labels): string {
	return tags.length === 0 ? "" : fill(labels.tagged, tags.map(plainText).join(", "));
}

/** "follows author:Müller"; empty when nothing followed brought the paper. */
export function followedText(followed: readonly string[] = [], labels: Labels = englishLabels): string {
	return followed.length === 0 ? "" : fill(labels.followedFor, followed.map(plainText).join(", "));
}

/** "Filiot et al. 2024 · replacement · new · note · to cite": what stands beside the title in a row. */
export function rowDescription(paper: Paper, labels: Labels = englishLabels, state: RowState = {}): string {
	const followed = (state.followed ?? []).length > 0 ? labels.followed.toLowerCase() : "";
	const marks = [state.isNew === true ? labels.new : "", followed, state.isNoted === true ? labels.noted : ""];
	const known = [noticeWord(paper, labels), authorYear(paper, labels), recordWord(paper, labels)];
	const told = [...known, announcedText(paper.announced, labels), ...marks];
	return parts([...told, ...(state.tags ?? []).map(plainText)], " · ");
}

export interface TooltipOptions {
	readonly topics?: readonly ShownTopic[];
	readonly appearances?: readonly Appearance[];
	readonly citedIn?: string | undefined;
	/** Why it is near what is written: works that are cited there, and words. */
	readonly near?: { readonly cited: readonly string[]; readonly words: readonly string[] };
	readonly tags?: readonly string[];
	/** The followed queries that brought the paper. */
	readonly followed?: readonly string[];
	/** The texts of its note. */
	readonly notes?: readonly string[];
	readonly labels?: Labels;
}

/**
 * The tooltip of a paper as Markdown: title, authors, date and identifiers, topics with the words that put it there, its
 * digests, the first lines of the abstract, links. Everything of a digest is escaped, so the text of a paper cannot become Markdown.
 */
export function tooltip(
	paper: Paper,
	{ topics = [], appearances = [], citedIn, near, labels = englishLabels, ...own }: TooltipOptions = {},
): string {
	const facts = [
		...[shownDate(paper), shownVenue(paper), shownAnnouncement(paper, labels)].map(escapeMarkdown),
		...identifiers(paper).map(markdownLink),
	];
	const reasons = topics.map(topic => escapeMarkdown(topicReason(topic, labels)));
	const links = paper.links.flatMap(link => linkAddress(link.url) ?? []).map(markdownLink);
	const places = appearances.slice(0, shownAppearances).map(each => escapeMarkdown(appearanceText(each, labels)));
	if (appearances.length > places.length) {
		places.push(escapeMarkdown(fill(labels.andMore, appearances.length - places.length)));
	}
	const title = escapeMarkdown(plainTitle(paper));
	const blocks = [
		title === "" ? "" : `**${title}**`,
		(paper.notices ?? []).map(notice => `**${escapeMarkdown(noticeText(notice, labels))}**`).join(" · "),
		escapeMarkdown(authorList(paper, labels)),
		parts(facts, " · "),
		parts([lackText(paper, labels), sourceText(paper, labels)].map(escapeMarkdown), " · "),
		reasons.length === 0 ? "" : `*${escapeMarkdown(labels.topics)}:* ${reasons.join("; ")}`,
		places.length === 0 ? "" : `*${escapeMarkdown(labels.appearances)}:* ${places.join("; ")}`,
		citedIn === undefined ? "" : escapeMarkdown(fill(labels.citedInLong, citedIn)),
		near === undefined ? "" : nearText(near, labels),
		labelled(labels.followed, own.followed),
		labelled(labels.tags, own.tags),
		labelled(labels.note, own.notes),
		escapeMarkdown(beginning(plainAbstract(paper))),
		links.join(" · "),
	];
	return parts(blocks, "\n\n");
}

/** "arXiv replacement"; empty for what is new. */
export function shownAnnouncement({ announced }: Paper, labels: Labels = englishLabels): string {
	const how = announcedText(announced, labels);
	return how === "" ? "" : fill(labels.announcedOnArxiv, how);
}

/** The first six authors in full, "and n more" for the rest, "et al." for those that no digest names. */
export function authorList(paper: Paper, labels: Labels = englishLabels): string {
	const names = paper.authors.slice(0, shownAuthors).map(fullName).join(", ");
	const more = paper.authors.length - shownAuthors;
	const list = more > 0 ? `${names} ${fill(labels.andMore, more)}` : names;
	return paper.authorsIncomplete === true && list !== "" ? fill(labels.etAl, list) : list;
}

/** The first words of a text, up to about `length` characters, cut between words. */
export function beginning(text: string, length = 320): string {
	if (text.length <= length) return text;
	const cut = text.slice(0, length + 1);
	const space = cut.lastIndexOf(" ");
	const kept = space > length / 2 ? cut.slice(0, space) : cut.slice(0, length).replace(/[\ud800-\udbff]$/, "");
	return `${kept.replace(/[\s,;:.–—-]+$/, "")}…`;
}

function nearText({ cited, words }: NonNullable<TooltipOptions["near"]>, labels: Labels): string {
	const like = cited.length === 0 ? "" : fill(labels.nearLike, cited.join(", "));
	const said = parts([like, words.join(", ")], "; ");
	return said === "" ? "" : `*${escapeMarkdown(labels.nearWriting)}:* ${escapeMarkdown(said)}`;
}

/** "*Tags:* a, b"; empty without texts. */
function labelled(label: string, texts: readonly string[] = []): string {
	if (texts.length === 0) return "";
	return `*${escapeMarkdown(label)}:* ${texts.map(text => escapeMarkdown(beginning(plainText(text)))).join(", ")}`;
}

function topicReason({ label, terms = [] }: ShownTopic, labels: Labels): string {
	return terms.length === 0 ? label : fill(labels.reasons, label, terms.join(", "));
}

function markdownLink({ url, label }: Address): string {
	return `[${escapeMarkdown(label)}](${url})`;
}

function year(paper: Paper): string {
	return paper.issued === undefined ? "" : String(paper.issued.year);
}

function parts(texts: readonly string[], separator: string): string {
	return texts.filter(text => text !== "").join(separator);
}
