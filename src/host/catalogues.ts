// Sending what a plan of look-ups asks of public catalogues: over `https`, to their own hosts alone, bounded in size and
// time. It does not know the editor, so that tests run it as it is.

import type { Answer, CatalogueName, CatalogueRequest } from "../core/metadata/catalogue";
import { identified, listed, type Asker } from "../core/metadata/directory";
import type { PlanStep, Sending } from "../core/metadata/plan";
import { FetchError, type FetchOptions } from "./fetchBytes";
import { sendRequest } from "./sendRequest";

type Awaitable<T> = T | Promise<T>;

/** A plan of look-ups, here or in a worker; see `LookupPlan`. */
export interface Lookup {
	readonly next: (now: number) => Awaitable<PlanStep>;
	readonly answered: (id: number, answer: Answer, now: number, isKept?: boolean) => Awaitable<boolean>;
	readonly failed: (id: number, now: number, isOffline: boolean) => Awaitable<unknown>;
	readonly cancel: () => Awaitable<unknown>;
}

/** Answers of earlier times. */
export interface KeptAnswers {
	readonly find: (request: CatalogueRequest) => Promise<Answer | undefined>;
	readonly keep: (request: CatalogueRequest, answer: Answer) => Promise<void>;
}

export interface LookupOptions extends FetchOptions {
	/** Asked before anybody else is, and told what comes. */
	readonly kept?: KeptAnswers;
	/** Who asks, by the catalogue that is asked. */
	readonly askerOf?: (catalogue: CatalogueName) => Asker;
	/** Called after each answer. */
	readonly onProgress?: () => void;
	/** Milliseconds; the clock of the host unless told. */
	readonly now?: () => number;
}

/**
 * Carries a plan out until nothing is left to ask, or until it is cancelled. Throws only when the plan does: failures of
 * requests are the plan's.
 */
export async function runLookup(plan: Lookup, options: LookupOptions = {}): Promise<void> {
	const { signal, now = Date.now } = options;
	const underWay = new Set<Promise<void>>();
	const cancelled = new Promise<void>(resolve => signal?.addEventListener("abort", () => resolve(), { once: true }));
	for (;;) {
		if (signal?.aborted === true) await plan.cancel();
		const step = await plan.next(now());
		if (step.kind === "done") return;
		if (step.kind === "send") {
			for (const sending of step.requests) {
				const one: Promise<void> = send(plan, sending, options).finally(() => underWay.delete(one));
				underWay.add(one);
			}
			continue;
		}
		// What it listens to may have come while it was asked.
		if (step.kind === "listen" && underWay.size === 0) continue;
		const timer = step.kind === "wait" ? wait(step.until - now()) : undefined;
		await Promise.race([...underWay, cancelled, ...(timer ? [timer.done] : [])]);
		timer?.stop();
	}
}

async function send(plan: Lookup, { id, catalogue: name, request }: Sending, options: LookupOptions): Promise<void> {
	const { askerOf, kept, onProgress, now = Date.now } = options;
	const catalogue = listed(name);
	try {
		const known = await kept?.find(request);
		if (known) await plan.answered(id, known, now(), true);
		else {
			const asking = identified(request, catalogue, askerOf?.(name) ?? {});
			const answer = await sendRequest(asking, catalogue.hosts, options);
			if (await plan.answered(id, answer, now())) await kept?.keep(request, answer);
		}
	} catch (error) {
		const failure = error instanceof FetchError && error.failure.kind === "unreachable" ? error.failure : undefined;
		try {
			await plan.failed(id, now(), failure?.isOffline === true);
		} catch {
			// A plan that is lost says so when it is asked what is next.
		}
	}
	onProgress?.();
}

function wait(milliseconds: number): { readonly done: Promise<void>; readonly stop: () => void } {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const done = new Promise<void>(resolve => (timer = setTimeout(resolve, Math.max(0, milliseconds))));
	return { done, stop: () => clearTimeout(timer) };
}
