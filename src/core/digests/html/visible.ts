// A page as a reader sees it: its lines from top to bottom, with the links in each, and what the mark-up says of them.

import type { TextRange } from "../../paper";
import type { Element, Node } from "../../text/markup/elements";
import { plainOf } from "../../text/markup/markup";

export interface PageLink {
	readonly href: string;
	/** The text that the link covers in this line. */
	readonly text: string;
	/** Its `title` or `aria-label`. */
	readonly label: string;
}

/** What a class, an `itemprop` or an id says that a piece of a page is. */
export type FieldHint = "title" | "authors" | "abstract" | "venue" | "date" | "doi";

export interface PageLine extends TextRange {
	readonly text: string;
	readonly links: readonly PageLink[];
	/** 1 to 6 for a heading, else 0. */
	readonly heading: number;
	/** Whether all of it is bold, or larger by a heading's class. */
	readonly isBold: boolean;
	readonly hint: FieldHint | undefined;
	/** Names and classes of the elements around it: lines that play the same part have the same. */
	readonly path: string;
	/** Whether it goes on from the line before, as after `<br>`. */
	readonly isSoft: boolean;
}

/** Elements that begin a line. */
const blocks =
	/^(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|tbody|thead|blockquote|section|article|header|footer|main|aside|nav|pre|hr|center|form|fieldset|figure|figcaption|details|summary|address|body|html|cite)$/;

/** Elements that show no text, and those that surround a page rather than belong to it. */
const silent =
	/^(?:script|style|head|template|noscript|iframe|object|svg|canvas|nav|select|option|button|textarea|input|dialog|xml|o:p)$/;

/** `display:none` and the ways in which mails hide their preview text. */
const hidden =
	/display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|$)|font-size\s*:\s*0(?:px)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$)/i;

/** Not more lines than this: what is longer is no page. */
const mostLines = 300_000;

/** A line is ended here; a list of a thousand authors is longer than any abstract. */
const longestLine = 50_000;

/** The lines of a page, in order. */
export function visibleLines(root: Element): readonly PageLine[] {
	const page = new Page();
	page.walk(root, { heading: 0, isBold: false, hint: undefined, path: "" });
	page.flush(false);
	return page.lines;
}

interface Around {
	readonly heading: number;
	readonly isBold: boolean;
	readonly hint: FieldHint | undefined;
	readonly path: string;
}

class Page {
	readonly lines: PageLine[] = [];
	/** The text of the line in pieces, since a growing text that is looked at is copied each time. */
	#pieces: string[] = [];
	#length = 0;
	#isBlank = true;
	#start = 0;
	#end = 0;
	#plain = 0;
	#around: Around = { heading: 0, isBold: false, hint: undefined, path: "" };
	#links: PageLink[] = [];
	/** The link that is open, and how many pieces came before it. */
	#open: { href: string; label: string; from: number } | undefined;
	#isSoft = false;

	walk(element: Element, around: Around): void {
		for (const child of element.children) {
			if (this.lines.length >= mostLines) return;
			if (typeof child === "string") this.#add(child, element, around);
			else this.#visit(child, around);
		}
	}

