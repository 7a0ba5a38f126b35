// Sending one request over the network: over `https`, to hosts that are known beforehand alone, bounded in size and time.
// It does not know the editor, so that tests run it as it is.

import type { Answer, CatalogueRequest } from "../core/metadata/catalogue";
import { bodyOf, FetchError, follow, isHttps, withinBounds, type FetchOptions } from "./fetchBytes";

/** One request over HTTP. */
type HttpRequest = Pick<CatalogueRequest, "url" | "method" | "headers" | "body">;

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
			const { url, method, headers: sent, body: posted } = request;
			const init = { method, headers: sent, signal: ending, ...(posted !== undefined && { body: posted }) };
			const response = await follow(url, { fetchIt, init, check: next => check(next, hosts) });
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

/** No redirect leads from `https` or the hosts that may be asked: a key never goes elsewhere. */
function check(address: string, hosts: readonly string[]): void {
	if (!isHttps(address)) throw new FetchError({ kind: "not-https" });
	const { host, username, password } = new URL(address);
	if (!hosts.includes(host) || username !== "" || password !== "") throw new FetchError({ kind: "elsewhere", host });
}
