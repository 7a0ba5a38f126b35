// Types of records in tagged formats as CSL types (CSL 1.0.2, Appendix III).

/** RIS Format Specifications, "TY" (2001 and 2011). */
export const risTypes: Readonly<Record<string, string>> = {
	...{ ABST: "article-journal", INPR: "article-journal", JFULL: "article-journal", JOUR: "article-journal" },
	...{ EJOUR: "article-journal", EJOU: "article-journal", MGZN: "article-magazine", NEWS: "article-newspaper" },
	...{ BOOK: "book", EBOOK: "book", EDBOOK: "book", CTLG: "book", SER: "book", CLSWK: "classic", ANCIENT: "classic" },
	...{ CHAP: "chapter", ECHAP: "chapter", CONF: "paper-conference", CPAPER: "paper-conference" },
	...{ THES: "thesis", RPRT: "report", GOVDOC: "report", STAND: "standard", PAMP: "pamphlet", UNPB: "manuscript" },
	...{ MANSCPT: "manuscript", DATA: "dataset", AGGR: "dataset", DBASE: "dataset", COMP: "software", MAP: "map" },
	...{ ELEC: "webpage", WEB: "webpage", BLOG: "post-weblog", ICOMM: "post", PCOMM: "personal_communication" },
	...{ PAT: "patent", HEAR: "hearing", CASE: "legal_case", BILL: "bill", STAT: "legislation", LEGAL: "legislation" },
	...{ DICT: "entry-dictionary", ENCYC: "entry-encyclopedia", VIDEO: "motion_picture", MPCT: "motion_picture" },
	...{ SOUND: "song", MUSIC: "musical_score", ART: "graphic", FIGURE: "figure", SLIDE: "graphic", EQUA: "figure" },
};

/** EndNote's reference types, `%0` (EndNote Help, "Tagged EndNote import"); names in lower case. */
export const endnoteTypes: Readonly<Record<string, string>> = {
	...{ "journal article": "article-journal", journal: "article-journal", "electronic article": "article-journal" },
	...{ "magazine article": "article-magazine", "newspaper article": "article-newspaper", book: "book" },
	...{ "edited book": "book", "electronic book": "book", "book section": "chapter", "book chapter": "chapter" },
	...{ "electronic book section": "chapter", "conference paper": "paper-conference", conference: "paper-conference" },
	...{ "conference proceedings": "paper-conference", thesis: "thesis", report: "report", standard: "standard" },
	...{ "government document": "report", "technical report": "report", "unpublished work": "manuscript" },
	...{ manuscript: "manuscript", dataset: "dataset", "online database": "dataset", "computer program": "software" },
	...{ "web page": "webpage", blog: "post-weblog", patent: "patent", hearing: "hearing", case: "legal_case" },
	...{ bill: "bill", statute: "legislation", map: "map", pamphlet: "pamphlet", dictionary: "entry-dictionary" },
	...{ encyclopedia: "entry-encyclopedia", "personal communication": "personal_communication", review: "review" },
	...{ artwork: "graphic", figure: "figure", "film or broadcast": "motion_picture", preprint: "article" },
};

/** MEDLINE's publication types that are no article of a journal; names in lower case. */
export const medlineTypes: Readonly<Record<string, string>> = {
	...{
		preprint: "article",
		dataset: "dataset",
		book: "book",
		"book chapter": "chapter",
		"academic dissertation": "thesis",
	},
	...{
		"newspaper article": "article-newspaper",
		"technical report": "report",
		webcast: "broadcast",
		patent: "patent",
	},
};
