// Damaged, cut and hostile XML: everything readable is read, and each loss is told.
import assert from "node:assert/strict";
import { readDigest } from "../../../../src/core/digests/read";
import { codesOf, read } from "./read";
import { assertLinear, filled } from "../../linear";

const entry = (i: number): string =>
	`<entry><id>http://arxiv.org/abs/2403.0000${i}v1</id><title>Paper number ${i}</title><summary>Its abstract.</summary><author><name>Ann Lee</name></author></entry>\n`;
const head = `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>\n`;
const whole = `${head}${entry(1)}${entry(2)}${entry(3)}</feed>`;
const titles = (text: string): readonly string[] => read(text, "arxiv-atom").papers.map(({ title }) => title);
const all = ["Paper number 1", "Paper number 2", "Paper number 3"];

suite("Bad XML", () => {
	test("a cut file gives what stands before the cut", () => {
		const inAbstract = read(whole.slice(0, whole.lastIndexOf("abstract.") + 4), "arxiv-atom");
		assert.deepEqual(
			inAbstract.papers.map(({ title }) => title),
			all,
		);
		assert.deepEqual(codesOf(inAbstract), ["file-cut"]);
		const inTitle = read(whole.slice(0, whole.lastIndexOf("number 3") + 3), "arxiv-atom");
		assert.deepEqual(
			inTitle.papers.map(({ title }) => title),
			all.slice(0, 2),
		);
		assert.deepEqual(codesOf(inTitle), ["file-cut"]);
	});

	test("a lost end of a record loses no record", () => {
		assert.deepEqual(titles(whole.replace("</entry>", "</entrx>")), all);
	});

	test("a lost beginning of a record is told", () => {
		const reading = read(
			whole.replace("<entry><id>http://arxiv.org/abs/2403.00002", "<entrx><id>http://arxiv.org/abs/2403.00002"),
			"arxiv-atom",
		);
		assert.deepEqual(
			reading.papers.map(({ title }) => title),
			["Paper number 1", "Paper number 3"],
		);
		assert.deepEqual(codesOf(reading), ["record-damaged"]);
	});

	test("entities are never expanded, and document types are skipped", () => {
		const bomb = `<!DOCTYPE feed [<!ENTITY a "lol>"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
		assert.deepEqual(titles(whole.replace("\n", bomb).replace("number 1", "number 1 &b; &c;")), [
			"Paper number 1 &b; &c;",
			...all.slice(1),
		]);
	});

	test("comments, instructions, CDATA and a browser's note are no obstacle", () => {
		const text = whole
			.replace("<feed", "<?xml-stylesheet href='x.xsl'?><!-- <entry> --><feed")
			.replace("Paper number 1", "<![CDATA[Paper number 1]]>");
		assert.deepEqual(titles(text), all);
		assert.deepEqual(
			titles(
				`This XML file does not appear to have any style information associated with it. The document tree is shown below.\n${whole.slice(whole.indexOf("<feed"))}`,
			),
			all,
		);
	});

	test("UTF-16 with its declaration, and CR line ends", () => {
		const utf16 = Buffer.from(`\ufeff${whole.replace('"1.0"', '"1.0" encoding="UTF-16"')}`, "utf16le");
		assert.equal(readDigest(utf16, "x").papers.length, 3);
		assert.deepEqual(titles(whole.replaceAll("\n", "\r")), all);
	});

	test("everything is read in linear time", () => {
		const hostile: readonly ((size: number) => string)[] = [
			size => `<feed>${filled("<a>", size)}`,
			size => `<feed>${filled("<a>", size)}${filled("</b>", size)}`,
			size => `<rss><channel>${filled("<item>", size)}`,
			size => `<?xml version="1.0"?><r>${filled("<x><title>a</title>", size)}`,
			size =>
				`<rss><channel><item><title>t</title><description>by ${filled("A. ", size)}</description></item></channel></rss>`,
			size =>
				`<rss><channel><item><title>t</title><description>${filled("a, Volume ", size)}</description></item></channel></rss>`,
			size => `<arXivRaw><title>a</title><authors>${filled("(", size)}</authors></arXivRaw>`,
			size => `<feed><entry><title><![CDATA[${filled("]", size)}`,
			size => `<feed ${filled("a=1 ", size)}`,
		];
		for (const make of hostile)
			assertLinear(size => void readDigest(new TextEncoder().encode(make(size)), "x"), 500_000, make(50));
	}).timeout(40_000);

	test("Markdown and pages that begin with a tag are no XML", () => {
		for (const text of [
			'<div align="center">\n\n# Papers\n</div>',
			"<!-- list -->\n# Papers",
			"<html><body><p>a</p></body></html>",
			"<h1>Papers</h1>",
		])
			assert.notEqual(readDigest(new TextEncoder().encode(text), "x").format, "xml");
	});
});
