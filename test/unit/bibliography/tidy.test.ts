// Several changes of one bibliography at once, in every format; and how entries name each other.
import { deepEqual, equal, ok } from "node:assert/strict";
import { parseBibliography, updateEntry } from "../../../src/core/bibliography/bibliography";
import { removeEntries } from "../../../src/core/bibliography/edit/edit";
import { keyLinks } from "../../../src/core/bibliography/edit/links";
import { tidyBibliography } from "../../../src/core/bibliography/edit/tidy";
import { OpenBibliography } from "../../../src/core/bibliography/openBibliography";
import type { Paper } from "../../../src/core/paper";
import { inlineKeys } from "../../../src/core/project/inlineKeys";
import { applied } from "../../../src/core/textEdits";

const paper: Paper = {
	...{ id: "doi:10.1/x", title: "Lichen clocks", abstract: "", type: "article-journal", keywords: [], links: [] },
	...{ authors: [{ family: "Oak", given: "Ann" }], issued: { year: 2024 }, doi: "10.1/x", venue: "Lichens" },
};

const files: Readonly<Record<string, string>> = {
	"a.bib": "% head\n\n@misc{a,\n  title = {A},\n}\n\n@misc{b,\n  title = {B},\n}\n\n@misc{c,\n  title = {C},\n}\n",
	"a.json":
		'[\n  {\n    "id": "a",\n    "title": "A"\n  },\n  {\n    "id": "b",\n    "title": "B"\n  },\n  {\n    "id": "c",\n    "title": "C"\n  }\n]\n',
	"a.yaml": "references:\n- id: a\n  title: A\n- id: b\n  title: B\n- id: c\n  title: C\n",
	"a.yml": "a:\n  type: misc\n  title: A\nb:\n  type: misc\n  title: B\nc:\n  type: misc\n  title: C\n",
};

const keysOf = (text: string, name: string) => parseBibliography(text, name).entries.map(({ key }) => key);

suite("tidying", () => {
	for (const [name, text] of Object.entries(files)) {
		for (const gone of [["a"], ["b"], ["c"], ["a", "b"], ["b", "c"], ["a", "c"], ["c", "b"], ["a", "b", "c"]]) {
			test(`${name} loses ${gone.join(" and ")}, and gets a new entry with its key`, () => {
				const remove = gone.map(key => ({ key, nth: 0 }));
				const edits = tidyBibliography(text, name, { remove, update: [], add: [{ key: "my-key", paper }] });
				const after = applied(text, edits);
				const kept = ["a", "b", "c"].filter(key => !gone.includes(key));
				deepEqual(keysOf(after, name).sort(), [...kept, "my-key"].sort(), after);
				deepEqual(parseBibliography(after, name).problems, []);
			});
		}
	}

	test("of entries with one key takes those that are named", () => {
		const text = "@misc{a, title={One}}\n@misc{a, title={Two}}\n@misc{a, title={Three}}\n";
		const remove = [
			{ key: "a", nth: 1 },
			{ key: "a", nth: 2 },
		];
		const after = applied(text, tidyBibliography(text, "a.bib", { remove, update: [], add: [] }));
		ok(after.includes("One") && !after.includes("Two") && !after.includes("Three"), after);
		deepEqual(removeEntries(text, "a.bib", [{ key: "a", nth: 3 }]), []);
	});

	test("gives a taken key to no second entry", () => {
		const text = files["a.bib"] ?? "";
		const after = applied(
			text,
			tidyBibliography(text, "a.bib", { remove: [], update: [], add: [{ key: "A", paper }] }),
		);
		equal(keysOf(after, "a.bib").length, 4);
		ok(!keysOf(after, "a.bib").includes("A"), after);
	});
});

