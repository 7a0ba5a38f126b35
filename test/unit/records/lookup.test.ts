// A look-up as the editor's side runs it: the plan in a real worker, the requests over real connections to a server that is
// slow, busy, broken or gone. Nothing is lost, and nobody is asked more than was promised.

import assert from "node:assert/strict";
import { Worker } from "node:worker_threads";
import type { Answer, CatalogueName, CatalogueRequest, Wanted } from "../../../src/core/metadata/catalogue";
import { paperId } from "../../../src/core/identity";
import type { Paper } from "../../../src/core/paper";
import { Engine, type Cancellation } from "../../../src/engine/engine";
import type { FromWorker } from "../../../src/engine/protocol";
import type { RecordRequests } from "../../../src/engine/records/recordRequests";
import type { KeptAnswers } from "../../../src/host/catalogues";
import { lookUp, type LookedUp, type RecordEngine } from "../../../src/library/records/lookup";
import { bundleWorker } from "../engine/support";
import { wanted } from "../metadata/answers";
import { withServer, type Served } from "../../host/localWeb";
import { catalogueHandler, type Fault, type FaultOf } from "./catalogueServer";

const authors = [{ family: "Lee", given: "Ann" }];
const waters = ["rivers", "lakes", "seas", "ponds", "brooks", "fjords"];

/** Works of a kind, whose DOIs begin alike. */
function worksOf(prefix: string, count: number): readonly Paper[] {
	return waters.slice(0, count).map((water, i) => {
		const doi = `10.${prefix}/${String(i)}`;
		const title = `A long study of the ${water} of kingdom ${prefix} and of the fish that live in them`;
		return {
			...{
				id: paperId({ doi, title }),
				doi,
				title,
				abstract: "",
				authors,
				issued: { year: 2024, month: 2, day: 1 },
			},
			...{ type: "article-journal", venue: "Fish", volume: "1", keywords: [], links: [] },
		};
	});
}

const byDoi = (works: readonly Paper[]) => works.map(({ doi, title }) => wanted({ title, ...(doi && { doi }) }));
const byTitle = (works: readonly Paper[]) => works.map(({ title }) => wanted({ title, authors }));

function token(cancelAfterMs?: number): Cancellation {
	const ending = new AbortController();
	if (cancelAfterMs !== undefined) setTimeout(() => ending.abort(), cancelAfterMs);
	return {
		get isCancellationRequested() {
			return ending.signal.aborted;
		},
		onCancellationRequested: listener => {
			ending.signal.addEventListener("abort", () => listener());
			return { dispose: () => undefined };
		},
	};
}

const nothingKept: KeptAnswers = { find: () => Promise.resolve(undefined), keep: () => Promise.resolve() };

