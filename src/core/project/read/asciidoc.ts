// What an AsciiDoc file declares and takes in. Sources: asciidoctor-bibtex, README; asciidoctor-bibliography, README;
// AsciiDoc Language Documentation, "Document Attributes" and "Includes".

import type { Source } from "../../citations/citations";
import { asciidocBlocks } from "../../citations/markup/asciidocBlocks";
import { withoutDead, declaration, declarationList, type Declaration, type Part, type Reading } from "../reading";

const attribute = /^:([\w-]+):[ \t]+(\S[^\r\n]*)$/gm;
const macro = /^bibliography::([^\s[\]]+)\[[^\r\n]*\][ \t]*$/gm;
const include = /^include::([^\s[\]][^[\]\r\n]*)\[[^\r\n]*\][ \t]*$/gm;

export function readAsciidoc({ text }: Source, outer: ReadonlyMap<string, string>): Reading {
	const seen = withoutDead(text, asciidocBlocks(text));
	const own = new Map<string, string>();
	const bibliographies: Declaration[] = [];
	const parts: Part[] = [];
	const known = (name: string): string | undefined => own.get(name) ?? outer.get(name) ?? builtIn.get(name);
	let isUnresolved = false;
	const filled = (raw: string): string | undefined => {
		const path = filledIn(raw, known);
		isUnresolved ||= path === undefined;
		return path;
	};
	for (const { 0: line, 1: name = "", 2: rest = "", index } of seen.matchAll(attribute)) {
		const value = rest.trim();
		const start = index + line.length - rest.length;
		own.set(name, value);
		if (name !== "bibtex-file" && name !== "bibliography-database") continue;
		const path = filled(value);
		if (path === undefined) continue;
		const isAsWritten = path === value;
		if (isAsWritten && name === "bibliography-database") bibliographies.push(...declarationList(value, start, ","));
		else bibliographies.push(...declaration(path, { start, end: start + value.length }));
	}
	for (const { 1: raw = "", index } of seen.matchAll(macro)) {
		const start = index + "bibliography::".length;
		const path = filled(raw);
		if (path !== undefined) bibliographies.push(...declaration(path, { start, end: start + raw.length }));
	}
	for (const { 1: raw = "", index } of seen.matchAll(include)) {
		const start = index + "include::".length;
		const path = filled(raw.trim());
		if (path !== undefined) parts.push({ paths: [path], range: { start, end: start + raw.length } });
	}
	return { bibliographies, parts, inline: [], dialect: "bibtex", macros: own, isUnresolved };
}

/** The document's folder, which paths are relative to. */
const builtIn: ReadonlyMap<string, string> = new Map([["docdir", "."]]);

/** Attributes in braces, and those in their values. */
function filledIn(path: string, known: (name: string) => string | undefined): string | undefined {
	let text = path;
	for (let step = 0; step < 5 && text.includes("{") && text.length < 1000; step++) {
		text = text.replace(/\{([\w-]+)\}/g, (whole, name: string) => known(name) ?? whole);
	}
	return /\{[\w-]+\}/.test(text) ? undefined : text.replace(/^(?:\.\/)+/, "");
}
