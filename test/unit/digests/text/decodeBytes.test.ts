// Bytes that are not quite text: broken, cut, in other encodings. One loss is one problem, and the rest is right.

import assert from "node:assert/strict";
import { readDigest } from "../../../../src/core/digests/read";
import { decodeBytes } from "../../../../src/core/text/decodeBytes";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const of = (...bytes: readonly number[]): Uint8Array => new Uint8Array(bytes);
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap(part => [...part]));
const latin1 = (text: string): Uint8Array => of(...Array.from(text, char => char.charCodeAt(0)));
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string): Uint8Array => utf16le(text).map((_, i, all) => all[i ^ 1] ?? 0);

function decoded(content: Uint8Array): { text: string; encoding: string; codes: string[]; places: number[] } {
	const found = decodeBytes(content);
	assert.ok("text" in found, JSON.stringify(found));
	const { text, encoding, damages } = found;
	return { text, encoding, codes: damages.map(({ code }) => code), places: damages.map(({ at }) => at) };
}

suite("Bytes that are nearly UTF-8", () => {
	test("keep their encoding when one of them is broken, and the place is told", () => {
		const content = join(utf8("Müller und Čapek\nüber "), of(0xff), utf8(" Knochen – 医療"));
		const { text, encoding, codes, places } = decoded(content);
		assert.equal(text, "Müller und Čapek\nüber \ufffd Knochen – 医療");
		assert.deepEqual([encoding, codes, places], ["utf-8", ["byte-not-utf8"], [22]]);
	});

	test("lose one character where a byte of it was changed, not the next ones", () => {
		const content = utf8("Größe der Öfen");
		content[3] = 0x41;
		assert.equal(decoded(content).text, "Gr\ufffdA\ufffde der Öfen".replace("\ufffde", "ße"));
	});

	test("may end within a character", () => {
		for (const text of ["Emile Zol 医", "nothing else 😀"]) {
			const found = decoded(utf8(text).subarray(0, -1));
			assert.deepEqual([found.encoding, found.codes], ["utf-8", ["byte-not-utf8"]]);
			assert.ok(found.text.endsWith("\ufffd"));
		}
	});

	test("keep a byte order mark out of the text, but not one in the middle", () => {
		assert.equal(
			decoded(join(of(0xef, 0xbb, 0xbf), utf8("é\ufeffé"), of(0xff), utf8("\ufeffé"))).text,
			"é\ufeffé\ufffd\ufeffé",
		);
	});

	test("are placed at their line in the report of a digest", () => {
		const content = join(utf8("Étude des os\r\nÀ la fin, nous montrons que c’est ainsi"), of(0x80), utf8(".\r\n"));
		const { problems } = readDigest(content, "x.txt");
		assert.deepEqual(problems.map(({ code, line, args }) => [code, line, args[1]]).slice(0, 1), [
			["byte-not-utf8", 2, "80"],
		]);
	});
});

suite("UTF-16", () => {
	const text = "A Study of Things\nWe look at a thing, and find “it”.\n";

	for (const [name, make] of [
		["little-endian", utf16le],
		["big-endian", utf16be],
	] as const) {
		test(`${name} is told with and without its mark`, () => {
			assert.equal(decoded(make(text)).text, text);
			assert.equal(decoded(make(`\ufeff${text}`)).text, text);
		});

		test(`${name} that was cut within a character loses that one`, () => {
			const { text: cut, codes } = decoded(make(text).subarray(0, 41));
			assert.deepEqual([cut, codes], [text.slice(0, 20), ["file-cut"]]);
			assert.equal(decoded(make(text.repeat(100)).subarray(0, 9001)).text, text.repeat(100).slice(0, 4500));
		});

		test(`${name} in another script is told by its few blanks and line ends`, () => {
			const chinese = "医疗影像的研究 2024\n本研究调查医疗影像，并报告其结果。\n".repeat(4);
			assert.equal(decoded(make(chinese)).text, chinese);
		});
	}
});

