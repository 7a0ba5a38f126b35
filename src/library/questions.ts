// What may be asked of the shelf: each question of the engine with the answer for when it was cancelled.

import * as vscode from "vscode";
import type { BibliographyReport } from "../core/bibliography/report";
import type { Source } from "../core/citations/citations";
import { noGroups, type GroupTable } from "../core/grouping/table";
import type { SourceKind } from "../core/project/kinds";
import type { Dialect, Reading } from "../core/project/reading";
import type { ShownTopic } from "../core/render";
import type { TextEdit } from "../core/paper";
import type { FoundPaper, QueryHelp } from "../core/shelf";
import type { Ask, Cancellation } from "../engine/engine";
import type {
	EntryQuestion,
	EntryUpdate,
	Preprints,
	PreprintsQuestion,
	ReportQuestion,
	TidyQuestion,
} from "../engine/entryRequests";
import type { FeedRequests } from "../engine/feeds";
import type {
	Addition,
	DirectionsPage,
	EntriesToAdd,
	ExportPartRequest,
	GroupRequest,
	Inspection,
	Missing,
	NamedBytes,
	NearReasons,
	PageRequest,
	ProjectMethod,
	ProjectRefs,
	References,
	ReferencesRequest,
	Requests,
	TextRef,
} from "../engine/protocol";

export type Preprint = Preprints[number];

export interface SearchOptions {
	readonly limit: number;
	/** Whether the last word may be unfinished. */
	readonly asYouType: boolean;
}

/**
 * A bibliography as the editor has it: its text is sent to the engine only when that lacks it. There is none when the
 * document has another text by now.
 */
export interface BibliographySource extends TextRef {
	readonly fileName: string;
	readonly text: () => string | Promise<string | undefined>;
}

/** A manuscript as the editor has it, in the same way. */
export interface ManuscriptSource extends TextRef {
	readonly source: () => Promise<Source | undefined>;
}

/** A document and its project as the editor has them; see `ProjectRefs`. */
export interface ProjectSources {
	readonly document?: TextRef;
	readonly sources: readonly ManuscriptSource[];
	readonly bibliographies: readonly BibliographySource[];
	readonly dialect: Dialect;
}

/** Where and how entries are to be added. */
export interface EntryOptions extends Omit<EntriesToAdd, "ids" | "bibliography" | "others"> {
	readonly bibliography: BibliographySource;
	readonly others: readonly BibliographySource[];
}

/** How papers are exported. */
export interface ExportQuestion extends Omit<ExportPartRequest, "papers" | "part"> {
	/** Formula of new keys; see `citationKey`. */
	readonly pattern: string;
	/** Papers that have an entry here have its key. */
	readonly bibliographies: readonly BibliographySource[];
}

/** A question about bibliographies, with these as the editor has them. */
type WithSources<T> = Omit<T, "bibliographies"> & { readonly bibliographies: readonly BibliographySource[] };

/** The parameters and answers of a request about a project, apart from the project. */
export type ProjectParams<M extends ProjectMethod> = Omit<Requests[M]["params"], "project">;
export type ProjectAnswer<M extends ProjectMethod> = Exclude<Requests[M]["answer"], Missing>;

/** How often texts are sent before somebody hears of it. */
const mostTries = 5;

export class Questions {
	readonly #ask: Ask;

	constructor(ask: Ask) {
		this.#ask = ask;
	}

