// DataCite has the same types of resources in XML and in JSON.

/** CSL's types for the general types of resources (DataCite, Appendix "Crosswalks"). */
export const dataCiteTypes: Readonly<Record<string, string>> = {
	Audiovisual: "motion_picture",
	Book: "book",
	BookChapter: "chapter",
	Collection: "collection",
	ComputationalNotebook: "software",
	ConferencePaper: "paper-conference",
	ConferenceProceeding: "book",
	DataPaper: "article-journal",
	Dataset: "dataset",
	Dissertation: "thesis",
	Image: "graphic",
	JournalArticle: "article-journal",
	PeerReview: "review",
	Preprint: "article",
	Report: "report",
	Software: "software",
	Sound: "song",
	Standard: "standard",
};
