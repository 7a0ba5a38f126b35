// How well a citation key fits what somebody types of it.

import { fold } from "../text/normalize";

/** A key made ready to be compared. */
export interface FoldedKey {
	readonly text: string;
	/** Its words and numbers: `smith`, `2020`, `deep` of `smith2020Deep`. */
	readonly parts: readonly string[];
}

export function foldedKey(key: string): FoldedKey {
	const parts = key.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu) ?? [];
	return { text: fold(key), parts: parts.map(fold) };
}

/**
 * 0 where the key does not fit; the better the higher: some of its letters, the beginnings of its parts in their order
 * (`smde` or `smith deep` for `smith2020Deep`), its beginning, all of it. `words` are folded, without spaces around.
 */
export function keyMatch({ text, parts }: FoldedKey, words: string): number {
	if (words === "") return 0;
	if (text === words) return 4;
	if (text.startsWith(words)) return 3;
	const typed = words.split(/\s+/);
	if (typed.length > 1) return areParts(parts, typed) ? 2 : 0;
	if (words.length < 2) return 0;
	if (parts.some(part => part.startsWith(words))) return 2;
	return text.includes(words) || isOfBeginnings(parts, words) ? 1 : 0;
}

/** Whether these words begin parts in their order. */
function areParts(parts: readonly string[], words: readonly string[]): boolean {
	let at = 0;
	return words.every(word => {
		while (at < parts.length && !parts[at]?.startsWith(word)) at++;
		return at++ < parts.length;
	});
}

/** Whether the letters begin parts in their order, as many of each as there are: `smde` has two of two. */
function isOfBeginnings(parts: readonly string[], letters: string): boolean {
	let rest = letters;
	for (const part of parts) {
		let length = 0;
		while (length < rest.length && length < part.length && rest[length] === part[length]) length++;
		rest = rest.slice(length);
	}
	return rest === "";
}
