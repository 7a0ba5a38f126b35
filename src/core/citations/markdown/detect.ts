// Which Markdown a document is written in: whether it already has the roles or directives of MyST.
// Sources: MyST Markdown guide, "Citations" and "Directives"; Jupyter Book 1, "Citations and bibliographies".

import { yamlHeader } from "../pandocBlocks";

const role = /\{(?:foot)?cite(?::[a-z]+)?\}`[^`]/;

const otherRole = /\{(?:ref|numref|doc|eq|term|download|index|prf:ref|abbr)\}`/;

const directive =
	/^(?:`{3,}|:{3,}|~{3,})\{(?:code-cell|bibliography|note|warning|tip|admonition|figure|math|toctree|tableofcontents|exercise|solution|prf:\w+|contents|image|margin|epigraph|seealso|glossary|list-table|tab-set|grid|card|dropdown|literalinclude|contributors|footbibliography)\}/m;

/** Whether a document of Markdown is one of MyST. Chunks of R Markdown and Quarto, as `{r}`, tell nothing. */
export function usesMyst(text: string): boolean {
	if (!text.includes("{")) return /format_name:\s*myst|^\s*myst:/m.test(yamlHeader(text));
	return (
		role.test(text) ||
		otherRole.test(text) ||
		directive.test(text) ||
		/format_name:\s*myst|^\s*myst:/m.test(yamlHeader(text))
	);
}

/** Whether it already cites with roles. */
export function usesRoles(text: string): boolean {
	return role.test(text);
}

/** Directives of MyST that do not hold text. */
const withoutText = new Set(
	`code code-block code-cell sourcecode literalinclude math raw bibliography footbibliography toctree tableofcontents
	image include mermaid eval-rst contents list-of-figures iframe embed video plot graphviz`.split(/\s+/),
);

/** Whether the words behind a fence name a directive of MyST that holds text: `{note}`, `{admonition} Title`. */
export function isTextDirective(info: string): boolean {
	const name = /^\{([\w:-]+)\}/.exec(info)?.[1];
	return name !== undefined && !withoutText.has(name);
}
