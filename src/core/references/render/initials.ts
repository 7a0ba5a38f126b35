// Initials of given names (CSL 1.0.2, "initialize-with").

export interface InitialsOptions {
	/** What stands after each initial, as in `. `. */
	readonly terminator: string;
	/** Names are shortened; otherwise only the initials that are there already get the terminator. */
	readonly shorten: boolean;
	/** `J.-L.` instead of `J.L.` */
	readonly hyphens: boolean;
}

/** A given name with its words as initials. Words in small letters stay: `J. de`. */
export function initials(given: string, { terminator, shorten, hyphens }: InitialsOptions): string {
	if (given === "") return "";
	let written = "";
	const words = given
		.replace(/\.(?=\p{L})/gu, ". ")
		.replace(/\s*-\s*/g, "-")
		.split(/(\s+|-|\u2010|\u2011|\u2013)/);
	for (let at = 0; at < words.length; at += 2) {
		const word = words[at] ?? "";
		const before = words[at - 1] ?? "";
		if (word === "") continue;
		const isHyphen = before !== "" && !/^\s/.test(before);
		const initial = initialOf(word, shorten);
		// The second part of `Guo-ping` is no name of its own.
		if (isHyphen && initial === undefined && shorten && written !== "") continue;
		if (initial === undefined)
			written = `${written.trimEnd()}${isHyphen ? before : written === "" ? "" : " "}${word} `;
		else if (isHyphen && hyphens) written = `${written.trimEnd()}${before}${initial}${terminator}`;
		else if (isHyphen) written = `${written.trimEnd()}${initial}${terminator}`;
		else written = `${written}${initial}${terminator}`;
	}
	return written.trimEnd();
}

/** The initial of a word, without its stop; undefined for a word that stays as it is. */
function initialOf(word: string, shorten: boolean): string | undefined {
	const bare = word.replace(/\.+$/, "");
	const letter = /^\p{L}\p{M}*/u.exec(bare)?.[0];
	if (letter === undefined || letter === letter.toLowerCase()) return undefined;
	if (bare === letter) return letter;
	if (!shorten) return undefined;
	// `Ph.` and `Yu.` are abbreviations that count as initials.
	return word.endsWith(".") ? bare : letter;
}
