// Sending one request over the network: over `https`, to hosts that are known beforehand alone, bounded in size and time.
// It does not know the editor, so that tests run it as it is.

import type { Answer, CatalogueRequest } from "../core/metadata/catalogue";
import { bodyOf, FetchError, isHttps, withinBounds, type FetchOptions } from "./fetchBytes";

/** One request over HTTP. */
type HttpRequest = Pick<CatalogueRequest, "url" | "method" | "headers" | "body">;

const mostRedirects = 5;

/**
 * The answer to a request, whatever its status. `hosts` are those that may be asked and redirected to. Throws a
 * `FetchError` where no answer came; one that is too large counts as a request that asked for too much (413).
 */
export async function sendRequest(
	request: HttpRequest,
	hosts: readonly string[],
	{ signal, megabytes = 32, seconds = 30, fetch: fetchIt = fetch }: FetchOptions = {},
): Promise<Answer> {
	try {
		return await withinBounds({ signal, seconds }, async ending => {
			const response = await follow(request, hosts, { signal: ending, fetchIt });
			const headers = new Map<string, string>();
			response.headers.forEach((value, name) => headers.set(name, value));
			const body = await bodyOf(response, megabytes);
			return { status: response.status, headers: Object.fromEntries(headers), body };
		});
	} catch (error) {
		const isTooLarge = error instanceof FetchError && error.failure.kind === "too-large";
		if (isTooLarge) return { status: 413, headers: {}, body: new Uint8Array() };
		throw error;
	}
}

interface Way {
	readonly signal: AbortSignal;
	readonly fetchIt: typeof fetch;
}

/** Nothing of the person goes along: no cookies, no referrer. */
const privacy = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" } as const;

/** Follows redirects one by one, so that none leaves `https` or the hosts that may be asked. A key never goes elsewhere. */
async function follow(request: HttpRequest, hosts: readonly string[], { signal, fetchIt }: Way): Promise<Response> {
	const { method, headers, body } = request;
	const options = { ...privacy, method, headers, signal, ...(body !== undefined && { body }) };
	let next = request.url;
	for (let hop = 0; hop <= mostRedirects; hop++) {
		check(next, hosts);
		const response = await fetchIt(next, { ...options, redirect: "manual" });
		// A browser does not tell where a redirect leads; there the end of the way is looked at.
		if (response.type === "opaqueredirect") {
			const end = await fetchIt(next, options);
			check(end.url, hosts);
			return end;
		}
		const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
		if (location === null) return response;
		if (method !== "GET") throw unreachable("a redirect of what was posted");
		next = new URL(location, next).href;
	}
	throw unreachable(`more than ${mostRedirects} redirects`);
}

function check(address: string, hosts: readonly string[]): void {
	if (!isHttps(address)) throw new FetchError({ kind: "not-https" });
	const { host, username, password } = new URL(address);
	if (!hosts.includes(host) || username !== "" || password !== "") throw new FetchError({ kind: "elsewhere", host });
}

function unreachable(reason: string): FetchError {
	return new FetchError({ kind: "unreachable", reason });
}
