// A title as a list in Markdown holds one: with a number, marks, links and badges around it, and more behind it.

import type { Link } from "../../paper";
import { toLink } from "../../text/links";
import { linkOf, linkWord } from "./paperLinks";

/** What stands in an item or a cell: the title, its own address, the links with words, and the text behind the title. */
export interface Item {
	readonly title: string;
	readonly url?: string | undefined;
	readonly links: readonly Link[];
	/** What follows, with its marks. */
	readonly rest: string;
}

const label = String.raw`\[((?:[^[\]\\]|\\.|\[[^[\]]{0,200}\]){0,600})\]`;
const target = String.raw`\(\s{0,3}<?([^()\s<>]{0,1000}(?:\([^()\s]{0,200}\))?[^()\s<>]{0,500})>?(?:\s{1,3}"[^"]{0,200}")?\s{0,3}\)`;
const anyLink = new RegExp(`!?${label}${target}`, "g");
const leadingLink = new RegExp(String.raw`^(?:\*\*|__|\*|_)?${label}${target}(?:\*\*|__|\*|_)?`);
const badge = new RegExp(String.raw`\[?!\[[^[\]]{0,200}\]\([^()\s]{0,1000}\)(?:\]\(([^()\s]{1,1000})\))?`, "g");

/** Words between the links of `(Read more on [arXiv](…) or [HuggingFace](…))`. */
const aside =
	/\((?:(?:read|more|see|available|find|paper|on|at|or|and|via|in|the|also|code|full|text)\b[\s,:|/]*)*\)/gi;

/** The mark of a list, a number, an emoji: what stands before a title and is no part of it. */
export const leadingMark =
	/^(?:(?:[-*+•●▪◦‣·>]|\p{Extended_Pictographic}\ufe0f?|[☐☑✅])[ \t]+|\[[ xX]\][ \t]+|(?:\(\d{1,4}\)|\d{1,4}[.)]\)?|\[\d{1,4}\]\.?|#\d{1,4}[.:)]?|№ ?\d{1,4}\.?|\d{1,2}\ufe0f?\u20e3|【\d{1,4}】|\d{1,4}、)[ \t]*(?=\S))+/u;

