// What may be asked of the engine, and what it answers: the contract between the editor's thread and the worker.
// Everything here survives structured cloning. Long lists are asked for in pages, so that no single message blocks
// the editor's thread.

import type { AddOptions } from "../core/bibliography/bibliography";
import type { Source } from "../core/citations/citations";
import type { BibliographyReport } from "../core/bibliography/report";
import type { ExportFormat, ExportOptions } from "../core/exports/exports";
import type { Arrangement, GroupWords } from "../core/grouping/group";
import type { GroupTable } from "../core/grouping/table";
import type { IssuedDate, Problem, TextEdit } from "../core/paper";
import type { SourceKind } from "../core/project/kinds";
import type { Dialect, Reading } from "../core/project/reading";
import type { ShownTopic } from "../core/render";
import type { Position } from "../core/render/parts/actions";
import type { OutputFormat } from "../core/references/runs/output";
import type { Labels } from "../core/render/labels";
import type { Directions } from "../core/search/meaning/meaning";
import type { Reason } from "../core/search/ranking/reasons";
import type { CompletionRequests } from "./language/completionRequests";
import type { CheckRequests } from "./language/checkRequests";
import type {
	EntryQuestion,
	EntryUpdate,
	Preprints,
	PreprintsQuestion,
	ReportQuestion,
	Tidied,
	TidyQuestion,
} from "./entryRequests";
import type { FeedRequests } from "./feeds";
import type { NavigationRequests } from "./language/navigationRequests";
import type { FollowedPapers, FoundPaper, PaperStates, QueryHelp, ShelfTopic, ShelfWork } from "../core/shelf";
import type { NoteText } from "../core/states/paperState";
import type { TopicOptions } from "../core/topics/topics";

/** Bytes with the name that problems mention. */
export interface NamedBytes {
	readonly name: string;
	readonly content: Uint8Array;
}

/** What was read from one digest. Its papers are asked for afterwards, page by page. */
export interface ReadSummary {
	readonly format: string;
	readonly count: number;
	readonly problems: readonly Problem[];
	/** The day of the digest, when its name or its content says one. */
	readonly date?: IssuedDate;
}

/** Some of the shelf's papers. */
export interface WorksPage {
	/** How many papers the shelf has. */
	readonly total: number;
	/** Goes up with each change of the shelf. */
	readonly revision: number;
	/** In the order of the digests; of one that has not changed the id alone. */
	readonly works: readonly (ShelfWork | string)[];
}

/** What some of the shelf's papers are about. */
export interface DirectionsPage extends Directions {
	readonly total: number;
	readonly ids: readonly string[];
}

/** What a digest holds that is not on the shelf yet: what a person decides by whether to keep it. */
export interface Inspection {
	readonly format: string;
	readonly count: number;
	/** How many of its papers are on the shelf already. */
	readonly known: number;
	readonly problems: readonly Problem[];
	/** Its first papers. */
	readonly sample: readonly { readonly title: string; readonly authorYear: string; readonly isKnown: boolean }[];
}

/** A text that the editor has, and a stamp that stands for it as it is now. */
export interface TextRef {
	readonly uri: string;
	readonly stamp: string;
}

export interface BibliographyText extends TextRef {
	/** Its extension tells the format; problems name it. */
	readonly fileName: string;
	readonly text: string;
}

/** A manuscript, or a cell of a notebook. */
export interface ManuscriptText extends TextRef {
	readonly source: Source;
}

/** The answer of an engine that lacks these texts: they are to be sent, and the question asked again. */
export interface Missing {
	readonly missing: readonly string[];
}

/** A document and its project. */
export interface ProjectRefs {
	/** What is asked about: one of the sources or bibliographies, or a cell of a notebook. */
	readonly document?: TextRef;
	/** The manuscript with all its parts, in the order of the document; of an open notebook its cells. */
	readonly sources: readonly TextRef[];
	/** The bibliographies that are there, in the order in which they are declared. */
	readonly bibliographies: readonly TextRef[];
	/** How a `.bib` of the project is read. */
	readonly dialect: Dialect;
}

/** What a bibliography holds. */
export interface BibliographyState {
	readonly uri: string;
	readonly entries: number;
	readonly problems: number;
}

/** Papers to add to a bibliography. */
export interface EntriesToAdd extends Pick<AddOptions, "dialect" | "letters" | "omit"> {
	readonly ids: readonly string[];
	readonly bibliography: TextRef;
	/** Formula of new keys; see `citationKey`. */
	readonly pattern: string;
	/** Further bibliographies of the same document. A work in one of them is cited by its key there. */
	readonly others: readonly TextRef[];
}

