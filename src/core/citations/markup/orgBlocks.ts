// The blocks of Org in which nothing is cited: code, examples, comments, drawers, and keywords that hold no text.
// Source: Org Syntax, "Greater Elements" and "Lesser Elements".

import type { Zone } from "../citation";
import { linesOf } from "./lines";
import { block } from "./pass";

/** Keywords whose value is printed. */
const printed = /^\s*#\+(?:title|subtitle|author|caption|description|begin_\w+|end_\w+)(?:\[[^\]]*\])?:?/i;

export function orgBlocks(text: string): Zone[] {
	const lines = linesOf(text);
	const zones: Zone[] = [];
	/** What is not closed behind one place is not closed behind a later one. */
	const neverClosed = new Set<string>();
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index];
		if (!line) break;
		const opened = /^\s*#\+begin_(src|example|export|comment)\b/i.exec(line.text)?.[1]?.toLowerCase();
		const isDrawer = /^\s*:(?:PROPERTIES|LOGBOOK):\s*$/i.test(line.text);
		if (opened !== undefined || isDrawer) {
			const closes = isDrawer ? /^\s*:END:\s*$/i : new RegExp(`^\\s*#\\+end_${opened ?? ""}\\b`, "i");
			const kind = opened ?? ":";
			let last = neverClosed.has(kind) ? lines.length : index + 1;
			while (last < lines.length && !closes.test(lines[last]?.text ?? "")) last++;
			// What is never closed is not a block.
			if (last < lines.length) {
				const place = isDrawer ? "header" : opened === "comment" ? "comment" : "code";
				zones.push(block(line.start, lines[last]?.end ?? line.end, place));
				index = last;
				continue;
			}
			neverClosed.add(kind);
			zones.push(block(line.start, line.end, "argument"));
			continue;
		}
		if (/^\s*#(?:\s|$)/.test(line.text)) zones.push(block(line.start, line.end, "comment"));
		else if (/^\s*\|-[-+|]*\s*$|^\s*-{5,}\s*$/.test(line.text)) zones.push(block(line.start, line.end, "argument"));
		else if (/^\*+ .*\s:[\w@#%:]+:\s*$/.test(line.text)) {
			const tags = line.start + (/\s:[\w@#%:]+:\s*$/.exec(line.text)?.index ?? 0);
			zones.push({ start: tags, end: line.end, kind: "line", place: "argument" });
		} else if (/^\s*: |^\s*:$/.test(line.text)) zones.push(block(line.start, line.end, "code"));
		else if (/^\s*#\+\w+/.test(line.text)) {
			const head = printed.exec(line.text)?.[0].length;
			zones.push(
				head === undefined
					? block(line.start, line.end, "header")
					: { start: line.start, end: line.start + head, kind: "token", place: "header" },
			);
		}
	}
	return zones;
}
