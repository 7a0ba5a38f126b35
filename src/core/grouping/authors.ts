// Who wrote what: names that are those of one person, as far as the names themselves tell.

import type { Name, Paper } from "../paper";
import { fold } from "../text/normalize";

/** An author of the shelf, with the papers. */
export interface Author {
	readonly key: string;
	/** As it is looked up: `Berg, Jan van der`. */
	readonly label: string;
	readonly papers: ReadonlySet<Paper>;
}

interface Spelled {
	readonly label: string;
	readonly family: string;
	/** Given names, folded; single letters for initials. */
	readonly given: readonly string[];
	readonly papers: Set<Paper>;
}

/**
 * The authors of papers, each with the papers in the order given. Names are one person's when they are alike but for case,
 * accents and stops; initials are those of a full name when the family name has only that one for them. No more is
 * claimed: `Wei Wang` and `Wen Wang` are two, and `W. Wang` is then a third.
 */
export function authorsOf(papers: readonly Paper[]): Author[] {
	const spelled = new Map<string, Spelled>();
	for (const paper of papers) {
		for (const name of paper.authors) {
			const [family, given] = partsOf(name);
			const key = `${family}, ${given.join(" ")}`;
			const known = spelled.get(key);
			if (known) known.papers.add(paper);
			else spelled.set(key, { label: labelOf(name), family, given, papers: new Set([paper]) });
		}
	}
	const fullNames = new Map<string, string[]>();
	for (const [key, { family, given }] of spelled) {
		if (given.length === 0 || isInitials(given)) continue;
		const name = `${family}, ${given[0]?.charAt(0) ?? ""}`;
		fullNames.set(name, [...(fullNames.get(name) ?? []), key]);
	}
	for (const [key, { family, given, papers: own }] of spelled) {
		if (given.length === 0 || !isInitials(given)) continue;
		const likely = fullNames.get(`${family}, ${given[0] ?? ""}`) ?? [];
		const [only, ...others] = likely.filter(full => fits(given, spelled.get(full)?.given ?? []));
		const person = only === undefined ? undefined : spelled.get(only);
		if (!person || others.length > 0) continue;
		for (const paper of own) person.papers.add(paper);
		spelled.delete(key);
	}
	return Array.from(spelled, ([key, { label, papers: own }]) => ({ key, label, papers: own }));
}

function partsOf(name: Name): readonly [family: string, given: readonly string[]] {
	if ("literal" in name) return [`${wordsOf(name.literal).join(" ")} (group)`, []];
	const { family, given = "", particle = "", suffix = "" } = name;
	return [wordsOf(`${particle} ${family} ${suffix}`).join(" "), wordsOf(given)];
}

/** Initials may be written together: `JM` is `J. M.`. */
function wordsOf(text: string): string[] {
	const apart = text.replace(/\b(\p{Lu})(\p{Lu})\b(?!\p{Ll})/gu, "$1 $2");
	return fold(apart).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isInitials(given: readonly string[]): boolean {
	// A name in another script may be one letter, and is no initial.
	return given.every(word => /^[a-z\u0400-\u04ff]$/.test(word));
}

/** Whether the initials are those of a full name, or of its first names. */
function fits(initials: readonly string[], given: readonly string[]): boolean {
	const count = Math.min(initials.length, given.length);
	return initials.slice(0, count).every((letter, i) => given[i]?.startsWith(letter) === true);
}

function labelOf(name: Name): string {
	if ("literal" in name) return name.literal;
	const given = [name.given, name.particle].filter(part => part !== undefined && part !== "").join(" ");
	const suffix = name.suffix === undefined || name.suffix === "" ? "" : ` ${name.suffix}`;
	return given === "" ? `${name.family}${suffix}` : `${name.family}${suffix}, ${given}`;
}
