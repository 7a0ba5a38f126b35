// What may be asked of the shelf: each question of the engine with the answer for when it was cancelled.

import * as vscode from "vscode";
import type { ShownTopic } from "../core/render";
import type { FoundPaper, QueryHelp } from "../core/shelf";
import type { Ask, Cancellation } from "../engine/engine";
import type {
	Addition,
	EntriesToAdd,
	Inspection,
	NamedBytes,
	PageRequest,
	References,
	ReferencesRequest,
} from "../engine/protocol";

export interface SearchOptions {
	readonly limit: number;
	/** Whether the last word may be unfinished. */
	readonly asYouType: boolean;
}

export class Questions {
	readonly #ask: Ask;

	constructor(ask: Ask) {
		this.#ask = ask;
	}

	async search(query: string, options: SearchOptions, token?: Cancellation): Promise<readonly FoundPaper[]> {
		return (await this.#ask("search", { query, ...options }, token)) ?? [];
	}

	/** What may come next at the end of a query, and what of it is not understood. */
	async queryHelp(query: string, token?: Cancellation): Promise<QueryHelp> {
		const help = await this.#ask("queryHelp", { query, offset: query.length }, token);
		return help ?? { completions: [], problems: [] };
	}

	/** Papers that a passage of a manuscript might cite, without those of these ids. */
	async suggest(
		passage: string,
		{ limit, except = [] }: { readonly limit: number; readonly except?: readonly string[] },
		token?: Cancellation,
	): Promise<readonly FoundPaper[]> {
		return (await this.#ask("suggest", { passage, limit, except }, token)) ?? [];
	}

	/** Papers like one of the shelf. */
	async similar(id: string, limit: number): Promise<readonly FoundPaper[]> {
		return (await this.#ask("similar", { id, limit })) ?? [];
	}

	/** The topics of a paper, each with the terms that put the paper there. */
	async topicsOf(id: string): Promise<readonly ShownTopic[]> {
		return (await this.#ask("topicsOf", { id })) ?? [];
	}

	/** The reading panel's HTML of a paper; `undefined` when it is not on the shelf. See `renderPaper`. */
	page(request: PageRequest): Promise<string | undefined> {
		return this.#ask("page", request);
	}

	/** What a digest holds that is not on the shelf; `undefined` when cancelled. Nothing changes by it. */
	inspect(digest: NamedBytes, token?: Cancellation): Promise<Inspection | undefined> {
		return this.#ask("inspect", { digest }, token);
	}

	/** Papers as references in a CSL style, in the order given. An unknown id is an error. */
	async references(request: ReferencesRequest): Promise<References> {
		return (await this.#ask("references", request)) ?? { texts: [], problems: [] };
	}

	/** Papers added to a bibliography; see `addToBibliography`. An unknown id is an error. */
	async addEntries(bibliography: Omit<EntriesToAdd, "ids">, ids: readonly string[]): Promise<Addition> {
		const addition = await this.#ask("addEntries", { ...bibliography, ids });
		if (!addition) throw new vscode.CancellationError();
		return addition;
	}
}
