// Digests without any mark-up but what a person or a mail program typed.

import type { Format } from "../format";
import { toPapers } from "./entry";
import { looksLikeMarkdown, markdownEntries } from "./markdownDigest";
import { plainEntries } from "./plainText";

/** In the order in which they are tried; any text is a plain text. */
export const textFormats: readonly Format[] = [
	{
		name: "markdown",
		looksLike: looksLikeMarkdown,
		read: ({ text, report }) => {
			const source = { text, report, isMarkdown: true };
			return toPapers(markdownEntries(source), source);
		},
	},
	{
		name: "plain-text",
		looksLike: () => true,
		read: ({ text, report }) => {
			const source = { text, report, isMarkdown: false };
			return toPapers(plainEntries(source), source);
		},
	},
];
