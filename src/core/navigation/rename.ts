// Gives a key another name everywhere: in its bibliography, in the entries that refer to it, and in every manuscript,
// whatever its syntax. What cannot be written or would be read as something else is refused, and nothing changes.

import { isNotebook } from "../citations/languages";
import { openAll, outerEdits } from "../citations/opened";
import type { Source } from "../citations/citations";
import { renameKey } from "../bibliography/bibliography";
import { OpenBibliography } from "../bibliography/openBibliography";
import type { TextEdit } from "../paper";
import { readSource } from "../project/read/read";
import type { Dialect } from "../project/reading";
import { applied } from "../textEdits";
import { definitionsIn, mentionsIn } from "./mentions";
import type { Name } from "./names";
import { definitionsOf, entryFor, stringsIn, type PlacedBibliography, type Project } from "./project";
import { keyEdit } from "./writtenKey";

/** Everything that reads the bibliography of the name, and how BibTeX files are read there. */
export interface RenameScope extends Project {
	readonly dialect: Dialect;
}

/**
 * Why nothing is renamed: the new key is `taken`, or taken but for its `case`, where that does not count; the key is
 * `twice` in different files, and nobody knows which is meant; the file cannot hold it (`bibliography`, `manuscript`).
 */
export interface Refusal {
	readonly outcome: "taken" | "case" | "twice" | "bibliography" | "manuscript";
	/** The file that stands against it. */
	readonly uri: string;
}

export interface Renamed {
	readonly outcome: "renamed";
	/** The edits of each file that changes, in order and apart. */
	readonly files: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
}

