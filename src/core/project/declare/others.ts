// How documents in Typst, reStructuredText, AsciiDoc and Org, and Sphinx's `conf.py`, that declare no bibliography do.
// Sources: as in the readers of these languages.

import type { TextEdit } from "../../paper";
import { append, insert, joined, newlineOf } from "./edits";

/** The list of references at the end. */
export function declareInTypst(text: string, path: string): TextEdit[] {
	return [append(text, [`#bibliography(${JSON.stringify(path)})`])];
}

/** A directive that names the file: the one that is there without a name, else a new one at the end. */
export function declareInRst(text: string, path: string): TextEdit[] {
	const bare = /^[ \t]*\.\.[ \t]+bibliography::(?=[ \t]*$)/m.exec(text);
	if (bare) return [insert(bare.index + bare[0].length, ` ${path}`)];
	return [append(text, [`.. bibliography:: ${path}`])];
}

/** An attribute at the end of the header, and the place of the list at the end. */
export function declareInAsciidoc(text: string, path: string): TextEdit[] {
	const newline = newlineOf(text);
	const list = /^bibliography::/m.test(text) ? [] : [append(text, ["bibliography::[]"])];
	const attribute = `:bibtex-file: ${path}${newline}`;
	const header =
		/^\uFEFF?(?:(?:\/\/[^\r\n]*)?(?:\r\n|[\r\n]))*(?:=[ \t]|:[\w!-]+:)[^\r\n]*(?:(?:\r\n|[\r\n])(?![ \t]*(?:[\r\n]|$))[^\r\n]+)*/.exec(
			text,
		)?.[0];
	if (header !== undefined) {
		return joined(insert(header.length, newline + attribute.trimEnd()), list);
	}
	const start = text.startsWith("\uFEFF") ? 1 : 0;
	return joined(insert(start, attribute + (text.trim() === "" ? "" : newline)), list);
}

/** A keyword behind those at the head, and the place of the list at the end; for links of org-ref, a link there. */
export function declareInOrg(text: string, path: string): TextEdit[] {
	const usesLinks =
		/(?<![\w@/])(?:cite[a-z]*|parencite|textcite|autocite)\*?:&?[\w]/i.test(text) && !/\[cite[^\]]*:@?/.test(text);
	if (usesLinks) return [append(text, [`bibliography:${path}`])];
	const newline = newlineOf(text);
	const head =
		/^\uFEFF?(?:(?:[ \t]*#\+(?!begin)[^\r\n]*|#[ \t][^\r\n]*|[ \t]*)(?:\r\n|[\r\n]))*/i.exec(text)?.[0] ?? "";
	const keywords = /^[^]*#\+[^\r\n]*(?:\r\n|[\r\n])/.exec(head)?.[0].length;
	const at = keywords ?? (text.startsWith("\uFEFF") ? 1 : 0);
	const behind = keywords === undefined && text.trim() !== "" ? newline : "";
	const list = /^[ \t]*#\+print_bibliography:/im.test(text) ? [] : [append(text, ["#+print_bibliography:"])];
	return joined(insert(at, `#+bibliography: ${path}${newline}${behind}`), list);
}

/** The setting of sphinxcontrib-bibtex: in the empty list that is there, else at the end. */
export function declareInSphinx(text: string, path: string): TextEdit[] {
	const empty = /^bibtex_bibfiles[ \t]*=[ \t]*\[(?=\s*\])/m.exec(text);
	if (empty) return [insert(empty.index + empty[0].length, JSON.stringify(path))];
	if (/^bibtex_bibfiles\b/m.test(text)) return [];
	return [append(text, [`bibtex_bibfiles = [${JSON.stringify(path)}]`], /^\w+ = /)];
}
