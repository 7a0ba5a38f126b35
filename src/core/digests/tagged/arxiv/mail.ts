// arXiv's daily listing mails, whole or pasted in parts. Source: info.arxiv.org/help/subscribe, "The format of the
// mailings": blocks between `\\`, cross-lists marked, replacements with their header alone.

import { findArxiv } from "../../../identity";
import type { TextRange } from "../../../paper";
import { findLinks } from "../../../text/links";
import { linesOf } from "../../../text/lines";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { toPapers } from "../../draft";
import type { Format, Input } from "../../format";
import { identifier, journalOf, monthOf, readArxivAuthors, readIdentifier } from "./fields";
import { checkCounts } from "./mailCounts";

/** `arXiv:2303.08845 (*cross-listing*)`; before 2007 `Paper: hep-th/9901001`. */
const idLine = new RegExp(
	String.raw`^(?:arXiv:\s?|Paper(?: \(\*cross-listing\*\))?:\s*(?:arXiv:)?)(${identifier})(?![\w/.-]*\s*\[)(.*)$`,
	"i",
);
const fieldLine =
	/^(Date|From|Title|Authors?|Categories|Comments?|MSC-class|ACM-class|Report-no|Journal-ref|DOI|Subj-class|License|Proxy|Note|Cross-lists?)(?: \([^)]{1,30}\))?:\s?(.*)$/i;
