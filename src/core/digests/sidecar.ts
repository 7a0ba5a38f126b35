// The records beside a digest (`x.csl.json` beside `x.txt`): what a mail leaves out of a paper, looked up elsewhere.

import { allIds, paperId } from "../identity";
import type { Paper, Problem } from "../paper";
import { decodeBytes } from "../text/decodeBytes";
import { mergeLinks } from "../text/links";
import { readRecords, type PlacedRecord } from "./json/cslJson";
import { Report } from "./report";

/** Papers with their records, and the problems of the file of records alone. */
export interface JoinedPapers {
	readonly papers: Paper[];
	readonly problems: Problem[];
}

/**
 * Joins CSL-JSON records to the papers of a digest: by identifier, else by normalised title, also one of
 * `custom.alsoTitled`. Title and abstract of the digest stay, and its order; all else is the record's, links of both.
 * A file that cannot be read, wholly or in part, leaves the papers as they are.
 */
export function withRecords(papers: readonly Paper[], content: Uint8Array, name: string): JoinedPapers {
	const decoded = decodeBytes(content);
	const text = "text" in decoded ? decoded.text : "";
	const report = new Report(text, name);
	if ("notText" in decoded) report.add("record-not-json", { start: 0, end: 0 }, decoded.notText);
	const records = "text" in decoded ? readRecords(text, report) : [];
	const byId = new Map<string, PlacedRecord>();
	for (const record of records) for (const id of idsOf(record)) if (!byId.has(id)) byId.set(id, record);
	const used = new Set<PlacedRecord>();
	const joined = papers.map(paper => {
		const record = [...allIds(paper)]
			.reverse()
			.map(id => byId.get(id))
			.find(found => found !== undefined);
		if (!record) return paper;
		used.add(record);
		return join(paper, record.paper);
	});
	for (const record of records) {
		if (!used.has(record))
			report.add("record-unused", { start: record.start, end: record.end }, record.paper.title);
	}
	return { papers: joined, problems: report.done() };
}

/** Every id under which a digest may hold the paper of a record. */
function idsOf({ paper, alsoTitled, publishedDoi }: PlacedRecord): readonly string[] {
	const { arxiv, doi, pmid, title } = paper;
	return [
		...allIds({ arxiv, doi, pmid, title }),
		...alsoTitled.flatMap(other => allIds({ title: other })),
		...(publishedDoi === undefined ? [] : allIds({ doi: publishedDoi, title })),
	];
}

function join(paper: Paper, record: Paper): Paper {
	const { abstract, title } = paper;
	const merged = { ...paper, ...record, title };
	return {
		...merged,
		id: paperId(merged),
		abstract: abstract === "" ? record.abstract : abstract,
		keywords: [...new Set([...paper.keywords, ...record.keywords])],
		links: mergeLinks(paper.links, record.links),
	};
}
