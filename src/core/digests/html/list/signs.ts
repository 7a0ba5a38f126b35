// What a line of a page is, by its words: a title, names of authors, a button, boilerplate of a mail.

import { isBoilerplate } from "../../text/boilerplate";

/** Words on links and buttons beside a paper, which are no titles. */
const buttons =
	/^\W*(?:full[- ]?text|pdf|html|epub|abstract|article|paper|preprint|doi|link|website|homepage|project(?: page)?|code|github(?: repo)?|data(?:set)?s?|supplement\w*|references?|cite|citations?|cited by.{0,20}|related articles?.{0,20}|all \d+ versions|share|tweet|facebook|twitter|linkedin|e-?mail|save|bookmark|more|previous|next|home|toc|table of contents|figures?|permissions?|similar articles|free (?:pmc )?(?:article|full text)|open access|preview pdf|extract|first page|online early|buy|subscribe|unsubscribe|\d+|)\W*(?:\([^)]{0,30}\)\W*)?$|^(?:https?:.*|www\..*|10\.\d{4,9}\/.*|doi:.*|arxiv:.*|(?:pmid|pmcid):?\s*\w+|\[[^\]]{0,20}\]|[\w.+-]+@[\w.-]+)$/i;

/** Buttons of several words: `Read the full article`, `View on arXiv`, `Download PDF here`. */
const commands =
	/^\W*(?:read|view|see|open|get|download|go|click|continue|learn|find|browse|show|check|access|explore|visit|start)(?:\W+(?:the|this|a|full|more|all|full-?text|article|paper|abstract|pdf|text|here|online|now|in|on|it|at|to|out|for|free|story|issue|summary|details?|html|website|webpage|page|site|arxiv|pubmed|biorxiv|medrxiv|preprint|version|as|reading|browser|your|about|library|publication|link|source|research|work|journal|publisher|sciencedirect|openreview|scholar))*\W*$/i;

/** A text of the size and the form of a title. */
export function isTitleLike(text: string): boolean {
	if (text.length < 8 || text.length > 450 || !/\p{L}{2}/u.test(text)) return false;
	if (isButton(text)) return false;
	const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{4}/u.test(text);
	return isWide || text.split(" ").length >= 3 || text.length >= 18;
}

/** Whether a text is that of a button beside a paper. */
export function isButton(text: string): boolean {
	return text.length < 200 && (buttons.test(text) || commands.test(text));
}

