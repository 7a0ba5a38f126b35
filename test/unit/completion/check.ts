// Tables of marked texts: what may be typed at the mark, and what the text becomes when a key is accepted.
import assert from "node:assert/strict";
import { completedWith, expectedAt, mayBeExpected } from "../../../src/core/completion/expected";
import type { Source } from "../../../src/core/citations/citation";
import { apply, marked } from "../citations/marked";

/** The words that are searched for, `-` where nothing is expected; then the text with the key `new`, and keys beside it. */
export type Row = readonly [before: string, words: string, after?: string, present?: string];

function shown(text: string): string {
	return text.replace(/\r?\n/g, "⏎");
}

export function checkExpected(languageId: string, rows: readonly Row[], options: { key?: string } = {}): void {
	const { key = "new" } = options;
	for (const [before, words, after, present] of rows) {
		test(`${languageId}: ${shown(before)} expects ${words}`, () => {
			const { text, offset } = marked(before);
			const source: Source = { text, languageId };
			const expected = expectedAt(source, offset);
			assert.equal(expected?.words ?? "-", words);
			if (!expected) return;
			assert.ok(expected.range.start <= offset && offset <= expected.range.end);
			assert.ok(mayBeExpected(text.slice(0, offset), text.slice(offset), { languageId }));
			const { text: written, elsewhere } = completedWith(expected, key);
			if (after !== undefined)
				assert.equal(apply(text, [{ ...expected.range, text: written }, ...elsewhere]), after);
			if (present !== undefined) assert.equal(expected.present.join(" "), present);
		});
	}
}
