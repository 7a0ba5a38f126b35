// What an Org file declares and takes in. Sources: The Org Manual, "Citation handling" and "Include files"; org-ref
// manual, "Bibliography links"; ox-bibtex (`#+BIBLIOGRAPHY: refs plain`).

import type { Source } from "../../citations/citations";
import { orgBlocks } from "../../citations/markup/orgBlocks";
import { withoutDead, declaration, declarationList, type Declaration, type Part, type Reading } from "../reading";
import { readLatexSource } from "./latex";

export function readOrg(source: Source, outer: ReadonlyMap<string, string>): Reading {
	const { text } = source;
	const seen = withoutDead(text, orgBlocks(text));
	// LaTeX may stand anywhere, in `#+latex_header:` first of all; there is no comment in it.
	const latex = readLatexSource({ ...source, text: seen.replace(/%/g, " ") }, outer);
	const declared = [...keywords(seen), ...links(seen), ...latex.bibliographies];
	return {
		bibliographies: declared.sort((a, b) => a.range.start - b.range.start),
		parts: partsOf(seen),
		inline: [],
		...(latex.dialect ? { dialect: latex.dialect } : {}),
	};
}

/** `#+bibliography: a.bib` names one file; in the older form a style and options follow it. */
function keywords(text: string): Declaration[] {
	return Array.from(text.matchAll(/^[ \t]*#\+bibliography:[ \t]*(\S[^\r\n]*)$/gim)).flatMap(match => {
		const rest = match[1] ?? "";
		const value = rest.trim();
		const start = match.index + match[0].length - rest.length;
		const quoted = /^"([^"]*)"/.exec(value)?.[1];
		if (quoted !== undefined) return declaration(quoted, { start: start + 1, end: start + 1 + quoted.length });
		const path = /\.(?:bib|bibtex|json|ya?ml)$/i.test(value) ? value : (/^\S+/.exec(value)?.[0] ?? "");
		return declaration(path, { start, end: start + path.length });
	});
}

/** org-ref: `bibliography:a.bib,b.bib`, with or without brackets. */
function links(text: string): Declaration[] {
	const link =
		/(?<![\w+#:])(?:nobibliography|bibliography|addbibresource):(?!:)([^\s\][<>]+)|\[\[(?:nobibliography|bibliography|addbibresource):([^\][\r\n]+)\]/g;
	return Array.from(text.matchAll(link)).flatMap(({ 0: found, 1: plain, 2: inBrackets, index }) => {
		const start = index + found.length - (inBrackets === undefined ? (plain ?? "").length : inBrackets.length + 1);
		// A sentence may end behind a link.
		return declarationList(inBrackets ?? plain?.replace(/[.,;:!?)]+$/, "") ?? "", start, ",");
	});
}

function partsOf(text: string): Part[] {
	return Array.from(text.matchAll(/^[ \t]*#\+(?:include|setupfile):[ \t]*(?:"([^"\r\n]+)"|(\S+))/gim)).flatMap(
		match => {
			const path = (match[1] ?? match[2] ?? "").replace(/::.*$/, "");
			const start = match.index + match[0].lastIndexOf(path);
			return path === "" ? [] : [{ paths: [path], range: { start, end: start + path.length } }];
		},
	);
}
