// What a reStructuredText file declares and takes in. Sources: sphinxcontrib-bibtex, "Usage"; docutils, "Including an
// External Document Fragment"; Sphinx, "toctree" (its files need no root: `conf.py` is found from each).

import type { Source } from "../../citations/citations";
import type { TextRange } from "../../paper";
import { blanked, declarationList, type Declaration, type Part, type Reading } from "../reading";

export function readRst({ text: whole }: Source): Reading {
	const text = blanked(whole, literalBlocks(whole));
	const bibliographies: Declaration[] = [];
	const parts: Part[] = [];
	for (const match of text.matchAll(/^([ \t]*)\.\.[ \t]+(bibliography|include)::([^\r\n]*)/gm)) {
		const { 0: line, 1: indent = "", 2: name, 3: rest = "", index } = match;
		const start = index + line.length - rest.length;
		const path = rest.trim();
		if (name === "include" && path !== "" && !path.startsWith("<")) {
			const from = start + rest.indexOf(path);
			parts.push({ paths: [path], range: { start: from, end: from + path.length } });
		}
		if (name === "bibliography") {
			bibliographies.push(...declarationList(rest, start, " "));
			bibliographies.push(
				...declarationList(moreNames(text, index + line.length, indent), index + line.length, " "),
			);
		}
	}
	return { bibliographies, parts, inline: [], dialect: "bibtex" };
}

/** The names of a directive go on below it, up to its options or an empty line. */
function moreNames(text: string, from: number, indent: string): string {
	const behind = text.slice(from, from + 2000);
	const lines = /^(?:(?:\r\n|[\r\n])[ \t]+[^\s:][^\r\n]*)*/.exec(behind)?.[0] ?? "";
	const deeper = lines.split(/(?:\r\n|[\r\n])/).slice(1);
	return deeper.every(line => /^[ \t]*/.exec(line)?.[0].length !== indent.length) ? lines : "";
}

/** What stands deeper than a line that ends in `::` or names a directive of code, and what a comment holds. */
function literalBlocks(text: string): TextRange[] {
	const blocks: { start: number; end: number }[] = [];
	/** The column of the line that opened the block. */
	let column: number | undefined;
	for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
		const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
		if (indent === line.length) continue;
		const isInside: boolean = column !== undefined && indent > column;
		const last = blocks.at(-1);
		if (isInside && last) {
			last.end = index + line.length;
			continue;
		}
		const opens =
			/^[ \t]*\.\.[ \t]+(?:code|code-block|sourcecode|highlight|parsed-literal|raw|math)::/.test(line) ||
			/^[ \t]*\.\.(?:[ \t]+(?![[_|])(?!\S+::).*)?$/.test(line) ||
			(/::[ \t]*$/.test(line) && !/^[ \t]*\.\.[ \t]/.test(line));
		column = opens ? indent : undefined;
		if (opens) blocks.push({ start: index + line.length, end: index + line.length });
	}
	return blocks;
}
