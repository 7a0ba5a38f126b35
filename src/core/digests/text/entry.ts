// What every reader of a text has in the end: places of titles and abstracts. They become papers here, once for all.

import { findArxiv, findDoi, paperId } from "../../identity";
import type { Link, Paper, TextRange } from "../../paper";
import { decodeLatex } from "../../text/latex";
import { findLinks, mergeLinks, toLink } from "../../text/links";
import { findLostMath } from "../../text/lostMath";
import { inlineMarkdown } from "../../text/markdown";
import { brief, type Report } from "../report";

/** A paper as a reader found it in a text. */
export interface Entry {
	readonly title: TextRange;
	/** Paragraphs of the abstract, in order. */
	readonly abstract: readonly TextRange[];
	/** Lines that hold no sentence but links and identifiers. */
	readonly details?: readonly TextRange[];
}

export interface EntryText {
	readonly text: string;
	readonly report: Report;
	readonly isMarkdown: boolean;
}

/** Papers of the entries, in order, each once; what was lost or damaged on the way is reported. */
export function toPapers(entries: readonly Entry[], source: EntryText): Paper[] {
	const papers = new Map<string, { paper: Paper; start: number }>();
	for (const entry of entries) {
		const paper = toPaper(entry, source);
		if (paper.title === "") {
			leftOut(entry.title, source);
			continue;
		}
		const known = papers.get(paper.id);
		if (!known) papers.set(paper.id, { paper, start: entry.title.start });
		else {
			const line = source.report.line(known.start);
			source.report.add("duplicate-paper", entry.title, paper.title, `${line}`);
			if (known.paper.abstract === "")
				known.paper = { ...paper, links: mergeLinks(known.paper.links, paper.links) };
		}
	}
	return [...papers.values()].map(({ paper }) => paper);
}

function toPaper(entry: Entry, source: EntryText): Paper {
	const title = readPiece(entry.title, source);
	const paragraphs = entry.abstract.map(range => readPiece(range, source));
	const details = (entry.details ?? []).map(range => readPiece(range, source));
	const abstract = paragraphs.map(({ text }) => text).join("\n\n");
	if (abstract === "" && title.text !== "") source.report.add("abstract-missing", entry.title, title.text);
	const places = [title, ...details].flatMap(({ links }) => links.map(({ url }) => url));
	const written = details.map(({ text }) => text);
	const arxiv = [...places, ...written].map(findArxivAddress).find(id => id !== undefined);
	const doi = [...places, ...written].map(findDoi).find(id => id !== undefined);
	const url = title.links[0]?.url ?? (arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`);
	return {
		id: paperId({ title: title.text, arxiv, doi }),
		title: title.text,
		abstract,
		authors: [],
		type: "article",
		...(arxiv === undefined ? {} : { arxiv }),
		...(doi === undefined ? {} : { doi }),
		...(url === undefined ? {} : { url }),
		keywords: [],
		links: mergeLinks(...[...paragraphs, ...details].map(({ links }) => links)),
	};
}

/** An identifier counts only with its name or in an address: four digits, a dot and five more are common elsewhere. */
function findArxivAddress(text: string): string | undefined {
	return /arxiv|huggingface\.co\/papers\//i.test(text)
		? findArxiv(text.replace(/huggingface\.co\/papers\//i, "arxiv.org/abs/"))
		: undefined;
}

interface Piece {
	readonly text: string;
	readonly links: readonly Link[];
}

function readPiece(range: TextRange, { text, report, isMarkdown }: EntryText): Piece {
	const raw = text.slice(range.start, range.end);
	const inline = isMarkdown ? inlineMarkdown(raw) : { text: raw, urls: [] };
	const { text: decoded, unknown } = decodeLatex(inline.text, { plain: true });
	const clean = tidy(decoded);
	const find = finder(raw, range);
	for (const { name } of unknown) report.add("unknown-macro", find(`\\${name}`), name);
	const findDamaged = finder(raw, range);
	for (const { found, shown } of findLostMath(clean)) report.add("damaged-math", findDamaged(found), found, shown);
	const { links, broken } = findLinks(clean);
	for (const cut of broken) report.add("broken-link", finder(raw, range)(cut.text), cut.text);
	const written = inline.urls.flatMap(url => toLink(url) ?? []);
	return { text: clean, links: mergeLinks(written, links) };
}

/** A function that finds strings in a piece, each behind the one before; the whole piece when the text was changed. */
function finder(raw: string, range: TextRange): (wanted: string) => TextRange {
	let at = 0;
	return wanted => {
		const found = raw.indexOf(wanted, at);
		if (found < 0) return range;
		at = found + wanted.length;
		return { start: range.start + found, end: range.start + at };
	};
}

/** One blank between words: line ends, tabs and stray control characters are no part of a title or an abstract. */
function tidy(text: string): string {
	return text.replace(oddBlanks, " ").trim();
}

const oddBlanks = /[\p{Cc}\u2028\u2029\ufeff][\p{Cc} \u2028\u2029\ufeff]*| [\p{Cc} \u2028\u2029\ufeff]+/gu;

/** Reports what was left out, by its first words. */
export function leftOut(range: TextRange, { text, report }: EntryText): void {
	report.add("left-out", range, brief(text.slice(range.start, Math.min(range.end, range.start + 401))));
}
