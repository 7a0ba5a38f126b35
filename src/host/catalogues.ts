// Sending what a plan of look-ups asks of public catalogues: over `https`, to their own hosts alone, bounded in size and
// time. It does not know the editor, so that tests run it as it is.

import type { CatalogueName } from "../core/metadata/catalogue";
import { catalogueNamed, identified, type Asker } from "../core/metadata/catalogues";
import type { LookupPlan, Sending } from "../core/metadata/plan";
import type { FetchOptions } from "./fetchBytes";
import { sendRequest } from "./sendRequest";

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
