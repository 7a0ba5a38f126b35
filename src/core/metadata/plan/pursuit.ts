// One paper while it is looked up: what was found so far, and what is to be asked next.

import { isPreprintVenue, preprintOf } from "../../works/preprints";
import type { Candidate, Catalogue, CatalogueName, LookupKind, Wanted } from "../catalogue";
import { matchPaper, type Match } from "../match";
import { mergeCandidates, type FoundRecord } from "../merge";

export interface Question {
	readonly catalogue: CatalogueName;
	readonly by: LookupKind;
	readonly asked: Wanted;
	/** Equal for questions whose requests would be the same. */
	readonly key: string;
}

/** Catalogues whose own record of a DOI it is. */
const registrars: ReadonlySet<CatalogueName> = new Set<CatalogueName>(["crossref", "datacite", "pubmed", "doi"]);

/** Records kept of one paper. */
const mostCandidates = 100;

export class Pursuit {
	readonly wanted: Wanted;
	readonly #refused: ReadonlySet<string>;
	readonly #asked = new Set<string>();
	readonly #candidates = new Map<string, Candidate>();
	/** The next question, until something is found or asked. */
	#next: { readonly of: readonly Catalogue[]; readonly question: Question | undefined } | undefined;
	match: Match = { kind: "none", reasons: [] };
	record: FoundRecord | undefined;

	constructor(wanted: Wanted, refused: ReadonlySet<string>) {
		this.wanted = wanted;
		this.#refused = refused;
	}

	/** Takes records into account that may be the paper's. */
	offer(candidates: readonly Candidate[]): void {
		const before = this.#candidates.size;
		for (const candidate of candidates) {
			const { id, title, abstract, authors } = candidate.paper;
			const key = [candidate.source, id, title, abstract.length, authors.length].join(" ");
			if (this.#candidates.size < mostCandidates && !this.#candidates.has(key))
				this.#candidates.set(key, candidate);
		}
		if (this.#candidates.size === before) return;
		this.#next = undefined;
		this.match = matchPaper(this.wanted, [...this.#candidates.values()], { refused: this.#refused });
		const [first, ...rest] = this.match.kind === "taken" ? this.match.candidates : [];
		this.record = first && mergeCandidates(this.wanted, [first, ...rest]);
	}

	markAsked({ key }: Question): void {
		this.#next = undefined;
		this.#asked.add(key);
	}

	/** What to ask next of these catalogues, in their order; `undefined` when nothing is left that may help. */
	question(catalogues: readonly Catalogue[]): Question | undefined {
		if (this.#next?.of !== catalogues) this.#next = { of: catalogues, question: this.#findQuestion(catalogues) };
		return this.#next.question;
	}

	#findQuestion(catalogues: readonly Catalogue[]): Question | undefined {
		for (const { by, catalogue, asked } of this.#wishes(catalogues)) {
			const [request] = catalogue.request({ by, papers: [asked] });
			if (!request) continue;
			const key = `${request.url} ${request.body ?? ""}`;
			if (!this.#asked.has(key)) return { catalogue: catalogue.name, by, asked, key };
		}
		return undefined;
	}

	*#wishes(catalogues: readonly Catalogue[]): Generator<{ by: LookupKind; catalogue: Catalogue; asked: Wanted }> {
		const { record, match } = this;
		for (const asked of this.#identities()) {
			for (const catalogue of catalogues) {
				if (!record || this.#helps(catalogue.name, record)) yield { by: "identifier", catalogue, asked };
			}
		}
		if (match.kind === "taken" && match.isSure) return;
		// DataCite holds data rather than papers, and is searched last.
		const searched = [...catalogues].sort((a, b) => Number(a.name === "datacite") - Number(b.name === "datacite"));
		for (const catalogue of searched) yield { by: "title", catalogue, asked: this.wanted };
		if (match.kind === "taken") return;
		for (const catalogue of searched)
			if (catalogue.name !== "datacite") yield { by: "abstract", catalogue, asked: this.wanted };
	}

	/** The paper by its own identifiers, and by those that its records brought; by the published version's when known. */
	#identities(): readonly Wanted[] {
		const { wanted, record } = this;
		if (!record) return [wanted];
		const { arxiv, pmid } = record.paper;
		const doi = publishedDoi(record) ?? record.paper.doi;
		const ids = {
			...(doi !== undefined && { doi }),
			...(arxiv !== undefined && { arxiv }),
			...(pmid !== undefined && { pmid }),
		};
		const found = { ...wanted, ...ids };
		return isWhole(record) && publishedDoi(record) !== undefined ? [found] : [wanted, found];
	}

	/** Whether a catalogue may add something to a record that is there. */
	#helps(catalogue: CatalogueName, record: FoundRecord): boolean {
		if (!isWhole(record)) return true;
		const doi = publishedDoi(record);
		if (doi !== undefined) return registrars.has(catalogue) && !this.#isRegistered(doi);
		// A preprint may have appeared; those that answer for many at once are asked.
		return catalogue !== "doi" && isPreprintVenue(record.paper.venue ?? "");
	}

	#isRegistered(doi: string): boolean {
		const folded = doi.toLowerCase();
		return [...this.#candidates.values()].some(
			({ source, paper }) => registrars.has(source) && paper.doi?.toLowerCase() === folded,
		);
	}
}

/** Whether a record has what a citation needs. */
function isWhole({ paper: { authors, issued, venue } }: FoundRecord): boolean {
	return authors.length > 0 && issued !== undefined && venue !== undefined;
}

/** The DOI of the published version: the record's own, or one that it names. */
function publishedDoi({ paper: { doi }, published }: FoundRecord): string | undefined {
	return doi !== undefined && !preprintOf(doi) ? doi : published?.doi;
}
