// The bibliographies of the samples, which lie beside the repository; none when they are not there.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { decodeBytes } from "../../../src/core/text/decodeBytes";
import { samplesFolder } from "../digests/samples";

export interface SampleFile {
	readonly path: string;
	readonly name: string;
	/** In bytes. */
	readonly size: number;
}

/** The samples with names of this pattern. */
export function filesIn(pattern: RegExp): readonly SampleFile[] {
	if (!existsSync(samplesFolder)) return [];
	return readdirSync(samplesFolder, { withFileTypes: true, recursive: true })
		.filter(entry => entry.isFile() && pattern.test(entry.name))
		.map(entry => join(entry.parentPath, entry.name))
		.sort()
		.map(path => ({ path, name: relative(samplesFolder, path), size: statSync(path).size }));
}

/** The text of a sample. */
export function read(path: string): string {
	const decoded = decodeBytes(readFileSync(path));
	assert.ok("text" in decoded);
	return decoded.text;
}
