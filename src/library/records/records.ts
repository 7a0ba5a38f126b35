// The records of the shelf's papers: looked up in catalogues when a person asks for it, written beside the digests, and
// taken back.

import * as vscode from "vscode";
import type { CatalogueName, Wanted } from "../../core/metadata/catalogue";
import type { CatalogueReport } from "../../core/metadata/plan";
import type { SidecarItem } from "../../core/metadata/sidecar/item";
import type { Cancellation, EnginePort } from "../../engine/engine";
import type { DoubtfulCandidate, LookupCount, LookupResult } from "../../engine/records/recordRequests";
import { listed } from "../../core/metadata/directory";
import { recordsOf } from "../digestFiles";
import type { Digest, Library } from "../library";
import { CatalogueAccess } from "./access";
import { CatalogueAnswers } from "./answers";
import { RecordsBase } from "./base";
import { lookUp, startRecordEngine, type LookedUp, type RecordEngine } from "./lookup";
import { RefusedRecords } from "./refused";
import { restoreRecords, writeRecords, type WrittenFile, type Writing } from "./sidecars";

export type { DoubtfulCandidate, LookupResult };

export interface RecordsNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	readonly memento: vscode.Memento;
	readonly secrets: vscode.SecretStorage;
	/** The extension's own folder for what it keeps. */
	readonly folder: vscode.Uri;
	/** The folder of the sample shelf, whose records come with it. */
	readonly sampleFolder: vscode.Uri;
	/** Starts the worker of look-ups. */
	readonly start: () => Promise<EnginePort>;
	/** Asks the person, before the first request ever, whether these catalogues may be asked. */
	readonly askAgreement: (names: readonly CatalogueName[]) => Promise<boolean>;
}

export interface LookupOptions {
	readonly token: Cancellation;
	readonly tell: (count: LookupCount) => void;
	/** Whether catalogues are asked although their answers are kept. */
	readonly isAnew?: boolean;
	/** Beside this digest the records are written, where it has the papers. */
	readonly digest?: Digest | undefined;
}

/** A paper of which a person has to choose the record. */
export interface Doubtful {
	readonly id: string;
	readonly candidates: readonly DoubtfulCandidate[];
}

/** What came of completing records. */
export interface Completion extends Writing {
	/** Ids of papers. */
	readonly completed: readonly string[];
	readonly doubtful: readonly Doubtful[];
	readonly notFound: readonly string[];
	/** Papers that were not asked for to the end: the look-up was cancelled, or nobody could be reached. */
	readonly unasked: readonly string[];
	readonly isOffline: boolean;
}

/** What became of a catalogue when it was asked last, in this session. */
export interface CatalogueState extends CatalogueReport {
	readonly at: Date;
}

export class Records {
	readonly access: CatalogueAccess;
	readonly refused: RefusedRecords;
	readonly #needs: RecordsNeeds;
	readonly #answers: CatalogueAnswers;
	readonly #base: RecordsBase;
	readonly #states = new Map<CatalogueName, CatalogueState>();
	#isOffline = false;

	constructor(needs: RecordsNeeds) {
		const { memento, secrets, folder } = needs;
		this.#needs = needs;
		this.access = new CatalogueAccess(memento, secrets);
		this.refused = new RefusedRecords(memento);
		this.#answers = new CatalogueAnswers(vscode.Uri.joinPath(folder, "catalogues"));
		this.#base = new RecordsBase(vscode.Uri.joinPath(folder, "records"));
	}

	/** Whether the last look-up reached nobody. */
	get isOffline(): boolean {
		return this.#isOffline;
	}

	/** What became of each catalogue that was asked in this session. */
	get states(): ReadonlyMap<CatalogueName, CatalogueState> {
		return this.#states;
	}

	/**
	 * Whether catalogues may be asked; before the first request ever the person is. Throws a `UserError` where they may not
	 * be, whatever the person says.
	 */
	async mayAsk(): Promise<boolean> {
		const { access } = this;
		access.check();
		if (access.isAgreed) return true;
		const isAgreed = await this.#needs.askAgreement(access.names);
		if (isAgreed) await access.agree(true);
		return isAgreed;
	}

