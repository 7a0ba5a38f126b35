// The worker's side of looking records up: a plan that is carried out elsewhere, and the records as items to be written.

import type { Wanted } from "../../core/metadata/catalogue";
import type { Judged } from "../../core/metadata/match";
import { mergeCandidates, type FoundRecord } from "../../core/metadata/merge";
import { LookupPlan, type Outcome } from "../../core/metadata/plan";
import { sidecarEdits, writeSidecar } from "../../core/metadata/sidecar";
import { sidecarItem } from "../../core/metadata/sidecar/item";
import { applied } from "../../core/textEdits";
import type {
	DoubtfulCandidate,
	EditedRecords,
	LookupResult,
	LookupStart,
	RecordRequests,
	RecordsEdit,
	ShownCandidate,
} from "./recordRequests";

export class RecordLookup {
	#plan = new LookupPlan([]);
	#wanted: ReadonlyMap<string, Wanted> = new Map();
	#today = "";

	/** Answers a request. */
	serve<M extends keyof RecordRequests>(method: M, params: RecordRequests[M]["params"]): RecordRequests[M]["answer"] {
		return this.#methods[method](params);
	}

	readonly #methods: {
		readonly [M in keyof RecordRequests]: (params: RecordRequests[M]["params"]) => RecordRequests[M]["answer"];
	} = {
		start: params => this.#start(params),
		next: ({ now }) => this.#plan.next(now),
		answered: ({ id, answer, now, isKept }) => this.#plan.answered(id, answer, now, isKept),
		failed: ({ id, now, isOffline }) => {
			this.#plan.failed(id, now, isOffline);
			return undefined;
		},
		cancel: () => {
			this.#plan.cancel();
			return undefined;
		},
		count: () => {
			const outcomes = this.#plan.outcomes();
			return { finished: outcomes.filter(({ isFinished }) => isFinished).length, papers: outcomes.length };
		},
		results: () => this.#plan.outcomes().map(outcome => this.#resultOf(outcome)),
		reports: () => this.#plan.reports(),
		edit: editRecords,
	};

	#start({ papers, today, ...options }: LookupStart): undefined {
		this.#plan = new LookupPlan(papers, options);
		this.#wanted = new Map(papers.map(paper => [paper.id, paper]));
		this.#today = today;
	}

	#resultOf({ id, match, record, isFinished }: Outcome): LookupResult {
		const wanted = this.#wanted.get(id);
		if (wanted && record) return { id, isFinished, kind: "taken", found: this.#shown(wanted, record) };
		if (!wanted || match.kind !== "doubtful") return { id, isFinished, kind: "none" };
		return { id, isFinished, kind: "doubtful", candidates: this.#doubtful(wanted, match.candidates) };
	}

	#shown(wanted: Wanted, record: FoundRecord): ShownCandidate {
		const { paper, sources, notices } = record;
		const names = new Set(Object.values(sources).flat());
		return {
			paper: notices.length > 0 ? { ...paper, notices } : paper,
			sources: [...names],
			item: sidecarItem(wanted, record, this.#today),
		};
	}

	/** Several catalogues have the same work: it is one to choose. */
	#doubtful(wanted: Wanted, judged: readonly Judged[]): readonly DoubtfulCandidate[] {
		const groups = new Map<string, [Judged, ...Judged[]]>();
		for (const one of judged) {
			const { id } = one.candidate.paper;
			const group = groups.get(id);
			if (group) group.push(one);
			else groups.set(id, [one]);
		}
		return Array.from(groups.values(), ([first, ...rest]) => ({
			...this.#shown(
				wanted,
				mergeCandidates(wanted, [first.candidate, ...rest.map(({ candidate }) => candidate)]),
			),
			reasons: first.reasons,
		}));
	}
}

/** The edits that bring a file of records up to items, and the items that were written into it by then. */
function editRecords({ text, file, items, base }: RecordsEdit): EditedRecords {
	const { edits, kept, problems } = sidecarEdits(text, file, items, { base });
	const before = base ?? writeSidecar([]);
	const own = sidecarEdits(before, file, items, { base: before });
	return { edits, kept, problems, base: applied(before, own.edits) };
}
