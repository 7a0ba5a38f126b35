// What may be typed in a .bib file, and what is offered there.
import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibtex } from "../../../src/core/bibliography/bibtex/parse";
import { bibPlaceAt } from "../../../src/core/completion/bibtex/place";
import { bibRows } from "../../../src/core/completion/bibtex/rows";
import type { Dialect } from "../../../src/core/project/reading";
import { apply, marked } from "../citations/marked";
import { filesIn, read } from "../bibliography/sampleFiles";

function labels(before: string, dialect: Dialect = "bibtex"): readonly string[] | undefined {
	const { text, offset } = marked(before);
	const place = bibPlaceAt(text, offset);
	if (!place) return undefined;
	assert.ok(place.range.start <= offset && offset <= place.range.end);
	return bibRows(place, parseBibtex(text).blocks, dialect).map(({ label }) => label);
}

function accepted(before: string, label: string): string {
	const { text, offset } = marked(before);
	const place = bibPlaceAt(text, offset);
	const row = place && bibRows(place, parseBibtex(text).blocks, "bibtex").find(each => each.label === label);
	assert.ok(place && row, label);
	return apply(text, [{ ...place.range, text: row.text }]);
}

const file = `@string{ jml = {Journal of Machine Learning Research} }
@book{collection, title = {The {Collection}}, editor = {Doe, Jane}, publisher = {Springer}, year = 2001}
@article{smith2020, author = {Smith, John and Doe, Jane and others}, title = {T}, journal = {Nature}, year = 2020}
`;

suite("completion in a .bib file", () => {
	test("types are offered behind @, with the fields that they require", () => {
		assert.deepEqual(labels("@inp|"), ["inproceedings"]);
		assert.deepEqual(labels(`${file}@the|`, "biblatex"), ["thesis", "mastersthesis", "phdthesis"]);
		assert.equal(
			accepted("@art|", "article"),
			"@article{${1:key},\n\tauthor = {$2},\n\ttitle = {$3},\n\tjournal = {$4},\n\tyear = {$5},\n}",
		);
		assert.equal(accepted("@art|{a, title = {x}}", "article"), "@article{a, title = {x}}");
	});

	test("fields that are missing come first, those that are there not again", () => {
		assert.deepEqual(labels("@article{a,\n  title = {T},\n  |\n}")?.slice(0, 4), [
			"author",
			"journal",
			"year",
			"volume",
		]);
		assert.deepEqual(labels("@article{a,\n  |\n  title = {T}, date = {2020},\n}", "biblatex")?.slice(0, 3), [
			...["author", "journaltitle", "journal"],
		]);
		assert.deepEqual(labels("@book{a, editor = {X}, |}")?.slice(0, 3), ["title", "publisher", "year"]);
		assert.deepEqual(labels("@article{a, author = {Doe, J}, aut|"), []);
		assert.equal(accepted("@article{a,\n  aut|\n}", "author"), "@article{a,\n  author = {$1},\n}");
		assert.equal(accepted("@article{a,\n  aut| = {X}\n}", "author"), "@article{a,\n  author = {X}\n}");
		assert.equal(
			accepted("@article{a,\n  mon|, year = 2020\n}", "month"),
			"@article{a,\n  month = $1, year = 2020\n}",
		);
	});

	test("months and strings are offered where a value has no braces", () => {
		assert.deepEqual(labels("@article{a, month = j|"), ["jan", "jun", "jul"]);
		assert.deepEqual(labels(`${file}@article{a, journal = |}`), ["jml"]);
		assert.deepEqual(labels(`${file}@article{a, journal = {x} # j|}`), ["jml"]);
	});

	test("keys are offered in fields that hold them", () => {
		assert.deepEqual(labels(`${file}@inbook{a, crossref = {col|}}`), ["collection"]);
		assert.deepEqual(labels(`${file}@inbook{a, xdata = "collection, smi|"}`, "biblatex"), ["smith2020"]);
		assert.equal(
			accepted("@book{b1, title={T}}\n@inbook{a, entryset = {x, b|, y}}", "b1"),
			"@book{b1, title={T}}\n@inbook{a, entryset = {x, b1, y}}",
		);
	});

	test("people and venues of the file are offered in fields of their kind", () => {
		assert.deepEqual(labels(`${file}@misc{a, author = {Smith, John and |}}`), ["Doe, Jane", "Smith, John"]);
		assert.deepEqual(labels(`${file}@misc{a, editor = {j|`), ["Smith, John", "Doe, Jane"].reverse());
		assert.deepEqual(labels(`${file}@article{a, journal = {na|}}`), ["Nature"]);
		assert.deepEqual(labels(`${file}@book{a, publisher = "|"}`), ["Springer"]);
		assert.deepEqual(labels("@article{a, pubstate = {inp|}}", "biblatex"), ["inpreparation", "inpress"]);
	});

	test("nothing is offered for a key, a title, in a comment, and between entries", () => {
		for (const text of [
			...["@article{|", "@article{smi|, title = {T}}", "@article{a}\n\n|", "@comment{ aut|", '@preamble{"x|"}'],
			...["some text |", "@article{a, title = {T}} aut|", "@string{jml = {J|"],
		]) {
			assert.deepEqual(labels(text) ?? [], [], text);
		}
		assert.deepEqual(labels(`${file}@article{a, title = {Th|}}`), []);
	});

	test("no offset of a real file throws, and what is replaced stays on its line", () => {
		const files = filesIn(/\.bib$/).filter(({ size }) => size < 100_000);
		if (files.length === 0) return;
		const any = fc.record({ file: fc.constantFrom(...files), at: fc.double({ min: 0, max: 1, noNaN: true }) });
		fc.assert(
			fc.property(any, ({ file: { path }, at }) => {
				const text = read(path);
				const offset = Math.round(at * text.length);
				const place = bibPlaceAt(text, offset);
				if (!place) return;
				assert.ok(place.range.start <= offset && offset <= place.range.end);
				assert.doesNotMatch(text.slice(place.range.start, place.range.end), /[\r\n]/);
				bibRows(place, parseBibtex(text).blocks, "biblatex");
			}),
			{ numRuns: 300, seed: 3 },
		);
	});
});
