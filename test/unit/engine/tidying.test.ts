// What the engine says of entries and whole bibliographies, and the edits that put them right.
import { deepEqual, equal, ok } from "node:assert/strict";
import { applied } from "../../../src/core/textEdits";
import type { BibliographyReport } from "../../../src/core/bibliography/report";
import type { EntryUpdate } from "../../../src/engine/entryRequests";
import type { Requests } from "../../../src/engine/protocol";
import { Shelf } from "../../../src/engine/shelf";
import { sample } from "./support";

const published = [
	"@article{x, title={Hidden Stratification in Brains}, author={Oak, Ann}, year={2024}, journal={Nature Medicine},",
	"  volume={3}, pages={1--9}, doi={10.1038/s41591-024-0001-1}, eprint={2301.00001}, archiveprefix={arXiv}}",
].join("\n");

const preprint = [
	"@misc{mine,",
	"  title = {{Hidden} stratification in brains},",
	"  author = {Oak, A.},",
	"  year = {2023},",
	"  eprint = {2301.00001},",
	"  archivePrefix = {arXiv},",
	"  note = {Read twice},",
	"}",
	"",
].join("\n");

function shelfWith(...texts: readonly string[]): Shelf {
	const shelf = new Shelf();
	shelf.serve("read", sample);
	const digest = { name: "x.bib", content: new TextEncoder().encode(published) };
	shelf.serve("read", { source: "x", digest });
	for (const [i, text] of texts.entries()) {
		shelf.serve("putBibliography", { uri: `${i}`, stamp: "1", fileName: `${i}.bib`, text });
	}
	return shelf;
}

const refs = (count: number) => Array.from({ length: count }, (_, i) => ({ uri: `${i}`, stamp: "1" }));

function answer<T extends object>(given: T | { readonly missing: readonly string[] }): T {
	ok(!("missing" in given), "a text is missing");
	return given;
}

function reportOn(
	texts: readonly string[],
	cited: Requests["bibliographyReport"]["params"]["cited"],
): BibliographyReport {
	const question = { bibliographies: refs(texts.length), cited, pattern: "auth.lower + year" };
	return answer(shelfWith(...texts).serve("bibliographyReport", question));
}

const citing = (...keys: string[]) => ({ keys, all: false, own: [], isComplete: true });
const keysOf = (places: readonly { readonly key: string }[]) => places.map(({ key }) => key);

suite("an entry that the shelf knows newer", () => {
	const ask = (text: string, question: Partial<Requests["updatedEntry"]["params"]>): EntryUpdate =>
		answer(
			shelfWith(text).serve("updatedEntry", {
				...{ bibliographies: refs(1), at: { key: "mine" }, keep: [] },
				...question,
			}),
		);

	test("tells what publication changed, and leaves what a person wrote", () => {
		const update = ask(preprint, {});
		ok(update.outcome === "found");
		equal(update.key, "mine");
		const due = update.changes.filter(({ isDue }) => isDue).map(({ field }) => field);
		for (const field of ["@", "journal", "year", "volume", "pages", "doi"]) ok(due.includes(field), field);
		ok(!update.changes.some(({ field }) => field === "title" || field === "note"), JSON.stringify(update.changes));
	});

	test("is found by a further name of it", () => {
		const named = preprint.replace("{mine,", "{mine, ids={older},");
		const update = ask(named, { at: { key: "older" } });
		ok(update.outcome === "found" && update.key === "mine", JSON.stringify(update));
	});

	test("keeps the fields that are to stay", () => {
		const update = ask(preprint, { keep: ["@", "year", "Volume", "pages", "doi", "url", "month", "publisher"] });
		ok(update.outcome === "found");
		const fields = update.changes.map(({ field }) => field);
		deepEqual(fields, ["journal"]);
		const text = applied(preprint, update.edits);
		ok(text.startsWith("@misc{mine,"), text);
		ok(/journal\s+= \{Nature Medicine\}/.test(text), text);
		ok(text.includes("year = {2023}") && text.includes("note = {Read twice}"), text);
	});

	test("is found by an offset in it", () => {
		const update = ask(`% head\n\n${preprint}`, { at: { offset: 40 } });
		ok(update.outcome === "found" && update.key === "mine");
		deepEqual(ask(`% head\n\n${preprint}`, { at: { offset: 3 } }), { outcome: "noEntry" });
	});

	test("may be a work that is not on the shelf, or none at all", () => {
		deepEqual(ask("@misc{mine, title={Unknown}}", {}), { outcome: "notOnShelf", key: "mine", uri: "0" });
		deepEqual(ask("@misc{other, title={Unknown}}", {}), { outcome: "noEntry" });
	});

	test("changes nothing once it is up to date", () => {
		const first = ask(preprint, {});
		ok(first.outcome === "found");
		const again = ask(applied(preprint, first.edits), {});
		ok(again.outcome === "found");
		deepEqual([again.changes, again.edits], [[], []]);
	});
});

