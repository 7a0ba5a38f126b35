// The projects of documents: found once, kept in step with what their files say, and asked about.

import * as vscode from "vscode";
import { isCitableFile } from "../core/citations/citations";
import type { ProjectFile } from "../core/project/project";
import { keepRecent } from "../core/recent";
import { nothingRead, type Dialect, type Reading } from "../core/project/reading";
import type { Cancellation } from "../engine/engine";
import type { ProjectMethod, TextRef } from "../engine/protocol";
import { DisposableStore } from "../host/disposables";
import { findProject, namesIn, placeOf, type DocumentProject, type ProjectPlace } from "../host/projectFiles";
import { onDidChangeSetting } from "../host/settings";
import type { ProjectAnswer, ProjectParams, ProjectSources, Questions } from "./questions";
import { ManuscriptFiles } from "./manuscriptFiles";
import { openAt, textAt, type Texts } from "./texts";

/** Time after the last change of a file before its projects are found anew; until then the last ones serve. */
const quietMs = 300;

/** Larger files are no manuscripts and no settings of a project. */
const largest = 4_000_000;

/** Files of which is kept what was read. */
const mostKept = 1000;

/** A document with its project. */
export interface OpenProject {
	/** The document asked about: a manuscript, a cell of a notebook, or a bibliography. */
	readonly uri: vscode.Uri;
	/** How it was found; none for a bibliography. */
	readonly found?: DocumentProject;
	/** The manuscript with all its parts; of an open notebook its cells. */
	readonly sources: readonly vscode.Uri[];
	/** The bibliographies that are there. */
	readonly bibliographies: readonly vscode.Uri[];
	readonly dialect: Dialect;
}

/** What is believed of a project that was found before: all, what no event has put in doubt, or nothing. */
type Trust = "last" | "heard" | "nothing";

/** The names in folders, by their addresses. */
type Listings = Map<string, Promise<readonly string[]>>;

interface Known {
	readonly project: Promise<DocumentProject>;
	/** Files that it was found by, and folders that were looked into. */
	readonly files: Set<string>;
	readonly folders: Set<string>;
	/** Whether something that it was found by changed since. */
	isStale: boolean;
}

