// What is exported is read back by our own readers as the same papers.
import { deepEqual, equal, ok } from "node:assert/strict";
import { exportKeys, exportPapers, exportFormats, type ExportFormat } from "../../../src/core/exports/exports";
import { readDigest } from "../../../src/core/digests/read";
import { repairLostMath } from "../../../src/core/text/lostMath";
import type { Name, Paper } from "../../../src/core/paper";
import { hardPapers } from "../../consumers/hardPapers";
import { samplePapers } from "../../samplePapers";

const formats = exportFormats.filter(
	(format): format is Exclude<ExportFormat, "relatedWork"> => format !== "relatedWork",
);
const extension = {
	markdown: "md",
	bibtex: "bib",
	biblatex: "bib",
	"csl-json": "json",
	ris: "ris",
	csv: "csv",
} as const;

function readBack(papers: readonly Paper[], format: (typeof formats)[number]) {
	const text = exportPapers([{ heading: "", papers: exportKeys(papers) }], format);
	const read = readDigest(new TextEncoder().encode(text), `papers.${extension[format]}`);
	return { text, ...read };
}

function nameText(name: Name): string {
	return "literal" in name
		? name.literal.replace(/[{},]/g, "")
		: [name.given, name.particle, name.family, name.suffix].filter(part => part !== undefined).join(" ");
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

suite("exports", () => {
	for (const format of formats) {
		test(`the sample shelf as ${format} is read back with its titles, authors, dates, ids and abstracts`, () => {
			const { papers, text } = readBack(samplePapers(), format);
			const told = (all: readonly Paper[]) =>
				all.map(({ id, title, authors, issued, abstract }) => ({
					...{ id, title: squeezed(title), authors: authors.map(nameText) },
					// BibTeX has no field for the day.
					issued: format === "bibtex" ? { ...issued, day: undefined } : issued,
					abstract: squeezed(repairLostMath(abstract)),
				}));
			equal(papers.length, samplePapers().length, text.slice(0, 3000));
			for (const [i, paper] of told(samplePapers()).entries()) deepEqual(told(papers)[i], paper);
		});

		test(`hard papers as ${format} are read back`, () => {
			// A heading of Markdown that is called "How to report" is one of a manual for our reader.
			const given = format === "markdown" ? hardPapers.filter(({ title }) => !/^How to/.test(title)) : hardPapers;
			const { papers, text } = readBack(given, format);
			const told = (all: readonly Paper[]) =>
				all.map(({ title, authors, issued, doi, arxiv }) => ({
					...{ title: squeezed(title), authors: authors.map(nameText), year: issued?.year, doi, arxiv },
				}));
			equal(papers.length, given.length, text.slice(0, 3000));
			for (const [i, paper] of told(given).entries()) deepEqual(told(papers)[i], paper);
		});
	}
	test("there are formats", () => ok(formats.length > 5));
});
