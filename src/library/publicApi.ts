// The API for other extensions: what `activate` returns. A contract; see DESIGN.md, "The doors".

import * as vscode from "vscode";
import { commands } from "../core/contributions";
import type { Paper } from "../core/paper";
import type { Appearance } from "../core/render/appearances";
import type { FoundPaper } from "../core/shelf";
import { keepDigests } from "./keepDigest";
import type { Library, LibraryChange } from "./library";

export interface ApiTopic {
	readonly label: string;
	/** The words that made the topic. */
	readonly terms: readonly string[];
	readonly papers: readonly Paper[];
}

export interface ApiHit {
	readonly paper: Paper;
	/** Higher is better; comparable within one answer only. */
	readonly score: number;
	/** Index terms that matched. */
	readonly terms: readonly string[];
}

/** What to cite, and what to say of it. */
export interface ApiCitation {
	readonly ids?: readonly string[];
	/** Such as `12` for a page, or `ch. 3`. */
	readonly locator?: string;
	readonly prefix?: string;
	readonly suffix?: string;
	/** `parenthetical`, `textual`, `author`, `year`, `noAuthor`, `full`, `footnote`, `nocite`, as the language has them. */
	readonly form?: string;
}

export interface CiteshelfApi {
	readonly apiVersion: 1;
	/** Fires when papers or topics changed, with the ids of what changed. */
	readonly onDidChange: vscode.Event<LibraryChange>;
	/** All papers of the shelf, when it has been read. */
	papers(): Promise<readonly Paper[]>;
	topics(): Promise<readonly ApiTopic[]>;
	/** Where a paper stands: every digest that has it, with its place there. Any id by which it is known is right. */
	appearances(id: string): Promise<readonly Appearance[]>;
	/** The best papers for a query, best first; 20 unless told. */
	search(query: string, limit?: number): Promise<readonly ApiHit[]>;
	/** Papers that a passage of a manuscript might cite, best first; 10 unless told. */
	suggest(passage: string, limit?: number): Promise<readonly ApiHit[]>;
	/** Cites papers at the cursors of the active document, or lets the person choose when no ids are given. */
	insertCitation(argument?: ApiCitation): Promise<unknown>;
	/** Keeps a digest for this person, outside any workspace. `papers` counts the papers read from it. */
	addPapers(digest: { readonly content: Uint8Array | string; readonly name: string }): Promise<{ papers: number }>;
}

export function makeApi(library: Library, privateFolder: vscode.Uri): CiteshelfApi {
	const hits = (found: readonly FoundPaper[]) =>
		found.flatMap(({ id, score, terms }): ApiHit[] => {
			const paper = library.paper(id);
			return paper ? [{ paper, score, terms }] : [];
		});
	return {
		apiVersion: 1,
		onDidChange: (listener, context, disposables) => {
			const hear = (change: LibraryChange): unknown =>
				isOfPapers(change) ? listener.call(context, change) : undefined;
			return library.onDidChange(hear, undefined, disposables);
		},
		papers: async () => {
			await library.whenIndexed();
			return [...library.papers.values()];
		},
		topics: async () => {
			await library.whenIndexed();
			await library.whenGrouped();
			return library.topics.map(({ label, terms, ids }) => ({
				label,
				terms,
				papers: ids.flatMap(id => library.papers.get(id) ?? []),
			}));
		},
		appearances: async id => {
			await library.whenIndexed();
			return library.appearancesOf(id);
		},
		search: async (query, limit = 20) => {
			await library.whenIndexed();
			return hits(await library.ask.search(query, { limit, asYouType: false }));
		},
		suggest: async (passage, limit = 10) => {
			await library.whenIndexed();
			return hits(await library.ask.suggest(passage, { limit }));
		},
		insertCitation: async argument => vscode.commands.executeCommand(commands.insertCitation, argument),
		addPapers: async ({ content, name }) => {
			const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
			const [uri] = await keepDigests([{ content: bytes, name, format: "" }], privateFolder);
			await library.load();
			const added = library.digests.find(digest => digest.uri.toString() === uri?.toString());
			return { papers: added?.papers.length ?? 0 };
		},
	};
}

/** What the person does with papers is theirs, and no change of the shelf. */
function isOfPapers({ marked }: LibraryChange): boolean {
	return marked.length === 0;
}
