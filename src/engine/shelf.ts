// The state of the worker: sources of papers, the search index and the topics, and an answer to each request.

import { addToBibliography, parseBibliography } from "../core/bibliography/bibliography";
import { Works } from "../core/bibliography/works";
import { readDigest, type DigestReading } from "../core/digests/read";
import { withRecords } from "../core/digests/sidecar";
import { gather } from "../core/gather";
import type { Paper } from "../core/paper";
import { authorYear, plainAbstract, plainTitle, type ShownTopic } from "../core/render";
import { renderPaper } from "../core/render/page";
import { matchRanges, matchedPassage } from "../core/search/passage";
import { SearchIndex, type Hit } from "../core/search/searchIndex";
import { groupByTopic, type Topic } from "../core/topics/topics";
import type { FoundPaper, ShelfTopic } from "../core/shelf";
import type {
	Addition,
	EntriesToAdd,
	Inspection,
	Method,
	NamedBytes,
	PageRequest,
	ReadSummary,
	Requests,
} from "./protocol";

/** Papers indexed in one turn: a few tens of milliseconds, after which waiting requests are served. */
const slice = 100;

/** Papers of a digest that are named before it is kept. */
const sampled = 200;

/** How many like papers the reading panel shows. */
const likePapers = 5;

interface Digest {
	readonly name: string;
	readonly papers: readonly Paper[];
}

type Handlers = { [M in Method]: (params: Requests[M]["params"]) => Requests[M]["answer"] };