/** Takes the links off that have a word such as `Code` for a text, with badges and images; the others stay. */
export function withoutLinkWords(raw: string): { readonly text: string; readonly links: readonly Link[] } {
	const links: Link[] = [];
	const add = (url: string, word: string): void => {
		const link = linkOf(url, word);
		if (link) links.push(link);
	};
	const text = raw
		.replace(badge, (_, url: string | undefined) => {
			if (url !== undefined) add(url, "");
			return " ";
		})
		.replace(anyLink, (whole, word: string, url: string) => {
			const bare = word.replace(/[`*_~\\[\]]/g, "").trim();
			const isIdentifier = /^(?:https?:|arxiv[: ]?\d|\d{4}\.\d{4,5}|10\.\d{4,9}\/)/i.test(bare);
			if (whole.startsWith("!")) return " ";
			if (!isIdentifier && (linkWord(bare) === undefined || url.startsWith("#"))) return whole;
			add(url, bare);
			return " ";
		})
		.replace(/<?(https?:\/\/[^\s<>()|]{4,1000})>?/g, (whole, url: string, at: number, all: string) => {
			if (all.charAt(at - 1) === "(") return whole;
			add(url, "");
			return " ";
		})
		.replace(aside, " ")
		.replace(/\[\s*\]|\(\s*\)|\*\*\s*\*\*|(?:\|\s*){2,}/g, " ");
	return { text, links };
}

/** Reads a title with what is around it. `hasMore` says that the line itself may go on with a text. */
export function readItem(raw: string, hasMore: boolean): Item {
	const { text, links } = withoutLinkWords(raw.slice(0, 20_000));
	const line = (text + raw.slice(20_000)).trim().replace(leadingMark, "");
	const dated =
		/^(?:\*\*)?[[(]?\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?[\])]?(?:\*\*)?[\s,:|–-]*(?=\S)/.exec(line)?.[0] ?? "";
	const { title, url, rest } = split(line.slice(dated.length), hasMore);
	return {
		title,
		url,
		links,
		rest: dated === "" ? rest : `${dated.replace(/[\s,:|–[\]()*-]+$/, "").replace(/^[[(*]+/, "")} ${rest}`,
	};
}

function split(line: string, hasMore: boolean): { title: string; url?: string | undefined; rest: string } {
	const bold = /^(\*\*|__)(?=\S)(.{1,600}?)(?<=\S)\1(?!\*)/.exec(line);
	// `**[SAM]** Segment Anything.`: the name of a method before the title.
	const method =
		bold && /^\[?[\w.+-]{2,20}\]$/.test(bold[2] ?? "")
			? /^[\s:]*(\S[^*[]{8,300}?)(?=\.\s|\s*[*[]|$)/.exec(line.slice(bold[0].length))
			: null;
	if (bold && method)
		return {
			title: `${bold[2] ?? ""} ${method[1] ?? ""}`,
			rest: restOf(line.slice(bold[0].length + method[0].length)),
		};
	if (bold?.[2] !== undefined) return linked(bold[2], line.slice(bold[0].length));
	const link = leadingLink.exec(line);
	if (link?.[1] !== undefined) return { title: link[1], url: web(link[2]), rest: restOf(line.slice(link[0].length)) };
	const emphasised = /^(?:(\*|_)(?=\S)([^*_]{12,600}?)(?<=\S)\1(?![*\w])|[“"]([^“”"]{12,600})[”"][,.]?)/.exec(line);
	if (emphasised && hasMore)
		return { title: emphasised[2] ?? emphasised[3] ?? "", rest: restOf(line.slice(emphasised[0].length)) };
	const at = hasMore ? endOfTitle(line) : -1;
	if (at >= 2) return { title: line.slice(0, at), rest: restOf(line.slice(at)) };
	return { title: line, rest: "" };
}

/** Where a title ends on its line: before two blanks, a dash or a break, else where a text begins as summaries do. */
function endOfTitle(line: string): number {
	const parted = line.slice(0, 500).search(/\s{2,}(?=\S)|\t| [-–—|] (?=\S)|<br\s*\/?>/i);
	const text = line.length > 150 ? line.slice(0, 300).search(opening) : -1;
	return parted < 0 || text < 2 ? Math.max(parted, text) : Math.min(parted, text);
}

/** How the text of a summary begins where nothing parts it from the title. */
const opening =
	/\s(?=(?:(?:Introduces?|Presents?|Proposes?|Investigates?|Explores?|Shows?|Provides?|Develops?|Describes?|Demonstrates?|Studies|Evaluates?|Analyzes|Builds?) (?:an?|the|how|that|new|and|to|whether)|This (?:paper|work|study|survey|report|article)|The (?:paper|authors|work)|In this (?:paper|work)|We (?:\p{Ll}+)|Researchers (?:from|at|\p{Ll}+))\b)/u;

/** A bold title may be a link within, or go on behind: `**A** **B**` is two things. */
function linked(title: string, behind: string): { title: string; url?: string | undefined; rest: string } {
	const link = leadingLink.exec(title);
	const isAll = link && link[0].length >= title.trim().length - 2;
	return isAll
		? { title: link[1] ?? "", url: web(link[2]), rest: restOf(behind) }
		: { title: title.replace(/[:.,]$/, ""), rest: restOf(behind) };
}

function web(url: string | undefined): string | undefined {
	return url !== undefined && /^https?:/i.test(url) ? toLink(url)?.url : undefined;
}

/** Without the dash, the colon or the line break between the title and what follows. */
function restOf(text: string): string {
	return text.replace(/^(?:[\s\u00a0:.,;–—|-]|<br\s*\/?>)+(?=[^\d]|\d)/i, "").trim();
}