suite("Zero bytes", () => {
	test("here and there are blanks, told once", () => {
		const { text, codes, places } = decoded(utf8("A Study\0of Things\0\nWe look"));
		assert.deepEqual([text, codes, places], ["A Study of Things \nWe look", ["stray-nul"], [7]]);
	});

	test("at the end, as a crash leaves them, make no file binary", () => {
		assert.equal(decoded(join(utf8("A Study of Things"), new Uint8Array(4096))).text.trim(), "A Study of Things");
	});

	test("alone are no text", () => {
		assert.deepEqual(decodeBytes(new Uint8Array(64)), { notText: "binary data (all bytes are 0)" });
	});
});

suite("A file that names its encoding", () => {
	test("is read in it: XML, HTML, a .bib file of JabRef", () => {
		const cases: readonly (readonly [Uint8Array, string])[] = [
			[latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9t\xe9</a>'), "été"],
			[join(utf8('<html><head><meta charset="gbk"></head>'), of(0xd2, 0xbd, 0xc1, 0xc6, 0x81, 0x40)), "医疗丂"],
			[
				join(
					utf8('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'),
					of(0x88, 0xe3, 0x97, 0xc3),
				),
				"医療",
			],
			[join(utf8('<?xml version="1.0" encoding="ISO-8859-2"?><a>'), of(0xe8)), "č"],
			[join(utf8("% Encoding: ISO8859_1\n@book{a, title={"), of(0xe9)), "é"],
			[join(utf8("<?xml version='1.0' encoding='windows-1251'?>"), of(0xcc, 0xe8, 0xf0)), "Мир"],
		];
		for (const [content, wanted] of cases) {
			const { text, codes } = decoded(content);
			assert.ok(text.includes(wanted), text);
			assert.deepEqual(codes, []);
		}
	});

	test("but is UTF-8 in truth is read as that", () => {
		assert.ok(decoded(utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a>été</a>')).text.includes("été"));
	});

	test("that nobody knows is read as if it named none", () => {
		assert.deepEqual(decoded(latin1('<?xml version="1.0" encoding="x-no-such"?><a>\xe9t\xe9</a>')).codes, [
			"read-as-latin1",
		]);
	});
});

suite("A file in an encoding that it does not name", () => {
	test("of East Asia is told by its pairs of bytes, with a word in the report", () => {
		// 医疗影像的研究 in GBK, 医療画像のけんきゅう in EUC-JP and in Shift_JIS.
		const gbk = of(0xd2, 0xbd, 0xc1, 0xc6, 0xd3, 0xb0, 0xcf, 0xf1, 0xb5, 0xc4, 0xd1, 0xd0, 0xbe, 0xbf);
		const eucJp = of(
			0xb0,
			0xe5,
			0xce,
			0xc5,
			0xa4,
			0xce,
			0xa4,
			0xb1,
			0xa4,
			0xf3,
			0xa4,
			0xad,
			0xa4,
			0xe5,
			0xa4,
			0xa6,
		);
		const shiftJis = of(
			0x88,
			0xe3,
			0x97,
			0xc3,
			0x82,
			0xcc,
			0x82,
			0xaf,
			0x82,
			0xf1,
			0x82,
			0xab,
			0x82,
			0xe3,
			0x82,
			0xa4,
		);
		assert.deepEqual([decoded(gbk).text, decoded(gbk).codes], ["医疗影像的研究", ["charset-guessed"]]);
		assert.equal(decoded(eucJp).text, "医療のけんきゅう");
		assert.equal(decoded(shiftJis).text, "医療のけんきゅう");
	});

	test("of Western Europe is Windows-1252", () => {
		assert.equal(
			decoded(latin1("Gro\xdfe \xd6fen f\xfcr \x93Pl\xe4tzchen\x94")).text,
			"Große Öfen für “Plätzchen”",
		);
	});
});

suite("Files that are no text", () => {
	for (const [start, name] of [
		["\n%PDF-1.4\n", /PDF/],
		["7z\xbc\xaf\x27\x1c", /7-Zip/],
		["\x7fELF\x02\x01\x01", /program/],
		["%!PS-Adobe-3.0\n", /PostScript/],
	] as const) {
		test(`are named by their first bytes: ${JSON.stringify(start)}`, () => {
			const found = decodeBytes(latin1(start));
			assert.match("notText" in found ? found.notText : "", name);
		});
	}
});
