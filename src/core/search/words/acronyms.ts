// Short forms and what they stand for, as the papers themselves say: "large language models (LLMs)".

import type { Paper } from "../../paper";
import { stem, tokenize } from "../analyzer";

/** A short form and its long form, each as the stems of its words, stop words left out. */
export interface Acronym {
	readonly short: string;
	readonly long: readonly string[];
}

/** Longer texts are explanations, not names. */
const mostWords = 6;

const brackets = /[([（［]([^()[\]（）［］]{2,80})[)\]）］]/g;

/** Commands of style, marks of mathematics and tags, which stand around words and within them. */
const markup = /\\(?:text|math)[a-z]+|\\emph\b|\\(?:it|bf|rm|sc|em)\b|[{}$]|<\/?[a-z][a-z0-9]{0,9}>/gi;

/** The acronyms that title and abstract of a paper define, each once. */
export function acronymsIn({ title, abstract }: Pick<Paper, "title" | "abstract">): Acronym[] {
	const found = new Map<string, Acronym>();
	for (const written of [title, abstract]) {
		const text = written.replace(markup, "");
		for (const match of text.matchAll(brackets)) {
			const acronym = definition(text.slice(Math.max(0, match.index - 200), match.index), match[1] ?? "");
			if (acronym !== undefined) found.set(`${acronym.short}=${acronym.long.join(" ")}`, acronym);
		}
	}
	return [...found.values()];
}

/** Either side of the bracket may be the short form. */
function definition(before: string, inside: string): Acronym | undefined {
	const content = (inside.split(/[;,]/, 1)[0] ?? "").replace(/^[\s"'“‘]+|[\s"'”’]+$/g, "");
	if (isShortForm(content)) {
		const long = longForm(content, before);
		return long === undefined ? undefined : acronym(content, long);
	}
	const short = /(\S+)\s*$/.exec(before)?.[1]?.replace(/^[("'“]+/, "") ?? "";
	if (!isShortForm(short) || content.split(/\s+/).length < 2) return undefined;
	const long = longForm(short, content);
	return long !== undefined && content.startsWith(long) ? acronym(short, long) : undefined;
}

/** Two to ten characters, at most two words, beginning with a letter or digit, with a capital. */
function isShortForm(text: string): boolean {
	return /^(?=.{2,10}$)[\p{L}\p{N}][\p{L}\p{N}\-–/.+]*(?: [\p{Lu}\p{N}]+)?$/u.test(text) && /\p{Lu}/u.test(text);
}

/**
 * The shortest text at the end of `before` whose letters, from the right, spell the short form, its first letter at the
 * beginning of a word: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
 * text", Pacific Symposium on Biocomputing 2003. A plural s may be the short form's own.
 */
function longForm(short: string, before: string): string | undefined {
	const plural = /^(.*\p{Lu})s$/u.exec(short)?.[1];
	return spelt(short, before) ?? (plural === undefined ? undefined : spelt(plural, before));
}

function spelt(short: string, before: string): string | undefined {
	const words = before.trimEnd().split(/\s+/);
	const most = Math.min(short.length + 5, 2 * short.length);
	const candidate = words.slice(-most).join(" ");
	let at = candidate.length - 1;
	for (let i = short.length - 1; i >= 0; i--) {
		const letter = short.charAt(i).toLowerCase();
		if (!/[\p{L}\p{N}]/u.test(letter)) continue;
		while (at >= 0 && (candidate.charAt(at).toLowerCase() !== letter || (i === 0 && isInside(candidate, at)))) at--;
		if (at < 0) return undefined;
		at--;
	}
	const long = candidate.slice(candidate.lastIndexOf(" ", at + 1) + 1).replace(/^[^\p{L}\p{N}]+/u, "");
	const count = long.split(/\s+/).length;
	const isLonger = long.length > short.length && count <= most && !/[.;:!?] /.test(long);
	return isLonger && !long.split(/[\s-]/).includes(short) ? long : undefined;
}

function isInside(text: string, at: number): boolean {
	return at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function acronym(short: string, long: string): Acronym | undefined {
	const [own] = tokenize(short.replace(/[^\p{L}\p{N}]/gu, "").replace(/(?<=\p{Lu})s$/u, ""));
	const words = contentStems(long);
	if (own === undefined || own.kind === "stop" || words.length === 0 || words.length > mostWords) return undefined;
	// "GPT-4 series (GPT-4)" says nothing.
	const [first = ""] = words;
	if (first.length > 1 && own.word.startsWith(first)) return undefined;
	return { short: stem(own.word), long: words };
}

/** The stems of the words of a text, without stop words. */
export function contentStems(text: string): string[] {
	return tokenize(text).flatMap(({ kind, word }) => (kind === "word" ? [stem(word)] : []));
}

/** A reading that fewer of the papers than this share mean is no reading. */
const leastShare = 0.15;
const mostReadings = 3;

/** The acronyms of all papers of an index, counted by paper. */
export class Acronyms {
	/** By short form, and by long form: how many papers say so. */
	readonly #counts = new Map<string, Map<string, number>>();
	/** The short forms of long forms, by the first word of those. */
	readonly #shortForms = new Map<string, Set<string>>();

	/** Counts the acronyms of a paper, as `acronymsText` says them, or with -1 takes them back. */
	count(text: string, change: 1 | -1): void {
		for (const each of text === "" ? [] : text.split(";")) {
			const at = each.indexOf("=");
			const [short, long] = [each.slice(0, at), each.slice(at + 1)];
			if (at <= 0 || long === "") continue;
			const counts = this.#counts.get(short) ?? new Map<string, number>();
			const count = (counts.get(long) ?? 0) + change;
			if (count > 0) counts.set(long, count);
			else counts.delete(long);
			if (counts.size > 0) this.#counts.set(short, counts);
			else this.#counts.delete(short);
			const first = long.split(" ", 1)[0] ?? "";
			const shortForms = this.#shortForms.get(first);
			if (shortForms === undefined) this.#shortForms.set(first, new Set([short]));
			else shortForms.add(short);
		}
	}

	/** What a short form stands for, the most frequent first. */
	readingsOf(short: string): Acronym[] {
		const counts = [...(this.#counts.get(short) ?? [])];
		const total = counts.reduce((sum, [, count]) => sum + count, 0);
		return counts
			.filter(([, count]) => count >= leastShare * total)
			.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
			.slice(0, mostReadings)
			.map(([long]) => ({ short, long: long.split(" ") }));
	}

	/** The readings whose long form begins with a stem, by their short form. */
	beginning(first: string): Acronym[] {
		const shortForms = [...(this.#shortForms.get(first) ?? [])].sort();
		return shortForms.flatMap(short => this.readingsOf(short).filter(({ long }) => long[0] === first));
	}
}

/** The acronyms of a paper as a text, for storing. */
export function acronymsText(acronyms: readonly Acronym[]): string {
	return acronyms.map(({ short, long }) => `${short}=${long.join(" ")}`).join(";");
}
