// Mails and mailboxes to papers.

import assert from "node:assert/strict";
import { readDigest } from "../../../../src/core/digests/read";
import * as pages from "../html/pages";
import { arxivListing, base64, encode, mail, multipart, part, text } from "./mails";

const read = (raw: string | Uint8Array) => readDigest(typeof raw === "string" ? encode(raw) : raw, "mail.eml");
const titles = (raw: string | Uint8Array) => read(raw).papers.map(({ title }) => title);
const codes = (raw: string | Uint8Array) => read(raw).problems.map(({ code }) => code);

const scholarTitles = ["Deep learning of bones", "Transformers", "A thesis nobody indexes"];
const bib =
	"@article{lee24,\n  title = {A Paper in a Bibliography},\n  author = {Lee, Ann},\n  year = {2024},\n  doi = {10.1000/bib.1}\n}\n";
const list = JSON.stringify([
	{
		id: "a",
		type: "article-journal",
		title: "A Paper in a List",
		DOI: "10.1000/csl.1",
		author: [{ family: "Lee", given: "Ann" }],
	},
]);

suite("A mail", () => {
	for (const encoding of ["quoted-printable", "base64"] as const) {
		test(`with a page in ${encoding}`, () => {
			const { format, papers } = read(mail(text("text/html", pages.scholarAlert, encoding)));
			assert.equal(format, "mail");
			assert.deepEqual(
				papers.map(({ title }) => title),
				scholarTitles,
			);
		});

		test(`with arXiv's listing as text in ${encoding}`, () => {
			const { papers } = read(
				mail(text("text/plain", arxivListing, encoding), "cs daily Subj-class mailing 10000a 1"),
			);
			assert.deepEqual(
				papers.map(({ title, arxiv, authors }) => [title, arxiv, authors.length]),
				[
					[
						"Caching Keys Only Once in Long Sequences of Words that Run On and On for a Second Line",
						"2405.05254",
						3,
					],
					["A Second Paper About Words", "2405.05300", 1],
				],
			);
		});
	}

	test("in two ways: the page is read, and nothing twice", () => {
		const plain = "View in browser\n\nDeep learning of bones\nJ van der Berg, ME Smith\n\nUnsubscribe\n";
		const both = mail(
			multipart("alternative", [
				text("text/plain", plain, "base64"),
				text("text/html", pages.scholarAlert, "base64"),
			]),
		);
		assert.deepEqual(titles(both), scholarTitles);
		assert.deepEqual(codes(both), []);
	});

	test("in two ways: arXiv's listing in text is read when the page is an empty frame", () => {
		const frame = "<html><body><p>Your daily listing is in the text of this mail.</p></body></html>";
		const both = mail(
			multipart("alternative", [
				text("text/plain", arxivListing, "quoted-printable"),
				text("text/html", frame, "base64"),
			]),
		);
		assert.equal(titles(both).length, 2);
	});

	test("with digests attached, and other files left out with a word", () => {
		const attached = (type: string, name: string, body: string) =>
			part({
				type: `${type}; name="${name}"`,
				body: base64(body),
				headers: `Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n`,
			});
		const raw = mail(
			multipart("mixed", [
				text("text/plain", "Dear all,\n\nplease find two lists attached.\n\nBest,\nAnn\n", "base64"),
				attached("application/json", "list.json", list),
				attached("application/pdf", "paper.pdf", "%PDF-1.4"),
			]),
		);
		assert.deepEqual(titles(raw), ["A Paper in a List"]);
		const { problems } = read(raw);
		assert.deepEqual(
			problems.map(({ code, line }) => [code, raw.split("\r\n")[line - 1]?.slice(0, 29)]),
			[["part-skipped", "Content-Type: application/pdf"]],
		);
		assert.match(problems[0]?.message ?? "", /paper\.pdf/);
		assert.deepEqual(titles(mail(attached("application/x-bibtex", "refs.bib", bib))), [
			"A Paper in a Bibliography",
		]);
	});

	test("forwarded as an attachment", () => {
		const inner = mail(text("text/html", pages.natureToc, "quoted-printable"));
		const raw = mail(
			multipart("mixed", [text("text/plain", "FYI", "base64"), part({ type: "message/rfc822", body: inner })]),
			"Fwd: TOC",
		);
		assert.equal(titles(raw).length, 3);
	});

	test("in a character set of old, and in one that nobody knows", () => {
		const latin = Uint8Array.from(
			Buffer.from(
				mail(
					'Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<h3><a href="https://arxiv.org/abs/2401.00001">Na\u00efve r\u00e9seaux de neurones</a></h3>',
				),
				"latin1",
			),
		);
		assert.deepEqual(titles(latin), ["Naïve réseaux de neurones"]);
		const unknown = mail(
			`Content-Type: text/html; charset=x-moon\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(pages.wileyToc)}`,
		);
		assert.equal(titles(unknown).length, 2);
		assert.deepEqual(codes(unknown), ["charset-unknown"]);
	});

	test("pasted with its head, as programs show it", () => {
		const pasted = `From: Google Scholar Alerts <scholaralerts-noreply@google.com>\nSent: Friday, 10 May 2024 00:31\nTo: reader@example.com\nSubject: Fwd: listing\n\n${arxivListing}`;
		const { format, papers } = read(pasted);
		assert.equal(format, "mail");
		assert.equal(papers.length, 2);
	});

	test("the text of a bioRxiv alert: each paper once, with names and date", () => {
		const body = `bioRxiv Online\n\nSubject alerts for bioRxiv online collections\n\n---\nBioinformatics\n\n---\n\nFolding proteins\n\nAnn B. Lee, Alan S. Brown, Jr., and Jan van der Berg\n\nbioRxiv posted 22 January 2026 doi:10.64898/2026.01.20.700468\n\n[Abstract] [PDF]\n\n\nA second title\nthat goes on\n\nCem Öz\n\nmedRxiv posted 3 January 2026 doi:10.1101/2026.01.01.1234\n\n[Abstract]\n\n---\nGenomics\n\n---\n\nFolding proteins\n\nAnn B. Lee, Alan S. Brown, Jr., and Jan van der Berg\n\nbioRxiv posted 22 January 2026 doi:10.64898/2026.01.20.700468\n\n[Abstract] [PDF]\n\n---\n\nThis message was sent to reader@example.com.\n`;
		const { papers, problems } = read(mail(text("text/plain", body, "quoted-printable")));
		assert.deepEqual(problems, []);
		assert.deepEqual(
			papers.map(({ title, doi, issued, venue, authors }) => [title, doi, issued, venue, authors]),
			[
				[
					"Folding proteins",
					"10.64898/2026.01.20.700468",
					{ year: 2026, month: 1, day: 22 },
					"bioRxiv",
					[
						{ family: "Lee", given: "Ann B." },
						{ family: "Brown", given: "Alan S.", suffix: "Jr." },
						{ family: "Berg", given: "Jan", particle: "van der" },
					],
				],
				[
					"A second title that goes on",
					"10.1101/2026.01.01.1234",
					{ year: 2026, month: 1, day: 3 },
					"medRxiv",
					[{ family: "Öz", given: "Cem" }],
				],
			],
		);
		assert.equal(readDigest(encode(body), "pasted.txt").format, "alert-text");
	});

	test("a page saved with its images (MHTML)", () => {
		const raw = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://pubmed.ncbi.nlm.nih.gov/?term=bone\r\nSubject: bone\r\nMIME-Version: 1.0\r\n${multipart("related", [text("text/html", pages.pubmedResults, "quoted-printable"), part({ type: "image/png", body: "x" })])}`;
		assert.equal(titles(raw).length, 2);
		assert.deepEqual(codes(raw), []);
	});

	test("a letter is no digest", () => {
		const letter = mail(
			text(
				"text/plain",
				"Dear Ann,\n\nthank you for your letter of last week. We shall meet on Monday at noon, and talk about it all.\n\nBest wishes,\nBo\n",
				"base64",
			),
		);
		assert.deepEqual(titles(letter), []);
		assert.equal(codes(letter)[0], "no-list-of-papers");
	});

	test("fields of a paper are no head of a mail", () => {
		const { format } = read("Title: A Paper\nAuthors: Ann Lee\nDate: 2024\nSubject: cs.CL\n\nIts abstract.\n");
		assert.notEqual(format, "mail");
	});
});

