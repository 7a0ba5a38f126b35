// Mails and pages.
import type { Paper } from "../../src/core/paper";
import { taggedExports } from "./tagged";
import { escaped, straight, yearOf, type Export } from "./written";

/** Quoted-printable (RFC 2045, section 6.7), with soft line breaks. */
function quotedPrintable(text: string): string {
	return text.split("\n").map(quotedLine).join("\r\n");
}

function quotedLine(line: string): string {
	const signs = Array.from(new TextEncoder().encode(line), byte =>
		byte === 61 || byte < 32 || byte > 126
			? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
			: String.fromCharCode(byte),
	);
	const rows = [""];
	for (const sign of signs) {
		if ((rows.at(-1) ?? "").length + sign.length > 75) rows.push("");
		rows.push(`${rows.pop() ?? ""}${sign}`);
	}
	return rows.join("=\r\n");
}

function base64(text: string): string {
	return (
		Buffer.from(text, "utf8")
			.toString("base64")
			.match(/.{1,76}/g) ?? []
	).join("\r\n");
}

function mail(subject: string, type: string, encoding: "base64" | "quoted-printable", body: string): string {
	return [
		"Return-Path: <digest@example.org>",
		"From: Digest <digest@example.org>",
		"To: reader@example.org",
		`Subject: ${subject}`,
		"Date: Thu, 6 Feb 2025 08:00:00 +0000",
		"Message-ID: <1@example.org>",
		"MIME-Version: 1.0",
		'Content-Type: multipart/alternative; boundary="=_part"',
		"",
		"--=_part",
		`Content-Type: ${type}; charset=utf-8`,
		`Content-Transfer-Encoding: ${encoding}`,
		"",
		encoding === "base64" ? base64(body) : quotedPrintable(body),
		"--=_part--",
		"",
	].join("\r\n");
}

const listing = (papers: readonly Paper[]): string =>
	taggedExports.find(({ format }) => format === "arxiv-mail")?.write(papers) ?? "";

/** An alert of Google Scholar as it looks today; the abstract is a snippet, whole here. */
const alert = (papers: readonly Paper[]): string =>
	`<html><body><div style="font-family:arial">${papers
		.map(
			paper =>
				`<h3 style="font-weight:normal"><a href="https://scholar.google.com/scholar_url?url=${encodeURIComponent(`https://arxiv.org/abs/${paper.arxiv ?? ""}`)}&amp;hl=en" class="gse_alrt_title">${escaped(paper.title)}</a></h3><div style="color:#006621">${escaped(paper.authors.slice(0, 3).map(straight).join(", "))} - arXiv preprint arXiv:${paper.arxiv ?? ""}, ${yearOf(paper)}</div><div class="gse_alrt_sni">${escaped(paper.abstract)}</div><br>`,
		)
		.join("\n")}</div></body></html>`;

/** A listing page of arXiv with its abstracts. */
const listingPage = (papers: readonly Paper[]): string =>
	`<!DOCTYPE html><html><head><title>Computation and Language</title></head><body><h3>New submissions (showing ${String(papers.length)})</h3><dl id="articles">${papers
		.map(
			(paper, i) =>
				`<dt><a name="item${String(i + 1)}">[${String(i + 1)}]</a> <a href="/abs/${paper.arxiv ?? ""}" title="Abstract">arXiv:${paper.arxiv ?? ""}</a> [<a href="/pdf/${paper.arxiv ?? ""}">pdf</a>]</dt><dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${escaped(paper.title)}</div><div class="list-authors">${paper.authors.map(name => `<a href="/search?a=x">${escaped(straight(name))}</a>`).join(", ")}</div><div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Computation and Language (cs.CL)</span></div><p class="mathjax">${escaped(paper.abstract)}</p></div></dd>`,
		)
		.join("\n")}</dl></body></html>`;

export const mailExports: readonly Export[] = [
	{
		format: "mail",
		fileName: "listing.eml",
		write: papers => mail("cs.CL daily", "text/plain", "quoted-printable", listing(papers)),
		tells: ["abstract", "authors", "year", "arxiv"],
	},
	{
		format: "mail",
		fileName: "alert.eml",
		write: papers => mail("New articles", "text/html", "base64", alert(papers)),
		tells: ["abstract", "arxiv"],
	},
	{
		format: "mbox",
		fileName: "alerts.mbox",
		write: papers =>
			papers
				.map(
					paper =>
						`From digest@example.org Thu Feb  6 08:00:00 2025\r\n${mail("New", "text/html", "quoted-printable", alert([paper]))}`,
				)
				.join("\r\n"),
		tells: ["abstract", "arxiv"],
	},
	{ format: "arxiv-html", fileName: "new.html", write: listingPage, tells: ["abstract", "authors", "arxiv"] },
];
