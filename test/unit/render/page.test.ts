// The reading panel's HTML: what it shows, and that nothing of a digest gets out of its text.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { renderPaper, type PageOptions } from "../../../src/core/render/page";
import { pageHtml } from "../../../src/core/render/pageHtml";
import { bare, phikon } from "./papers";

const tag = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/g;

/** The tags of well-formed HTML, with each element's attributes; throws where a `<`, `>` or quote is out of place. */
function tagsOf(html: string): { name: string; attributes: string[] }[] {
	const text = html.replace(tag, "");
	assert.doesNotMatch(text, /[<>"'`]/, "a sign of HTML stands in the text");
	assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot|#39|#96);)/, "an ampersand is not escaped");
	return [...html.matchAll(tag)].map(([, name = "", attributes = ""]) => ({
		name,
		attributes: [...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/g)].map(([, key = ""]) => key),
	}));
}

function shownText(html: string): string {
	const entities: Readonly<Record<string, string>> = {
		amp: "&",
		lt: "<",
		gt: ">",
		quot: '"',
		"#39": "'",
		"#96": "`",
	};
	return html.replace(tag, "").replace(/&([a-z0-9#]+);/g, (whole, name: string) => entities[name] ?? whole);
}

const fragments = [
	"<script>",
	"</p>",
	`"`,
	"'",
	"`",
	"&",
	"<!--",
	`" onclick="x`,
	"$x<y$",
	"$\\text{<b>}$",
	"$\\mone{<i>}$",
];
const nasty = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 30 }),
	fc
		.array(fc.constantFrom(...fragments, "$\\style{x}$", "$\\href{javascript:x}{y}$", "https://a.b/c", "]]>"))
		.map(parts => parts.join(" ")),
);

suite("page of a paper", () => {
	test("shows each record folded, with what it gave, when records differ", () => {
		const appearance = { digest: "trending", place: 6, count: 55 };
		const records: PageOptions["records"] = [
			{ appearance, paper: { ...phikon, title: "As <b>trending</b> has it" }, gives: ["title", "issued"] },
			{ appearance: { ...appearance, digest: "pubmed" }, paper: bare, gives: [] },
		];
		const html = renderPaper({ ...phikon, authorsIncomplete: true, announced: "cross-list" }, { records });
		tagsOf(html);
		const text = shownText(html.replaceAll("<", " <")).replace(/\s+/g, " ");
		for (const expected of [
			"Charlie Saillard et al.",
			"13 September 2024 arXiv cross-list",
			"Appearances Records (2) trending, 6th of 55 As <b>trending</b> has it 13 September 2024 · arXiv · arXiv:2409.09173",
			"Gives: Title, Date pubmed, 6th of 55 A title alone Adds nothing to the other records",
		]) {
			assert.ok(text.includes(expected), `${expected}\nis not in\n${text}`);
		}
		assert.doesNotMatch(renderPaper(phikon), /<details class="records"/);
	});

	test("shows everything that is known", () => {
		const options: PageOptions = {
			topics: [{ label: "Digital pathology", terms: ["slide"] }],
			similar: [{ ...phikon, id: "x", title: "Like it" }],
			appearances: [{ digest: "trending", place: 6, count: 55 }],
			position: { place: 2, count: 12 },
			citedIn: ["main.tex"],
			reasons: [
				{ query: "patholgy", words: ["pathology"], way: "slip", fields: ["title", "abstract"] },
				{ query: "fm", words: ["foundation", "models"], way: "acronym", fields: ["abstract"] },
				{ query: "", words: ["slides", "<b>"], way: "meaning", fields: [] },
			],
			marks: ["starred", "later"],
			tags: ["to cite"],
			notes: [{ at: "2026-02-03T10:00:00.000Z", text: "Ask <b>Ute</b>" }],
			followed: { queries: ["author:Filiot"], authors: new Set([0]), isVenue: false },
		};
		const text = shownText(renderPaper(phikon, options).replaceAll("<", " <")).replace(/\s+/g, " ");
		for (const expected of [
			"Phikon-v2, A large and public feature extractor",
			"Alexandre Filiot , Paul Jacob",
			"13 September 2024 Cited in main.tex arXiv:2409.09173 PDF",
			"Cite Copy citation Copy BibTeX Open at arXiv Read Starred Read later Done Hidden Note… Tags… Previous 2 of 12 Next",
			"Tags to cite Note Ask <b>Ute</b> Followed author:Filiot",
			"Found by pathology, if “patholgy” is a slip (title, abstract) foundation models, for “fm” (abstract)",
			"near in meaning: slides, <b> Abstract Gathering histopathology",
			"Code and data huggingface.co/owkin/phikon-v2 Data",
			"Appearances trending, 6th of 55",
			"More like this Like it Filiot et al. 2024",
		]) {
			assert.ok(text.includes(expected), `${expected}\nis not in\n${text}`);
		}
	});

	test("says what is not known, and offers nothing that cannot be done", () => {
		const html = renderPaper(bare);
		assert.match(html, /Authors and date are not known\./);
		assert.match(html, /no abstract/);
		assert.doesNotMatch(html, /openOnline|More like this|Appearances|Code and data/);
	});

	test("folds the authors after the sixth", () => {
		const authors = Array.from({ length: 42 }, (_, index) => ({ family: `F${index + 1}` }));
		const html = renderPaper({ ...bare, authors });
		assert.match(html, /F6<\/bdi> <details><summary>and 36 more<\/summary> <bdi>F7</);
	});

	test("marks words in text, in links and around math, and never inside a tag", () => {
		const abstract = "Models & $x^2$ at huggingface.co/owkin/phikon-v2. Models";
		const highlight = (text: string) => (text === abstract ? [{ start: 0, end: 30 }] : []);
		const html = renderPaper({ ...phikon, abstract }, { highlight });
		tagsOf(html);
		assert.match(
			html,
			/<mark>Models &amp; <\/mark><mark><math>.*<\/math><\/mark><mark> at <\/mark><a href="[^"]*"><mark>hugging/,
		);
		assert.match(html, /phikon-v2<\/a>\. Models/);
	});

	test("links an address of the abstract as a whole only", () => {
		const abstract =
			"See https://huggingface.co/owkin/phikon-v2. Not huggingface.co/owkin/phikon-v21 or x.huggingface.co/owkin/phikon-v2!";
		const [, shown = ""] =
			/<p class="abstract" dir="auto">(.*?)<\/p>/.exec(renderPaper({ ...phikon, abstract })) ?? [];
		const url = "https://huggingface.co/owkin/phikon-v2";
		assert.equal(shown, abstract.replace(url, `<a href="${url}">${url}</a>`));
	});

	test("previous and next stay reachable at the ends of the list", () => {
		const html = renderPaper(bare, { position: { place: 1, count: 2 } });
		assert.match(html, /data-action="previous"[^>]*aria-disabled="true"/);
		assert.doesNotMatch(html, /data-action="next"[^>]*aria-disabled/);
	});

	test("no text of a digest becomes an element, an attribute or an address", () => {
		fc.assert(
			fc.property(nasty, nasty, nasty, (a, b, c) => {
				const paper: Paper = {
					...{ id: a, title: b, abstract: c, authors: [{ family: a, given: b }, { literal: c }], type: a },
					...{ arxiv: b, doi: c, pmid: a, url: b, venue: c, keywords: [a] },
					links: [
						{ url: a, kind: "code" },
						{ url: `https://${b}`, kind: "data" },
					],
				};
				const html = renderPaper(paper, {
					...{ topics: [{ label: a, terms: [b] }], similar: [paper], citedIn: [c] },
					...{ appearances: [{ digest: b, place: 1, count: 2 }] },
					records: [{ appearance: { digest: c, place: 1, count: 2 }, paper, gives: ["title"] }],
					highlight: text => [{ start: 1, end: Math.min(9, text.length) }],
				});
				const tags = tagsOf(html);
				assert.ok(
					!tags.some(({ name }) => ["script", "style", "img", "iframe", "object", "form"].includes(name)),
				);
				assert.ok(!tags.some(({ attributes }) => attributes.some(key => /^(on|style$|src)/.test(key))));
				for (const [, url] of html.matchAll(/href="([^"]*)"/g)) assert.match(url ?? "", /^https:\/\//);
			}),
			{ numRuns: 300 },
		);
	});
});

