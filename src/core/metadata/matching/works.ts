// Records of several catalogues as works: a preprint and its published version are one, though their titles differ.

import { groupPapers } from "../../works/group";
import { contradict, profileOf, strongKeys } from "../../works/profile";
import type { Candidate, Identity } from "../catalogue";
import { compareAbstracts } from "./abstracts";
import { compareAuthors } from "./people";

/** Groups of indices of candidates, in the order of their first ones. */
export function worksAmong(candidates: readonly Candidate[]): readonly (readonly number[])[] {
	let works: readonly (readonly number[])[] = [];
	for (const group of groupPapers(candidates.map(({ paper }) => paper))) {
		const joins = (work: readonly number[]): boolean =>
			work.some(i => group.some(j => areJoined(candidates[i], candidates[j])));
		const joined = [...works.filter(joins).flat(), ...group].sort((a, b) => a - b);
		works = [...works.filter(work => !joins(work)), joined];
	}
	return [...works].sort(([a = 0], [b = 0]) => a - b);
}

/**
 * The records of a work, and those among others that they name as its preprint, its published version or another
 * version, or have an identifier in common with, and so on from these.
 */
export function followRelations(work: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] {
	const found = [...work];
	let left = others;
	for (let before = -1; before !== found.length;) {
		before = found.length;
		const next = left.filter(other => found.some(one => areLinked(one, other)));
		found.push(...next);
		left = left.filter(other => !next.includes(other));
	}
	return found;
}

/** Identifiers in records are wrong at times: the title, the abstract or an author must bear them out. */
function areLinked(one: Candidate, other: Candidate): boolean {
	const [a, b] = [profileOf(one.paper), profileOf(other.paper)];
	const keys = new Set(strongKeys(a));
	const isShared = !contradict(a.strong, b.strong) && strongKeys(b).some(key => keys.has(key));
	if (!isShared && !names(one, other) && !names(other, one)) return false;
	const isAbstract = /^(?:same|alike)$/.test(compareAbstracts(one.paper.abstract, other.paper.abstract, alone));
	const author = compareAuthors(one.paper.authors, other.paper.authors);
	return author === "agrees" || (author === "unknown" && (isAbstract || a.title === b.title));
}

const alone = { agrees: 0.5, agreesAlone: 0.5, differs: 0 };

/** Whether one says that the other is its preprint or a version of it, or they have abstract and authors in common. */
function areJoined(one: Candidate | undefined, other: Candidate | undefined): boolean {
	if (!one || !other) return false;
	if (names(one, other) || names(other, one)) return true;
	const isAbstract = compareAbstracts(one.paper.abstract, other.paper.abstract, alone) === "same";
	return isAbstract && compareAuthors(one.paper.authors, other.paper.authors) === "agrees";
}

function names({ relations }: Candidate, { paper }: Candidate): boolean {
	const keys = new Set(strongKeys(profileOf(paper)));
	return relations.some(
		relation =>
			/^(?:published|preprint|version)$/.test(relation.kind) && keysOf(relation).some(key => keys.has(key)),
	);
}

/** The identifiers of a relation as the keys of a paper that has them. */
export function keysOf({ doi, arxiv, pmid }: Identity): readonly string[] {
	const bare = { id: "", title: "", abstract: "", authors: [], type: "article", keywords: [], links: [] };
	const paper = { ...bare, ...(doi !== undefined && { doi }), ...(arxiv !== undefined && { arxiv }) };
	return [...strongKeys(profileOf(paper)), ...(pmid === undefined ? [] : [`pmid:${pmid}`])];
}
