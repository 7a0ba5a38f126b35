// Sending what a plan of look-ups asks of public catalogues: over `https`, to their own hosts alone, bounded in size and
// time. It does not know the editor, so that tests run it as it is.

import type { Answer, CatalogueName, CatalogueRequest } from "../core/metadata/catalogue";
import { catalogueNamed, identified, type Asker } from "../core/metadata/catalogues";
import type { LookupPlan, Sending } from "../core/metadata/plan";
import { bodyOf, FetchError, isHttps, withinBounds, type FetchOptions } from "./fetchBytes";

const mostRedirects = 5;

/**
 * The answer to a request, whatever its status. `hosts` are those that may be asked and redirected to. Throws a
 * `FetchError` where no answer came; one that is too large counts as a request that asked for too much (413).
 */
export async function sendRequest(
	request: CatalogueRequest,
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

/** Follows redirects one by one, so that none leaves `https` or the catalogue's hosts. A key never goes elsewhere. */
async function follow(
	request: CatalogueRequest,
	hosts: readonly string[],
	{ signal, fetchIt }: Way,
): Promise<Response> {
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
	if (!hosts.includes(host) || username !== "" || password !== "")
		throw unreachable(`${host} is no host of this catalogue`);
}

function unreachable(reason: string): FetchError {
	return new FetchError({ kind: "unreachable", reason });
}

export interface LookupOptions extends FetchOptions {
	/** Who asks, by the catalogue that is asked. */
	readonly askerOf?: (catalogue: CatalogueName) => Asker;
	/** Called after each answer. */
	readonly onProgress?: () => void;
	/** Milliseconds; the clock of the host unless told. */
	readonly now?: () => number;
}

/** Carries a plan out until nothing is left to ask, or until it is cancelled. Never throws: failures are the plan's. */
export async function runLookup(plan: LookupPlan, options: LookupOptions = {}): Promise<void> {
	const { signal, now = Date.now } = options;
	const underWay = new Set<Promise<void>>();
	const cancelled = new Promise<void>(resolve => signal?.addEventListener("abort", () => resolve(), { once: true }));
	for (;;) {
		if (signal?.aborted === true) plan.cancel();
		const step = plan.next(now());
		if (step.kind === "done") return;
		if (step.kind === "send") {
			for (const sending of step.requests) {
				const one: Promise<void> = send(plan, sending, options).finally(() => underWay.delete(one));
				underWay.add(one);
			}
			continue;
		}
		const timer = step.kind === "wait" ? wait(step.until - now()) : undefined;
		await Promise.race([...underWay, cancelled, ...(timer ? [timer.done] : [])]);
		timer?.stop();
	}
}

async function send(
	plan: LookupPlan,
	{ id, catalogue: name, request }: Sending,
	options: LookupOptions,
): Promise<void> {
	const { askerOf, onProgress, now = Date.now } = options;
	const catalogue = catalogueNamed(name);
	try {
		const known = catalogue ? identified(request, catalogue, askerOf?.(name) ?? {}) : request;
		plan.answered(id, await sendRequest(known, catalogue?.hosts ?? [], options), now());
	} catch {
		plan.failed(id, now());
	}
	onProgress?.();
}

function wait(milliseconds: number): { readonly done: Promise<void>; readonly stop: () => void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const done = new Promise<void>(resolve => (timer = setTimeout(resolve, Math.max(0, milliseconds))));
	return { done, stop: () => clearTimeout(timer) };
}
