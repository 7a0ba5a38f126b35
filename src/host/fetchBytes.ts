// Reading an address of the web, when a person asked for it: `https` alone, bounded in size and time. It does not know
// the editor, so that tests run it as it is.

/** Why an address was not read. */
export type FetchFailure =
	| { readonly kind: "not-https" }
	/** An address of the web that leads to one of the person's own network. */
	| { readonly kind: "local" }
	/** Leads to a host that was not to be asked. */
	| { readonly kind: "elsewhere"; readonly host: string }
	/** No connection, no such site, or a site that does not let the browser's editor read it. */
	| {
			readonly kind: "unreachable";
			readonly reason: string;
			/** There is no network, or no name can be looked up in it: asking again at once is of no use. */
			readonly isOffline?: true;
	  }
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
	return await withinBounds({ signal, seconds }, async ending => {
		const check = (next: string) => checkRedirect(next, address);
		const response = checked(await follow(address, { fetchIt, init: { signal: ending }, check }), address);
		return { content: await bodyOf(response, megabytes), address: response.url || address };
	});
}

/** Ends what is under way when its time is over or it is cancelled. Whatever goes wrong is a `FetchError`. */
export async function withinBounds<T>(
	{ signal, seconds }: { readonly signal: AbortSignal | undefined; readonly seconds: number },
	run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const ending = new AbortController();
	const stop = () => ending.abort();
	const timer = setTimeout(() => ending.abort(late), seconds * 1000);
	signal?.addEventListener("abort", stop);
	if (signal?.aborted === true) stop();
	try {
		return await run(ending.signal);
	} catch (error) {
		if (signal?.aborted === true) throw new FetchError({ kind: "cancelled" });
		if (ending.signal.reason === late) throw new FetchError({ kind: "too-slow", seconds });
		if (error instanceof FetchError) throw error;
		const isOffline = saysOffline(error) && { isOffline: true as const };
		throw new FetchError({ kind: "unreachable", reason: reasonOf(error), ...isOffline });
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener("abort", stop);
		// Whatever still comes is not wanted any more.
		stop();
	}
}

export interface Way {
	readonly fetchIt: typeof fetch;
	readonly init: Pick<RequestInit, "method" | "headers" | "body" | "signal">;
	/** Throws where the way must not lead. */
	readonly check: (address: string) => void;
}

/** The response at the end of redirects, which are followed one by one. What is posted is not sent elsewhere. */
export async function follow(address: string, { fetchIt, init, check }: Way): Promise<Response> {
	const request = { ...privacy, ...init };
	let next = address;
	for (let hop = 0; hop <= mostRedirects; hop++) {
		check(next);
		const response = await fetchIt(next, { ...request, redirect: "manual" });
		// A browser does not tell where a redirect leads; there the end of the way is looked at.
		if (response.type === "opaqueredirect") {
			const end = await fetchIt(next, request);
			check(end.url);
			return end;
		}
		const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
		if (location === null) return response;
		if ((init.method ?? "GET") !== "GET") throw unreachable("a redirect of what was posted");
		next = new URL(location, next).href;
	}
	throw unreachable(`more than ${mostRedirects} redirects`);
}

function unreachable(reason: string): FetchError {
	return new FetchError({ kind: "unreachable", reason });
}

/** Nothing of the person goes along: no cookies, no referrer. */
const privacy = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" } as const;

function checked(response: Response, address: string): Response {
	if (response.url !== "") checkRedirect(response.url, address);
	if (response.ok) return response;
	throw new FetchError({ kind: "status", status: response.status, text: response.statusText });
}

function checkHttps(address: string): void {
	if (!isHttps(address)) throw new FetchError({ kind: "not-https" });
}

/** Where a redirect may lead: what a person asks for themselves may be in their own network, what a site asks for not. */
function checkRedirect(to: string, from: string): void {
	checkHttps(to);
	if (isLocal(to) && !isLocal(from)) throw new FetchError({ kind: "local" });
}

/**
 * Whether an address is in the person's own network, as far as it says so itself: names without a dot or reserved for
 * it (RFC 6761, 6762, 8375), and the addresses of RFC 6890 and 4193. `URL` writes every IPv4 address in four parts.
 */
function isLocal(address: string): boolean {
	const host = new URL(address).hostname.replace(/\.$/, "");
	if (host.startsWith("[")) return /^\[(?:::|f[cd]|fe[89ab]|64:ff9b:)/.test(host);
	if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
		return /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
			host,
		);
	}
	return !host.includes(".") || /\.(?:localhost|local|internal|home\.arpa)$/.test(host);
}

/** Whether a text is an address of the web that may be asked. */
export function isHttps(text: string): boolean {
	try {
		return !/\s/.test(text.trim()) && new URL(text.trim()).protocol === "https:";
	} catch {
		return false;
	}
}

/** Letters of the longest address that is worth asking about. */
const longestAddress = 2000;

/** The address that a text is, when it is nothing else. */
export function addressIn(text: string): string | undefined {
	return text.length < longestAddress && isHttps(text) ? text.trim() : undefined;
}

/** The bytes of a response, up to a size. Throws a `FetchError`. */
export async function bodyOf(response: Response, megabytes: number): Promise<Uint8Array> {
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

/** What Node says without a network (getaddrinfo(3), connect(2)): no name is found, no way leads anywhere. */
const offlineCodes: ReadonlySet<unknown> = new Set(["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "ENETDOWN"]);

/**
 * Whether a connection failed for want of a network. A browser's error is the same for a site that does not let itself be
 * read: there it counts when the browser knows that it is offline (WHATWG HTML, `navigator.onLine`).
 */
function saysOffline(error: unknown): boolean {
	const { cause } = error instanceof Error ? error : {};
	const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
	const isBrowserOffline = typeof navigator === "object" && "onLine" in navigator && !navigator.onLine;
	return offlineCodes.has(code) || (error instanceof TypeError && isBrowserOffline);
}
