// What marks the titles of one digest: the kind of mark that most often has a paper behind it.

import { labelOf } from "../../fields/details";
import { isProject } from "../otherTexts";
import { hasPaperLink, isLabel, type Line } from "./marks";

/** Below this width a marked text without signs of a paper is a label (`**Methods**`), no title. */
const narrowestTitle = 16;

/** Marked lines are titles when they are this part of all lines, headings less; else they are marks within a text. */
const leastShare = { heading: 0.02, other: 0.06 };

/** How much of the text behind a title is looked at for signs of a paper. */
const lookedAt = { lines: 40, characters: 1500 };

interface Score {
	/** Different titles with something below or behind them. */
	readonly titles: Set<string>;
	/** Those with a sign of a paper: its address, its identifier, a line of authors or an abstract. */
	readonly signed: Set<string>;
	/** Those with one paragraph below that reads as an abstract does. */
	abstracts: number;
	occurrences: number;
}

/** The style of the titles; `undefined` when nothing in the text is marked as a title. */
export function titleStyle(lines: readonly Line[], text: string): string | undefined {
	const scores = new Map<string, Score>();
	const labels = repeatedTitles(lines, text);
	for (const [i, { mark }] of lines.entries()) {
		if (!mark) continue;
		const title = text.slice(mark.title.start, mark.title.end);
		if (isLabel(title) || labels.has(key(title)) || isStructure(title, mark.style)) continue;
		const score = scores.get(mark.style) ?? { titles: new Set(), signed: new Set(), abstracts: 0, occurrences: 0 };
		scores.set(mark.style, score);
		score.occurrences++;
		const behind = signsBehind(lines, i, text, labels);
		if (behind.isSigned) score.signed.add(key(title));
		if (behind.isAbstract) score.abstracts++;
		if (behind.isSigned || (behind.hasText && isWide(title, behind.isAbstract) && !isSentence(title, mark.style)))
			score.titles.add(key(title));
	}
	return best(scores, lines, text);
}

function best(scores: ReadonlyMap<string, Score>, lines: readonly Line[], text: string): string | undefined {
	const ranked = [...scores]
		.map(([style, { titles, signed, abstracts, occurrences }]) => {
			const isHeading = style.startsWith("h");
			return {
				style,
				isHeading,
				count: titles.size,
				signed: signed.size,
				readAsTitles: abstracts * 2 >= titles.size || areWordy(titles),
				occurrences,
				weight: (titles.size + 3 * signed.size) * (isHeading ? 2 : 1),
			};
		})
		.filter(({ style, count, signed }) => count > 0 && (style !== "plainItem" || signed > 0))
		.sort((a, b) => b.weight - a.weight);
	const found = ranked[0];
	// Numbers alone are no Markdown: plain text has them too, and its reader tells titles from sentences better.
	const hasMarks = lines.some(({ mark }) => mark !== undefined && mark.style !== "numbered");
	if (!found || (found.style === "numbered" && !hasMarks)) return undefined;
	const { isHeading, count, signed, readAsTitles, occurrences, style } = found;
	if (signed > 0) return signed * 4 >= occurrences || signed >= 5 ? style : undefined;
	if (!readAsTitles || isProject(text) || (count === 1 && (!isHeading || lines.length > 6))) return undefined;
	const hasCode = lines.some(({ isSilent }) => isSilent);
	const share = isHeading ? leastShare.heading : leastShare.other;
	return !hasCode && count >= lines.length * share && count * 2 >= occurrences ? style : undefined;
}

/** Headings of manuals and of notes on versions have two or three words; titles of papers have more. */
function areWordy(titles: ReadonlySet<string>): boolean {
	const words = [...titles].map(title => title.split(" ").length + (title.match(wide)?.length ?? 0) / 3);
	return words.reduce((all, count) => all + count, 0) >= 4.5 * words.length;
}

const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

