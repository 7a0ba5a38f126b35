// Real files that nobody here wrote, from public repositories. They lie beside the checkout and are no part of the
// project: where they are absent, the tests over them say so loudly and are skipped.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDigest, type DigestReading } from "../../../src/core/digests/read";

/** Where the samples lie when they are there. */
export const samplesFolder = join(__dirname, "../../../../shared/samples");

/** What is known of a sample. */
export interface SampleRow {
	/** Its path in the folder of samples. */
	readonly file: string;
	readonly format: string;
	/** How many papers are read from it. */
	readonly papers: number;
	/** The count that `ORIGIN.md` gives for it, when that differs, and why it does. */
	readonly origin?: { readonly count: number; readonly because: string };
	/** What else must hold, field by field. */
	readonly check?: (reading: DigestReading) => void;
}

/** The rows of all families of formats, known once all files of tests are loaded. */
export const allRows: SampleRow[] = [];

/** The bytes of a sample; `undefined` when the samples are not there. */
export function sampleBytes(file: string): Uint8Array | undefined {
	const path = join(samplesFolder, file);
	return existsSync(path) ? readFileSync(path) : undefined;
}

/** A test for each row. */
export function sampleTests(title: string, rows: readonly SampleRow[]): void {
	allRows.push(...rows);
	suite(title, () => {
		if (!existsSync(samplesFolder)) console.warn(`    SKIPPED: the samples are not beside the checkout (${title})`);
		for (const { file, format, papers, check } of rows) {
			test(`${file}: ${String(papers)} papers, read as ${format}`, function () {
				const content = sampleBytes(file);
				if (!content) return this.skip();
				const reading = readDigest(content, file.replace(/^.*\//, ""));
				assert.equal(reading.format, format);
				const titles = reading.papers.map(({ title }, i) => `${String(i + 1)}. ${title}`).join("\n");
				assert.equal(reading.papers.length, papers, titles.slice(0, 5000));
				check?.(reading);
			});
		}
	});
}
