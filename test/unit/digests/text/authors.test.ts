import * as assert from "node:assert/strict";
import { looksLikeAuthors, readAuthors } from "../../../../src/core/digests/fields/authors";
import { assertLinear, filled } from "../../linear";

suite("Lines of authors", () => {
	for (const line of [
		"Ann Lee, Bo van Dijk",
		"A.Lee, B.Chen and C.McLeod",
		"Ann Lee et al.",
		"Li Wei, Müller-Lüdenscheidt J",
	])
		test(`${line}: names`, () => assert.ok(looksLikeAuthors(line, false)));
	for (const line of ["Scalable, Medical", "a, b, c", "Large-scale learning of models, with care"])
		test(`${line}: no names`, () => assert.ok(!looksLikeAuthors(line, true)));

	test("capitals and blanks without end are read in linear time", () => {
		for (const part of ["A", "Aa", "A ", "A. ", "van ", "A-", " ", "\t", "Lee, "]) {
			const read = (length: number): void => {
				looksLikeAuthors(`${filled(part, length)}\u0001`, true);
				readAuthors(`${filled(part, length)}\u0001`);
			};
			assertLinear(read, 20_000, part);
		}
	});
});
