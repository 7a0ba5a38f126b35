// Looking papers up, without a network: which requests are sent when, and what failures, waits and a cancel cost.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { CatalogueName, Wanted } from "../../../src/core/metadata/catalogue";
import { catalogues } from "../../../src/core/metadata/catalogues";
import { LookupPlan, type PlanOptions, type Sending } from "../../../src/core/metadata/plan";
import { retryAfter } from "../../../src/core/metadata/plan/patience";
import type { Paper } from "../../../src/core/paper";
import { paperId } from "../../../src/core/identity";
import { answer, wanted } from "./answers";
import { localServer, runPlan, type Fate, type RunReport } from "./localServer";
import { localCatalogue } from "./twins";

function paper(fields: Partial<Paper>): Paper {
	const all = { title: "", abstract: "", authors: [], type: "article", keywords: [], links: [], ...fields };
	return { ...all, id: paperId(all) };
}

const lee = [{ family: "Lee", given: "Ann" }];
/** Twelve works, each with a preprint and a published version under the same title. */
const works = Array.from({ length: 12 }, (_, i) => {
	const title = `A study of ${["rivers", "lakes", "seas", "ponds"][i % 4] ?? ""} and their fish, number ${String(i + 100)}`;
	const abstract = `Fish of kind ${String(i)} were counted by nets, by eye and by sound in water of every depth that we could reach with a boat and a rope. ${title}.`;
	const base = { title, abstract, authors: lee, issued: { year: 2024, month: 2, day: 1 } };
	const preprint = paper({ ...base, arxiv: `2402.${String(10_000 + i)}`, venue: "arXiv" });
	const published = paper({
		...base,
		doi: `10.1000/f(${String(i)})`,
		type: "article-journal",
		venue: "Fish",
		volume: "1",
	});
	return { preprint, published };
});
const server = localServer(works.flatMap(({ preprint, published }) => [preprint, published]));
const byArxiv: readonly Wanted[] = works.map(({ preprint: { title, abstract, arxiv } }) =>
	wanted({ title, abstract, ...(arxiv !== undefined && { arxiv }) }),
);
const byDoi = works.map(({ published: { title, doi } }) => wanted({ title, ...(doi !== undefined && { doi }) }));
const byTitle = works.map(({ preprint: { title, abstract } }) => wanted({ title, abstract }));

const serve = ({ request }: Sending): Fate => ({ answer: server.answer(request) });

function run(
	papers: readonly Wanted[],
	fate: Parameters<typeof runPlan>[1] = serve,
	options: PlanOptions = {},
): { plan: LookupPlan; report: RunReport } {
	const plan = new LookupPlan(papers, options);
	return { plan, report: runPlan(plan, fate) };
}

const found = (plan: LookupPlan): number => plan.outcomes().filter(({ record }) => record !== undefined).length;
const countOf = ({ sendings }: RunReport, name: CatalogueName): number =>
	sendings.filter(({ catalogue }) => catalogue === name).length;

