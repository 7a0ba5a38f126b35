import * as assert from "node:assert/strict";
import { looksLikeAuthors, readAuthors } from "../../../../src/core/digests/fields/authors";

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

	test("capitals and blanks without end are read in time", () => {
		const started = performance.now();
		for (const part of ["A", "Aa", "A ", "A. ", "van ", "A-", " ", "\t", "Lee, "])
			for (const length of [200, 4000, 20_000]) {
				looksLikeAuthors(`${part.repeat(length / part.length)}\u0001`, true);
				readAuthors(`${part.repeat(length / part.length)}\u0001`);
			}
		assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`);
	});
});
