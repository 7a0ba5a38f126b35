// Which other extensions serve citations too, and with what: where they do, ours steps back unless it is wanted, so that
// nothing is there twice. Papers of the shelf are ours alone. Source: the extensions' documentation, as of 2026.

/** What may be there twice: an answer to the editor, or what is checked. */
export type Feature =
	| "completion"
	| "hover"
	| "definition"
	| "references"
	| "rename"
	| "outline"
	| "folding"
	| "links"
	| "semanticColours"
	| "undefinedKeys"
	| "brokenEntries";

/** `auto` leaves to another extension what that does for the language. */
export type FeatureMode = "auto" | "on" | "off";

interface Neighbour {
	readonly id: string;
	/** Ids of languages. */
	readonly languages: readonly string[];
	readonly features: readonly Feature[];
}

const latex: readonly string[] = ["latex", "tex", "latex-expl3", "doctex", "rsweave", "pweave", "jlweave"];
const bibtex: readonly string[] = ["bibtex", "biblatex"];
const typst: readonly string[] = ["typst", "typst-code"];
const markdown: readonly string[] = ["markdown", "quarto", "rmd", "rmarkdown"];

const neighbours: readonly Neighbour[] = [
	{ id: "james-yu.latex-workshop", languages: latex, features: ["completion", "hover", "definition"] },
	{ id: "james-yu.latex-workshop", languages: bibtex, features: ["completion", "outline"] },
	{
		id: "efoerster.texlab",
		languages: latex,
		features: ["completion", "hover", "definition", "references", "rename", "undefinedKeys"],
	},
	{
		id: "efoerster.texlab",
		languages: bibtex,
		features: [
			...(["completion", "hover", "definition", "references", "rename", "outline", "folding"] as const),
			"brokenEntries",
		],
	},
	{
		id: "myriad-dreamin.tinymist",
		languages: typst,
		features: [
			...(["completion", "hover", "definition", "references", "rename", "semanticColours"] as const),
			"undefinedKeys",
		],
	},
	{ id: "nvarner.typst-lsp", languages: typst, features: ["hover", "semanticColours"] },
	{ id: "quarto.quarto", languages: ["quarto"], features: ["completion", "hover", "semanticColours"] },
	{ id: "notzaki.pandocciter", languages: markdown, features: ["completion", "hover", "definition"] },
	{
		id: "asciidoctor.asciidoctor-vscode",
		languages: ["asciidoc", "asciidoctor"],
		features: ["completion"],
	},
];

/** Whether another extension that is installed does this for a language. */
export function isServedElsewhere(feature: Feature, languageId: string, isInstalled: (id: string) => boolean): boolean {
	return neighbours.some(
		({ id, languages, features }) =>
			features.includes(feature) && languages.includes(languageId) && isInstalled(id),
	);
}

/** Whether ours answers for a language, by its setting and the extensions that run; any other setting counts as `auto`. */
export function isOurs(
	feature: Feature,
	languageId: string,
	mode: FeatureMode,
	isInstalled: (id: string) => boolean,
): boolean {
	if (mode === "on") return true;
	if (mode === "off") return false;
	return !isServedElsewhere(feature, languageId, isInstalled);
}
