// Reading an address of the web, when a person asked for it: `https` alone, bounded in size and time. It does not know
// the editor, so that tests run it as it is.

/** Why an address was not read. */
export type FetchFailure =
	| { readonly kind: "not-https" }
	/** No connection, no such site, or a site that does not let the browser's editor read it. */
	| { readonly kind: "unreachable"; readonly reason: string }
	| { readonly kind: "status"; readonly status: number; readonly text: string }
	| { readonly kind: "too-large"; readonly megabytes: number }
	| { readonly kind: "too-slow"; readonly seconds: number }
	| { readonly kind: "cancelled" };

export class FetchError extends Error {
	constructor(readonly failure: FetchFailure) {
		super(`not fetched: ${failure.kind}`);
	}
}

export interface FetchOptions {
	/** Ends the reading; the answer is then a `FetchError` of the kind `cancelled`. */
	readonly signal?: AbortSignal;
	readonly megabytes?: number;
	readonly seconds?: number;
	/** In place of the host's own. */
	readonly fetch?: typeof fetch;
}

const mostRedirects = 5;

const late = new Error("too slow");

/** The bytes at an address, and the address at which they were found. Throws a `FetchError`. */
export async function fetchBytes(
	address: string,
	{ signal, megabytes = 50, seconds = 60, fetch: fetchIt = fetch }: FetchOptions = {},
): Promise<{ content: Uint8Array; address: string }> {
	const ending = new AbortController();
	const stop = () => ending.abort();
	const timer = setTimeout(() => ending.abort(late), seconds * 1000);
	signal?.addEventListener("abort", stop);
	if (signal?.aborted === true) stop();
	try {
		const response = await follow(address, ending.signal, fetchIt);
		return { content: await bodyOf(response, megabytes), address: response.url || address };
	} catch (error) {
		if (signal?.aborted === true) throw new FetchError({ kind: "cancelled" });
		if (ending.signal.reason === late) throw new FetchError({ kind: "too-slow", seconds });
		if (error instanceof FetchError) throw error;
		throw new FetchError({ kind: "unreachable", reason: reasonOf(error) });
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener("abort", stop);
		// Whatever still comes is not wanted any more.
		stop();
	}
}

/** Follows redirects one by one, so that none leaves `https`. */
async function follow(address: string, signal: AbortSignal, fetchIt: typeof fetch): Promise<Response> {
	let next = address;
	for (let hop = 0; hop <= mostRedirects; hop++) {
		checkHttps(next);
		const response = await fetchIt(next, { ...request, signal, redirect: "manual" });
		// A browser does not tell where a redirect leads; there the end of the way is looked at.
		if (response.type === "opaqueredirect") return checked(await fetchIt(next, { ...request, signal }));
		const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
		if (location === null) return checked(response);
		next = new URL(location, next).href;
	}
	throw new FetchError({ kind: "unreachable", reason: `more than ${mostRedirects} redirects` });
}

/** Nothing of the person goes along: no cookies, no referrer. */
const request = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" } as const;

function checked(response: Response): Response {
	if (response.url !== "") checkHttps(response.url);
	if (response.ok) return response;
	throw new FetchError({ kind: "status", status: response.status, text: response.statusText });
}

function checkHttps(address: string): void {
	if (!isHttps(address)) throw new FetchError({ kind: "not-https" });
}

/** Whether a text is an address of the web that may be asked. */
export function isHttps(text: string): boolean {
	try {
		return !/\s/.test(text.trim()) && new URL(text.trim()).protocol === "https:";
	} catch {
		return false;
	}
}

async function bodyOf(response: Response, megabytes: number): Promise<Uint8Array> {
	const most = megabytes * 1_000_000;
	const tooLarge = new FetchError({ kind: "too-large", megabytes });
	if (Number(response.headers.get("content-length") ?? 0) > most) throw tooLarge;
	const reader = response.body?.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
		chunks.push(part.value);
		size += part.value.length;
		if (size > most) throw tooLarge;
	}
	const content = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		content.set(chunk, at);
		at += chunk.length;
	}
	return content;
}

/** Node hides what went wrong in the cause of its error. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
