// The case of letters (CSL 1.0.2, "Text-case"), over runs: a word may go through several of them.

import type { TextCase } from "../style/tree";
import type { Run, Runs } from "./runs";

/** Words that a title in English keeps small within it (CSL 1.0.2, "Title Case Conversion"). */
const stopWords = new Set(
	(
		"a about above across afore after against al along alongside amid amidst among amongst an and anenst " +
		"apropos apud around as aside astride at athwart atop barring before behind below beneath beside " +
		"besides between beyond but by c ca circa d' de despite down during et except for forenenst from " +
		"given in inside into lest like modulo near next nor notwithstanding of off on onto or out over per " +
		"plus pro qua sans since so than the through throughout thru thruout till to toward towards under " +
		"underneath until unto up upon v v. van versus via vis-à-vis von vs vs. with within without yet"
	).split(" "),
);

/** Runs with their letters in another case; `english` allows title case, which no other language has. */
export function withCase(runs: Runs, textCase: TextCase | undefined, english: boolean): Runs {
	switch (textCase) {
		case undefined:
			return runs;
		case "lowercase":
			return mapCase(runs, text => text.toLowerCase());
		case "uppercase":
			return mapCase(runs, text => text.toUpperCase());
		case "capitalize-first":
			return capitalize(runs, index => index === 0);
		case "capitalize-all":
			return capitalize(runs, () => true);
		case "sentence":
			return sentence(runs);
		case "title":
			return english ? titleCase(runs) : runs;
	}
}

function mapCase(runs: Runs, change: (text: string) => string): Runs {
	return runs.map(run => (keepsCase(run) ? run : { ...run, text: change(run.text) }));
}

function keepsCase({ marks }: Run): boolean {
	return marks.nocase === true;
}

interface Word {
	readonly start: number;
	readonly text: string;
	/** The few letters before it. */
	readonly before: string;
	/** The sign after it. */
	readonly after: string;
}

/** The words of runs in order, as offsets in the text of all of them. */
function wordsOf(text: string): readonly Word[] {
	return [...text.matchAll(/[^\s\u2010-\u2015/()[\]“”"„«»:;,!?\u00a0-]+/g)].map(match => ({
		start: match.index,
		text: match[0],
		before: text.slice(Math.max(0, match.index - 8), match.index),
		after: text.charAt(match.index + match[0].length),
	}));
}

/** Capitalises words that are all small, where `chosen` says so by the place among the words. */
function capitalize(runs: Runs, chosen: (index: number) => boolean): Runs {
	const starts = new Set<number>();
	wordsOf(wholeText(runs)).forEach(({ start, text }, index) => {
		if (chosen(index) && text === text.toLowerCase()) starts.add(start);
	});
	return raiseAt(runs, starts);
}

/** Text in capitals alone becomes small but for its first letter; other text gets a capital at its beginning. */
function sentence(runs: Runs): Runs {
	const text = wholeText(runs);
	const small = text === text.toUpperCase() ? mapCase(runs, part => part.toLowerCase()) : runs;
	return capitalize(small, index => index === 0);
}

function titleCase(runs: Runs): Runs {
	const text = wholeText(runs);
	const isShouted = text === text.toUpperCase();
	const starts = new Set<number>();
	const words = wordsOf(text);
	words.forEach((word, index) => {
		const lower = word.text.toLowerCase();
		if (word.text !== lower && !isShouted) return;
		// `v2` is a version; French and Catalan articles are no words of their own: `l’art`.
		if (/^v\d|^\p{Ll}['’]\p{L}/u.test(lower)) return;
		const isEdge =
			(word.after === "-" && !word.before.endsWith("-")) ||
			index === 0 ||
			index === words.length - 1 ||
			/[:?!.]["”’]?\s+["“‘(]?$/.test(word.before);
		if (isEdge || (lower.length > 1 && !stopWords.has(lower))) starts.add(word.start);
	});
	return raiseAt(runs, starts);
}

function wholeText(runs: Runs): string {
	return runs.map(run => (run.quote ? '"' : run.text)).join("");
}

/** Capital letters at offsets of the whole text. */
function raiseAt(runs: Runs, starts: ReadonlySet<number>): Runs {
	let from = 0;
	return runs.map(run => {
		if (run.quote) {
			from += 1;
			return run;
		}
		const start = from;
		from += run.text.length;
		if (keepsCase(run) || starts.size === 0) return run;
		let text = "";
		let at = 0;
		for (const letter of run.text) {
			text += starts.has(start + at) ? letter.toUpperCase() : letter;
			at += letter.length;
		}
		return { ...run, text };
	});
}
