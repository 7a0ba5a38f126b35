// Entry types for CSL's types, and the field in which each names its venue. Sources: btxdoc, section 3.1; biblatex
// manual, sections 2.1.1 and 2.1.3.

export type BibDialect = "bibtex" | "biblatex";

interface EntryType {
	readonly bibtex: string;
	readonly biblatex: string;
	/** Where the venue goes: in both dialects, or in each. */
	readonly venue: string | Readonly<Record<BibDialect, string>>;
	/** biblatex's `entrysubtype`. */
	readonly subtype?: string;
}

const page = { bibtex: "howpublished", biblatex: "organization" };
const journal = { bibtex: "journal", biblatex: "journaltitle" };

function misc(biblatex: string, venue: EntryType["venue"] = page): EntryType {
	return { bibtex: "misc", biblatex, venue };
}

function article(subtype?: string): EntryType {
	return { bibtex: "article", biblatex: "article", venue: journal, ...(subtype === undefined ? {} : { subtype }) };
}

function part(biblatex: string): EntryType {
	return { bibtex: "incollection", biblatex, venue: "booktitle" };
}

const types: Readonly<Record<string, EntryType>> = {
	"article-journal": article(),
	"article-magazine": article("magazine"),
	"article-newspaper": article("newspaper"),
	review: article(),
	"review-book": article(),
	article: misc("online"),
	"paper-conference": { bibtex: "inproceedings", biblatex: "inproceedings", venue: "booktitle" },
	book: { bibtex: "book", biblatex: "book", venue: "publisher" },
	classic: { bibtex: "book", biblatex: "book", venue: "publisher" },
	collection: { bibtex: "book", biblatex: "collection", venue: "publisher" },
	chapter: part("incollection"),
	entry: part("inreference"),
	"entry-dictionary": part("inreference"),
	"entry-encyclopedia": part("inreference"),
	thesis: { bibtex: "phdthesis", biblatex: "thesis", venue: { bibtex: "school", biblatex: "institution" } },
	report: { bibtex: "techreport", biblatex: "report", venue: "institution" },
	pamphlet: { bibtex: "booklet", biblatex: "booklet", venue: "howpublished" },
	manuscript: { bibtex: "unpublished", biblatex: "unpublished", venue: "howpublished" },
	dataset: misc("dataset", { bibtex: "howpublished", biblatex: "publisher" }),
	software: misc("software"),
	webpage: misc("online"),
	post: misc("online"),
	"post-weblog": misc("online"),
	patent: misc("patent"),
	standard: misc("standard"),
	legislation: misc("legislation"),
	legal_case: misc("jurisdiction"),
	periodical: misc("periodical"),
	motion_picture: misc("movie"),
	broadcast: misc("video"),
	song: misc("music"),
	graphic: misc("artwork"),
	performance: misc("performance"),
	personal_communication: misc("letter"),
};

const other = misc("misc");

export interface ChosenType {
	readonly type: string;
	readonly venue: string;
	readonly subtype?: string | undefined;
	/** What the type does not tell of a thesis or a report, for the field `type`. */
	readonly genre?: string | undefined;
}

/** The entry type of a CSL type; a thesis for a master has one of its own in BibTeX. */
export function entryType(csl: string, genre: string | undefined, dialect: BibDialect): ChosenType {
	const found = types[csl] ?? other;
	const venue = typeof found.venue === "string" ? found.venue : found.venue[dialect];
	if (csl === "thesis") return { ...thesisType(genre, dialect), venue };
	if (csl === "report" && dialect === "biblatex") {
		const isTechnical = genre === undefined || /^technical report$/i.test(genre);
		return { type: "report", venue, genre: isTechnical ? "techreport" : genre };
	}
	const subtype = dialect === "biblatex" ? found.subtype : undefined;
	return { type: found[dialect], venue, subtype, genre: csl === "report" ? genre : undefined };
}

function thesisType(genre: string | undefined, dialect: BibDialect): { type: string; genre?: string | undefined } {
	const isMaster = genre !== undefined && /\bmaster|^m\.? ?(?:sc|a|phil)\b|diplom/i.test(genre);
	const isDoctor = genre === undefined || /^(?:ph\.? ?d\.?|doctoral)\b.*$/i.test(genre);
	const isPlain = genre === undefined || /^(?:ph\.?d|master['’]?s?|doctoral) (?:thesis|dissertation)$/i.test(genre);
	if (dialect === "biblatex") {
		return { type: "thesis", genre: isPlain ? (isMaster ? "mathesis" : "phdthesis") : genre };
	}
	return { type: isMaster && !isDoctor ? "mastersthesis" : "phdthesis", genre: isPlain ? undefined : genre };
}
