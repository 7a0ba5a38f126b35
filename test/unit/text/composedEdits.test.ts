// Steps of edits, each made to what the one before it left, are one set of edits of the first text.
import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import type { TextEdit } from "../../../src/core/paper";
import { applied, composed } from "../../../src/core/textEdits";

/** Edits of a text of any length, in order and apart, from any numbers. */
function editsFrom(length: number, numbers: readonly number[], inserted: string): TextEdit[] {
	const offsets = [...new Set(numbers.map(number => number % (length + 1)))].sort((a, b) => a - b);
	return Array.from({ length: Math.floor(offsets.length / 2) }, (_, i) => ({
		start: offsets[2 * i] ?? 0,
		end: offsets[2 * i + 1] ?? 0,
		text: i % 2 === 0 ? inserted : "",
	}));
}

suite("edits in steps", () => {
	test("do together what they do one after the other, and touch nothing else", () => {
		const steps = fc.array(fc.tuple(fc.array(fc.nat(60), { maxLength: 8 }), fc.string({ maxLength: 5 })), {
			maxLength: 5,
		});
		fc.assert(
			fc.property(fc.string({ maxLength: 50 }), steps, (text, given) => {
				let expected = text;
				const edits = composed(
					text,
					given.map(([numbers, inserted]) => (now: string) => {
						equal(now, expected);
						const step = editsFrom(now.length, numbers, inserted);
						expected = applied(now, step);
						return step;
					}),
				);
				equal(applied(text, edits), expected);
				for (const [i, { start, end }] of edits.entries()) {
					ok(start <= end && end <= text.length);
					ok(start > (edits[i - 1]?.end ?? -1), "edits touch");
				}
			}),
			{ seed: 5, numRuns: 500 },
		);
	});

	test("of which none changes anything are no edits", () => {
		deepEqual(composed("abc", [() => [], () => []]), []);
		deepEqual(composed("", []), []);
	});

	test("that take away what an earlier one put in leave nothing of it", () => {
		const edits = composed("ac", [() => [{ start: 1, end: 1, text: "b" }], () => [{ start: 1, end: 2, text: "" }]]);
		deepEqual(edits, []);
	});
});
