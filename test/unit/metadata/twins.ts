// A catalogue made of the sample shelf's records among near twins: what searches for their titles would find, too.

import { readDigest } from "../../../src/core/digests/read";
import { readRecords } from "../../../src/core/digests/json/cslJson";
import { Report } from "../../../src/core/digests/report";
import { paperId } from "../../../src/core/identity";
import type { Candidate } from "../../../src/core/metadata/catalogue";
import type { Name, Paper } from "../../../src/core/paper";
import { seededRandom } from "../../../src/core/random";
import { recordsBytes, sampleBytes, sampleName } from "../digests/sample";

/** A paper of the shelf as the digest gives it, and the identifiers of its record. */
export interface Sought {
	readonly wanted: Paper;
	/** Ids of the true records. */
	readonly ids: ReadonlySet<string>;
}

const shelf = readDigest(sampleBytes, sampleName).papers;
const records = readRecords(new TextDecoder().decode(recordsBytes), new Report("", "")).map(record => record);

const families =
	"Aalto Bose Castro Dietz Ekwueme Farah Grigoryan Hoshino Ibáñez Jansen Kowalczyk Lindqvist Marchetti Nakamura".split(
		" ",
	);

const sentences = shelf.flatMap(({ abstract }) => abstract.split(/(?<=\.)\s+/));

/** A copy that lacks some fields. */
export function without<T extends object, K extends keyof T>(all: T, ...fields: readonly K[]): Omit<T, K> {
	const kept = Object.entries(all).filter(([field]) => !fields.some(one => one === field));
	return Object.fromEntries(kept) as Omit<T, K>;
}

class Maker {
	readonly #random: () => number;
	#number = 10_000;

	constructor(seed: number) {
		this.#random = seededRandom(seed);
	}

