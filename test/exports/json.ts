// JSON and YAML.
import type { Paper } from "../../src/core/paper";
import { doiOf, familyOf, givenOf, isoOf, straight, turned, yearOf, type Export } from "./written";

const json = (value: unknown): string => JSON.stringify(value, undefined, 1);

/** The words of an abstract with their places, as OpenAlex gives them. */
function inverted(abstract: string): Record<string, number[]> {
	const places = new Map<string, number[]>();
	for (const [i, word] of abstract.split(/\s+/).entries()) places.set(word, [...(places.get(word) ?? []), i]);
	return Object.fromEntries(places);
}

const cslItem = (paper: Paper, i: number): unknown => ({
	id: `item-${String(i)}`,
	type: "article-journal",
	title: paper.title,
	abstract: paper.abstract,
	author: paper.authors.map(name => ("literal" in name ? name : { family: familyOf(name), given: givenOf(name) })),
	issued: { "date-parts": [[paper.issued?.year]] },
	DOI: doiOf(paper),
});

const creator = (name: Paper["authors"][number]) =>
	"literal" in name
		? { creatorType: "author", name: name.literal }
		: { creatorType: "author", firstName: givenOf(name), lastName: familyOf(name) };

const inYaml = (text: string): string => JSON.stringify(text);

export const jsonExports: readonly Export[] = [
	{
		format: "csl-json",
		fileName: "library.json",
		write: papers => json(papers.map(cslItem)),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "zotero-json",
		fileName: "items.json",
		write: papers =>
			json(
				papers.map((paper, i) => ({
					key: `ABCD${String(i).padStart(4, "0")}`,
					version: 12,
					library: { type: "user", id: 1 },
					data: {
						key: `ABCD${String(i).padStart(4, "0")}`,
						itemType: "journalArticle",
						title: paper.title,
						creators: paper.authors.map(creator),
						abstractNote: paper.abstract,
						date: isoOf(paper),
						DOI: doiOf(paper),
					},
				})),
			),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "openalex",
		fileName: "works.json",
		write: papers =>
			json({
				meta: { count: papers.length },
				results: papers.map((paper, i) => ({
					id: `https://openalex.org/W${String(4_000_000_000 + i)}`,
					doi: doiOf(paper) === undefined ? null : `https://doi.org/${doiOf(paper) ?? ""}`,
					display_name: paper.title,
					title: paper.title,
					publication_date: isoOf(paper),
					publication_year: paper.issued?.year,
					authorships: paper.authors.map(name => ({ author: { display_name: straight(name) } })),
					abstract_inverted_index: inverted(paper.abstract),
				})),
			}),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "semantic-scholar",
		fileName: "search.json",
		write: papers =>
			json({
				total: papers.length,
				offset: 0,
				data: papers.map((paper, i) => ({
					paperId: (i + 1).toString(16).padStart(40, "0"),
					externalIds: { ArXiv: paper.arxiv, DOI: doiOf(paper) },
					title: paper.title,
					abstract: paper.abstract,
					year: paper.issued?.year,
					authors: paper.authors.map(name => ({ authorId: null, name: straight(name) })),
				})),
			}),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "huggingface",
		fileName: "daily.json",
		write: papers =>
			json(
				papers.map(paper => ({
					paper: {
						id: paper.arxiv,
						title: paper.title,
						summary: paper.abstract,
						publishedAt: `${isoOf(paper).padEnd(10, "-01")}T00:00:00.000Z`,
						authors: paper.authors.map(name => ({ name: straight(name), hidden: false })),
						upvotes: 3,
					},
					title: paper.title,
					summary: paper.abstract,
					publishedAt: "2026-01-01T20:00:00.000Z",
				})),
			),
		tells: ["abstract", "authors", "year", "arxiv"],
	},
	{
		format: "json",
		fileName: "papers.json",
		write: papers =>
			json({
				generated: "2026-01-01",
				papers: papers.map(paper => ({
					name: paper.title,
					summary: paper.abstract,
					writers: "",
					authors: paper.authors.map(straight),
					published: isoOf(paper),
					link: paper.arxiv === undefined ? "" : `https://arxiv.org/abs/${paper.arxiv}`,
				})),
			}),
		tells: ["abstract", "authors", "year", "arxiv"],
	},
	{
		format: "csl-yaml",
		fileName: "references.yaml",
		write: papers =>
			`references:\n${papers
				.map(
					(paper, i) =>
						`- id: item-${String(i)}\n  type: article-journal\n  title: ${inYaml(paper.title)}\n  abstract: ${inYaml(paper.abstract)}\n  author:\n${paper.authors
							.map(name =>
								"literal" in name
									? `  - literal: ${inYaml(name.literal)}`
									: `  - family: ${inYaml(familyOf(name))}\n    given: ${inYaml(givenOf(name))}`,
							)
							.join("\n")}\n  issued: ${yearOf(paper)}\n  DOI: ${inYaml(doiOf(paper) ?? "")}`,
				)
				.join("\n")}\n`,
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
	{
		format: "hayagriva",
		fileName: "bibliography.yml",
		write: papers =>
			papers
				.map(
					(paper, i) =>
						`paper-${String(i)}:\n  type: article\n  title: ${inYaml(paper.title)}\n  author: [${paper.authors.map(name => inYaml(turned(name))).join(", ")}]\n  date: ${isoOf(paper)}\n  abstract: ${inYaml(paper.abstract)}\n  serial-number:\n    doi: ${inYaml(doiOf(paper) ?? "")}\n`,
				)
				.join("\n"),
		tells: ["abstract", "authors", "year", "arxiv", "doi"],
	},
];
