// The papers of the sample shelf with their records, read as the extension reads them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDigest } from "../src/core/digests/read";
import { withRecords } from "../src/core/digests/sidecar";
import type { Paper } from "../src/core/paper";

const seeds = join(__dirname, "../seeds");
const name = "trending-clinical-deployment";

/** 55 papers, in the order of the digest. */
export function samplePapers(): readonly Paper[] {
	const digest = readDigest(readFileSync(join(seeds, `${name}.txt`)), `${name}.txt`);
	const records = readFileSync(join(seeds, `${name}.csl.json`));
	return withRecords(digest.papers, records, `${name}.csl.json`).papers;
}
