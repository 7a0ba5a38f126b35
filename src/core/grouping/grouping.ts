// Papers and what is known of them -> groups with labels. Pure and deterministic: the same shelf gives the same groups,
// and a group keeps its key while papers come and go.

import type { Paper } from "../paper";
import { fold } from "../text/normalize";
import { plainText, shownVenue } from "../render";
import { authorsOf } from "./authors";
import { groupsByDate } from "./dates";
import { foldedByLetter, inRuns, isShort, runsOf } from "./folding";
import type { Arrangement, Group, GroupFacts, GroupLabels, GroupedTopic, GroupWords } from "./group";
import { methodsOf } from "./methods";
import { collatorOf, ordered } from "./order";

/** States in the order in which their groups stand. */
const states = ["cited", "starred", "later", "unread", "noted", "read", "done", "hidden"] as const;

/**
 * The papers of a shelf, given in its order, as groups. Every paper is in at least one: in all of its digests, authors,
 * states and methods, and in a last group when it has none. Without grouping a short shelf is one group with an empty
 * label, a long one runs of a hundred.
 */
export function groupPapers(
	papers: readonly Paper[],
	{ by, sort }: Arrangement,
	facts: GroupFacts,
	{ labels, locale }: GroupWords,
): readonly Group[] {
	const collator = collatorOf(locale);
	const inOrder = ordered(papers, sort, { collator, rank: facts.rank });
	if (by === "none") {
		const ids = inOrder.map(({ id }) => id);
		if (ids.length === 0) return [];
		return isShort(ids.length) ? [{ key: "all", label: "", ids }] : runsOf(ids, labels);
	}
	const groups = groupsOf(inOrder, by, { facts, labels, collator });
	return groups.filter(({ ids }) => ids.length > 0).map(group => inRuns(group, labels));
}

interface Needs {
	readonly facts: GroupFacts;
	readonly labels: GroupLabels;
	readonly collator: Intl.Collator;
}

function groupsOf(papers: readonly Paper[], by: Exclude<Arrangement["by"], "none">, needs: Needs): readonly Group[] {
	const { facts, labels, collator } = needs;
	switch (by) {
		case "topic":
			return byTopic(papers, facts.topics(), labels);
		case "digest": {
			const digests = facts.digests();
			const groups = digests.map(({ source, label, ids }) => ({ key: source, label, ids: new Set(ids) }));
			return collected(papers, groups, labels.noDigest);
		}
		case "date":
			return groupsByDate(papers, labels);
		case "author":
			return byAuthor(papers, labels, collator);
		case "venue":
			return byVenue(papers, labels, collator);
		case "method":
			return byLabels(papers, methodsOf, labels.noMethod).sort(
				(a, b) => last(a, b) || b.ids.length - a.ids.length,
			);
		case "state":
			return states.flatMap(state => {
				const ids = papers.filter(({ id }) => isIn(state, facts.states(id))).map(({ id }) => id);
				return ids.length === 0 ? [] : [{ key: state, label: labels[state], ids }];
			});
	}
}

/** A paper that is hidden is only to be found among those that are. */
function isIn(state: (typeof states)[number], ofPaper: readonly string[]): boolean {
	return ofPaper.includes(state) && (state === "hidden" || !ofPaper.includes("hidden"));
}

/** The group of those that belong to no other comes last. */
const none = "none";

function last(a: Group, b: Group): number {
	return Number(a.key === none) - Number(b.key === none);
}

function byTopic(papers: readonly Paper[], topics: readonly GroupedTopic[], labels: GroupLabels): readonly Group[] {
	const places = new Map(papers.map(({ id }, place) => [id, place]));
	const inOrder = (ids: readonly string[]): string[] =>
		[...new Set(ids)].filter(id => places.has(id)).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
	const groupOf = ({ label, terms, ids, subtopics = [] }: GroupedTopic): Group => {
		const groups = subtopics.map(groupOf).filter(each => each.ids.length > 0);
		const own = { key: label, label, ids: inOrder(ids), terms };
		return groups.length > 1 ? { ...own, groups } : own;
	};
	const groups = topics.map(groupOf);
	const placed = new Set(groups.flatMap(({ ids }) => ids));
	const rest = papers.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
	return [...groups, { key: none, label: labels.noTopic, ids: rest }];
}