/** The title without what stands around it: its number, `[PDF]`, `(5 minute read)`. */
export function cleanTitle(text: string): string {
	return text
		.replace(/^(?:\s*\[(?:PDF|HTML|CITATION|BOOK|B|C|DOC|\d+)\]\s*)+/i, "")
		.replace(/^\s*(?:\d{1,3}[.)]+\s+|#\d+\s+|[•·▪►➤*]\s*)/, "")
		.replace(/^(?:Title|Paper)\s*:\s*/, "")
		.replace(/\s*\((?:\d+ minute read|github repo|website|paper|\d+ min(?:ute)?s?)\)\s*$/i, "")
		.replace(/\s*\[(?:PDF|HTML|pdf|html|abs|link)\]\s*$/, "")
		.replace(/(?<=[^\s.])\s*\.$/, "")
		.trim();
}

/** Words of sections and of the press, none of which is a part of a name. */
const noName =
	/\b(?:articles?|research|access|open|view|read|reviews?|letters?|abstract|full|text|pdf|html|journal|communications?|news|volume|issue|table|contents?|download|more|published?|online|editorial|perspectives?|preprint|new|learning|models?|analysis|using|data|methods?|results?|background|paper|papers|submitted|updated|section|introduction|report|reports|conference|proceedings|ahead|print|browser|alerts?|subject|biology|chemistry|physics|medicine|science|sciences|engineering|computing|correspondence|comment|commentary|highlights?|topics?|related|citations?|with|for|from|how|what|why|this|that|are|is|in silico)\b/i;

const namePart = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.\-‐]*|(?:van|von|der|den|de|del|della|di|da|dos|do|du|la|le|el|al|bin|ibn|ter|ten|zu|af|av|y|e|jr\.?|sr\.?)|[dl]['’]\p{Lu}\p{L}+|'t)`;
const name = new RegExp(String.raw`^${namePart}(?:[\s\u00a0]${namePart}){0,6}$`, "u");
const wideName = /^[\p{Script=Han}\p{Script=Hangul}·・]{2,12}$/u;

/** The names of a line without what stands before and behind them. */
export function namesIn(text: string): string {
	return text
		.replace(/^\s*(?:by|authors?|author\(s\)|authored by|from)\s*(?::|\s)\s*/i, "")
		.replace(/\s*[|•·]\s*/g, ", ")
		.replace(/(\p{L})[\d*†‡§,]*[*†‡§\d]+(?=\s*(?:,|;|$|\s+and\b|\s+&))/gu, "$1")
		.replace(/\s*\((?:\d+ (?:more|additional) authors?[^)]*)\)\s*$/i, " et al.")
		.replace(/\s*\(?\+\s*\d+(?: more)?(?: authors?)?\)?\s*$/i, " et al.")
		.replace(/,?\s*\[?\.\.\.\]?\s*,?/g, ", … ")
		.replace(/[\s,;]+$/, "");
}

/** As much of a long line as shows whether it is a list of names. */
const telling = 400;

/** Whether a line is nothing but names of authors. One name alone must look like a name in every word. */
export function isNames(text: string): boolean {
	if (text.length < 4 || text.length > 20_000 || /[?!=]|https?:|@|\d{4}/.test(text)) return false;
	// A long list is one from its beginning, and a text is none; the whole of every abstract need not be taken apart.
	if (text.length > 2 * telling && !isNames(/^.*[,;|•·&]/s.exec(text.slice(0, telling))?.[0] ?? "")) return false;
	const bare = namesIn(text).replace(/[\s,;]*(?:\bet\.?\s*al\b\.?|…|\band others|\band \d+ (?:more|others)).*$/i, "");
	const parts = bare.split(/\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/i).filter(part => part !== "");
	const named = parts.filter(
		part =>
			(part.length <= 60 && name.test(part) && /\p{Lu}/u.test(part) && !noName.test(part)) || wideName.test(part),
	);
	if (parts.length === 0) return false;
	const isListed = bare !== text || /[,;|]|\band\b|&|…|\bet al\b/.test(text);
	if (parts.length === 1) {
		const words = bare.split(" ");
		return (
			named.length === 1 &&
			words.length <= 5 &&
			(words.length >= 2 || isListed) &&
			words.filter(word => /^\p{Lu}/u.test(word)).length >= Math.min(2, words.length)
		);
	}
	// Collective names and a word that no rule knows may be among many.
	return named.length * 10 >= parts.length * 7 && parts.some(part => part.includes(" "));
}

/** `A Lee, B van Dijk… - arXiv preprint arXiv:1909.00001, 2019 - arxiv.org`, below each title of Google Scholar. */
export interface ScholarLine {
	readonly names: string;
	readonly venue: string;
	readonly year: string | undefined;
}

export function readScholarLine(text: string): ScholarLine | undefined {
	if (text.length > 600) return undefined;
	const [names = "", ...rest] = text.split(/\s+[-–]\s+/);
	if (
		rest.length === 0 ||
		rest.length > 4 ||
		!(isNames(names) || /^\p{Lu}{1,4}\s\p{Lu}[^,]{1,40}(?:,|…|$)/u.test(names))
	)
		return undefined;
	const told = rest.join(" - ");
	const year = /(?:^|,\s*|\s)((?:19|20)\d{2})(?=\s+-\s|\s*$)/.exec(told)?.[1];
	const venue = told
		.replace(/(?:^|,?\s+)(?:19|20)\d{2}(?=\s+-\s|\s*$).*$/, "")
		.replace(/\s+-\s+[\w.-]+\.[a-z]{2,6}$/, "")
		.trim();
	return { names, venue, year: year ?? /^((?:19|20)\d{2})\s+\p{L}/u.exec(venue)?.[1] };
}

/** Lines of the page or mail around the papers. */
export function isAround(text: string): boolean {
	return (
		isBoilerplate(text, false) ||
		/\b(?:unsubscribe|manage (?:your )?(?:alerts?|preferences|subscriptions?)|privacy (?:policy|notice)|all rights reserved|this (?:e-?mail|message|alert) (?:was|is) sent|you (?:are|have) (?:received|receiving|subscribed|signed up)|add us to your address book|view (?:this )?(?:e-?mail )?in (?:your )?browser|terms and conditions|do not reply|registered (?:office|in england))\b|©/i.test(
			text,
		)
	);
}

/** Running text of the size of an abstract, or of its beginning. */
export function isProse(text: string, shortest: number): boolean {
	return text.length >= shortest && proseLength(text) >= shortest;
}

/** How long a line of running text is, many short words counting less than few long ones; 0 for any other line. */
export function proseLength(text: string): number {
	const words = text.split(" ");
	const low = words.filter(word => /^\p{Ll}/u.test(word)).length;
	const isText = low >= words.length * 0.3 && !isAround(text) && !isNames(text);
	return isText ? Math.min(text.length, words.length * 10) : 0;
}
