// The files around a document, as far as its project is looked for in them: each is read once, and only so many.

import { sourceKind, type SourceKind } from "./kinds";
import { baseName, extensionOf, folderOf } from "./paths";
import { readSource } from "./read/read";
import { nothingRead, type Reading } from "./reading";

/** What the host gives: texts and folders, by absolute paths with `/`. */
export interface Files {
	/** The text of a file, with what is not yet saved in it; `undefined` when it is not there or is no text. */
	read(path: string): Promise<string | undefined>;
	/** The names in a folder; those of folders end with `/`. None when there is no such folder. */
	list(folder: string): Promise<readonly string[]>;
	/** What a text says about its project, for a host that has it read elsewhere or knows it; see `readSource`. */
	reading?(file: ProjectFile, text: string): Promise<Reading>;
}

/** A file of a project, as one is to be read. */
export interface ProjectFile {
	readonly path: string;
	readonly kind: SourceKind;
	/** Macros that other files define; none for one that is read by itself. */
	readonly macros?: ReadonlyMap<string, string> | undefined;
}

/** No project is larger, or what is beyond is not looked at. */
const mostFiles = 300;
const mostFolders = 400;
const longest = 4_000_000;
const longestInAll = 40_000_000;

export class World {
	readonly #texts = new Map<string, string | undefined>();
	readonly #folders = new Map<string, ReadonlySet<string>>();
	readonly #readings = new Map<string, Reading>();
	#length = 0;

	/** `languageId` is that of the document, which its name need not tell. */
	constructor(
		readonly files: Files,
		readonly document: { readonly path: string; readonly languageId: string },
	) {}

	async names(folder: string): Promise<ReadonlySet<string>> {
		const known = this.#folders.get(folder);
		if (known) return known;
		if (this.#folders.size >= mostFolders) return new Set();
		const names = new Set(await this.files.list(folder === "" ? "/" : folder));
		this.#folders.set(folder, names);
		return names;
	}

	async has(path: string): Promise<boolean> {
		return (await this.names(folderOf(path))).has(baseName(path));
	}

	async text(path: string): Promise<string | undefined> {
		if (this.#texts.has(path)) return this.#texts.get(path);
		if (this.#texts.size >= mostFiles || this.#length > longestInAll) return undefined;
		const read = await this.files.read(path);
		const text = read !== undefined && read.length <= longest ? read : undefined;
		this.#length += text?.length ?? 0;
		this.#texts.set(path, text);
		return text;
	}

	/** What kind of file this is; one whose name does not tell is of the kind of the file that takes it in. */
	kindOf(path: string, within: SourceKind = "plain"): SourceKind {
		const isNotebook = extensionOf(path) === "ipynb";
		const languageId = path === this.document.path && !isNotebook ? this.document.languageId : "";
		const kind = isNotebook ? "notebook" : sourceKind({ text: "", languageId, fileName: path });
		return kind === "plain" ? within : kind;
	}

	/** What a file says, with macros that others define if there are any. */
	async reading(path: string, within?: SourceKind, macros?: ReadonlyMap<string, string>): Promise<Reading> {
		const known = macros ? undefined : this.#readings.get(path);
		if (known) return known;
		const kind = this.kindOf(path, within);
		const text = kind === "plain" ? undefined : await this.text(path);
		if (text === undefined) return nothingRead;
		const reading = this.files.reading
			? await this.files.reading({ path, kind, macros }, text)
			: readSource({ text, languageId: "", fileName: path }, macros, kind);
		if (!macros) this.#readings.set(path, reading);
		return reading;
	}
}
