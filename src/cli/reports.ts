// Findings as text for a person, as JSON for a program, and as annotations of a workflow of GitHub.

import type { Finding } from "../core/checks/finding";
import { inEnglish } from "../core/checks/messages";
import { levels, type Level } from "../core/checks/rules";
import type { TextRange } from "../core/paper";
import { positionsIn } from "../core/text/lines";
import type { Format } from "./commandLine";

/** A finding with the level that it has here. */
export interface Leveled {
	readonly finding: Finding;
	readonly level: Level;
}

export interface ReportNeeds {
	/** The text of a file that findings name. */
	readonly text: (file: string) => string;
	/** The name of a file for a person. */
	readonly shown: (file: string) => string;
}

/** 1-based; columns count UTF-16 units, as the editor does; the end is behind the last sign. */
interface Span {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
}

class Spans {
	readonly #positions = new Map<string, ReturnType<typeof positionsIn>>();

	constructor(readonly needs: ReportNeeds) {}

	of(file: string, { start, end }: TextRange): Span {
		const positionOf = this.#positions.get(file) ?? positionsIn(this.needs.text(file));
		this.#positions.set(file, positionOf);
		const [from, to] = [positionOf(start), positionOf(end)];
		return {
			...{ file: this.needs.shown(file), line: from.line + 1, column: from.column + 1 },
			...{ endLine: to.line + 1, endColumn: to.column + 1 },
		};
	}
}

export function report(found: readonly Leveled[], format: Format, needs: ReportNeeds): string {
	const spans = new Spans(needs);
	switch (format) {
		case "text":
			return asText(found, spans);
		case "json":
			return asJson(found, spans);
		case "github":
			return found.map(each => `${annotation(each, spans)}\n`).join("");
	}
}

function asText(found: readonly Leveled[], spans: Spans): string {
	const lines = found.map(({ finding, level }) => {
		const { file, line, column } = spans.of(finding.place.file, finding.place.range);
		return `${file}:${line}:${column}: ${level}: ${oneLine(inEnglish(finding))} [${finding.code}]\n`;
	});
	const files = new Set(found.map(({ finding }) => finding.place.file)).size;
	const counts = levels.flatMap(level => {
		const count = found.filter(each => each.level === level).length;
		return count === 0 ? [] : [`${count} ${count === 1 || level === "information" ? level : `${level}s`}`];
	});
	const sum =
		found.length === 0
			? "Nothing was found."
			: `${counts.join(", ")} in ${files} ${files === 1 ? "file" : "files"}`;
	return `${lines.join("")}${sum}\n`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ");
}

function asJson(found: readonly Leveled[], spans: Spans): string {
	const findings = found.map(({ finding, level }) => {
		const { code, place, related, fixes } = finding;
		return {
			rule: code,
			severity: level,
			message: inEnglish(finding),
			...spans.of(place.file, place.range),
			related: related.map(each => ({
				message: inEnglish(each),
				...spans.of(each.place.file, each.place.range),
			})),
			fixes: fixes.flatMap(fix =>
				fix.kind === "edits"
					? [
							{
								title: inEnglish(fix),
								isPreferred: fix.isPreferred === true,
								edits: fix.edits.map(({ file, text, ...range }) => ({
									...spans.of(file, range),
									text,
								})),
							},
						]
					: [],
			),
		};
	});
	const count = (level: Level) => found.filter(each => each.level === level).length;
	const counts = Object.fromEntries(levels.map(level => [level, count(level)]));
	return `${JSON.stringify({ version: 1, counts, findings }, undefined, "\t")}\n`;
}

/** GitHub has three commands. */
const commands: Readonly<Record<Level, string>> = {
	error: "error",
	warning: "warning",
	information: "notice",
	hint: "notice",
};

/** A workflow command (GitHub, "Workflow commands for GitHub Actions"; their escapes: actions/toolkit, `command.ts`). */
function annotation({ finding, level }: Leveled, spans: Spans): string {
	const { file, line, column, endLine, endColumn } = spans.of(finding.place.file, finding.place.range);
	const properties: Readonly<Record<string, string | number>> = {
		file,
		line,
		endLine,
		col: column,
		// Columns are of one line.
		...(endLine === line && { endColumn }),
		title: `citeshelf: ${finding.code}`,
	};
	const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(`${value}`)}`);
	return `::${commands[level]} ${written.join(",")}::${escaped(inEnglish(finding))}`;
}

function escaped(text: string): string {
	return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapedProperty(text: string): string {
	return escaped(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
