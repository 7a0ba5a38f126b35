// The bibliographies and papers of these tests.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Paper, TextEdit } from "../../../src/core/paper";

const folder = join(__dirname, "../../fixtures/bib");

export const fixtureNames: readonly string[] = readdirSync(folder).filter(name => name.endsWith(".bib"));

export function fixture(name: string): string {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(folder, name)));
}

export function paper(fields: Partial<Paper> & { title: string }): Paper {
	return { id: "title:x", abstract: "", authors: [], type: "article", keywords: [], links: [], ...fields };
}

export const phikon = paper({
	title: "Phikon-v2, A large and public feature extractor for biomarker prediction",
	authors: [{ family: "Filiot", given: "Alexandre" }],
	issued: { year: 2024, month: 9, day: 13 },
	arxiv: "2409.09173",
	arxivClass: "eess.IV",
	doi: "10.48550/arXiv.2409.09173",
	url: "https://arxiv.org/abs/2409.09173",
	venue: "arXiv",
});

export function apply(text: string, edits: readonly TextEdit[]): string {
	return [...edits]
		.sort((a, b) => b.start - a.start)
		.reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
}