suite("math of the page", () => {
	const abstractOf = (abstract: string) => renderPaper({ ...bare, abstract });

	test("is MathML without styles", () => {
		const html = abstractOf("$\\begin{matrix}a&b\\\\c&d\\end{matrix} \\color{red}{x} \\frac{1}{4}$");
		assert.match(html, /<math>.*<mfrac>/);
		assert.doesNotMatch(html, /style|class="[^"]*tml/);
	});

	test("that cannot be read is shown as its source", () => {
		for (const source of [
			"\\mone",
			"{",
			"\\frac{",
			"x".repeat(1500),
			"\\href{https://a.b}{c}",
			"\\def\\a{\\a\\a}\\a",
		]) {
			assert.ok(abstractOf(`$${source}$`).includes(`<code class="math-source">${source}</code>`), source);
		}
	});

	test("that is a number or an index alone is text", () => {
		assert.match(renderPaper({ ...bare, title: "MedS$^3$" }), /MedS<sup>3<\/sup><\/h1>/);
		assert.match(abstractOf("by $\\pm 5\\%$, $10$ times"), /by ±5%, 10 times/);
	});

	test("in two dollars stands on its own line", () => {
		assert.match(abstractOf("$$x^2$$"), /<math display="block">/);
	});

	test("that a mail has damaged is repaired", () => {
		assert.match(abstractOf("a 7 times 9 cm section"), /a 7 × 9 cm section/);
	});
});

suite("frame of the page", () => {
	const frame = { nonce: "abc", cspSource: "https://x.test", scriptUri: "s.js", styleUri: "s.css", title: `A "<b>"` };

	test("has a strict policy, a language, and one script with its nonce", () => {
		const html = pageHtml(frame);
		assert.match(html, /<html lang="en">/);
		const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? "";
		assert.match(
			policy,
			/default-src 'none'; style-src https:\/\/x\.test; script-src 'nonce-abc'; img-src https:\/\/x\.test/,
		);
		assert.doesNotMatch(policy, /unsafe/);
		assert.deepEqual(html.match(/<script[^>]*>/g), [`<script nonce="abc" src="s.js">`]);
		assert.match(html, /<title>A &quot;&lt;b&gt;&quot;<\/title>/);
		assert.doesNotMatch(html, /\son[a-z]+=|style=/);
	});
});
