// What a person typed -> what to look for. Total: every string is a query. What cannot be taken as meant (an unknown
// field, an unbalanced quote, a year that is none) is said as a problem, and searched as words.

import type { TextRange } from "../../paper";
import { type FieldName, isFieldName, valueProblem } from "./fields";
import { phraseIn, type PhrasePart, type QueryPart, wordsIn } from "./parts";
import { isQuote, quotes, replaceQuotes } from "./quotes";

/** A condition on a field: the paper has one of the values, or has none when it is excluded. */
export interface Filter {
	readonly field: FieldName;
	/** As typed, without quotes; empty while the person has not typed one yet. */
	readonly values: readonly string[];
	readonly isExcluded: boolean;
	/** Whether the person may still be typing the last value. */
	readonly isOpen: boolean;
	/** Where it stands in the query. */
	readonly range: TextRange;
}

/**
 * What was not taken as it may have been meant. `args`: the field and the value, where there are; of `too-long`, which is
 * said of what does not count any more, the number of letters that count.
 */
export interface QueryProblem {
	readonly code: "unknown-field" | "unbalanced-quote" | "bad-value" | "field-without-data" | "too-long";
	readonly range: TextRange;
	readonly args: readonly string[];
}

export interface Query {
	/** What papers are ranked by. */
	readonly parts: readonly QueryPart[];
	/** Words and phrases that a paper must not have. */
	readonly excluded: readonly PhrasePart[];
	readonly filters: readonly Filter[];
	readonly problems: readonly QueryProblem[];
}

export interface ParseOptions {
	/** The text is a passage of a manuscript: it has words alone. */
	readonly isProse?: boolean;
	/** The fields whose values are known; a filter on another one is searched as words. Default: all. */
	readonly known?: ReadonlySet<FieldName>;
	/** Whether a person is typing the end of it. */
	readonly asYouType?: boolean;
	/**
	 * Whether each word must be there, as a phrase of its own: who follows "federated" wants no paper that is merely near
	 * to it.
	 */
	readonly isStrict?: boolean;
}

/** Queries of more words than this are sentences: quotation marks and dashes are prose in them. */
const mostWords = 16;

/** So many letters of a query count: more than anybody types, and no more than is searched at once. */
const mostLetters = 2000;

const quoted = `[${quotes}][^${quotes}]*[${quotes}]`;
const fieldValue = new RegExp(String.raw`(?:${quoted}|[^\s|${quotes}]+)(?:\|(?:${quoted}|[^\s|${quotes}]+))*`, "y");
const fieldStart = /([\p{L}][\p{L}\p{N}_-]*):(?=(\S?))/uy;
const oneValue = new RegExp(`${quoted}|[^|${quotes}]+`, "g");
const excludedWord = new RegExp(String.raw`\p{L}[^\s${quotes}]*`, "uy");
const toNextWord = new RegExp(String.raw`[^\s${quotes}]*\s*`, "y");
const nextQuote = new RegExp(`[${quotes}]`, "g");
/** What stands before a colon in addresses and identifiers. */
const schemes = new Set(["http", "https", "doi", "arxiv", "pmid", "pmcid", "isbn", "urn", "mailto"]);

export function parseQuery(query: string, options: ParseOptions = {}): Query {
	return new Reader(query, options).read();
}

/** Reads a query once from left to right; what is a phrase, a field or excluded is blanked out of the plain words. */
class Reader {
	readonly #query: string;
	readonly #options: ParseOptions;
	readonly #isSentence: boolean;
	readonly #phrases: PhrasePart[] = [];
	readonly #excluded: PhrasePart[] = [];
	readonly #filters: Filter[] = [];
	readonly #problems: QueryProblem[] = [];
	#plain = "";
	#at = 0;

