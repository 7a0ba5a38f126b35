// What a reStructuredText file declares and takes in. Sources: sphinxcontrib-bibtex, "Usage"; docutils, "Including an
// External Document Fragment"; Sphinx, "toctree" (its files need no root: `conf.py` is found from each).

import type { Source } from "../../citations/citations";
import { rstBlocks } from "../../citations/markup/rstBlocks";
import { withoutDead, declarationList, type Declaration, type Part, type Reading } from "../reading";

/** Whether a block is a directive that is read here, and not the first line of an example of one. */
function isDeclaring(text: string, start: number): boolean {
	if (!/^[ \t]*\.\.[ \t]+(?:bibliography|include)::/.test(text.slice(start, start + 200))) return false;
	const before =
		text
			.slice(Math.max(0, start - 300), start)
			.trimEnd()
			.split(/[\r\n]/)
			.at(-1) ?? "";
	return !/^(?![ \t]*\.\.[ \t]).*::$/.test(before);
}

export function readRst({ text: whole }: Source): Reading {
	const zones = rstBlocks(whole).filter(({ start }) => !isDeclaring(whole, start));
	const text = withoutDead(whole, zones);
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
