// What a LaTeX file declares and takes in. Sources: btxdoc, section 1; biblatex manual, sections 3.8.1 and 3.8.3;
// natbib, section 2.11; the manuals of multibib, bibunits, bibtopic, usebib, import, subfiles and standalone.

import type { Source } from "../../citations/citations";
import type { TextRange } from "../../paper";
import { stemOf } from "../paths";
import {
	declaration,
	declarationList,
	type Declaration,
	type Dialect,
	type InlineReferences,
	type Part,
	type Reading,
} from "../reading";
import { commandsIn, visibleLatex, type LatexCommand, type VisibleLatex } from "./latexCommands";
import { expanded, macrosOf } from "./latexMacros";
import { optionDeclarations } from "./latexOptions";

/** Commands whose first argument is a list of names, and ones whose argument is one name with its extension. */
const lists = new Set(["bibliography", "nobibliography", "defaultbibliography", "putbib", "bibinput"]);
const resources = new Set(["addbibresource", "addglobalbib", "addsectionbib"]);

/** Commands that take in a file, and ones that name its folder and then the file. */
const inputs = new Set(["input", "include", "subfile", "subfileinclude", "@input", "InputIfFileExists"]);
const imports = new Set(["import", "subimport", "inputfrom", "subinputfrom", "includefrom", "subincludefrom"]);
const classes = new Set(["documentclass", "documentstyle", "LoadClass", "LoadClassWithOptions"]);
const packages = new Set(["usepackage", "RequirePackage", "RequirePackageWithOptions"]);

export function readLatexSource(source: Source, outer: ReadonlyMap<string, string>): Reading {
	const visible = visibleLatex(source.text);
	const commands = commandsIn(visible.text);
	const own = macrosOf(visible.text, commands);
	const job = stemOf(source.fileName ?? "");
	const macros = new Map([...(job === "" ? [] : [["jobname", job] as const]), ...outer, ...own]);
	const reader = new LatexReader(visible.text, macros, commands);
	const root = magicRoot(source.text) ?? reader.subfilesRoot;
	return {
		bibliographies: reader.bibliographies,
		parts: reader.parts,
		inline: [...inlineIn(visible, macros), ...reader.inline],
		isRoot: reader.isRoot,
		...(root === undefined ? {} : { root }),
		...(reader.dialect ? { dialect: reader.dialect } : {}),
		macros: own,
		isUnresolved: reader.isUnresolved,
	};
}

/** From `% !TEX root = main.tex` in the first 20 lines. */
function magicRoot(text: string): string | undefined {
	const head = text.slice(0, 10_000).split(/\r\n|[\r\n]/, 20);
	const magic = head.flatMap(line => /^\uFEFF?\s*%+\s*!\s*TEX\s+root\s*=\s*(\S.*)$/i.exec(line)?.[1] ?? [])[0];
	return magic?.trim();
}

/** A bibliography that the document writes when it is made. */
function inlineIn({ written }: VisibleLatex, macros: ReadonlyMap<string, string>): InlineReferences[] {
	return written.flatMap(({ start, end, name }) => {
		const path = expanded(name, macros) ?? name;
		return /\.bib$/i.test(path) ? [{ kind: "filecontents", range: { start, end }, path } as const] : [];
	});
}

class LatexReader {
	readonly bibliographies: Declaration[] = [];
	readonly parts: Part[] = [];
	readonly inline: InlineReferences[] = [];
	isRoot = false;
	isUnresolved = false;
	subfilesRoot: string | undefined;
	dialect: Dialect | undefined;
	readonly #labels = new Set<string>();
	/** Of multibib (`\newcites{x}`) and of multibbl (`\newbibliography{x}`). */
	readonly #lists = new Set<string>();
	readonly #tags = new Set<string>();

	constructor(
		readonly text: string,
		readonly macros: ReadonlyMap<string, string>,
		commands: readonly LatexCommand[],
	) {
		for (const command of commands) this.#read(command);
	}

	#read(command: LatexCommand): void {
		const { name, braces, brackets } = command;
		const [first] = braces;
		if (lists.has(name) || this.#lists.has(name)) this.#readList(name, command);
		else if (resources.has(name)) this.#readResource(command);
		else if (name === "newcites") for (const each of this.#words(first)) this.#addNames(each);
		else if (name === "newbibliography") for (const each of this.#words(first)) this.#tags.add(each);
		else if (name === "newrefsection" || name === "newrefsegment") this.#readSection(brackets[0]);
		else if (name === "begin") this.#readEnvironment(command);
		else if (inputs.has(name) || name === "includestandalone") this.#readInput(command);
		else if (imports.has(name)) this.#readImport(command);
		else if (classes.has(name) || packages.has(name)) this.#readLoading(command);
		this.bibliographies.push(...optionDeclarations(this.text, command));
	}

	#addNames(name: string): void {
		for (const prefix of ["bibliography", "nobibliography"]) this.#lists.add(prefix + name);
	}

	#readList(name: string, { braces, brackets }: LatexCommand): void {
		const [first, second] = braces;
		const isTagged = first && second && this.#tags.has(this.text.slice(first.start, first.end).trim());
		const list = name === "putbib" ? brackets[0] : isTagged ? second : first;
		if (!list) return;
		this.dialect ??= "bibtex";
		this.#declareAll(list);
	}

