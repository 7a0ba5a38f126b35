// Tagged text, and BibTeX.
import { encodeLatex } from "../../src/core/text/latex";
import { doiOf, familyOf, givenOf, isoOf, lines, straight, turned, wrapped, yearOf, type Export } from "./written";

/** `Lovelace AK`, as MEDLINE abbreviates. */
const initials = (given: string): string => given.replace(/[^\p{Lu}]/gu, "").slice(0, 4);

export const taggedExports: readonly Export[] = [
	{
		format: "ris",
		fileName: "export.ris",
		write: papers =>
			papers
				.map(paper =>
					lines(
						`TY  - ${paper.doi === undefined ? "UNPB" : "JOUR"}`,
						`TI  - ${paper.title}`,
						...paper.authors.map(name => `AU  - ${turned(name)}`),
						`AB  - ${paper.abstract}`,
						`PY  - ${isoOf(paper, "/")}`,
						`DO  - ${doiOf(paper) ?? ""}`,
						"ER  - ",
					),
				)
				.join("\r\n\r\n"),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "endnote-refer",
		fileName: "export.enw",
		write: papers =>
			papers
				.map(paper =>
					lines(
						"%0 Journal Article",
						`%T ${paper.title}`,
						...paper.authors.map(name => `%A ${turned(name)}`),
						`%D ${yearOf(paper)}`,
						`%X ${paper.abstract}`,
						`%R ${doiOf(paper) ?? ""}`,
					),
				)
				.join("\n\n"),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "medline",
		fileName: "export.nbib",
		write: papers =>
			papers
				.map((paper, i) =>
					lines(
						`PMID- ${String(30_000_000 + i)}`,
						`DP  - ${yearOf(paper)}`,
						`TI  - ${wrapped(paper.title, 78, "      ")}`,
						`LID - ${doiOf(paper) ?? ""} [doi]`,
						`AB  - ${wrapped(paper.abstract, 78, "      ")}`,
						...paper.authors.flatMap(name =>
							"literal" in name
								? [`CN  - ${name.literal}`]
								: [`FAU - ${turned(name)}`, `AU  - ${familyOf(name)} ${initials(givenOf(name))}`],
						),
						"SO  - A journal.",
					),
				)
				.join("\r\n\r\n"),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "wos",
		fileName: "savedrecs.txt",
		write: papers =>
			`FN Clarivate Analytics Web of Science\nVR 1.0\n${papers
				.map(paper =>
					lines(
						"PT J",
						`AU ${paper.authors.map(name => `${familyOf(name)}, ${initials(givenOf(name))}`).join("\n   ")}`,
						`AF ${paper.authors.map(turned).join("\n   ")}`,
						`TI ${wrapped(paper.title, 78, "   ")}`,
						`AB ${wrapped(paper.abstract, 78, "   ")}`,
						`PY ${yearOf(paper)}`,
						`DI ${doiOf(paper) ?? ""}`,
						"ER",
					),
				)
				.join("\n\n")}\n\nEF\n`,
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "pubmed-abstract",
		fileName: "abstract-set.txt",
		write: papers =>
			papers
				.map((paper, i) =>
					[
						`${String(i + 1)}. A Journal. ${yearOf(paper)};12(3):1-10. doi: ${doiOf(paper) ?? ""}.`,
						wrapped(`${paper.title}.`, 78),
						wrapped(
							`${paper.authors.map(name => ("literal" in name ? name.literal : `${familyOf(name)} ${initials(givenOf(name))}`).trim() + "(1)").join(", ")}.`,
							78,
						),
						"Author information:\n(1)Department of Something, Some University, Somewhere.",
						wrapped(paper.abstract, 78),
						`DOI: ${doiOf(paper) ?? ""}\nPMID: ${String(30_000_000 + i)} [Indexed for MEDLINE]`,
					].join("\n\n"),
				)
				.join("\n\n\n"),
		tells: ["abstract", "year", "arxiv", "doi"],
	},
	{
		format: "arxiv-mail",
		fileName: "listing.txt",
		write: papers => {
			const rule = "-".repeat(78);
			const heads = [rule, "Submissions to:", "Computation and Language", rule];
			const blocks = papers.map(paper =>
				lines(
					"\\\\",
					`arXiv:${paper.arxiv ?? ""}`,
					`Date: Thu, 6 Feb ${yearOf(paper)} 12:00:00 GMT   (120kb)`,
					"",
					wrapped(`Title: ${paper.title}`, 78, "  "),
					wrapped(`Authors: ${paper.authors.map(straight).join(", ")}`, 78, "  "),
					"Categories: cs.CL cs.AI",
					"\\\\",
					wrapped(`  ${paper.abstract.replace(/%/g, "\\%")}`, 78),
					`\\\\ ( https://arxiv.org/abs/${paper.arxiv ?? ""} ,  120kb)`,
					rule,
				),
			);
			return [...heads, ...blocks].join("\n");
		},
		tells: ["abstract", "authors", "year", "arxiv"],
	},
	{
		format: "bibtex",
		fileName: "export.bib",
		write: papers =>
			papers
				.map((paper, i) =>
					lines(
						`@article{key${String(i)},`,
						`  title = {${encodeLatex(paper.title)}},`,
						`  author = {${paper.authors.map(name => ("literal" in name ? `{${encodeLatex(name.literal)}}` : encodeLatex(turned(name)))).join(" and ")}},`,
						`  year = {${yearOf(paper)}},`,
						paper.doi !== undefined && `  doi = {${paper.doi}},`,
						paper.arxiv !== undefined && `  eprint = {${paper.arxiv}},\n  archiveprefix = {arXiv},`,
						`  abstract = {${encodeLatex(paper.abstract)}}`,
						"}",
					),
				)
				.join("\n\n"),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
];