	async search(query: string, options: SearchOptions, token?: Cancellation): Promise<readonly FoundPaper[]> {
		return (await this.#ask("search", { query, ...options }, token)) ?? [];
	}

	/** What may come next at the end of a query, and what of it is not understood. */
	async queryHelp(query: string, token?: Cancellation): Promise<QueryHelp> {
		const help = await this.#ask("queryHelp", { query, offset: query.length }, token);
		return help ?? { completions: [], problems: [] };
	}

	/** Papers that a passage of a manuscript might cite, without those of these ids. */
	async suggest(
		passage: string,
		{ limit, except = [] }: { readonly limit: number; readonly except?: readonly string[] },
		token?: Cancellation,
	): Promise<readonly FoundPaper[]> {
		return (await this.#ask("suggest", { passage, limit, except }, token)) ?? [];
	}

	/** Papers like one of the shelf. */
	async similar(id: string, limit: number): Promise<readonly FoundPaper[]> {
		return (await this.#ask("similar", { id, limit })) ?? [];
	}

	/** The shelf's papers in groups. */
	async grouped(request: GroupRequest): Promise<GroupTable> {
		return (await this.#ask("grouped", request)) ?? noGroups;
	}

	/** Why a paper is near what is written; see `nearWriting`. */
	async nearReasons(id: string): Promise<NearReasons> {
		return (await this.#ask("nearReasons", { id })) ?? { cited: [], words: [] };
	}

	/** The topics of a paper, each with the terms that put the paper there. */
	async topicsOf(id: string): Promise<readonly ShownTopic[]> {
		return (await this.#ask("topicsOf", { id })) ?? [];
	}

	/** The reading panel's HTML of a paper; `undefined` when it is not on the shelf. See `renderPaper`. */
	page(request: PageRequest): Promise<string | undefined> {
		return this.#ask("page", request);
	}

	/** What a digest holds that is not on the shelf; `undefined` when cancelled. Nothing changes by it. */
	inspect(digest: NamedBytes, token?: Cancellation): Promise<Inspection | undefined> {
		return this.#ask("inspect", { digest }, token);
	}

	/** Asks about feeds; see `FeedRequests`. */
	async feeds<M extends keyof FeedRequests>(
		method: M,
		params: FeedRequests[M]["params"],
	): Promise<FeedRequests[M]["answer"]> {
		return answered(await this.#ask(method, params));
	}

	/** Some papers with what they are about, once that is learnt; see `SearchIndex.directionsOf`. */
	async directions(start: number, count: number, token: Cancellation): Promise<DirectionsPage | undefined> {
		return this.#ask("directions", { start, count }, token);
	}

	/** Papers as references in a CSL style, in the order given. An unknown id is an error. */
	async references(request: ReferencesRequest): Promise<References> {
		return (await this.#ask("references", request)) ?? { texts: [], problems: [] };
	}

	/** Papers added to a bibliography; see `addToBibliography`. An unknown id is an error. */
	async addEntries(ids: readonly string[], options: EntryOptions): Promise<Addition> {
		const { bibliography, others, ...rest } = options;
		const params = { ids, bibliography: refOf(bibliography), others: others.map(refOf), ...rest };
		const addition = await this.#withTexts([bibliography, ...others], () => this.#ask("addEntries", params));
		return answered(addition);
	}

	/** What the shelf's record of a work would change in its entry. */
	async updatedEntry({ bibliographies, ...rest }: WithSources<EntryQuestion>): Promise<EntryUpdate> {
		const params = { bibliographies: bibliographies.map(refOf), ...rest };
		return answered(await this.#withTexts(bibliographies, () => this.#ask("updatedEntry", params)));
	}

	/** What is missing, unused, twice or outdated in the bibliographies of a document. */
	async bibliographyReport({ bibliographies, ...rest }: WithSources<ReportQuestion>): Promise<BibliographyReport> {
		const params = { bibliographies: bibliographies.map(refOf), ...rest };
		return answered(await this.#withTexts(bibliographies, () => this.#ask("bibliographyReport", params)));
	}

	/** The preprints in the bibliographies of a document. */
	async preprints({ bibliographies, cited }: WithSources<PreprintsQuestion>): Promise<Preprints> {
		const params = { bibliographies: bibliographies.map(refOf), cited };
		return answered(await this.#withTexts(bibliographies, () => this.#ask("preprints", params)));
	}

	/** The edits that tidy a bibliography. */
	async tidied(
		bibliography: BibliographySource,
		changes: Omit<TidyQuestion, "bibliography">,
	): Promise<readonly TextEdit[]> {
		const params = { bibliography: refOf(bibliography), ...changes };
		return answered(await this.#withTexts([bibliography], () => this.#ask("tidied", params))).edits;
	}

	/** What a manuscript or a file of settings says about its project; `undefined` when its text is another by now. */
	/** The key of each paper to be exported; empty for one that is gone. */
	async exportKeys(ids: readonly string[], { pattern, bibliographies }: ExportQuestion): Promise<readonly string[]> {
		const params = { ids, pattern, bibliographies: bibliographies.map(refOf) };
		return answered(await this.#withTexts(bibliographies, () => this.#ask("exportKeys", params)));
	}

	/** A part of an export as text. */
	async exportPart({ format, papers, part, words, document }: ExportPartRequest): Promise<string> {
		return answered(await this.#ask("exportPart", { format, papers, part, words, document }));
	}

	/** What a manuscript or a file of settings says about its project. */
	async projectFile(
		text: ManuscriptSource,
		kind: SourceKind,
		macros: ReadonlyMap<string, string> | undefined,
	): Promise<Reading | undefined> {
		const { uri, stamp } = text;
		const source = await text.source();
		if (!source) return undefined;
		return answered(await this.#ask("readProjectFile", { text: { uri, stamp, source }, kind, macros }));
	}

	/** Asks about a document and its project; `undefined` when cancelled, or when one of its texts is another by now. */
	async inProject<M extends ProjectMethod>(
		method: M,
		project: ProjectSources,
		params: ProjectParams<M>,
		token?: Cancellation,
	): Promise<ProjectAnswer<M> | undefined> {
		const { document, sources, bibliographies, dialect } = project;
		const refs: ProjectRefs = {
			...(document && { document: refOf(document) }),
			sources: sources.map(refOf),
			bibliographies: bibliographies.map(refOf),
			dialect,
		};
		// What is left out of the parameters is put back: the compiler cannot see that.
		const asked = { ...params, project: refs };
		const answer = await this.#withTexts(
			[...sources, ...bibliographies],
			() => this.#ask(method, asked, token) as Promise<ProjectAnswer<M> | Missing | undefined>,
		);
		return answer;
	}

	/**
	 * Asks what needs texts, sending those that the engine lacks; another question may put an older one. `undefined` when
	 * cancelled, or when a text is another by now.
	 */
	async #withTexts<T>(
		texts: readonly (BibliographySource | ManuscriptSource)[],
		ask: () => Promise<T | Missing | undefined>,
	): Promise<T | undefined> {
		for (let tries = 0; tries < mostTries; tries++) {
			const answer = await ask();
			if (!isMissing(answer)) return answer;
			for (const each of texts.filter(({ uri }) => answer.missing.includes(uri))) {
				if (!(await this.#put(each))) return undefined;
			}
		}
		throw new Error("The documents changed again and again while they were read.");
	}

	/** Whether there still is such a text. */
	async #put(each: BibliographySource | ManuscriptSource): Promise<boolean> {
		if ("source" in each) {
			const source = await each.source();
			if (source) await this.#ask("putManuscript", { ...refOf(each), source });
			return source !== undefined;
		}
		const text = await each.text();
		if (text !== undefined) await this.#ask("putBibliography", { ...refOf(each), fileName: each.fileName, text });
		return text !== undefined;
	}
}

function isMissing(answer: unknown): answer is Missing {
	return typeof answer === "object" && answer !== null && "missing" in answer;
}

/** An answer that there must be; nobody waits any more where there is none. */
function answered<T>(answer: T | undefined): T {
	if (answer === undefined) throw new vscode.CancellationError();
	return answer;
}

function refOf({ uri, stamp }: TextRef): TextRef {
	return { uri, stamp };
}
