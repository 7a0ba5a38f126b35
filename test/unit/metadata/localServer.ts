// A server of all catalogues in memory: it understands their requests and answers in their formats, out of one list of
// papers. What goes wrong is told by the test.

import type { Answer, CatalogueRequest } from "../../../src/core/metadata/catalogue";
import type { LookupPlan, PlanStep, Sending } from "../../../src/core/metadata/plan";
import type { Name, Paper } from "../../../src/core/paper";
import { answer } from "./answers";
import { searcher } from "./twins";

type Search = (query: string, limit: number) => readonly Paper[];

export interface LocalServer {
	readonly answer: (request: CatalogueRequest) => Answer;
}

/** A server whose catalogues all hold these papers, each what it can: arXiv preprints, Crossref DOIs, and so on. */
export function localServer(papers: readonly Paper[]): LocalServer {
	const preprints = papers.filter(({ arxiv }) => arxiv !== undefined);
	const registered = papers.filter(({ doi, arxiv }) => doi !== undefined && arxiv === undefined);
	const searches: Readonly<Record<string, Search>> = {
		"ti:": searcher(preprints, ({ title }) => title),
		"abs:": searcher(preprints, ({ abstract }) => abstract),
		crossref: searcher(registered, ({ title }) => title),
	};
	return { answer: request => respond(request, { preprints, registered, searches }) };
}

interface Holdings {
	readonly preprints: readonly Paper[];
	readonly registered: readonly Paper[];
	readonly searches: Readonly<Record<string, Search>>;
}

function respond({ url }: CatalogueRequest, holdings: Holdings): Answer {
	const { host, pathname, searchParams } = new URL(url);
	if (host === "export.arxiv.org") return answer(arxivFeed(searchParams, holdings));
	if (host === "api.crossref.org") return crossref(pathname, searchParams, holdings);
	if (host === "eutils.ncbi.nlm.nih.gov") return answer('{"esearchresult":{"count":"0","idlist":[]}}');
	if (host === "api.semanticscholar.org") return answer(pathname.endsWith("/batch") ? "[null]" : '{"total":0}');
	if (host === "api.openalex.org" && pathname === "/works") return answer('{"results":[]}');
	if (host === "api.datacite.org" && pathname === "/dois") return answer('{"data":[]}');
	return answer("Resource not found.", 404);
}

function arxivFeed(parameters: URLSearchParams, { preprints, searches }: Holdings): string {
	const ids = new Set((parameters.get("id_list") ?? "").split(","));
	const terms = (parameters.get("search_query") ?? "").split(" OR ").filter(term => term !== "");
	const found = terms.flatMap(term => {
		const field = term.includes("abs:") ? "abs:" : "ti:";
		const words = term.replace(/[()]|ti:|abs:| AND/g, " ");
		return searches[field]?.(words, 10) ?? [];
	});
	const entries = terms.length > 0 ? found : preprints.filter(({ arxiv = "" }) => ids.has(arxiv));
	return `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">${entries.map(entryOf).join("")}</feed>`;
}

function entryOf({ arxiv = "", title, abstract, authors, issued, doi = "", arxivClass = "cs.CL" }: Paper): string {
	// Its own DOI arXiv does not name; that of the published version it does.
	const published = doi === "" || doi.startsWith("10.48550/") ? "" : `<arxiv:doi>${xml(doi)}</arxiv:doi>`;
	const { year = 2024, month = 1, day = 1 } = issued ?? {};
	const date = `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}T00:00:00Z`;
	const names = authors.map(name => `<author><name>${xml(written(name))}</name></author>`).join("");
	return (
		`<entry><id>http://arxiv.org/abs/${arxiv}v1</id><title>${xml(title)}</title><summary>${xml(abstract)}</summary>` +
		`<published>${date}</published><arxiv:primary_category term="${arxivClass}"/>${published}${names}</entry>`
	);
}

function written(name: Name): string {
	if ("literal" in name) return name.literal;
	return [name.given, name.particle, name.family].filter(part => part !== undefined).join(" ");
}

function xml(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function crossref(path: string, parameters: URLSearchParams, { registered, searches }: Holdings): Answer {
	const single = decodeURIComponent(path.slice("/works/".length)).toLowerCase();
	const dois = new Set(
		(parameters.get("filter") ?? "")
			.toLowerCase()
			.split(",")
			.map(filter => filter.slice(4)),
	);
	const query = parameters.get("query.bibliographic");
	if (single !== "") {
		const work = registered.find(({ doi = "" }) => doi.toLowerCase() === single);
		return work
			? answer(JSON.stringify({ status: "ok", message: workOf(work) }))
			: answer("Resource not found.", 404);
	}
	const found =
		query === null
			? registered.filter(({ doi = "" }) => dois.has(doi.toLowerCase()))
			: (searches["crossref"]?.(query, Number(parameters.get("rows"))) ?? []);
	return answer(
		JSON.stringify({ status: "ok", message: { "total-results": found.length, items: found.map(workOf) } }),
	);
}

function workOf({ doi, title, abstract, authors, issued, venue, volume, pages, type }: Paper): object {
	return {
		...{ DOI: doi, title: [title], "reference-count": 0, volume, page: pages },
		...(abstract === "" ? {} : { abstract: `<jats:p>${xml(abstract)}</jats:p>` }),
		type: type === "article-journal" ? "journal-article" : "posted-content",
		author: authors.map(name => ("literal" in name ? { name: name.literal } : name)),
		issued: { "date-parts": [[issued?.year, issued?.month, issued?.day].filter(part => part !== undefined)] },
		...(venue === undefined || venue === "arXiv" ? {} : { "container-title": [venue] }),
	};
}

/** What a network does with a request. */
export type Fate = { readonly answer: Answer } | { readonly failure: true };

export interface RunReport {
	readonly sendings: readonly (Sending & { readonly at: number })[];
	/** The time at the end, in milliseconds from 0. */
	readonly end: number;
}

/** Runs a plan on a clock of its own; each request takes `latency` milliseconds. */
export function runPlan(
	plan: LookupPlan,
	fateOf: (sending: Sending, count: number, now: number) => Fate | "cancel",
	latency = 100,
): RunReport {
	const sendings: (Sending & { readonly at: number })[] = [];
	const due: { readonly at: number; readonly sending: Sending; readonly count: number }[] = [];
	let now = 0;
	for (let steps = 0; steps < 100_000; steps++) {
		const step: PlanStep = plan.next(now);
		if (step.kind === "done") return { sendings, end: now };
		if (step.kind === "send") {
			for (const sending of step.requests) {
				due.push({ at: now + latency, sending, count: sendings.length });
				sendings.push({ ...sending, at: now });
			}
			continue;
		}
		const [next] = due;
		if (step.kind === "wait" && (!next || step.until < next.at)) {
			now = Math.max(now, step.until);
			continue;
		}
		if (!next) throw new Error("the plan listens to nothing");
		due.shift();
		now = Math.max(now, next.at);
		const fate = fateOf(next.sending, next.count, now);
		if (fate === "cancel") plan.cancel();
		else if ("failure" in fate) plan.failed(next.sending.id, now);
		else plan.answered(next.sending.id, fate.answer, now);
	}
	throw new Error("the plan does not end");
}
