// Keys that no bibliography need have: those that a tool resolves itself, names of parts of the document, placeholders.
// Sources: Manubot, "Citations by persistent identifiers"; MyST guide, "Citations" (DOIs); Pandoc User's Guide,
// "Numbered examples"; bookdown, section 2.2; Quarto, "Cross References".

import type { CitedPlace } from "../readings/manuscript";

const byTool =
	/^(?:doi|arxiv|pmid|pmc|pmcid|isbn|url|https?|wikidata|tag|raw|clinicaltrials|rrid|ncbigene|biomodels\.db|uniprot):|^https?:\/\/|^10\.\d{4,9}\//i;

/** Labels of parts of a document, which pandoc-crossref, bookdown and others name as works are named. */
const part =
	/^(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|prp|cnj|def|exm|exr|rem|sol|alg|nte|tip|wrn|imp|cau|fnt|vid|app|chap|ref)[:-]|^(?:fig|tab|table|figure|section|sec|eq|equation):/i;

/** Whether a key is none that a bibliography should have. */
export function isResolvedElsewhere({ key, syntax }: CitedPlace): boolean {
	if (key === "" || key === "*" || /^[.…?]+$|\{\{|<<|<%|\$\{/.test(key)) return true;
	switch (syntax) {
		case "pandoc":
		case "myst":
		case "plain":
			return byTool.test(key) || part.test(key);
		case "typst":
			return part.test(key);
		case "latex":
			// A macro's parameter, or what a macro makes.
			return /[#\\{}$]/.test(key);
		case "rst":
		case "asciidoc":
		case "org":
			return /^\{.*\}$/.test(key);
	}
}
