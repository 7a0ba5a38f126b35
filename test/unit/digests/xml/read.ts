// Reading a digest written in a test, and what tests ask of it.
import assert from "node:assert/strict";
import { readDigest, type DigestReading } from "../../../../src/core/digests/read";
import type { Name, Paper } from "../../../../src/core/paper";

export function read(text: string, format: string): DigestReading {
	const reading = readDigest(new TextEncoder().encode(text), "digest.xml");
	assert.equal(reading.format, format);
	return reading;
}

export function one(text: string, format: string): Paper {
	const { papers } = read(text, format);
	assert.equal(papers.length, 1, JSON.stringify(papers));
	return papers[0] as Paper;
}

export function namesOf(paper: Paper): readonly string[] {
	return paper.authors.map(shown);
}

function shown(name: Name): string {
	if ("literal" in name) return `{${name.literal}}`;
	return (
		[name.particle, name.family].filter(Boolean).join(" ") +
		[name.given, name.suffix].map(part => (part ? `, ${part}` : "")).join("")
	);
}

export function codesOf({ problems }: DigestReading): readonly string[] {
	return problems.map(({ code }) => code);
}
