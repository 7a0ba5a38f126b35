// Names of authors as digests write them, to CSL names. Sources: CSL 1.0.2, "Names"; MEDLINE/PubMed Data Element
// Descriptions, AU and FAU; RIS Format Specifications, AU; arXiv, "Entering author names".

import type { Name } from "../paper";

/** Names of a list, and whether it said that there are more. */
export interface NameList {
	readonly names: readonly Name[];
	readonly isIncomplete: boolean;
}

/** Words in lower case that belong before a family name. */
const particles =
	/^(?:van|von|vom|der|den|des|de|del|della|dello|degli|di|da|das|dos|do|du|la|le|los|las|el|al|bin|ibn|ben|ter|ten|te|tot|zu|zum|zur|af|av|'t|'s|in|op|und|und zu|d'|d’|l'|l’)$/i;

const suffixes = /^(?:jr|sr|junior|senior|ii|iii|iv|2nd|3rd|4th|phd|md)\.?$/i;

/** Words that name a group rather than a person. */
const groups =
	/\b(?:collaborations?|consorti(?:um|a)|group|groups|team|initiative|network|committee|society|association|university|institute?|organi[sz]ation|council|investigators|project|agency|foundation|department|ministry|cent(?:er|re)s?|working|task force|alliance|federation|company|inc\.?|ltd\.?|gmbh|laborator(?:y|ies)|hospital|researchers|study|trial|registry|bureau|office|commission|school|library|national|international|authors?)\b/i;

/** `et al.` and its relatives at the end of a list. */
const more =
	/[\s,;]*(?:\band\s+)?(?:\b(?:et\.?\s*al\b\.?|and others|others)|…|\.{3}|\b\d+ (?:more|others|additional authors?)(?: authors?)?)(?:\s*\(.*\))?[\s.,;…]*$/i;

/**
 * A name of a person or a group, without the mark-up that a page's owner has in his own name and without the
 * affiliation in brackets behind it; `undefined` for a text without a letter.
 */
export function readName(written: string): Name | undefined {
	const text = written
		.replace(/<\/?[a-z]{1,10}(?:\s[^<>]{0,200})?>|\*\*|\s\[[^[\]]{2,300}\]\s*$/gi, "")
		.replace(/\s+/g, " ")
		.replace(/^[\s,;.*†‡§¶]+|[\s,;*†‡§¶\d]+$/g, "")
		.trim();
	if (!/\p{L}/u.test(text)) return undefined;
	if (text.length > longestName || (groups.test(text) && !/^[^,]+, \p{Lu}\S*$/u.test(text))) return { literal: text };
	const [family = "", ...rest] = text.split(/\s*,\s*/).filter(part => part !== "");
	return rest.length === 0 ? givenFirst(family) : familyFirst(family, rest);
}

/** Longer than any name; what is longer is a sentence. */
const longestName = 120;

/** `van der Berg, Jan`, `Berg, Jr., Jan`, `Berg, Jan, Jr.` */
function familyFirst(before: string, rest: readonly string[]): Name {
	const suffix = rest.find(part => suffixes.test(part)) ?? "";
	const given = rest.filter(part => part !== suffix).join(", ");
	const words = before.split(" ");
	const lead = leadingParticles(words);
	return nameOf(words.slice(lead), given, words.slice(0, lead), suffix);
}

/** `Jan van der Berg Jr.`; one word alone, or a name in a script without blanks, is a name as it stands. */
function givenFirst(text: string): Name {
	const words = text.split(" ");
	const last = words.at(-1) ?? "";
	const suffix = words.length > 2 && suffixes.test(last) ? last : "";
	if (suffix !== "") words.pop();
	if (words.length === 1) return { literal: text };
	const from = words.findIndex(
		(word, i) => i > 0 && i < words.length - 1 && (isParticle(word) || familyLead.test(word)),
	);
	const start = from < 0 ? words.length - 1 : from;
	const lead = from < 0 ? 0 : leadingParticles(words.slice(from));
	return nameOf(words.slice(start + lead), words.slice(0, start).join(" "), words.slice(start, start + lead), suffix);
}

