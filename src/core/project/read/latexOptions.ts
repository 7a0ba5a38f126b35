// Bibliographies that are named in the options of a class or package, or in its set-up command, as the classes of
// universities do: `\documentclass[bibfile=refs.bib]{x}`, `\xsetup{style = {bib-resource = {refs.bib}}}`.

import { declaration, type Declaration } from "../reading";
import type { LatexCommand } from "./latexCommands";

/** Commands with options in brackets; those with options in their first braces. */
const inBrackets = /^(?:documentclass|usepackage|RequirePackage|LoadClass)$/;
const inBraces = /^(?:PassOptionsTo(?:Package|Class)|ExecuteBibliographyOptions|[A-Za-z@]*[sS]et(?:up)?)$/;

/** Option names whose value is a bibliography even without its extension. */
const naming =
	/^(?:bib|biblio|bibliography)?-?\/?(?:bibfiles?|bib-?resources?|bib\/resources?|bibdatabase|addbibresource|bibliographyfile)$/i;

const option = /([A-Za-z@][A-Za-z@\d/ _-]{0,60}?)\s*=\s*(\{[^{}]*\}|[^,{}[\]=]+)/g;

export function optionDeclarations(text: string, { name, braces, brackets }: LatexCommand): Declaration[] {
	const range = inBrackets.test(name) ? brackets[0] : inBraces.test(name) ? braces[0] : undefined;
	if (!range) return [];
	const options = text.slice(range.start, range.end);
	if (!/bib/i.test(options)) return [];
	return Array.from(options.matchAll(option)).flatMap(match => {
		const { 0: whole, 1: key = "", 2: value = "", index } = match;
		const from = range.start + index + whole.length - value.length;
		return Array.from(value.matchAll(/[^,{}]+/g)).flatMap(({ 0: raw, index: at }) => {
			const path = raw.trim();
			if (!/\.bib$/i.test(path) && !naming.test(key.trim())) return [];
			if (/[\\#%]/.test(path)) return [];
			const start = from + at + raw.indexOf(path);
			return declaration(path, { start, end: start + path.length });
		});
	});
}
