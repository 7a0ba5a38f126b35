// The texts that language features ask about, as the editor has them: manuscripts, read once a text, and bibliographies.

import { citationsIn, type Citation, type Source } from "../core/citations/citations";
import type { SourceKind } from "../core/project/kinds";
import { readSource } from "../core/project/read/read";
import type { Reading } from "../core/project/reading";
import { keepRecent } from "../core/recent";
import { Bibliographies } from "./bibliographies";
import type { ManuscriptText, ProjectRefs, TextRef } from "./protocol";

/** A manuscript, or one cell of a notebook. What is found in it is found once. */
export class OpenManuscript {
	#citations: readonly Citation[] | undefined;

	constructor(
		readonly uri: string,
		readonly stamp: string,
		readonly source: Source,
	) {}

	get citations(): readonly Citation[] {
		return (this.#citations ??= citationsIn(this.source));
	}
}

/** So many are kept, or as many as one question names: the ones that were sent last. */
const leastKept = 64;

export class Manuscripts {
	readonly #open = new Map<string, OpenManuscript>();
	#most = leastKept;

	/** Takes the text of a manuscript as it is now. */
	put({ uri, stamp, source }: ManuscriptText): undefined {
		keepRecent(this.#open, uri, new OpenManuscript(uri, stamp, source), this.#most);
	}

	/** The manuscript with this text; `undefined` when it is to be sent first. */
	find({ uri, stamp }: TextRef): OpenManuscript | undefined {
		const known = this.#open.get(uri);
		return known?.stamp === stamp ? known : undefined;
	}

	/** Those that are to be sent first, by their names. */
	missing(refs: readonly TextRef[]): readonly string[] {
		this.#most = Math.max(this.#most, refs.length);
		return refs.filter(ref => !this.find(ref)).map(({ uri }) => uri);
	}
}

export class OpenTexts {
	readonly manuscripts = new Manuscripts();
	readonly bibliographies = new Bibliographies();

	/** The texts of a project that are to be sent before anything can be said about it. */
	missing({ document, sources, bibliographies }: ProjectRefs): readonly string[] {
		const isBibliography = bibliographies.some(({ uri }) => uri === document?.uri);
		const manuscripts = document && !isBibliography ? [document, ...sources] : sources;
		const missing = [...this.manuscripts.missing(manuscripts), ...this.bibliographies.missing(bibliographies)];
		return [...new Set(missing)];
	}
}

/** What a file says about its project; its text is kept for the questions that follow. */
export function readProjectFile(
	texts: OpenTexts,
	{
		text,
		kind,
		macros,
	}: { text: ManuscriptText; kind: SourceKind; macros?: ReadonlyMap<string, string> | undefined },
): Reading {
	if (!texts.manuscripts.find(text)) texts.manuscripts.put(text);
	return readSource(text.source, macros, kind);
}