/** An entry added to a bibliography, or the key of the work that is already there. */
export interface Addition {
	readonly edits: readonly TextEdit[];
	/** `keys[i]` cites `ids[i]`. */
	readonly keys: readonly string[];
	readonly problems: readonly Problem[];
}

/** References to format. */
export interface ReferencesRequest {
	readonly ids: readonly string[];
	/** A CSL style, with the name that problems give. */
	readonly style: { readonly xml: string; readonly name: string };
	/** A CSL locale, for terms and dates in another language than English. */
	readonly locale: string | undefined;
	readonly output: OutputFormat;
}

export interface References {
	/** One for each paper; none when the style cannot be used. */
	readonly texts: readonly string[];
	/** What is wrong with the style. */
	readonly problems: readonly Problem[];
}

/** A paper to show in the reading panel. */
export interface PageRequest {
	readonly id: string;
	/** Index terms whose words are marked. */
	readonly terms: readonly string[];
	/** Why a search found it. */
	readonly reasons: readonly Reason[];
	/** The open document, when it cites the paper. */
	readonly citedIn: string | undefined;
	readonly notes: readonly NoteText[];
	/** The followed queries that brought the paper. */
	readonly followed: readonly string[];
	/** The paper's place in the list that next and previous walk through. */
	readonly position: Position | undefined;
	readonly labels: Labels;
}

/** What the shelf is grouped and sorted by, and the words for it. */
export interface GroupRequest extends Arrangement, GroupWords {}

/** The shelf ranked by what is written in a project. */
export interface NearWriting {
	/** How many papers have a place in the ranking. */
	readonly ranked: number;
	/** The ids of the nearest papers that the project does not cite, the nearest first. */
	readonly best: readonly string[];
	/** Of the papers that were asked about, those that have a place in the ranking, the nearest first. */
	readonly among: readonly string[];
}

/** Why a paper is near what is written. */
export interface NearReasons {
	/** Works that are cited and that the paper is like, as in "Filiot et al. 2024". */
	readonly cited: readonly string[];
	/** Words that both have, the most telling first. */
	readonly words: readonly string[];
}

/** Papers that are to be exported, to have keys. */
export interface ExportKeysRequest {
	readonly ids: readonly string[];
	/** Formula of new keys; see `citationKey`. */
	readonly pattern: string;
	/** Papers that have an entry here have its key. */
	readonly bibliographies: readonly TextRef[];
}

/** A part of an export. */
export interface ExportPartRequest extends ExportOptions {
	readonly format: ExportFormat;
	readonly papers: readonly { readonly id: string; readonly key: string }[];
}

/** The requests: for each its parameters and its answer. */
/** Topics as they are known at a time. */
export interface TopicsNow {
	readonly topics: readonly ShelfTopic[];
	/** Whether they are those of the shelf as it is. */
	readonly isWhole: boolean;
}