	#visit(element: Element, around: Around): void {
		if (isHidden(element)) return;
		const { name } = element;
		if (name === "br") return this.flush(true);
		if (/^(?:math|sup|sub|mml:math)$/.test(name)) return this.#add(inlineText(element), element, around);
		const inner = within(element, around);
		const isBlock = blocks.test(name) || (inner.hint !== around.hint && inner.hint !== undefined);
		if (isBlock) this.flush(false);
		if (name === "a") this.#link(element, inner);
		else this.walk(element, inner);
		if (isBlock) this.flush(false);
		else if (name === "td" || name === "img") this.#add(" ", element, around);
	}

	#link(element: Element, around: Around): void {
		const href = (element.attributes["href"] ?? "").trim();
		const before = this.#open;
		const label = element.attributes["title"] ?? element.attributes["aria-label"] ?? "";
		this.#open = href === "" ? before : { href, label, from: this.#pieces.length };
		this.walk(element, around);
		this.#closeLink();
		this.#open = before;
	}

	#closeLink(): void {
		if (!this.#open) return;
		const { href, label, from } = this.#open;
		const text = tidy(this.#pieces.slice(from).join(""));
		if (text !== "" || label !== "") this.#links.push({ href, text, label });
		this.#open.from = this.#pieces.length;
	}

	#add(text: string, { start, end }: Element, around: Around): void {
		if (/\S/.test(text)) {
			if (this.#isBlank) {
				this.#isBlank = false;
				this.#start = start;
				this.#around = around;
			}
			this.#end = end;
			if (!around.isBold) this.#plain += text.trim().length;
			if (around.hint !== undefined && this.#around.hint === undefined) {
				this.#around = { ...this.#around, hint: around.hint };
			}
		}
		this.#pieces.push(text);
		this.#length += text.length;
		if (this.#length > longestLine) this.flush(true);
	}

	/** Ends the line. */
	flush(isSoft: boolean): void {
		if (this.#open) this.#closeLink();
		const text = tidy(this.#pieces.join(""));
		const { heading, hint, path } = this.#around;
		if (text !== "" || this.#links.length > 0) {
			this.lines.push({
				text,
				links: this.#links,
				heading,
				isBold: text !== "" && this.#plain * 5 < text.length,
				hint,
				path,
				isSoft: this.#isSoft,
				start: this.#start,
				end: Math.max(this.#start, this.#end),
			});
			this.#isSoft = isSoft;
		} else this.#isSoft = this.#isSoft && isSoft;
		this.#pieces = [];
		this.#length = 0;
		this.#isBlank = true;
		this.#plain = 0;
		this.#links = [];
		this.#around = { heading: 0, isBold: false, hint: undefined, path: "" };
		if (this.#open) this.#open.from = 0;
	}
}

function inlineText(element: Element): string {
	return plainOf({ name: "", attributes: {}, children: [element], start: 0, end: 0 }).text;
}

function tidy(text: string): string {
	return text
		.replace(/(?:\u00ad|\u034f|\u200b|\u200c|\u200d|\u2060|\ufeff)/g, "")
		.replace(/\s+/g, " ")
		.trim();
}

function isHidden({ name, attributes }: Element): boolean {
	if (silent.test(name) || "hidden" in attributes) return true;
	const { style = "" } = attributes;
	return (
		(style !== "" && hidden.test(style)) ||
		/(?:^|\s)(?:preheader|preview-?text|visually-hidden|sr-only)(?:\s|$)/i.test(attributes["class"] ?? "")
	);
}

function within(element: Element, around: Around): Around {
	const { name, attributes } = element;
	const heading = /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : around.heading;
	const style = attributes["style"] ?? "";
	const isBold =
		around.isBold ||
		heading > 0 ||
		/^(?:b|strong|th)$/.test(name) ||
		/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
	const kind = (attributes["class"] ?? "").trim().split(/\s+/).slice(0, 3).join(".");
	const look =
		kind === "" ? (/(?:^|;)\s*(?:font-size|color)\s*:[^;]{1,30}/i.exec(style)?.[0].replace(/\s/g, "") ?? "") : kind;
	const path = `${around.path.slice(-160)}>${name}${look === "" ? "" : `.${look}`}`;
	return { heading, isBold, hint: hintOf(element) ?? around.hint, path };
}

/** How large an element of a hint may be in the source: a list of papers may be called `publications`. */
const hints: readonly (readonly [FieldHint, RegExp, number])[] = [
	[
		"authors",
		/(?:^|[\s_-])(?:authors?|author-?list|byline|by-line|creators?|authors-list)(?:$|[\s_-])|(?:^|[\s_-])contrib(?:utor)?s?(?:$|\s|[_-](?:group|list|names?|authors?)(?:$|[\s_-]))|docsum-authors|citation-authors/,
		60_000,
	],
	[
		"abstract",
		/(?:^|[\s_-])(?:abstract|abstracts|summary|snippet|teaser|synopsis|description|sni|rs)(?:$|[\s_-])|abstract-full|(?:^| )abs(?:$| )/,
		40_000,
	],
	["doi", /(?:^|[\s_-])doi(?:$|[\s_-])/, 1000],
	["date", /(?:^|[\s_-])(?:date|posted|published|pub-?date|datepublished|publication-date)(?:$|[\s_-])/, 600],
	[
		"venue",
		/(?:^|[\s_-])(?:journal|venue|journal-citation|source|publication|ispartof|container-title)(?:$|[\s_-])/,
		1500,
	],
	["title", /(?:^|[\s_-])(?:title|headline|paper-title|article-title|linked-title)(?:$|[\s_-])/, 4000],
];

function hintOf({ attributes, start, end }: Element): FieldHint | undefined {
	const told = `${attributes["class"] ?? ""} ${attributes["itemprop"] ?? ""} ${attributes["id"] ?? ""}`
		.toLowerCase()
		.slice(0, 300);
	if (told.trim() === "") return undefined;
	return hints.find(([, pattern, largest]) => pattern.test(told) && end - start <= largest)?.[0];
}

/** All text of a page as lines, for readers of plain text. */
export function textOfLines(lines: readonly PageLine[]): string {
	return lines.map(({ text, heading, isSoft }) => `${isSoft || heading === 0 ? "" : "\n"}${text}`).join("\n");
}

/** Whether a node is an element; text between elements is none. */
export function isElement(node: Node): node is Element {
	return typeof node !== "string";
}
