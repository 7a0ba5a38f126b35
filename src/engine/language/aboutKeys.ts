// What is known of the keys of a document: for its hovers, its colours, and what stands beside them.

import type { Citation, CitedKey } from "../../core/citations/citations";
import type { Paper } from "../../core/paper";
import type { KeyFacts, WorkFacts } from "../../core/navigation/hover";
import { Candidates, searchWords } from "../../core/bibliography/keys/candidates";
import type { Name } from "../../core/navigation/names";
import { definitionsOf, entryFor, isKnown, stringsIn } from "../../core/navigation/project";
import { authorYear, plainAbstract, plainTitle } from "../../core/render";
import { identifiers, linkAddress, pdfAddress, type Address } from "../../core/render/addresses";
import { escapeMarkdown } from "../../core/render/escape";
import { englishLabels } from "../../core/render/labels";
import { noticeText } from "../../core/render/recordWords";
import type { OpenTexts } from "../openTexts";
import { referencesTo } from "../references";
import type { ShelfWorks } from "../shelfWorks";
import { offersOf } from "../tidying";
import { citedIn, nameIn } from "./navigating";
import type { KeyLabel } from "../../core/navigation/answers";
import type { HoverQuestion, KeyStatesQuestion, NavigationRequests } from "./navigationRequests";
import { inProject, linesOf, type OpenedProject } from "./openProject";

type Answer<M extends keyof NavigationRequests> = NavigationRequests[M]["answer"];

export interface ShelfNeeds {
	readonly texts: OpenTexts;
	readonly works: ShelfWorks;
	/** The labels of a paper's topics. */
	readonly topicsOf: (id: string) => readonly string[];
	/** Papers of the shelf that a query finds, the best first. */
	readonly search: (query: string, limit: number) => readonly Paper[];
}

/** How many keys or papers are named that may be meant. */
const mostMeant = 3;

export function keyFacts(needs: ShelfNeeds, question: HoverQuestion): Answer<"keyFacts"> {
	return inProject(needs.texts, question.project, (project): KeyFacts | undefined => {
		const name = nameIn(project, question.offset);
		if (!name) return undefined;
		const { name: key, range } = name;
		const facts = { key, range, near: [], offers: [], cited: [] };
		if (name.kind === "string") {
			const value = stringValue(project, key);
			return value === undefined ? undefined : { ...facts, value };
		}
		const work = workOf(needs, project, name, question);
		if (work) return { ...facts, work, cited: citedIn(project, key) };
		return { ...facts, near: nearIn(project, key), offers: offersFor(needs, key, question.pattern) };
	});
}

function stringValue({ bibliographies }: OpenedProject, name: string): string | undefined {
	for (const { bibliography } of bibliographies) {
		const defined = stringsIn(bibliography, name).find(({ kind }) => kind === "string");
		const value = defined?.block.fields[0]?.value;
		if (value) return bibliography.text.slice(value.start, value.end);
	}
	return undefined;
}

/** The work of a key: its entry, with what the shelf knows beyond it; or the text of a reference in a manuscript. */
function workOf(needs: ShelfNeeds, project: OpenedProject, name: Name, question: HoverQuestion): WorkFacts | undefined {
	const found = entryFor(project.bibliographies, name.name);
	if (!found) return writtenWork(project, name);
	const { uri, bibliography, entry } = found;
	const known = needs.works.find(entry.paper)?.paper;
	const { line } = linesOf(bibliography)(entry.range).start;
	return {
		reference: referenceOf(entry.paper, question),
		abstract: plainAbstract(entry.paper) || (known ? plainAbstract(known) : ""),
		links: linksOf(entry.paper, known),
		topics: known ? needs.topicsOf(known.id) : [],
		entry: { uri, key: entry.key, line },
		...(known && { id: known.id }),
		...(known?.notices && { notices: known.notices.map(notice => noticeText(notice, englishLabels)) }),
	};
}

/** In the style of the settings; where that cannot be used, authors, year and title. */
function referenceOf(paper: Paper, { style, locale }: HoverQuestion): string {
	// A hover shows no math: it is in plain form there.
	const shown = { ...paper, title: plainTitle(paper) };
	const { texts } = referencesTo([shown], { ids: [], style, locale, output: "markdown" });
	return texts[0] ?? escapeMarkdown([authorYear(paper), plainTitle(paper)].filter(part => part !== "").join(", "));
}