suite("the report on a bibliography", () => {
	test("names cited keys that no file has, with the papers that would get them", () => {
		const { absent } = reportOn(
			["@misc{a, title={A}}", "@misc{b, title={B}}"],
			citing("a", "b", "oak2024", "nobody1999"),
		);
		deepEqual(
			absent.map(({ key, offers }) => [key, offers.map(({ title }) => title)]),
			[
				["oak2024", ["Hidden Stratification in Brains"]],
				["nobody1999", []],
			],
		);
	});

	test("a key in other capitals, and the key of the same work, are what was meant", () => {
		const { absent } = reportOn(
			[`@misc{Alpha, title={A}}\n${preprint}`],
			citing("alpha", "oak2024", "arxiv:2301.00001"),
		);
		deepEqual(
			absent.map(({ key, meant }) => [key, meant]),
			[
				["alpha", "Alpha"],
				["oak2024", "mine"],
				["arxiv:2301.00001", "mine"],
			],
		);
	});

	test("lists what nothing cites, but for parents, members of sets and entries with further names", () => {
		const text = [
			"@string{x = {y}}",
			"@inproceedings{child, title={C}, crossref={parent}}",
			"@proceedings{parent, title={P}}",
			"@misc{named, title={N}, ids={other, another}}",
			"@misc{Idle, title={I}}",
		].join("\n");
		const { unused, absent } = reportOn([text], citing("child", "another"));
		deepEqual([keysOf(unused), absent], [["Idle"], []]);
		deepEqual(reportOn([text], { ...citing(), all: true }).unused, []);
		deepEqual(reportOn([text], undefined).unused, []);
	});

	test("finds twins, also in two files, and keeps the one that is cited", () => {
		const twin =
			"@article{second, title={Hidden Stratification in Brains}, author={Oak, Ann}, doi={10.1038/s41591-024-0001-1}, eprint={2301.00001}}";
		const [pair] = reportOn([preprint, twin], citing("second")).twins;
		deepEqual([pair?.kept.key, pair?.kept.uri, pair?.other.key, pair?.isIdle], ["second", "1", "mine", true]);
		const [both] = reportOn([preprint, twin], citing("second", "mine")).twins;
		deepEqual([both?.kept.key, both?.other.key, both?.isIdle], ["mine", "second", false]);
		const [repeated] = reportOn([preprint + preprint], citing("mine")).twins;
		deepEqual([repeated?.kept.nth, repeated?.other.nth, repeated?.isIdle], [0, 1, true]);
		deepEqual(reportOn([preprint, twin], undefined).twins[0]?.isIdle, false);
	});

	test("calls nothing unused while not all citations are known, and still names what is missing", () => {
		const twin =
			"@article{second, title={Hidden Stratification in Brains}, author={Oak, Ann}, eprint={2301.00001}}";
		const known = { ...citing("second", "nobody1999"), isComplete: false };
		const { absent, unused, twins } = reportOn([`${preprint}@misc{idle, title={I}}\n`, twin], known);
		deepEqual([keysOf(absent), keysOf(unused)], [["nobody1999"], []]);
		deepEqual(
			twins.map(({ kept, other, isIdle }) => [kept.key, other.key, isIdle]),
			[["second", "mine", false]],
		);
		// Of entries with one key the second can go, whatever is cited.
		deepEqual(reportOn([preprint + preprint], known).twins[0]?.isIdle, true);
	});

	test("names preprints that the shelf knows published", () => {
		const { published: found } = reportOn([preprint], citing("mine"));
		deepEqual(
			found.map(({ key, venue }) => [key, venue]),
			[["mine", "Nature Medicine 2024"]],
		);
		// Its published version has an entry already: the two are twins.
		const both = reportOn([preprint + published], citing("mine", "x"));
		deepEqual([both.published.length, both.twins.length], [0, 1]);
	});

	test("a file with an error is named, and none of its entries", () => {
		const { broken, unused } = reportOn(["@misc{a, title={never closed,\n", "@misc{b, title={B}}"], citing());
		deepEqual([broken.map(({ uri }) => uri), keysOf(unused)], [["0"], ["b"]]);
	});

	test("asks for texts that it lacks", () => {
		const question = { bibliographies: refs(1), cited: undefined, pattern: "auth" };
		deepEqual(new Shelf().serve("bibliographyReport", question), { missing: ["0"] });
	});
});

suite("tidying a bibliography", () => {
	test("takes out, brings up to date and adds in one set of edits that touches nothing else", () => {
		const text = `% mine\n@misc{idle,\n  title = {I},\n}\n\n${preprint}\n@misc{last,\n  title = {L},\n}\n`;
		const shelf = shelfWith(text);
		const [work] = shelf.serve("works", { start: 0, count: 1, since: -1 }).works;
		ok(work !== undefined && typeof work !== "string");
		const { edits } = answer(
			shelf.serve("tidied", {
				bibliography: { uri: "0", stamp: "1" },
				remove: [
					{ key: "idle", nth: 0 },
					{ key: "last", nth: 0 },
				],
				update: ["mine"],
				add: [{ id: work.paper.id, key: "my:key" }],
			}),
		);
		const after = applied(text, edits);
		ok(after.startsWith("% mine\n@article{mine,\n"), after);
		ok(!after.includes("idle") && !after.includes("last"), after);
		ok(after.includes("{my:key,"), after);
		ok(after.includes("  note = {Read twice},\n"), after);
	});
});