	/** Looks the records of papers of the shelf up and writes them; `undefined` when the person does not agree. */
	async complete(ids: readonly string[], options: LookupOptions): Promise<Completion | undefined> {
		const { library } = this.#needs;
		const papers = [...new Set(ids.flatMap(id => library.paper(id) ?? []))];
		const refused = this.refused.of(papers.map(({ id }) => id));
		return this.#withEngine(async engine => {
			const found = await this.#lookUp(engine, papers, { ...options, refused });
			if (!found) return undefined;
			const taken = found.results.flatMap(result => (result.kind === "taken" ? [result] : []));
			const items = new Map(taken.map(({ id, found: { item } }) => [id, item]));
			const writing = await this.#write(engine, items, options.digest);
			return { ...completion(found, writing), ...writing };
		});
	}

	/** Looks up papers that need not be on the shelf; `undefined` when the person does not agree. */
	lookUp(papers: readonly Wanted[], options: LookupOptions): Promise<LookedUp | undefined> {
		return this.#withEngine(engine => this.#lookUp(engine, papers, { ...options, refused: new Map() }));
	}

	/** Writes the record that a person has chosen for a paper. */
	choose(id: string, { item }: DoubtfulCandidate, digest?: Digest): Promise<Writing> {
		return this.#withEngine(engine => this.#write(engine, new Map([[id, item]]), digest));
	}

	/** Takes what was written back; answers the files that changed since, which are left as they are. */
	async undo(written: readonly WrittenFile[]): Promise<readonly vscode.Uri[]> {
		const left = await restoreRecords(written, this.#base);
		await this.#needs.library.load();
		return left;
	}

	/** Forgets what catalogues answered, what was refused, and that they may be asked. */
	async forget(): Promise<void> {
		await Promise.all([this.#answers.forget(), this.refused.forget(), this.access.agree(false)]);
	}

	async #lookUp(
		engine: RecordEngine,
		papers: readonly Wanted[],
		options: LookupOptions & { readonly refused: ReadonlyMap<string, ReadonlySet<string>> },
	): Promise<LookedUp | undefined> {
		const { access } = this;
		if (!(await this.mayAsk())) return undefined;
		const kept = this.#answers.for(options.isAnew === true);
		const found = await lookUp(engine, papers, {
			...{ catalogues: access.names, askers: await access.askers(), kept },
			...{ refused: options.refused, token: options.token, tell: options.tell },
		});
		this.#remember(papers.length, found);
		void this.#answers.tidy();
		return found;
	}

	#remember(count: number, { reports, isOffline }: LookedUp): void {
		const { log } = this.#needs;
		this.#isOffline = isOffline;
		const asked = reports.filter(({ requests, isGivenUp }) => requests > 0 || isGivenUp);
		for (const report of asked) this.#states.set(report.name, { ...report, at: new Date() });
		const told = asked.map(({ name, requests, isGivenUp }) => {
			const more = isGivenUp ? ", given up" : "";
			return `${listed(name).label}: ${requests} requests${more}`;
		});
		log.info(`Records of ${count} papers looked up. ${told.join("; ") || "Nobody was asked: answers were kept"}`);
		for (const { problems } of asked) for (const { message } of problems) log.debug(message);
		if (isOffline) log.info("No catalogue could be reached.");
	}

	/** Writes items beside the digests that hold their papers. */
	async #write(
		engine: RecordEngine,
		items: ReadonlyMap<string, SidecarItem>,
		digest: Digest | undefined,
	): Promise<Writing> {
		const { library } = this.#needs;
		const places = this.#places(digest);
		const files = new Map<string, { uri: vscode.Uri; items: SidecarItem[]; papers: string[] }>();
		const homeless: string[] = [];
		for (const [id, item] of items) {
			const uri = places.get(library.idOf(id));
			if (!uri) {
				homeless.push(id);
				continue;
			}
			const file = files.get(uri.toString()) ?? { uri, items: [], papers: [] };
			file.items.push(item);
			file.papers.push(id);
			files.set(uri.toString(), file);
		}
		const { written, unwritten } = await writeRecords(engine, this.#base, [...files.values()]);
		await library.load();
		const reason = vscode.l10n.t("nothing is written into the sample shelf, which is part of the extension");
		return { written, unwritten: homeless.length === 0 ? unwritten : [{ papers: homeless, reason }, ...unwritten] };
	}

	/** The file of records for each paper: of the digest that is meant, else of the first that has the paper. */
	#places(meant: Digest | undefined): ReadonlyMap<string, vscode.Uri> {
		const { library, sampleFolder } = this.#needs;
		const own = library.digests.filter(({ uri }) => !uri.toString().startsWith(`${sampleFolder.toString()}/`));
		const first = own.filter(({ uri }) => uri.toString() === meant?.uri.toString());
		const places = new Map<string, vscode.Uri>();
		for (const { uri, papers } of [...first, ...own])
			for (const { id } of papers) if (!places.has(id)) places.set(id, recordsOf(uri));
		return places;
	}

	async #withEngine<T>(run: (engine: RecordEngine) => Promise<T>): Promise<T> {
		const engine = await startRecordEngine(this.#needs.start);
		try {
			return await run(engine);
		} finally {
			engine.dispose();
		}
	}
}

function completion(
	{ results, isOffline, isCut }: LookedUp,
	{ unwritten }: Writing,
): Omit<Completion, "written" | "unwritten"> {
	const idsOf = (is: (result: LookupResult) => boolean) => results.filter(is).map(({ id }) => id);
	const lost = new Set(unwritten.flatMap(({ papers }) => papers));
	const isDone = ({ isFinished }: LookupResult) => isFinished && !isCut;
	return {
		isOffline,
		completed: idsOf(one => one.kind === "taken" && !lost.has(one.id)),
		doubtful: results.flatMap(one => (one.kind === "doubtful" ? [{ id: one.id, candidates: one.candidates }] : [])),
		notFound: idsOf(one => one.kind === "none" && isDone(one)),
		unasked: idsOf(one => one.kind === "none" && !isDone(one)),
	};
}