function linksOf(paper: Paper, known: Paper | undefined): readonly Address[] {
	const url = paper.url === undefined ? undefined : linkAddress(paper.url);
	const ids = identifiers({ ...known, ...paper });
	const pdf = pdfAddress(paper) ?? (known && pdfAddress(known));
	const page = url && !ids.some(id => id.url === url.url) ? [url] : [];
	return [...ids, ...page, ...(pdf === undefined ? [] : [{ url: pdf, label: "PDF", place: "PDF" }])];
}

/** Longer references of `thebibliography` are not shown whole. */
const mostWritten = 600;

/** A reference that the manuscript itself holds, as it is written there. */
function writtenWork(project: OpenedProject, name: Name): WorkFacts | undefined {
	const [defined] = definitionsOf(name, project);
	const source = project.manuscripts.find(({ uri }) => uri === defined?.uri)?.source;
	if (!defined || !source) return undefined;
	const rest = source.text.slice(defined.range.end, defined.range.end + mostWritten);
	const written = /^\s*\}?([^]*?)(?:\\bibitem|\\end\{|\n\s*\n|$)/.exec(rest)?.[1] ?? "";
	return { reference: escapeMarkdown(written), abstract: "", links: [], topics: [] };
}

function nearIn({ bibliographies }: OpenedProject, key: string): KeyFacts["near"] {
	const candidates = new Candidates(bibliographies.flatMap(({ bibliography }) => bibliography.entries));
	return candidates.of(key).map(other => {
		const paper = entryFor(bibliographies, other)?.entry.paper;
		return { key: other, label: paper ? labelOf(paper) : "" };
	});
}

function labelOf(paper: Paper): string {
	return [authorYear(paper), plainTitle(paper)].filter(part => part !== "").join(", ");
}

/** Papers of the shelf that have the key or would get it, else those that its words find. */
function offersFor({ works, search }: ShelfNeeds, key: string, pattern: string): KeyFacts["offers"] {
	const sure = offersOf(works, pattern)(key).works.map(({ paper }) => paper);
	const words = searchWords(key);
	const papers = sure.length > 0 || words === "" ? sure : search(words, mostMeant);
	return papers.slice(0, mostMeant).map(paper => ({ id: paper.id, label: labelOf(paper) }));
}

export function keyStates(
	{ texts, works }: ShelfNeeds,
	{ project: refs, pattern }: KeyStatesQuestion,
): Answer<"keyStates"> {
	return inProject(texts, refs, project => {
		const { manuscript } = project.document ?? {};
		if (!manuscript) return new Uint32Array();
		const lines = linesOf(manuscript);
		const offers = offersOf(works, pattern);
		const states = new Map<string, number>();
		const stateOf = (key: string): number => {
			const known = states.get(key) ?? (isKnown(project, key) ? 0 : offers(key).works.length > 0 ? 2 : 1);
			states.set(key, known);
			return known;
		};
		const numbers: number[] = [];
		for (const { key, range } of keysIn(manuscript.citations)) {
			const { start, end } = lines(range);
			if (start.line === end.line)
				numbers.push(start.line, start.column, end.column - start.column, stateOf(key));
		}
		return Uint32Array.from(numbers);
	});
}

/** The keys of citations as they stand in the text; citations may hold each other. */
function keysIn(citations: readonly Citation[]): readonly CitedKey[] {
	const keys: CitedKey[] = [];
	for (const citation of citations) for (const key of citation.keys) if (key.key !== "*") keys.push(key);
	return keys.sort((a, b) => a.range.start - b.range.start);
}

export function keyLabels(
	{ texts }: ShelfNeeds,
	{ project: refs, first, last }: NavigationRequests["keyLabels"]["params"],
): Answer<"keyLabels"> {
	return inProject(texts, refs, (project): readonly KeyLabel[] => {
		const { manuscript } = project.document ?? {};
		if (!manuscript) return [];
		const lines = linesOf(manuscript);
		return manuscript.citations.flatMap(({ keys }) =>
			keys.flatMap(({ key, whole }) => {
				const { end } = lines(whole);
				if (end.line < first || end.line > last) return [];
				const paper = entryFor(project.bibliographies, key)?.entry.paper;
				const label = paper && authorYear(paper);
				return label === undefined || label === "" ? [] : [{ label, ...end }];
			}),
		);
	});
}