suite("A damaged mail", () => {
	const whole = mail(
		multipart("alternative", [
			text("text/plain", "see the page", "base64"),
			text("text/html", pages.scholarAlert, "base64"),
		]),
	);

	test("cut off: what stands before is read, and the cut is told once", () => {
		const cut = whole.slice(0, whole.length - 1200);
		assert.ok(titles(cut).length >= 1);
		assert.equal(codes(cut).filter(code => code === "file-cut").length, 1);
	});

	test("with line ends of one kind, with zeros, and as UTF-16", () => {
		for (const raw of [whole.replace(/\r\n/g, "\n"), whole.replace(/\r\n/g, "\r")])
			assert.deepEqual(titles(raw), scholarTitles);
		const wide = Buffer.from(`\ufeff${whole}`, "utf16le");
		assert.deepEqual(titles(Uint8Array.from(wide)), scholarTitles);
	});

	test("cut anywhere: no exception, and never more papers", () => {
		for (let end = 0; end < whole.length; end += 97) assert.ok(read(whole.slice(0, end)).papers.length <= 3);
	});

	test("of a thousand parts, and of parts within parts", () => {
		const many = mail(
			multipart(
				"mixed",
				Array.from({ length: 1000 }, (_, i) => part({ type: "image/png", body: `${i}` })),
			),
		);
		assert.ok(codes(many).filter(code => code === "part-skipped").length >= 999);
		assert.ok(codes(many).includes("more-problems"));
		let deep = text("text/html", pages.scholarAlert, "base64");
		for (let i = 0; i < 300; i++) deep = multipart("mixed", [deep]);
		assert.ok(codes(mail(deep)).includes("too-deep"));
	});
});