suite("an update that keeps fields", () => {
	const entry = "@misc{a,\n  title = {Lichen clocks},\n  eprint = {2301.00001},\n  archivePrefix = {arXiv},\n}\n";

	test("changes the others alone, added, replaced and the type alike", () => {
		const all = updateEntry(entry, "a.bib", { key: "a", paper }, { replace: "all" }).changes.map(
			({ field }) => field,
		);
		for (const field of all) {
			const keep = all.filter(other => other !== field);
			const { changes } = updateEntry(entry, "a.bib", { key: "a", paper }, { replace: "all", keep });
			deepEqual(
				changes.map(change => change.field),
				[field],
			);
		}
		deepEqual(updateEntry(entry, "a.bib", { key: "a", paper }, { replace: "all", keep: all }), {
			edits: [],
			changes: [],
		});
	});

	test("does so in CSL-JSON", () => {
		const text = files["a.json"] ?? "";
		const named = { key: "b", paper };
		const all = updateEntry(text, "a.json", named, { replace: "all" }).changes.map(({ field }) => field);
		ok(all.length > 3, String(all));
		const { changes } = updateEntry(text, "a.json", named, { replace: "all", keep: all.slice(1) });
		deepEqual(
			changes.map(({ field }) => field),
			all.slice(0, 1),
		);
	});
});

suite("an update of an entry with a parent", () => {
	test("adds nothing that it has from there", () => {
		const child = "@inproceedings{a,\n  title = {Lichen clocks},\n  author = {Oak, Ann},\n  crossref = {p},\n}\n";
		const parent = "@proceedings{p,\n  title = {Lichens},\n  year = {2024},\n}\n";
		const record: Paper = { ...paper, type: "paper-conference", pages: "1-9" };
		const { changes } = updateEntry(child + parent, "a.bib", { key: "a", paper: record });
		const fields = changes.map(({ field }) => field);
		ok(fields.includes("pages") && fields.includes("doi"), String(fields));
		ok(!fields.includes("booktitle") && !fields.includes("year"), String(fields));
	});
});

suite("links between entries", () => {
	test("are cross-references, sets, data of others and further names", () => {
		const text = [
			"@book{a, crossref = {p}, xdata = {d1, author=d2}}",
			'@set{s, entryset = "m1, m2"}',
			"@misc{n, ids = {old, older}, note = {crossref = {no}}}",
		].join("\n");
		const { needed, aliases } = keyLinks(text, "a.bib");
		deepEqual([...needed].sort(), ["d1", "d2", "m1", "m2", "p"]);
		deepEqual(
			[...aliases],
			[
				["old", "n"],
				["older", "n"],
			],
		);
		deepEqual(keyLinks(files["a.json"] ?? "", "a.json").needed.size, 0);
	});

	test("by further names lead to the first entry that has one, and never past the entry whose key it is", () => {
		const file = new OpenBibliography(
			"@a{one, ids={x, two}}\n@b{two, IDS={x, y}}\n@c{three, ids=z # {w}}",
			"a.bib",
		);
		deepEqual(Object.fromEntries(file.aliases), { x: "one", y: "two", z: "three", w: "three" });
		file.update("@a{one, ids={v}}");
		deepEqual([...file.aliases], [["v", "one"]]);
	});

	test("are no keys for new entries", () => {
		const text = "@misc{one, title={T}, ids={Taken2020}}\n";
		for (const keys of [["taken2020"], ["free2020"]]) {
			const added = new OpenBibliography(text, "a.bib").addTo([paper], { keys });
			equal(added.keys[0] === keys[0], keys[0] === "free2020", String(added.keys));
		}
	});
});

suite("references in a document", () => {
	test("have keys in LaTeX, in filecontents and in YAML", () => {
		const text =
			"\\bibitem{a} A\n\\bibitem[B (2020)]{b} B\n@misc{c,\n  title={C}}\n- id: d\n  title: D\n- title: E\n  id: 'e'\n";
		deepEqual(inlineKeys(text), ["a", "b", "c", "d", "e"]);
	});
});
