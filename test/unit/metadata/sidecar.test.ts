// Files of records: a field a line, what a person changed is kept, two people's files become one.

import assert from "node:assert/strict";
import fc from "fast-check";
import { mergeSidecars, sidecarEdits, writeSidecar, type SidecarOptions } from "../../../src/core/metadata/sidecar";
import type { SidecarItem } from "../../../src/core/metadata/sidecar/item";
import { applied } from "../../../src/core/textEdits";
import { recordsBytes } from "../digests/sample";
import { without } from "./twins";

const one: SidecarItem = {
	...{ id: "arxiv:2401.00001", type: "article", title: "On graphs", publisher: "arXiv", number: "arXiv:2401.00001" },
	author: [{ family: "Lee", given: "Ann" }],
	custom: { arxivCategory: "math.CO", fieldSources: { title: "arxiv" } },
};
const two: SidecarItem = { id: "doi:10.1000/b", type: "book", title: "On trees", DOI: "10.1000/b" };
const appeared: SidecarItem = {
	...{
		id: "arxiv:2401.00001",
		type: "article-journal",
		title: "On graphs",
		"container-title": "J. Graphs",
		DOI: "10.1000/g",
	},
	...{
		author: [{ family: "Lee", given: "Ann" }],
		custom: { arxivCategory: "math.CO", fieldSources: { title: "crossref" } },
	},
};

const parsed = (text: string): readonly SidecarItem[] => JSON.parse(text) as readonly SidecarItem[];

function updated(
	text: string,
	items: readonly SidecarItem[],
	options: SidecarOptions = {},
): { text: string; kept: readonly string[] } {
	const { edits, kept } = sidecarEdits(text, "x.csl.json", items, options);
	return { text: applied(text, edits), kept: kept.map(({ id, field }) => `${id} ${field}`) };
}

suite("A file of records", () => {
	test("has a field a line, in an order that stays", () => {
		assert.equal(
			writeSidecar([{ custom: { b: 1 }, DOI: "10.1000/b", title: "T", id: "x", zeta: true }, two]),
			[
				...[
					"[",
					"  {",
					'    "id": "x",',
					'    "title": "T",',
					'    "DOI": "10.1000/b",',
					'    "custom": {"b":1},',
					'    "zeta": true',
					"  },",
				],
				...[
					"  {",
					'    "id": "doi:10.1000/b",',
					'    "type": "book",',
					'    "title": "On trees",',
					'    "DOI": "10.1000/b"',
					"  }",
					"]",
					"",
				],
			].join("\n"),
		);
	});

	test("is made where there is none", () => {
		assert.equal(updated("", [one]).text, writeSidecar([one]));
		assert.equal(updated("", []).text, "");
		assert.deepEqual(parsed(updated("[]\n", [one, two]).text), [one, two]);
	});

	test("gets a new item behind the others, and no other byte changes", () => {
		const text = writeSidecar([one]);
		assert.equal(updated(text, [two]).text, writeSidecar([one, two]));
		const wide = '[\n\t{\n\t\t"id" : "a",\n\t\t"title": "A"\n\t}\n]\n';
		const result = updated(wide, [two]).text;
		assert.ok(result.startsWith(wide.slice(0, -3)));
		assert.deepEqual(parsed(result), [{ id: "a", title: "A" }, two]);
	});

	test("follows a preprint that has appeared, where nobody changed it", () => {
		const text = writeSidecar([one, two]);
		const result = updated(text, [appeared], { base: text });
		assert.deepEqual(
			parsed(result.text),
			[{ ...appeared, number: undefined }, two].map(item => JSON.parse(JSON.stringify(item)) as unknown),
		);
		assert.deepEqual(result.kept, []);
	});

	test("keeps every field that a person changed, added or took away", () => {
		const base = writeSidecar([one]);
		const rest = without(one, "publisher");
		const text = writeSidecar([
			{ ...rest, title: "On Graphs (my title)", note: "read this", custom: { arxivCategory: "cs.DM", mine: 1 } },
		]);
		const result = updated(text, [{ ...appeared, publisher: "Graph Press", note: "arXiv:2401.00001" }], { base });
		const [item] = parsed(result.text);
		assert.equal(item?.["title"], "On Graphs (my title)");
		assert.equal(item["note"], "read this");
		assert.equal(item["publisher"], undefined);
		assert.equal(item["container-title"], "J. Graphs");
		assert.deepEqual(item["custom"], { arxivCategory: "cs.DM", mine: 1 });
		assert.deepEqual(
			result.kept,
			["custom.fieldSources", "publisher", "note"].map(field => `arxiv:2401.00001 ${field}`),
		);
	});

	test("only fills what is missing where nobody knows what was written last", () => {
		const result = updated(writeSidecar([one]), [appeared]);
		const [item] = parsed(result.text);
		assert.deepEqual([item?.["type"], item?.["publisher"], item?.["DOI"]], ["article", "arXiv", "10.1000/g"]);
		assert.ok(result.kept.includes("arxiv:2401.00001 type"));
	});

	test("knows an item by its identifiers when its id is another one", () => {
		const text = writeSidecar([{ ...two, id: "trees" }]);
		assert.deepEqual(parsed(updated(text, [{ ...two, publisher: "P" }]).text), [
			{ id: "trees", type: "book", title: "On trees", publisher: "P", DOI: "10.1000/b" },
		]);
	});

	test("that is damaged, or no list, is left as it is", () => {
		for (const text of ["{", "[{]", '[{"id": "a"', '{"id": "a", "title": "T"}', "hello", '"x"', "[1, 2"]) {
			const { edits } = sidecarEdits(text, "x.csl.json", [one]);
			assert.deepEqual(edits, [], text);
		}
	});

	test("of the sample shelf stays as it is when nothing is new, and gets a field in its own style", () => {
		const text = new TextDecoder().decode(recordsBytes);
		const [first] = parsed(text);
		assert.deepEqual(sidecarEdits(text, "x.csl.json", parsed(text), { base: text }).edits, []);
		const { edits } = sidecarEdits(text, "x.csl.json", [{ ...first, volume: "15" }], { base: text });
		assert.equal(edits.length, 1);
		assert.match(edits[0]?.text ?? "", /^,\n {2}"volume": "15"$/);
	});
});

