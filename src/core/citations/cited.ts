// Which works a document cites in all: in its text, and in its list of references alone.

import type { CitedKeys } from "../bibliography/report";
import type { TextRange } from "../paper";
import type { Citation, Source } from "./citation";
import { citationsIn, syntaxName } from "./citations";

export interface CitedWorks {
	/** Each key once, in the order in which they first stand in the documents. */
	readonly keys: readonly string[];
	/** Whether a document asks for the whole bibliography, so that every entry counts as cited. */
	readonly all: boolean;
}

/** What is cited, as far as it is known. */
export interface KnownCitations extends CitedKeys {
	/** Whether every document that may cite was read: only then can an entry be said to be cited nowhere. */
	readonly isComplete: boolean;
}

/** The works that these documents cite together. */
export function citedWorks(sources: readonly Source[]): CitedWorks {
	const works = sources.map(source => citedBy(source, citationsIn(source)));
	return { keys: [...new Set(works.flatMap(({ keys }) => keys))], all: works.some(({ all }) => all) };
}

/** The works that a document with these citations cites. */
export function citedBy(source: Source, citations: readonly Citation[]): CitedWorks {
	const keys = new Set<string>();
	let all = false;
	for (const { form, keys: cited, range, groups } of citations) {
		for (const { key } of cited) if (key !== "*") keys.add(key);
		if (form === "nocite" && isStar(source.text, groups[0]?.inner ?? range)) all = true;
	}
	const listed = listedWorks(source);
	for (const key of listed.keys) keys.add(key);
	return { keys: [...keys], all: all || listed.all };
}

/** `*` stands for all works: `\nocite{*}`, Org's `[cite/n:@*]`. */
function isStar(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
	return /(?:^|[{,;:@\s])\*(?:$|[\],;}\s])/.test(text.slice(start, end));
}

/** A key that a document has in its list of references without citing it in the text. */
export interface ListedKey {
	/** `*` is all of them. */
	readonly key: string;
	readonly range: TextRange;
}

/** What a document lists, by the ways of its program. */
function listedWorks(source: Source): CitedWorks {
	const { text } = source;
	const listed = listedKeys(source).map(({ key }) => key);
	const keys = listed.filter(key => key !== "*");
	switch (syntaxName(source)) {
		case "typst":
			// The reference of Typst, `bibliography`, parameter `full`.
			return { keys, all: /#bibliography\([^#]{0,2000}?\bfull\s*:\s*true\b/.test(text) };
		case "rst":
			// The documentation of sphinxcontrib-bibtex, directive `bibliography`, option `all`.
			return {
				keys,
				all: /^[ \t]*\.\. bibliography::[^\n]*\n(?:[ \t]+\S[^\n]*\n){0,30}?[ \t]+:all:/m.test(text),
			};
		case "pandoc":
		case "myst":
		case "org":
		case "latex":
		case "asciidoc":
		case "plain":
			return { keys, all: listed.includes("*") };
	}
}

/** The keys that a document lists, where they stand in its text. */
export function listedKeys(source: Source): readonly ListedKey[] {
	switch (syntaxName(source)) {
		case "pandoc":
		case "myst":
			// Pandoc's manual, "Including uncited items in the bibliography"; in Quarto's and R Markdown's headers too. The
			// value is behind the colon, and in what is indented below.
			return mentionsIn(source.text, /^["']?nocite["']?:(.*(?:\r?\n(?:[ \t]+|- ).*)*)/gm);
		case "org":
			return mentionsIn(source.text, /^[ \t]*#\+nocite:(.*)$/gim);
		case "latex":
		case "typst":
		case "rst":
		case "asciidoc":
		case "plain":
			return [];
	}
}

/** Keys as Pandoc and Org mention them (Pandoc's manual, "Citation syntax"), in what a pattern's group finds. */
function mentionsIn(text: string, pattern: RegExp): readonly ListedKey[] {
	const mention = /@(?:\{([^{}\s]+)\}|(\*)|([\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*))/gu;
	return Array.from(text.matchAll(pattern)).flatMap(({ 0: found, 1: value = "", index }) => {
		const from = index + found.length - value.length;
		return Array.from(value.matchAll(mention), ({ 0: mentioned, 1: braced, 2: star, 3: plain, index: at }) => {
			const key = braced ?? star ?? plain ?? "";
			const start = from + at + mentioned.indexOf(key, 1);
			return { key, range: { start, end: start + key.length } };
		});
	});
}
