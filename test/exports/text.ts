// Plain text, Markdown and tables.
import type { Paper } from "../../src/core/paper";
import { doiOf, lines, straight, turned, wrapped, yearOf, type Export } from "./written";

const page = (paper: Paper): string => (paper.arxiv === undefined ? "" : `https://arxiv.org/abs/${paper.arxiv}`);
const people = (paper: Paper): string => paper.authors.map(straight).join(", ");
const inQuotes = (value: string): string => `"${value.replace(/"/g, '""')}"`;
const inCell = (value: string): string => value.replace(/\|/g, "\\|");

/** The row of a paper in a table of title, authors, year, DOI and abstract. */
const valuesOf = (paper: Paper): readonly string[] => [
	paper.title,
	paper.authors.map(turned).join("; "),
	yearOf(paper),
	doiOf(paper) ?? "",
	paper.abstract,
];

export const textExports: readonly Export[] = [
	{
		format: "plain-text",
		fileName: "pairs.txt",
		write: papers => papers.map(({ title, abstract }) => `${title}\n${abstract}\n`).join("\n"),
		tells: ["abstract"],
	},
	{
		format: "plain-text",
		fileName: "labelled.txt",
		write: papers =>
			papers
				.map(paper =>
					lines(
						`Title: ${paper.title}`,
						`Authors: ${people(paper)}`,
						`Abstract: ${wrapped(paper.abstract, 78)}`,
						page(paper),
					),
				)
				.join("\n\n"),
		tells: ["abstract", "authors", "arxiv"],
	},
	{
		format: "plain-text",
		fileName: "numbered.txt",
		write: papers => papers.map(({ title, abstract }, i) => `${String(i + 1)}. ${title}\n${abstract}\n`).join("\n"),
		tells: ["abstract"],
	},
	{
		format: "markdown",
		fileName: "headings.md",
		write: papers =>
			`# Papers of the day\n\n${papers
				.map(paper => `## [${paper.title}](${page(paper)})\n\n${paper.abstract}\n`)
				.join("\n")}`,
		tells: ["abstract", "arxiv"],
	},
	{
		format: "markdown-table",
		fileName: "table.md",
		write: papers =>
			`| Title | Authors | Summary |\n|---|---|---|\n${papers
				.map(
					paper =>
						`| [${inCell(paper.title)}](${page(paper)}) | ${people(paper)} | ${inCell(paper.abstract)} |`,
				)
				.join("\n")}\n`,
		tells: ["abstract", "authors", "arxiv"],
	},
	{
		format: "csv",
		fileName: "papers.csv",
		write: papers =>
			[["Title", "Author", "Publication Year", "DOI", "Abstract Note"], ...papers.map(valuesOf)]
				.map(row => row.map(inQuotes).join(","))
				.join("\r\n"),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "tsv",
		fileName: "papers.tsv",
		write: papers =>
			[["title", "authors", "year", "doi", "abstract"], ...papers.map(valuesOf)]
				.map(row => row.join("\t"))
				.join("\n"),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
];
