// Reading an address: https alone, within bounds, and an error that says what went wrong.
import { deepEqual, equal, rejects } from "node:assert/strict";
import {
	addressIn,
	FetchError,
	fetchBytes,
	isHttps,
	type FetchFailure,
	type FetchOptions,
} from "../../../src/host/fetchBytes";

/** A web of pages by address; an address that is not in it cannot be reached. */
function web(pages: Readonly<Record<string, () => Response | Promise<Response>>>): {
	asked: string[];
	fetch: typeof fetch;
} {
	const asked: string[] = [];
	const answer = async (address: unknown, init?: RequestInit) => {
		asked.push(String(address));
		const page = pages[String(address)];
		if (!page) throw new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND") });
		return new Promise<Response>((resolve, reject) => {
			if (init?.signal?.aborted === true) reject(new Error("aborted"));
			init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
			void Promise.resolve(page()).then(resolve);
		});
	};
	return { asked, fetch: answer };
}

const redirect = (to: string) => () => new Response(null, { status: 302, headers: { location: to } });

async function failure(address: string, options: FetchOptions): Promise<FetchFailure | undefined> {
	let found: FetchFailure | undefined;
	await rejects(fetchBytes(address, options), error => {
		found = error instanceof FetchError ? error.failure : undefined;
		return true;
	});
	return found;
}

suite("reading an address", () => {
	test("the bytes come as they are", async () => {
		const { fetch } = web({ "https://a.example/": () => new Response(new Uint8Array([1, 2, 255])) });
		deepEqual([...(await fetchBytes("https://a.example/", { fetch })).content], [1, 2, 255]);
	});

	test("redirects are followed within https, relative ones too", async () => {
		const { asked, fetch } = web({
			"https://a.example/x": redirect("/y"),
			"https://a.example/y": redirect("https://b.example/z"),
			"https://b.example/z": () => new Response("found"),
		});
		equal(new TextDecoder().decode((await fetchBytes("https://a.example/x", { fetch })).content), "found");
		deepEqual(asked, ["https://a.example/x", "https://a.example/y", "https://b.example/z"]);
	});

	test("nothing but https is asked, at first or later", async () => {
		const { asked, fetch } = web({ "https://a.example/": redirect("http://a.example/") });
		deepEqual(await failure("https://a.example/", { fetch }), { kind: "not-https" });
		for (const address of ["http://a.example/", "file:///etc/hosts", "data:text/plain,a"]) {
			deepEqual(await failure(address, { fetch }), { kind: "not-https" });
		}
		deepEqual(asked, ["https://a.example/"]);
	});

	test("no site leads into the person's own network, which they may ask for themselves", async () => {
		const own = [
			"localhost",
			"a.localhost",
			"nas",
			"nas.local",
			"127.0.0.1",
			"2130706433",
			"10.0.0.7",
			"172.16.9.9",
		];
		own.push(
			"192.168.1.1",
			"169.254.169.254",
			"[::1]",
			"[::ffff:10.0.0.1]",
			"[fd00::1]",
			"[fe80::1]",
			"router.home.arpa.",
		);
		for (const host of own) {
			const target = `https://${host}/x`;
			const { asked, fetch } = web({
				"https://a.example/": redirect(target),
				[new URL(target).href]: redirect("https://a.example/y"),
				"https://a.example/y": () => new Response("found"),
			});
			deepEqual(await failure("https://a.example/", { fetch }), { kind: "local" }, host);
			deepEqual(asked, ["https://a.example/"]);
			equal((await fetchBytes(new URL(target).href, { fetch })).content.length, 5, host);
		}
		for (const host of ["172.32.0.1", "11.0.0.1", "b.example", "10.example", "[2001:db8::1]"]) {
			const { fetch } = web({
				"https://a.example/": redirect(`https://${host}/`),
				[`https://${host}/`]: () => new Response("found"),
			});
			equal((await fetchBytes("https://a.example/", { fetch })).content.length, 5, host);
		}
	});

	test("redirects that never end do end", async () => {
		const { fetch } = web({ "https://a.example/": redirect("https://a.example/") });
		equal((await failure("https://a.example/", { fetch }))?.kind, "unreachable");
	});

	test("a site that refuses is quoted", async () => {
		const { fetch } = web({
			"https://a.example/": () => new Response("", { status: 404, statusText: "Not Found" }),
		});
		deepEqual(await failure("https://a.example/", { fetch }), { kind: "status", status: 404, text: "Not Found" });
	});

	test("an unknown site gives the reason", async () => {
		const { fetch } = web({});
		deepEqual(await failure("https://no.example/", { fetch }), {
			kind: "unreachable",
			reason: "getaddrinfo ENOTFOUND",
		});
	});

	test("more than the limit is not read, whether it is announced or not", async () => {
		const body = new Uint8Array(20_000);
		const announced = web({
			"https://a.example/": () => new Response(body, { headers: { "content-length": "20000" } }),
		});
		const silent = web({ "https://a.example/": () => new Response(body) });
		for (const { fetch } of [announced, silent]) {
			equal((await failure("https://a.example/", { fetch, megabytes: 0.01 }))?.kind, "too-large");
		}
	});

	test("an answer that takes too long, or that nobody waits for, is given up", async () => {
		const { fetch } = web({ "https://a.example/": () => new Promise<Response>(() => undefined) });
		deepEqual(await failure("https://a.example/", { fetch, seconds: 0.02 }), { kind: "too-slow", seconds: 0.02 });
		const ending = new AbortController();
		setTimeout(() => ending.abort(), 10);
		equal((await failure("https://a.example/", { fetch, signal: ending.signal }))?.kind, "cancelled");
		equal((await failure("https://a.example/", { fetch, signal: AbortSignal.abort() }))?.kind, "cancelled");
	});

	test("a text is an address when it is nothing else", () => {
		equal(isHttps(" https://arxiv.org/list/cs.CL/new\n"), true);
		for (const text of ["", "http://arxiv.org", "see https://arxiv.org", "https://a b", "cs.CL"])
			equal(isHttps(text), false);
		equal(addressIn(" https://arxiv.org/list/cs.CL/new\n"), "https://arxiv.org/list/cs.CL/new");
		for (const text of ["", "a", `https://a.example/${"a".repeat(2000)}`]) equal(addressIn(text), undefined);
	});
});
