// Sending look-ups to a server on this machine that is slow, busy, broken, far too talkative or leads elsewhere.

import assert from "node:assert/strict";
import type { CatalogueRequest } from "../../../src/core/metadata/catalogue";
import { LookupPlan } from "../../../src/core/metadata/plan";
import { runLookup } from "../../../src/host/catalogues";
import { FetchError, type FetchFailure, type FetchOptions } from "../../../src/host/fetchBytes";
import { sendRequest } from "../../../src/host/sendRequest";
import { withServer } from "../../host/localWeb";
import { wanted } from "../metadata/answers";

const hosts = ["a.example", "b.example"];
const get = (url: string, more: Partial<CatalogueRequest> = {}): CatalogueRequest => ({
	url,
	method: "GET",
	headers: {},
	papers: [],
	...more,
});

async function failure(request: CatalogueRequest, options: FetchOptions): Promise<FetchFailure | undefined> {
	try {
		await sendRequest(request, hosts, options);
		return undefined;
	} catch (error) {
		return error instanceof FetchError ? error.failure : undefined;
	}
}

const text = (body: Uint8Array): string => new TextDecoder().decode(body);

suite("Sending a request to a catalogue", () => {
	test("gives status, headers and body, also of an error", async () => {
		await withServer(
			(_, response) => response.writeHead(429, { "Retry-After": "7" }).end("slow down"),
			async ({ fetch: local }) => {
				const { status, headers, body } = await sendRequest(get("https://a.example/x"), hosts, {
					fetch: local,
				});
				assert.deepEqual([status, headers["retry-after"], text(body)], [429, "7", "slow down"]);
			},
		);
	});

	test("posts a body with its headers, and nothing of the person", async () => {
		await withServer(
			({ incoming }, response) => {
				incoming.on("data", (data: Buffer) => response.write(data));
				incoming.on("end", () => response.end());
			},
			async ({ fetch: local, asked }) => {
				const request = get("https://a.example/x", {
					method: "POST",
					headers: { "x-api-key": "k" },
					body: '{"ids":[]}',
				});
				assert.equal(text((await sendRequest(request, hosts, { fetch: local })).body), '{"ids":[]}');
				assert.equal(asked[0]?.headers["x-api-key"], "k");
				assert.equal(asked[0].headers["cookie"], undefined);
				assert.equal(asked[0].headers["referer"], undefined);
			},
		);
	});

	test("follows redirects to its catalogue's hosts, and to nowhere else", async () => {
		const places: Readonly<Record<string, string>> = {
			"/b": "https://b.example/end",
			"/c": "https://c.example/end",
			"/http": "http://a.example/end",
			"/own": "https://127.0.0.1/end",
			"/user": "https://x:y@a.example/end",
			"/round": "/round",
		};
		await withServer(
			({ url }, response) => {
				const to = places[url.pathname];
				if (to === undefined) response.end("end");
				else response.writeHead(302, { location: to }).end();
			},
			async ({ fetch: local, asked }) => {
				assert.equal(
					text((await sendRequest(get("https://a.example/b"), hosts, { fetch: local })).body),
					"end",
				);
				const ends = { "/c": "elsewhere", "/own": "elsewhere", "/user": "elsewhere", "/round": "unreachable" };
				for (const [path, kind] of Object.entries(ends))
					assert.equal((await failure(get(`https://a.example${path}`), { fetch: local }))?.kind, kind, path);
				assert.equal((await failure(get("https://a.example/http"), { fetch: local }))?.kind, "not-https");
				assert.equal((await failure(get("https://c.example/"), { fetch: local }))?.kind, "elsewhere");
				assert.equal(
					(await failure(get("https://a.example/b", { method: "POST" }), { fetch: local }))?.kind,
					"unreachable",
				);
				assert.ok(asked.every(({ url }) => /^https:\/\/[ab]\.example\//.test(url.href)));
			},
		);
	});

	test("ends when the answer drips too slowly, is too large, or is cut off", async () => {
		const drip = setInterval.bind(undefined);
		await withServer(
			({ url, incoming }, response) => {
				if (url.pathname === "/reset") return incoming.socket.destroy();
				if (url.pathname === "/large") return response.end("x".repeat(3_000_000));
				response.write("{");
				const timer = drip(() => response.write(" "), 20);
				response.on("close", () => clearInterval(timer));
				return undefined;
			},
			async ({ fetch: local }) => {
				assert.deepEqual(await failure(get("https://a.example/drip"), { fetch: local, seconds: 0.2 }), {
					kind: "too-slow",
					seconds: 0.2,
				});
				assert.equal((await failure(get("https://a.example/reset"), { fetch: local }))?.kind, "unreachable");
				assert.equal(
					(await sendRequest(get("https://a.example/large"), hosts, { fetch: local, megabytes: 1 })).status,
					413,
				);
				const ending = new AbortController();
				setTimeout(() => ending.abort(), 30);
				assert.deepEqual(
					await failure(get("https://a.example/drip"), { fetch: local, signal: ending.signal }),
					{ kind: "cancelled" },
				);
				assert.deepEqual(
					await failure(get("https://a.example/drip"), { fetch: local, signal: AbortSignal.abort() }),
					{ kind: "cancelled" },
				);
			},
		);
	});
});

suite("Carrying out a plan", () => {
	const papers = ["10.1000/a", "10.1000/b"].map(doi =>
		wanted({ doi, title: `The title of ${doi.slice(-1)} is long enough` }),
	);
	const works = papers.map(({ doi, title }) => ({
		DOI: doi,
		title: [title],
		author: [{ family: "Lee", given: "Ann" }],
		"container-title": ["J"],
		issued: { "date-parts": [[2024]] },
	}));
	const body = JSON.stringify({ status: "ok", message: { items: works } });
	const only = { catalogues: ["crossref"] } as const;

	test("finds the records, saying who asks", async () => {
		await withServer(
			(_, response) => void setTimeout(() => response.end(body), 30),
			async ({ fetch: local, asked }) => {
				const plan = new LookupPlan(papers, only);
				let progress = 0;
				await runLookup(plan, {
					fetch: local,
					askerOf: () => ({ contact: "me@example.org" }),
					onProgress: () => progress++,
				});
				assert.deepEqual(
					plan.outcomes().map(({ record }) => record?.paper.authors[0]),
					[
						{ family: "Lee", given: "Ann" },
						{ family: "Lee", given: "Ann" },
					],
				);
				assert.deepEqual([asked.length, progress], [1, 1]);
				assert.equal(asked[0]?.url.searchParams.get("mailto"), "me@example.org");
			},
		);
	});

	test("waits as long as the catalogue says, and tries a broken connection again", async () => {
		await withServer(
			({ incoming }, response, count) => {
				if (count === 1) response.writeHead(429, { "retry-after": "1.2" }).end();
				else if (count === 2) incoming.socket.destroy();
				else response.end(body);
			},
			async ({ fetch: local, asked }) => {
				const plan = new LookupPlan(papers, only);
				await runLookup(plan, { fetch: local });
				assert.ok(plan.outcomes().every(({ record }) => record !== undefined));
				assert.equal(asked.length, 3);
				assert.ok((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0) >= 1150);
			},
		);
	});

	test("ends at once when it is cancelled, and sends nothing more", async () => {
		await withServer(
			() => undefined,
			async ({ fetch: local, asked }) => {
				const ending = new AbortController();
				setTimeout(() => ending.abort(), 50);
				await runLookup(new LookupPlan(papers), { fetch: local, signal: ending.signal });
				const sent = asked.length;
				await new Promise(resolve => setTimeout(resolve, 100));
				assert.equal(asked.length, sent);
				await runLookup(new LookupPlan(papers), { fetch: local, signal: ending.signal });
				assert.equal(asked.length, sent);
			},
		);
	});
});