	constructor(query: string, options: ParseOptions) {
		this.#options = options;
		this.#query = options.isProse === true ? query : counted(query);
		this.#isSentence = options.isProse === true || (this.#query.match(/\S+/g)?.length ?? 0) > mostWords;
		const range = { start: this.#query.length, end: query.length };
		if (range.start < range.end) this.#problems.push({ code: "too-long", range, args: [String(mostLetters)] });
	}

	read(): Query {
		while (this.#at < this.#query.length) {
			const isStart = this.#at === 0 || /\s/.test(this.#query[this.#at - 1] ?? "");
			if (!(isStart && this.#field()) && !(isStart && this.#exclusion()) && !this.#phrase()) this.#word();
		}
		const parts = [...this.#words(), ...this.#phrases];
		return { parts, excluded: this.#excluded, filters: this.#filters, problems: this.#problems };
	}

	#words(): QueryPart[] {
		const parts =
			this.#options.isStrict === true
				? (this.#plain.match(/\S+/g) ?? []).map(phraseIn)
				: [wordsIn(this.#plain, true)];
		return parts.filter(({ words }) => words.length > 0);
	}

	#word(): void {
		toNextWord.lastIndex = this.#at;
		const word = toNextWord.exec(this.#query)?.[0] ?? "";
		this.#plain += word;
		this.#at += word.length;
	}

	/** Leaves out what stands before `end`. */
	#blank(end: number): void {
		this.#plain += " ".repeat(end - this.#at);
		this.#at = end;
	}

	#field(): boolean {
		if (this.#options.isProse === true) return false;
		const isExcluded = this.#query[this.#at] === "-";
		fieldStart.lastIndex = this.#at + (isExcluded ? 1 : 0);
		const match = fieldStart.exec(this.#query);
		const name = match?.[1]?.toLowerCase() ?? "";
		if (match === null || schemes.has(name)) return false;
		const isKnown = isFieldName(name);
		if (!isKnown && (match[2] === "" || this.#isSentence)) return false;
		fieldValue.lastIndex = fieldStart.lastIndex;
		const value = fieldValue.exec(this.#query)?.[0] ?? "";
		const range = { start: this.#at, end: fieldStart.lastIndex + value.length };
		const problem = !isKnown
			? "unknown-field"
			: this.#options.known?.has(name) === false
				? "field-without-data"
				: valuesOf(value).every(each => !valueProblem(name, each, this.#isTyped(range.end)))
					? undefined
					: "bad-value";
		if (problem !== undefined || !isKnown) {
			if (value === "") return false;
			this.#problems.push({ code: problem ?? "unknown-field", range, args: [name, value] });
			return this.#asWords(range, value, isExcluded);
		}
		const isOpen = this.#isTyped(range.end) && !isQuote(value.at(-1) ?? "");
		this.#filters.push({ field: name, values: valuesOf(value), isExcluded, isOpen, range });
		this.#blank(range.end);
		return true;
	}

	/** Whether a person may still be typing what ends there. */
	#isTyped(end: number): boolean {
		return this.#options.asYouType === true && end === this.#query.length;
	}

	/** An excluded field that cannot be looked in excludes nothing: its words would exclude too much. */
	#asWords(range: TextRange, value: string, isExcluded: boolean): boolean {
		if (isExcluded) {
			this.#blank(range.end);
			return true;
		}
		this.#plain += this.#query.slice(range.start, range.end - value.length).replace(":", " ");
		this.#plain += replaceQuotes(value, " ").replaceAll("|", " ");
		this.#at = range.end;
		return true;
	}

	#exclusion(): boolean {
		if (this.#isSentence || this.#query[this.#at] !== "-") return false;
		const start = this.#at + 1;
		if (isQuote(this.#query[start] ?? "")) {
			const end = this.#closing(start);
			if (end === undefined) return false;
			this.#add(this.#query.slice(start + 1, end), this.#excluded);
			this.#blank(end + 1);
			return true;
		}
		excludedWord.lastIndex = start;
		const word = excludedWord.exec(this.#query)?.[0];
		if (word === undefined) return false;
		this.#add(word, this.#excluded);
		this.#blank(start + word.length);
		return true;
	}

	#phrase(): boolean {
		if (!isQuote(this.#query[this.#at] ?? "")) return false;
		const end = this.#isSentence ? undefined : this.#closing(this.#at);
		if (end === undefined) {
			if (!this.#isSentence) {
				const range = { start: this.#at, end: this.#at + 1 };
				this.#problems.push({ code: "unbalanced-quote", range, args: [] });
			}
			this.#blank(this.#at + 1);
			return true;
		}
		this.#add(this.#query.slice(this.#at + 1, end), this.#phrases);
		this.#blank(end + 1);
		return true;
	}

	#add(text: string, to: PhrasePart[]): void {
		const phrase = phraseIn(text);
		if (phrase.words.length > 0) to.push(phrase);
	}

	/** The place of the quotation mark that ends the one at `start`. */
	#closing(start: number): number | undefined {
		nextQuote.lastIndex = start + 1;
		return nextQuote.exec(this.#query)?.index;
	}
}

/** What of a query counts: whole words, where it has blanks. */
function counted(query: string): string {
	if (query.length <= mostLetters) return query;
	const beginning = query.slice(0, mostLetters);
	const blank = beginning.search(/\s\S*$/);
	return blank < 0 ? beginning : beginning.slice(0, blank);
}

/** The values between bars, each once. */
function valuesOf(value: string): string[] {
	const values = (value.match(oneValue) ?? []).map(each =>
		each.slice(isQuote(each[0] ?? "") ? 1 : 0, isQuote(each.at(-1) ?? "") ? -1 : undefined).trim(),
	);
	return [...new Set(values)].filter(each => each !== "");
}
