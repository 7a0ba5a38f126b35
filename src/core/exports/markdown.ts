// Papers as Markdown to be read and kept: a heading for each, what is known of it, and the abstract. Nothing of a paper can
// become markup.

import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../digests/identifiers";
import type { Paper } from "../paper";
import { fullName, shownAbstract } from "../render";
import { identifiers, linkAddress } from "../render/addresses";
import { withoutControls } from "../render/escape";
import { mathSpans } from "../text/math";
import { authorsText, isoDate } from "./csv";
import type { ExportSection, ExportWords } from "./formats";

/** The papers below headings: sections are headings of the second level when they have names. */
export function markdownSections(sections: readonly ExportSection[], words: ExportWords): string {
	return sections
		.map(({ heading, papers }) => {
			const level = heading === "" ? "##" : "###";
			const entries = papers.map(({ paper }) => markdownEntry(paper, level, words)).join("\n");
			return heading === "" ? entries : `## ${escapedMarkdown(heading)}\n\n${entries}`;
		})
		.join("\n");
}

function markdownEntry(paper: Paper, level: string, words: ExportWords): string {
	const facts: (readonly [name: string, value: string])[] = [
		[words.authors, escapedMarkdown(authorsLine(paper))],
		[words.date, paper.issued ? isoDate(paper.issued) : ""],
		[words.venue, escapedMarkdown(paper.venue ?? "")],
		...identifiers(paper).map(({ label, url }) => identifierLine(label, url)),
		[words.keywords, escapedMarkdown(paper.keywords.join("; "))],
		...paper.links.flatMap(({ kind, url }): (readonly [string, string])[] => {
			const address = linkAddress(url);
			// An address that names another work would be taken for that of this one.
			return address && !isIdentifier(url)
				? [[kind === "page" ? "Link" : kind.toUpperCase(), `<${address.url}>`]]
				: [];
		}),
	];
	const lines = facts.flatMap(([name, value]) => (value === "" ? [] : [`- ${name}: ${value}`]));
	const abstract = withMath(shownAbstract(paper));
	return [
		`${level} ${withMath(paper.title)}\n`,
		...(lines.length > 0 ? [`${lines.join("\n")}\n`] : []),
		...(abstract === "" ? [] : [`${abstract}\n`]),
	].join("\n");
}

function isIdentifier(url: string): boolean {
	return [doiOfAddress, arxivOfAddress, pmidOfAddress].some(read => read(url) !== undefined);
}

/** A single name with a suffix stands in reading order: its commas would make two of it. */
function authorsLine(paper: Paper): string {
	const [only, ...others] = paper.authors;
	const hasSuffix = only !== undefined && "suffix" in only && others.length === 0;
	return hasSuffix && paper.authorsIncomplete !== true ? fullName(only).replace(/,/g, "") : authorsText(paper);
}

/** `DOI: <https://doi.org/…>`, from the label that a reader sees and its address. */
function identifierLine(label: string, url: string): readonly [string, string] {
	const name = /^[A-Za-z]+/.exec(label)?.[0] ?? "Link";
	return [/^\d/.test(label) ? "DOI" : name, `<${url}>`];
}

/** A text on one line with its mathematics as it is: what renders Markdown renders that too. */
export function withMath(text: string): string {
	const line = withoutControls(text).replace(/\s+/g, " ").trim();
	let [written, at] = ["", 0];
	for (const { start, end } of mathSpans(line)) {
		written += escapedMarkdown(line.slice(at, start)) + line.slice(start, end);
		at = end;
	}
	return lineSafe(written + escapedMarkdown(line.slice(at)));
}

/** The signs that would be markup, and no others: the text stays readable as it is. */
export function escapedMarkdown(text: string): string {
	return lineSafe(
		withoutControls(text)
			.replace(/\s+/g, " ")
			.replace(/&(?=#?\w{1,30};)/g, "&amp;")
			.replace(/[\\`*_[\]<>$#]/g, "\\$&"),
	);
}

/** What would be a list, a quotation or a rule at the beginning of a line. */
function lineSafe(text: string): string {
	return text.replace(/^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$)/, (_, space: string, mark: string) =>
		/^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
	);
}
