// One look-up of records: a worker that plans and reads, and requests that are sent from here.

import type { Answer, CatalogueName, Wanted } from "../../core/metadata/catalogue";
import type { Asker } from "../../core/metadata/directory";
import type { CatalogueReport } from "../../core/metadata/plan";
import { Engine, type Cancellation, type EnginePort } from "../../engine/engine";
import type { LookupCount, LookupResult, RecordRequests } from "../../engine/records/recordRequests";
import { runLookup, type KeptAnswers, type Lookup } from "../../host/catalogues";

export type RecordEngine = Engine<RecordRequests>;

interface LookupNeeds {
	readonly catalogues: readonly CatalogueName[];
	readonly askers: ReadonlyMap<CatalogueName, Asker>;
	/** For ids of papers the ids of records that a person has refused for them. */
	readonly refused: ReadonlyMap<string, ReadonlySet<string>>;
	readonly kept: KeptAnswers;
	readonly token: Cancellation;
	readonly tell: (count: LookupCount) => void;
}

export interface LookedUp {
	readonly results: readonly LookupResult[];
	/** No request was answered: nobody could be reached. */
	readonly isOffline: boolean;
	/** It was cancelled, or nobody could be reached: of papers without a record it is not known whether there is one. */
	readonly isCut: boolean;
	readonly reports: readonly CatalogueReport[];
}

/** Looks papers up. Cancelled, it has what was found by then. */
export async function lookUp(
	engine: RecordEngine,
	papers: readonly Wanted[],
	{ catalogues, askers, refused, kept, token, tell }: LookupNeeds,
): Promise<LookedUp> {
	const withKey = new Set([...askers].flatMap(([name, { key }]) => (key === undefined ? [] : [name])));
	await engine.ask("start", { papers: papers.map(asWanted), catalogues, withKey, refused, today: today() });
	const ending = new AbortController();
	const reached = new Reached(() => ending.abort());
	const listener = token.onCancellationRequested(() => ending.abort());
	if (token.isCancellationRequested) ending.abort();
	try {
		await runLookup(planIn(engine, reached), {
			...{ kept, signal: ending.signal },
			askerOf: name => askers.get(name) ?? {},
			onProgress: () =>
				void engine.ask("count", {}).then(
					count => count && tell(count),
					() => undefined,
				),
		});
	} finally {
		listener.dispose();
	}
	const results = (await engine.ask("results", {})) ?? [];
	const reports = (await engine.ask("reports", {})) ?? [];
	const { isOffline } = reached;
	return { results, reports, isOffline, isCut: ending.signal.aborted || isOffline };
}

/** Requests that get no answer at first, after which nobody is asked any more: this machine has no connection. */
const offlineAfter = 3;

/** Whether anybody was reached. */
class Reached {
	readonly #stop: () => void;
	#answers = 0;
	#failures = 0;
	/** Those of the failures for which there was no network. */
	#offline = 0;

	/** `stop` is called when there is no connection. */
	constructor(stop: () => void) {
		this.#stop = stop;
	}

	get isOffline(): boolean {
		if (this.#answers > 0 || this.#failures === 0) return false;
		return this.#failures >= offlineAfter || this.#failures === this.#offline;
	}

	answer(): void {
		this.#answers++;
	}

	/** One name that is not found may be a site that is gone: the next catalogues are asked, which costs no time. */
	fail(isOffline: boolean): void {
		this.#failures++;
		if (isOffline) this.#offline++;
		if (this.#failures >= offlineAfter && this.isOffline) this.#stop();
	}
}

/** The plan as the worker has it. */
function planIn(engine: RecordEngine, reached: Reached): Lookup {
	return {
		next: async now => (await engine.ask("next", { now })) ?? { kind: "done" },
		answered: async (id: number, answer: Answer, now: number, isKept = false) => {
			if (!isKept) reached.answer();
			return (await engine.ask("answered", { id, answer, now, isKept })) ?? false;
		},
		failed: (id, now, isOffline) => {
			reached.fail(isOffline);
			return engine.ask("failed", { id, now, isOffline });
		},
		cancel: () => engine.ask("cancel", {}),
	};
}

/** What is told to the worker of a paper, and through requests to catalogues: no states and no digests. */
function asWanted({ id, title, abstract, authors, issued, doi, arxiv, pmid }: Wanted): Wanted {
	return {
		...{ id, title, abstract, authors },
		...(issued && { issued }),
		...(doi !== undefined && { doi }),
		...(arxiv !== undefined && { arxiv }),
		...(pmid !== undefined && { pmid }),
	};
}

function today(): string {
	const now = new Date();
	const pad = (part: number) => String(part).padStart(2, "0");
	return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Starts the worker of look-ups. */
export async function startRecordEngine(start: () => Promise<EnginePort>): Promise<RecordEngine> {
	return new Engine<RecordRequests>(await start());
}
