// A project whose texts the engine has: what every answer about names starts from.

import type { OpenBibliography } from "../../core/bibliography/openBibliography";
import type { Project } from "../../core/navigation/project";
import type { TextRange } from "../../core/paper";
import { positionsIn, type LinePosition } from "../../core/text/lines";
import type { OpenManuscript, OpenTexts } from "../openTexts";
import type { Missing, ProjectRefs } from "../protocol";
import type { FileRange, LineRange } from "../../core/navigation/answers";

/** The document that is asked about. */
export interface OpenDocument {
	readonly uri: string;
	readonly manuscript?: OpenManuscript;
	readonly bibliography?: OpenBibliography;
}

export interface OpenedProject extends Project {
	readonly manuscripts: readonly OpenManuscript[];
	/** None when it is not there any more. */
	readonly document: OpenDocument | undefined;
}

/** Answers with the texts of a project, or with the names of those that are to be sent. */
export function inProject<T>(texts: OpenTexts, refs: ProjectRefs, answer: (project: OpenedProject) => T): T | Missing {
	const missing = texts.missing(refs);
	if (missing.length > 0) return { missing };
	const { document } = refs;
	const bibliographies = refs.bibliographies.flatMap(ref => {
		const bibliography = texts.bibliographies.find(ref);
		return bibliography ? [{ uri: ref.uri, bibliography }] : [];
	});
	const manuscripts = refs.sources.flatMap(ref => texts.manuscripts.find(ref) ?? []);
	const bibliography = bibliographies.find(({ uri }) => uri === document?.uri)?.bibliography;
	const manuscript = document && !bibliography ? texts.manuscripts.find(document) : undefined;
	const opened = document && {
		uri: document.uri,
		...(bibliography && { bibliography }),
		...(manuscript && { manuscript }),
	};
	return answer({ document: opened, manuscripts, bibliographies });
}

interface Positions {
	readonly text: string;
	readonly positionOf: (offset: number) => LinePosition;
}

const positions = new WeakMap<OpenManuscript | OpenBibliography, Positions>();

/** The lines of ranges in a text, which are counted once a text. */
export function linesOf(opened: OpenManuscript | OpenBibliography): (range: TextRange) => LineRange {
	const text = "source" in opened ? opened.source.text : opened.text;
	let known = positions.get(opened);
	if (known?.text !== text) {
		known = { text, positionOf: positionsIn(text) };
		positions.set(opened, known);
	}
	const { positionOf } = known;
	return ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) });
}

/** The lines of places in the files of a project. */
export function linesIn(
	project: OpenedProject,
): (place: { readonly uri: string; readonly range: TextRange }) => FileRange[] {
	const files = new Map<string, (range: TextRange) => LineRange>();
	for (const manuscript of project.manuscripts) files.set(manuscript.uri, linesOf(manuscript));
	for (const { uri, bibliography } of project.bibliographies) files.set(uri, linesOf(bibliography));
	return ({ uri, range }) => {
		const lines = files.get(uri);
		return lines ? [{ uri, ...lines(range) }] : [];
	};
}
