// Where the fields of a .bib file lead: identifiers and addresses on the web, and files.
// Sources: biblatex manual, section 2.2.2 (doi, eprint, url, file); JabRef's documentation, "Files" and "Escaping".

import type { BibBlock, BibField } from "../../bibliography/bibtex/blocks";
import type { OpenBibliography } from "../../bibliography/openBibliography";
import { findArxiv, findDoi } from "../../identity";
import type { TextRange } from "../../paper";
import { remembered } from "../remembered";
import { httpsUrl, identifiers } from "../../render/addresses";

/** `web` has an `https:` address, `file` a path as written: absolute, or from the folder of the bibliography. */
export interface FieldLink {
	readonly range: TextRange;
	readonly kind: "web" | "file";
	readonly target: string;
}

/** The links of all entries, in order. */
export const linksOf = remembered(({ movedBlocks }: OpenBibliography) => movedBlocks, makeLinks);

function makeLinks({ text, movedBlocks: blocks }: OpenBibliography): readonly FieldLink[] {
	return blocks.flatMap(block => (block.kind === "entry" ? linksIn(text, block) : []));
}

function linksIn(text: string, block: BibBlock): readonly FieldLink[] {
	return block.fields.flatMap(field => {
		const range = innerRange(text, field);
		const value = text.slice(range.start, range.end);
		const name = field.name.toLowerCase();
		if (/^(?:file|pdf|localfile)$/.test(name) && !/^https?:/i.test(value)) return filesIn(value, range.start);
		const target = addressOf(name, value, block);
		return target === undefined || value === "" ? [] : [{ range, kind: "web" as const, target }];
	});
}

/** The value without its braces or quotes, and the blanks within them. */
function innerRange(text: string, { value, parts }: BibField): TextRange {
	let { start, end } = value;
	if (parts.length === 1 && parts[0]?.kind !== "bare" && end - start >= 2) {
		start++;
		end--;
	}
	while (start < end && /\s/.test(text.charAt(start))) start++;
	while (start < end && /\s/.test(text.charAt(end - 1))) end--;
	return { start, end };
}

function addressOf(name: string, written: string, block: BibBlock): string | undefined {
	const value = written.replace(/\\([%#&~_$])/g, "$1").replace(/\{\\textunderscore\s*\}/g, "_");
	switch (name) {
		case "doi": {
			// All of the value, which may end with a bracket; else what of it is one.
			const doi =
				/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(value)?.[1] ?? findDoi(value);
			return doi === undefined ? undefined : identifiers({ doi })[0]?.url;
		}
		case "eprint":
			return eprintAddress(value, block);
		case "pmid":
			return pubmedAddress(value);
		case "pmcid":
		case "pmc": {
			const id = /^\s*(?:PMC)?(\d{3,9})\s*$/i.exec(value)?.[1];
			return id === undefined ? undefined : `https://pmc.ncbi.nlm.nih.gov/articles/PMC${id}/`;
		}
		case "url":
		case "pdf":
			return httpsUrl(/\\url\s*\{([^{}]*)\}/.exec(value)?.[1] ?? value);
		default:
			return undefined;
	}
}

/** A preprint; an archive that is not named is arXiv, where the number is one of its own. */
function eprintAddress(value: string, { fields }: BibBlock): string | undefined {
	const archive = fields.find(({ name }) => /^(?:archiveprefix|eprinttype)$/i.test(name));
	const kind = archive?.parts.map(({ text }) => text.trim().toLowerCase()).join("") ?? "arxiv";
	if (kind === "pubmed") return pubmedAddress(value);
	const arxiv = kind === "arxiv" ? findArxiv(value) : undefined;
	return arxiv === undefined ? undefined : identifiers({ arxiv })[0]?.url;
}

function pubmedAddress(value: string): string | undefined {
	const pmid = /^\D{0,10}(\d{1,8})\D{0,10}$/.exec(value)?.[1];
	return pmid === undefined ? undefined : identifiers({ pmid })[0]?.url;
}

/**
 * The files of a field: `path`, `path;path`, or `description:path:type` as JabRef, Mendeley and Zotero write it, with a
 * backslash before a colon, a semicolon and a backslash that are part of a name.
 */
function filesIn(value: string, start: number): readonly FieldLink[] {
	return Array.from(value.matchAll(/(?:\\[^]|[^;\\])+/g)).flatMap(({ 0: item, index }): readonly FieldLink[] => {
		const cuts = [
			-1,
			...Array.from(item.matchAll(/\\[^]|:/g)).flatMap(cut => (cut[0] === ":" ? [cut.index] : [])),
			item.length,
		];
		// `C:\papers\a.pdf` and `C:/papers/a.pdf` have a colon that parts nothing.
		const isDrive = /^\s*[A-Za-z]:[\\/]/.test(item);
		const isList = !isDrive && cuts.length >= 4;
		const [from, to] = isList ? [(cuts.at(-3) ?? -1) + 1, cuts.at(-2) ?? item.length] : [0, item.length];
		const written = item.slice(from, to);
		const path = written.trim();
		if (path === "" || /^[a-z][a-z\d+.-]+:\/\//i.test(path)) return [];
		const at = start + index + from + written.indexOf(path);
		const target = isDrive ? path : path.replace(/\\([:;\\_])/g, "$1");
		return [{ range: { start: at, end: at + path.length }, kind: "file", target }];
	});
}