/** What a key in BibTeX's formats cannot have (biblatex manual, section 2.4.4; btparse, "names"), and what TeX acts on. */
const notInKey = /[\s"#%'(),={}~\\]|^$/;

/** What the name of a string is (btparse, "names"); a number stands for itself. */
const stringName = /^[^\s\d"#%'(),={}\\][^\s"#%'(),={}\\]*$/;

/** Renames a key or a string. A key that is in no bibliography is renamed where it is cited, also to one that is. */
export function rename(name: Name, now: string, scope: RenameScope): Renamed | Refusal {
	if (now === name.name) return { outcome: "renamed", files: [] };
	return name.kind === "string" ? renameString(name.name, now, scope) : renameWork(name, now, scope);
}

function renameWork(name: Name, now: string, scope: RenameScope): Renamed | Refusal {
	const key = name.name;
	const places = definitionsOf(name, scope);
	const own = [...new Set(places.map(({ uri }) => uri))];
	const files = scope.bibliographies.filter(({ uri }) => own.includes(uri));
	if (files[1]) return { outcome: "twice", uri: files[1].uri };
	const clash = places.length > 0 ? clashOf(key, now, scope) : undefined;
	if (clash) return clash;
	const changed: { uri: string; edits: readonly TextEdit[] }[] = [];
	for (const { uri, bibliography } of scope.bibliographies) {
		const { text, fileName } = bibliography;
		const edits = renameKey(text, fileName, key, now);
		if (edits.length === 0) continue;
		const after = new OpenBibliography(applied(text, edits), fileName);
		if (!holds(bibliography, after, key, now)) return { outcome: "bibliography", uri };
		changed.push({ uri, edits });
	}
	for (const { uri, source } of scope.manuscripts) {
		const edits = renameIn(source, key, now);
		if (edits === undefined) return { outcome: "manuscript", uri };
		if (edits.length > 0) changed.push({ uri, edits });
	}
	return { outcome: "renamed", files: changed };
}

/** Another work that has the new key, in any of the bibliographies or in a manuscript. */
function clashOf(key: string, now: string, scope: RenameScope): Refusal | undefined {
	const taken = definitionsOf({ kind: "key", name: now, range: { start: 0, end: 0 } }, scope)[0];
	if (taken) return { outcome: "taken", uri: taken.uri };
	if (scope.dialect !== "bibtex") return undefined;
	const letters = now.toLowerCase();
	const other = scope.bibliographies.find(({ bibliography }) =>
		bibliography.movedBlocks.some(
			block => block.kind === "entry" && block.key !== key && block.key.toLowerCase() === letters,
		),
	);
	return other && { outcome: "case", uri: other.uri };
}

/** Whether a bibliography after the edits has the entries that it had, under the new key. */
function holds(before: OpenBibliography, after: OpenBibliography, key: string, now: string): boolean {
	if (before.movedBlocks.length > 0 && notInKey.test(now)) return false;
	const keysOf = ({ movedBlocks: blocks, entries }: OpenBibliography): readonly string[] =>
		blocks.length > 0 ? blocks.map(block => block.key) : entries.map(entry => entry.key);
	return isSame(
		keysOf(before).map(one => (one === key ? now : one)),
		keysOf(after),
	);
}

/** The edits that rename a key in a manuscript; `undefined` when it would be read as something else. */
export function renameIn(source: Source, key: string, now: string): TextEdit[] | undefined {
	const { text } = source;
	const cited = openAll(source).flatMap(opened => {
		const { document } = opened;
		const edits = document.citations.flatMap(({ keys, syntax }) =>
			keys.filter(one => one.key === key).map(one => keyEdit(document.text, one, syntax, now)),
		);
		return outerEdits(opened, edits);
	});
	const before = mentionsIn(source);
	const listed = before
		.filter(mention => mention.key === key && mention.kind === "listed")
		.map(({ range }) => keyEdit(text, { key, range, whole: range, item: range, list: 0 }, "pandoc", now));
	const edits = [...cited, ...listed, ...definitionEdits(source, key, now)].sort((a, b) => a.start - b.start);
	if (edits.length === 0) return [];
	const after = mentionsIn({ ...source, text: applied(text, edits) });
	const wanted = before.map(mention => (mention.key === key ? now : mention.key));
	return isSame(
		wanted,
		after.map(mention => mention.key),
	)
		? edits
		: undefined;
}

/** A reference in the manuscript itself; the entries of `filecontents` are those of a file. */
function definitionEdits(source: Source, key: string, now: string): readonly TextEdit[] {
	const parts = readSource(source).inline.filter(({ kind }) => kind === "filecontents");
	const inFiles = parts.flatMap(({ range: { start, end }, path = "a.bib" }) =>
		renameKey(source.text.slice(start, end), path, key, now).map(edit => ({
			...edit,
			start: edit.start + start,
			end: edit.end + start,
		})),
	);
	const written = isNotebook(source) ? JSON.stringify(now).slice(1, -1) : now;
	const others = definitionsIn(source).filter(
		({ range, key: each }) =>
			each === key && !parts.some(part => part.range.start <= range.start && range.end <= part.range.end),
	);
	return [...inFiles, ...others.map(({ range }) => ({ ...range, text: written }))];
}

/** Renames a string in all files that may use it: a file reads the strings of those before it. */
function renameString(name: string, now: string, { bibliographies }: RenameScope): Renamed | Refusal {
	const isOther = now.toLowerCase() !== name.toLowerCase();
	const files = bibliographies.flatMap(({ uri, bibliography }) => {
		const edits = stringsIn(bibliography, name).map(({ range }) => ({ ...range, text: now }));
		return edits.length > 0 ? [{ uri, edits: edits.sort((a, b) => a.start - b.start) }] : [];
	});
	const [first] = files;
	if (first && !stringName.test(now)) return { outcome: "bibliography", uri: first.uri };
	const taken = bibliographies.find(each => isOther && isDefined(each, now));
	return taken ? { outcome: "taken", uri: taken.uri } : { outcome: "renamed", files };
}

function isDefined({ bibliography }: PlacedBibliography, name: string): boolean {
	return stringsIn(bibliography, name).some(({ kind }) => kind === "string");
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** Whether a name can be renamed at all, and the file that has it; a string must be defined somewhere. */
export function isRenamable(name: Name, project: Project): boolean {
	if (name.kind === "key") return true;
	return project.bibliographies.some(each => isDefined(each, name.name));
}

/** The bibliography whose readers a renaming concerns; none for a key that is in no bibliography. */
export function homeOf({ kind, name }: Name, { bibliographies }: Project): string | undefined {
	if (kind === "key") return entryFor(bibliographies, name)?.uri;
	return bibliographies.find(each => isDefined(each, name))?.uri;
}