export class Projects implements vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
	/** Fires when a document may have another project than before. */
	readonly onDidChange = this.#changed.event;
	readonly #ask: Questions;
	readonly #texts: Texts;
	/** Those of the workspace. */
	readonly manuscripts: ManuscriptFiles;
	readonly #known = new Map<string, Known>();
	readonly #readings = new Map<string, { readonly stamp: string; readonly reading: Reading }>();
	/** The texts of files that are not open. */
	readonly #closed = new Map<string, { readonly stamp: string; readonly text: Promise<string | undefined> }>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(ask: Questions, texts: Texts) {
		this.#ask = ask;
		this.#texts = texts;
		this.manuscripts = this.#store.add(new ManuscriptFiles(texts));
		this.#store.add(
			texts.onDidChange(uris => this.#age(known => uris.some(uri => known.files.has(uri.toString())))),
		);
		this.#store.add(
			texts.onDidCreateOrDelete(uri => {
				const folder = vscode.Uri.joinPath(uri, "..").toString();
				this.#age(known => known.folders.has(folder));
			}),
		);
		this.#store.add(onDidChangeSetting(["bibliography", "citingCommands"], () => this.#forgetAll()));
		this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#forgetAll()));
	}

	/**
	 * The project of a manuscript, a cell or a bibliography: while somebody types, what it was a moment ago. `undefined`
	 * for a document that is none of these.
	 */
	async of(document: vscode.TextDocument): Promise<OpenProject | undefined> {
		if (isBibliography(document)) return this.#ofBibliography(document.uri);
		if (!isCitableFile(document.languageId, document.uri.path)) return this.#ofNamed(document.uri);
		return openProject(document.uri, await this.#find(placeOf(document), "last"));
	}

	/** The project of a manuscript as it is now, whatever has been heard of its files. */
	now(document: vscode.TextDocument): Promise<DocumentProject> {
		return this.#find(placeOf(document), "nothing");
	}

	/**
	 * The projects of the workspace that read a bibliography, each with all that it reads: as far as is heard of files, or
	 * with a new look at which there are.
	 */
	async readers(bibliography: vscode.Uri, trust: "heard" | "nothing" = "heard"): Promise<readonly OpenProject[]> {
		if (trust === "nothing") this.manuscripts.forget();
		const name = bibliography.toString();
		const readers: OpenProject[] = [];
		const known = new Set<string>();
		const listings: Listings = new Map();
		for (const place of await this.manuscripts.places()) {
			if (known.has(place.textUri.toString())) continue;
			const project = openProject(place.textUri, await this.#find(place, "heard", listings));
			if (!project.bibliographies.some(uri => uri.toString() === name)) continue;
			readers.push(project);
			for (const uri of project.sources) known.add(uri.toString());
		}
		return readers;
	}

	/** Asks about a document in its project; `undefined` when cancelled, or when it has none. */
	async ask<M extends ProjectMethod>(
		method: M,
		document: vscode.TextDocument,
		params: ProjectParams<M>,
		token?: Cancellation,
	): Promise<ProjectAnswer<M> | undefined> {
		const project = await this.of(document);
		return project && this.askIn(method, project, params, token);
	}

	/** The same where the project is known. */
	async askIn<M extends ProjectMethod>(
		method: M,
		project: OpenProject,
		params: ProjectParams<M>,
		token?: Cancellation,
	): Promise<ProjectAnswer<M> | undefined> {
		return this.#ask.inProject(method, await this.#sourcesOf(project), params, token);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#store.dispose();
	}

	/** A bibliography alone. */
	#ofBibliography(uri: vscode.Uri, dialect: Dialect = "bibtex"): OpenProject {
		return { uri, sources: [], bibliographies: [uri], dialect };
	}

	/** A file of another kind is a bibliography when a project reads it. */
	async #ofNamed(uri: vscode.Uri): Promise<OpenProject | undefined> {
		for (const { project } of this.#known.values()) {
			const { files, dialect, uriOf } = await project;
			const isRead = files.some(({ path, isRemote }) => !isRemote && uriOf(path).toString() === uri.toString());
			if (isRead) return this.#ofBibliography(uri, dialect);
		}
		return undefined;
	}

	async #sourcesOf({ uri, sources, bibliographies, dialect }: OpenProject): Promise<ProjectSources> {
		const [manuscripts, files] = await Promise.all([
			Promise.all(sources.map(each => this.#texts.manuscript(each))),
			this.#texts.bibliographies(bibliographies),
		]);
		const found = { sources: manuscripts.flatMap(each => each ?? []), bibliographies: files };
		const all: readonly TextRef[] = [...found.sources, ...files];
		const document = all.find(each => each.uri === uri.toString());
		return { ...found, dialect, ...(document && { document }) };
	}

	#find(place: ProjectPlace, trust: Trust, listings?: Listings): Promise<DocumentProject> {
		const name = `${place.languageId} ${place.textUri.toString()}`;
		const known = this.#known.get(name);
		if (known && (trust === "last" || (trust === "heard" && !known.isStale))) return known.project;
		const files = new Set<string>();
		const folders = new Set<string>();
		const project = findProject(place, {
			read: uri => {
				files.add(uri.toString());
				if (trust === "nothing") this.#texts.doubt(uri);
				return this.#read(uri);
			},
			list: uri => {
				folders.add(uri.toString());
				return listed(uri, listings);
			},
			reading: (uri, file) => this.#reading(uri, file),
		});
		const fresh: Known = { project, files, folders, isStale: false };
		this.#known.set(name, fresh);
		project.catch(() => this.#known.get(name) === fresh && this.#known.delete(name));
		return project;
	}

	/** The text of a file; what is not open is read once, as many documents look at the same files. */
	async #read(uri: vscode.Uri): Promise<string | undefined> {
		if (openAt(uri)) return textAt(uri, largest);
		const { stamp } = (await this.#texts.manuscript(uri)) ?? {};
		if (stamp === undefined) return undefined;
		const name = uri.toString();
		const known = this.#closed.get(name);
		if (known?.stamp === stamp) return known.text;
		const text = textAt(uri, largest);
		keepRecent(this.#closed, name, { stamp, text }, mostKept);
		return text;
	}

	/** What a file says, which the engine reads once for each of its texts. */
	async #reading(uri: vscode.Uri, file: ProjectFile): Promise<Reading> {
		const text = await this.#texts.manuscript(uri);
		if (!text) return nothingRead;
		const { kind, macros } = file;
		const name = `${kind} ${text.uri}`;
		const known = this.#readings.get(name);
		if (!macros && known?.stamp === text.stamp) return known.reading;
		const reading = await this.#ask.projectFile(text, kind, macros);
		// Somebody typed meanwhile.
		if (!reading) return this.#reading(uri, file);
		if (macros) return reading;
		keepRecent(this.#readings, name, { stamp: text.stamp, reading }, mostKept);
		return reading;
	}

	/** What changed makes projects stale; they are found anew when it is quiet. */
	#age(isFoundBy: (known: Known) => boolean): void {
		const found = [...this.#known.values()].filter(isFoundBy);
		if (found.length === 0) return;
		for (const known of found) known.isStale = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			for (const [name, { isStale }] of this.#known) if (isStale) this.#known.delete(name);
			this.#changed.fire();
		}, quietMs);
	}

	#forgetAll(): void {
		this.#known.clear();
		this.#readings.clear();
		this.#closed.clear();
		this.#changed.fire();
	}
}

