// What a person typed -> what to look for. Total: every string is a query. What cannot be taken as meant (an unknown
// field, an unbalanced quote, a year that is none) is said as a problem, and searched as words.

import type { TextRange } from "../../paper";
import { type FieldName, isFieldName, valueProblem } from "./fields";
import { phraseIn, type PhrasePart, type QueryPart, wordsIn } from "./parts";

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

/** What was not taken as it may have been meant. `args`: the field and the value, where there are. */
export interface QueryProblem {
	readonly code: "unknown-field" | "unbalanced-quote" | "bad-value" | "field-without-data";
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
}

/** Queries of more words than this are sentences: quotation marks and dashes are prose in them. */
const mostWords = 16;

const quotes = '"“”„';
const fieldValue = new RegExp(
	String.raw`(?:[${quotes}][^${quotes}]*[${quotes}]|[^\s|${quotes}]+)(?:\|(?:[${quotes}][^${quotes}]*[${quotes}]|[^\s|${quotes}]+))*`,
	"y",
);
const fieldStart = /([\p{L}][\p{L}\p{N}_-]*):(?=(\S?))/uy;
/** What stands before a colon in addresses and identifiers. */
const schemes = new Set(["http", "https", "doi", "arxiv", "pmid", "pmcid", "isbn", "urn", "mailto"]);

export function parseQuery(query: string, options: ParseOptions = {}): Query {
	return new Reader(query, options).read();
}

/** Reads a query once from left to right; what is a phrase, a field or excluded is blanked out of the plain words. */
class Reader {
	readonly #query: string;
	readonly #known: ReadonlySet<FieldName> | undefined;
	readonly #isProse: boolean;
	readonly #isSentence: boolean;
	readonly #phrases: PhrasePart[] = [];
	readonly #excluded: PhrasePart[] = [];
	readonly #filters: Filter[] = [];
	readonly #problems: QueryProblem[] = [];
	#plain = "";
	#at = 0;

	constructor(query: string, { isProse = false, known }: ParseOptions) {
		this.#query = query;
		this.#known = known;
		this.#isProse = isProse;
		this.#isSentence = isProse || (query.match(/\S+/g)?.length ?? 0) > mostWords;
	}

	read(): Query {
		while (this.#at < this.#query.length) {
			const isStart = this.#at === 0 || /\s/.test(this.#query[this.#at - 1] ?? "");
			if (!(isStart && this.#field()) && !(isStart && this.#exclusion()) && !this.#quoted()) this.#character();
		}
		const words = wordsIn(this.#plain, true);
		const parts = [...(words.words.length > 0 ? [words] : []), ...this.#phrases];
		return { parts, excluded: this.#excluded, filters: this.#filters, problems: this.#problems };
	}

	#character(): void {
		this.#plain += this.#query[this.#at++] ?? "";
	}

	/** Leaves out what stands before `end`. */
	#blank(end: number): void {
		this.#plain += " ".repeat(end - this.#at);
		this.#at = end;
	}

	#field(): boolean {
		if (this.#isProse) return false;
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
			: this.#known?.has(name) === false
				? "field-without-data"
				: this.#isUsable(name, value, range.end)
					? undefined
					: "bad-value";
		if (problem !== undefined || !isKnown) {
			if (value === "") return false;
			this.#problems.push({ code: problem ?? "unknown-field", range, args: [name, value] });
			return this.#asWords(range, value, isExcluded);
		}
		const isOpen = range.end === this.#query.length && !isQuote(value.at(-1) ?? "");
		this.#filters.push({ field: name, values: valuesOf(value), isExcluded, isOpen, range });
		this.#blank(range.end);
		return true;
	}

	/** A value that may still become one is not said to be none. */
	#isUsable(name: FieldName, value: string, end: number): boolean {
		return valuesOf(value).every(each => !valueProblem(name, each, end === this.#query.length));
	}

	/** An excluded field that cannot be looked in excludes nothing: its words would exclude too much. */
	#asWords(range: TextRange, value: string, isExcluded: boolean): boolean {
		if (isExcluded) {
			this.#blank(range.end);
			return true;
		}
		this.#plain += this.#query.slice(range.start, range.end - value.length).replace(":", " ");
		this.#plain += value.replace(new RegExp(`[${quotes}|]`, "g"), " ");
		this.#at = range.end;
		return true;
	}

	#exclusion(): boolean {
		if (this.#isSentence || this.#query[this.#at] !== "-") return false;
		const next = this.#query[this.#at + 1] ?? "";
		const start = this.#at + 1;
		if (isQuote(next)) {
			const end = this.#closing(start);
			if (end === undefined) return false;
			this.#add(phraseIn(this.#query.slice(start + 1, end)), this.#excluded);
			this.#blank(end + 1);
			return true;
		}
		const word = /^\p{L}[^\s"“”„]*/u.exec(this.#query.slice(start))?.[0];
		if (word === undefined) return false;
		this.#add(phraseIn(word), this.#excluded);
		this.#blank(start + word.length);
		return true;
	}

	#quoted(): boolean {
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
		this.#add(phraseIn(this.#query.slice(this.#at + 1, end)), this.#phrases);
		this.#blank(end + 1);
		return true;
	}

	#add(part: PhrasePart, to: PhrasePart[]): void {
		if (part.words.length > 0) to.push(part);
	}

	/** The place of the quote that ends the one at `start`. */
	#closing(start: number): number | undefined {
		for (let i = start + 1; i < this.#query.length; i++) if (isQuote(this.#query[i] ?? "")) return i;
		return undefined;
	}
}

function isQuote(text: string): boolean {
	return text !== "" && quotes.includes(text);
}

function valuesOf(value: string): string[] {
	return (value.match(new RegExp(`[${quotes}][^${quotes}]*[${quotes}]|[^|${quotes}]+`, "g")) ?? [])
		.map(each => each.replace(new RegExp(`^[${quotes}]|[${quotes}]$`, "g"), "").trim())
		.filter(each => each !== "");
}