export interface Requests extends CompletionRequests, CheckRequests, FeedRequests, NavigationRequests {
	/** Reads a digest, with the records beside it, as a source of papers; replaces what that source held before. */
	read: { params: { source: string; digest: NamedBytes; records?: NamedBytes }; answer: ReadSummary };
	/** Reads a digest without putting it on the shelf. */
	inspect: { params: { digest: NamedBytes; records?: NamedBytes }; answer: Inspection };
	/** Puts the sources in this order, which is that of the shelf's papers. */
	arrange: { params: { sources: readonly string[] }; answer: undefined };
	/** A page of the shelf's papers, each once: at most `count` of those that changed after the revision `since`. */
	works: { params: { start: number; count: number; since: number }; answer: WorksPage };
	/** Takes a source off the shelf. */
	forget: { params: { source: string }; answer: undefined };
	search: { params: { query: string; limit: number; asYouType: boolean }; answer: readonly FoundPaper[] };
	/** What may come next at an offset of a query, and what of it is not understood. */
	queryHelp: { params: { query: string; offset: number }; answer: QueryHelp };
	/** Papers that a passage of a manuscript might cite, without those that `except` names. */
	suggest: { params: { passage: string; limit: number; except: readonly string[] }; answer: readonly FoundPaper[] };
	/** Papers like one of the shelf. */
	similar: { params: { id: string; limit: number }; answer: readonly FoundPaper[] };
	/** What is known of papers beside their records; replaces what was said before. */
	setStates: { params: PaperStates; answer: undefined };
	/** What each followed query brings. */
	followed: { params: { queries: readonly string[] }; answer: readonly FollowedPapers[] };
	/** Answers when they are worked out, which takes seconds for thousands of papers. */
	topics: { params: Record<string, never>; answer: readonly ShelfTopic[] };
	/** The topics as far as they are known: while others are worked out, those of before. */
	topicsNow: { params: Record<string, never>; answer: TopicsNow };
	/** A person's topics, and the topics of before (an earlier answer of `topics`); replaces what was said before. */
	shapeTopics: { params: Pick<TopicOptions, "table" | "previous">; answer: undefined };
	/** The shelf's papers in groups. */
	grouped: { params: GroupRequest; answer: GroupTable };
	/** Ranks the shelf by what a project says and cites: the nearness that is asked for from then on. */
	nearWriting: { params: { project: ProjectRefs; among?: readonly string[] }; answer: NearWriting | Missing };
	/** Why a paper is near, as the last ranking has it. */
	nearReasons: { params: { id: string }; answer: NearReasons };
	/** The topics of a paper, each with the terms that put the paper there. */
	topicsOf: { params: { id: string }; answer: readonly ShownTopic[] };
	/** The reading panel's HTML of a paper; `undefined` when it is not on the shelf. Escaped, safe to show. */
	page: { params: PageRequest; answer: string | undefined };
	/** Papers added to a bibliography's text: edits, keys and what is wrong with the file. */
	addEntries: { params: EntriesToAdd; answer: Addition | Missing };
	/** Which papers of the shelf the citation keys of a project's sources stand for: keys by the ids of papers. */
	citedPapers: { params: { project: ProjectRefs }; answer: Readonly<Record<string, readonly string[]>> | Missing };
	/** What the shelf's record of a work would change in its entry. */
	updatedEntry: { params: EntryQuestion; answer: EntryUpdate | Missing };
	/** What is missing, unused, twice or outdated in the bibliographies of a document. */
	bibliographyReport: { params: ReportQuestion; answer: BibliographyReport | Missing };
	/** The preprints in the bibliographies of a document. */
	preprints: { params: PreprintsQuestion; answer: Preprints | Missing };
	/** Entries taken out of a bibliography, brought up to date and added, as edits of its text. */
	tidied: { params: TidyQuestion; answer: Tidied | Missing };
	/** The text of a bibliography as it is now. */
	putBibliography: { params: BibliographyText; answer: undefined };
	/** The text of a manuscript as it is now. */
	putManuscript: { params: ManuscriptText; answer: undefined };
	/** What a file says about its project. */
	readProjectFile: {
		params: { text: ManuscriptText; kind: SourceKind; macros?: ReadonlyMap<string, string> | undefined };
		answer: Reading;
	};
	/** What the bibliographies of a project hold. */
	bibliographyStates: { params: { project: ProjectRefs }; answer: readonly BibliographyState[] | Missing };
	/** Papers as references in a style, in the order given. */
	references: { params: ReferencesRequest; answer: References };
	/**
	 * What papers of the shelf are about, once that is learnt: `count` of them from `start` on, the same number of
	 * dimensions for all. See `SearchIndex.directionsOf`.
	 */
	directions: { params: { start: number; count: number }; answer: DirectionsPage };
	/** The key of each paper to be exported. */
	exportKeys: { params: ExportKeysRequest; answer: readonly string[] | Missing };
	/** A part of an export as text. */
	exportPart: { params: ExportPartRequest; answer: string };
	/** Answers when everything read so far is indexed. */
	indexed: { params: Record<string, never>; answer: undefined };
	/** Takes up the index of an earlier session, from the pieces in which it was stored. Before anything is read. */
	restore: { params: { pieces: readonly Uint8Array[] }; answer: undefined };
	/**
	 * The names of the pieces in which the index is to be stored, once nothing is left to be indexed or learnt; none when it
	 * is too small for that. A name stands for the same bytes for ever.
	 */
	stored: { params: Record<string, never>; answer: readonly string[] };
	/** The bytes of a piece; `undefined` when the index changed since its name was given. */
	piece: { params: { name: string }; answer: Uint8Array | undefined };
}

export type Method = keyof Requests;

/** The requests about a document and its project. */
export type ProjectMethod = {
	[M in Method]: Requests[M]["params"] extends { readonly project: ProjectRefs } ? M : never;
}[Method];

export interface RequestMessage<M extends Method = Method> {
	readonly id: number;
	readonly method: M;
	readonly params: Requests[M]["params"];
}

/** To the worker: a request, or word that nobody waits for a request's answer any more. */
export type ToWorker = RequestMessage | { readonly cancel: number };

/** From the worker: an answer, or why there is none. A cancelled request gets no answer. */
export type FromWorker =
	{ readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: string };
