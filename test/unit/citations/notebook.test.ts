// Citations in a notebook as its file holds it: in the text of its Markdown cells, inside JSON.
import assert from "node:assert/strict";
import {
	citationAt,
	citationsIn,
	cursorAfter,
	insertCitation,
	isCitable,
	isCitableFile,
	placeAt,
	removeKeys,
	syntaxName,
	type Source,
} from "../../../src/core/citations/citations";
import { apply } from "./marked";

interface Cell {
	readonly type?: string;
	readonly source: string | readonly string[];
}

function notebook(cells: readonly Cell[], indent = 1): Source {
	const json = {
		cells: cells.map(({ type = "markdown", source }) => ({
			cell_type: type,
			metadata: { tags: ["source", { cell_type: "markdown" }] },
			source,
		})),
		metadata: { language_info: { name: "python" } },
		nbformat: 4,
	};
	return { text: JSON.stringify(json, undefined, indent), languageId: "json", fileName: "a.ipynb" };
}

function keysIn(source: Source): string[] {
	return citationsIn(source).flatMap(({ keys }) =>
		keys.map(({ key, range }) => {
			assert.equal(source.text.slice(range.start, range.end), key);
			return key;
		}),
	);
}

/** The text of the cells after an insertion at a phrase of the file. */
function cited(source: Source, phrase: string, keys: readonly string[] = ["new"]): string[] {
	const offset = source.text.indexOf(phrase) + phrase.length;
	const text = apply(source.text, insertCitation(source, offset, keys));
	const { cells } = JSON.parse(text) as { cells: { source: string | string[] }[] };
	return cells.map(({ source: lines }) => (typeof lines === "string" ? lines : lines.join("")));
}

suite("citations in a notebook", () => {
	test("are those of its Markdown cells", () => {
		const source = notebook([
			{ source: ["# A\n", "\n", 'As "quoted" \\\\ [@a; @b] and\t@c.\n'] },
			{ type: "code", source: ["@decorator\n", "x = '[@d]'"] },
			{ source: "One string with `@e` and [@größe]\nand more." },
		]);
		assert.deepEqual(keysIn(source), ["a", "b", "c", "größe"]);
	});

	test("are roles in a notebook of MyST, and tags in one of cite2c", () => {
		const myst = notebook([{ source: "{cite}`a` says" }, { source: ["And more"] }]);
		assert.equal(syntaxName(myst), "myst");
		assert.deepEqual(cited(myst, "And more"), ["{cite}`a` says", "And more {cite}`new`"]);
		const tags = notebook([{ source: '<cite data-cite="a/b"></cite> says' }, { source: "And more" }]);
		assert.deepEqual(cited(tags, "And more")[1], 'And more <cite data-cite="new"/>');
		assert.equal(citationsIn(tags)[0]?.keys[0]?.key, "a/b");
	});

	test("are put in with the escapes of JSON, wherever the cursor is", () => {
		const source = notebook([{ source: ["First \\\\ line\n", "second [@a] line\n"] }, { source: "" }]);
		assert.deepEqual(cited(source, "[@a"), ["First \\\\ line\nsecond [@a; @new] line\n", ""]);
		assert.deepEqual(cited(source, "second"), ["First \\\\ line\nsecond [@new] [@a] line\n", ""]);
		assert.deepEqual(cited(source, "First"), ["First [@new] \\\\ line\nsecond [@a] line\n", ""]);
		const empty = source.text.lastIndexOf('""') + 1;
		assert.equal(apply(source.text, insertCitation(source, empty, ["k"])).slice(empty - 1, empty + 6), '"[@k]"\n');
		const tagged = notebook([{ source: '<cite data-cite="a"/> and' }]);
		assert.deepEqual(cited(tagged, "and"), ['<cite data-cite="a"/> and <cite data-cite="new"/>']);
	});

	test("are not put into code, outputs or the frame without asking", () => {
		const source = notebook([{ source: ["Text\n"] }, { type: "code", source: ["x = 1"] }]);
		const at = (phrase: string): number => source.text.indexOf(phrase) + 1;
		assert.deepEqual(
			["Text", "x = 1", "cell_type", "nbformat"].map(phrase => placeAt(source, at(phrase))),
			["text", "code", "code", "code"],
		);
		assert.ok(isCitable(source, at("Text")));
	});

	test("leave the file as it was when they are taken out again", () => {
		const source = notebook([{ source: ["One\n", "two three.\n"] }], 2);
		const offset = source.text.indexOf("two") + 3;
		const edits = insertCitation(source, offset, ["k"]);
		const after = { ...source, text: apply(source.text, edits) };
		const citation = citationAt(after, offset + 2);
		assert.ok(citation);
		assert.equal(cursorAfter(source, edits), citation.range.end);
		assert.equal(apply(after.text, removeKeys(after, citation, ["k"])), source.text);
	});

	test("are those of Markdown in a cell that the editor shows as a document", () => {
		const cell = { text: "[@a] x", languageId: "markdown", fileName: "a.ipynb" };
		assert.deepEqual(keysIn(cell), ["a"]);
		assert.equal(isCitableFile("python", "a.ipynb"), false);
		assert.deepEqual(
			["json", "jupyter", "plaintext"].map(language => isCitableFile(language, "a.IPYNB")),
			[true, true, true],
		);
	});

	test("are none in what is no notebook", () => {
		for (const text of ["", "{", '{"cells":', '{"cells":[{"cell_type":"markdown","source":["[@a]"', "[1,2]", '"']) {
			assert.deepEqual(keysIn({ text, languageId: "json", fileName: "a.ipynb" }), []);
			insertCitation({ text, languageId: "json", fileName: "a.ipynb" }, 1, ["k"]);
		}
	});
});
