// The states of the reading panel that a reader may meet, made from the sample shelf and from what a digest may hold.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Name, Paper, TextRange } from "../../../src/core/paper";
import type { ToPage } from "../../../src/core/protocol";
import { plainTitle } from "../../../src/core/render";
import { renderPaper, type PageOptions } from "../../../src/core/render/page";
import { root } from "../../host/paths";

interface Entry {
	readonly id: string;
	readonly title: string;
	readonly author: readonly Name[];
	readonly issued: { readonly "date-parts": readonly [readonly [number, number, number]] };
	readonly custom: { readonly links?: readonly string[] };
}

const shelf = "trending-clinical-deployment";
const seeds = join(root, "seeds");
const lines = readFileSync(join(seeds, `${shelf}.txt`), "utf8").split("\n");
const entries = JSON.parse(readFileSync(join(seeds, `${shelf}.csl.json`), "utf8")) as readonly Entry[];

/** The paper of the sample shelf whose title has these words. */
function samplePaper(words: string): Paper {
	const entry = entries.find(({ title }) => title.includes(words));
	if (!entry) throw new Error(`The sample shelf has no paper with “${words}”.`);
	const line = lines.findIndex(text => text.includes(words));
	const [year, month, day] = entry.issued["date-parts"][0];
	return {
		id: entry.id,
		title: entry.title,
		abstract: lines[line + 1] ?? "",
		authors: entry.author,
		issued: { year, month, day },
		type: "article",
		arxiv: entry.id.replace("arxiv:", ""),
		venue: "arXiv",
		keywords: [],
		links: (entry.custom.links ?? []).map(url => ({ url, kind: /huggingface/.test(url) ? "data" : "code" })),
	};
}

const phikon = samplePaper("Phikon-v2");
const similar = ["Towards Robust Foundation Models", "ag of tricks", "GaNDLF", "MedS", "Inflexible Reasoning"];
const options: PageOptions = {
	topics: [
		{ label: "Digital pathology", terms: ["pathology", "slide", "biomarker"] },
		{ label: "Foundation models", terms: ["self-supervised"] },
	],
	similar: similar.map(samplePaper),
	appearances: [{ digest: shelf, place: 6, count: 55 }],
	position: { place: 2, count: 12 },
};

const mathPaper: Paper = {
	...phikon,
	id: "title:math",
	title: "An $O(n \\log n)$ bound for $\\ell_2$-regularised $\\mathbb{R}^d$ estimators",
	abstract: [
		"Detection is possible when $\\lambda^2 > \\frac{1}{4}$, with $p < 10^{-3}$ and an error of $\\pm 5\\%$,",
		"for all $x_i \\in \\mathbb{R}^{n \\times d}$:",
		"$$\\hat\\theta = \\arg\\min_\\theta \\sum_{i=1}^{n} \\left( y_i - x_i^\\top \\theta \\right)^2$$",
		"A source that nobody knows, $\\mone + \\foo{x}$, is shown as it was written; from $5 to $10 is a price.",
	].join(" "),
};

const hostilePaper: Paper = {
	...phikon,
	id: `title:"><img src=x onerror=alert(1)>`,
	title: `<script>alert(1)</script> & "quoted" 'titles' <img src=x onerror=alert(1)>`,
	abstract: `</p><script>alert(2)</script><style>*{display:none}</style> [x](command:workbench.action.quit) javascript:alert(3)`,
	authors: [{ family: "<b>Bold</b>", given: `" onclick="alert(4)` }],
	venue: "<iframe src=https://example.org>",
	links: [
		{ url: "javascript:alert(5)", kind: "code" },
		{ url: `https://example.org/"onmouseover="alert(6)`, kind: "code" },
	],
};

const bare: Paper = {
	id: "title:1",
	title: phikon.title,
	abstract: "",
	authors: [],
	type: "article",
	keywords: [],
	links: [],
};

const published: Paper = {
	...phikon,
	id: "doi:10.1234/example.5",
	doi: "10.1234/example.5",
	type: "article-journal",
	venue: "Journal of Digital Pathology",
	issued: { year: 2025, month: 6 },
};
const listed: Paper = { ...phikon, authorsIncomplete: true, announced: "replacement" };
const library = { digest: "library", place: 3, count: 212 };
const listing = { digest: "arxiv-mail-2025-06-02", place: 14, count: 31, announced: "replacement" } as const;

