// Every sample of a digest or of a catalogue's answer has its row in one of the tables, and a count that differs from
// the one in `ORIGIN.md` says why.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { allRows, samplesFolder } from "./samples";

/** The files below a folder of the samples, by their paths. */
function filesIn(folder: string): readonly string[] {
	const names = readdirSync(join(samplesFolder, folder), { recursive: true }).map(String);
	const paths = names.map(name => `${folder}/${name.replaceAll("\\", "/")}`);
	return paths.filter(path => statSync(join(samplesFolder, path)).isFile()).sort();
}

/** The number that `ORIGIN.md` begins its count of a file with, as in `12 <record>`. */
function countsOfOrigin(): ReadonlyMap<string, number> {
	const text = readFileSync(join(samplesFolder, "ORIGIN.md"), "utf8");
	const lines = text.matchAll(/^- `(?<file>(?:digests|api)\/[^`]+)`.*? - \d+ B - (?<count>\d+) /gm);
	return new Map(Array.from(lines, ({ groups }) => [groups?.["file"] ?? "", Number(groups?.["count"])]));
}

suite("Every sample", () => {
	const isThere = existsSync(samplesFolder);
	if (!isThere) console.warn("    SKIPPED: the samples are not beside the checkout (every sample)");
	// Asked within a test, when the files of all families are loaded.
	const rowOf = (file: string) => allRows.find(row => row.file === file);

	test("has a row", function () {
		if (!isThere) return this.skip();
		const files = [...filesIn("digests"), ...filesIn("api")];
		assert.ok(files.length > 60);
		assert.deepEqual(
			files.filter(file => !rowOf(file)),
			[],
		);
	});

	test("has the count of ORIGIN.md, or says why not", function () {
		if (!isThere) return this.skip();
		const unexplained: string[] = [];
		for (const [file, count] of countsOfOrigin()) {
			const row = rowOf(file);
			if (!row || row.papers === count) continue;
			const isExplained = row.origin?.count === count && row.origin.because.length > 20;
			if (!isExplained) unexplained.push(`${file}: ${String(row.papers)} papers, ${String(count)} in ORIGIN.md`);
		}
		assert.deepEqual(unexplained, []);
	});
});
