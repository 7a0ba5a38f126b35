// The author's own citing commands: macros that hand their argument on to a citing command, and declared ones.
// Sources: LaTeX2e reference manual, "\newcommand"; usrguide, "\NewDocumentCommand"; biblatex 3.20, section 4.3.1;
// multibib, section 2.

import { closing, skipArguments, skipSpace } from "./arguments";
import { citingOf, type Citing, type OwnCommands } from "./commands";
import { readGroups } from "./groups";

const defining =
	/\\((?:re|provide)?newcommandx?|renewcommand|providecommand|(?:re)?newrobustcmd|providerobustcmd|DeclareRobustCommand|(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand|Declare(?:Multi)?CiteCommand|(?:New|Renew|Declare)CommandCopy|let|[egx]?def|newcites)(?![A-Za-z])\*?/g;

const wholeName = new RegExp(`^(?:${defining.source})$`);

/** Whether a command defines another one. */
export function isDefining(name: string): boolean {
	return wholeName.test(`\\${name}`);
}

/** How long the names are, without braces, that stand behind a defining command: `\let\a=\b`, `\renewcommand\cite`. */
export function definedNames(text: string, from: number): number {
	const names = /^\s*\\[A-Za-z@]+(?:\s*=?\s*\\[A-Za-z@]+)?/;
	return names.exec(text.slice(from, from + 100))?.[0].length ?? 0;
}

/** Definitions that are read, each within so many characters. */
const longestBody = 2000;
const mostDefinitions = 2000;

interface Definition {
	readonly name: string;
	/** The parameters in order; whether each stands in brackets. */
	readonly parameters: readonly boolean[];
	readonly body: string;
}

/** The commands that a text defines, and others by their names, which take notes and keys as `\cite` does. */
export function ownCommands(text: string, names: readonly string[]): OwnCommands {
	const own = new Map<string, Citing>();
	for (const name of names) {
		const plain = name.trim().replace(/^\\|\*$/g, "");
		if (/^[A-Za-z]+$/.test(plain) && !citingOf(plain)) own.set(plain, { shape: "list" });
	}
	const definitions = definitionsIn(text, own);
	// A macro may call one that is defined behind it.
	for (let round = 0, size = -1; round < 5 && size !== own.size; round++) {
		size = own.size;
		for (const definition of definitions) {
			if (citingOf(definition.name, own)) continue;
			const citing = citingOfBody(definition, own);
			if (citing) own.set(definition.name, citing);
		}
	}
	return own;
}

function definitionsIn(text: string, own: Map<string, Citing>): Definition[] {
	const definitions: Definition[] = [];
	for (const match of text.matchAll(defining)) {
		if (definitions.length >= mostDefinitions) break;
		if (isCommented(text, match.index)) continue;
		const [, kind = ""] = match;
		const from = match.index + match[0].length;
		if (kind === "newcites") addSuffixed(text.slice(from, from + 200), own);
		else if (/CiteCommand$/.test(kind)) declare(text.slice(from, from + 200), kind, own);
		else definitions.push(...definitionAt(text, from, kind));
	}
	return definitions;
}

function isCommented(text: string, offset: number): boolean {
	const line = text.slice(Math.max(text.lastIndexOf("\n", offset), offset - 400) + 1, offset);
	return /(?:^|[^\\])(?:\\\\)*%/.test(line);
}

/** multibib: `\newcites{app}{Appendix}` makes `\citeapp`, `\citepapp` and so on. */
function addSuffixed(text: string, own: Map<string, Citing>): void {
	const suffixes = /^\s*\{([^{}]*)\}/.exec(text)?.[1]?.split(",") ?? [];
	const bases = ["cite", "nocite", "citep", "citet", "citealp", "citealt", "citeauthor", "citeyear", "citeyearpar"];
	for (const suffix of suffixes.map(each => each.trim()).filter(each => /^[A-Za-z]+$/.test(each))) {
		for (const base of bases) if (!citingOf(base + suffix)) own.set(base + suffix, { shape: "list", like: base });
	}
}

/** biblatex: `\DeclareCiteCommand{\name}…`, `\DeclareMultiCiteCommand{\names}…`. */
function declare(text: string, kind: string, own: Map<string, Citing>): void {
	const name = /^\s*(?:\{\s*)?\\([A-Za-z]+)\*?/.exec(text)?.[1];
	if (name === undefined || citingOf(name)) return;
	own.set(name, kind.includes("Multi") ? { shape: "multiple" } : { shape: "list", like: "cite" });
}

function definitionAt(text: string, from: number, kind: string): Definition[] {
	const head = /^\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))/.exec(text.slice(from, from + 100));
	const name = head?.[1] ?? head?.[2];
	if (!head || name === undefined) return [];
	const at = from + head[0].length;
	if (kind === "let" || kind.endsWith("Copy")) {
		const other = /^\s*=?\s*\{?\s*\\([A-Za-z]+)/.exec(text.slice(at, at + 100))?.[1];
		return other === undefined ? [] : [{ name, parameters: [], body: `\\${other}` }];
	}
	const found = kind.endsWith("DocumentCommand")
		? parsedArguments(text, at)
		: kind.endsWith("def")
			? delimitedArguments(text, at)
			: numberedArguments(text, at);
	if (!found) return [];
	const start = skipSpace(text, found.end);
	const end = text[start] === "{" ? closing(text, start, "}", { paragraphs: true, limit: longestBody }) : undefined;
	if (end === undefined) return [];
	return [{ name, parameters: found.parameters, body: text.slice(start + 1, end - 1) }];
}

interface Parameters {
	readonly parameters: readonly boolean[];
	readonly end: number;
}

/** `[2][default]`: the first of them is optional when it has a default. */
function numberedArguments(text: string, from: number): Parameters {
	const count = Number(/^\s*\[\s*(\d)\s*\]/.exec(text.slice(from, from + 40))?.[1] ?? "0");
	const end = skipArguments(text, from, "[", "]");
	const hasDefault = count > 0 && text.slice(from, end).replace(/^\s*\[\s*\d\s*\]\s*/, "") !== "";
	return { parameters: Array.from({ length: count }, (_, index) => hasDefault && index === 0), end };
}

/** `{s o m}` of `\NewDocumentCommand`. */
function parsedArguments(text: string, from: number): Parameters | undefined {
	const start = skipSpace(text, from);
	const end = text[start] === "{" ? closing(text, start, "}", { limit: 400 }) : undefined;
	if (end === undefined) return undefined;
	const specification = text.slice(start + 1, end - 1).replace(/\{[^{}]*\}/g, "");
	const types = specification.match(/[a-zA-Z]/g) ?? [];
	return { parameters: types.map(type => type !== "m" && type !== "r" && type !== "R"), end };
}

/** `#1#2` or `[#1]#2` of `\def`. */
function delimitedArguments(text: string, from: number): Parameters {
	const written = /^[^{}\\%\r\n]{0,60}/.exec(text.slice(from, from + 60))?.[0] ?? "";
	const parameters = Array.from(written.matchAll(/(\[?)#\d/g), ([, bracket]) => bracket === "[");
	return { parameters, end: from + written.length };
}

/** How a macro cites: where one of its parameters is what it cites, or where it is another name for a command. */
function citingOfBody({ parameters, body }: Definition, own: OwnCommands): Citing | undefined {
	const text = body.trim();
	if (parameters.length === 0) {
		const other = /\\([A-Za-z]+)\*?$/.exec(text);
		const citing = other?.[1] === undefined ? undefined : citingOf(other[1], own);
		return citing && other?.[1] !== undefined && other.index === 0 ? { ...citing, like: other[1] } : citing;
	}
	for (const match of text.matchAll(/\\([A-Za-z]+)\*?/g)) {
		const name = match[1] ?? "";
		const citing = citingOf(name, own);
		if (!citing) continue;
		const groups = readGroups(text, match.index + match[0].length, citing);
		const items = groups.flatMap(group => group.items.map(({ start, end }) => text.slice(start, end)));
		const parameter = items.flatMap(item => /^#(\d)$/.exec(item)?.[1] ?? [])[0];
		if (parameter === undefined || parameters[Number(parameter) - 1] !== false) continue;
		const skip = parameters.slice(0, Number(parameter) - 1).filter(isOptional => !isOptional).length;
		const isAll = match.index === 0 && groups.at(-1)?.range.end === text.length;
		return {
			shape: citing.shape === "single" ? "single" : "list",
			...(skip > 0 && { skip }),
			...(isAll && skip === 0 && { like: name }),
		};
	}
	return undefined;
}
