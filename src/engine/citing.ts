// Papers of the shelf and entries of bibliographies: which entry is which paper, and entries for papers that have none.

import type { OpenBibliography } from "../core/bibliography/openBibliography";
import { withTitleNote } from "../core/bibliography/titleAlone";
import type { Work } from "../core/works/works";
import type { Bibliographies } from "./bibliographies";
import type { OpenTexts } from "./openTexts";
import type { Addition, EntriesToAdd, Missing, ProjectRefs, TextRef } from "./protocol";
import type { ShelfWorks } from "./shelfWorks";

/** Works added to a bibliography. A work that is in it, or in another one of the document, keeps its key. */
export function addEntries(
	bibliographies: Bibliographies,
	works: readonly Work[],
	{ bibliography, others, pattern, dialect, letters, omit }: EntriesToAdd,
): Addition | Missing {
	const missing = bibliographies.missing([bibliography, ...others]);
	const own = bibliographies.find(bibliography);
	if (missing.length > 0 || !own) return { missing };
	const elsewhere = open(bibliographies, others);
	// A bibliography may have the preprint of what the shelf knows as published, and the other way round.
	const keyOf = ({ paper, records }: Work) =>
		[own, ...elsewhere]
			.flatMap(each => [paper, ...records.map(record => record.paper)].flatMap(form => each.keyOf(form) ?? []))
			.at(0);
	const fresh = [...new Set(works)].filter(work => keyOf(work) === undefined);
	const taken = elsewhere.flatMap(({ entries, aliases }) => [...entries.map(({ key }) => key), ...aliases.keys()]);
	const papers = fresh.map(({ paper }) => withTitleNote(paper));
	const { edits, keys } = own.addTo(papers, { pattern, taken, dialect, letters, omit });
	const added = new Map(fresh.map((work, i) => [work, keys[i] ?? ""]));
	return { edits, keys: works.map(work => keyOf(work) ?? added.get(work) ?? ""), problems: own.problems };
}

/** Which papers of the shelf the citation keys of a project's sources stand for: keys by the ids of papers. */
export function citedPapers(
	texts: OpenTexts,
	shelf: ShelfWorks,
	project: ProjectRefs,
): Readonly<Record<string, readonly string[]>> | Missing {
	const missing = texts.missing(project);
	if (missing.length > 0) return { missing };
	const citations = project.sources.flatMap(ref => texts.manuscripts.find(ref)?.citations ?? []);
	const wanted = new Set(citations.flatMap(({ keys }) => keys.map(({ key }) => key)));
	const cited = new Map<string, string[]>();
	// Also without any key: the bibliography is read, and the first citation need not wait for that.
	for (const { entries, aliases } of open(texts.bibliographies, project.bibliographies)) {
		const names = new Map<string, string[]>();
		for (const name of wanted) {
			const key = aliases.get(name) ?? name;
			names.set(key, [...(names.get(key) ?? []), name]);
		}
		for (const { key, paper } of entries) {
			const own = names.get(key) ?? [];
			const id = own.length > 0 ? shelf.find(paper)?.paper.id : undefined;
			if (id !== undefined) cited.set(id, [...new Set([...(cited.get(id) ?? []), ...own])]);
		}
	}
	return Object.fromEntries(cited);
}

function open(bibliographies: Bibliographies, refs: readonly TextRef[]): readonly OpenBibliography[] {
	return refs.flatMap(ref => bibliographies.find(ref) ?? []);
}