suite("A mailbox", () => {
	const from = "From - Fri May 10 00:31:14 2024\r\n";

	test("of alerts and letters: each paper once, letters counted", () => {
		const letter = mail(text("text/plain", "Dear Ann, let us meet on Monday at noon.\n", "quoted-printable"));
		const raw = `${from}${mail(text("text/html", pages.scholarAlert, "base64"))}\r\n${from}${letter}\r\n${from}${mail(text("text/html", pages.scholarAlert, "quoted-printable"))}\r\n${from}${mail(text("text/html", pages.wileyToc, "base64"))}`;
		const { format, papers, problems } = read(raw);
		assert.equal(format, "mbox");
		assert.equal(papers.length, 5);
		assert.deepEqual(problems.map(({ code }) => code).sort(), [
			"duplicate-paper",
			"duplicate-paper",
			"duplicate-paper",
			"mails-without-papers",
		]);
		assert.match(problems.find(({ code }) => code === "mails-without-papers")?.message ?? "", /1 of 4 mails/);
	});

	test("of Google Takeout, with lines of a text that begin with From", () => {
		const page = `<html><body><h3><a href="https://arxiv.org/abs/2401.00001">What We\n>From Data Learn About Bones</a></h3></body></html>`;
		const raw = `From 1799000000000000000@xxx Fri May 10 00:31:14 +0000 2024\r\nX-GM-THRID: 1\r\n${mail(part({ type: "text/html", body: page }))}\r\n\r\nFrom here on nobody knows\r\n`;
		assert.deepEqual(titles(raw), ["What We From Data Learn About Bones"]);
	});
});
