// The structure of mails, beside a reader of mails that others keep.

import assert from "node:assert/strict";
import PostalMime from "postal-mime";
import { leavesOf, readEntity } from "../../../../src/core/digests/mail/entity";
import { unflow } from "../../../../src/core/digests/mail/flowed";
import { decodeWords, readValue } from "../../../../src/core/digests/mail/headers";
import {
	byteStringOf,
	decodeBase64,
	decodeQuotedPrintable,
	decodeText,
	decodeTransfer,
} from "../../../../src/core/digests/mail/transfer";
import { base64, encode, mail, multipart, part, quotedPrintable, text } from "./mails";

/** The texts of a mail in their order, and its subject. */
function ours(raw: string | Uint8Array): { subject: string; texts: string[]; attachments: number } {
	const bytes = byteStringOf(typeof raw === "string" ? encode(raw) : raw);
	const entity = readEntity(bytes, 0, bytes.length);
	const leaves = leavesOf(bytes, entity);
	const texts = leaves.texts.flat().map(leaf => {
		const body = decodeTransfer(
			bytes.slice(leaf.bodyStart, leaf.bodyEnd),
			leaf.headers.get("content-transfer-encoding") ?? "",
		);
		return decodeText(body, leaf.type.parameters.get("charset") ?? "").text.trim();
	});
	return { subject: decodeWords(entity.headers.get("subject") ?? ""), texts, attachments: leaves.attachments.length };
}

const utf8 = "Ångström, naïve — “quoted” ≤ 5 µm 漢字\nsecond line = equal sign   \nthird";

suite("MIME, beside postal-mime", () => {
	const mails: Record<string, string> = {
		"one text in quoted-printable": mail(text("text/plain", utf8, "quoted-printable")),
		"one page in base64": mail(text("text/html", `<p>${utf8}</p>`, "base64")),
		alternatives: mail(
			multipart("alternative", [
				text("text/plain", utf8, "base64"),
				text("text/html", `<p>${utf8}</p>`, "quoted-printable"),
			]),
		),
		"a page with its image, and an attachment": mail(
			multipart("mixed", [
				multipart("alternative", [
					text("text/plain", "plain", "quoted-printable"),
					multipart("related", [
						text("text/html", "<p>page</p>", "quoted-printable"),
						part({
							type: "image/png",
							body: base64("png"),
							headers: "Content-Transfer-Encoding: base64\r\n",
						}),
					]),
				]),
				part({
					type: "application/pdf; name=a.pdf",
					body: base64("%PDF-"),
					headers: "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n",
				}),
			]),
		),
		"words in other character sets": mail(
			text("text/plain", "x", "base64"),
			"=?utf-8?Q?caf=C3=A9_and?=\r\n =?utf-8?B?IG1vcmUg4oCm?= plain =?iso-8859-1?q?=E9t=E9?=",
		),
	};
	for (const [name, raw] of Object.entries(mails)) {
		test(name, async () => {
			const theirs = await PostalMime.parse(raw);
			const found = ours(raw);
			assert.equal(found.subject, theirs.subject);
			const [plain, html] = [theirs.text, theirs.html].map(body => body?.trim().replace(/\n/g, "\r\n"));
			const shown = found.texts.map(body => body.replace(/\r?\n/g, "\r\n"));
			if (plain !== undefined)
				assert.ok(shown.includes(plain.replace(/\r\r/g, "\r")), `${plain} in ${shown.join("|")}`);
			if (html !== undefined)
				assert.ok(shown.includes(html.replace(/\r\r/g, "\r")), `${html} in ${shown.join("|")}`);
		});
	}
});

