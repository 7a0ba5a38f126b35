// The names of authors as a cell or a line holds them, in whichever of the usual ways.

import { decodeLatex } from "../../text/latex";
import { readInitialsLast, readName, readNames, type NameList } from "../names";

/** Longer than any list of authors that a person reads; the names behind it count as not given. */
const longest = 20_000;

/**
 * Names of a list: apart by semicolons, commas, bars, line breaks or `and`; as `Lee, Ann`, `Ann Lee`, `Lee A.` or
 * `Lee A`; a list as Python and JSON write one; identifiers and marks of affiliations taken off.
 */
export function readAuthors(written: string): NameList {
	const isLong = written.length > longest;
	// Long runs of blanks would be looked through anew from each of them.
	const tidy = written.slice(0, longest).replace(/\s{2,}/g, run => /\n|\t/.exec(run)?.[0] ?? " ");
	const text = decodeLatex(bare(tidy), { plain: true }).text;
	const areWhole = /[;；]|,\s*\p{Lu}\p{Ll}*\.?\s*(?:[|\n]|$)/u.test(text);
	const listed = text
		.replace(/\s*(?:\||\t|\r?\n|•|·|、|；|，|\s\/\s)\s*/g, areWhole ? "; " : ", ")
		.replace(/(?<!\b(?:Jr|Sr|al|\p{Lu}))\.\s*$/u, "");
	const groups = listed.split(/\s*;\s*/);
	// PubMed has groups behind persons: `Lee A, Roe B; Bone Study Group.`
	if (groups.length > 1 && groups.some(group => group.includes(",") && areInitialsLast(group))) {
		const parts = groups.map(group => readNames(group, areInitialsLast(group) ? initialsLast : personOrHandle));
		return {
			names: parts.flatMap(({ names }) => names),
			isIncomplete: isLong || parts.some(part => part.isIncomplete),
		};
	}
	const alone = oneInverted.test(listed) ? readName(listed) : undefined;
	if (alone) return { names: [alone], isIncomplete: isLong };
	const read = areInitialsLast(listed) ? initialsLast : personOrHandle;
	const { names, isIncomplete } = readNames(listed, read);
	return { names, isIncomplete: isIncomplete || isLong };
}

/** One name alone, the family first: `Lee, Ann`, `van Dijk, Bo C.` */
const oneInverted =
	/^(?:(?:van|von|de|der|den|del|di|da|dos|du|la|le) ){0,2}\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}.]*)?$/u;

/** Without the brackets and quotes of a list of a programming language, identifiers in brackets and marks. */
function bare(written: string): string {
	return written
		.replace(/\[\[|\]\]/g, "")
		.replace(/^\s*(?:by|from|authors?\s*:)\s+/i, "")
		.replace(/^\s*\[(.*)\]\s*$/s, (_, inner: string) =>
			/["']/.test(inner) ? inner.replace(/(["'])\s*,\s*["']/g, "; ").replace(/^\s*["']|["']\s*$/g, "") : inner,
		)
		.replace(/(?<=[\p{L}.]) \[[^[\]]{2,300}\](?=\s*(?:[,;]|$))/gu, "")
		.replace(/\s*\((?:\d{5,20}|\d{4}-\d{4}-\d{4}-\d{3}[\dX])\)/g, "")
		.replace(/[\u00b9\u00b2\u00b3\u2070-\u2079†‡§*∗✉]+|\^\{?[\d,*]{1,9}\}?/g, "")
		.replace(/\s*\((?:corresponding author|equal contribution|editor|eds?\.)\)/gi, "");
}

/** `Lee A, van Dijk BC` and `Lee A.B., van Dijk C.`: every name ends in its initials. */
function areInitialsLast(listed: string): boolean {
	const parts = listed
		.replace(/[,;]?\s*(?:et\.?\s*al\.?|\.{3}|…).*$/i, "")
		.split(/\s*[,;]\s*/)
		.filter(part => part !== "");
	return parts.length > 0 && parts.every(part => lastInitials.test(part)) && parts.some(part => /\p{Ll}/u.test(part));
}

const lastInitials = /^[\p{L}'’ -]{2,60}? (?:\p{Lu}\.?-?){1,4}(?: (?:Jr|Sr|2nd|3rd|II|III|IV))?\.?$/u;

/** A name that a person has on a site, `square0083`, keeps its figures; those behind other names are affiliations. */
function personOrHandle(name: string): ReturnType<typeof readName> {
	return /^[a-z][\w.-]*\d$|^[\w.-]+\d{3,}$/.test(name) ? { literal: name } : readName(name);
}

function initialsLast(name: string): ReturnType<typeof readInitialsLast> {
	return readInitialsLast(name.replace(/(?<=\p{Lu})\.(?=-?\p{Lu}|$)/gu, ""));
}

/**
 * Whether a line is a list of names: each part has two to five words that begin with a capital, or initials. One name
 * alone looks like a short title too, and counts only where `isMarked` says that names are expected here.
 */
export function looksLikeAuthors(line: string, isMarked: boolean): boolean {
	const text = line.trim();
	if (text === "" || text.length > 4000 || /[?!:]|\d{5}|\p{Ll}{2}\. \p{Lu}\p{Ll}{2,}/u.test(text)) return false;
	const isOpen = /\bet\.?\s*al\b\.?|\band others\b|\.\.\.$|…$/i.test(text);
	const parts = bare(text)
		.replace(/[\s,]*\b(?:et\.?\s*al\b|and others).*$|\.\.\.$|…$/i, "")
		.split(/\s*(?:[,;，；、|·•]|\s(?:and|&)\s)\s*/i)
		.map(part => part.replace(/^(?:and|&)\s+/i, "").replace(/[\d\s*]+$/, ""))
		.filter(part => part !== "");
	if (parts.length === 0) return false;
	const likely = parts.filter(part => isPersonal(part) || chinese.test(part)).length;
	const initials = parts.filter(part => /^(?:\p{Lu}\.?[\s-]?){1,4}$/u.test(part)).length;
	const isList =
		parts.length >= 2 && (likely + initials) / parts.length >= 0.75 && likely >= Math.min(2, parts.length);
	const isInverted = initials > 0 && initials >= parts.length / 2 - 1 && parts.length >= 2;
	return (
		isList ||
		isInverted ||
		(likely === parts.length && (isMarked || isOpen)) ||
		(isOpen && parts.length === 1 && text.length < 60)
	);
}

/** Two to six words of a name; a word such as `A.Lee` or `McLeod`, with a capital within, may stand alone. */
function isPersonal(part: string): boolean {
	const words = part.split(/\s/, 7);
	// Word by word, since words of capitals without blanks can be parted in more ways than there is time for.
	return words.length <= 6 && words.every(word => nameWord.test(word)) && (words.length > 1 || /.\p{Lu}/u.test(part));
}

const particle = "(?:van|von|der|den|de|del|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu)";
const nameWord = new RegExp(String.raw`^(?:${particle}?\p{Lu}[\p{L}\p{M}'’.-]{0,40}|${particle})$`, "u");
const chinese = /^[\p{sc=Han}]{2,4}$|^[\p{sc=Hangul}]{2,4}$/u;
