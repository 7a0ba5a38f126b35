// Lists of formatted references, one a line or a paragraph (APA 7, Vancouver/NLM, IEEE, Harvard, Chicago, MLA, ACM,
// Nature, GB/T 7714): authors, year, title and venue as far as the punctuation of the style makes them sure.

import { findDoi } from "../../identity";
import type { Paper, TextRange } from "../../paper";
import { linesOf, trimRange } from "../../text/lines";
import { dateOf, readDate } from "../dates";
import { toPapers, type Draft } from "../draft";
import { looksLikeAuthors, readAuthors } from "../fields/authors";
import type { Input } from "../format";

interface Reference {
	readonly authors: string;
	readonly title: string;
	readonly venue: string;
	readonly year: string;
}

/** The number that a list gives to a reference. */
const number = /^(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)]|[-*•])[ \t]+/;

const quoted = String.raw`[“"‘']([^“”"]{5,500}?)[,.?!]?[”"’'][,.]?\s+`;
const year = String.raw`((?:19|20)\d{2})[a-z]?`;

/** The styles, by the order of their parts: which group is what. */
const styles: readonly (readonly [RegExp, Readonly<Record<keyof Reference, number>>])[] = [
	// GB/T 7714: 张三, 李四. 题目[J]. 期刊, 2020, 1(2): 1-3.
	[
		new RegExp(String.raw`^([^.．]{2,500}?)[.．]\s*(.{4,300}?)\s*\[[A-Z](?:\/OL)?\][.．]\s*(.*?)${year}.*$`, "s"),
		{ authors: 1, title: 2, venue: 3, year: 4 },
	],
	// APA: Lee, A., & Chen, B. (2020). Title of it. Journal, 12(3), 1-10.
	[
		new RegExp(
			String.raw`^([^()]{2,2000}?)\s*\(${year}(?:,[^()]{1,30})?\)[.,:]?\s+(?:${quoted}|(.{5,500}?[.?!])\s+)(.*)$`,
			"s",
		),
		{ authors: 1, year: 2, title: 4, venue: 5 },
	],
	// Chicago and ACM: Lee, Ann, and Bo Chen. 2020. “Title.” Journal 12. Harvard: Lee, A., 2020. Title. Journal.
	[
		new RegExp(String.raw`^([^()\d]{2,2000}?)[.,]\s+${year}\.\s+(?:${quoted}|(.{5,500}?[.?!])\s+)(.*)$`, "s"),
		{ authors: 1, year: 2, title: 4, venue: 5 },
	],
	// IEEE and MLA: A. Lee and B. Chen, “Title,” Journal, vol. 1, 2020.
	[
		new RegExp(String.raw`^([^“"\d]{2,2000}?)[.,]\s+${quoted}(.*?${year}.*)$`, "s"),
		{ authors: 1, title: 2, venue: 3, year: 4 },
	],
	// Vancouver: Lee A, Chen B. Title of it. Journal. 2020 Jan;12(3):1-10.
	[
		new RegExp(
			String.raw`^([^.]{2,2000}?(?:\bet al)?)\.\s+(.{5,500}?[.?!])\s+([^.;]{2,150}(?:\.[^.;]{1,60}){0,3})[.,]\s+${year}\b.*$`,
			"s",
		),
		{ authors: 1, title: 2, venue: 3, year: 4 },
	],
	// Nature: Lee, A. B. & Chen, C. Title of it. Journal 12, 1–10 (2020).
	[
		new RegExp(
			String.raw`^((?:\p{L}[\p{L}'’ -]{1,39},(?: ?\p{Lu}\.-?){1,4}(?:,? (?:& )?)?){1,40}(?:et al\.)?)\s*(.{5,500}?[.?!])\s+([^()]{2,200}?)\s*\(${year}\)\.?.*$`,
			"su",
		),
		{ authors: 1, title: 2, venue: 3, year: 4 },
	],
];

/** Longer than any reference; what is longer is a text. */
const longest = 3000;

/** A reference to its parts; `undefined` for what is none. */
export function readReference(line: string): Reference | undefined {
	if (line.length > longest || line.length < 30 || !/\b(?:19|20)\d{2}/.test(line)) return undefined;
	const text = line.replace(number, "").replace(/\s+/g, " ").trim();
	for (const [pattern, at] of styles) {
		const match = pattern.exec(text);
		if (!match) continue;
		// A title in quotation marks stands one group before one without.
		const title = match[at.title] ?? (at.title === 4 ? match[3] : undefined) ?? "";
		const authors = (match[at.authors] ?? "").trim();
		if (title === "" || !areAuthors(authors)) continue;
		return {
			authors,
			title: title.replace(/(?<!\.)\.$/, "").trim(),
			venue: venueOf(match[at.venue] ?? ""),
			year: match[at.year] ?? "",
		};
	}
	return undefined;
}

/** MLA and Chicago turn the first name alone around: `Lee, Ann, and Bo Chen`. */
const inverted =
	/^(\p{Lu}[\p{L}'’ -]{1,40}), (\p{Lu}[\p{L}'’. -]{1,40}?)(?:,? and (\p{Lu}[^,]{2,60})|, (\p{Lu}[^,]{1,40} \p{Lu}.{2,500})|,? (et al\.?))?$/u;

