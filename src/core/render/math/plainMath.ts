// Math in plain Unicode, for rows and spoken labels: `MedS$^3$` is MedS³. What it does not know stays as its source.

import { accents, doubleStruck, names, operators, subscripts, superscripts, symbols } from "./mathSymbols";

/** The LaTeX math in `source` (no dollars) in plain Unicode, or `undefined` when a command in it is not known. */
export function plainMath(source: string): string | undefined {
	const tokens = source.match(/\\[A-Za-z]+|\\[^]|[^\\]/gu) ?? [];
	const reader = new Reader(tokens);
	const text = reader.sequence();
	return reader.failed || !reader.atEnd ? undefined : text.replace(/\s+/g, " ").trim();
}

const transparent = new Set(
	"text textrm textbf textit texttt textsf emph mathrm mathbf mathit mathcal mathsf mathtt mathfrak mathscr bm boldsymbol operatorname mbox".split(
		" ",
	),
);
const silent = new Set(
	"left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits nolimits !".split(" "),
);
const spaces = new Set([",", ";", ":", " ", "quad", "qquad", "enspace", "thinspace"]);
const maxDepth = 40;

class Reader {
	failed = false;
	#position = 0;
	#depth = 0;

	constructor(private readonly tokens: readonly string[]) {}

	get atEnd(): boolean {
		return this.#position >= this.tokens.length;
	}

	/** Everything up to the end, or to the brace that closes the group. */
	sequence(): string {
		let text = "";
		while (!this.failed && !this.atEnd && this.#peek() !== "}") text = this.#step(text);
		return text;
	}

	#step(before: string): string {
		const token = this.#next();
		if (token === "^" || token === "_") return before + this.#script(token);
		const operator = token.startsWith("\\") ? operators[token.slice(1)] : undefined;
		if (operator === undefined) return before + this.#atom(token);
		this.#skipSpaces();
		return before.trim() === "" ? operator : `${before.trimEnd()} ${operator} `;
	}

	#atom(token: string): string {
		if (token === "{") return this.#group();
		if (token.startsWith("\\")) return this.#command(token.slice(1));
		if (token === "-") return "−";
		if (token === "'") return "′";
		if (token === "&" || token === "#" || token === "%") return this.#fail();
		return token === "~" ? " " : token;
	}

	#command(name: string): string {
		const symbol = symbols[name];
		if (symbol !== undefined) return symbol;
		if (spaces.has(name)) return " ";
		if (silent.has(name)) return "";
		if (names.has(name)) return name;
		if (transparent.has(name)) return this.#argument();
		if (name === "mathbb") return Array.from(this.#argument(), letter => doubleStruck[letter] ?? letter).join("");
		const accent = accents[name];
		if (accent !== undefined) {
			const base = this.#argument();
			return Array.from(base).length === 1 ? base + accent : this.#fail();
		}
		if (name === "sqrt") return `√${inParentheses(this.#argument())}`;
		if (/^[dt]?frac$/.test(name)) return `${inParentheses(this.#argument())}/${inParentheses(this.#argument())}`;
		return this.#fail();
	}

	#script(mark: "^" | "_"): string {
		const text = this.#argument();
		if (mark === "^" && (text === "°" || text === "∘")) return "°";
		const table = mark === "^" ? superscripts : subscripts;
		const letters = Array.from(text, letter => table[letter]);
		if (letters.every(letter => letter !== undefined)) return letters.join("");
		return mark + inParentheses(text);
	}

	#argument(): string {
		this.#skipSpaces();
		return this.atEnd ? this.#fail() : this.#atom(this.#next());
	}

	#group(): string {
		this.#depth++;
		const text = this.#depth > maxDepth ? this.#fail() : this.sequence();
		this.#depth--;
		if (this.atEnd) return this.#fail();
		this.#next();
		return text;
	}

	#skipSpaces(): void {
		while (/^\s$/.test(this.#peek())) this.#position++;
	}

	#peek(): string {
		return this.tokens[this.#position] ?? "";
	}

	#next(): string {
		const token = this.#peek();
		this.#position++;
		return token;
	}

	#fail(): string {
		this.failed = true;
		return "";
	}
}

function inParentheses(text: string): string {
	return /^[\p{L}\p{N}.]+$/u.test(text) ? text : `(${text})`;
}
