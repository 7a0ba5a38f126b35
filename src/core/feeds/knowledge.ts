// What is known of works already: whether a record of a feed says something that no record of the shelf says.

import type { Paper } from "../paper";
import { WorkFinder } from "../works/finder";
import { profileOf, strongKeys } from "../works/profile";

interface Facts {
	readonly identifiers: Set<string>;
	hasAbstract: boolean;
	hasAuthors: boolean;
	hasVenue: boolean;
}

/** A record of a work that was not known, one that adds to a known work, or one that says nothing new. */
export type Novelty = "new" | "adds" | "known";

/** Grows with each record that it takes in; never less is known after it. */
export class Knowledge {
	readonly #finder = new WorkFinder<Facts>();
	#count = 0;

	constructor(papers: Iterable<Paper> = []) {
		for (const paper of papers) this.take(paper);
	}

	/** How many works are known. */
	get count(): number {
		return this.#count;
	}

	/** What a record would bring. The published version of a preprint brings its DOI and its venue. */
	noveltyOf(paper: Paper): Novelty {
		const facts = this.#finder.find(paper);
		if (!facts) return "new";
		const adds =
			strongKeys(profileOf(paper)).some(key => !facts.identifiers.has(key)) ||
			(!facts.hasAbstract && paper.abstract !== "") ||
			(!facts.hasAuthors && paper.authors.length > 0) ||
			(!facts.hasVenue && paper.venue !== undefined);
		return adds ? "adds" : "known";
	}

	/** Takes a record in, and says what it brought. */
	take(paper: Paper): Novelty {
		const novelty = this.noveltyOf(paper);
		if (novelty === "known") return novelty;
		if (novelty === "new") this.#count++;
		const facts = this.#finder.find(paper) ?? {
			identifiers: new Set<string>(),
			hasAbstract: false,
			hasAuthors: false,
			hasVenue: false,
		};
		for (const key of strongKeys(profileOf(paper))) facts.identifiers.add(key);
		facts.hasAbstract ||= paper.abstract !== "";
		facts.hasAuthors ||= paper.authors.length > 0;
		facts.hasVenue ||= paper.venue !== undefined;
		this.#finder.add(facts, paper);
		return novelty;
	}
}
