// Records of PubMed in ASN.1's notation for values, which E-utilities give when no other form is asked for, mostly
// within a page (NCBI, "PubMed-entry" in the ASN.1 specifications of the NCBI toolkit; ITU-T X.680 for the notation).

import type { Name, Paper } from "../../paper";
import { dateOf } from "../dates";
import { toPapers, type Draft } from "../draft";
import type { Input } from "../format";
import { readInitialsLast, readName } from "../names";

/** A value: a text or a word, or what stands within braces. */
interface Value {
	/** The words before it: the name of the field and of the choice taken, as in `names ml {`. */
	readonly labels: readonly string[];
	readonly text: string;
	readonly values: Value[];
	readonly start: number;
	end: number;
}

export function looksLikePubmedAsn(text: string): boolean {
	return /^\s*(?:\d+:\s*)?(?:Pubmed-entry|Medline-entry|Pub-entry)\s*::=\s*\{/i.test(text.slice(0, 2000));
}

export function readPubmedAsn({ text, report }: Input): Paper[] {
	const drafts: Draft[] = [];
	for (const entry of parseValues(text).values) {
		if (entry.values.length > 0 && entry.labels.includes("::=")) drafts.push(draftOf(entry));
	}
	if (drafts.length > 0 && !/\}\s*$/.test(text)) {
		report.add("file-cut", { start: text.length, end: text.length }, "a record");
	}
	return toPapers(drafts, report);
}

/** Braces within braces beyond this depth are passed over. */
const deepest = 40;

/** A text in quotation marks (doubled within), a brace, a comma, or a word. */
const token = /"((?:[^"]|"")*)("|$)|[{},]|'[\da-fA-F\s]*'[HB]?|[^\s{},"']+/g;

function parseValues(text: string): Value {
	const root: Value = { labels: [], text: "", values: [], start: 0, end: text.length };
	const open = [root];
	let labels: string[] = [];
	let start = 0;
	let skipped = 0;
	const close = (value: string | undefined, end: number) => {
		const words = value === undefined ? labels.slice(0, -1) : labels;
		const told = value ?? labels.at(-1);
		if (told !== undefined) open.at(-1)?.values.push({ labels: words, text: told, values: [], start, end });
		labels = [];
	};
	for (const match of text.matchAll(token)) {
		const [found, quoted] = match;
		if (labels.length === 0) start = match.index;
		if (quoted !== undefined)
			close(quoted.replace(/""/g, '"').replace(/\s*\n\s*/g, " "), match.index + found.length);
		else if (found === "{") {
			const value: Value = { labels, text: "", values: [], start, end: text.length };
			labels = [];
			if (open.length > deepest) skipped++;
			else {
				open.at(-1)?.values.push(value);
				open.push(value);
			}
		} else if (found === "}") {
			close(undefined, match.index);
			if (skipped > 0) skipped--;
			else if (open.length > 1) (open.pop() as Value).end = match.index + 1;
		} else if (found === ",") close(undefined, match.index);
		else if (labels.length < 8) labels.push(found);
	}
	return root;
}

/** The first value that a path of fields leads to, each at any of the labels. */
function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
	return path.reduce<Value | undefined>(
		(from, name) => from?.values.find(({ labels }) => labels.includes(name)),
		value,
	);
}

function draftOf(entry: Value): Draft {
	const medline = at(entry, "medent") ?? entry;
	const cited = at(medline, "cit");
	const journal = at(cited, "from");
	const ids = at(cited, "ids");
	const pmid = at(entry, "pmid")?.text ?? at(ids, "pubmed")?.text;
	return {
		place: { start: entry.start, end: entry.end },
		title: at(cited, "title", "name")?.text ?? at(cited, "title")?.text ?? "",
		abstract: at(medline, "abstract")?.text,
		authors: at(cited, "authors", "names")?.values.flatMap(author => nameOf(author) ?? []),
		issued: dateIn(at(journal, "imp", "date")) ?? dateIn(at(medline, "em")),
		type: "article-journal",
		doi: at(ids, "doi")?.text,
		pmid,
		url: pmid === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
		venue:
			at(journal, "title", "name")?.text ??
			at(journal, "title", "iso-jta")?.text ??
			at(journal, "title", "ml-jta")?.text,
		keywords: at(medline, "mesh")?.values.flatMap(heading => at(heading, "term")?.text ?? []),
	};
}

/** A name as MEDLINE writes it, or in parts. */
function nameOf(author: Value): Name | undefined {
	if (author.text !== "") return readInitialsLast(author.text);
	const name = at(author, "name", "name") ?? at(author, "name");
	const family = at(name, "last")?.text;
	if (family === undefined)
		return readName(at(author, "consortium")?.text ?? at(name, "consortium")?.text ?? name?.text ?? "");
	const given = at(name, "first")?.text ?? at(name, "initials")?.text;
	return readName(given === undefined ? family : `${family}, ${given}`);
}

function dateIn(date: Value | undefined): Draft["issued"] {
	return dateOf(at(date, "year")?.text, at(date, "month")?.text, at(date, "day")?.text);
}
