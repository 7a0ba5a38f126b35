// Digests in tables of values, and of Markdown.

import type { Format } from "../format";
import { dialectOf, readDelimited } from "./delimited";
import { looksLikeMarkdownTable, readMarkdownTable } from "./markdownTable";

/** In the order in which they are tried. */
export const tableFormats: readonly Format[] = [
	{ name: "markdown-table", looksLike: looksLikeMarkdownTable, read: readMarkdownTable },
	{
		name: "tsv",
		looksLike: (text, { name }) => dialectOf(text, name)?.delimiter === "\t",
		read: readDelimited,
	},
	{ name: "csv", looksLike: (text, { name }) => dialectOf(text, name) !== undefined, read: readDelimited },
];
