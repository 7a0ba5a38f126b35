// The beginning of a section on related work in the syntax of a manuscript: a paragraph a topic, a sentence a paper, each
// with its citation.

import { encoder } from "../bibliography/bibtex/writing/encode";
import { insertCitation, syntaxName, type Source, type SyntaxName } from "../citations/citations";
import { plainTitle, shortAuthors } from "../render";
import { withoutControls } from "../render/escape";
import { applied } from "../textEdits";
import type { ExportSection, ExportWords, KeyedPaper } from "./formats";
import { escapedMarkdown } from "./markdown";

/** How a syntax writes headings and texts. */
interface Markup {
	readonly heading: (level: 1 | 2, text: string) => string;
	readonly text: (plain: string) => string;
}

const atx =
	(mark: string): Markup["heading"] =>
	(level, text) =>
		`${mark.repeat(level)} ${text}`;

const markdown: Markup = { heading: atx("#"), text: escapedMarkdown };

const markups: Readonly<Record<SyntaxName, Markup>> = {
	latex: { heading: (level, text) => `\\${level === 1 ? "" : "sub"}section{${text}}`, text: encoder("unicode") },
	pandoc: markdown,
	myst: markdown,
	plain: markdown,
	typst: { heading: atx("="), text: text => text.replace(/[\\*_`$#<>@=~[\]]|\/(?=[/*])|^[-+/]/g, "\\$&") },
	rst: {
		heading: (level, text) => `${text}\n${(level === 1 ? "=" : "-").repeat(Math.max(3, text.length))}`,
		text: text => text.replace(/[\\*`|_]/g, "\\$&"),
	},
	asciidoc: {
		heading: (level, text) => `${"=".repeat(level + 1)} ${text}`,
		// What a pass macro holds is text, but for the bracket that would end it.
		text: text => (/[*_`#+^~{}[\]<>:|]/.test(text) ? `pass:c[${text.replace(/\]/g, "\\]")}]` : text),
	},
	org: {
		heading: atx("*"),
		text: text => text.replace(/(?<=^|[\s({'"-])[*/_=~+](?=\S)|\[(?=\[)|\^|\\/g, "\u200b$&"),
	},
};

/** The skeleton for a document; `command` is what a new citation is made with there. */
export function relatedWork(
	sections: readonly ExportSection[],
	document: Pick<Source, "languageId" | "fileName"> & { readonly command?: string | undefined },
	words: ExportWords,
): string {
	const source = { ...document, text: "" };
	const { heading, text } = markups[syntaxName(source)];
	const cite = (key: string): string => applied("", insertCitation(source, 0, [key], { command: document.command }));
	const parts = sections.map(section => {
		const head = section.heading === "" ? [] : [heading(2, text(plain(section.heading)))];
		return [...head, section.papers.map(keyed => sentence(keyed, text, cite)).join("\n")].join("\n\n");
	});
	return `${[heading(1, text(words.relatedWork)), ...parts].join("\n\n")}\n`;
}

function sentence({ key, paper }: KeyedPaper, text: Markup["text"], cite: (key: string) => string): string {
	const who = shortAuthors(paper);
	const title = plain(plainTitle(paper)).replace(/[.\s]+$/, "");
	const end = /[?!]$/.test(title) ? "" : ".";
	return `${who === "" ? "" : `${text(plain(who))} `}${cite(key)}: ${text(title)}${end}`;
}

function plain(text: string): string {
	return withoutControls(text).replace(/\s+/g, " ").trim();
}
