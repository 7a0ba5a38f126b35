// The words of a title, and those that tell nothing about it.

import { transliterate } from "./transliterate";

/** Articles, prepositions, conjunctions, and the like of "towards". */
const skipped = new Set(
	`a about above across after against al all along also an and any are around as at be before behind below beneath
	beside between beyond but by can could de der des despite die do does down during el except for from has have how
	in inside into is it its la le les like near nor not of off on onto or our out outside over past per since so some
	still than that the their there these this those through throughout to toward towards under une und until up upon
	using via was we what when where whether which while who why with within without yet your`.split(/\s+/),
);

export function isSkipped(word: string): boolean {
	return skipped.has(word.toLowerCase());
}

/** Letters and digits of ASCII and `-`, which no consumer of keys takes for something else; it does not start with `-`. */
export function legal(text: string): string {
	return transliterate(text)
		.replace(/[^A-Za-z0-9-]/g, "")
		.replace(/^-+|-+$/g, "");
}

/** The words of a title, with what stands inside a word (`Phikon-v2`, `MedS$^3$`) made part of it. */
export function wordsOf(title: string): string[] {
	return title
		.replace(/<[^>]*>/g, "")
		.split(/[\s/–—]+/)
		.map(word => legal(word.replace(/\\[A-Za-z]+/g, "")).replace(/-/g, ""))
		.filter(word => word !== "");
}

/** The first words of a title that tell something; of one that has none the first of all. */
export function tellingWords(title: string, count: number): string[] {
	const words = wordsOf(title);
	const found = words.filter(word => !isSkipped(word));
	return (found.length > 0 ? found : words).slice(0, count);
}

export function capitalized(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