	#readResource({ braces, brackets }: LatexCommand): void {
		const [path] = braces;
		this.dialect = "biblatex";
		const options = brackets[0] ? this.text.slice(brackets[0].start, brackets[0].end) : "";
		const label = /(?:^|,)\s*label\s*=\s*\{?([^,{}]*)/.exec(options)?.[1]?.trim();
		if (label !== undefined) this.#labels.add(label);
		if (!path) return;
		const isRemote = /(?:^|,)\s*location\s*=\s*\{?\s*remote\b/.test(options);
		this.#declare(path).forEach(found => this.bibliographies.push(isRemote ? { ...found, remote: true } : found));
	}

	/** The resources of a section are files, or labels of files that are declared elsewhere. */
	#readSection(list: TextRange | undefined): void {
		if (!list) return;
		this.dialect = "biblatex";
		const names = declarationList(this.text.slice(list.start, list.end), list.start, ",");
		for (const { range } of names) {
			const name = this.text.slice(range.start, range.end);
			if (!this.#labels.has(name) && name.includes(".")) this.bibliographies.push(...this.#declare(range));
		}
	}

	#readEnvironment({ start, braces, brackets }: LatexCommand): void {
		const [first, list] = braces;
		const name = first && this.text.slice(first.start, first.end).trim();
		if (name === "refsection") this.#readSection(brackets[0]);
		else if (name === "btSect" && list) this.#declareAll(list);
		else if (name === "thebibliography") {
			const end = this.text.indexOf("\\end{thebibliography}", start);
			this.inline.push({ kind: name, range: { start, end: end < 0 ? this.text.length : end } });
		}
	}

	#readInput({ name, braces }: LatexCommand): void {
		const [path] = braces;
		if (path) this.#addPart(path, this.#filled(path), name === "include" ? "" : ".tex");
	}

	#readImport({ braces: [folder, file] }: LatexCommand): void {
		if (!folder || !file) return;
		const [prefix, path] = [this.#filled(folder), this.#filled(file)];
		const joined = prefix === undefined || path === undefined ? undefined : `${prefix.replace(/\/?$/, "/")}${path}`;
		this.#addPart(file, prefix === "" ? path : joined, ".tex");
	}

	#readLoading({ name, braces, brackets }: LatexCommand): void {
		const [names] = braces;
		const isClass = classes.has(name);
		if (isClass && name.startsWith("document")) this.isRoot = true;
		for (const each of this.#words(names)) {
			if (each === "biblatex") this.dialect = "biblatex";
			if (isClass && each === "subfiles") this.#readSubfiles(brackets[0]);
			else if (names)
				this.parts.push({ paths: [`${each}.${isClass ? "cls" : "sty"}`], range: names, optional: true });
		}
	}

	#readSubfiles(main: TextRange | undefined): void {
		const path = main && this.#filled(main);
		if (path === undefined || path === "") return;
		this.isRoot = false;
		this.subfilesRoot = /\.[A-Za-z]+$/.test(path) ? path : `${path}.tex`;
	}

	#addPart(range: TextRange, path: string | undefined, extension: string): void {
		if (path === undefined || path === "") return;
		// A name with an extension is tried as it is first, `\include` adds `.tex` always.
		const withTex = `${path}${extension === "" && path.endsWith(".tex") ? "" : ".tex"}`;
		const hasExtension = /\.[A-Za-z]{1,8}$/.test(path);
		this.parts.push({ paths: hasExtension ? [path, withTex] : [withTex, path], range });
	}

	#declareAll({ start, end }: TextRange): void {
		for (const item of this.text.slice(start, end).matchAll(/(?:[^,{}]|\{[^{}]*\})+/g)) {
			const from = start + item.index;
			this.bibliographies.push(...this.#declare({ start: from, end: from + item[0].length }));
		}
	}

	#declare(range: TextRange): Declaration[] {
		const raw = this.text.slice(range.start, range.end);
		const path = this.#filled(range);
		if (path === undefined) return [];
		// The range of a path without macros is the path alone, without `\subfix` and quotes.
		const place = raw.indexOf(path);
		const trimmed = raw.trim();
		const from = range.start + Math.max(0, place >= 0 ? place : raw.indexOf(trimmed));
		return declaration(path, { start: from, end: from + (place >= 0 ? path.length : trimmed.length) });
	}

	/** The text of an argument that is a path, with its macros filled in. */
	#filled({ start, end }: TextRange): string | undefined {
		const path = expanded(this.text.slice(start, end).trim(), this.macros);
		if (path === undefined) this.isUnresolved = true;
		return path;
	}

	#words(range: TextRange | undefined): string[] {
		const list = range ? this.text.slice(range.start, range.end) : "";
		return list.split(",").flatMap(word => (word.trim() === "" ? [] : [word.trim()]));
	}
}
