// The state of the worker: sources of papers, the search index and the topics, and an answer to each request.

import { digestDate } from "../core/digestName";
import { readDigest, type DigestReading } from "../core/digests/read";
import { withRecords } from "../core/digests/sidecar";
import type { IssuedDate, Paper } from "../core/paper";
import { authorYear, plainAbstract, plainTitle, type ShownTopic } from "../core/render";
import { dateInName } from "../core/render/appearances";
import { renderPaper } from "../core/render/page";
import { matchRanges, matchedPassage } from "../core/search/passage";
import type { Hit, SearchIndex, SearchOptions } from "../core/search/searchIndex";
import { marks } from "../core/states/paperState";
import { decodeBytes } from "../core/text/decodeBytes";
import type { FoundPaper, QueryHelp } from "../core/shelf";
import type { Work } from "../core/works/works";
import type {
	Inspection,
	Method,
	NamedBytes,
	PageRequest,
	ProjectRefs,
	ReadSummary,
	RequestMessage,
	Requests,
	TextRef,
} from "./protocol";
import { Arranging } from "./arranging/arranging";
import { exportedPart, keysToExport } from "./arranging/exporting";
import { addEntries, citedPapers } from "./citing";
import { labelsById, ShelfFacts } from "./facts";
import { feedMethods } from "./feeds";
import { Completing } from "./language/completing";
import { OpenChecks } from "./language/checks";
import { navigation } from "./language/navigation";
import { followedPapers, followedParts } from "./following";
import { bibliographyStates } from "./language/states";
import { OpenTexts, readProjectFile } from "./openTexts";
import { referencesTo } from "./references";
import { ShelfIndex } from "./shelfIndex";
import { ShelfTopics, shelfTopic } from "./shelfTopics";
import { appearancesOf, recordsOf } from "./shown";
import { bibliographyReport, preprintsIn, tidied, updatedEntry } from "./tidying";
import { ShelfWorks, type WorksChange } from "./shelfWorks";

/** Papers of a digest that are named before it is kept. */
const sampled = 200;

/** How many like papers the reading panel shows. */
const likePapers = 5;

/** The beginning of a digest in which its date may stand. */
const headBytes = 16_384;

type Handlers = { [M in Method]: (params: Requests[M]["params"]) => Requests[M]["answer"] };

