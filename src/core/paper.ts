// The vocabulary of the product: types only. Everything is plain, readonly data that survives structured cloning.

/** A person or a group, as CSL names one (CSL 1.0.2, "Name variables"). */
export type Name =
	| { readonly family: string; readonly given?: string; readonly particle?: string; readonly suffix?: string }
	| { readonly literal: string };

/** A date as precise as it was given. `month` is 1 to 12, `day` 1 to 31. */
export interface IssuedDate {
	readonly year: number;
	readonly month?: number;
	readonly day?: number;
}

/** What a link leads to. */
export type LinkKind = "page" | "pdf" | "code" | "data";

export interface Link {
	/** An absolute `https:` or `http:` address. */
	readonly url: string;
	readonly kind: LinkKind;
}

/** How arXiv announced a paper: for the first time, in a further category, or as a new version of an old one. */
export type Announcement = "new" | "cross-list" | "replacement";

/** Where in its venue a work stands, and who published it; CSL's variables of these names, as the record has them. */
export interface Publication {
	readonly volume?: string;
	/** Of a journal. */
	readonly issue?: string;
	/** Of a report, a standard or a patent. */
	readonly number?: string;
	/** First and last page with a hyphen, `45-67`; or the number of an article. */
	readonly pages?: string;
	readonly publisher?: string;
	/** Where the publisher is. */
	readonly place?: string;
	readonly edition?: string;
	/** The series that a book or the proceedings are part of (CSL's `collection-title`). */
	readonly series?: string;
	/** What a thesis or a report is called: `PhD thesis`, `Technical report`. */
	readonly genre?: string;
	readonly isbn?: string;
	readonly issn?: string;
	/** Editors of the book or the proceedings; where there are no authors, they are the `authors` too. */
	readonly editors?: readonly Name[];
}

export type NoticeKind = "retraction" | "withdrawal" | "concern" | "correction";

/** A notice that was published about a work. */
export interface Notice {
	readonly kind: NoticeKind;
	readonly doi?: string;
	readonly arxiv?: string;
	readonly pmid?: string;
	/** Where it stands, in a catalogue's words. */
	readonly where?: string;
}

/** Where a record was looked up. */
export interface RecordSource {
	/** Names of catalogues, as in `crossref`. */
	readonly catalogues: readonly string[];
	/** The day on which they last said something new. */
	readonly asOf?: IssuedDate;
}

export interface Paper extends Publication {
	/** `doi:…`, `arxiv:…` (no version), `pmid:…`, else `title:<hash of the normalised title>`; see `paperId`. */
	readonly id: string;
	/** Unicode, with math kept as `$…$`. */
	readonly title: string;
	/** Unicode, with math kept as `$…$`; empty when the digest had none. */
	readonly abstract: string;
	readonly authors: readonly Name[];
	/** There are more authors than are named (`et al.`, `and others`). */
	readonly authorsIncomplete?: true;
	readonly issued?: IssuedDate;
	/** A CSL item type (CSL 1.0.2, Appendix III), for example `article`, `article-journal`, `dataset`. */
	readonly type: string;
	/** An arXiv identifier without its version, for example `2502.04381` or `math/0309136`. */
	readonly arxiv?: string;
	/** The primary category on arXiv, for example `cs.CL`. */
	readonly arxivClass?: string;
	/** A DOI without a resolver, in the case it was given in. */
	readonly doi?: string;
	readonly pmid?: string;
	readonly url?: string;
	/** Journal, proceedings, or publisher of a preprint, as a reader would name it. */
	readonly venue?: string;
	readonly keywords: readonly string[];
	readonly links: readonly Link[];
	readonly announced?: Announcement;
	/** What was published about it, retractions before corrections. */
	readonly notices?: readonly Notice[];
	/** There when its record was looked up in catalogues. */
	readonly recordFrom?: RecordSource;
	/** What its entry in a bibliography says in `note`; readers give none. */
	readonly note?: string;
}

/** Half-open range of UTF-16 offsets. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

/** Replace `start` to `end` (UTF-16 offsets in the text before any edit) by `text`. */
export interface TextEdit extends TextRange {
	readonly text: string;
}

export type Severity = "error" | "warning" | "information";

/**
 * Something in an input that could not be read, was left out, or was repaired. Bad input is data: readers are total
 * and report problems, they do not throw. `message` is English; `code` and `args` let the host put it into words.
 */
export interface Problem {
	/** Stable name of the kind of problem, for example `abstract-without-title`. */
	readonly code: string;
	readonly severity: Severity;
	/** Name of the input, as the caller gave it. */
	readonly file: string;
	/** 1-based. */
	readonly line: number;
	readonly range: TextRange;
	readonly args: readonly string[];
	/** What was lost, where, and what was expected: one sentence in English, with the file and the line. */
	readonly message: string;
}
