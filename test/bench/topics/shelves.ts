// Shelves whose subjects are known: what found topics are compared with.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDigest } from "../../../src/core/digests/read";
import type { Paper } from "../../../src/core/paper";
import { expectedTopics } from "../../unit/topics/expected";
import { readCollection } from "../relevance/collection";
import { samplePapers } from "../sample";
import { listingSubjects } from "./labels";

const shared = join(__dirname, "../../../../shared");
const digests = join(shared, "samples/digests");
const listing = "arxiv_listing_html_abstracts.html";

/** Papers, and for each the subjects that it is known to have; none when nobody judged it. */
export interface Shelf {
	readonly name: string;
	readonly papers: readonly Paper[];
	readonly subjects: readonly (readonly string[])[];
}

/** Every shelf whose files are there. */
export function knownShelves(): Shelf[] {
	const shelves = [sampleShelf()];
	if (existsSync(digests)) shelves.push(listingShelf(), categoryShelf(), titleShelf(), composedShelf());
	if (existsSync(join(shared, "ir/med"))) shelves.push(medlineShelf());
	return shelves;
}

/** The sample shelf as it was reviewed. */
export function sampleShelf(): Shelf {
	return {
		name: "sample shelf",
		papers: samplePapers(),
		subjects: expectedTopics.map(([, topic, also]) => (also === undefined ? [topic] : [topic, also])),
	};
}

/** 200 papers of computer vision as arXiv lists them. */
export function listingShelf(): Shelf {
	return { name: "arXiv listing", papers: papersOf(listing), subjects: listingSubjects };
}

/** What arXiv itself files under different archives; of computer science, under different categories. */
function categoryShelf(): Shelf {
	const files = [
		"arxiv_email_qfin_2023-03-17.txt",
		"arxiv_api_atom_15.xml",
		"arxiv_oai_hepcrawl_list.xml",
		"arxiv_rss_host_atom_2025-08-20.xml",
		"arxiv_email_pasted_cs_2024-11-21.txt",
		"zotero_api_items.json",
	];
	const papers = distinct(files.flatMap(papersOf)).filter(({ arxivClass }) => arxivClass !== undefined);
	// The hidden category is the answer: it must not be read from the paper.
	return { name: "arXiv categories", papers: papers.map(withoutClass), subjects: papers.map(archiveOf) };
}

function withoutClass(paper: Paper): Paper {
	const { id, title, abstract, authors, type, links } = paper;
	return { id, title, abstract, authors, type, links, keywords: [] };
}

function archiveOf({ arxivClass = "" }: Paper): string[] {
	if (arxivClass.startsWith("cs.")) return [arxivClass];
	if (/^(?:hep|nucl|astro|gr-qc|quant|physics)/.test(arxivClass)) return ["physics"];
	return [arxivClass.replace(/\..*/, "")];
}

/** Titles alone, under the headings of a list that a person keeps. */
function titleShelf(): Shelf {
	const text = readFileSync(join(digests, "arxiv_daily_readme_table.md"), "utf8");
	const sections = text.split(/^## /m).slice(1);
	const found = new Map<string, { paper: Paper; subjects: string[] }>();
	for (const section of sections) {
		const subject = section.slice(0, section.indexOf("\n")).trim();
		for (const paper of readDigest(new TextEncoder().encode(section), "section.md").papers) {
			const known = found.get(paper.id);
			if (known === undefined) found.set(paper.id, { paper, subjects: [subject] });
			else if (!known.subjects.includes(subject)) known.subjects.push(subject);
		}
	}
	const all = [...found.values()];
	return {
		name: "list of titles",
		papers: all.map(({ paper }) => paper),
		subjects: all.map(({ subjects }) => subjects),
	};
}

/** Digests of different fields on one shelf. */
export function composedShelf(): Shelf {
	const fields: Readonly<Record<string, readonly string[]>> = {
		"computer vision": [listing],
		"clinical machine learning": [],
		connectomes: ["csl_better_csl_json_library.json"],
		"edit distance": ["s2_search_edit_distance.json"],
		thrombectomy: ["pubmed_balloongui_set.nbib"],
		"medical literature": ["pubmed_abstract_text_first60.txt"],
		biology: ["biorxiv_search_atom_2024-07.xml", "biorxiv_subject_alert_2026-01.eml"],
		"homotopy theory": ["zotero_api_items.json"],
		finance: ["arxiv_email_qfin_2023-03-17.txt"],
		"language models": ["ml_papers_of_the_week_first_weeks.md", "hf_daily_table_2024-09-10.md"],
	};
	const found = Object.entries(fields).flatMap(([field, files]) => {
		const papers = files.length === 0 ? samplePapers() : distinct(files.flatMap(papersOf));
		return papers.map(paper => ({ field, paper }));
	});
	const ids = new Set<string>();
	const once = found.filter(({ paper: { id } }) => !ids.has(id) && ids.add(id));
	return {
		name: "ten fields",
		papers: once.map(({ paper }) => paper),
		subjects: once.map(({ field }) => [field]),
	};
}

/** Abstracts of MEDLINE that were judged to answer one of 30 questions, each of which is a subject. */
function medlineShelf(): Shelf {
	const folder = join(shared, "ir/med");
	const { papers, queries } = readCollection(folder);
	const subjects = papers.map(({ id }) =>
		queries.flatMap(({ gains }, i) => (gains.has(id) ? [`question ${i}`] : [])),
	);
	const judged = papers.flatMap((paper, i) => {
		const own = subjects[i] ?? [];
		return own.length > 0 ? [{ paper, own }] : [];
	});
	return { name: "MEDLINE", papers: judged.map(({ paper }) => paper), subjects: judged.map(({ own }) => own) };
}

function papersOf(file: string): readonly Paper[] {
	return readDigest(readFileSync(join(digests, file)), file).papers;
}

function distinct(papers: readonly Paper[]): Paper[] {
	return [...new Map(papers.map(paper => [paper.id, paper])).values()];
}
