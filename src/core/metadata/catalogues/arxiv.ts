// arXiv's API. Source: arXiv API User's Manual, 3.1 (parameters), 3.3 (entries), 3.4 (errors), 5.1 (query construction);
// arXiv API Terms of Use, "Rate limits".

import { arxivDraft } from "../../digests/xml/arxiv/atom";
import { toPaper } from "../../digests/draft";
import { valueAt } from "../../digests/xml/records";
import { findArxiv, findDoi } from "../../identity";
import { childOf, tidyTextOf, type Element } from "../../text/markup/elements";
import { streamRecords } from "../../text/markup/elementStream";
import type { Answer, Candidate, Catalogue, CatalogueRequest, Query, Reading, Wanted } from "../catalogue";
import { directory } from "../directory";
import { xmlRoot, mostRecords, openAnswer, reading, saidIn, saysBusy, sound, whole } from "./answer";
import { arxivIdOf, batches, getRequest, hitsPerSearch, wordsFor } from "./asking";

const address = "https://export.arxiv.org/api/query";
const accept = "application/atom+xml";

/** Identifiers in one request; the manual's limit is 2,000 results, addresses are shorter. */
const perRequest = 100;

export const arxiv: Catalogue = {
	name: "arxiv",
	...directory.arxiv,
	// No more than one request every three seconds, over a single connection.
	pace: { gap: 3000, atOnce: 1 },
	request,
	read,
};

function request({ by, papers }: Query): readonly CatalogueRequest[] {
	if (by !== "identifier") return search(by, papers);
	const known = papers.flatMap(paper => {
		// A malformed identifier makes an error of the whole request.
		const id = findArxiv(arxivIdOf(paper) ?? "");
		return id === undefined ? [] : [{ paper, id }];
	});
	return batches(known, perRequest, ({ id }) => id.length + 3).map(batch =>
		getRequest(
			address,
			{ id_list: batch.map(({ id }) => id).join(","), max_results: batch.length },
			batch.map(({ paper }) => paper),
			accept,
		),
	);
}

/** Titles searched for at once; each has few hits, as all of its words must be there. */
const searchesPerRequest = 4;

/** All words of the title, or those of the abstract that tell it from others, of several papers at once. */
function search(by: "title" | "abstract", papers: readonly Wanted[]): readonly CatalogueRequest[] {
	const field = by === "title" ? "ti" : "abs";
	const terms = papers.flatMap(paper => {
		const words = wordsFor(by, paper).map(word => `${field}:${word}`);
		return words.length === 0 ? [] : [{ paper, term: `(${words.join(" AND ")})` }];
	});
	return batches(terms, searchesPerRequest, ({ term }) => encodeURIComponent(term).length).map(batch =>
		getRequest(
			address,
			{ search_query: batch.map(({ term }) => term).join(" OR "), max_results: hitsPerSearch * batch.length },
			batch.map(({ paper }) => paper),
			accept,
		),
	);
}

function read(answer: Answer): Reading {
	const opened = openAnswer(answer, arxiv);
	if (opened.refused) return opened.refused;
	const { text, report } = opened;
	const root = xmlRoot(text);
	if (root?.name !== "feed" && root?.name !== "entry") {
		report.add("answer-unexpected", whole(text.length), `no feed (“${saidIn(text)}”)`);
		return reading(report, true);
	}
	let isBusy = false;
	const candidates: Candidate[] = [];
	const onCut = (open: readonly Element[]): void =>
		report.add("file-cut", whole(text.length), `the element ${open.at(-1)?.name ?? ""}`);
	for (const { element, cutIn } of streamRecords(text, {
		isRecord: name => name === "entry",
		from: root.start,
		onCut,
	})) {
		if (cutIn || candidates.length >= mostRecords) continue;
		if (/\/api\/errors/.test(valueAt(element, "id"))) {
			const said = tidyTextOf(childOf(element, "summary"));
			report.add("answer-failed", element, "200", said);
			isBusy ||= saysBusy(said);
		} else candidates.push(candidateOf(element));
	}
	return { candidates: sound(candidates, report), problems: report.done(), leads: [], isBusy };
}

/** An entry may name the DOI and the journal of the published version, and say that the paper was withdrawn. */
function candidateOf(entry: Element): Candidate {
	const paper = toPaper(arxivDraft(entry));
	const where = tidyTextOf(childOf(entry, "arxiv:journal_ref"));
	const doi = findDoi(valueAt(entry, "arxiv:doi"));
	const said = `${tidyTextOf(childOf(entry, "arxiv:comment"))} ${paper.abstract.slice(0, 300)}`;
	const isWithdrawn =
		/\b(?:this|the) (?:paper|submission|article|manuscript|work) (?:has been|was|is) (?:withdrawn|retracted)\b|\bwithdrawn by (?:the )?(?:authors?|arxiv)\b/i;
	return {
		paper,
		source: "arxiv",
		relations:
			doi === undefined && where === ""
				? []
				: [{ kind: "published", ...(doi !== undefined && { doi }), ...(where !== "" && { where }) }],
		notices: isWithdrawn.test(said) ? [{ kind: "withdrawal" }] : [],
	};
}
