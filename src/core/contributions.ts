// Ids of commands, views and context keys, and the settings with their defaults: written once, compared with
// package.json in both directions by test/unit/manifest.test.ts.

import { rules } from "./checks/rules";
import type { FetchInterval } from "./feeds/schedule";
import { catalogueNames } from "./metadata/directory";
import type { FeatureMode } from "./neighbours";

export const commands = {
	addFeed: "citeshelf.addFeed",
	addFiles: "citeshelf.addFiles",
	addPapers: "citeshelf.addPapers",
	citeWithLocator: "citeshelf.citeWithLocator",
	clearFilter: "citeshelf.clearFilter",
	completeRecords: "citeshelf.completeRecords",
	completeFromShelf: "citeshelf.completeFromShelf",
	colorTopic: "citeshelf.colorTopic",
	copyBibtex: "citeshelf.copyBibtex",
	copyCitation: "citeshelf.copyCitation",
	copyLink: "citeshelf.copyLink",
	copyReference: "citeshelf.copyReference",
	editCitation: "citeshelf.editCitation",
	editNote: "citeshelf.editNote",
	editSavedSearch: "citeshelf.editSavedSearch",
	editTags: "citeshelf.editTags",
	exportPapers: "citeshelf.exportPapers",
	fetchFeeds: "citeshelf.fetchFeeds",
	filterPapers: "citeshelf.filterPapers",
	findPublished: "citeshelf.findPublished",
	focusNext: "citeshelf.focusNext",
	focusPrevious: "citeshelf.focusPrevious",
	followAuthor: "citeshelf.followAuthor",
	followVenue: "citeshelf.followVenue",
	followWords: "citeshelf.followWords",
	forgetCatalogues: "citeshelf.forgetCatalogues",
	groupByAuthor: "citeshelf.groupByAuthor",
	groupByDate: "citeshelf.groupByDate",
	groupByDigest: "citeshelf.groupByDigest",
	groupByMethod: "citeshelf.groupByMethod",
	groupByNothing: "citeshelf.groupByNothing",
	groupByState: "citeshelf.groupByState",
	groupByTopic: "citeshelf.groupByTopic",
	groupByVenue: "citeshelf.groupByVenue",
	groupPapers: "citeshelf.groupPapers",
	insertCitation: "citeshelf.insertCitation",
	markAllSeen: "citeshelf.markAllSeen",
	mergeTopic: "citeshelf.mergeTopic",
	moreLikeThis: "citeshelf.moreLikeThis",
	moveToTopic: "citeshelf.moveToTopic",
	openAsDocument: "citeshelf.openAsDocument",
	openEntry: "citeshelf.openEntry",
	openOnline: "citeshelf.openOnline",
	openPaper: "citeshelf.openPaper",
	pinTopic: "citeshelf.pinTopic",
	previewPaper: "citeshelf.previewPaper",
	rankByManuscript: "citeshelf.rankByManuscript",
	reload: "citeshelf.reload",
	removeFeed: "citeshelf.removeFeed",
	removeSavedSearch: "citeshelf.removeSavedSearch",
	renameTopic: "citeshelf.renameTopic",
	saveSearch: "citeshelf.saveSearch",
	search: "citeshelf.search",
	setCatalogueKey: "citeshelf.setCatalogueKey",
	showCitations: "citeshelf.showCitations",
	showMap: "citeshelf.showMap",
	showStatus: "citeshelf.showStatus",
	sortByAuthor: "citeshelf.sortByAuthor",
	sortByDate: "citeshelf.sortByDate",
	sortByDigest: "citeshelf.sortByDigest",
	sortByNearness: "citeshelf.sortByNearness",
	sortByTitle: "citeshelf.sortByTitle",
	splitTopic: "citeshelf.splitTopic",
	suggestCitations: "citeshelf.suggestCitations",
	tidyBibliography: "citeshelf.tidyBibliography",
	toggleDone: "citeshelf.toggleDone",
	toggleHidden: "citeshelf.toggleHidden",
	toggleHideDone: "citeshelf.toggleHideDone",
	toggleLater: "citeshelf.toggleLater",
	toggleRead: "citeshelf.toggleRead",
	toggleStar: "citeshelf.toggleStar",
	unfollow: "citeshelf.unfollow",
	updateEntry: "citeshelf.updateEntry",
	whatIsNew: "citeshelf.whatIsNew",
} as const;

export const views = {
	container: "citeshelf",
	papers: "citeshelf.papers",
	paperPanel: "citeshelf.paper",
	map: "citeshelf.map",
} as const;

