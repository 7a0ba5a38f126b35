// What Markdown declares and takes in, in the kinds of Pandoc, Quarto, R Markdown and MyST. Sources: Pandoc User's
// Guide, "Metadata blocks" and "Specifying bibliographic data"; Quarto, "Includes" and "Project Metadata"; R Markdown
// Cookbook, "Child documents"; MyST guide, "Frontmatter", "Citations" and "Embed & Include Content".

import type { Source } from "../../citations/citations";
import { yamlHeader } from "../../citations/pandocBlocks";
import type { TextRange } from "../../paper";
import {
	declaration,
	declarationList,
	type Declaration,
	type InlineReferences,
	type Part,
	type Reading,
} from "../reading";
import { readYaml, scalarsIn, valueAt, type YamlNode } from "../yaml";

/** A block of YAML at the start of a text or in it. */
interface Block {
	readonly start: number;
	readonly yaml: YamlNode;
}

export function readMarkdown({ text }: Source): Reading {
	const { blocks, fences } = blocksOf(text);
	// Of a field that is set twice, the last value counts (Pandoc User's Guide, "Metadata blocks").
	const named = blocks.map(block => declaredIn(block)).filter(found => found !== undefined);
	const inline = blocks.flatMap(referencesIn);
	const bibliographies = [...(named.at(-1) ?? []), ...fences.flatMap(directiveOf)];
	const parts = [...blocks.flatMap(metadataFiles), ...fences.flatMap(childrenOf), ...shortcodes(text, fences)];
	return { bibliographies, parts, inline };
}

/** The value of `bibliography` in a block; `undefined` when it does not set it. */
function declaredIn({ start, yaml }: Block): Declaration[] | undefined {
	const value = valueAt(yaml, "bibliography");
	return value && scalarsIn(value).flatMap(({ text, range }) => declaration(text.trim(), shifted(range, start)));
}

function referencesIn({ start, yaml }: Block): InlineReferences[] {
	const value = valueAt(yaml, "references");
	if (value?.kind !== "list") return [];
	return [{ kind: "references", range: shifted(value.whole, start) }];
}

/** Quarto takes further metadata from the files that `metadata-files` lists. */
function metadataFiles({ start, yaml }: Block): Part[] {
	const files = [...scalarsIn(valueAt(yaml, "metadata-files")), ...scalarsIn(valueAt(yaml, "metadata-file"))];
	return files.map(({ text, range }) => ({ paths: [text], range: shifted(range, start) }));
}

/** A block of code or a directive, from its first line to the line that closes it. */
interface Fence extends TextRange {
	/** What follows the fence on its line: `{r child="a.Rmd"}`, `{bibliography} a.bib`. */
	readonly info: string;
	readonly infoStart: number;
	readonly body: string;
}

/** The metadata blocks and the fences of a text; none of the former within one of the latter. */
function blocksOf(text: string): { blocks: Block[]; fences: Fence[] } {
	const blocks: Block[] = [];
	const fences: Fence[] = [];
	const header = yamlHeader(text);
	const add = (start: number, end: number): void => {
		const yaml = readYaml(text.slice(start, end));
		if (yaml?.kind === "map") blocks.push({ start, yaml });
	};
	if (header !== "") add(0, header.length);
	let open: { mark: string; start: number; info: string; infoStart: number; body: number } | undefined;
	let yamlStart: number | undefined;
	let isAfterBlank = false;
	for (const { 0: line, index } of text.slice(header.length).matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)) {
		const start = header.length + index;
		const content = line.trim();
		const fence = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,}|:{3,})(.*)/.exec(line);
		const mark = fence?.[1] ?? "";
		if (open) {
			if (mark.startsWith(open.mark) && fence?.[2]?.trim() === "") {
				fences.push({ ...open, end: start, body: text.slice(open.body, start) });
				open = undefined;
			}
		} else if (yamlStart !== undefined) {
			if (/^(?:---|\.\.\.)[ \t]*$/.test(line.trimEnd())) {
				add(yamlStart, start);
				yamlStart = undefined;
			}
		} else if (mark !== "" && !(mark.startsWith("`") && fence?.[2]?.includes("`")) && isRaw(mark, fence?.[2])) {
			const info = fence?.[2] ?? "";
			const infoStart = start + (fence?.[0].length ?? 0) - info.length;
			open = { mark, start, info: info.trimEnd(), infoStart, body: start + line.length };
		} else if (
			line.trimEnd() === "---" &&
			isAfterBlank &&
			/^[ \t]*[^\s]/.test(text.slice(start + line.length, start + line.length + 200))
		)
			yamlStart = start + line.length;
		isAfterBlank = content === "";
		if (line === "") break;
	}
	return { blocks, fences };
}

/** A fence of colons holds text that is read on, unless it is a directive without any. */
function isRaw(mark: string, info = ""): boolean {
	return !mark.startsWith(":") || /^\s*\{(?:bibliography|include)\}/.test(info);
}

/** MyST, as Sphinx has it: ```` ```{bibliography} a.bib b.bib ````. */
function directiveOf({ info, infoStart }: Fence): Declaration[] {
	const found = /^\s*\{bibliography\}\s+(.*)/.exec(info)?.[1];
	return found === undefined ? [] : declarationList(found, infoStart + info.length - found.length, " ");
}

/** The files that a chunk of R or an `include` takes in. */
function childrenOf({ info, infoStart, body, start }: Fence): Part[] {
	const include = /^\s*\{include\}\s+(\S.*)/.exec(info)?.[1];
	if (include !== undefined) return [part(include, infoStart + info.length - include.length)];
	const option = /\bchild\s*=\s*(c\([^)]*\)|"[^"]*"|'[^']*')/.exec(info);
	const cell = /^#\|\s*child:\s*(\S.*)/m.exec(body.slice(0, 2000));
	const [list, at] = option
		? [option[1] ?? "", infoStart + option.index]
		: [cell?.[1] ? `"${cell[1].replace(/["'[\]]/g, "")}"` : "", start];
	const calls = body.slice(0, 20_000).matchAll(/\bknit_child\(\s*("[^"\r\n]*"|'[^'\r\n]*')/g);
	const texts = [list, ...Array.from(calls, call => call[1] ?? "")];
	return texts.flatMap(text =>
		Array.from(text.matchAll(/"([^"]*)"|'([^']*)'/g), each => part(each[1] ?? each[2] ?? "", at)),
	);
}

function part(path: string, start: number): Part {
	return { paths: [path.trim()], range: { start, end: start + path.length } };
}

/** Quarto's `{{< include part.qmd >}}`, outside code. */
function shortcodes(text: string, fences: readonly Fence[]): Part[] {
	const found = text.matchAll(/\{\{<\s{0,20}include\s{1,20}(["']?)([^\s"'<>]+)\1\s{0,20}>\}\}/g);
	let fence = 0;
	return Array.from(found).flatMap(match => {
		while ((fences[fence]?.end ?? Infinity) < match.index) fence++;
		const isInside = (fences[fence]?.start ?? Infinity) <= match.index;
		return isInside ? [] : [part(match[2] ?? "", match.index)];
	});
}

function shifted({ start, end }: TextRange, by: number): TextRange {
	return { start: start + by, end: end + by };
}
