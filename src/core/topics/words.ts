// A paper as the topics see it: its words in order, as stems and as written, cut where a phrase cannot go on.

import type { Paper } from "../paper";
import { stem, tokenize } from "../search/analyzer";

export interface Words {
	/** Stems in reading order; an empty one where a stop word or punctuation ends a phrase. */
	readonly stems: readonly string[];
	/** The same as written. */
	readonly written: readonly string[];
}

export interface PaperWords {
	readonly paper: Paper;
	readonly title: Words;
	readonly abstract: Words;
}

export function wordsOf(paper: Paper): PaperWords {
	return { paper, title: read(paper.title), abstract: read(paper.abstract) };
}

/** The stems of a phrase, without stop words: what `wordsOf` gives for the same phrase in a text. */
export function phraseStems(phrase: string): string[] {
	return read(phrase).stems.filter(word => word !== "");
}

function read(text: string): Words {
	const stems: string[] = [];
	const written: string[] = [];
	let end = 0;
	for (const token of tokenize(text)) {
		if (token.kind !== "word" && token.kind !== "stop") continue;
		if (token.kind === "stop" || (stems.length > 0 && /[^\s\-‐‑–$^_{}\\]/.test(text.slice(end, token.start)))) {
			stems.push("");
			written.push("");
		}
		if (token.kind === "word") {
			stems.push(stem(token.word));
			written.push(text.slice(token.start, token.end));
		}
		end = token.end;
	}
	return { stems, written };
}
