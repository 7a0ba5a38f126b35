// What every writer of an export needs.
import type { Name, Paper } from "../../src/core/paper";

/** An export of papers in one format, as its makers write it. */
export interface Export {
	/** What `readDigest` calls the format. */
	readonly format: string;
	/** The name of such a file. */
	readonly fileName: string;
	readonly write: (papers: readonly Paper[]) => string;
	/** What such a file tells of a paper beside its title. */
	readonly tells: readonly ("abstract" | "authors" | "year" | "arxiv" | "doi")[];
}

export function escaped(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Lines of a width, those behind the first indented. */
export function wrapped(text: string, width: number, indent = ""): string {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/)) {
		if (line !== "" && line.length + word.length >= width) {
			lines.push(line);
			line = "";
		}
		line += line === "" ? word : ` ${word}`;
	}
	return [...lines, line].join(`\n${indent}`);
}

export function familyOf(name: Name): string {
	return "literal" in name ? name.literal : [name.particle, name.family].filter(Boolean).join(" ");
}

export function givenOf(name: Name): string {
	return "literal" in name ? "" : (name.given ?? "");
}

/** `Ada Lovelace` */
export function straight(name: Name): string {
	return [givenOf(name), familyOf(name)].filter(Boolean).join(" ");
}

/** `Lovelace, Ada` */
export function turned(name: Name): string {
	return [familyOf(name), givenOf(name)].filter(Boolean).join(", ");
}

export function yearOf(paper: Paper): string {
	return String(paper.issued?.year ?? "");
}

/** `2025-02-06`, as precise as it is known. */
export function isoOf({ issued }: Paper, separator = "-"): string {
	const parts = [issued?.year, issued?.month, issued?.day].filter(part => part !== undefined);
	return parts.map(part => String(part).padStart(2, "0")).join(separator);
}

/** The DOI of a journal or, for a preprint, of arXiv. */
export function doiOf(paper: Paper): string | undefined {
	return paper.doi ?? (paper.arxiv === undefined ? undefined : `10.48550/arXiv.${paper.arxiv}`);
}

/** The lines that hold something. */
export function lines(...parts: readonly (string | undefined | false)[]): string {
	return parts.filter(part => part !== undefined && part !== false && part !== "").join("\n");
}