	pick<T>(list: readonly [T, ...T[]]): T;
	pick<T>(list: readonly T[]): T | undefined;
	pick<T>(list: readonly T[]): T | undefined {
		return list[Math.floor(this.#random() * list.length)];
	}

	people(): readonly Name[] {
		return [0, 1, 2].map(i => ({ family: `${this.pick(families) ?? ""}${i === 0 ? "" : "a"}`, given: "Q." }));
	}

	/** A further paper with these fields in place of another's, and identifiers of its own. */
	twin(of: Paper, fields: Partial<Paper>): Paper {
		const number = this.#number++;
		const rest = without(of, "arxiv", "doi", "pmid");
		const doi = `10.5555/twin.${String(number)}`;
		return { ...rest, doi, url: `https://doi.org/${doi}`, id: paperId({ doi, title: of.title }), ...fields };
	}

	/** An abstract of nobody's: sentences of several papers. */
	abstract(): string {
		return [0, 1, 2, 3, 4, 5].map(() => this.pick(sentences) ?? "").join(" ");
	}

	/** The abstract as a later version has it: a sentence less, some words replaced. */
	revised(abstract: string): string {
		const sentences = abstract.split(/(?<=\.)\s+/);
		const drop = Math.floor(this.#random() * sentences.length);
		return sentences
			.filter((_, i) => sentences.length < 3 || i !== drop)
			.map(sentence => sentence.replace(/\b(?:however|we propose|novel|significantly|show that)\b/gi, "indeed"))
			.join(" ");
	}
}

const replaced: readonly (readonly [RegExp, string])[] = [
	[/\bmedical\b/i, "veterinary"],
	[/\bclinical\b/i, "forensic"],
	[/\blanguage\b/i, "vision"],
	[/\bdeep\b/i, "shallow"],
	[/\bimages?\b/i, "signals"],
	[/\b(?:for|in|of|with)\b/i, "without"],
	[/\b(\w{6,})\b/, "Quantum"],
];

/** The twins of one paper: each might be taken for it. */
function twinsOf(maker: Maker, paper: Paper, other: Paper): readonly Paper[] {
	const { title, authors, issued, abstract } = paper;
	const year = issued?.year ?? 2024;
	const words = title.split(" ");
	const half = words.slice(0, Math.ceil(words.length / 2)).join(" ");
	const about = { abstract: `We discuss some points that were raised by colleagues. ${maker.abstract()}` };
	const none = { abstract: "" };
	const titles: readonly (readonly [string, Partial<Paper>])[] = [
		[`Comment on “${title}”`, { ...none, authors: maker.people() }],
		[`Comment on: ${title}`, { ...about, authors: maker.people() }],
		[`Reply to “Comment on ${title}”`, none],
		[`${title}: a reply`, about],
		[`Response to: ${title}`, none],
		[`Erratum: ${title}`, none],
		[`Erratum to: ${title}`, { abstract }],
		[`Correction to: ${title}`, none],
		[`Author Correction: ${title}`, none],
		[`Publisher Correction: ${title}`, { abstract }],
		[`Corrigendum to “${title}”`, none],
		[`Retraction: ${title}`, none],
		[`Retraction note to: ${title}`, none],
		[`Expression of Concern: ${title}`, none],
		[`Supplementary Material for: ${title}`, none],
		[`Data from: ${title}`, { type: "dataset", ...none }],
		[`Additional file 2 of ${title}`, { type: "dataset", ...none }],
		[`Peer review report of ${title}`, { ...none, authors: maker.people() }],
		[`${title}, Part II`, { abstract: maker.abstract() }],
		[`${title} II`, none],
		[`Part I: ${title}`, none],
		[`${title} 2`, { issued: { year: year + 1 } }],
		[`${title} (extended version)`, none],
		[`${title} v2`, none],
		[title, { authors: maker.people(), issued: { year: year - 9 }, abstract: maker.abstract() }],
		[title, { authors: maker.people(), issued: { year: year - 4 }, ...none }],
		[`${half} ${other.title}`, { authors: maker.people(), abstract: maker.abstract() }],
		[`${half}: A Survey`, { authors: maker.people(), ...none }],
		[`${half} and Beyond`, none],
		[`Towards ${half}`, { abstract: maker.abstract() }],
		[`${title} in Sheep`, { abstract: maker.abstract() }],
		[`Not ${title}`, none],
		[other.title.split(" ").slice(0, 4).concat(words.slice(4)).join(" "), { authors: maker.people(), ...none }],
	];
	const swapped = replaced.flatMap(([word, by]) => (word.test(title) ? [title.replace(word, by)] : []));
	return [
		...titles.map(([twin, fields]) =>
			maker.twin(paper, { ...none, ...fields, title: twin, authors: fields.authors ?? authors }),
		),
		...swapped.map(twin => maker.twin(paper, { title: twin, abstract: maker.abstract() })),
		...swapped.map(twin => maker.twin(paper, { title: twin, abstract: "", authors: maker.people() })),
	];
}

export interface LocalCatalogue {
	readonly papers: readonly Paper[];
	readonly sought: readonly Sought[];
}

/** The true records of the shelf among their twins; `isWithout` leaves the true ones out. */
export function localCatalogue(seed: number, isWithout = false): LocalCatalogue {
	const maker = new Maker(seed);
	const papers: Paper[] = [];
	const sought = shelf.map((wanted, i): Sought => {
		const record = records[i];
		if (!record) throw new Error(`no record of ${wanted.title}`);
		const { paper, publishedDoi, alsoTitled } = record;
		const abstract = i % 3 === 0 ? maker.revised(wanted.abstract) : wanted.abstract;
		const preprint: Paper = { ...paper, abstract: i % 5 === 4 ? abstract.slice(0, 400) : abstract };
		const published = publishedDoi === undefined ? [] : [publishedOf(preprint, publishedDoi, alsoTitled[0])];
		const truth = [preprint, ...published];
		const other = shelf[(i * 7 + 3) % shelf.length] ?? wanted;
		papers.push(...(isWithout ? [] : truth), ...twinsOf(maker, { ...preprint, title: wanted.title }, other));
		return { wanted: { ...wanted }, ids: new Set(truth.map(({ id }) => id)) };
	});
	return { papers, sought };
}

function publishedOf(preprint: Paper, doi: string, title: string | undefined): Paper {
	const rest = without(preprint, "arxiv", "arxivClass");
	const year = (preprint.issued?.year ?? 2024) + 1;
	return {
		...rest,
		...{ id: paperId({ doi, title: preprint.title }), doi, title: title ?? preprint.title, abstract: "" },
		...{
			type: "article-journal",
			venue: "Journal of Samples",
			volume: "7",
			pages: "1-9",
			issued: { year, month: 3 },
		},
		url: `https://doi.org/${doi}`,
	};
}

export function candidateOf(paper: Paper): Candidate {
	return { paper, source: "crossref", relations: [], notices: [] };
}

/** Searches as catalogues do: by the words in common, rare ones counting more; the first of equals first. */
export function searcher(
	papers: readonly Paper[],
	textOf: (paper: Paper) => string,
): (query: string, limit: number) => readonly Paper[] {
	const postings = new Map<string, number[]>();
	papers.forEach((paper, i) => {
		for (const word of wordsOf(textOf(paper))) {
			const list = postings.get(word);
			if (list) list.push(i);
			else postings.set(word, [i]);
		}
	});
	return (query, limit) => {
		const scores = new Map<number, number>();
		for (const word of wordsOf(query)) {
			const list = postings.get(word) ?? [];
			for (const i of list) scores.set(i, (scores.get(i) ?? 0) + Math.log(1 + papers.length / list.length));
		}
		const lengthOf = (i: number): number => textOf(papers[i] as Paper).length;
		const ranked = [...scores].sort(([i, a], [j, b]) => b - a || lengthOf(i) - lengthOf(j) || i - j);
		return ranked.slice(0, limit).flatMap(([i]) => papers[i] ?? []);
	};
}

function wordsOf(text: string): ReadonlySet<string> {
	return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
