// Tables for the terminal and for Markdown.

/** Prints rows below their headings, columns aligned. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
	const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map(row => row[i]?.length ?? 0)));
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
	console.log(line(headings));
	console.log(line(widths.map(width => "-".repeat(width))));
	for (const row of rows) console.log(line(row));
}
