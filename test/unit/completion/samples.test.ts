// At any offset of real manuscripts: nothing is thrown, the range holds the offset, and where a key stands one is expected.
import assert from "node:assert/strict";
import fc from "fast-check";
import { citationsIn, isCitableFile, type Source } from "../../../src/core/citations/citations";
import { completedWith, expectedAt, mayBeExpected } from "../../../src/core/completion/expected";
import { filesIn, read } from "../bibliography/sampleFiles";

const files = filesIn(/^/).filter(({ name }) => name.startsWith("manuscripts/") && isCitableFile("", name));

function sourceOf(path: string): Source {
	return { text: read(path), languageId: "", fileName: path };
}

/** Every n-th of a list, so that a long file is no longer in the test than a short one. */
function some<T>(list: readonly T[], most: number): readonly T[] {
	const step = Math.max(1, Math.ceil(list.length / most));
	return list.filter((_, index) => index % step === 0);
}

suite("completion in real manuscripts", () => {
	if (files.length === 0) test.skip("the samples are not beside the checkout");

	for (const { path, name } of files) {
		test(`${name}: wherever a key stands one is expected`, () => {
			const source = sourceOf(path);
			const keys = citationsIn(source).flatMap(citation => citation.keys);
			for (const { key, range, whole } of some(keys, 12)) {
				// Typst takes it for a reference; while it is typed it is more likely an address.
				if (name.endsWith(".typ") && /[\p{L}\p{N}]/u.test(source.text.charAt(whole.start - 1))) continue;
				for (const offset of [range.end, Math.ceil((range.start + range.end) / 2)]) {
					const place = JSON.stringify(source.text.slice(range.start - 20, range.end + 10));
					const expected = expectedAt(source, offset);
					assert.ok(expected, `${place} at ${String(offset - range.start)} of ${key}`);
					const { start, end } = expected.range;
					assert.ok(
						whole.start <= start && start <= range.start && range.end <= end && end <= whole.end,
						place,
					);
					if (/\.ipynb$/.test(name)) continue;
					assert.equal(expected.words, source.text.slice(range.start, offset), place);
					assert.ok(mayBeExpected(source.text.slice(0, offset), source.text.slice(offset), source), place);
				}
			}
		});
	}

	test("no offset throws, and what is replaced holds the offset and stays on its line", () => {
		const any = fc.record({ file: fc.constantFrom(...files), at: fc.double({ min: 0, max: 1, noNaN: true }) });
		fc.assert(
			fc.property(any, ({ file, at }) => {
				const source = sourceOf(file.path);
				const offset = Math.round(at * source.text.length);
				const expected = expectedAt(source, offset);
				if (!expected) return;
				const { start, end } = expected.range;
				assert.ok(start <= offset && offset <= end);
				assert.doesNotMatch(source.text.slice(start, end), /[\r\n]/);
				assert.ok(completedWith(expected, "new").text.includes("new"));
			}),
			{ numRuns: 400, seed: 7 },
		);
	});

	test("no half-typed text throws", () => {
		const piece = fc.constantFrom(
			...["\\cite{", "[@", "@{", "#cite(<", ":cite:p:`", "{cite}`", "cite:[", "[cite:@", "[[cite:&", "#cite: "],
			...[
				'<cite data-cite="',
				"a",
				"b c",
				",",
				";",
				"]",
				"}",
				">",
				")",
				"`",
				"\n",
				"\n\n",
				"%",
				"//",
				"$",
				"|",
				"\\",
			],
		);
		const language = fc.constantFrom("latex", "markdown", "myst", "typst", "rst", "asciidoc", "org", "x");
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), language, fc.nat(80), (pieces, languageId, at) => {
				const text = pieces.join("");
				const offset = Math.min(at, text.length);
				const expected = expectedAt({ text, languageId }, offset);
				assert.ok(!expected || (expected.range.start <= offset && offset <= expected.range.end));
			}),
			{ numRuns: 3000, seed: 7 },
		);
	});
});
