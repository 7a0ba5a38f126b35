// Names of kept digests: source and date, in a form that every file system takes.
import { equal, ok } from "node:assert/strict";
import { digestDate, digestName, type NamedDigest } from "../../../src/core/digestName";

const today = { year: 2026, month: 3, day: 7 };

function named(digest: Partial<NamedDigest>): string {
	const { stem, suffix } = digestName({ name: "", format: "", head: "", ...digest }, today);
	return stem + suffix;
}

const listing = [
	"------------------------------------------------------------------------------",
	"Send any comments regarding submissions directly to submitter.",
	"------------------------------------------------------------------------------",
	"Archives at http://arxiv.org/",
	" received from  Fri 8 Mar 24 19:00:00 GMT  to  Mon 11 Mar 24 18:00:00 GMT".slice(1),
	"\\\\",
	"arXiv:2403.01234",
	"Date: Thu, 7 Mar 2024 02:49:53 GMT   (314kb,D)",
].join("\n");

const mail = [
	"From: Tables of contents <toc@journal.example>",
	"Subject: Re: Journal of Imaging,",
	" volume 12",
	"Date: Tue, 3 Feb 2026 10:00:00 +0100",
	"Content-Type: text/plain",
	"",
	"Date: Wed, 4 Feb 2026",
	"",
].join("\r\n");

suite("names of kept digests", () => {
	const rows: readonly (readonly [string, Partial<NamedDigest>, string])[] = [
		[
			"a pasted listing has its format and its day",
			{ format: "arxiv-mail", head: listing },
			"arxiv-mail-2024-03-11.digest.txt",
		],
		["a pasted mail has its subject", { format: "mail", head: mail }, "Journal-of-Imaging-2026-02-03.digest.eml"],
		[
			"a file keeps its name and its extension",
			{ name: "embase.RIS", format: "ris" },
			"embase-2026-03-07.digest.ris",
		],
		["a date in the name is enough", { name: "hf 2026-01-05.md" }, "hf-2026-01-05.digest.md"],
		["a kept digest that is kept again", { name: "a-2026-01-05.digest.json" }, "a-2026-01-05.digest.json"],
		[
			"records that come as a digest are none beside another",
			{ name: "library.csl.json" },
			"library-2026-03-07.digest.json",
		],
		[
			"a name that says nothing gives way to the format",
			{ name: "export (2).nbib", format: "medline" },
			"medline-2026-03-07.digest.nbib",
		],
		[
			"an address gives its host and path",
			{ name: "https://www.rss.example/cs.CL?a=1", head: "<?xml version='1.0'?>" },
			"rss.example-cs.CL-2026-03-07.digest.xml",
		],
		[
			"letters of any script stay, the rest goes",
			{ name: "über /\\ 日本:*?.txt" },
			"über-日本-2026-03-07.digest.txt",
		],
		["marks belong to their letters", { name: "हिन्दी.txt" }, "हिन्दी-2026-03-07.digest.txt"],
		["a device is no file", { name: "con.2026-01-05.txt" }, "con-2026-01-05.digest.txt"],
		[
			"a subject that looks like a path is none",
			{ format: "mail", head: "From: a\r\nSubject: ../../..\\C:\\boot.ini\r\n\r\n" },
			"C-boot.ini-2026-03-07.digest.eml",
		],
		["dots alone name no file", { name: "../../..", format: "" }, "digest-2026-03-07.digest.txt"],
		[
			"an encoded subject is none",
			{ format: "mail", head: "From: a\nSubject: =?utf-8?q?a?=\nTo: b\n\n" },
			"mail-2026-03-07.digest.eml",
		],
		[
			"a feed has the day of its last change",
			{ format: "atom", head: "<?xml version='1.0'?><feed><updated>2025-08-20T00:00:00Z</updated>" },
			"atom-2025-08-20.digest.xml",
		],
	];
	for (const [title, digest, expected] of rows) test(title, () => equal(named(digest), expected));

	test("what the text looks like gives the extension when the name gives none", () => {
		const looks = {
			html: "<!DOCTYPE html><p>",
			json: '[{"title": 1}]',
			ris: "some words\nTY  - JOUR\n",
			nbib: "\nPMID- 123\n",
			bib: "% mine\n@article{a,",
			enw: "%0 Journal Article",
			mbox: "From someone Mon Jan  1 00:00:00 2024\nFrom: a\nSubject: b\n",
			txt: "A title\nAn abstract",
		};
		for (const [extension, head] of Object.entries(looks))
			equal(named({ format: "x", head }).split(".").pop(), extension);
	});

	test("a long name is cut between words", () => {
		const { stem } = digestName({ name: `${"word ".repeat(40)}.txt`, format: "", head: "" }, today);
		equal(stem, `${"word-".repeat(12).slice(0, -1)}-2026-03-07`);
	});

	test("a name is short enough for every file system, and holds no half of a letter", () => {
		for (const letter of ["a", "論", "𝒜", "e\u0301", "\ud835"]) {
			for (const name of [letter.repeat(301), `x${letter.repeat(301)}`]) {
				const file = named({ name, format: "mail" });
				ok(new TextEncoder().encode(file).length < 255, file);
				encodeURIComponent(file);
			}
		}
	});

	test("the date of a paper in a listing is not the date of the listing", () => {
		equal(digestDate("A title\nDate: Thu, 7 Mar 2024\n"), undefined);
	});
});
