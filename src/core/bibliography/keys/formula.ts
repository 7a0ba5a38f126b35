// Formulas of citation keys: Better BibTeX's language (`auth.lower + year`, `a || b`, `a; b`), and the brackets of
// JabRef and of older versions of Better BibTeX (`[auth:lower][year]`). Both become one function of a paper.

import type { Paper } from "../../paper";
import { filters, type Arguments, type Filter } from "./filters";
import { termOf, type Term } from "./terms";

/** The key of a paper by a formula, with all letters that it has. */
export type Formula = (paper: Paper) => string;

/** Longer than any formula that somebody wrote. */
const longest = 2000;

/** The formula that a text is, or `undefined`. Names are read whatever their capitals, but for those of raw fields. */
export function parseFormula(text: string): Formula | undefined {
	if (text.length > longest) return undefined;
	return text.trim().startsWith("[") || /^[\w:-]*\[[A-Za-z]/.test(text) ? parseBrackets(text) : parseTerms(text);
}

const noArguments: Arguments = { listed: [], named: new Map() };

function called(term: Term, args: Arguments): Formula {
	return paper => term(paper, args);
}

function filtered(formula: Formula, filter: Filter, args: Arguments): Formula {
	return paper => filter(formula(paper), args);
}

const joined =
	(parts: readonly Formula[]): Formula =>
	paper =>
		parts.map(part => part(paper)).join("");

/** The first that is not empty. */
const firstOf =
	(parts: readonly Formula[]): Formula =>
	paper =>
		parts.map(part => part(paper)).find(value => value !== "") ?? "";

const token = /\s*(?:("[^"]*"|'[^']*'|`[^`]*`)|(-?\d+)|([A-Za-z_]\w*)|(\|\||&&|[+.,()=;|?:]))/y;

interface Token {
	readonly kind: "string" | "number" | "name" | "sign";
	readonly text: string;
}

function tokensOf(text: string): readonly Token[] | undefined {
	const tokens: Token[] = [];
	token.lastIndex = 0;
	while (text.slice(token.lastIndex).trim() !== "") {
		const match = token.exec(text);
		if (!match) return undefined;
		const [, string, number, name, sign = ""] = match;
		if (string !== undefined) tokens.push({ kind: "string", text: string.slice(1, -1) });
		else if (number !== undefined) tokens.push({ kind: "number", text: number });
		else if (name !== undefined) tokens.push({ kind: "name", text: name });
		else tokens.push({ kind: "sign", text: sign });
	}
	return tokens;
}

function parseTerms(text: string): Formula | undefined {
	const tokens = tokensOf(text);
	return tokens && new Parser(tokens).run();
}

/** Brackets nest so deep in no formula. */
const deepest = 20;

class Parser {
	readonly #tokens: readonly Token[];
	#at = 0;
	#depth = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	run(): Formula | undefined {
		const formula = this.#list([";", "|"], () => this.#condition());
		return formula && this.#at === this.#tokens.length ? formula : undefined;
	}

	#isSign(...signs: readonly string[]): boolean {
		const next = this.#tokens[this.#at];
		return next?.kind === "sign" && signs.includes(next.text);
	}

	#takes(...signs: readonly string[]): boolean {
		const isThere = this.#isSign(...signs);
		if (isThere) this.#at++;
		return isThere;
	}

	/** Formulas with one of the signs between them. */
	#list(signs: readonly string[], part: () => Formula | undefined, combine = firstOf): Formula | undefined {
		const parts: Formula[] = [];
		do {
			const found = part();
			if (!found) return undefined;
			parts.push(found);
		} while (this.#takes(...signs));
		return parts.length === 1 ? parts[0] : combine(parts);
	}

	/** `a ? b : c`: `b` where `a` is not empty. */
	#condition(): Formula | undefined {
		const test = this.#list(["||"], () => this.#both());
		if (!test || !this.#takes("?")) return test;
		const then = this.#condition();
		const otherwise = this.#takes(":") ? this.#condition() : undefined;
		return then && otherwise && (paper => (test(paper) === "" ? otherwise(paper) : then(paper)));
	}

	/** `a && b`: `b` where `a` is not empty. */
	#both(): Formula | undefined {
		return this.#list(
			["&&"],
			() => this.#list(["+"], () => this.#filtered(), joined),
			parts => paper => {
				const values = parts.map(part => part(paper));
				return values.includes("") ? "" : (values.at(-1) ?? "");
			},
		);
	}

	#filtered(): Formula | undefined {
		let formula = this.#primary();
		while (formula && this.#takes(".")) {
			const name = this.#name();
			const filter = name === undefined ? undefined : filters.get(name.toLowerCase());
			const args = filter && this.#arguments();
			if (!filter || !args) return undefined;
			formula = filtered(formula, filter, args);
		}
		return formula;
	}

	#primary(): Formula | undefined {
		if (this.#takes("(")) {
			if (++this.#depth > deepest) return undefined;
			const inner = this.#condition();
			this.#depth--;
			return this.#takes(")") ? inner : undefined;
		}
		const next = this.#tokens[this.#at];
		if (next?.kind === "string" || next?.kind === "number") {
			this.#at++;
			return () => next.text;
		}
		const name = this.#dottedName();
		const found = name === undefined ? undefined : termOf(name);
		const args = found && this.#arguments();
		if (!found || !args) return undefined;
		return called(
			found.term,
			found.numbers.length > 0 ? { ...args, listed: [...found.numbers, ...args.listed] } : args,
		);
	}

	/** `auth.etal`, `auth.auth.ea` and `authors.alpha` were names once. */
	#dottedName(): string | undefined {
		const name = this.#name();
		const rest = this.#tokens.slice(this.#at, this.#at + 4).map(({ text }) => text);
		const old = /^\.(?:etal\b|auth\.ea|alpha|short)/i.exec(rest.join(""))?.[0];
		if (name === undefined || old === undefined) return name;
		this.#at += old === ".auth.ea" ? 4 : 2;
		return name + (old.toLowerCase() === ".etal" ? "etal2" : old);
	}

	#name(): string | undefined {
		const next = this.#tokens[this.#at];
		if (next?.kind !== "name") return undefined;
		this.#at++;
		return next.text;
	}

	/** What stands in brackets behind a name, or nothing; `undefined` when they are not closed. */
	#arguments(): Arguments | undefined {
		if (!this.#takes("(")) return noArguments;
		const listed: string[] = [];
		const named = new Map<string, string>();
		while (!this.#takes(")")) {
			const next = this.#tokens[this.#at];
			// An argument may be left out, as the first one of `shorttitle(,2)`.
			if (this.#isSign(",")) listed.push("");
			else if (!next || next.kind === "sign") return undefined;
			else {
				this.#at++;
				const value = next.kind === "name" && this.#takes("=") ? this.#tokens[this.#at++] : undefined;
				if (value) named.set(next.text.toLowerCase(), value.text);
				else listed.push(next.text);
			}
			if (!this.#takes(",") && !this.#isSign(")")) return undefined;
		}
		return { listed, named };
	}
}

/** Brackets with text between them; bars part patterns, of which the first that is not empty counts. */
function parseBrackets(text: string): Formula | undefined {
	const alternatives = text.split(/\|(?![^[]*\])/).map(parseAlternative);
	const known = alternatives.filter(part => part !== undefined);
	return known.length === alternatives.length ? firstOf(known) : undefined;
}

function parseAlternative(text: string): Formula | undefined {
	const parts: Formula[] = [];
	const part = /\[([^[\]]*)\]|([^[\]]+)/y;
	while (part.lastIndex < text.length) {
		const match = part.exec(text);
		if (!match) return undefined;
		const [, inner, literal] = match;
		const found = inner === undefined ? () => (literal ?? "").trim() : parseMarker(inner);
		if (!found) return undefined;
		parts.push(found);
	}
	return parts.length === 0 ? undefined : joined(parts);
}

/** `auth3_1+initials:lower:select=1,4:(unknown)` */
function parseMarker(text: string): Formula | undefined {
	const [head = "", ...modifiers] = text.split(":");
	const [name = "", ...flags] = head.trim().split("+");
	const found = termOf(name.trim());
	if (!found) return undefined;
	const named = new Map(flags.map(flag => [flag.trim().toLowerCase(), "true"]));
	let formula = called(found.term, { listed: found.numbers, named });
	for (const modifier of modifiers) {
		const otherwise = /^\((.*)\)$/.exec(modifier.trim())?.[1];
		const [, word = "", given] = /^([A-Za-z_]+)(?:=(.*))?$/.exec(modifier.trim()) ?? [];
		const filter = filters.get(otherwise === undefined ? word.toLowerCase().replace(/_/g, "") : "default");
		if (!filter) return undefined;
		const listed = otherwise === undefined ? (given?.split(",").map(each => each.trim()) ?? []) : [otherwise];
		formula = filtered(formula, filter, { listed, named: new Map() });
	}
	return formula;
}
