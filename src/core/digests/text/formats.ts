// Digests without any mark-up but what a person or a mail program typed.

import type { Format } from "../format";
import { toPapers } from "./entry";
import { labelledEntries, looksLabelled } from "./labelled";
import { looksLikeMarkdown, markdownEntries } from "./markdown/digest";
import { plainEntries } from "./plainText";
import { looksLikeReferences, readReferences } from "./references";

/** Whether labelled fields are written as a note in Markdown has them: in a head of YAML, as properties, in bold. */
function isNote(text: string): boolean {
	return /^---\s*$/m.test(text.slice(0, 5)) || /^\s*(?:[-*]\s+)?title::/m.test(text.slice(0, 2000));
}

/** In the order in which they are tried; any text is a plain text. */
export const textFormats: readonly Format[] = [
	{ name: "references", looksLike: looksLikeReferences, read: readReferences },
	{
		name: "markdown",
		looksLike: text => (isNote(text) && looksLabelled(text)) || looksLikeMarkdown(text),
		read: ({ text, report }) => {
			const source = { text, report, isMarkdown: true };
			const isLabelled = isNote(text) && looksLabelled(text) && !looksLikeMarkdown(text);
			return toPapers(isLabelled ? labelledEntries(source) : markdownEntries(source), source);
		},
	},
	{
		name: "plain-text",
		looksLike: () => true,
		read: ({ text, report }) => {
			const source = { text, report, isMarkdown: false };
			return toPapers(looksLabelled(text) ? labelledEntries(source) : plainEntries(source), source);
		},
	},
];
