// Which of the records that catalogues gave is that of a paper. A wrong record is worse than none: what is not sure is
// left to a person.

import type { Paper } from "../paper";
import { contradict, profileOf, strongKeys } from "../works/profile";
import type { Candidate, Wanted } from "./catalogue";
import { compareAbstracts, type AbstractLikeness, type AbstractThresholds } from "./matching/abstracts";
import { compareAuthors, compareYears, type Agreement } from "./matching/people";
import { compareTitles, titleLength, type Telling, type TitleLikeness, type TitleThresholds } from "./matching/titles";
import { followRelations, worksAmong } from "./matching/works";

/** Why a record was taken, or was not. */
export type Reason =
	| Telling
	| "identifier-agrees"
	| "identifier-differs"
	| "title-agrees"
	| "title-alike"
	| "title-differs"
	| "abstract-agrees"
	| "abstract-differs"
	| "author-agrees"
	| "author-differs"
	| "year-agrees"
	| "year-differs"
	| "nothing-else-known"
	| "several-works"
	| "refused";

export interface Judged {
	readonly candidate: Candidate;
	readonly reasons: readonly Reason[];
}

/** What came of the candidates for a paper. */
export type Match =
	/**
	 * Records of one work, the paper's, the surest first. `isSure` when more than the title agrees: an identifier, the
	 * abstract, an author, the year. Otherwise nothing else is known by both, and nothing else has that title.
	 */
	| {
			readonly kind: "taken";
			readonly candidates: readonly Candidate[];
			readonly reasons: readonly Reason[];
			readonly isSure: boolean;
	  }
	/** Records of which a person has to choose, the likeliest first. */
	| { readonly kind: "doubtful"; readonly candidates: readonly Judged[]; readonly reasons: readonly Reason[] }
	| { readonly kind: "none"; readonly reasons: readonly Reason[] };

export interface MatchOptions {
	/** Ids of papers that a person has said are not this one. */
	readonly refused?: ReadonlySet<string>;
	readonly thresholds?: Thresholds;
}

export interface Thresholds {
	readonly title: TitleThresholds;
	readonly abstract: AbstractThresholds;
}

/** As measured over the sample shelf among near twins (`test/bench/metadata`). */
export const defaultThresholds: Thresholds = {
	title: { edit: 0.85, overlap: 0.75 },
	abstract: { agrees: 0.5, agreesAlone: 0.6, differs: 0.1 },
};

/** How sure a record is the paper's; of several works the surer one counts. */
type Sureness = 0 | 1 | 2 | 3 | 4 | 5;

interface Verdict extends Judged {
	readonly kind: Match["kind"];
	readonly sureness: Sureness;
	/** Whether it has the title of the paper. */
	readonly isTitled: boolean;
	/** Whether it may be a version of the paper when the record of another one says so. */
	readonly canFollow: boolean;
}

/** More candidates than any search gives. */
const mostCandidates = 200;

/** The records of a paper among candidates, whatever their order. */
export function matchPaper(wanted: Wanted, candidates: readonly Candidate[], options: MatchOptions = {}): Match {
	const verdicts = candidates
		.slice(0, mostCandidates)
		.map(candidate => judge(wanted, candidate, options))
		.sort((a, b) => b.sureness - a.sureness);
	const taken = verdicts.filter(({ kind }) => kind === "taken");
	const doubtful = verdicts.filter(({ kind }) => kind === "doubtful");
	if (taken.length === 0) return doubtful.length === 0 ? none(verdicts) : undecided(doubtful, []);
	const works = worksAmong(taken.map(({ candidate }) => candidate)).map(work =>
		work.flatMap(index => taken[index] ?? []),
	);
	const surest = taken[0]?.sureness ?? 0;
	const rivals = works.filter(work => work.some(({ sureness }) => sureness === surest));
	const [best = []] = rivals;
	if (rivals.length > 1) return undecided([...rivals.flat(), ...doubtful], ["several-works"]);
	// By the title alone, a work is taken only when nothing else has that title, not even what is surely another work.
	const isAlone = doubtful.length === 0 && !verdicts.some(({ kind, isTitled }) => kind === "none" && isTitled);
	if (surest === 1 && !isAlone) return undecided([...taken, ...doubtful], ["several-works"]);
	const records = best.map(({ candidate }) => candidate);
	const others = verdicts.filter(verdict => !best.includes(verdict) && verdict.canFollow);
	const followed =
		surest > 1
			? followRelations(
					records,
					others.map(({ candidate }) => candidate),
				)
			: records;
	return { kind: "taken", candidates: followed, reasons: best[0]?.reasons ?? [], isSure: surest > 1 };
}

function none(verdicts: readonly Verdict[]): Match {
	return { kind: "none", reasons: verdicts[0]?.reasons ?? [] };
}

/** Candidates to choose from that are shown at most. */
const mostShown = 10;

function undecided(verdicts: readonly Verdict[], reasons: readonly Reason[]): Match {
	const candidates = verdicts.slice(0, mostShown).map(({ candidate, reasons: why }) => ({ candidate, reasons: why }));
	return { kind: "doubtful", candidates, reasons: [...reasons, ...(verdicts[0]?.reasons ?? [])] };
}

/** What is known of a candidate beside a wanted paper. */
interface Evidence {
	readonly identifier: Agreement;
	readonly title: TitleLikeness;
	readonly telling: Telling | undefined;
	readonly abstract: AbstractLikeness;
	readonly author: Agreement;
	readonly year: Agreement;
	readonly words: number;
}

