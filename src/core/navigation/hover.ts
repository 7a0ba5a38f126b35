// What is shown at a key, as Markdown. Whatever comes from a digest or a bibliography is escaped: no text of theirs can
// become a link, a command or a heading.

import type { TextRange } from "../paper";
import { beginning } from "../render";
import type { Address } from "../render/addresses";
import { escapeMarkdown } from "../render/escape";
import { fill } from "../render/labels";

/** What is known of a key. */
export interface KeyFacts {
	readonly key: string;
	/** Where it stands in the document. */
	readonly range: TextRange;
	/** The work that it stands for; none for a key that no bibliography has. */
	readonly work?: WorkFacts;
	/** The value of a `@string`. */
	readonly value?: string;
	/** Other keys that may be meant. */
	readonly near: readonly { readonly key: string; readonly label: string }[];
	/** Papers of the shelf that it may stand for. */
	readonly offers: readonly { readonly id: string; readonly label: string }[];
	/** How often it is cited, by file. */
	readonly cited: readonly { readonly uri: string; readonly count: number }[];
}

export interface WorkFacts {
	/** In the style of the settings, in Markdown. */
	readonly reference: string;
	/** Plain text on one line. */
	readonly abstract: string;
	readonly links: readonly Address[];
	readonly topics: readonly string[];
	/** What was published about the work, in plain text. */
	readonly notices?: readonly string[];
	/** The entry; none for a reference in the manuscript itself. */
	readonly entry?: { readonly uri: string; readonly key: string; readonly line: number };
	/** The paper's id on the shelf, when it is there. */
	readonly id?: string;
}

/** The sentences of a hover, with `{0}` … for what is filled in. */
export interface HoverWords {
	readonly unknown: string;
	readonly meant: string;
	readonly onShelf: string;
	readonly topics: string;
	readonly citedOnce: string;
	readonly cited: string;
	readonly notCited: string;
}

/** A link that runs a command. */
export interface HoverAction {
	readonly title: string;
	readonly command: string;
	readonly argument: unknown;
}

export interface HoverDress {
	readonly words: HoverWords;
	/** A file as the person knows it. */
	readonly nameOf: (uri: string) => string;
	/** What can be done with the work. */
	readonly actions: readonly HoverAction[];
	/** What opens a paper of the shelf. */
	readonly open: (id: string) => HoverAction;
}

/** Letters of an abstract that are shown; more would fill the screen. */
const shownLetters = 900;

/** How many files are named in which a work is cited. */
const shownFiles = 4;

/** The Markdown of a hover. */
export function hoverText(facts: KeyFacts, dress: HoverDress): string {
	const { work, value } = facts;
	if (value !== undefined) return escapeMarkdown(value);
	if (!work) return unknownText(facts, dress);
	const { words } = dress;
	const topics = work.topics.map(escapeMarkdown).join("; ");
	const blocks = [
		referenceText(work.reference),
		(work.notices ?? []).map(notice => `**${escapeMarkdown(notice)}**`).join(" · "),
		escapeMarkdown(beginning(work.abstract, shownLetters)),
		topics === "" ? "" : `*${escapeMarkdown(words.topics)}:* ${topics}`,
		work.links.map(({ label, url }) => `[${escapeMarkdown(label)}](${url})`).join(" · "),
		escapeMarkdown(citedText(facts, dress)),
		dress.actions.map(actionText).join(" | "),
	];
	return blocks.filter(block => block !== "").join("\n\n");
}

/**
 * A reference that was formatted as Markdown, where its emphasis alone is wanted: addresses in it stay text, it begins
 * no list or heading, and there is no HTML for raised letters.
 */
function referenceText(markdown: string): string {
	return markdown
		.replace(/(?<!\\)<\/?su[bp]>/g, "")
		.replace(/:(?=\/\/)|@|(?<=www)\./gi, "\\$&")
		.replace(/^\s*(?:[#+>=-]|\d+[.)])/, start => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}

function unknownText({ key, near, offers }: KeyFacts, { words, open }: HoverDress): string {
	const blocks = [
		escapeMarkdown(fill(words.unknown, key)),
		...list(
			words.meant,
			near.map(({ key: other, label }) => `**${escapeMarkdown(other)}** ${escapeMarkdown(label)}`),
		),
		...list(
			words.onShelf,
			offers.map(({ id, label }) => actionText({ ...open(id), title: label })),
		),
	];
	return blocks.join("\n\n");
}

function list(title: string, items: readonly string[]): readonly string[] {
	return items.length === 0 ? [] : [escapeMarkdown(title), items.map(item => `- ${item}`).join("\n")];
}

/** "Cited 3 times: main.tex (2), notes.md (1)" */
function citedText({ cited }: KeyFacts, { words, nameOf }: HoverDress): string {
	const total = cited.reduce((sum, { count }) => sum + count, 0);
	if (total === 0) return words.notCited;
	const names = cited.slice(0, shownFiles).map(({ uri, count }) => `${nameOf(uri)}${count > 1 ? ` (${count})` : ""}`);
	const files = cited.length > shownFiles ? `${names.join(", ")}, …` : names.join(", ");
	return total === 1 ? fill(words.citedOnce, files) : fill(words.cited, total, files);
}

function actionText({ title, command, argument }: HoverAction): string {
	const written = encodeURIComponent(JSON.stringify([argument])).replace(
		/[()'!*]/g,
		sign => `%${sign.charCodeAt(0).toString(16)}`,
	);
	return `[${escapeMarkdown(title)}](command:${command}?${written})`;
}
