// Input that was made to hurt: memory and time stay bounded, and what the file is is said.

import assert from "node:assert/strict";
import { readDigest } from "../../../src/core/digests/read";
import { bytes } from "./sample";

const codes = (content: Uint8Array | string, name = "x"): string[] =>
	readDigest(typeof content === "string" ? bytes(content) : content, name).problems.map(({ code }) => code);
const many = 200_000;

/** A record that can be read, so that it shows whether the rest was. */
const record = {
	json: '{"title": "A readable paper on bones", "abstract": "Its abstract."}',
	yaml: "references:\n- id: a\n  type: book\n  title: A readable paper on bones\n",
	xml: "<record><title>A readable paper on bones</title><abstract>Its abstract.</abstract></record>",
};

const entities = Array.from(
	{ length: 20 },
	(_, i) => `<!ENTITY e${String(i + 1)} "${`&e${String(i)};`.repeat(10)}">`,
).join("\n");

const hostile: Readonly<Record<string, () => string>> = {
	"JSON lists in lists": () => "[".repeat(many),
	"JSON objects in objects": () => '{"a":'.repeat(many),
	"JSON objects in a list of papers": () => `[${record.json}, {"title": "B", "x": ${"[".repeat(many)}`,
	"XML elements in elements": () => `<?xml version="1.0"?>\n${"<a>".repeat(many)}`,
	"XML elements in a record": () =>
		`<?xml version="1.0"?><records>${record.xml}<record><title>${"<i>".repeat(many)}deep`,
	"HTML elements in elements": () => `<!DOCTYPE html><html><body>${"<div>".repeat(many)}text`,
	"HTML that only opens": () => `<!DOCTYPE html><html>${"<a href=".repeat(many)}`,
	"entities that grow": () =>
		`<?xml version="1.0"?>\n<!DOCTYPE feed [<!ENTITY e0 "lol">\n${entities}]>\n<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>&e20;</title></entry></feed>`,
	"an entity that reads a file": () =>
		'<?xml version="1.0"?>\n<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A title &x;</title></entry></feed>',
	"a mail with thousands of parts": () =>
		`From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n".repeat(5000)}--b--`,
	"mails in mails": () =>
		"From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: x\r\nContent-Type: message/rfc822\r\n\r\n".repeat(2000),
	"parts in parts": () =>
		Array.from(
			{ length: 2000 },
			(_, i) =>
				`From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b${String(i)}\r\n\r\n--b${String(i)}\r\n`,
		).join(""),
	"YAML aliases that grow": () =>
		`references:\n- &a0 {title: lol}\n${Array.from({ length: 25 }, (_, i) => `- &a${String(i + 1)} [${`*a${String(i)},`.repeat(9)}*a${String(i)}]`).join("\n")}`,
	"YAML lists in lists": () => `${record.yaml}- title: ${"[".repeat(many)}`,
	"braces in BibTeX": () => `@article{a, title = ${"{".repeat(many)}`,
	"LaTeX in LaTeX": () => `@article{a, title = {${"\\emph{".repeat(20_000)}`,
	"quotation marks in CSV": () => `title,abstract\n${'"'.repeat(many)}`,
	"columns in CSV": () => `title,abstract\n${",".repeat(many)}\n`.repeat(3),
	"cells in a Markdown table": () => `| Title | Abstract |\n|---|---|\n${"|".repeat(many)}`,
	"tags of RIS": () => "TY  - JOUR\n".repeat(many / 4),
	"one endless line": () => "word ".repeat(4_000_000),
	"one endless word": () => "w".repeat(20_000_000),
	"one endless line of a mail": () => `From: a@example.org\r\nSubject: ${"x ".repeat(2_000_000)}`,
	"emphasis in Markdown": () => `- **${"*_".repeat(many)}\n`.repeat(2),
	"links in Markdown": () => `- [${"[".repeat(many)}\n- [a](${"(".repeat(many)}`,
	dollars: () => `A title with ${"$x".repeat(many)}\nAn abstract ${"$".repeat(many)}.`,
	"lines without end": () => "\n".repeat(5_000_000),
	"percent signs of EndNote": () => "%0 Journal Article\n%T\n".repeat(many / 4),
	"blanks before a title": () => `${" ".repeat(10_000_000)}A title\n${"\t".repeat(10_000_000)}`,
};

suite("Input that was made to hurt", () => {
	for (const [name, make] of Object.entries(hostile)) {
		test(`${name}: read to an end, with a problem`, function () {
			this.timeout(20_000);
			assert.notDeepEqual(codes(make()), []);
		});
	}

	test("a record before the damage is read all the same", () => {
		for (const name of ["JSON objects in a list of papers", "XML elements in a record", "YAML lists in lists"]) {
			const { papers } = readDigest(bytes(hostile[name]?.() ?? ""), "x");
			assert.equal(papers[0]?.title, "A readable paper on bones", name);
		}
	});

	test("no entity of a document type is resolved", () => {
		const { papers } = readDigest(bytes(hostile["an entity that reads a file"]?.() ?? ""), "x");
		assert.doesNotMatch(JSON.stringify(papers), /root:/);
	});

	test("of a file too big to read the beginning is read, and the rest named", function () {
		this.timeout(60_000);
		// A gigabyte of zeros costs no memory until it is touched.
		const huge = new Uint8Array(2 ** 30);
		huge.set(bytes(`A title of a paper\nIts abstract says one thing. And it says another one, too.\n`));
		assert.ok(codes(huge).includes("too-big"));
	});

	const noLists: Readonly<Record<string, readonly [string, RegExp]>> = {
		"a package.json": ['{"name": "x", "version": "1.0.0", "dependencies": {"y": "^1.0.0"}}', /list of papers/],
		"a list of numbers": ["[1, 2, 3]", /list|paper/i],
		"a page without papers": ["<!DOCTYPE html><html><body><p>Hello world.</p></body></html>", /paper/i],
		"an answer without records": ['<?xml version="1.0"?><eSearchResult><Count>0</Count></eSearchResult>', /paper/i],
		"a table of numbers": ["a,b,c\n1,2,3\n4,5,6\n7,8,9\n", /paper/i],
	};
	for (const [name, [text, expected]] of Object.entries(noLists)) {
		test(`${name} is no digest, and one sentence says so`, () => {
			const { papers, problems } = readDigest(bytes(text), "x");
			assert.deepEqual(papers, []);
			const grave = problems.filter(({ severity }) => severity !== "information");
			assert.equal(grave.length, 1, grave.map(({ message }) => message).join("\n"));
			assert.match(grave[0]?.message ?? "", expected);
		});
	}
});