/** Groups that know their papers, in their order; what is in none comes last. */
function collected(
	papers: readonly Paper[],
	groups: readonly { readonly key: string; readonly label: string; readonly ids: ReadonlySet<string> }[],
	noneLabel: string,
): readonly Group[] {
	const filled = groups.map(({ key, label, ids }) => ({
		key,
		label,
		ids: papers.filter(({ id }) => ids.has(id)).map(({ id }) => id),
	}));
	const placed = new Set(filled.flatMap(({ ids }) => ids));
	const rest = papers.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
	return [...filled, { key: none, label: noneLabel, ids: rest }];
}

function byAuthor(papers: readonly Paper[], labels: GroupLabels, collator: Intl.Collator): readonly Group[] {
	const groups = authorsOf(papers).map(({ key, label, papers: own }) => ({
		key,
		label: plainText(label),
		ids: Array.from(own, ({ id }) => id),
	}));
	const sorted = groups.sort((a, b) => collator.compare(a.label, b.label) || (a.key < b.key ? -1 : 1));
	return [...foldedByLetter(withOrder(sorted, papers), labels), restOf(papers, labels.noAuthor, hasAuthors)];
}

/** Initials may have brought papers behind others. */
function withOrder(groups: readonly Group[], papers: readonly Paper[]): readonly Group[] {
	const places = new Map(papers.map(({ id }, place) => [id, place]));
	return groups.map(group => ({
		...group,
		ids: [...group.ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
	}));
}

function hasAuthors({ authors }: Paper): boolean {
	return authors.length > 0;
}

function restOf(papers: readonly Paper[], label: string, isPlaced: (paper: Paper) => boolean): Group {
	return { key: none, label, ids: papers.filter(paper => !isPlaced(paper)).map(({ id }) => id) };
}

/** Venues by their names, whatever their case and punctuation; the spelling that is used most names the group. */
function byVenue(papers: readonly Paper[], labels: GroupLabels, collator: Intl.Collator): readonly Group[] {
	const venues = new Map<string, { readonly spellings: Map<string, number>; readonly ids: string[] }>();
	for (const paper of papers) {
		const venue = venueOf(paper);
		if (venue === "") continue;
		const key = venueKey(venue);
		const known = venues.get(key) ?? { spellings: new Map<string, number>(), ids: [] };
		venues.set(key, known);
		known.spellings.set(venue, (known.spellings.get(venue) ?? 0) + 1);
		known.ids.push(paper.id);
	}
	const groups = Array.from(venues, ([key, { spellings, ids }]) => ({ key, label: mostUsed(spellings), ids }));
	groups.sort((a, b) => collator.compare(a.label, b.label) || (a.key < b.key ? -1 : 1));
	return [...foldedByLetter(groups, labels), restOf(papers, labels.noVenue, paper => venueOf(paper) !== "")];
}

/** A paper of arXiv that came out nowhere else is of arXiv. */
function venueOf(paper: Paper): string {
	return shownVenue(paper) || (paper.arxiv === undefined ? "" : "arXiv");
}

function venueKey(venue: string): string {
	const key = fold(venue)
		.replace(/&/g, " and ")
		.replace(/^the\s+/, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
	return key === "" ? venue : key;
}

function mostUsed(spellings: ReadonlyMap<string, number>): string {
	const [best] = [...spellings].sort(([a, uses], [b, others]) => others - uses || (a < b ? -1 : 1));
	return best?.[0] ?? "";
}

function byLabels(papers: readonly Paper[], labelsOf: (paper: Paper) => readonly string[], noneLabel: string): Group[] {
	const byLabel = new Map<string, string[]>();
	for (const paper of papers) {
		for (const label of labelsOf(paper)) {
			const known = byLabel.get(label);
			if (known) known.push(paper.id);
			else byLabel.set(label, [paper.id]);
		}
	}
	const groups = Array.from(byLabel, ([label, ids]): Group => ({ key: label, label, ids }));
	return [...groups, restOf(papers, noneLabel, paper => labelsOf(paper).length > 0)];
}