function judge(wanted: Wanted, candidate: Candidate, { refused, thresholds }: MatchOptions): Verdict {
	if (refused?.has(candidate.paper.id) === true)
		return { candidate, kind: "none", sureness: 0, isTitled: false, canFollow: false, reasons: ["refused"] };
	const evidence = weigh(wanted, candidate, thresholds ?? defaultThresholds);
	const [kind, sureness] = decide(evidence);
	const isTitled = (evidence.title === "same" || evidence.title === "spelled") && evidence.telling === undefined;
	const canFollow = evidence.telling !== "kind-differs" && evidence.author !== "differs";
	return { candidate, kind, sureness, isTitled, canFollow, reasons: reasonsOf(evidence) };
}

function weigh(wanted: Wanted, { paper, relations }: Candidate, { title, abstract }: Thresholds): Evidence {
	const titles = compareTitles(wanted.title, paper.title, title);
	const isNotice = relations.some(({ kind }) => kind === "notice-of");
	const telling = isNotice && titles.likeness !== "same" ? "kind-differs" : titles.telling;
	return {
		identifier: compareIdentifiers(wanted, paper),
		title: titles.likeness,
		telling,
		abstract: compareAbstracts(wanted.abstract, paper.abstract, abstract),
		author: compareAuthors(wanted.authors, paper.authors),
		year: compareYears(wanted.issued, paper.issued),
		words: titleLength(wanted.title),
	};
}

/** One identifier in common agrees, and two of one kind differ; the former is overruled by nothing but the latter. */
function compareIdentifiers(wanted: Wanted, paper: Paper): Agreement {
	const [one, other] = [profileOf(asPaper(wanted)), profileOf(paper)];
	if (contradict(one.strong, other.strong)) return "differs";
	const known = new Set(strongKeys(one));
	return strongKeys(other).some(key => known.has(key)) ? "agrees" : "unknown";
}

const papers = new WeakMap<Wanted, Paper>();

/** A wanted paper with what else a paper has, which says nothing about which one it is. */
function asPaper(wanted: Wanted): Paper {
	const made = papers.get(wanted) ?? { ...wanted, type: "article", keywords: [], links: [] };
	papers.set(wanted, made);
	return made;
}

/** Titles of fewer words than this are those of many papers. */
const fewestWords = 4;

type Decision = readonly [Match["kind"], Sureness];

function decide(evidence: Evidence): Decision {
	const { identifier, title, telling, abstract, author } = evidence;
	if (identifier === "differs") return ["none", 0];
	if (identifier === "agrees") {
		// An identifier may be that of another work by mistake: then nothing else agrees.
		const isBorneOut = title !== "apart" || abstract === "alike" || abstract === "same" || author === "agrees";
		return isBorneOut ? ["taken", 5] : ["doubtful", 2];
	}
	if (telling === "kind-differs") return ["none", 0];
	if (telling !== undefined) return abstract === "same" ? ["doubtful", 2] : ["none", 0];
	if (title === "same" || title === "spelled") return decideAlike(evidence);
	if (abstract === "same") return author === "differs" ? ["doubtful", 2] : ["taken", 3];
	return decideOther(evidence);
}

/** The titles are the same. */
function decideAlike({ title, abstract, author, year, words }: Evidence): Decision {
	if (abstract === "same" || abstract === "alike") return author === "differs" ? ["doubtful", 2] : ["taken", 4];
	if (author === "differs") return ["none", 0];
	if (abstract === "apart") return author === "agrees" || year === "agrees" ? ["doubtful", 1] : ["none", 0];
	if (author === "agrees") return year === "differs" ? ["doubtful", 2] : ["taken", 2];
	if (year === "differs" || words < fewestWords) return ["doubtful", 1];
	if (year === "agrees") return ["taken", 2];
	// Nothing else is known by both.
	return title === "same" ? ["taken", 1] : ["doubtful", 1];
}

/** The titles differ by more than spelling, and the abstracts do not decide. */
function decideOther({ title, abstract, author, year }: Evidence): Decision {
	const isBorneOut = author === "agrees" && year !== "differs";
	if (title === "apart") {
		return abstract === "alike" && author !== "differs" ? [isBorneOut ? "taken" : "doubtful", 2] : ["none", 0];
	}
	if (abstract === "alike") return author === "differs" ? ["doubtful", 1] : ["taken", 3];
	if (abstract === "apart" || author === "differs") return ["none", 0];
	if (title === "shortened" && author === "agrees" && year === "agrees") return ["taken", 2];
	return title === "shortened" || isBorneOut ? ["doubtful", 1] : ["none", 0];
}

function reasonsOf({ identifier, title, telling, abstract, author, year }: Evidence): readonly Reason[] {
	const reasons: Reason[] = [];
	if (identifier !== "unknown") reasons.push(`identifier-${identifier}`);
	if (title === "same" || title === "spelled") reasons.push("title-agrees");
	else reasons.push(title === "apart" ? "title-differs" : "title-alike");
	if (telling) reasons.push(telling);
	if (abstract === "apart") reasons.push("abstract-differs");
	else if (abstract !== "unknown") reasons.push("abstract-agrees");
	if (author !== "unknown") reasons.push(`author-${author}`);
	if (year !== "unknown") reasons.push(`year-${year}`);
	const isKnown = [identifier, abstract, author, year].some(one => one !== "unknown");
	return isKnown ? reasons : [...reasons, "nothing-else-known"];
}
