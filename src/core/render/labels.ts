// The words of the reading panel, of rows and of tooltips, in English. `{0}`, `{1}` are filled in; the host may pass a
// translation of all of them, as plain strings so that they travel to the worker.

export const englishLabels = {
	abstract: "Abstract",
	actions: "Actions",
	and: "{0} and {1}",
	andMore: "and {0} more",
	announcedOnArxiv: "arXiv {0}",
	appearance: "{0}, {1} of {2}",
	appearances: "Appearances",
	authors: "Authors",
	because: "Because of: {0}",
	cite: "Cite",
	citedIn: "cited in {0}",
	citedInLong: "Cited in {0}",
	close: "Close",
	code: "Code",
	codeAndData: "Code and data",
	copyBibtex: "Copy BibTeX",
	copyCitation: "Copy citation",
	crossList: "cross-list",
	data: "Data",
	etAl: "{0} et al.",
	fieldArxiv: "arXiv identifier",
	fieldDate: "Date",
	fieldDoi: "DOI",
	fieldKeywords: "Keywords",
	fieldPmid: "PMID",
	fieldIdentifiers: "Identifiers",
	fieldTitle: "Title",
	fieldType: "Type",
	fieldUrl: "Address",
	fieldVenue: "Venue",
	foundBy: "Found by",
	foundByAcronym: "{0}, for “{1}”",
	foundByMeaning: "near in meaning: {0}",
	foundByPrefix: "{0}, begun as “{1}”",
	foundBySlip: "{0}, if “{1}” is a slip",
	foundByStem: "{0}, a form of “{1}”",
	foundBySynonym: "{0}, much the same as “{1}”",
	givesFields: "Gives: {0}",
	givesNothing: "Adds nothing to the other records",
	keyCite: "Cite this paper",
	keyHelp: "Show these keys",
	keyNext: "Next paper",
	keyPrevious: "Previous paper",
	keyStar: "Star this paper, or take the star away",
	keys: "Keys",
	links: "Links",
	loading: "Loading the paper…",
	nearLike: "like {0}",
	nearWriting: "Near your writing",
	next: "Next",
	noAbstract: "The digest has no abstract of this paper.",
	noRecord: "Authors and date are not known.",
	openAt: "Open at {0}",
	openOnline: "Open online",
	papers: "Papers",
	pdf: "PDF",
	position: "{0} of {1}",
	previous: "Previous",
	reasons: "{0} ({1})",
	records: "Records",
	read: "read",
	replacement: "replacement",
	similar: "More like this",
	star: "Star",
	starred: "starred",
	topics: "Topics",
	unread: "unread",
	unstar: "Unstar",
} as const;

export type Labels = Readonly<Record<keyof typeof englishLabels, string>>;

/** A label with its `{0}`, `{1}`, … filled in; the values are not escaped. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
	return label.replace(/\{(\d)\}/g, (slot, index: string) => String(values[Number(index)] ?? slot));
}

/** "1st", "2nd", "3rd", "11th": the position in a list, as English says it. */
export function ordinal(position: number): string {
	const tens = position % 100;
	const suffix = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][position % 10] ?? "th");
	return `${position}${suffix}`;
}