/**
 * Words with a capital that begin a family name of two words when they stand between a given name and another word:
 * `Asma Ben Abacha`, `Roberta Di Pace`. They are part of the name, no particle.
 */
const familyLead =
	/^(?:Van|Von|De|Del|Della|Di|Da|Dos|Das|Du|La|Le|Al|El|Ben|Bin|Ibn|Abu|Abdel|Mac|Mc|Ter|Ten|St\.?|San|Santa)$/;

function isParticle(word: string): boolean {
	return particles.test(word) && /^\P{Lu}/u.test(word);
}

/** How many words at the beginning are particles, the last word never being one. */
function leadingParticles(words: readonly string[]): number {
	let count = 0;
	while (count < words.length - 1 && isParticle(words[count] ?? "")) count++;
	return count;
}

function nameOf(family: readonly string[], given: string, particle: readonly string[], suffix: string): Name {
	return {
		family: family.join(" "),
		...(given === "" ? {} : { given }),
		...(particle.length === 0 ? {} : { particle: particle.join(" ") }),
		...(suffix === "" ? {} : { suffix }),
	};
}

/** A name that came in its parts; particles that stand with the family name are told apart from it. */
export function nameOfParts(family: string, given = "", suffix = ""): Name {
	const words = family.trim().split(/\s+/);
	const lead = leadingParticles(words);
	return nameOf(words.slice(lead), given.trim(), words.slice(0, lead), suffix.trim());
}

/** A name as MEDLINE abbreviates it: `Smith JA`, `van der Berg JA Jr`, the initials last and without dots. */
export function readInitialsLast(written: string): Name | undefined {
	const match = /^(.+?)\s+(\p{Lu}[\p{Lu}-]{0,4})(?:\s+(Jr|Sr|2nd|3rd|II|III|IV))?\.?$/u.exec(
		written.replace(/\s+/g, " ").trim(),
	);
	if (!match) return readName(written);
	const [, family = "", initials = "", suffix = ""] = match;
	const words = family.split(" ");
	const lead = leadingParticles(words);
	const given = initials
		.replace(/-/g, "")
		.replace(/\p{Lu}(?=.)/gu, "$&. ")
		.replace(/$/, ".");
	return nameOf(words.slice(lead), given, words.slice(0, lead), suffix);
}

/** Splits and reads a line of names, as in `Ann Lee, Bo van Dijk and others` or `Lee, A.; van Dijk, B.`. */
export function readNames(written: string, one: (name: string) => Name | undefined = readName): NameList {
	// Each run of separators is one, so that no pattern has to go over it again and again.
	const line = written
		.replace(/\s+/g, " ")
		.replace(/(?: ?[,;]){2,} ?/g, run => (run.includes(";") ? "; " : ", "))
		.trim();
	const named = line.replace(more, "");
	const names = splitNames(named).flatMap(part => one(part) ?? []);
	return { names, isIncomplete: named !== line };
}

/** The names of a line: apart by semicolons, by `and` where each has its own comma, else by commas and `and`. */
function splitNames(line: string): readonly string[] {
	if (line.includes(";")) return line.split(/\s*;\s*/);
	const byAnd = line.split(/\s+(?:and|&|und|et)\s+/i);
	const parts = line.split(/\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/i).filter(part => part !== "");
	if (byAnd.length > 1 && byAnd.every(name => /^[^,]+, [^,]+$/.test(name))) return byAnd;
	if (isAlternating(parts)) return pairs(parts);
	return rejoined(parts);
}

/** `Lee, A. B., van Dijk, C.`: every second part is nothing but initials. */
function isAlternating(parts: readonly string[]): boolean {
	const initials = /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u;
	return (
		parts.length >= 2 && parts.length % 2 === 0 && parts.every((part, i) => initials.test(part) === (i % 2 === 1))
	);
}

function pairs(parts: readonly string[]): readonly string[] {
	return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1] ?? ""}`] : []));
}

/** A suffix behind a comma belongs to the name before it. */
function rejoined(parts: readonly string[]): readonly string[] {
	const names: string[] = [];
	for (const part of parts) {
		if (names.length > 0 && suffixes.test(part)) names.push(`${names.pop() ?? ""} ${part}`);
		else names.push(part);
	}
	return names;
}