suite("A look-up over a network", () => {
	const own = globalThis.fetch;
	const script = bundleWorker("src/engine/records/recordsWorker.ts");
	const engines: RecordEngine[] = [];

	function engine(): RecordEngine {
		const worker = new Worker(script, { eval: true });
		const made = new Engine<RecordRequests>({
			post: message => worker.postMessage(message),
			onMessage: listener => void worker.on("message", (message: FromWorker) => listener(message)),
			onFailure: listener => void worker.on("exit", code => listener(new Error(`ended (${code})`))),
			dispose: () => void worker.terminate(),
		});
		engines.push(made);
		return made;
	}

	async function serving<T>(
		papers: readonly Paper[],
		faultOf: FaultOf,
		use: (server: Served) => Promise<T>,
	): Promise<T> {
		return withServer(catalogueHandler(papers, faultOf), async served => {
			globalThis.fetch = (input, init) => {
				const isOfWeb = new URL(input instanceof Request ? input.url : String(input)).protocol === "https:";
				return isOfWeb ? served.fetch(input, init) : own(input, init);
			};
			try {
				return await use(served);
			} finally {
				globalThis.fetch = own;
			}
		});
	}

	function run(
		papers: readonly Wanted[],
		{ catalogues = ["crossref"], kept = nothingKept, cancelAfterMs }: RunOptions = {},
	): Promise<LookedUp> {
		const more = { catalogues, kept, askers: new Map(), refused: new Map(), tell: () => undefined };
		return lookUp(engine(), papers, { ...more, token: token(cancelAfterMs) });
	}

	interface RunOptions {
		readonly catalogues?: readonly CatalogueName[];
		readonly kept?: KeptAnswers;
		readonly cancelAfterMs?: number;
	}

	const requests = ({ reports }: LookedUp) => reports.reduce((sum, report) => sum + report.requests, 0);
	const taken = ({ results }: LookedUp) => results.filter(({ kind }) => kind === "taken").length;

	teardown(() => {
		for (const each of engines.splice(0)) each.dispose();
	});

	test("finds all whatever happens to the first request, and says how often it asked", async () => {
		const faults: Readonly<Record<string, { fault: Fault | undefined; requests: number; waits: number }>> = {
			"1001": { fault: undefined, requests: 1, waits: 0 },
			"1002": { fault: { kind: "delay", ms: 400 }, requests: 1, waits: 0 },
			"1003": {
				fault: { kind: "status", status: 429, headers: { "retry-after": "1" } },
				requests: 2,
				waits: 1000,
			},
			"1004": { fault: { kind: "status", status: 429 }, requests: 2, waits: 2000 },
			"1005": { fault: { kind: "status", status: 500 }, requests: 2, waits: 2000 },
			"1006": { fault: { kind: "reset" }, requests: 2, waits: 2000 },
		};
		const prefixes = Object.keys(faults);
		const papers = prefixes.flatMap(prefix => worksOf(prefix, 3));
		const fault = (url: string, count: number) =>
			count > 1 ? undefined : faults[prefixes.find(prefix => url.includes(`10.${prefix}`)) ?? ""]?.fault;
		await serving(papers, fault, async ({ asked }) => {
			const found = await Promise.all(prefixes.map(prefix => run(byDoi(worksOf(prefix, 3)))));
			for (const [i, prefix] of prefixes.entries()) {
				const [wantedOf, looked] = [faults[prefix], found[i]];
				assert.ok(wantedOf && looked);
				const own = asked.filter(({ url }) => url.href.includes(`10.${prefix}`));
				assert.deepEqual(
					[taken(looked), requests(looked), own.length],
					[3, wantedOf.requests, wantedOf.requests],
				);
				assert.ok((own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0) >= wantedOf.waits - 50, prefix);
				assert.equal(looked.isOffline, false);
			}
		});
	});

	test("that is cancelled keeps what was found, and sends nothing more", async () => {
		const works = worksOf("2000", 6);
		await serving(
			works,
			() => undefined,
			async ({ asked }) => {
				const looked = await run(byTitle(works), { cancelAfterMs: 1600 });
				assert.equal(taken(looked), asked.length);
				assert.ok(asked.length >= 1 && asked.length < 6, `${asked.length} requests`);
				const sent = asked.length;
				await new Promise(resolve => setTimeout(resolve, 1200));
				assert.equal(asked.length, sent);
			},
		);
	});

	test("that is cancelled while an answer stalls ends at once", async () => {
		const works = worksOf("2100", 1);
		await serving(
			works,
			() => ({ kind: "stall" }),
			async () => {
				const looked = await run(byDoi(works), { cancelAfterMs: 300 });
				assert.equal(taken(looked), 0);
			},
		);
	});

	test("gives a broken catalogue up, and asks the others", async () => {
		const works = worksOf("3000", 2);
		const isBroken = (url: string) => url.startsWith("https://api.openalex.org/");
		await serving(
			works,
			url => (isBroken(url) ? { kind: "status", status: 401 } : undefined),
			async ({ asked }) => {
				const looked = await run(byTitle(works), { catalogues: ["openalex", "crossref"] });
				assert.equal(taken(looked), 2);
				assert.deepEqual(
					looked.reports.map(({ name, isGivenUp }) => [name, isGivenUp]),
					[
						["openalex", true],
						["crossref", false],
					],
				);
				assert.equal(asked.filter(({ url }) => isBroken(url.href)).length, 1);
			},
		);
	});

	test("asks nobody for what is kept, and does not wait for it", async () => {
		const works = worksOf("4000", 2);
		const answers = new Map<string, Answer>();
		const nameOf = ({ url, body = "" }: CatalogueRequest) => `${url} ${body}`;
		const kept: KeptAnswers = {
			find: request => Promise.resolve(answers.get(nameOf(request))),
			keep: (request, answer) => Promise.resolve(void answers.set(nameOf(request), answer)),
		};
		await serving(
			works,
			() => undefined,
			async ({ asked }) => {
				const first = await run(byTitle(works), { kept });
				const sent = asked.length;
				const second = await run(byTitle(works), { kept });
				assert.deepEqual([taken(first), taken(second), requests(second), asked.length], [2, 2, 0, sent]);
				assert.deepEqual(second.results, first.results);
			},
		);
	});

	test("says at once that there is no network, and asks on where one name alone is not found", async () => {
		const works = worksOf("6000", 2);
		const failing = (isDown: (host: string) => boolean, code: string, fetchIt: typeof fetch) => {
			const asked: string[] = [];
			globalThis.fetch = (input, init) => {
				const { host, protocol } = new URL(input instanceof Request ? input.url : String(input));
				if (protocol !== "https:") return own(input, init);
				asked.push(host);
				const cause = Object.assign(new Error(code), { code });
				return isDown(host) ? Promise.reject(new TypeError("fetch failed", { cause })) : fetchIt(input, init);
			};
			return asked;
		};
		const catalogues = ["openalex", "crossref"] as const;
		for (const code of ["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH"]) {
			const asked = failing(() => true, code, own);
			const looked = await run(byTitle(works), { catalogues });
			assert.deepEqual([looked.isOffline, looked.isCut, asked.length], [true, true, 2], code);
		}
		const asked = failing(() => true, "ECONNRESET", own);
		const refused = await run(byTitle(works), { catalogues: ["crossref"] });
		assert.deepEqual([refused.isOffline, asked.length], [true, 3], "a connection that breaks is tried again");
		await withServer(
			catalogueHandler(works, () => undefined),
			async served => {
				failing(host => host.includes("openalex"), "ENOTFOUND", served.fetch);
				const looked = await run(byTitle(works), { catalogues });
				assert.deepEqual([looked.isOffline, taken(looked)], [false, 2]);
			},
		);
		globalThis.fetch = own;
	});

	test("never sends more than was promised, when everything fails", async () => {
		const works = worksOf("5000", 2);
		await serving(
			works,
			() => ({ kind: "status", status: 404 }),
			async ({ asked }) => {
				const looked = await run(byDoi(works), { catalogues: ["crossref", "openalex", "datacite", "doi"] });
				assert.equal(taken(looked), 0);
				assert.equal(requests(looked), asked.length);
				assert.ok(asked.length <= 20 + 10 * works.length, `${asked.length} requests`);
			},
		);
	});
});
