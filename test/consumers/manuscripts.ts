// Manuscripts written with Citeshelf's doors alone: the bibliography added, declared, and every paper of the sample
// shelf cited at a cursor, alone and in groups, in the forms that a language has.
import { ok } from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
	addToBibliography,
	declareBibliography,
	declaredBibliographies,
	type AddOptions,
} from "../../src/core/bibliography/bibliography";
import { insertCitation, type Form, type InsertOptions } from "../../src/core/citations/citations";
import type { Paper } from "../../src/core/paper";
import { applied } from "../../src/core/textEdits";
import { samplePapers } from "../samplePapers";

export const papers = samplePapers();

export interface Kind {
	readonly languageId: string;
	readonly fileName: string;
	/** The document before anything is cited; `TEXT` is where its text will stand. */
	readonly skeleton: string;
	readonly bibliography: string;
	readonly dialect?: AddOptions["dialect"];
	/** The forms that are used, in turn; `undefined` is the document's own. */
	readonly forms?: readonly (Form | undefined)[];
}

export interface Manuscript {
	readonly text: string;
	/** The text of the bibliography. */
	readonly bibliography: string;
	/** `keys[i]` cites the paper `i` of the shelf. */
	readonly keys: readonly string[];
	/** The document and its bibliography, by their names. */
	readonly files: Readonly<Record<string, string>>;
}

interface Sentence {
	readonly keys: readonly string[];
	readonly options: InsertOptions;
	/** Whether each key is put in by itself, behind the one before, and joins its citation. */
	readonly oneByOne: boolean;
}

/** Every paper, in sentences of one, two and three works. */
export function citingAll(kind: Kind, shelf: readonly Paper[] = papers): Manuscript {
	return written(kind, shelf, keys => {
		const forms = kind.forms ?? [undefined];
		const sentences: Sentence[] = [];
		for (let start = 0; start < keys.length; start += sentences.at(-1)?.keys.length ?? 1) {
			const size = [1, 1, 1, 2, 3][sentences.length % 5] ?? 1;
			const form = forms[sentences.length % forms.length];
			sentences.push({
				keys: keys.slice(start, start + size),
				options: { form },
				oneByOne: sentences.length % 2 === 0,
			});
		}
		return sentences;
	});
}

/** Four papers with what is said about each: a prefix and a page; a chapter; and a group of pages and of all three. */
export function citingPlaces(kind: Kind): Manuscript {
	return written(kind, papers, keys => {
		const [a = "", b = "", c = "", d = ""] = keys;
		const parts = {
			[a]: { prefix: "see", locator: "12" },
			[b]: { locator: "3", label: "chapter" },
			[c]: { locator: "34-56" },
			[d]: { prefix: "also", locator: "78", suffix: "and passim" },
		};
		return [[a], [b], [c, d]].map(cited => ({ keys: cited, options: { parts }, oneByOne: false }));
	});
}

function written(
	kind: Kind,
	shelf: readonly Paper[],
	plan: (keys: readonly string[]) => readonly Sentence[],
): Manuscript {
	const { languageId, fileName, skeleton, bibliography: name, dialect } = kind;
	const { edits, keys } = addToBibliography("", name, shelf, { dialect });
	const bibliography = applied("", edits);
	const start = { text: skeleton, languageId, fileName };
	const declared = applied(skeleton, declareBibliography(start, name));
	ok(declaredBibliographies({ ...start, text: declared }).length > 0, `${fileName} declares no bibliography`);
	const at = declared.indexOf("TEXT");
	const tail = declared.slice(at + "TEXT".length);
	let head = declared.slice(0, at);
	for (const { keys: cited, options, oneByOne } of plan(keys)) {
		head += "A sentence";
		for (const group of oneByOne ? cited.map(key => [key]) : [cited]) {
			const text = head + tail;
			const made = insertCitation({ text, languageId, fileName }, head.length, group, options);
			ok(made.length > 0, `${fileName}: no citation of ${group.join(", ")}`);
			const cursor = applied(text, made);
			ok(cursor.endsWith(tail));
			head = cursor.slice(0, cursor.length - tail.length);
		}
		head += ".\n\n";
	}
	const text = head.trimEnd() + tail;
	return { text, bibliography, keys, files: { [fileName]: text, [name]: bibliography } };
}

/** A folder of its own with these files. */
export function project(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "citeshelf-consumers-"));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	return folder;
}