export class Shelf {
	readonly #digests = new Map<string, Digest>();
	readonly #index = new SearchIndex();
	/** Parts of sources that wait to be indexed, by the name under which the index keeps them. */
	readonly #waiting = new Map<string, readonly Paper[]>();
	readonly #handlers: Handlers = {
		read: params => this.#read(params),
		inspect: params => this.#inspect(params),
		papers: ({ source, start, count }) => this.#digests.get(source)?.papers.slice(start, start + count) ?? [],
		forget: ({ source }) => this.#put(source, undefined),
		search: ({ query, limit, asYouType }) => this.#found(this.#index.search(query, { limit, asYouType })),
		suggest: ({ passage, limit }) => this.#found(this.#index.suggest(passage, limit)),
		topics: () => this.#topics().map(shelfTopic),
		topicsOf: ({ id }) => this.#topicsOf(id),
		page: params => this.#page(params),
		addEntries: params => this.#addEntries(params),
		indexed: () => undefined,
	};
	#papers: ReadonlyMap<string, Paper> | undefined;
	#topicsCache: readonly Topic[] | undefined;

	/** Whether every paper read so far can be found. */
	get isIndexed(): boolean {
		return this.#waiting.size === 0;
	}

	serve<M extends Method>(method: M, params: Requests[M]["params"]): Requests[M]["answer"] {
		return this.#handlers[method](params);
	}

	/** Indexes the next part of what waits. */
	indexSlice(): void {
		for (const [part, papers] of this.#waiting) {
			this.#waiting.delete(part);
			this.#index.replace(part, papers);
			return;
		}
	}

	#read({ source, digest, records }: Requests["read"]["params"]): ReadSummary {
		const { format, papers, problems } = readWithRecords(digest, records);
		this.#put(source, { name: digest.name, papers });
		return { format, count: papers.length, problems };
	}

	#inspect({ digest, records }: Requests["inspect"]["params"]): Inspection {
		const { format, papers, problems } = readWithRecords(digest, records);
		const shelf = this.#all();
		const sample = papers.slice(0, sampled).map(paper => ({
			title: plainTitle(paper),
			authorYear: authorYear(paper),
			isKnown: shelf.has(paper.id),
		}));
		const known = papers.filter(({ id }) => shelf.has(id)).length;
		return { format, count: papers.length, known, problems, sample };
	}

	/** Sets or removes a source, and plans the indexing of its parts. */
	#put(source: string, digest: Digest | undefined): undefined {
		const before = Math.ceil((this.#digests.get(source)?.papers.length ?? 0) / slice);
		const after = Math.ceil((digest?.papers.length ?? 0) / slice);
		for (let part = 0; part < Math.max(before, after); part++) {
			const papers = digest?.papers.slice(part * slice, (part + 1) * slice) ?? [];
			const name = `${source}\n${part}`;
			if (papers.length > 0) this.#waiting.set(name, papers);
			else {
				this.#waiting.delete(name);
				this.#index.remove(name);
			}
		}
		if (digest) this.#digests.set(source, digest);
		else this.#digests.delete(source);
		this.#papers = undefined;
		this.#topicsCache = undefined;
	}

	#all(): ReadonlyMap<string, Paper> {
		return (this.#papers ??= gather([...this.#digests.values()].map(({ papers }) => papers)));
	}

	#known(id: string): Paper {
		const paper = this.#all().get(id);
		if (!paper) throw new Error(`${id} is not on the shelf.`);
		return paper;
	}

	#found(hits: readonly Hit[]): readonly FoundPaper[] {
		return hits.map(({ paper, score, terms }) => ({
			id: paper.id,
			score,
			terms,
			titleMarks: matchRanges(plainTitle(paper), terms),
			passage: matchedPassage({ ...paper, abstract: plainAbstract(paper) }, terms),
		}));
	}

	#topics(): readonly Topic[] {
		return (this.#topicsCache ??= groupByTopic([...this.#all().values()]));
	}

	#topicsOf(id: string): readonly ShownTopic[] {
		const holding = this.#topics().filter(({ papers }) => papers.some(paper => paper.id === id));
		return holding.map(({ label, reasons }) => ({ label, terms: reasons[id] ?? [] }));
	}

	#page({ id, terms, position, labels }: PageRequest): string | undefined {
		const paper = this.#all().get(id);
		if (!paper) return undefined;
		return renderPaper(paper, {
			topics: this.#topicsOf(id),
			similar: this.#index.similar(id, likePapers).map(hit => hit.paper),
			appearances: this.#appearances(id),
			position,
			labels,
			highlight: text => matchRanges(text, terms),
		});
	}

	/** Each digest that holds a paper, with its place in it, from 1. */
	#appearances(id: string): { digest: string; place: number; count: number }[] {
		return [...this.#digests.values()].flatMap(({ name, papers }) => {
			const place = papers.findIndex(paper => paper.id === id) + 1;
			return place > 0 ? [{ digest: name.replace(/(\.digest)?\.\w+$/, ""), place, count: papers.length }] : [];
		});
	}

	#addEntries({ text, fileName, ids, pattern, others }: EntriesToAdd): Addition {
		const papers = ids.map(id => this.#known(id));
		const { entries, problems } = parseBibliography(text, fileName);
		const elsewhere = others.flatMap(other => parseBibliography(other.text, other.fileName).entries);
		const known = new Works();
		for (const { key, paper } of [...entries, ...elsewhere]) known.add(key, paper);
		const missing = papers.filter(paper => known.keyOf(paper) === undefined);
		const taken = elsewhere.map(({ key }) => key);
		const { edits, keys } = addToBibliography(text, fileName, missing, { pattern, taken });
		const added = new Map(missing.map((paper, i) => [paper.id, keys[i] ?? ""]));
		return { edits, keys: papers.map(paper => known.keyOf(paper) ?? added.get(paper.id) ?? ""), problems };
	}
}

/** A digest with the records beside it. */
function readWithRecords(digest: NamedBytes, records: NamedBytes | undefined): DigestReading {
	const read = readDigest(digest.content, digest.name);
	if (!records) return read;
	const { papers, problems } = withRecords(read.papers, records.content, records.name);
	return { format: read.format, papers, problems: [...read.problems, ...problems] };
}

/** A topic in a message: its papers by id, since the editor has them. */
function shelfTopic({ label, terms, papers }: Topic): ShelfTopic {
	return { label, terms, ids: papers.map(({ id }) => id) };
}
