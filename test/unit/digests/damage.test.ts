// Digests that were damaged on their way, in every format: cut, a byte flipped, other line ends, UTF-16, zeros. Seeded:
// the same damage every time. Never an exception, never a hang, and what is readable is read.

import assert from "node:assert/strict";
import { readdirSync, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { allExports } from "../../exports/exports";
import { seededRandom } from "../../../src/core/random";
import { readDigest, type DigestReading } from "../../../src/core/digests/read";
import type { Paper } from "../../../src/core/paper";
import { decodeBytes } from "../../../src/core/text/decodeBytes";
import { samplePapers } from "../../samplePapers";
import { bytes } from "./sample";

interface Digest {
	readonly name: string;
	readonly content: Uint8Array;
}

const someWords = /^(?:doi:10\.|arxiv:|pmid:\d|title:[0-9a-f]{16}$)/;

/** Reads, and checks what holds for every reading. */
function read({ name, content }: Digest): DigestReading {
	const reading = readDigest(content, name);
	const decoded = decodeBytes(content);
	const text = "text" in decoded ? decoded.text : "";
	for (const { message, range, line } of reading.problems) {
		assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, `range of ${message}`);
		assert.ok(line >= 1 && message.length < 2000, message);
	}
	for (const paper of reading.papers) assertSound(paper);
	const ids = reading.papers.map(({ id }) => id);
	assert.equal(new Set(ids).size, ids.length, "each paper is there once");
	return reading;
}

function assertSound({ id, title, abstract, authors, links, issued }: Paper): void {
	assert.match(id, someWords);
	assert.notEqual(title.trim(), "");
	assert.doesNotMatch(title, /[\n\r\0]/, `the title ${title}`);
	assert.doesNotMatch(abstract, /[\r\0]/);
	for (const { url } of links) assert.match(url, /^https?:\/\//);
	for (const name of authors) assert.notEqual("literal" in name ? name.literal : name.family, "");
	if (issued) assert.ok(Number.isInteger(issued.year));
}

function cut({ name, content }: Digest, at: number): Digest {
	return { name, content: content.subarray(0, at) };
}

function flipped({ name, content }: Digest, at: number, bit: number): Digest {
	const copy = content.slice();
	copy[at] = (copy[at] ?? 0) ^ (1 << bit);
	return { name, content: copy };
}

function withZeros({ name, content }: Digest, at: number): Digest {
	const copy = new Uint8Array(content.length + 3);
	copy.set(content.subarray(0, at));
	copy.set(content.subarray(at), at + 3);
	return { name, content: copy };
}

function withLineEnds({ name, content }: Digest, end: string): Digest {
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
	return { name, content: bytes(text.replace(/\r\n|\r|\n/g, end)) };
}

function inUtf16({ name, content }: Digest, isLittle: boolean): Digest {
	const text = `\ufeff${new TextDecoder().decode(content)}`;
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
	return { name, content: new Uint8Array(view.buffer) };
}

const shown = ({ papers }: DigestReading): unknown => papers.map(({ title, abstract }) => [title, abstract]);

const papers = samplePapers().slice(0, 8);
const made: readonly Digest[] = allExports.map(({ fileName, write }) => ({
	name: fileName,
	content: bytes(write(papers)),
}));

/** Mails say their encoding in each part: as a whole they are neither UTF-16 nor ended by CR alone. */
const isMail = (name: string): boolean => /\.(?:eml|mbox)$/.test(name);

suite("A damaged digest", () => {
	for (const digest of made) {
		test(`${digest.name}: cut anywhere, what stood before is read`, () => {
			const next = seededRandom(11);
			const whole = new Set(read(digest).papers.map(({ id }) => id));
			let before = 0;
			const places = Array.from({ length: 30 }, () => Math.floor(next() * digest.content.length));
			for (const at of places.sort((a, b) => a - b)) {
				const found = read(cut(digest, at)).papers.filter(({ id }) => whole.has(id)).length;
				// A cut within a paper may cost that paper, and make its id another; it costs no earlier one.
				assert.ok(found >= before - 1, `cut at ${String(at)}: ${String(found)} papers after ${String(before)}`);
				before = Math.max(before, found);
			}
			assert.ok(before >= whole.size * 0.6, `${String(before)} of ${String(whole.size)}`);
		});

		test(`${digest.name}: one flipped bit costs little`, () => {
			const next = seededRandom(12);
			const whole = read(digest).papers.length;
			let worst = whole;
			const lost: number[] = [];
			for (let i = 0; i < 40; i++) {
				const at = Math.floor(next() * digest.content.length);
				const count = read(flipped(digest, at, Math.floor(next() * 7))).papers.length;
				worst = Math.min(worst, count);
				if (count < whole - 1) lost.push(at);
			}
			// A bit in the frame around all papers (the boundary of a mail's parts, the head of a table) may cost more.
			assert.ok(lost.length <= 3, `more than one paper was lost by a bit at ${lost.join(", ")}`);
		});

		test(`${digest.name}: line ends do not matter`, () => {
			if (isMail(digest.name)) return;
			const lf = shown(read(withLineEnds(digest, "\n")));
			assert.deepEqual(shown(read(withLineEnds(digest, "\r\n"))), lf);
			assert.deepEqual(shown(read(withLineEnds(digest, "\r"))), lf);
		});

		test(`${digest.name}: the same in UTF-16`, () => {
			if (isMail(digest.name)) return;
			const expected = shown(read(digest));
			assert.deepEqual(shown(read(inUtf16(digest, true))), expected);
			assert.deepEqual(shown(read(inUtf16(digest, false))), expected);
		});

		test(`${digest.name}: zeros between the letters`, () => {
			const next = seededRandom(13);
			const whole = read(digest).papers.length;
			for (let i = 0; i < 10; i++) {
				const { papers: found } = read(withZeros(digest, Math.floor(next() * digest.content.length)));
				assert.ok(found.length >= whole - 2, `${String(found.length)} of ${String(whole)}`);
			}
		});
	}
});

suite("A damaged sample", () => {
	const samples = join(__dirname, "../../../../shared/samples");
	const folders = ["digests", "api", "bib"].map(name => join(samples, name)).filter(existsSync);
	if (folders.length === 0) console.warn("    SKIPPED: the samples are not beside the checkout (damaged samples)");
	for (const folder of folders) {
		for (const file of readdirSync(folder, { recursive: true }).map(String).sort()) {
			const path = join(folder, file);
			if (!statSync(path).isFile()) continue;
			test(file, () => {
				// Of a long file its beginning is enough: what is tried here is one damage, not its size.
				const digest = { name: file, content: readFileSync(path).subarray(0, 40_000) };
				const next = seededRandom(file.length);
				const place = () => Math.floor(next() * digest.content.length);
				for (let i = 0; i < 3; i++) {
					read(cut(digest, place()));
					read(flipped(digest, place(), Math.floor(next() * 8)));
				}
				read(withZeros(digest, place()));
				read(withLineEnds(digest, "\r"));
				read(inUtf16(digest, true));
			});
		}
	}
});
