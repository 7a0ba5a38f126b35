// The lines of a Markdown text and what marks a title in them: a heading, a bold line, an item of a list.

import type { TextRange } from "../../../paper";
import { linesOf, trimRange } from "../../../text/lines";
import { fieldOf } from "../../fields/fieldNames";
import { leadingMark } from "../../fields/item";
import { isPaperAddress, linkWord } from "../../fields/paperLinks";

/** A kind of mark, and where its title stands in the line. */
export interface Mark {
	readonly style: string;
	readonly title: TextRange;
	/** A short thing before the title, such as a date. */
	readonly lead: TextRange;
	/** What follows the title on its line. */
	readonly rest: TextRange;
}

export interface Line extends TextRange {
	readonly mark: Mark | undefined;
	readonly isBehindBlank: boolean;
	readonly isIndented: boolean;
	readonly isItem: boolean;
	/** Whether it is code, or the head of a note: no text of a paper. */
	readonly isSilent: boolean;
}

const listItem = String.raw`(?:[-*+•●▪◦]|\d{1,4}[.)]\)?|\[\d{1,4}\]|\p{Extended_Pictographic}\ufe0f?)[ \t]{1,4}(?:\[[ xX]\][ \t]+)?`;
/** `- **Title** …`, `1. **[Title](…)** …`, with a short thing such as a date before it. */
const boldItem = new RegExp(
	String.raw`^${listItem}([^*\[]{0,30}?|\[[^\[\]()]{1,20}\][^*\[]{0,10}?)(\*\*|__)(?=\S)(.{1,600}?)\2(?!\*)`,
	"u",
);
const linkItem = new RegExp(
	String.raw`^${listItem}([^*\[]{0,30}?|\[[^\[\]()]{1,20}\][^*\[]{0,10}?)(\[(?:[^\[\]]|\[[^\[\]]{0,100}\]){2,600}\]\([^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\))`,
	"u",
);
/** `- Title, where it is [[paper]](…)`: words, then the links. */
const plainItem = new RegExp(
	String.raw`^${listItem}((?=[^\s\[(<])[^\n]{5,600}?)(?=\s*(?:\[|<br|\(?https?:|\(\[|[*_]{1,2}[\p{L}]))`,
	"u",
);
const numberedItem = /^(?:\d{1,4}[.)]|\[\d{1,4}\])[ \t]{1,4}(\S.{3,400})$/;
const boldLine = /^(\*\*|__)(?=\S)(.{1,600}?)\1(?=:?\s|:?$|[（(【,，.。])/;
const heading = /^(#{1,6})[ \t]+(.{1,1200}?)(?:[ \t]+#+)?$/;

/** Every line that is not blank, up to a number, with its mark. */
export function markedLines(text: string, most: number): Line[] {
	const lines: Line[] = [];
	let isBehindBlank = true;
	let fence = "";
	let front = /^---[ \t]*(?:\r\n?|\n)/.test(text.slice(0, 10)) ? "open" : "";
	for (const range of linesOf(text)) {
		if (lines.length >= most) break;
		const line = trimRange(text, range);
		if (line.start === line.end) {
			isBehindBlank = true;
			continue;
		}
		const head = text.slice(line.start, Math.min(line.end, line.start + 12));
		const isFence = /^(?:```|~~~)/.test(head) && (fence === "" || head.startsWith(fence));
		if (isFence) fence = fence === "" ? head.slice(0, 3) : "";
		const isSilent =
			isFence || fence !== "" || front !== "" || /^\[[^\]]{1,9}\]: /.test(head) || isDefinition(text, line);
		if (front !== "" && lines.length > 0 && /^(?:---|\.\.\.)$/.test(head)) front = "";
		const isIndented = line.start - range.start >= 2;
		const under = setext(text, line, lines.at(-1), isBehindBlank);
		if (under) {
			lines.pop();
			lines.push(under);
			continue;
		}
		const mark = isIndented || isSilent ? undefined : markOf(text, line);
		const isItem = /^(?:[-*+•●]|\d{1,3}[.)])\s/.test(head);
		lines.push({ ...line, isBehindBlank, isIndented, isItem, isSilent, mark });
		isBehindBlank = false;
	}
	return lines;
}

/** `[name]: https://…` is no text (CommonMark 0.31, section 4.7). */
function isDefinition(text: string, { start, end }: TextRange): boolean {
	return (
		text.charAt(start) === "[" &&
		/^\[[^[\]]{1,100}\]: ?<?https?:\S+$/.test(text.slice(start, Math.min(end, start + 2000)))
	);
}

/** A heading by the line below it (CommonMark 0.31, section 4.3): the line before, as a heading. */
function setext(text: string, line: TextRange, before: Line | undefined, isBehindBlank: boolean): Line | undefined {
	if (isBehindBlank || !before || before.isSilent || before.mark || before.end - before.start > 400) return undefined;
	if (
		!before.isBehindBlank ||
		!/^(?:={3,}|-{3,})$/.test(text.slice(line.start, Math.min(line.end, line.start + 400)))
	)
		return undefined;
	const style = text.charAt(line.start) === "=" ? "h1" : "h2";
	const title = { start: before.start, end: before.end };
	const nothing = { start: before.end, end: before.end };
	return { ...before, mark: { style, title, lead: { start: before.start, end: before.start }, rest: nothing } };
}

/** The mark of a line, by the first of the patterns that fits. */
function markOf(text: string, { start, end }: TextRange): Mark | undefined {
	if (!/[#*_+\d[•●▪◦-]|[^\0-\u2fff]|[\u203c-\u2bff]/.test(text.charAt(start))) return undefined;
	const line = text.slice(start, Math.min(end, start + 3000));
	const make = (style: string, title: string, at: number, lead = ""): Mark => ({
		style,
		title: trimRange(text, { start: start + at, end: start + at + title.length }),
		lead: { start: start + at - lead.length, end: start + at },
		rest: restOf(text, { start: start + at + title.length, end }),
	});
	const asHeading = heading.exec(line);
	if (asHeading && line.length === end - start) {
		const [, hashes = "", title = ""] = asHeading;
		return make(`h${hashes.length}`, title, line.indexOf(title, hashes.length));
	}
	const bold = boldItem.exec(line);
	if (bold) {
		const [whole, lead = "", , title = ""] = bold;
		const at = whole.length - title.length - 4;
		// `**[SAM]** Segment Anything. …`: the name of a method before the title.
		const named = /^\[[\w.+ -]{2,20}\]$/.test(title)
			? /^\s*([^*_[\]]{8,300}?)(?=\.\s|\s*[*_[]|$)/.exec(line.slice(whole.length))
			: null;
		if (named?.[1] !== undefined)
			return make("boldItem", named[1], whole.length + named[0].length - named[1].length);
		return { ...make("boldItem", title, at + 2), lead: { start: start + at - lead.length, end: start + at } };
	}
	const asBold = boldLine.exec(line);
	if (asBold) return make("bold", asBold[2] ?? "", asBold[0].length - (asBold[2] ?? "").length - 2);
	const link = linkItem.exec(line);
	const linked = link?.[2];
	if (link && linked !== undefined && isTitleLink(linked))
		return make("linkItem", linked, link[0].length - linked.length, link[1]);
	const words = plainItem.exec(line);
	if (words?.[1] !== undefined && hasPaperLink(line)) {
		// `Title, CVPR 2016`: the place of publication is no part of the title, nor is the sign before the links.
		const bare = words[1].replace(/[\s|,;:–—-]+$/, "").replace(/(?<!\.)\.$/, "");
		const title = bare.replace(/[,.(]\s*(?:in )?\p{Lu}[\p{L}&-]{1,11}[ '’]\d{2,4}\)?$/u, "");
		return make("plainItem", title, words[0].length - words[1].length);
	}
	const title = numberedItem.exec(line)?.[1];
	return title === undefined ? undefined : make("numbered", title, line.length - title.length);
}

/** A link whose words are a title, and that leads out of the page. */
function isTitleLink(link: string): boolean {
	const at = link.lastIndexOf("](");
	return linkWord(link.slice(1, at)) === undefined && /^https?:/i.test(link.slice(at + 2));
}

/** Whether a line leads to a paper: by the address of a link, or by its word. */
export function hasPaperLink(line: string): boolean {
	const urls = line.match(/https?:\/\/[^\s<>()"\]]{4,500}/g) ?? [];
	if (urls.slice(0, 12).some(isPaperAddress)) return true;
	return (
		/\[\s*(?:pdf|paper|arxiv|doi|论文|論文)\s*\]\s*\]?\(/i.test(line) ||
		/\b(?:arxiv:\s?\d{4}\.\d{4,5}|doi:\s?10\.\d{4})/i.test(line)
	);
}

/** What follows a title on its line, without the mark's end and a colon or a dash. */
function restOf(text: string, range: TextRange): TextRange {
	const lead = /^(?:\*\*|__)?[\s:.,–—-]*/.exec(text.slice(range.start, Math.min(range.end, range.start + 20)));
	return trimRange(text, { start: range.start + (lead?.[0].length ?? 0), end: range.end });
}

/** Words over parts of papers, of pages of projects, and of digests: no titles of papers. */
const sections =
	/^(?:(?:our |the |key |main |core |paper |article )?(?:abstract|introduction|background|related works?|methods?|methodology|approach|materials and methods|results?|findings|experiments?|evaluation|discussion|conclusions?|limitations?|future work|references|bibliography|acknowledge?ments?|appendix|summary|tl;?dr|overview|motivation|contributions?|highlights?|takeaways?|insights?|ideas?|links?|notes?|comments?|keywords?|authors?|resources|code|dataset|why it matters|significance|impact|analysis|details|metadata|critique|strengths|weaknesses|questions)|installation|install|usage|getting started|quick ?start|setup|requirements|prerequisites|dependencies|features?|licen[cs]e|contributing|contributors?|citation|citing.*|how to.*|table of contents|contents?|toc|changelog|release notes|news|updates?|faq|support|contact|examples?|demo|documentation|docs|configuration|api|tests?|testing|build|development|roadmap|todo|to do|credits|authors|about|name|synopsis|description|options\b.*|commands|see also|bugs|disclaimer|papers?|surveys?|datasets?|benchmarks?|tools|tutorials?|books|blogs?|others?|misc.*|star history|back to top|\d{4}(?:[-/.]\d{1,2}){0,2}|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2},?)?(?: \d{4})?)$/i;

const eastern =
	/^(?:本文)?(?:论文|本文|文章)?(?:的)?(?:主要工作|工作的主要亮点|主要亮点|亮点|核心关键词|关键词|评分|总结|摘要|背景|方法|结果|结论|贡献|创新点|目录|简介|引言|动机|实验|推荐理由|解读|概述|核心贡献|主要内容|主要贡献|实用性|创新性|推荐度)$/;

/** Whether a marked text is the name of a part or of a field rather than a title. */
export function isLabel(marked: string): boolean {
	const bare = marked
		.replace(/[*_`#~]/g, "")
		.replace(leadingMark, "")
		.replace(/^[^\p{L}\p{N}]+/u, "")
		.replace(/[\s:：.。]+$/, "");
	if (bare === "" || /[:：]\s*[*_]*$/.test(marked)) return bare.length < 60;
	return (
		bare.length < 40 &&
		(sections.test(bare) ||
			eastern.test(bare.replace(/^[\d.、\s]+/, "")) ||
			fieldOf(bare) !== undefined ||
			(linkWord(bare) !== undefined && bare.length < 12))
	);
}
