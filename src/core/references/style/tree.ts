// A CSL style as typed data. Source of every name: CSL 1.0.2 specification, sections "Rendering Elements" to
// "Formatting". Attributes that were not given are undefined, so that options can be inherited.

import type { Display, Marks } from "../runs/runs";

export type TextCase = "lowercase" | "uppercase" | "capitalize-first" | "capitalize-all" | "sentence" | "title";

export interface Format {
	readonly prefix: string;
	readonly suffix: string;
	readonly marks: Marks;
	readonly textCase?: TextCase;
	readonly quotes?: true;
	readonly stripPeriods?: true;
	readonly display?: Display;
}

export type TermForm = "long" | "short" | "verb" | "verb-short" | "symbol";
export type Plural = "contextual" | "always" | "never";

export type TextSource =
	| { readonly kind: "variable"; readonly name: string; readonly short: boolean }
	| { readonly kind: "macro"; readonly name: string }
	| { readonly kind: "term"; readonly name: string; readonly form: TermForm; readonly plural: boolean }
	| { readonly kind: "value"; readonly text: string };

export interface TextElement {
	readonly kind: "text";
	readonly source: TextSource;
	readonly format: Format;
}

export interface NumberElement {
	readonly kind: "number";
	readonly variable: string;
	readonly form: "numeric" | "ordinal" | "long-ordinal" | "roman";
	readonly format: Format;
}

export interface LabelElement {
	readonly kind: "label";
	/** Undefined within `names`, where it is the variable at hand. */
	readonly variable?: string;
	readonly form: TermForm;
	readonly plural: Plural;
	readonly format: Format;
}

export interface GroupElement {
	readonly kind: "group";
	readonly delimiter: string;
	readonly children: readonly RenderingElement[];
	readonly format: Format;
}

export interface DatePart {
	readonly name: "year" | "month" | "day";
	readonly form?: string;
	readonly rangeDelimiter?: string;
	readonly format: Format;
}

export interface DateElement {
	readonly kind: "date";
	readonly variable: string;
	/** The form of the locale that is taken; undefined for a date that lists its parts itself. */
	readonly form?: "text" | "numeric";
	readonly precision: "year" | "year-month" | "year-month-day";
	readonly parts: readonly DatePart[];
	readonly delimiter?: string;
	readonly format: Format;
}

/** The options of names that a style, its citations, its bibliography and each list may set (CSL, "Name Options"). */
export interface NameOptions {
	readonly and?: "text" | "symbol";
	readonly delimiter?: string;
	readonly delimiterPrecedesEtAl?: string;
	readonly delimiterPrecedesLast?: string;
	readonly etAlMin?: number;
	readonly etAlUseFirst?: number;
	readonly etAlUseLast?: boolean;
	readonly form?: "long" | "short" | "count";
	readonly initialize?: boolean;
	readonly initializeWith?: string;
	readonly nameAsSortOrder?: "first" | "all";
	readonly sortSeparator?: string;
	/** Between the lists of several variables. */
	readonly namesDelimiter?: string;
}

/** The form of all names of one `names`. */
export interface NameElement {
	readonly options: NameOptions;
	readonly format: Format;
	readonly given?: Format;
	readonly family?: Format;
}

export interface NamesElement {
	readonly kind: "names";
	readonly variables: readonly string[];
	readonly delimiter?: string;
	readonly name?: NameElement;
	readonly etAl?: { readonly term: string; readonly format: Format };
	readonly label?: LabelElement;
	/** The label stands before the names. */
	readonly labelFirst: boolean;
	readonly substitute: readonly RenderingElement[];
	readonly format: Format;
}

export type Condition =
	| { readonly kind: "type" | "variable" | "is-numeric" | "is-uncertain-date"; readonly value: string }
	| { readonly kind: "locator" | "position"; readonly value: string }
	| { readonly kind: "disambiguate"; readonly value: string };

export interface Branch {
	readonly match: "all" | "any" | "none" | "otherwise";
	readonly conditions: readonly Condition[];
	readonly children: readonly RenderingElement[];
}

export interface ChooseElement {
	readonly kind: "choose";
	readonly branches: readonly Branch[];
}

export type RenderingElement =
	TextElement | NumberElement | LabelElement | GroupElement | DateElement | NamesElement | ChooseElement;

export interface SortKey {
	readonly variable?: string;
	readonly macro?: string;
	readonly descending: boolean;
	readonly nameOptions: NameOptions;
}

export interface Layout {
	readonly children: readonly RenderingElement[];
	readonly delimiter: string;
	readonly format: Format;
}

export interface Bibliography {
	readonly layout: Layout;
	readonly sort: readonly SortKey[];
	readonly nameOptions: NameOptions;
	readonly subsequentAuthorSubstitute?: string;
	readonly substituteRule: "complete-all" | "complete-each" | "partial-each" | "partial-first";
	readonly secondFieldAlign: boolean;
}

export interface Citation {
	readonly layout: Layout;
	readonly sort: readonly SortKey[];
	readonly nameOptions: NameOptions;
	readonly addNames: boolean;
	readonly addGivenName: boolean;
	readonly givenNameRule: string;
	readonly addYearSuffix: boolean;
	readonly collapse?: "citation-number" | "year" | "year-suffix" | "year-suffix-ranged";
	readonly citeGroupDelimiter?: string;
	readonly afterCollapseDelimiter?: string;
	readonly yearSuffixDelimiter?: string;
}

/** What a locale, or a style for a locale, says. */
export interface LocaleTexts {
	/** In lower case, as in `en` or `de-at`; empty for every language. */
	readonly language: string;
	readonly terms: ReadonlyMap<string, Term>;
	readonly dates: ReadonlyMap<string, DateElement>;
	readonly punctuationInQuote?: boolean;
	readonly limitDayOrdinals?: boolean;
}

export interface Term {
	readonly single: string;
	readonly multiple: string;
	readonly gender?: string;
	/** For ordinals: which ends of numbers it is for. */
	readonly match?: string;
}

export interface Style {
	readonly title: string;
	/** For one of the numbers or labels, or for names and dates; undefined when the style does not say. */
	readonly citationFormat?: string;
	readonly note: boolean;
	readonly defaultLocale: string;
	readonly locales: readonly LocaleTexts[];
	readonly macros: ReadonlyMap<string, readonly RenderingElement[]>;
	readonly nameOptions: NameOptions;
	readonly demoteParticle: "never" | "sort-only" | "display-and-sort";
	readonly initializeWithHyphen: boolean;
	readonly pageRangeFormat?: string;
	/** Whether the style itself says where the suffix of the year goes. */
	readonly usesYearSuffix: boolean;
	readonly citation?: Citation;
	readonly bibliography?: Bibliography;
}
