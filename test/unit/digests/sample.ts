// The sample shelf as a person reads it: titles, abstracts and records taken from the files without the product's code.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const seeds = join(__dirname, "..", "..", "..", "seeds");

export const sampleName = "trending-clinical-deployment.txt";
export const sampleBytes = readFileSync(join(seeds, sampleName));
export const sampleText = sampleBytes.toString("utf8");
export const recordsName = "trending-clinical-deployment.csl.json";
export const recordsBytes = readFileSync(join(seeds, recordsName));

export interface RawRecord {
	readonly title: string;
	readonly author: readonly { family?: string; given?: string; literal?: string; "non-dropping-particle"?: string }[];
	readonly issued: { "date-parts": [[number, number?, number?]] };
	readonly DOI: string;
	readonly URL: string;
	readonly custom: { arxivCategory?: string; links?: string[]; alsoTitled?: string };
}

export const records = JSON.parse(recordsBytes.toString("utf8")) as readonly RawRecord[];

const lines = sampleText.trimEnd().split("\n").slice(2);

/** Title and abstract of each paper to the letter, with what LaTeX left in them decoded by hand. */
export const expected = lines.flatMap((line, i) =>
	i % 2 === 1
		? []
		: [
				{
					title: i === 0 ? line.replace("Subscribe", "") : line,
					abstract: (lines[i + 1] ?? "").replaceAll("\\%", "%").replaceAll("\\mone", "mone"),
					/** 1-based line of the title. */
					line: i + 3,
				},
			],
);

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