suite("A plan", () => {
	test("asks for identifiers in one request where the catalogue takes them together", () => {
		const { plan, report } = run(byDoi, serve, { catalogues: ["crossref"] });
		assert.equal(found(plan), 12);
		assert.equal(report.sendings.length, 1);
		const { plan: other, report: asked } = run(byArxiv, serve, { catalogues: ["arxiv"] });
		assert.equal(found(other), 12);
		assert.equal(asked.sendings.length, 1);
	});

	test("joins a preprint and the published version that the preprint's record names", () => {
		const [work] = works;
		assert.ok(work);
		const { title, abstract, arxiv = "" } = work.preprint;
		const feed =
			`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry><id>http://arxiv.org/abs/${arxiv}v2</id><title>${title}</title>` +
			`<summary>${abstract}</summary><published>2024-02-01T00:00:00Z</published><author><name>Ann Lee</name></author><arxiv:doi>10.1000/F(0)</arxiv:doi></entry></feed>`;
		const { plan, report } = run([wanted({ title, arxiv })], sending =>
			sending.catalogue === "arxiv" ? { answer: answer(feed) } : serve(sending),
		);
		const [outcome] = plan.outcomes();
		assert.deepEqual(
			report.sendings.map(({ catalogue }) => catalogue),
			["arxiv", "crossref"],
		);
		assert.equal(outcome?.record?.paper.venue, "Fish");
		assert.equal(outcome.record.paper.arxiv, arxiv);
		assert.equal(outcome.record.paper.type, "article-journal");
	});

	test("fetches the records of the numbers that PubMed's search gives", () => {
		const set =
			"<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>77</PMID><Article><Journal><Title>Fish</Title></Journal>" +
			"<ArticleTitle>Of salmon and of trout in cold water.</ArticleTitle><AuthorList><Author><LastName>Lee</LastName><ForeName>Ann</ForeName></Author></AuthorList>" +
			"<ArticleDate><Year>2024</Year></ArticleDate></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>";
		const sought = wanted({ title: "Of salmon and of trout in cold water", authors: lee });
		const { plan, report } = run(
			[sought],
			({ request }) => ({
				answer: answer(request.url.includes("esearch") ? '{"esearchresult":{"idlist":["77"]}}' : set),
			}),
			{ catalogues: ["pubmed"] },
		);
		assert.deepEqual(
			report.sendings.map(({ request }) => new URL(request.url).pathname.split("/").at(-1)),
			["esearch.fcgi", "efetch.fcgi"],
		);
		assert.equal(plan.outcomes()[0]?.record?.paper.pmid, "77");
	});

	test("asks nothing for no papers, and nothing of catalogues that are not allowed", () => {
		assert.deepEqual(new LookupPlan([]).next(0), { kind: "done" });
		assert.deepEqual(new LookupPlan(byTitle, { catalogues: [] }).next(0), { kind: "done" });
		const { report } = run(byTitle, serve, { catalogues: ["arxiv", "crossref"] });
		assert.ok(report.sendings.every(({ catalogue }) => catalogue === "arxiv" || catalogue === "crossref"));
	});

	test("keeps to the pace of each catalogue", () => {
		for (const papers of [byTitle, byArxiv, byDoi]) {
			const { report } = run(papers);
			for (const { name, pace } of catalogues) {
				const times = report.sendings.filter(({ catalogue }) => catalogue === name).map(({ at }) => at);
				times.slice(1).forEach((at, i) => assert.ok(at - (times[i] ?? 0) >= pace.gap, name));
			}
		}
	});

	test("slows down when an answer names a slower pace", () => {
		const slow = { "X-Rate-Limit-Limit": "1", "X-Rate-Limit-Interval": "10s" };
		const { report } = run(byTitle, ({ request }) => ({ answer: { ...server.answer(request), headers: slow } }), {
			catalogues: ["crossref"],
		});
		const times = report.sendings.map(({ at }) => at);
		times.slice(1).forEach((at, i) => assert.ok(at - (times[i] ?? 0) >= 10_000));
	});

	test("never asks the same twice, and no more than it was allowed", () => {
		for (const papers of [byTitle, byArxiv, byDoi]) {
			const { report } = run(papers);
			const asked = report.sendings.map(({ request: { url, body = "" } }) => `${url} ${body}`);
			assert.equal(new Set(asked).size, asked.length);
		}
		const { report, plan } = run(byTitle, serve, { mostRequests: 2 });
		assert.equal(report.sendings.length, 2);
		assert.equal(plan.sent, 2);
	});

	test("does not ask for what a person has refused again", () => {
		const [first] = byDoi;
		const [work] = works;
		assert.ok(first && work);
		const refused = new Map([[first.id, new Set([work.published.id])]]);
		const { plan } = run([first], serve, { catalogues: ["crossref"], refused });
		assert.equal(plan.outcomes()[0]?.match.kind, "none");
	});
});

