// Projects of marked texts for the tests of navigation: file names tell the languages.
import { OpenBibliography } from "../../../src/core/bibliography/openBibliography";
import { citationsIn, type Source } from "../../../src/core/citations/citations";
import { nameInBibliography, nameInManuscript, type Name } from "../../../src/core/navigation/names";
import type { Place, Project } from "../../../src/core/navigation/project";
import { applied } from "../../../src/core/textEdits";
import type { TextEdit } from "../../../src/core/paper";

/** Texts by the names of their files. */
export type Files = Readonly<Record<string, string>>;

const languages: Readonly<Record<string, string>> = {
	tex: "latex",
	md: "markdown",
	myst: "myst",
	typ: "typst",
	rst: "restructuredtext",
	adoc: "asciidoc",
	org: "org",
	ipynb: "json",
};

export function sourceOf(fileName: string, text: string): Source {
	return { text, languageId: languages[fileName.replace(/^.*\./, "")] ?? "plaintext", fileName };
}

function isBibliography(fileName: string): boolean {
	return /\.(?:bib|ya?ml|json)$/.test(fileName);
}

export function projectOf(files: Files): Project {
	const all = Object.entries(files);
	return {
		manuscripts: all
			.filter(([name]) => !isBibliography(name))
			.map(([uri, text]) => {
				const source = sourceOf(uri, text);
				return { uri, source, citations: citationsIn(source) };
			}),
		bibliographies: all
			.filter(([name]) => isBibliography(name))
			.map(([uri, text]) => ({ uri, bibliography: new OpenBibliography(text, uri) })),
	};
}

/** The files without the mark `|` that one of them has, and what is named there. */
export function markedProject(files: Files): { readonly project: Project; readonly name: Name | undefined } {
	const [fileName = "", marked = ""] = Object.entries(files).find(([, text]) => text.includes("|")) ?? [];
	const offset = marked.indexOf("|");
	const text = marked.replace("|", "");
	const project = projectOf({ ...files, [fileName]: text });
	const source = sourceOf(fileName, text);
	const name = isBibliography(fileName)
		? nameInBibliography(new OpenBibliography(text, fileName), offset)
		: nameInManuscript(source, citationsIn(source), offset);
	return { project, name };
}

/** Places as `file:line:column text`, from 1. */
export function shown(files: Files, places: readonly Place[]): readonly string[] {
	return places.map(({ uri, range: { start, end } }) => {
		const text = (files[uri] ?? "").replace("|", "");
		const before = text.slice(0, start).split("\n");
		return `${uri}:${before.length}:${(before.at(-1) ?? "").length + 1} ${text.slice(start, end)}`;
	});
}

export function changed(
	files: Files,
	edits: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[],
): Files {
	const texts = edits.map(({ uri, edits: own }) => [uri, applied((files[uri] ?? "").replace("|", ""), own)] as const);
	return { ...files, ...Object.fromEntries(texts) };
}
