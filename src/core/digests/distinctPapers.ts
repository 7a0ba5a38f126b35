// The papers of a digest, each once.

import type { Paper, TextRange } from "../paper";
import { mergeLinks } from "../text/links";
import { hash } from "../text/normalize";
import { agree, contradict, profileOf } from "../works/profile";
import type { Report } from "./report";

/** Papers in the order in which they first come; one that comes again fills what was missing. */
export class DistinctPapers {
	readonly #papers = new Map<string, { paper: Paper; start: number }>();
	readonly #report: Report | undefined;

	/** Papers that come again are told to the report, when there is one. */
	constructor(report?: Report) {
		this.#report = report;
	}

	/** Adds the paper that stands at `place` of the report's text. */
	add(paper: Paper, place: TextRange = { start: 0, end: 0 }): void {
		const id = distinctId(paper, this.#papers.get(paper.id)?.paper);
		const known = this.#papers.get(id);
		if (!known) {
			this.#papers.set(id, { paper: id === paper.id ? paper : { ...paper, id }, start: place.start });
			return;
		}
		this.#report?.add("duplicate-paper", place, paper.title, `${this.#report.line(known.start)}`);
		known.paper = filled(known.paper, paper);
	}

	get all(): Paper[] {
		return Array.from(this.#papers.values(), ({ paper }) => paper);
	}
}

/** Two papers may have one title, and by mistake one identifier: then the id of the second is made of all that it says. */
function distinctId(paper: Paper, known: Paper | undefined): string {
	if (!known) return paper.id;
	const [one, other] = [profileOf(known), profileOf(paper)];
	const isSame = paper.id.startsWith("title:") ? agree(one, other) : !contradict(one.strong, other.strong);
	return isSame ? paper.id : `title:${hash(other.signature)}`;
}

/** The first record with what only the second one has. */
function filled(paper: Paper, other: Paper): Paper {
	const abstract = paper.abstract === "" ? other.abstract : paper.abstract;
	const authors = paper.authors.length === 0 ? other.authors : paper.authors;
	const links = mergeLinks(paper.links, other.links);
	const keywords = [...new Set([...paper.keywords, ...other.keywords])].filter(word => word !== "");
	return { ...other, ...paper, abstract, authors, links, keywords };
}
