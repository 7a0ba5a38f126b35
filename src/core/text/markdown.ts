// Markdown's marks within a line taken off: emphasis, code, links. Only what a digest uses; one pass per mark.

import { mathSpans } from "./math";

/** The text without the marks, and the addresses of its links. Math is left alone (CommonMark 0.31, section 6). */
export function inlineMarkdown(text: string): { text: string; urls: readonly string[] } {
	const urls: string[] = [];
	const parts: string[] = [];
	let at = 0;
	for (const { start, end } of mathSpans(text)) {
		parts.push(strip(text.slice(at, start), urls), text.slice(start, end));
		at = end;
	}
	parts.push(strip(text.slice(at), urls));
	return { text: parts.join(""), urls };
}

function strip(text: string, urls: string[]): string {
	return (
		text
			.replace(
				/!?\[([^[\]]{0,1000})\]\(\s{0,3}<?([^()\s<>]{1,2000}(?:\([^()\s]{0,200}\))?[^()\s<>]{0,200})>?[^()]{0,200}\)/g,
				(_, label: string, url: string) => {
					if (/^https?:/i.test(url)) urls.push(url);
					return label;
				},
			)
			.replace(/<(https?:\/\/[^\s<>]{1,2000})>/gi, "$1")
			.replace(/(\*\*|__)(?=\S)([^*_]{1,2000})(?<=\S)\1/g, "$2")
			.replace(/(?<![\w*\\])\*(?=[^\s*])([^*]{1,2000})(?<=\S)\*(?![\w*])/g, "$1")
			.replace(/(?<![\w_\\])_(?=[^\s_])([^_]{1,2000})(?<=\S)_(?![\w_])/g, "$1")
			.replace(/(?<![`\\])`([^`]{1,500})`(?!`)/g, "$1")
			// Not a grave accent of LaTeX, behind which a letter stands.
			.replace(/(?<!\w)\\`([^`\\]{1,500})\\`(?!\w)/g, "`$1`")
			.replace(/\\(?=\*)/g, "")
	);
}
