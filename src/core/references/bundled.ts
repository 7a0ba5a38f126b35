// The styles and locales that ship with the extension, as files that the host reads on request. They are those of the
// CSL project (citationstyles.org), unchanged, under their own licence, CC BY-SA 3.0, with their authors in them.

export interface BundledStyle {
	/** As people call it. */
	readonly label: string;
	readonly file: string;
}

export const bundledStyles = {
	apa: { label: "APA (7th edition)", file: "apa.csl" },
	ieee: { label: "IEEE", file: "ieee.csl" },
	vancouver: { label: "Vancouver", file: "vancouver.csl" },
	chicago: { label: "Chicago author-date", file: "chicago-author-date.csl" },
	nature: { label: "Nature", file: "nature.csl" },
} as const satisfies Record<string, BundledStyle>;

/** The locale file of each language, in lower case. English needs none. */
const bundledLocales: Readonly<Record<string, string>> = {
	"en-gb": "locales-en-GB.xml",
	de: "locales-de-DE.xml",
	es: "locales-es-ES.xml",
	fr: "locales-fr-FR.xml",
};

/** The locale file for a language, as in `de-AT`; undefined for American English and for languages without a file. */
export function bundledLocaleOf(language: string): string | undefined {
	const dialect = language.toLowerCase();
	return bundledLocales[dialect] ?? bundledLocales[dialect.split("-")[0] ?? ""];
}