/** A preprint and its published version, of which three digests tell. */
const records: PageOptions = {
	appearances: [
		{ digest: shelf, place: 6, count: 55 },
		{ ...listing, date: { year: 2025, month: 6, day: 2 } },
		library,
	],
	records: [
		{ appearance: { digest: shelf, place: 6, count: 55 }, paper: phikon, gives: ["title", "abstract", "arxiv"] },
		{ appearance: listing, paper: listed, gives: [] },
		{ appearance: library, paper: published, gives: ["doi", "venue", "issued", "type"] },
	],
};

const marked = /\b(?:foundation|pathology|models?|MSI)\b/gi;
const highlight = (text: string): TextRange[] =>
	[...text.matchAll(marked)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));

function shown(paper: Paper, more: PageOptions = {}): ToPage {
	return { type: "paper", id: paper.id, title: plainTitle(paper), html: renderPaper(paper, { ...options, ...more }) };
}

/** What the page is told in each state. */
const reasons: PageOptions["reasons"] = [
	{ query: "patholgy", words: ["pathology", "histopathology"], way: "slip", fields: ["title", "abstract"] },
	{ query: "wsi", words: ["whole", "slide", "images"], way: "acronym", fields: ["abstract"] },
	{ query: "", words: ["slides", "biomarker"], way: "meaning", fields: ["title", "abstract"] },
	{ query: "<b>", words: ["<img src=x>"], way: "word", fields: ["abstract"] },
];

const note = [
	"Use for the introduction: **460 million tiles**, public.",
	"",
	"- $p < 10^{-3}$ for MSI only?",
	"- <script>alert(9)</script> [x](command:workbench.action.quit)",
].join("\n");

export const states: Readonly<Record<string, ToPage>> = {
	full: shown(phikon, { citedIn: ["main.tex"] }),
	authors: shown(samplePaper("GaNDLF"), { position: { place: 12, count: 12 } }),
	noRecord: shown({ ...bare, abstract: phikon.abstract }, { similar: [], position: undefined }),
	noAbstract: shown({ ...phikon, abstract: "" }),
	onlyTitle: shown(bare, { topics: [], similar: [], appearances: [], position: { place: 1, count: 1 } }),
	records: shown({ ...published, arxiv: phikon.arxiv ?? "" }, records),
	retracted: shown({
		...phikon,
		authorsIncomplete: true,
		notices: [
			{ kind: "retraction", doi: "10.1000/retraction(1)", where: "Journal of Samples, 7 <b>(2025)</b>" },
			{ kind: "correction" },
		],
		recordFrom: { catalogues: ["crossref", "openalex", "<b>"], asOf: { year: 2026, month: 3, day: 1 } },
	}),
	announced: shown(listed, { appearances: records.appearances ?? [] }),
	math: shown(mathPaper),
	hostile: shown(hostilePaper, { topics: [{ label: `"><script>alert(7)</script>`, terms: ["<b>"] }] }),
	searched: shown(phikon, { highlight }),
	found: shown(phikon, { highlight, reasons, marks: ["starred"] }),
	marked: shown(phikon, {
		marks: ["read", "starred", "later"],
		tags: ["to cite", "whole slides", `"><img src=x onerror=alert(8)>`],
		notes: [{ at: "2026-02-03T10:00:00.000Z", text: note }],
		followed: { queries: ['author:"Alexandre Filiot"', "biomarker", "<b>"], authors: new Set([0]), isVenue: true },
		highlight,
	}),
	twoNotes: shown(phikon, {
		marks: ["read", "done", "hidden"],
		notes: [
			{ at: "2026-02-03T10:00:00.000Z", text: "Compare with UNI." },
			{ at: "2026-02-03T10:05:00.000Z", text: "Ask Ute for the slides of figure 2." },
		],
	}),
	loading: { type: "state", state: "loading", message: "Loading the paper…" },
	gone: {
		type: "state",
		state: "gone",
		message: "This paper is no longer on the shelf: its digest was changed or removed.",
	},
	empty: { type: "state", state: "empty", message: "Choose a paper on the shelf to read it here." },
};