suite("Two people's files of records", () => {
	const base = writeSidecar([one, two]);

	test("become one with the changes of both", () => {
		const ours = writeSidecar([{ ...one, title: "On our graphs" }, two]);
		const theirs = writeSidecar([one, { ...two, publisher: "Tree Press" }, { id: "c", title: "Theirs" }]);
		const result = mergeSidecars(base, ours, theirs);
		assert.deepEqual(
			parsed(result.text),
			parsed(
				writeSidecar([
					{ ...one, title: "On our graphs" },
					{ ...two, publisher: "Tree Press" },
					{ id: "c", title: "Theirs" },
				]),
			),
		);
		assert.deepEqual(result.kept, []);
	});

	test("keep ours where both changed a field, and name it", () => {
		const result = mergeSidecars(
			base,
			writeSidecar([{ ...one, title: "Ours" }, two]),
			writeSidecar([{ ...one, title: "Theirs" }, two]),
		);
		assert.equal(parsed(result.text)[0]?.["title"], "Ours");
		assert.deepEqual(result.kept, [{ id: "arxiv:2401.00001", field: "title" }]);
	});

	test("lose an item or a field that one took away and the other left alone", () => {
		const rest = without(one, "publisher");
		const result = mergeSidecars(base, base, writeSidecar([rest]));
		assert.deepEqual(parsed(result.text), parsed(writeSidecar([rest])));
		assert.deepEqual(parsed(mergeSidecars(base, writeSidecar([two]), base).text), [two]);
		assert.deepEqual(parsed(mergeSidecars(base, base, "[]").text), []);
	});

	test("stay as ours when theirs cannot be read", () => {
		assert.equal(mergeSidecars(base, base, '[{"id": "x", ').text, base);
	});
});

suite("Any merge of records", () => {
	const value = fc.oneof(
		fc.constantFrom("a", "b", "c"),
		fc.array(fc.record({ family: fc.constantFrom("A", "B") }), { maxLength: 2 }),
		fc.boolean(),
		fc.constant(null),
	);
	const names = ["type", "title", "publisher", "volume", "note", "DOI", "zeta"];
	const fields = fc.dictionary(fc.constantFrom(...names, "__proto__"), value, { maxKeys: 6 });
	const files = fc.dictionary(fc.constantFrom("x", "y", "z"), fields, { maxKeys: 3 }).map(items =>
		// The DOI tells items apart, so that each is found by its id alone.
		Object.entries(items).map(([id, rest]): SidecarItem => ({
			...rest,
			id,
			title: `${id} and its title`,
			DOI: `10.1000/${id}`,
		})),
	);
	const flags = { numRuns: 150, seed: 17 };

	test("gives a file that is read again, and the same when it is done twice", () => {
		fc.assert(
			fc.property(
				files,
				files,
				fc.option(files, { nil: undefined }),
				fc.boolean(),
				(current, fresh, before, isWhole) => {
					const base = before && writeSidecar(before);
					const once = updated(writeSidecar(current), fresh, { base, isWhole }).text;
					assert.ok(Array.isArray(parsed(once)));
					assert.equal(updated(once, fresh, { base, isWhole }).text, once);
				},
			),
			flags,
		);
	});

	test("never loses or changes a field that differs from what was written last", () => {
		fc.assert(
			fc.property(files, files, files, fc.boolean(), (base, current, fresh, isWhole) => {
				const result = parsed(
					updated(writeSidecar(current), fresh, { base: writeSidecar(base), isWhole }).text,
				);
				for (const item of current) {
					const was = base.find(({ id }) => id === item["id"]) ?? {};
					for (const [field, mine] of Object.entries(item)) {
						if (JSON.stringify(was[field]) === JSON.stringify(mine)) continue;
						const found = result.find(({ id }) => id === item["id"])?.[field];
						assert.equal(JSON.stringify(found), JSON.stringify(mine), field);
					}
				}
			}),
			flags,
		);
	});

	test("of any two texts gives ours or a list", () => {
		const texts = fc.oneof(fc.string(), fc.json({ maxDepth: 3 }), files.map(writeSidecar));
		fc.assert(
			fc.property(fc.option(texts, { nil: undefined }), texts, texts, (base, ours, theirs) => {
				const { text } = mergeSidecars(base, ours, theirs);
				if (text !== ours) assert.ok(Array.isArray(parsed(text)) || typeof parsed(text) === "object");
			}),
			{ numRuns: 500, seed: 23 },
		);
	});
});
