// Which other extensions complete the keys of a document's own bibliography: beside them ours are left out, so that no
// row is there twice. Papers of the shelf are ours alone. Source: the extensions' documentation, as of 2026.

import type { Settings } from "../contributions";

const latex = ["latex", "tex", "latex-expl3", "doctex", "rsweave", "pweave", "jlweave"];
const markdown = ["markdown", "quarto", "rmd", "rmarkdown"];

const neighbours: Readonly<Record<string, readonly string[]>> = {
	"asciidoctor.asciidoctor-vscode": ["asciidoc", "asciidoctor"],
	"efoerster.texlab": [...latex, "bibtex", "biblatex"],
	"james-yu.latex-workshop": [...latex, "bibtex", "biblatex"],
	"myriad-dreamin.tinymist": ["typst", "typst-code"],
	"notzaki.pandocciter": markdown,
	"quarto.quarto": ["quarto"],
};

/** What completion offers: entries of the document's bibliographies, and papers of the shelf that have none. */
export interface Offer {
	readonly entries: boolean;
	readonly shelf: boolean;
}

/** What is offered in a language, by the setting and the extensions that are there. */
export function offerFor(
	languageId: string,
	mode: Settings["completion"],
	isInstalled: (id: string) => boolean,
): Offer {
	const isServed = Object.entries(neighbours).some(
		([id, languages]) => languages.includes(languageId) && isInstalled(id),
	);
	switch (mode) {
		case "all":
			return { entries: true, shelf: true };
		case "shelf":
			return { entries: false, shelf: true };
		case "off":
			return { entries: false, shelf: false };
		case "auto":
			return { entries: !isServed, shelf: true };
	}
}
