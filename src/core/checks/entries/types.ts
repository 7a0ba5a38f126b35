// The types of entries and the fields that each requires. Sources: btxdoc (Patashnik 1988), section 3.1; biblatex manual
// 3.20, sections 2.1.1 to 2.1.3, and its default data model (`blx-dm.def`), which requires a little less.

import type { Dialect } from "../../project/reading";

/** A field that is required, or the fields of which one is: `author|editor`. */
export type Requirement = readonly string[];

export interface Requirements {
	readonly required: readonly Requirement[];
	/** Required by the manual, and often left out for good reason. */
	readonly wanted: readonly Requirement[];
}

function table(rows: string): ReadonlyMap<string, Requirements> {
	const entries = rows
		.trim()
		.split("\n")
		.flatMap(line => {
			const [types = "", required = "", wanted = ""] = line.split(":");
			return words(types).map(
				type => [type, { required: fieldsOf(required), wanted: fieldsOf(wanted) }] as const,
			);
		});
	return new Map(entries);
}

function words(text: string): readonly string[] {
	return text.trim().split(/\s+/).filter(Boolean);
}

function fieldsOf(text: string): readonly Requirement[] {
	return words(text).map(word => word.split("|"));
}

const bibtex = table(`
	article: author title journal year
	book: author|editor title publisher year
	booklet: title
	inbook: author|editor title chapter|pages publisher year
	incollection: author title booktitle publisher year
	inproceedings conference: author title booktitle year
	manual: title
	mastersthesis phdthesis: author title school year
	misc:
	proceedings: title year
	techreport: author title institution year
	unpublished: author title note
`);

/** A field of biblatex stands before BibTeX's name for it, which biblatex reads too (section 2.2.5). */
const biblatex = table(`
	article suppperiodical: author title journaltitle|journal|shortjournal date|year|pubstate
	book mvbook: author|editor|translator title date|year|pubstate
	inbook bookinbook suppbook: author|editor title booktitle date|year|pubstate
	booklet: author|editor title : date|year|pubstate
	collection mvcollection reference mvreference: editor|author title date|year|pubstate
	incollection suppcollection inreference: author|editor title booktitle date|year|pubstate
	manual: title : date|year|pubstate
	misc software dataset: title|howpublished|note|url : date|year|pubstate
	online electronic www: title url|doi|eprint|howpublished|note : date|year|pubstate|urldate
	patent: author|holder title number date|year|pubstate
	periodical proceedings mvproceedings: title date|year|pubstate
	inproceedings conference: author|editor title booktitle date|year|pubstate
	report: author|editor|institution title institution|school|organization|publisher date|year|pubstate : type
	techreport: author|editor|institution title institution|school|organization|publisher date|year|pubstate
	thesis: author title institution|school date|year|pubstate : type
	mastersthesis phdthesis: author title institution|school date|year|pubstate
	unpublished: author title : date|year|pubstate
	set: entryset|crossref
`);

const none: Requirements = { required: [], wanted: [] };

/** What an entry of a type needs, for what reads the file. */
export function requirementsOf(type: string, dialect: Dialect): Requirements {
	return (dialect === "biblatex" ? biblatex : bibtex).get(type) ?? none;
}

/** Names of biblatex for fields of BibTeX, which BibTeX does not know. */
export const namesInBiblatex: Readonly<Record<string, string>> = {
	journal: "journaltitle",
	year: "date",
	school: "institution",
};

/** Types that biblatex keeps for styles, those of much used styles and programs, and those that hold no work. */
const others = words(`
	artwork audio bibnote commentary image jurisdiction legislation legal letter movie music performance review
	standard video customa customb customc customd custome customf xdata control softwareversion softwaremodule
	codefragment preprint data game newspaper magazine webpage web_page talk presentation masterthesis bachelorthesis
	mvthesis ieeetranbstctl acm-article artifactsoftware artifactdataset underreview eprint hidden
`);

const known: ReadonlySet<string> = new Set([...bibtex.keys(), ...biblatex.keys(), ...others]);

export const knownTypes: readonly string[] = [...bibtex.keys(), ...biblatex.keys()];

export function isKnownType(type: string): boolean {
	return known.has(type);
}
