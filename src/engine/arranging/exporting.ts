// Papers of the shelf as text in a format, part by part, with the keys that the bibliographies of a document give them.

import { exportKeys, exportPapers, type ExportSection, type KeyedPaper } from "../../core/exports/exports";
import type { Topic } from "../../core/topics/topics";
import type { Bibliographies } from "../bibliographies";
import type { ExportKeysRequest, ExportPartRequest, Missing } from "../protocol";
import type { ShelfWorks } from "../shelfWorks";

/** The keys of papers: those of their entries, else new ones that no entry has. A paper that is gone has an empty one. */
export function keysToExport(
	bibliographies: Bibliographies,
	shelf: ShelfWorks,
	{ ids, pattern, bibliographies: refs }: ExportKeysRequest,
): readonly string[] | Missing {
	const missing = bibliographies.missing(refs);
	if (missing.length > 0) return { missing };
	const files = refs.flatMap(ref => bibliographies.find(ref) ?? []);
	const works = ids.map(id => shelf.get(id));
	const known = new Map<string, string>();
	for (const work of works) {
		const forms = work ? [work.paper, ...work.records.map(({ paper }) => paper)] : [];
		const key = files.flatMap(file => forms.flatMap(form => file.keyOf(form) ?? [])).at(0);
		if (work && key !== undefined) known.set(work.paper.id, key);
	}
	const used = files.flatMap(({ entries }) => entries.map(({ key }) => key));
	const papers = works.flatMap(work => (work ? [work.paper] : []));
	const keys = new Map(exportKeys(papers, { pattern, known, used }).map(({ key, paper }) => [paper.id, key]));
	return works.map(work => (work && keys.get(work.paper.id)) ?? "");
}

export function exportedPart(
	shelf: ShelfWorks,
	topics: () => readonly Topic[],
	{ papers, format, words, document, part }: ExportPartRequest,
): string {
	const keyed = papers.flatMap(({ id, key }): readonly KeyedPaper[] => {
		const paper = shelf.get(id)?.paper;
		return paper ? [{ key, paper }] : [];
	});
	const sections = format === "relatedWork" ? byTopic(keyed, topics()) : [{ heading: "", papers: keyed }];
	return exportPapers(sections, format, { words, document, part });
}

/** Each paper once, below its first topic; papers of one topic need no heading. */
function byTopic(papers: readonly KeyedPaper[], topics: readonly Topic[]): readonly ExportSection[] {
	const left = new Map(papers.map(keyed => [keyed.paper.id, keyed]));
	const sections = topics.map(({ label, papers: own }) => ({
		heading: label,
		papers: own.flatMap(({ id }) => {
			const keyed = left.get(id);
			left.delete(id);
			return keyed ? [keyed] : [];
		}),
	}));
	const filled = [...sections, { heading: "", papers: [...left.values()] }].filter(each => each.papers.length > 0);
	const [only, ...others] = filled;
	return only && others.length === 0 ? [{ ...only, heading: "" }] : filled;
}
