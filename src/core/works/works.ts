// The papers of several digests as works: a paper that stands in more than one digest, or as a preprint and published,
// is one work with a record for each appearance.

import { allIds, paperId } from "../identity";
import type { Paper } from "../paper";
import { hash } from "../text/normalize";
import { groupPapers } from "./group";
import { mergeRecords, type Origins } from "./merge";
import { preprintOf } from "./preprints";
import { profileOf } from "./profile";

/** A paper as one digest has it. */
export interface WorkRecord {
	readonly source: string;
	/** Its place in the digest, from 1. */
	readonly place: number;
	readonly paper: Paper;
}

export interface Work {
	/** The best of all records; its `id` is the strongest identifier, and no other work has it. */
	readonly paper: Paper;
	/** Every id by which the work is known, the paper's own among them. */
	readonly ids: readonly string[];
	/** In the order of the digests. */
	readonly records: readonly WorkRecord[];
	/** For each field of the paper the records that gave it, as indices. */
	readonly origins: Origins;
}

/** The works of a shelf by the ids of their papers, in the order of their first appearance. */
export class Works {
	readonly #byId: ReadonlyMap<string, Work>;
	readonly #aliases: ReadonlyMap<string, Work | undefined>;

	/** The works of digests. One whose records are those of a work that was known is the same object. */
	constructor(digests: Iterable<readonly [source: string, papers: readonly Paper[]]> = [], known?: Works) {
		const records: WorkRecord[] = [];
		for (const [source, papers] of digests) {
			papers.forEach((paper, index) => records.push({ source, place: index + 1, paper }));
		}
		const drafts = groupPapers(records.map(({ paper }) => paper)).map(group =>
			draftOf(group.flatMap(index => records[index] ?? [])),
		);
		const owners = ownersOf(drafts);
		const byDraft = new Map(drafts.map(draft => [draft, workOf(draft, owners, known)]));
		this.#byId = new Map([...byDraft.values()].map(work => [work.paper.id, work]));
		this.#aliases = new Map(Array.from(owners, ([id, draft]) => [id, byDraft.get(draft)]));
	}

	get all(): Iterable<Work> {
		return this.#byId.values();
	}

	get size(): number {
		return this.#byId.size;
	}

	/** The work with an id, which may be any by which it is known. */
	get(id: string): Work | undefined {
		return this.#byId.get(id) ?? this.#aliases.get(id);
	}
}

interface Draft {
	readonly records: readonly WorkRecord[];
	/** The ids of its records, the strongest first. */
	readonly ids: readonly string[];
	/** What tells works apart that would have the same id, whatever the order of their records. */
	readonly mark: string;
}

function draftOf(records: readonly WorkRecord[]): Draft {
	const ids = new Set(records.flatMap(({ paper }) => idsOf(paper)));
	const ordered = [...ids].sort((a, b) => strength(a) - strength(b) || (a < b ? -1 : 1));
	const signatures = records.map(({ paper }) => profileOf(paper).signature);
	return { records, ids: ordered, mark: signatures.reduce((least, next) => (next < least ? next : least), "\uffff") };
}

/** Papers are immutable: what was worked out once for one holds. */
const knownIds = new WeakMap<Paper, readonly string[]>();

/** Every id under which somebody may ask for a paper; for a version of a preprint also that of the preprint. */
function idsOf(paper: Paper): readonly string[] {
	const known = knownIds.get(paper);
	if (known) return known;
	const { doi, arxiv, pmid, title } = paper;
	const preprint = doi === undefined ? undefined : preprintOf(doi);
	const ids = [paper.id, ...allIds({ doi, arxiv, pmid, title })];
	if (preprint && preprint.server !== "arxiv") ids.push(`doi:${preprint.number}`);
	// A DOI of arXiv's is found as it is written, too.
	if (preprint?.server === "arxiv" && doi !== undefined) ids.push(`doi:${doi.toLowerCase()}`);
	knownIds.set(paper, ids);
	return ids;
}

/** The DOI of the published version, the arXiv identifier, another preprint's DOI, the PMID, the title. */
function strength(id: string): number {
	if (id.startsWith("doi:")) return preprintOf(id.slice(4)) ? 2 : 0;
	if (id.startsWith("arxiv:")) return 1;
	return id.startsWith("pmid:") ? 3 : 4;
}

/**
 * Whose each id is. Of several works that have one, it is the one's that has no stronger id: a title names the paper that
 * has nothing else. Then their marks decide, which do not depend on the order of the papers.
 */
function ownersOf(drafts: readonly Draft[]): ReadonlyMap<string, Draft> {
	const owners = new Map<string, Draft>();
	for (const draft of drafts) {
		for (const id of draft.ids) {
			const other = owners.get(id);
			const difference = other ? strength(other.ids[0] ?? "") - strength(draft.ids[0] ?? "") : 0;
			if (!other || difference < 0 || (difference === 0 && draft.mark < other.mark)) owners.set(id, draft);
		}
	}
	return owners;
}

function workOf(draft: Draft, owners: ReadonlyMap<string, Draft>, known: Works | undefined): Work {
	const { records, ids, mark } = draft;
	const isOwn = (id: string) => owners.get(id) === draft;
	const marked = `title:${hash(mark)}`;
	const idOf = (fields: Omit<Paper, "id">) => [ownId(fields), ...ids].find(isOwn) ?? marked;
	const before = known?.get(ids.find(isOwn) ?? marked);
	// The best id may have been another work's before, or have become so.
	if (before && areSame(before.records, records) && before.paper.id === idOf(before.paper)) return before;
	const papers = records.map(({ paper }) => paper);
	const [only] = papers;
	const { fields, origins } = only && papers.length === 1 ? { fields: only, origins: {} } : mergeRecords(papers);
	const id = idOf(fields);
	return {
		paper: only && papers.length === 1 && only.id === id ? only : { ...fields, id },
		ids: [...new Set([id, ...ids])],
		records,
		origins,
	};
}

/** The id by which a merged paper should be known: its published DOI, else its arXiv identifier. */
function ownId({ doi, arxiv, pmid, title }: Omit<Paper, "id">): string {
	const isPublished = doi !== undefined && !preprintOf(doi);
	return paperId({ doi: isPublished || arxiv === undefined ? doi : undefined, arxiv, pmid, title });
}

function areSame(a: readonly WorkRecord[], b: readonly WorkRecord[]): boolean {
	return (
		a.length === b.length &&
		a.every(({ source, place, paper }, i) => {
			const other = b[i];
			return other?.paper === paper && other.place === place && other.source === source;
		})
	);
}