suite("A plan whose requests fail", () => {
	const once =
		(first: Fate): Parameters<typeof runPlan>[1] =>
		(sending, count) =>
			count === 0 ? first : serve(sending);
	const busy = (status: number, headers: Readonly<Record<string, string>> = {}): Fate => ({
		answer: answer("busy", status, headers),
	});

	test("waits as long as it is told", () => {
		const { plan, report } = run(byDoi, once(busy(429, { "Retry-After": "30" })), { catalogues: ["crossref"] });
		assert.deepEqual(
			report.sendings.map(({ at }) => at),
			[0, 30_100],
		);
		assert.equal(found(plan), 12);
	});

	test("reads a date to wait for, and nothing else", () => {
		const now = Date.parse("2026-11-25T10:00:00Z");
		const cases: readonly (readonly [string, number | undefined])[] = [
			["120", 120_000],
			["0", 0],
			["1.5", 1500],
			["Wed, 25 Nov 2026 10:00:07 GMT", 7000],
			["Wed, 25 Nov 2026 09:00:00 GMT", 0],
			["soon", undefined],
			["-5", undefined],
			["", undefined],
		];
		for (const [written, expected] of cases)
			assert.equal(retryAfter({ "retry-after": written }, now), expected, written);
	});

	test("backs off, twice as long each time, when it is not told", () => {
		for (const fate of [busy(429), busy(500), busy(503), { failure: true } as const]) {
			const { plan, report } = run(byDoi, (sending, count) => (count < 3 ? fate : serve(sending)), {
				catalogues: ["crossref"],
			});
			assert.deepEqual(
				report.sendings.map(({ at }) => at),
				[0, 2100, 6200, 14_300],
			);
			assert.equal(found(plan), 12);
		}
	});

	test("gives a catalogue up that fails again and again, and finds the papers elsewhere", () => {
		const { plan, report } = run(byTitle, sending => (sending.catalogue === "arxiv" ? busy(500) : serve(sending)));
		assert.ok(countOf(report, "arxiv") <= 5);
		assert.equal(plan.reports().find(({ name }) => name === "arxiv")?.isGivenUp, true);
		assert.equal(found(plan), 12);
	});

	test("gives a catalogue up that asks for an hour", () => {
		const { plan, report } = run(byArxiv, sending =>
			sending.catalogue === "arxiv" ? busy(429, { "retry-after": "3600" }) : serve(sending),
		);
		assert.equal(countOf(report, "arxiv"), 1);
		assert.equal(found(plan), 12);
	});

	test("ends soon when nothing can be reached", () => {
		const { plan, report } = run(byTitle, () => ({ failure: true }));
		assert.equal(found(plan), 0);
		assert.ok(plan.reports().every(({ isGivenUp, requests }) => isGivenUp || requests === 0));
		assert.ok(report.sendings.length <= 5 * catalogues.length);
		assert.ok(report.end < 5 * 60_000);
	});

	test("does not ask again with a key that is refused", () => {
		const { report } = run(byDoi, () => busy(401), { catalogues: ["crossref"] });
		assert.equal(report.sendings.length, 1);
	});

	test("takes a batch apart that is refused for one identifier in it, and finds that paper by its title", () => {
		const { plan, report } = run(
			byDoi,
			sending => (decodeURIComponent(sending.request.url).includes("f(3)") ? busy(400) : serve(sending)),
			{ catalogues: ["crossref"] },
		);
		assert.equal(found(plan), 12);
		assert.ok(report.sendings.length <= 2 + 2 * Math.ceil(Math.log2(12)));
	});

	test("ends at once when it is cancelled, and keeps what was found", () => {
		const { plan, report } = run(byTitle, (sending, count) => (count === 2 ? "cancel" : serve(sending)));
		const before = found(plan);
		assert.ok(before > 0 && before < 12);
		const last = report.sendings.at(-1);
		assert.ok(last);
		plan.answered(last.id, server.answer(last.request), 1e6);
		plan.failed(last.id, 1e6);
		assert.equal(found(plan), before);
		assert.deepEqual(plan.next(1e9), { kind: "done" });
		assert.ok(plan.outcomes().every(({ isFinished }) => isFinished));
	});

	test("always ends, loses no paper and counts each request, whatever happens", () => {
		const fates: readonly (readonly [number, (sending: Sending) => Fate | "cancel"])[] = [
			[8, serve],
			[1, () => busy(429)],
			[1, () => busy(429, { "retry-after": "1" })],
			[1, () => busy(500)],
			[1, () => busy(400)],
			[1, () => busy(403)],
			[1, () => ({ failure: true })],
			[1, () => ({ answer: answer("<html><title>Log in</title></html>") })],
			[1, () => ({ answer: answer('{"message":{"items":[{"DOI"') })],
		];
		const wheel = fates.flatMap(([weight, fate]) => Array.from({ length: weight }, () => fate));
		const mixed = [...byTitle.slice(0, 4), ...byArxiv.slice(4, 8), ...byDoi.slice(8)];
		fc.assert(
			fc.property(fc.infiniteStream(fc.nat(wheel.length - 1)), numbers => {
				const fateOf = (sending: Sending): Fate | "cancel" =>
					wheel[numbers.next().value as number]?.(sending) ?? serve(sending);
				const { plan, report } = run(mixed, fateOf);
				assert.equal(plan.sent, report.sendings.length);
				assert.equal(plan.outcomes().length, 12);
				assert.ok(plan.outcomes().every(({ isFinished }) => isFinished));
				assert.ok(plan.sent <= 140);
				for (const { match, id } of plan.outcomes()) {
					const right = works.find((_, i) => mixed[i]?.id === id);
					if (match.kind === "taken") assert.equal(match.candidates[0]?.paper.title, right?.preprint.title);
				}
			}),
			{ numRuns: 20, seed: 29 },
		);
	});
});

suite("The sample shelf, looked up in a local server of near twins", () => {
	test("55 right, none wrong, by titles and abstracts alone", () => {
		const { papers, sought } = localCatalogue(8);
		assert.ok(papers.length >= 2000);
		const twins = localServer(papers);
		const { plan, report } = run(
			sought.map(({ wanted: one }) => one),
			({ request }) => ({ answer: twins.answer(request) }),
		);
		const wrong = plan.outcomes().filter(({ record }, i) => {
			const ids = sought[i]?.ids;
			return record === undefined || ids?.has(record.paper.id) !== true || record.paper.authors.length === 0;
		});
		assert.deepEqual(
			wrong.map(({ id, match }) => [id, match.kind, match.reasons]),
			[],
		);
		assert.ok(report.sendings.length < 300, String(report.sendings.length));
	});
});