export class Shelf {
	readonly #works = new ShelfWorks(change => this.#changed(change));
	readonly #index = new ShelfIndex();
	readonly #texts = new OpenTexts();
	readonly #checks = new OpenChecks(this.#texts, this.#works);
	readonly #topics = new ShelfTopics({
		papers: () => this.#works.list.map(({ paper }) => paper),
		search: query => this.#complete(query),
		tell: topics => this.#index.setTopics(joined(labelsById(topics))),
	});
	readonly #facts = new ShelfFacts(this.#works, () => this.#topics.now);
	readonly #completing = new Completing({
		texts: this.#texts,
		works: this.#works,
		search: (words, limit) => this.#completed(words, limit),
	});
	readonly #arranging = new Arranging({
		...{ works: this.#works, facts: this.#facts, texts: this.#texts },
		...{ topics: () => this.#topics.now, index: () => this.#index.current },
	});
	readonly #handlers: Handlers = {
		read: params => this.#read(params),
		inspect: params => this.#inspect(params),
		arrange: ({ sources }) => this.#works.arrange(sources),
		works: ({ start, count, since }) => this.#works.page(start, count, since),
		forget: ({ source }) => this.#works.put(source, undefined),
		search: params => this.#search(params),
		queryHelp: ({ query, offset }) => this.#queryHelp(query, offset),
		suggest: params => this.#suggest(params),
		similar: ({ id, limit }) =>
			this.#found(index => index.similar(this.#known(id).paper.id, limit, { ...this.#inSight, reasons: true })),
		setStates: states => this.#facts.setStates(states),
		followed: ({ queries }) => {
			this.#works.refresh();
			return queries.map(query => followedPapers(this.#index.current, this.#facts, query));
		},
		topics: () => this.#topics.whole.map(shelfTopic),
		topicsNow: () => {
			// Asked for first, since for few papers that works them out.
			const topics = this.#topics.now.map(shelfTopic);
			return { topics, isWhole: this.#topics.isCurrent };
		},
		shapeTopics: params => this.#topics.shape(params),
		grouped: params => this.#arranging.grouped(params),
		nearWriting: ({ project, among }) => this.#arranging.nearWriting(project, among),
		nearReasons: ({ id }) => this.#arranging.nearReasons(id),
		topicsOf: ({ id }) => this.#topicsOf(id),
		page: params => this.#page(params),
		addEntries: params =>
			addEntries(
				this.#texts.bibliographies,
				params.ids.map(id => this.#known(id)),
				params,
			),
		citedPapers: ({ project }) => citedPapers(this.#texts, this.#works, project),
		updatedEntry: params => updatedEntry(this.#texts.bibliographies, this.#works, params),
		bibliographyReport: params => bibliographyReport(this.#texts.bibliographies, this.#works, params),
		preprints: params => preprintsIn(this.#texts.bibliographies, params),
		tidied: params => tidied(this.#texts.bibliographies, this.#works, params),
		putBibliography: params => this.#texts.bibliographies.put(params),
		putManuscript: params => this.#texts.manuscripts.put(params),
		readProjectFile: params => readProjectFile(this.#texts, params),
		bibliographyStates: ({ project }) => bibliographyStates(this.#texts, project),
		completions: params => this.#completing.completions(params),
		completionDetail: params => this.#completing.detail(params),
		checkProject: params => this.#checks.check(params),
		fixEdits: params => this.#checks.edits(params),
		...feedMethods(this.#works),
		...navigation({
			texts: this.#texts,
			works: this.#works,
			topicsOf: id => this.#topicsOf(id).map(({ label }) => label),
			search: (query, limit) => this.#index.current.search(query, { limit }).map(({ paper }) => paper),
		}),
		references: params =>
			referencesTo(
				params.ids.map(id => this.#known(id).paper),
				params,
			),
		directions: ({ start, count }) => {
			const ids = this.#works.list.slice(start, start + count).map(({ paper }) => paper.id);
			return { total: this.#works.list.length, ids, ...this.#index.current.directionsOf(ids) };
		},
		exportKeys: params => keysToExport(this.#texts.bibliographies, this.#works, params),
		exportPart: params => exportedPart(this.#works, () => this.#topics.now, params),
		indexed: () => undefined,
		restore: ({ pieces }) => {
			this.#index.restore(pieces);
			return undefined;
		},
		stored: () => this.#index.names(),
		piece: ({ name }) => this.#index.piece(name),
	};

	/** Whether every paper read so far can be found. */
	get isIndexed(): boolean {
		return this.#index.isComplete && !this.#works.isStale;
	}

	/** Whether nothing is left to be done; what was read waits until somebody asks. */
	get isSettled(): boolean {
		const isDone = this.#texts.bibliographies.isSettled && this.#completing.isSettled && !this.#topics.isAsked;
		return this.#index.isSettled && isDone;
	}

	/** Whether topics are worked out; if not, they are from now on. */
	get isGrouped(): boolean {
		return this.#topics.ask();
	}

	/** Whether a request need not wait for the bibliographies that it is about: they are read in slices. */
	isReadyFor({ params }: RequestMessage): boolean {
		return this.#texts.bibliographies.isReadyFor(bibliographiesIn(params));
	}

	serve<M extends Method>(method: M, params: Requests[M]["params"]): Requests[M]["answer"] {
		return this.#handlers[method](params);
	}

	/** Does the next part of what is to be done in the background. */
	indexSlice(): void {
		if (!this.#texts.bibliographies.isSettled) return this.#texts.bibliographies.turn();
		if (this.#index.isComplete) this.#works.refresh();
		if (this.#index.isSettled) this.#completing.turn();
		else this.#index.turn();
		this.#topics.turn();
	}

	#changed({ changed, gone }: WorksChange): void {
		for (const id of gone) this.#index.remove(id);
		for (const { paper } of changed) this.#index.put(paper);
		this.#topics.changed();
	}

	#read({ source, digest, records }: Requests["read"]["params"]): ReadSummary {
		const { format, papers, problems } = readWithRecords(digest, records);
		const date = dateOf(digest);
		this.#works.put(source, { name: digest.name, papers, ...(date && { date }) });
		return { format, count: papers.length, problems, ...(date && { date }) };
	}

	#inspect({ digest, records }: Requests["inspect"]["params"]): Inspection {
		const { format, papers, problems } = readWithRecords(digest, records);
		const isKnown = papers.map(paper => this.#works.find(paper) !== undefined);
		const sample = papers.slice(0, sampled).map((paper, i) => ({
			title: plainTitle(paper),
			authorYear: authorYear(paper),
			isKnown: isKnown[i] === true,
		}));
		return { format, count: papers.length, known: isKnown.filter(Boolean).length, problems, sample };
	}

	#known(id: string): Work {
		const work = this.#works.get(id);
		if (!work) throw new Error(`${id} is not on the shelf.`);
		return work;
	}

	/** Leaves out what the person hid. */
	get #inSight(): Pick<SearchOptions, "except"> {
		return { except: this.#facts.hiddenFor() };
	}

	#search({ query, limit, asYouType }: Requests["search"]["params"]): readonly FoundPaper[] {
		const facts: SearchOptions["facts"] = id => this.#facts.of(id);
		return this.#found(index => {
			const except = this.#facts.hiddenFor(index.parse(query, facts, { asYouType }));
			return index.search(query, { limit, asYouType, facts, except, reasons: true });
		});
	}

	#found(ask: (index: SearchIndex) => readonly Hit[]): readonly FoundPaper[] {
		// What is no longer on the shelf is not found.
		this.#works.refresh();
		return ask(this.#index.current).map(({ paper, score, terms, reasons = [] }) => ({
			id: paper.id,
			score,
			terms,
			reasons,
			titleMarks: matchRanges(plainTitle(paper), terms),
			passage: matchedPassage({ ...paper, abstract: plainAbstract(paper) }, terms),
		}));
	}

	/** Papers that unfinished words find; the ones that have every word, where there are such. */
	#completed(words: string, limit: number): readonly Paper[] {
		this.#works.refresh();
		const facts: SearchOptions["facts"] = id => this.#facts.of(id);
		const hits = this.#index.current.search(words, { limit, asYouType: true, facts, ...this.#inSight });
		const whole = hits.filter(({ isComplete }) => isComplete);
		return (whole.length > 0 ? whole : hits).map(({ paper }) => paper);
	}

	/** Papers that are to be left out may be among the best: so many more are looked for. */
	#suggest({ passage, limit, except }: Requests["suggest"]["params"]): readonly FoundPaper[] {
		const out = new Set(except.map(id => this.#works.get(id)?.paper.id ?? id));
		return this.#found(index =>
			index
				.suggest(passage, limit + out.size, { ...this.#inSight, reasons: true })
				.filter(({ paper }) => !out.has(paper.id))
				.slice(0, limit),
		);
	}

	#queryHelp(query: string, offset: number): QueryHelp {
		return {
			completions: this.#index.current.complete(query, offset, field => this.#facts.values(field)),
			problems: this.#index.current.parse(query, id => this.#facts.of(id), { asYouType: true }).problems,
		};
	}

	/** The papers that a query finds with all its words. */
	#complete(query: string): string[] {
		const hits = this.#index.current.search(query, { limit: this.#works.list.length });
		return hits.filter(({ isComplete }) => isComplete).map(({ paper }) => paper.id);
	}

	#topicsOf(given: string): readonly ShownTopic[] {
		const id = this.#works.get(given)?.paper.id ?? given;
		const holding = this.#topics.now.filter(({ reasons }) => Object.hasOwn(reasons, id));
		return holding.map(({ label, reasons }) => ({ label, terms: reasons[id] ?? [] }));
	}

	#page({ id, terms, reasons, citedIn, notes, followed, position, labels }: PageRequest): string | undefined {
		const work = this.#works.get(id);
		if (!work) return undefined;
		const digest = (source: string) => this.#works.digest(source);
		const { is = [], tag: tags = [] } = this.#facts.of(id);
		const parts = followedParts(this.#index.current, work.paper, followed);
		return renderPaper(work.paper, {
			topics: this.#topicsOf(id),
			similar: this.#index.current.similar(work.paper.id, likePapers, this.#inSight).map(hit => hit.paper),
			appearances: appearancesOf(work, digest),
			records: recordsOf(work, digest),
			reasons,
			marks: marks.filter(mark => is.includes(mark)),
			tags,
			notes,
			followed: { queries: followed, authors: parts.authors, isVenue: parts.isVenue },
			citedIn: citedIn === undefined ? [] : [citedIn],
			position,
			labels,
			highlight: text => matchRanges(text, [...terms, ...parts.terms]),
		});
	}
}

/** The bibliographies that the parameters of a request name. */
function bibliographiesIn(params: object): readonly TextRef[] {
	const named = params as Partial<
		{ project: ProjectRefs; bibliography: TextRef } & Record<"bibliographies" | "others", readonly TextRef[]>
	>;
	const { project, bibliography, bibliographies = [], others = [] } = named;
	return [...(project?.bibliographies ?? []), ...(bibliography ? [bibliography] : []), ...bibliographies, ...others];
}

/** The day of a digest: as its name says it, else as it says itself. */
function dateOf({ name, content }: NamedBytes): IssuedDate | undefined {
	const decoded = decodeBytes(content.subarray(0, headBytes));
	return dateInName(name) ?? ("text" in decoded ? digestDate(decoded.text) : undefined);
}

/** A digest with the records beside it. */
function readWithRecords(digest: NamedBytes, records: NamedBytes | undefined): DigestReading {
	const read = readDigest(digest.content, digest.name);
	if (!records) return read;
	const { papers, problems } = withRecords(read.papers, records.content, records.name);
	return { format: read.format, papers, problems: [...read.problems, ...problems] };
}

/** The labels of each paper as one text. */
function joined(labels: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
	return new Map(Array.from(labels, ([id, each]) => [id, each.join("; ")]));
}