suite("MIME", () => {
	test("quoted-printable: soft breaks, blanks at the end of a line, and what is none", () => {
		const decode = (raw: string) => byteStringOf(decodeQuotedPrintable(raw));
		assert.equal(decode("a=3Db=\r\nc  \r\nd=  \r\ne"), "a=bc\r\nde");
		assert.equal(decode("100=% and =zz and =e9="), "100=% and =zz and \u00e9");
	});

	test("base64: line ends, missing padding, and pieces that were joined", () => {
		assert.equal(byteStringOf(decodeBase64("aGVs\r\nbG8=")), "hello");
		assert.equal(byteStringOf(decodeBase64("aGVsbG8")), "hello");
		assert.equal(byteStringOf(decodeBase64("aGk=aGk=")), "hihi");
		const damaged = byteStringOf(decodeBase64("aGVs\r\nbG!v\r\nbGw="));
		assert.match(damaged, /^hell[^]{2}ll$/, "a damaged sign costs its own group");
		const pasted = byteStringOf(encode("A person wrote this and the header still says base64."));
		assert.equal(byteStringOf(decodeTransfer(pasted, "base64")), pasted);
	});

	test("every character set of the Encoding Standard, also under other names", () => {
		assert.equal(decodeText(Uint8Array.of(0xe9, 0x92), "iso-8859-1").text, "é’");
		assert.equal(decodeText(Uint8Array.of(0x83, 0x65), "cp932").text, "テ");
		assert.equal(decodeText(Uint8Array.of(0xcf, 0xf0), "windows-1251").text, "Пр");
		assert.equal(decodeText(encode("naïve"), "iso-8859-1").text, "naïve");
		assert.deepEqual(decodeText(Uint8Array.of(0x63, 0xe9), "x-nothing"), { text: "cé", isGuessed: true });
	});

	test("parameters: in quotation marks, in pieces, in other character sets (RFC 2231)", () => {
		const read = (raw: string, name: string) => readValue(raw).parameters.get(name);
		assert.equal(readValue("Text/HTML (a comment); charset=utf-8").value, "text/html");
		assert.equal(read('attachment; filename="a;b \\"c\\".bib"', "filename"), 'a;b "c".bib');
		assert.equal(read("attachment; filename*=utf-8''na%C3%AFve%20list.ris", "filename"), "naïve list.ris");
		assert.equal(
			read("a/b; title*0*=us-ascii'en'This%20is; title*1*=%20in; title*2=\" pieces\"", "title"),
			"This is in pieces",
		);
		assert.equal(read('a/b; name="=?utf-8?B?w6kuYmli?="', "name"), "é.bib");
	});

	test("a character that two encoded words part", () => {
		assert.equal(decodeWords("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= x"), "café x");
	});

	test("format=flowed (RFC 3676)", () => {
		assert.equal(
			unflow("A line that \r\ngoes on.\r\n From here\r\n> quoted \r\n> text\r\n-- \r\nme", false),
			"A line that goes on.\nFrom here\n> quoted text\n-- \nme",
		);
		assert.equal(unflow("漢 \r\n字", true), "漢字");
	});

	test("a boundary that begins another, a last boundary that is missing, and one that never comes", () => {
		const inner = `Content-Type: multipart/mixed; boundary=ab\r\n\r\n--abc\r\nno\r\n--ab\r\n\r\none\r\n--abc--\r\n--ab\r\n\r\ntwo`;
		assert.deepEqual(ours(mail(inner)).texts, ["one\r\n--abc--", "two"]);
		assert.deepEqual(ours(mail("Content-Type: multipart/mixed; boundary=never\r\n\r\nall of it")).texts, [
			"all of it",
		]);
	});

	test("a mail within a mail, and a digest of mails", () => {
		const forwarded = part({ type: "message/rfc822", body: mail(text("text/plain", "inner text", "base64")) });
		assert.deepEqual(ours(mail(multipart("mixed", [text("text/plain", "see below", "base64"), forwarded]))).texts, [
			"see below",
			"inner text",
		]);
		const digest = multipart("digest", [`\r\n${mail(text("text/plain", "one", "base64"))}`]);
		assert.deepEqual(ours(mail(digest)).texts, ["one"]);
	});

	test("line ends of both kinds in one mail", () => {
		const mixed = mail(
			multipart("alternative", [
				text("text/plain", "a\nb", "quoted-printable"),
				"Content-Type: text/html\n\n<p>x</p>",
			]),
		);
		assert.deepEqual(ours(mixed.replace(/\r\n(?=--)/g, "\n")).texts, ["a\r\nb", "<p>x</p>"]);
	});

	test("quoted-printable of our own undoes itself", () => {
		assert.equal(
			decodeText(decodeQuotedPrintable(quotedPrintable(utf8)), "utf-8").text,
			utf8.replace(/\n/g, "\r\n"),
		);
	});
});