/** The names of authors with the first one in the order of the others. */
function inOneOrder(authors: string): string {
	const [, family = "", given = "", second, more, open] = inverted.exec(authors) ?? [];
	const rest = second ?? more ?? open;
	if (family === "" || /^(?:\p{Lu}\.?[\s-]?){1,4}$/u.test(given)) return authors;
	return rest === undefined ? authors : `${given} ${family}, ${rest}`;
}

/** People with initials or in a list; the name of one group too. */
function areAuthors(text: string): boolean {
	const bare = text.replace(/,?\s*\((?:eds?|editors?)\.?\)/i, "");
	if (/^[\p{sc=Han}，, 等]{2,60}$/u.test(bare)) return true;
	if (inverted.test(bare)) return true;
	if (!/^[\p{L}"']/u.test(bare) || /\b(?:is|are|was|were|that|which|this|with|have|has)\b/.test(bare)) return false;
	return (
		/(?:^|[\s,])\p{Lu}\.?(?:[\s,.&-]|$)/u.test(bare) ||
		/\bet al\b|\s\p{Lu}{1,4}(?:,|$)/u.test(bare) ||
		looksLikeAuthors(bare, true)
	);
}

/** The name of a journal or of proceedings: up to its volume, pages, address. */
function venueOf(text: string): string {
	const bare = text.replace(/https?:.*$|\bdoi:.*$/is, "").replace(/^(?:in|in:)\s+/i, "");
	const volume = /,?\s+\(?(?:vol|no|pp?)\.?\s*\d/i.exec(bare);
	if (volume && volume.index > 2)
		return bare
			.slice(0, volume.index)
			.replace(/[\s,;:(]+$/, "")
			.slice(0, 200);
	const end =
		/,?\s+\(?(?:vol\.?|no\.?|pp?\.?)\s*\d|[,;:]?\s*\(?\d|[,.]\s+(?:vol|no|pp|art|id)\b|[.]\s|[,.]?\s*\[|;/i.exec(
			bare,
		);
	return (end ? bare.slice(0, end.index) : bare).replace(/[\s.,;:(]+$/, "").slice(0, 200);
}

/** The references of a text: its lines, or its paragraphs where lines are wrapped below a number or a blank line. */
function piecesOf(text: string): TextRange[] {
	const pieces: TextRange[] = [];
	let isOpen = false;
	for (const range of linesOf(text)) {
		const line = trimRange(text, range);
		const last = pieces.at(-1);
		if (line.start === line.end) isOpen = false;
		else if (isOpen && last && goesOn(text, last, line, range))
			pieces[pieces.length - 1] = { start: last.start, end: line.end };
		else {
			pieces.push(line);
			isOpen = true;
		}
	}
	return pieces;
}

/** A line goes on with the reference before it when that is not whole, or it hangs below it. */
function goesOn(text: string, last: TextRange, line: TextRange, range: TextRange): boolean {
	if (line.end - last.start > longest) return false;
	const head = text.slice(line.start, line.start + 12);
	if (number.test(head)) return false;
	if (line.start - range.start >= 2 || /^(?:https?:|doi)/i.test(head)) return true;
	const before = text.slice(last.start, last.end);
	return before.length < 110 && readReference(before) === undefined && !/(?:\d|https?:\S+)\.?$/.test(before);
}

/** Characters that are looked at for the decision. */
const inspected = 30_000;

/** Whether most paragraphs are references. Headings such as `References` may stand between. */
export function looksLikeReferences(text: string): boolean {
	const head = text.slice(0, inspected);
	const pieces = piecesOf(head)
		.filter(({ start, end }) => end - start > 40)
		.slice(0, 60);
	if (text.length > inspected) pieces.pop();
	const good = pieces.filter(({ start, end }) => readReference(head.slice(start, end))).length;
	return good >= 2 && good >= pieces.length * 0.6;
}

export function readReferences({ text, report }: Input): Paper[] {
	const drafts = piecesOf(text).flatMap((place): Draft | [] => {
		const line = text.slice(place.start, Math.min(place.end, place.start + longest + 1));
		const found = readReference(line);
		if (!found) {
			if (place.end - place.start > 30) report.add("left-out", place, line);
			return [];
		}
		const { names, isIncomplete } = readAuthors(inOneOrder(found.authors));
		return {
			place,
			title: found.title,
			writtenIn: "plain",
			authors: names,
			authorsIncomplete: isIncomplete,
			issued: issuedOf(line, found.year),
			doi: findDoi(line),
			arxiv: /\barxiv[:.\s/]*(?:abs\/|preprint\s)?(?:arxiv:)?\d{4}\.\d{4,5}/i
				.exec(line)?.[0]
				.replace(/^.*?(?=\d{4}\.)/, "arXiv:"),
			pmid: /\bPMID:?\s?(\d{1,9})/i.exec(line)?.[1],
			url: /https?:\/\/[^\s<>"]+[^\s<>".,;)]/.exec(line)?.[0],
			venue: found.venue,
			type: /^(?:proc(?:eedings|\.)|.*\bconference\b|.*\bworkshop\b)/i.test(found.venue)
				? "paper-conference"
				: "article-journal",
			needsNoAbstract: true,
		};
	});
	return toPapers(drafts, report);
}

/** The year, with month and day where they stand right behind it. */
function issuedOf(line: string, year: string): Draft["issued"] {
	const more = new RegExp(
		`\\b${year},? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?: \\d{1,2})?\\b`,
	).exec(line)?.[0];
	return readDate(more) ?? dateOf(year);
}