function key(title: string): string {
	return title
		.toLowerCase()
		.replace(/[\d.、\s*_`#：:]+/g, " ")
		.trim();
}

/** Short texts that are marked again and again, such as `主要工作` below each title, are labels. */
function repeatedTitles(lines: readonly Line[], text: string): ReadonlySet<string> {
	const seen = new Map<string, number>();
	let before = "";
	for (const { mark } of lines) {
		if (!mark || mark.title.end - mark.title.start > 40) continue;
		const name = key(text.slice(mark.title.start, mark.title.end));
		// A page that is copied with its version for telephones has each title twice in a row.
		if (name !== before) seen.set(name, (seen.get(name) ?? 0) + 1);
		before = name;
	}
	return new Set([...seen].filter(([, count]) => count >= 3).map(([name]) => name));
}

/** The name of a digest or of a part of it: it says of itself what it is. */
function isStructure(title: string, style: string): boolean {
	return (
		style.startsWith("h") &&
		/^(?:[^\p{L}]*)(?:(?:top |best |my )?(?:ml |ai |nlp |arxiv |daily |weekly |trending |hugging ?face )*(?:papers?|digest|newsletter|arxiv)\b.{0,40}(?:\bof the\b|\bfor\b|\d{4}|daily|week|digest|list)|papers? (?:for|of) \d|.{0,60}\b(?:release notes|change ?log)\b|by .{1,40} and the .{1,30} community)/iu.test(
			title,
		)
	);
}

interface Signs {
	readonly hasText: boolean;
	readonly isSigned: boolean;
	/** Whether one paragraph follows that reads as an abstract does. */
	readonly isAbstract: boolean;
}

/** What stands behind a title, up to the next mark of its kind or the next heading that is no label. */
function signsBehind(lines: readonly Line[], at: number, text: string, labels: ReadonlySet<string>): Signs {
	const { mark } = lines[at] as Line;
	if (!mark) return { hasText: false, isSigned: false, isAbstract: false };
	const own = text.slice(mark.title.start, Math.min(mark.rest.end, mark.title.start + lookedAt.characters));
	const first = lines[at + 1];
	let isSigned = hasPaperLink(own);
	let isAbstract = false;
	const restLength = mark.rest.end - mark.rest.start;
	const followed = first && first.mark?.style !== mark.style && !(first.mark?.style.startsWith("h") ?? false);
	for (const line of lines.slice(at + 1, at + 1 + lookedAt.lines)) {
		if (isSigned || line.isSilent) break;
		const written = text.slice(line.start, Math.min(line.end, line.start + lookedAt.characters));
		if (line.mark) {
			const title = text.slice(line.mark.title.start, line.mark.title.end);
			const isName = isLabel(title) || labels.has(key(title));
			if (!isName && (line.mark.style === mark.style || line.mark.style.startsWith("h"))) break;
			// An item that leads to a paper is itself one.
			if (!isName && hasPaperLink(written)) break;
		}
		const label = labelOf(written)?.field;
		isSigned =
			hasPaperLink(written) ||
			label === "authors" ||
			(label === "abstract" && written.length > 60 && !/^\W*description\b/i.test(written)) ||
			label === "doi" ||
			label === "arxiv";
		isAbstract ||= readsAsAbstract(written);
	}
	return { hasText: restLength > 0 || followed === true, isSigned, isAbstract };
}

/** Words that abstracts have and other texts seldom. */
function readsAsAbstract(line: string): boolean {
	return (
		line.length > 150 &&
		/\b(?:we|this (?:paper|study|work|article)|propose[sd]?|introduces?|presents?|results|patients|experiments|method|framework)\b|本文|论文|提出/i.test(
			line,
		)
	);
}

function isWide(title: string, isAbstract: boolean): boolean {
	return isAbstract || title.length + 1.5 * (title.match(wide)?.length ?? 0) >= narrowestTitle;
}

/** A numbered line that ends with a full stop is a sentence. */
function isSentence(title: string, style: string): boolean {
	return style === "numbered" && /[.。]$/.test(title);
}
