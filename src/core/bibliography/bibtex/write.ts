// A paper as an entry of a .bib file, in the style of that file. Sources: btxdoc, section 3; arXiv's help page
// "Hypertex", `eprint`, `archivePrefix` and `primaryClass`; biblatex manual, section 3.14.7.

import type { Paper } from "../../paper";
import { encodeLatex } from "../../text/latex";
import { mathSpans } from "../../text/math";
import { writeName } from "./names";
import { months } from "./strings";
import type { BibStyle, Case } from "./style";
import { titlePieces } from "./title";

interface Field {
	readonly name: string;
	readonly value: string;
	/** Without braces or quotes: a number or the name of a string. */
	readonly isBare?: boolean;
}

/** Entry types, and the field of the venue that each of them requires (btxdoc, section 3.1). */
const types: Readonly<Record<string, readonly [type: string, venue: string]>> = {
	"article-journal": ["article", "journal"],
	"article-magazine": ["article", "journal"],
	"article-newspaper": ["article", "journal"],
	"paper-conference": ["inproceedings", "booktitle"],
	book: ["book", "publisher"],
	chapter: ["incollection", "booktitle"],
	thesis: ["phdthesis", "school"],
	report: ["techreport", "institution"],
};

/** The entry of a paper, without the line break behind it. */
export function writeEntry(key: string, paper: Paper, style: BibStyle): string {
	const { type, fields } = entryOf(paper, style);
	const head = `@${inCase(type, style.typeCase)}${style.open}${style.beforeKey}${key},`;
	const lines = fields.map(field => writeField(field, style));
	const close = style.open === "(" ? ")" : "}";
	const comma = style.trailingComma ? "," : "";
	if (style.indent === undefined) return `${head} ${lines.join(", ")}${comma}${close}`;
	const body = lines.map(line => `${style.newline}${style.indent ?? ""}${line}`).join(",");
	const end = style.closingIndent === undefined ? "" : style.newline + style.closingIndent;
	return head + body + comma + end + close;
}

function entryOf(paper: Paper, style: BibStyle): { type: string; fields: Field[] } {
	const encode = encoder(style.letters);
	const { title, authors, issued, venue, arxiv, arxivClass, doi, pmid, url } = paper;
	const isPreprint = arxiv !== undefined && (venue === undefined || /^arxiv\b/i.test(venue));
	const [type, venueField] = (venue === undefined || isPreprint ? undefined : types[paper.type]) ?? [
		"misc",
		"howpublished",
	];
	const month = issued?.month === undefined ? undefined : months[issued.month - 1];
	// BibTeX's own words for `et al.` (btxdoc, section 4, "Names").
	const more = paper.authorsIncomplete === true ? ["others"] : [];
	const fields: (Field | undefined)[] = [
		authors.length > 0
			? { name: "author", value: [...authors.map(name => writeName(name, encode)), ...more].join(" and ") }
			: undefined,
		{ name: "title", value: writeTitle(title, encode) },
		venue !== undefined && !isPreprint ? { name: venueField, value: encode(venue) } : undefined,
		issued ? { name: "year", value: String(issued.year), isBare: style.isYearBare } : undefined,
		month === undefined ? undefined : { name: "month", value: month, isBare: true },
		arxiv === undefined ? undefined : { name: "eprint", value: arxiv },
		arxiv === undefined ? undefined : { name: "archivePrefix", value: "arXiv" },
		arxiv === undefined || arxivClass === undefined ? undefined : { name: "primaryClass", value: arxivClass },
		doi === undefined ? undefined : { name: "doi", value: escapeAddress(doi) },
		pmid === undefined ? undefined : { name: "pmid", value: pmid },
		url === undefined ? undefined : { name: "url", value: escapeAddress(url) },
	];
	return { type, fields: fields.filter(field => field !== undefined) };
}

/** `doi` and `url` are verbatim fields (biblatex, section 2.2.1); only braces would break the entry. */
function escapeAddress(address: string): string {
	return address.replace(/[{}\s]/g, char => encodeURIComponent(char));
}

function writeTitle(title: string, encode: (text: string) => string): string {
	const pieces = titlePieces(title).map(({ text, isKept }) => (isKept ? `{${encode(text)}}` : encode(text)));
	return pieces.join("").trim();
}

/** LaTeX for the letters that the file does not hold, and for LaTeX's own characters; math as it is. */
function encoder(letters: BibStyle["letters"]): (text: string) => string {
	if (letters === "ascii") return text => encodeLatex(oneLine(text));
	const kept = letters === "unicode" ? /[^\0-\x7F]+/g : /[\u00A1-\u00FF]+/g;
	const encodeRun = (text: string): string => {
		let result = "";
		let at = 0;
		for (const match of text.matchAll(kept)) {
			result += encodeLatex(text.slice(at, match.index)) + match[0];
			at = match.index + match[0].length;
		}
		return result + encodeLatex(text.slice(at));
	};
	return text => {
		const line = oneLine(text);
		let result = "";
		let at = 0;
		for (const { start, end } of mathSpans(line)) {
			result += encodeRun(line.slice(at, start)) + line.slice(start, end);
			at = end;
		}
		return result + encodeRun(line.slice(at));
	};
}

function oneLine(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ");
}

function writeField({ name, value, isBare = false }: Field, style: BibStyle): string {
	const spelled = style.spellings.get(name.toLowerCase()) ?? inCase(name, style.fieldCase);
	const { equalsColumn, valueColumn, beforeEquals, behindEquals } = style;
	const left = equalsColumn === undefined ? spelled + beforeEquals : reach(spelled, equalsColumn);
	const start = valueColumn === undefined ? `${left}=${behindEquals}` : reach(`${left}=`, valueColumn);
	if (isBare) return start + value;
	// A quotation mark in quotes needs braces around it, which is worse than braces around the value.
	const isQuoted = style.quote === '"' && !value.includes('"');
	return start + (isQuoted ? `"${value}"` : `{${value}}`);
}

/** Fills a text with spaces up to a column; one space when it is there already. */
function reach(text: string, column: number): string {
	return text.length < column ? text.padEnd(column) : `${text} `;
}

/** Capitals as the file has them; `archivePrefix` keeps its own in small letters. */
function inCase(word: string, style: Case): string {
	switch (style) {
		case "lower":
			return word;
		case "upper":
			return word.toUpperCase();
		case "capital":
			return word.charAt(0).toUpperCase() + word.slice(1);
	}
}
