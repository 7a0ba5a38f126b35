// The fields of each type of entry, the required ones first, in the order in which their manuals name them.
// Sources: btxdoc (Patashnik 1988), section 3.1; biblatex manual 3.20, sections 2.1.1, 2.2.2 and 2.2.3.

import type { Dialect } from "../../project/reading";

export interface TypeFields {
	/** Of alternatives, `author/editor`, the first is offered while none is there. */
	readonly required: readonly (readonly string[])[];
	readonly optional: readonly string[];
}

function words(list: string): readonly string[] {
	return list.trim().split(/\s+/).filter(Boolean);
}

/** A line is `types: required | optional`. */
function table(lines: string): ReadonlyMap<string, TypeFields> {
	const rows = lines
		.trim()
		.split("\n")
		.flatMap(line => {
			const [types = "", fields = ""] = line.split(":");
			const [required = "", optional = ""] = fields.split("|");
			const of = { required: words(required).map(each => each.split("/")), optional: words(optional) };
			return words(types).map(type => [type, of] as const);
		});
	return new Map(rows);
}

const bibtex = table(`
	article: author title journal year | volume number pages month note
	book: author/editor title publisher year | volume number series address edition month note
	booklet: title | author howpublished address month year note
	conference inproceedings: author title booktitle year | editor volume number series pages address month organization publisher note
	inbook: author/editor title chapter/pages publisher year | volume number series type address edition month note
	incollection: author title booktitle publisher year | editor volume number series type chapter pages address edition month note
	manual: title | author organization address edition month year note
	mastersthesis phdthesis: author title school year | type address month note
	misc: | author title howpublished month year note
	proceedings: title year | editor volume number series address month organization publisher note
	techreport: author title institution year | type number address month note
	unpublished: author title note | month year
`);

const biblatex = table(`
	article: author title journaltitle/journal date/year | subtitle journalsubtitle issuetitle editor translator series volume number eid issue month pages version note issn
	book mvbook: author title date/year | editor translator subtitle maintitle volume volumes edition series number publisher location isbn chapter pages pagetotal note
	booklet: author/editor title date/year | subtitle howpublished type location chapter pages note
	collection mvcollection: editor title date/year | subtitle maintitle translator volume volumes edition series number publisher location isbn pages note
	dataset: author/editor title date/year | subtitle edition type version publisher location organization note
	inbook bookinbook suppbook: author title booktitle date/year | bookauthor editor translator subtitle maintitle volume edition series number publisher location isbn chapter pages note
	incollection suppcollection inreference: author title booktitle date/year | editor translator subtitle maintitle volume edition series number publisher location isbn chapter pages note
	inproceedings: author title booktitle date/year | editor subtitle maintitle eventtitle eventdate venue volume series number organization publisher location isbn chapter pages note
	manual: author/editor title date/year | subtitle edition type version series number organization publisher location isbn pages note
	misc: author/editor title date/year | subtitle howpublished type version organization location month note
	online: author/editor title date/year url/doi/eprint | subtitle version organization urldate month note
	patent: author title number date/year | holder subtitle type version location month note
	periodical: editor title date/year | subtitle issuetitle series volume number issue month issn note
	proceedings mvproceedings: title date/year | editor subtitle maintitle eventtitle eventdate venue volume series number organization publisher location isbn pages note
	reference mvreference: editor title date/year | subtitle maintitle volume edition series number publisher location isbn note
	report: author title type institution date/year | subtitle number version location month isrn chapter pages note
	set: entryset | shorthand
	software: author/editor title date/year | subtitle version organization publisher type note
	suppperiodical: author title journaltitle date/year | volume number issue pages issn note
	thesis: author title type institution date/year | subtitle location month isbn chapter pages note
	unpublished: author title date/year | subtitle type eventtitle eventdate venue howpublished location month note
	xdata: | publisher location series editor institution
`);

/** BibTeX's types that biblatex takes for others (section 2.1.2), and their fields there. */
const aliases: Readonly<Record<string, string>> = {
	conference: "inproceedings",
	electronic: "online",
	mastersthesis: "thesis",
	phdthesis: "thesis",
	techreport: "report",
	www: "online",
};

const anywhere: Readonly<Record<Dialect, readonly string[]>> = {
	bibtex: words("doi url isbn issn eprint archivePrefix primaryClass abstract keywords crossref key annote"),
	biblatex: words(`
		doi url urldate eprint eprinttype eprintclass language langid pubstate addendum abstract keywords shorttitle
		shorthand titleaddon origdate crossref xdata related relatedtype ids file annotation options
	`),
};

/** The types, in the order of the alphabet; biblatex has its own before BibTeX's. */
export function typesOf(dialect: Dialect): readonly string[] {
	return dialect === "biblatex" ? [...biblatex.keys(), ...Object.keys(aliases)] : [...bibtex.keys()];
}

/** The fields of a type; of an unknown one those of `misc`, all optional. */
export function fieldsOf(type: string, dialect: Dialect): TypeFields {
	const known = dialect === "biblatex" ? (biblatex.get(type) ?? biblatex.get(aliases[type] ?? "")) : bibtex.get(type);
	const misc = bibtex.get("misc")?.optional ?? [];
	const { required, optional } = known ?? { required: [], optional: misc };
	const isAlias = dialect === "biblatex" && Object.hasOwn(aliases, type);
	return {
		// `@phdthesis` says already of what type the thesis is.
		required: isAlias ? required.filter(([name]) => name !== "type") : required,
		optional: [...optional, ...anywhere[dialect].filter(name => !optional.includes(name))],
	};
}

/** Values that fields of biblatex know (sections 2.2.2, 2.2.3 and 4.9.2). */
export const knownValues: Readonly<Record<string, readonly string[]>> = {
	editortype: words("editor compiler founder continuator redactor reviser collaborator organizer"),
	entrysubtype: words("magazine newspaper"),
	eprinttype: words("arxiv googlebooks hdl jstor pubmed"),
	pagination: words("page column line verse section paragraph none"),
	pubstate: words("inpreparation submitted forthcoming inpress prepublished"),
	relatedtype: words(
		"bytranslator default multivolume origpubas origpubin reprintas reprintfrom reprintof reviewof translationas translationfrom translationof",
	),
	type: words("bathesis candthesis mathesis phdthesis resreport techreport datacd audiocd software"),
};
