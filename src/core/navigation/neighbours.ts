// Which other extensions serve citations too, and with what: where they do, ours steps back unless it is wanted, so that
// nothing is there twice. Source: the extensions' documentation, as of 2025.

/** What the editor asks of a language. */
export type Feature =
	"hover" | "definition" | "references" | "rename" | "outline" | "folding" | "links" | "semanticColours";

/** `auto` leaves to another extension what that does for the language. */
export type FeatureMode = "auto" | "on" | "off";

interface Neighbour {
	readonly id: string;
	/** Ids of languages. */
	readonly languages: readonly string[];
	readonly features: readonly Feature[];
}

const latex: readonly string[] = ["latex", "tex", "latex-expl3", "doctex", "rsweave", "pweave", "jlweave"];
const typst: readonly string[] = ["typst", "typst-code"];

const neighbours: readonly Neighbour[] = [
	{ id: "james-yu.latex-workshop", languages: latex, features: ["hover", "definition"] },
	{ id: "james-yu.latex-workshop", languages: ["bibtex"], features: ["outline"] },
	{ id: "efoerster.texlab", languages: latex, features: ["hover", "definition", "references", "rename"] },
	{
		id: "efoerster.texlab",
		languages: ["bibtex"],
		features: ["hover", "definition", "references", "rename", "outline", "folding"],
	},
	{
		id: "myriad-dreamin.tinymist",
		languages: typst,
		features: ["hover", "definition", "references", "rename", "semanticColours"],
	},
	{ id: "nvarner.typst-lsp", languages: typst, features: ["hover", "semanticColours"] },
	{ id: "quarto.quarto", languages: ["quarto"], features: ["hover", "semanticColours"] },
	{ id: "notzaki.pandocciter", languages: ["markdown", "quarto", "rmd"], features: ["hover", "definition"] },
];

/** Whether ours answers for a language, by its setting and the extensions that run; any other setting counts as `auto`. */
export function isOurs(
	feature: Feature,
	languageId: string,
	mode: FeatureMode,
	isInstalled: (id: string) => boolean,
): boolean {
	if (mode === "on") return true;
	if (mode === "off") return false;
	return !neighbours.some(
		({ id, languages, features }) =>
			features.includes(feature) && languages.includes(languageId) && isInstalled(id),
	);
}
