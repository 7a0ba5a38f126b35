// The lines of a text, with where they are.

export interface Line {
	readonly start: number;
	/** Without the line break. */
	readonly end: number;
	readonly text: string;
	/** How many white characters it starts with. */
	readonly indent: number;
	readonly isBlank: boolean;
}

export function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
		const line = match[1] ?? "";
		const indent = line.length - line.trimStart().length;
		const isBlank = indent === line.length;
		lines.push({ start: match.index, end: match.index + line.length, text: line, indent, isBlank });
		if (match[2] === "") break;
	}
	return lines;
}

/** The index behind the lines that belong to the one before them: blank ones, and those that are indented more. */
export function bodyEnd(lines: readonly Line[], from: number, indent: number): number {
	let end = from;
	for (let index = from; index < lines.length; index++) {
		const line = lines[index];
		if (!line) break;
		if (line.isBlank) continue;
		if (line.indent <= indent) break;
		end = index + 1;
	}
	return end;
}
