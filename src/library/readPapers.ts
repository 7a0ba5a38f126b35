// Reading one digest through the engine, its papers fetched in pages that the editor's thread takes in a few
// milliseconds each.

import type { Paper, Problem } from "../core/paper";
import type { Ask } from "../engine/engine";
import type { NamedBytes } from "../engine/protocol";

/** Papers in one message: some 300 KB, taken in by the editor's thread in about 2 ms. */
const pageSize = 200;

export interface DigestToRead {
	readonly source: string;
	readonly digest: NamedBytes;
	readonly records?: NamedBytes;
	/** The papers of the last reading: one that is unchanged stays the same object. */
	readonly known: readonly Paper[];
}

export interface ReadPapers {
	readonly format: string;
	readonly papers: readonly Paper[];
	readonly problems: readonly Problem[];
}

export async function readPapers(ask: Ask, { source, digest, records, known }: DigestToRead): Promise<ReadPapers> {
	const summary = await ask("read", { source, digest, ...(records && { records }) });
	if (!summary) return { format: "unknown", papers: [], problems: [] };
	const knownById = new Map(known.map(paper => [paper.id, paper]));
	const papers: Paper[] = [];
	while (papers.length < summary.count) {
		const page = await ask("papers", { source, start: papers.length, count: pageSize });
		if (!page || page.length === 0) break;
		for (const paper of page) papers.push(unchanged(knownById.get(paper.id), paper));
	}
	return { format: summary.format, papers, problems: summary.problems };
}

function unchanged(known: Paper | undefined, paper: Paper): Paper {
	return known && JSON.stringify(known) === JSON.stringify(paper) ? known : paper;
}
