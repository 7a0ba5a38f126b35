// Reads a digest that a test holds as a text.

import assert from "node:assert/strict";
import { readDigest, type DigestReading } from "../../../src/core/digests/read";
import type { Paper } from "../../../src/core/paper";

export function read(text: string, name = "digest"): DigestReading {
	return readDigest(new TextEncoder().encode(text), name);
}

/** The paper at a place of a reading; there must be one. */
export function paperOf({ papers }: DigestReading, index: number): Paper {
	const paper = papers[index];
	assert.ok(paper, `${papers.length} papers`);
	return paper;
}
