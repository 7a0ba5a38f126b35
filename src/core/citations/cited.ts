// Which works a document cites in all: in its text, and in its list of references alone.

import type { CitedKeys } from "../bibliography/report";
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

/** What a document has in its list of references without citing it in the text, by the ways of its program. */
function listedWorks(source: Source): CitedWorks {
	const { text } = source;
	switch (syntaxName(source)) {
		case "pandoc":
		case "myst":
			// Pandoc's manual, "Including uncited items in the bibliography"; in Quarto's and R Markdown's headers too.
			return mentionsIn(headersOf(text));
		case "org":
			return mentionsIn(Array.from(text.matchAll(/^[ \t]*#\+nocite:(.*)$/gim), ([, keys = ""]) => keys));
		case "typst":
			// The reference of Typst, `bibliography`, parameter `full`.
			return { keys: [], all: /#bibliography\([^#]{0,2000}?\bfull\s*:\s*true\b/.test(text) };
		case "rst":
			// The documentation of sphinxcontrib-bibtex, directive `bibliography`, option `all`.
			return {
				keys: [],
				all: /^[ \t]*\.\. bibliography::[^\n]*\n(?:[ \t]+\S[^\n]*\n){0,30}?[ \t]+:all:/m.test(text),
			};
		case "latex":
		case "asciidoc":
		case "plain":
			return { keys: [], all: false };
	}
}

/** The values of `nocite` in YAML: behind the colon, and what is indented below. */
function headersOf(text: string): readonly string[] {
	return Array.from(text.matchAll(/^["']?nocite["']?:(.*(?:\r?\n(?:[ \t]+|- ).*)*)/gm), ([, value = ""]) => value);
}

/** Keys as Pandoc and Org mention them (Pandoc's manual, "Citation syntax"); `@*` is all. */
function mentionsIn(texts: readonly string[]): CitedWorks {
	const mentioned = texts.flatMap(text =>
		Array.from(
			text.matchAll(/@(?:\{([^{}\s]+)\}|(\*)|([\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*))/gu),
			([, braced, star, plain]) => braced ?? star ?? plain ?? "",
		),
	);
	return { keys: mentioned.filter(key => key !== "*"), all: mentioned.includes("*") };
}
