// Entries of papers without a record, and of preprints that have appeared: what the engine writes, and takes back.

import { deepEqual, equal, ok } from "node:assert/strict";
import { parseBibliography } from "../../../src/core/bibliography/bibliography";
import { titleAlone } from "../../../src/core/bibliography/titleAlone";
import { writeSidecar } from "../../../src/core/metadata/sidecar";
import { applied } from "../../../src/core/textEdits";
import { Shelf } from "../../../src/engine/shelf";

const bytes = (text: string) => new TextEncoder().encode(text);
const abstract = "We measure how lichens grow on the walls of northern towns, over years and in all weathers. ".repeat(
	3,
);
const digest = { name: "a.txt", content: bytes(`Lichen clocks in northern towns\n${abstract}\n`) };
const record = {
	...{ id: "doi:10.1000/lichen", type: "article-journal", title: "Lichen clocks in northern towns" },
	author: [{ family: "Oak", given: "Ann" }],
	issued: { "date-parts": [[2024]] },
	...{ "container-title": "Journal of Lichens", DOI: "10.1000/lichen" },
};

const files = ["refs.bib", "refs.json", "refs.yaml", "hayagriva.yml"];

for (const fileName of files) {
	suite(`A paper that is cited by its title alone in ${fileName}`, () => {
		const shelf = new Shelf();
		shelf.serve("read", { source: "a", digest });
		const id = shelf.serve("works", { start: 0, count: 1, since: 0 });
		const paper = "works" in id ? id.works[0] : undefined;
		ok(typeof paper === "object");
		const put = (text: string, stamp: string) => {
			shelf.serve("putBibliography", { uri: "b", stamp, fileName, text });
			return { uri: "b", stamp };
		};
		const before = fileName === "hayagriva.yml" ? "x:\n  type: misc\n  title: Other\n" : "";
		const added = shelf.serve("addEntries", {
			...{ ids: [paper.paper.id], bibliography: put(before, "1"), others: [], pattern: "auth.lower + year" },
		});
		ok("edits" in added);
		const text = applied(before, added.edits);
		const [key = ""] = added.keys;

		test("says so in its note", () => {
			ok(text.includes(titleAlone), text);
			equal(parseBibliography(text, fileName).entries.at(-1)?.key, key);
		});

		test("says so no more when its record is there and the entry is updated", () => {
			const records = { name: "a.csl.json", content: bytes(writeSidecar([record])) };
			shelf.serve("read", { source: "a", digest, records });
			const update = shelf.serve("updatedEntry", { bibliographies: [put(text, "2")], at: { key }, keep: [] });
			ok("outcome" in update && update.outcome === "found");
			const now = applied(text, update.edits);
			ok(!now.includes(titleAlone) && now.includes("Oak") && now.includes("2024"), now);
			const note = update.changes.find(({ field }) => field === "note");
			deepEqual([note?.after, note?.isDue], [undefined, true]);
			equal(parseBibliography(now, fileName).entries.at(-1)?.paper.authors.length, 1);
		});
	});
}

suite("Preprints of a bibliography", () => {
	const text = [
		"@misc{one, title = {One thing}, author = {Oak, Ann}, year = {2023}, eprint = {2301.00001}, archivePrefix = {arXiv}}",
		"@article{two, title = {Another thing}, author = {Oak, Ann}, year = {2023}, journal = {J}, doi = {10.1000/2}}",
		"@misc{one, title = {One thing}, author = {Oak, Ann}, year = {2023}, eprint = {2301.00001}, archivePrefix = {arXiv}}",
		"@misc{three, title = {A third}, author = {Elm, Bo}, year = {2024}, doi = {10.1101/2024.01.01.123456}}",
		"",
	].join("\n");
	const shelf = new Shelf();
	shelf.serve("putBibliography", { uri: "b", stamp: "1", fileName: "b.bib", text });
	const bibliographies = [{ uri: "b", stamp: "1" }];
	const keys = (cited: readonly string[] | undefined) => {
		const found = shelf.serve("preprints", { bibliographies, cited });
		return "missing" in found ? found : found.map(({ key }) => key);
	};

	test("are those that are cited, each once", () => {
		deepEqual(keys(undefined), ["one", "three"]);
		deepEqual(keys(["one", "two"]), ["one"]);
		deepEqual(shelf.serve("preprints", { bibliographies: [{ uri: "x", stamp: "1" }], cited: [] }), {
			missing: ["x"],
		});
	});

	test("become what was published, with their keys", () => {
		const found = shelf.serve("preprints", { bibliographies, cited: ["one"] });
		const [first] = "missing" in found ? [] : found;
		ok(first);
		const paper = { ...first.paper, type: "article-journal", venue: "Nature", doi: "10.1038/x", volume: "7" };
		const answer = shelf.serve("tidied", {
			...{ bibliography: { uri: "b", stamp: "1" }, remove: [], update: [], add: [] },
			records: [{ key: "one", paper }],
		});
		ok("edits" in answer);
		const now = applied(text, answer.edits);
		ok(now.startsWith("@article{one,") && now.includes("Nature") && now.includes("10.1038/x"), now);
		equal(now.split("\n").slice(1).join("\n"), text.split("\n").slice(1).join("\n"));
	});
});
