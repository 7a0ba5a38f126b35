// The door to formatted references: papers in a CSL style, as entries of a bibliography or as a citation in the text.
// Pure: styles and locales come in as read data; what they cost was bounded when they were read.

import type { Paper } from "../paper";
import { cslOf, type CslItem } from "./item/cslItem";
import { bibliographyRuns } from "./list/bibliography";
import { citationRuns } from "./list/citation";
import { disambiguate } from "./list/disambiguate";
import { countsDown, sortWorks } from "./list/sort";
import type { CitedWork, Dress, ListedWork } from "./list/works";
import type { Locator } from "./render/scope";
import { writeRuns, type OutputFormat } from "./runs/output";
import { resolveLocale } from "./style/locale";
import type { LocaleTexts, Style } from "./style/tree";

export interface ReferenceOptions {
	/** Plain text when it is not given. HTML and Markdown are escaped and hold no tags but those of fonts. */
	readonly output?: OutputFormat;
	/** The language of terms and dates, as in `de-DE`; the style's own when it is not given. */
	readonly locale?: string;
	/** Locales that were read by `parseLocale`; where none fits, English is used. */
	readonly locales?: readonly LocaleTexts[];
}

export interface BibliographyOptions extends ReferenceOptions {
	/** The style's order, or that of the papers, as a list needs that is shown beside them. */
	readonly order?: "style" | "given";
}

/** A paper in a citation. */
export interface Cite {
	readonly paper: Paper;
	readonly locator?: Locator;
	readonly prefix?: string;
	readonly suffix?: string;
}

export interface CitationOptions extends ReferenceOptions {
	/** All papers that the document cites: by them numbers are given and years get letters. */
	readonly among?: readonly Paper[];
}

/** The entries of papers in a style's bibliography. One for each paper, without line ends. */
export function formatReferences(papers: readonly Paper[], style: Style, options: BibliographyOptions = {}): string[] {
	return formatItems(papers.map(cslOf), style, options);
}

/** As `formatReferences`, for items of CSL. */
export function formatItems(items: readonly CslItem[], style: Style, options: BibliographyOptions = {}): string[] {
	const dress = dressOf(style, options);
	const listed = listWorks(items, dress);
	const works = options.order === "given" ? inOrder(items, listed) : listed;
	return bibliographyRuns(works, dress).map(runs => writeRuns(runs, dress.locale, options.output ?? "text"));
}

/** A citation of papers within the text, as in `(Kim et al., 2025)`. Empty when the style has no citations. */
export function formatCitation(cites: readonly Cite[], style: Style, options: CitationOptions = {}): string {
	const items = new Map(
		[...cites.map(({ paper }) => paper), ...(options.among ?? [])].map(paper => [paper, cslOf(paper)]),
	);
	const itemOf = (paper: Paper): CslItem => items.get(paper) ?? cslOf(paper);
	const cited = cites.map(({ paper, ...rest }) => ({ item: itemOf(paper), ...rest }));
	return formatItemCitation(cited, style, { ...options, among: options.among?.map(itemOf) });
}

/** An item in a citation. */
export type ItemCite = Omit<Cite, "paper"> & { readonly item: CslItem };

/** As `formatCitation`, for items of CSL. An item is told by its id. */
export function formatItemCitation(
	cites: readonly ItemCite[],
	style: Style,
	options: ReferenceOptions & { readonly among?: readonly CslItem[] | undefined } = {},
): string {
	const dress = dressOf(style, options);
	const listed = new Map<string, ListedWork>();
	for (const work of listWorks(options.among ?? cites.map(({ item }) => item), dress)) {
		if (!listed.has(work.item.id)) listed.set(work.item.id, work);
	}
	const cited = cites.map(({ item, ...rest }): CitedWork => {
		const work = listed.get(item.id) ?? { item, number: listed.size + 1 };
		return { ...work, ...rest };
	});
	return writeRuns(citationRuns(cited, dress), dress.locale, options.output ?? "text");
}

function dressOf(style: Style, { locale, locales = [] }: ReferenceOptions): Dress {
	return { style, locale: resolveLocale(style, locales, locale) };
}

/** Works in the bibliography's order, numbered and told apart. */
function listWorks(items: readonly CslItem[], dress: Dress): readonly ListedWork[] {
	const given = items.map((item, index): ListedWork => ({ item, number: index + 1 }));
	const { bibliography } = dress.style;
	const sorted = bibliography ? sortWorks(given, bibliography, dress) : given;
	const isCountedDown = bibliography !== undefined && countsDown(bibliography, dress.style);
	const numbered = sorted.map((work, index): ListedWork => ({
		...work,
		number: isCountedDown ? sorted.length - index : index + 1,
	}));
	return disambiguate(numbered, dress);
}

function inOrder(items: readonly CslItem[], works: readonly ListedWork[]): readonly ListedWork[] {
	const places = new Map(items.map((item, index) => [item, index]));
	return works.toSorted((one, other) => (places.get(one.item) ?? 0) - (places.get(other.item) ?? 0));
}