/** The names in a folder; of documents that are looked at together it is read once. */
function listed(folder: vscode.Uri, listings: Listings | undefined): Promise<readonly string[]> {
	const name = folder.toString();
	const names = listings?.get(name) ?? namesIn(folder);
	listings?.set(name, names);
	return names;
}

function openProject(uri: vscode.Uri, found: DocumentProject): OpenProject {
	const { uriOf, files, dialect } = found;
	const isThere = files.filter(({ exists, isRemote }) => exists && !isRemote);
	const sources = found.sources.flatMap(path => cellsOf(uriOf(path)));
	// A document that is not saved yet, or a cell, may not be among the files.
	const isOwn = sources.some(each => each.toString() === uri.toString());
	return {
		...{ uri, found, dialect },
		sources: isOwn ? sources : [uri, ...sources],
		bibliographies: isThere.map(({ path }) => uriOf(path)),
	};
}

/** The cells of a notebook that is open, with what is not yet saved in them; else the file itself. */
function cellsOf(uri: vscode.Uri): readonly vscode.Uri[] {
	const notebook = vscode.workspace.notebookDocuments.find(each => each.uri.toString() === uri.toString());
	if (!notebook) return [uri];
	const cells = notebook.getCells().map(({ document }) => document);
	return cells.filter(({ languageId }) => isCitableFile(languageId, "")).map(each => each.uri);
}

/** Whether a document is a bibliography whatever reads it. */
export function isBibliography({ languageId, uri }: vscode.TextDocument): boolean {
	return /^(?:bibtex|biblatex)$/.test(languageId) || /\.bib(?:tex|latex)?$/i.test(uri.path);
}

/** Whether a document is a bibliography or, by its name, may be one when something reads it. */
export function mayBeBibliography(document: vscode.TextDocument): boolean {
	const { languageId, uri } = document;
	if (isBibliography(document)) return true;
	return /\.(?:json|csljson|ya?ml)$/i.test(uri.path) && !isCitableFile(languageId, uri.path);
}
