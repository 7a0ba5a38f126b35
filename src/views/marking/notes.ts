// Notes as documents: a note is edited like any Markdown file, and what is saved becomes the note.

import * as vscode from "vscode";
import { commands } from "../../core/contributions";
import { beginning, plainTitle } from "../../core/render";
import { register } from "../../host/commands";
import { DisposableStore } from "../../host/disposables";
import { UserError } from "../../host/errors";
import type { Library, LibraryChange } from "../../library/library";

export const noteScheme = "citeshelf-note";

/** Letters of a title in the name of a note's tab. */
const nameLength = 40;

/** Between texts that people wrote at the same time, until somebody makes one of them. */
const separator = "\n\n---\n\n";

export interface NotesNeeds {
	readonly library: Library;
	readonly log: vscode.LogOutputChannel;
	/** The papers that a command is about. */
	readonly papersOf: (args: readonly unknown[]) => readonly string[];
}

export function registerNotes({ library, log, papersOf }: NotesNeeds): vscode.Disposable {
	const files = new NoteFiles(library);
	return vscode.Disposable.from(
		files,
		vscode.workspace.registerFileSystemProvider(noteScheme, files, { isCaseSensitive: true }),
		register(commands.editNote, log, async (...args) => {
			const [id = ""] = papersOf(args);
			const paper = library.paper(id);
			if (!paper) throw new UserError(vscode.l10n.t("Choose a paper on the shelf first."));
			const name = beginning(plainTitle(paper), nameLength)
				.replace(/[\\/:*?"<>|#%]+/g, " ")
				.trim();
			const path = `/${vscode.l10n.t("Note on {0}", name)}.md`;
			const uri = vscode.Uri.from({ scheme: noteScheme, path, query: paper.id });
			await vscode.window.showTextDocument(uri, { preview: false, viewColumn: noteColumn() });
		}),
	);
}

/** Where a note opens: not above the reading panel, whose paper it is about. */
function noteColumn(): vscode.ViewColumn {
	const { all, activeTabGroup } = vscode.window.tabGroups;
	const showsPanel = ({ activeTab }: vscode.TabGroup) => activeTab?.input instanceof vscode.TabInputWebview;
	if (!showsPanel(activeTabGroup)) return activeTabGroup.viewColumn;
	return all.find(group => !showsPanel(group))?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** A note's text as it was last read or written through a document. */
interface Opened {
	/** The names of the texts in it. */
	readonly names: readonly string[];
	/** When it became so, in milliseconds since 1970. */
	readonly at: number;
}

class NoteFiles implements vscode.FileSystemProvider, vscode.Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
	readonly onDidChangeFile = this.#changed.event;
	readonly #library: Library;
	/** By the addresses of their documents. */
	readonly #opened = new Map<string, Opened>();

	constructor(library: Library) {
		this.#library = library;
		this.#store.add(library.onDidChange(change => this.#follow(change)));
	}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
		const { bytes } = await this.#read(uri);
		const { at } = this.#see(uri);
		return { type: vscode.FileType.File, ctime: 0, mtime: at, size: bytes.length };
	}

	async readFile(uri: vscode.Uri): Promise<Uint8Array> {
		const { bytes, names } = await this.#read(uri);
		this.#opened.set(uri.toString(), { ...this.#see(uri), names });
		return bytes;
	}

	/** What is saved takes the place of what was read; a text that came meanwhile stays beside it. */
	writeFile(uri: vscode.Uri, content: Uint8Array): void {
		const { states } = this.#library;
		const { names } = this.#see(uri);
		states.writeNote(uri.query, new TextDecoder().decode(content).trimEnd(), names);
		this.#opened.set(uri.toString(), { names: states.note(uri.query).names, at: Date.now() });
		this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
	}

	readDirectory(): [string, vscode.FileType][] {
		return [];
	}

	createDirectory(uri: vscode.Uri): never {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	delete(uri: vscode.Uri): never {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	rename(uri: vscode.Uri): never {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	dispose(): void {
		this.#store.dispose();
	}

	/** A window that was loaded anew may ask before the shelf is there. */
	async #read(uri: vscode.Uri): Promise<{ readonly bytes: Uint8Array; readonly names: readonly string[] }> {
		if (this.#library.papers.size === 0) await this.#library.load();
		const { texts, names } = this.#library.states.note(uri.query);
		const text = texts.map(note => note.text).join(separator);
		return { bytes: new TextEncoder().encode(text === "" ? "" : `${text}\n`), names };
	}

	/** What a document has seen of its note; a note that nobody has opened is seen now. */
	#see(uri: vscode.Uri): Opened {
		const key = uri.toString();
		const { texts, names } = this.#library.states.note(uri.query);
		const known = this.#opened.get(key) ?? { names, at: Date.parse(texts.at(-1)?.at ?? "") || 0 };
		this.#opened.set(key, known);
		return known;
	}

	/** Tells the editor of notes that changed elsewhere: an open document shows them, or asks which text is to stay. */
	#follow({ marked }: LibraryChange): void {
		const ids = new Set(marked.map(id => this.#library.idOf(id)));
		for (const [key, opened] of this.#opened) {
			const uri = vscode.Uri.parse(key);
			if (!ids.has(this.#library.idOf(uri.query))) continue;
			const { names } = this.#library.states.note(uri.query);
			if (String(names) === String(opened.names)) continue;
			// The names stay as they were seen until the document is read again.
			this.#opened.set(key, { names: opened.names, at: Date.now() });
			this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
		}
	}
}
