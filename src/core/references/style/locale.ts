// The words of a language: terms, date formats and options, from a locale file or from a style (CSL 1.0.2, "Locale").

import type { Problem } from "../../paper";
import { childOf, childrenOf, tidyTextOf, textOf, type Element } from "../../text/markup/elements";
import { given, termFormOf } from "./attributes";
import { dateElement } from "./elements";
import { english } from "./english";
import { StyleProblems } from "./styleProblems";
import type { DateElement, LocaleTexts, Style, Term, TermForm } from "./tree";
import { rootOf } from "./xml";

/** The words that a style uses in a language, the style's own before those of locale files. */
export interface Locale {
	/** As in `en` or `de-at`. */
	readonly language: string;
	readonly punctuationInQuote: boolean;
	readonly limitDayOrdinals: boolean;
	readonly layers: readonly LocaleTexts[];
}

export interface LocaleReading {
	readonly locale?: LocaleTexts;
	readonly problems: readonly Problem[];
}

/** Reads a locale file. Total; linear in the text. */
export function parseLocale(xml: string, file = "locale.xml"): LocaleReading {
	const problems = new StyleProblems(file, xml);
	const root = rootOf(xml, "locale");
	if (root) return { locale: localeTexts(root), problems: problems.found };
	problems.add("locale-not-xml", { start: 0, end: 0 });
	return { problems: problems.found };
}

/** What a `locale` element says. */
export function localeTexts(element: Element): LocaleTexts {
	const terms = new Map<string, Term>();
	const ordinals = new Map<string, Term>();
	for (const term of childrenOf(childOf(element, "terms"), "term")) addTerm(terms, ordinals, term);
	const options = childOf(element, "style-options")?.attributes;
	const flag = (name: string): boolean | undefined =>
		options?.[name] === undefined ? undefined : options[name] === "true";
	return {
		language: (element.attributes["xml:lang"] ?? "").toLowerCase(),
		terms: new Map([...terms, ...ordinals]),
		dates: new Map(childrenOf(element, "date").map(date => [date.attributes["form"] ?? "", dateElement(date)])),
		...given<Pick<LocaleTexts, "punctuationInQuote" | "limitDayOrdinals">>({
			punctuationInQuote: flag("punctuation-in-quote"),
			limitDayOrdinals: flag("limit-day-ordinals-to-day-1"),
		}),
	};
}

function addTerm(terms: Map<string, Term>, ordinals: Map<string, Term>, element: Element): void {
	const { attributes } = element;
	const name = attributes["name"] ?? "";
	const [single, multiple] = [childOf(element, "single"), childOf(element, "multiple")];
	const bare = textOf(element);
	const term: Term = {
		single: single ? textOf(single) : multiple ? "" : bare,
		multiple: multiple ? textOf(multiple) : single ? textOf(single) : bare,
		...given<Pick<Term, "gender" | "match">>({ gender: attributes["gender"], match: attributes["match"] }),
	};
	const form = termFormOf(element);
	const key = termKey(name, form, attributes["gender-form"]);
	(name.startsWith("ordinal") ? ordinals : terms).set(key, { ...term, single: tidied(term.single) });
	if (tidyTextOf(element) === "" && name === "") terms.delete(key);
}

/** Terms keep the blanks that they begin or end with, and have no line ends. */
function tidied(text: string): string {
	return text.replace(/\s*\n\s*/g, "");
}

function termKey(name: string, form: TermForm, gender = ""): string {
	return `${name}|${form}|${gender}`;
}

/** What is said when a form has no term (CSL 1.0.2, "Terms"). */
const fallbacks: Readonly<Record<TermForm, readonly TermForm[]>> = {
	long: ["long"],
	short: ["short", "long"],
	verb: ["verb", "long"],
	"verb-short": ["verb-short", "verb", "long"],
	symbol: ["symbol", "short", "long"],
};

/**
 * The locale for a style: its own words for the dialect, for the language and for all languages, then the files for the
 * dialect, for the language and for its chief dialect, then English.
 */
export function resolveLocale(style: Style, files: readonly LocaleTexts[], language = style.defaultLocale): Locale {
	const dialect = language.toLowerCase().replace("_", "-");
	const [base = dialect] = dialect.split("-");
	const wanted = [dialect, chiefDialects[base] ?? `${base}-${base}`, base];
	const own = [dialect, base, ""].flatMap(name => style.locales.filter(texts => texts.language === name));
	const filed = [...new Set(wanted)].flatMap(name => files.filter(texts => texts.language === name));
	const anyDialect = filed.length > 0 ? [] : files.filter(texts => texts.language.split("-")[0] === base).slice(0, 1);
	const layers = [...own, ...filed, ...anyDialect, english()];
	return {
		language: dialect,
		layers,
		punctuationInQuote: firstOf(layers, texts => texts.punctuationInQuote) ?? false,
		limitDayOrdinals: firstOf(layers, texts => texts.limitDayOrdinals) ?? false,
	};
}

/** Dialects that stand for their language and are not named like it (CSL 1.0.2, "Locale Fallback"). */
const chiefDialects: Readonly<Record<string, string>> = {
	cs: "cs-cz",
	da: "da-dk",
	el: "el-gr",
	en: "en-us",
	et: "et-ee",
	he: "he-il",
	ja: "ja-jp",
	ko: "ko-kr",
	nb: "nb-no",
	pt: "pt-pt",
	sl: "sl-si",
	sr: "sr-rs",
	sv: "sv-se",
	uk: "uk-ua",
	vi: "vi-vn",
	zh: "zh-cn",
};

function firstOf<T>(layers: readonly LocaleTexts[], pick: (texts: LocaleTexts) => T | undefined): T | undefined {
	for (const layer of layers) {
		const found = pick(layer);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** A term in the singular or the plural; undefined when the locale has none of that name. */
export function termOf(locale: Locale, name: string, form: TermForm = "long", plural = false): string | undefined {
	const term = findTerm(locale, name, form);
	return term && (plural ? term.multiple : term.single);
}

export function findTerm(locale: Locale, name: string, form: TermForm, gender?: string): Term | undefined {
	for (const tried of fallbacks[form]) {
		const term = firstOf(locale.layers, ({ terms }) => terms.get(termKey(name, tried, gender)));
		if (term) return term;
	}
	return undefined;
}

export function dateFormatOf(locale: Locale, form: string): DateElement | undefined {
	return firstOf(locale.layers, ({ dates }) => dates.get(form));
}

/** The ordinals that apply: those of the first layer that has any, since languages do not mix (CSL, "Ordinal Suffixes"). */
export function ordinalsOf(locale: Locale): ReadonlyMap<string, Term> {
	const layer = locale.layers.find(({ terms }) => [...terms.keys()].some(key => /^ordinal(?:-\d\d)?\|/.test(key)));
	return layer?.terms ?? new Map<string, Term>();
}