const revised = /^(?:replaced with revised version|Date \(revised)\b/i;
/** Lines of dashes, percent signs and hyphens part blocks and sections. */
const rule = /^(?:-{10,}|[%-]{10,})$/;
const footer = /^(?:%%%---){3}/;

export const arxivMail: Format = {
	name: "arxiv-mail",
	looksLike: text => {
		const lines = text
			.slice(0, 20_000)
			.split(/\r\n|\r|\n/)
			.map(unquoted);
		return lines.some((line, at) => {
			if (!idLine.test(line)) return false;
			const before = lines[at - 1] ?? "";
			return (
				/^\\\\\s*$/.test(before) ||
				lines.slice(at + 1, at + 4).some(next => revised.test(next) || /^(?:Date|From): /.test(next))
			);
		});
	},
	read: ({ text, report }) => {
		const blocks: Block[] = [];
		const papers = toPapers(drafts({ text, report }, blocks), report);
		checkCounts(text, blocks, report);
		return papers;
	},
};

/** A line without the marks of a quotation in a mail and the blanks at its end. */
function unquoted(line: string): string {
	return line.replace(/^(?:>[^\S\r\n]?){1,10}/, "").replace(/\s+$/, "");
}

/** A paper's part of a mail. */
export interface Block {
	readonly place: { readonly start: number; end: number };
	readonly kind: "new" | "cross-list" | "replacement";
}

interface OpenBlock {
	readonly place: { readonly start: number; end: number };
	readonly fields: Map<string, string>;
	abstract: string;
	arxiv: string | undefined;
	kind: Block["kind"];
	/** The header, the abstract behind the first `\\`, or what comes behind the second. */
	part: "header" | "abstract" | "end";
	field: string;
}

function* drafts({ text, report }: Pick<Input, "text" | "report">, blocks: Block[]): Generator<Draft> {
	let open: OpenBlock | undefined;
	const outside: TextRange[] = [];
	for (const { start, end } of linesOf(text)) {
		const line = unquoted(text.slice(start, Math.min(end, start + 100_000)));
		const id = idLine.exec(line);
		// A block whose first line was not pasted begins with its title.
		const isHeadless = (!open || open.part === "end") && /^Title: /.test(line);
		if (id || isHeadless) {
			if (open) yield close(open, blocks);
			open = openBlock(id, { start, end });
			if (!id) addLine(open, line);
		} else if (open) {
			addLine(open, line);
			if (line !== "" && open.part !== "end") open.place.end = end;
		} else if (line !== "" && !rule.test(line) && line !== "\\\\") outside.push({ start, end });
	}
	if (open) yield close(open, blocks);
	reportOutside(text, outside, report);
}

/** The header of the mail is no paper; what else stands before the first one is an abstract that lost its head. */
function reportOutside(text: string, lines: readonly TextRange[], report: Input["report"]): void {
	const [first, last] = [lines[0], lines.at(-1)];
	if (!first || !last) return;
	const place = { start: first.start, end: last.end };
	const written = text.slice(place.start, place.end);
	if (/^(?:> ?)*Subject: |Send any comments regarding|Submissions to:|unsubscribe|received from /m.test(written))
		return;
	report.add("left-out", place, written.slice(0, 401));
}

function openBlock(id: RegExpExecArray | null, { start, end }: TextRange): OpenBlock {
	const kind = /cross-list/i.test(id?.[0] ?? "") ? "cross-list" : "new";
	const arxiv = id ? readIdentifier(id[1] ?? "") : undefined;
	return { place: { start, end }, fields: new Map(), abstract: "", arxiv, kind, part: "header", field: "" };
}

function addLine(block: OpenBlock, line: string): void {
	if (/^\\\\(?:\s|$)/.test(line)) {
		// The second `\\`, or the only one of a replacement, has the address behind it.
		const address = /^\\\\ ?\(/.test(line);
		block.part = address || block.part === "abstract" ? "end" : "abstract";
		if (address) block.arxiv ??= findArxiv(line);
	} else if (rule.test(line) || footer.test(line)) block.part = "end";
	else if (block.part === "header") addHeader(block, line);
	else if (block.part === "abstract") addAbstract(block, line);
}

function addHeader(block: OpenBlock, line: string): void {
	if (revised.test(line)) block.kind = "replacement";
	if (/^replaced with/i.test(line)) {
		block.field = "";
		return;
	}
	const [, name, value = ""] = fieldLine.exec(line) ?? [];
	if (name !== undefined) {
		block.field = name
			.toLowerCase()
			.replace(/^author$/, "authors")
			.replace(/^comment$/, "comments");
		if (!block.fields.has(block.field)) block.fields.set(block.field, value);
	} else if (line !== "" && block.field !== "") {
		block.fields.set(block.field, `${block.fields.get(block.field) ?? ""} ${line.trim()}`);
	}
}

/** arXiv begins a paragraph with blanks; the first one begins so too. */
function addAbstract(block: OpenBlock, line: string): void {
	const isParagraph = line === "" || /^\s{2}/.test(line);
	block.abstract += block.abstract === "" ? line.trim() : `${isParagraph ? "\n\n" : "\n"}${line.trim()}`;
}

/** The primary category: before 2007 it may be in the identifier alone, as `hep-th/0001089` or `math.AG/0001090`. */
function classOf(category: string | undefined, arxiv: string | undefined): string | undefined {
	if (category !== undefined && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(category)) return category;
	return /^(.+)\/\d{7}$/.exec(arxiv ?? "")?.[1];
}

function close(block: OpenBlock, blocks: Block[]): Draft {
	const { place, fields, abstract, kind, arxiv } = block;
	blocks.push({ place, kind });
	const field = (name: string): string => fields.get(name) ?? "";
	const categories = (field("categories") || field("subj-class"))
		.split(/[\s;,]+(?=[a-z-]+(?:\.|\s|$))|\s*;\s*/)
		.filter(Boolean);
	const comments = field("comments");
	return {
		place,
		title: field("title"),
		abstract,
		writtenIn: "plain",
		...readArxivAuthors(field("authors")),
		issued: (kind === "replacement" ? undefined : readDate(field("date").replace(/\(.*$/, ""))) ?? monthOf(arxiv),
		type: "article",
		arxiv,
		arxivClass: classOf(categories[0], arxiv),
		doi: field("doi"),
		venue: journalOf(field("journal-ref")),
		keywords: categories,
		links: [...findLinks(comments).links],
		announced: kind,
		needsNoAbstract: kind === "replacement",
	};
}
