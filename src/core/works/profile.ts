// What of a paper decides which work it is: its identifiers, its title, its first author, its year.

import { findArxiv } from "../identity";
import type { Name, Paper } from "../paper";
import { fold, hash, normalizeTitle } from "../text/normalize";
import { preprintOf } from "./preprints";

/** The first author's name in the parts that compare. */
interface Author {
	readonly family: readonly string[];
	readonly all: ReadonlySet<string>;
}

export interface Profile {
	/** Equal for papers that nothing here tells apart. */
	readonly signature: string;
	/** One value of each kind: two works cannot have different ones. `doi` is that of the published version. */
	readonly strong: ReadonlyMap<string, string>;
	/** The normalised title. */
	readonly title: string;
	/** Whether the title alone says too little: many papers are called "Editorial". */
	readonly isGeneric: boolean;
	readonly author: Author | undefined;
	readonly year: number | undefined;
}

/** Papers are immutable: what was worked out once for one holds. */
const profiles = new WeakMap<Paper, Profile>();

export function profileOf(paper: Paper): Profile {
	const known = profiles.get(paper);
	if (known) return known;
	const made = makeProfile(paper);
	profiles.set(paper, made);
	return made;
}

/** The identifiers of a profile as keys, those that say most first. */
export function strongKeys({ strong }: Profile): readonly string[] {
	return [...strong].map(([kind, value]) => `${kind}:${value}`);
}

function makeProfile(paper: Paper): Profile {
	const strong = identifiersOf(paper);
	const title = normalizeTitle(paper.title) || paper.title.trim();
	const isGeneric = title === "" || title.split(" ").every(word => genericWords.has(word));
	const author = authorOf(paper.authors);
	const year = paper.issued?.year;
	// Of two papers with a title that says nothing, and nothing else, the abstracts tell.
	const abstract = isGeneric && strong.size === 0 ? hash(paper.abstract) : "";
	const signature = JSON.stringify([[...strong], title, author?.family, author && [...author.all], year, abstract]);
	return { signature, strong, title, isGeneric, author, year };
}

function identifiersOf({ doi, arxiv, pmid }: Paper): ReadonlyMap<string, string> {
	const strong = new Map<string, string>();
	const preprint = doi === undefined ? undefined : preprintOf(doi);
	if (doi !== undefined && !preprint) strong.set("doi", doi.toLowerCase());
	const arxivId = arxiv ?? (preprint?.server === "arxiv" ? findArxiv(preprint.number.slice(9)) : undefined);
	if (arxivId !== undefined) strong.set("arxiv", bareArxiv(arxivId));
	if (preprint && preprint.server !== "arxiv") strong.set(preprint.server, preprint.number);
	// PubMed gives a preprint and its published version each a number.
	const isPreprint = !strong.has("doi") && strong.size > 0;
	if (pmid !== undefined) strong.set(isPreprint ? "preprint-pmid" : "pmid", pmid);
	return strong;
}

/** Old identifiers stand with and without the class of their subject: `math.GT/0309136` is `math/0309136`. */
function bareArxiv(arxiv: string): string {
	return arxiv
		.toLowerCase()
		.replace(/^([a-z-]+)\.[a-z-]+\//, "$1/")
		.replace(/v\d+$/, "");
}

function authorOf([first]: readonly Name[]): Author | undefined {
	if (!first) return undefined;
	const family = "literal" in first ? words(first.literal) : words(`${first.particle ?? ""} ${first.family}`);
	const given = "literal" in first ? [] : words(first.given ?? "");
	return family.length === 0 ? undefined : { family, all: new Set([...family, ...given]) };
}

/** The words of a name; an umlaut is one letter, however it is written. */
function words(name: string): readonly string[] {
	const found = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
	return found.map(word => word.replace(/([aou])e/g, "$1"));
}

/** Whether two first authors may be one: all of one's family name is in the other's name, however they were split. */
export function mayBeSameAuthor(a: Author | undefined, b: Author | undefined): boolean {
	if (!a || !b) return true;
	return a.family.every(word => b.all.has(word)) || b.family.every(word => a.all.has(word));
}

/** Whether two sets of identifiers belong to different works: they have different ones of a kind. */
export function contradict(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
	for (const [kind, value] of a.size < b.size ? a : b) {
		const other = (a.size < b.size ? b : a).get(kind);
		if (other !== undefined && other !== value) return true;
	}
	return false;
}

/** Whether two papers without a common identifier are one work: by title, first author, and year within one. */
export function agree(a: Profile, b: Profile): boolean {
	if (a.title !== b.title || contradict(a.strong, b.strong) || !mayBeSameAuthor(a.author, b.author)) return false;
	const areDated = a.year !== undefined && b.year !== undefined;
	if (areDated && Math.abs(a.year - b.year) > 1) return false;
	if (!a.isGeneric) return true;
	return a.signature === b.signature || (areDated && a.author !== undefined && b.author !== undefined);
}

/** Words of titles that many papers have. */
const genericWords: ReadonlySet<string> = new Set(
	[
		"a an and by for from in it of on our re the this to with",
		"abstract abstracts acknowledgement acknowledgements acknowledgment acknowledgments addendum amendment announcement",
		"announcements author authors back best board books calendar case comment commentary comments concern conclusion",
		"contents contributors correction corrections correspondence corrigendum cover discussion editor editorial editorials",
		"editors erratum errata expression foreword forum front guest highlights images index information introduction invited",
		"issue issues letter letters list masthead matter message minutes news note notes obituary opinion oral perspective",
		"perspectives poster posters preface preliminary president presidential programme program publisher publishers received",
		"reply report reports response retraction retracted review reviewer reviewers reviews section special summary table",
		"untitled viewpoint volume withdrawal withdrawn welcome",
	].flatMap(line => line.split(" ")),
);