export const contextKeys = {
	/** The extension runs: until then nobody knows whether the document is citable, and keys must not wait. */
	active: "citeshelf.active",
	/** The active document is in a language that has citations. */
	citable: "citeshelf.citable",
	/** The list of papers to cite is open. */
	picking: "citeshelf.picking",
	/** The person looks at a paper: in the tree, the panel or a search. */
	paper: "citeshelf.hasPaper",
	/** A search pick is open, to open papers or to cite them. */
	searching: "citeshelf.searching",
	/** The tree shows a search's papers only. */
	filtered: "citeshelf.filtered",
	/** The first reading of all digests has ended. */
	ready: "citeshelf.ready",
} as const;

/** The type of dragged papers: a JSON list of their ids. */
export const papersMime = "application/vnd.citeshelf.papers";

/** The settings of Citeshelf, without their prefix `citeshelf.`. */
export interface Settings {
	/** Globs, relative to each workspace folder, of the digests to read. */
	readonly digests: readonly string[];
	/** Folder, relative to a workspace folder, in which digests are kept there. */
	readonly digestFolder: string;
	/** Whether the sample shelf, which comes with the extension, is shown. */
	readonly sampleShelf: boolean;
	/** What brings new papers; see `readFeeds`. */
	readonly feeds: readonly unknown[];
	/** When feeds are fetched. */
	readonly fetchFeeds: FetchInterval;
	/** Which of arXiv's announcements are left out of the tree: `cross-list`, `replacement`. */
	readonly hideAnnounced: readonly string[];
	/** Whether papers that the person is done with are left out of the tree. */
	readonly hideDone: boolean;
	/** Whether papers that came again in a later digest are left out of the tree. */
	readonly hideSeen: boolean;
	/** Queries whose papers are followed, as in `author:Müller` or `federated`. */
	readonly follow: readonly string[];
	/** Where marks, tags and notes are kept: `private`, or `workspace` to share them. */
	readonly keepStates: string;
	/** Searches that stand in the tree, by their names. */
	readonly savedSearches: Readonly<Record<string, string>>;
	/** What the person says of topics, by their names; see `topicRules`. */
	readonly topics: Readonly<Record<string, unknown>>;
	/** Whether the highlighted paper of a search is shown beside. */
	readonly previewWhileSearching: boolean;
	/** Names of the catalogues that may be asked for records, in their order; see `core/metadata/directory`. */
	readonly catalogues: readonly string[];
	/** E-mail address that is told to catalogues which ask for one; empty for none. */
	readonly contact: string;
	/** Path of the bibliography to take when a document declares none and none is near; empty for none. */
	readonly bibliography: string;
	/** Formula of new citation keys; see `citationKey`. */
	readonly citationKeyPattern: string;
	/** Whether open documents are checked while they are written. */
	readonly checkCitations: boolean;
	/** The level of each rule of the checks, by its code; see `core/checks/rules`. */
	readonly checks: Readonly<Record<string, string>>;
	/** Names of fields that new entries do without. */
	readonly omitFields: readonly string[];
	/** Name of the LaTeX command of a new citation, without its backslash; empty for the document's own habit. */
	readonly latexCommand: string;
	/** Names of LaTeX commands of the author's own that cite, without their backslashes. */
	readonly citingCommands: readonly string[];
	/** What is completed in citations; `auto` leaves entries to another extension that completes them. */
	readonly completion: "auto" | "all" | "shelf" | "off";
	/** A bundled style of references, or the path of a `.csl` file. */
	readonly referenceStyle: string;
	/** The language of terms and dates in references, as in `de`; empty for English. */
	readonly referenceLanguage: string;
	/** Whether keys are explained where the pointer rests. */
	readonly hover: FeatureMode;
	/** Whether keys lead to their entries and citations, and are renamed. */
	readonly definitions: FeatureMode;
	/** Whether a `.bib` file has an outline, folds and links. */
	readonly outline: FeatureMode;
	/** Whether keys are coloured by whether they are known. */
	readonly semanticColours: FeatureMode;
	/** Whether entries say how often they are cited. */
	readonly codeLens: boolean;
	/** Whether authors and year stand beside keys. */
	readonly inlayHints: boolean;
}

export const defaultSettings: Settings = {
	bibliography: "",
	catalogues: catalogueNames,
	contact: "",
	digests: ["**/*.digest.*"],
	digestFolder: "digests",
	feeds: [],
	fetchFeeds: "onRequest",
	follow: [],
	hideAnnounced: [],
	hideDone: false,
	hideSeen: false,
	keepStates: "private",
	sampleShelf: true,
	savedSearches: {},
	topics: {},
	previewWhileSearching: true,
	citationKeyPattern: "auth.lower + year + shorttitle(1, 0).lower",
	checkCitations: true,
	checks: Object.fromEntries(rules.map(({ code }) => [code, "auto"])),
	omitFields: ["abstract", "keywords"],
	latexCommand: "",
	citingCommands: [],
	completion: "auto",
	referenceStyle: "apa",
	referenceLanguage: "",
	hover: "auto",
	definitions: "auto",
	outline: "auto",
	semanticColours: "auto",
	codeLens: true,
	inlayHints: false,
};
