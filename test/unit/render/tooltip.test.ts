// The tooltip is Markdown of ours around text of a digest that must not become Markdown.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Paper } from "../../../src/core/paper";
import { tooltip } from "../../../src/core/render";
import { escapeMarkdown } from "../../../src/core/render/escape";
import { bare, phikon } from "./papers";

/** What is left of a tooltip without escapes, the bold title, our emphasis and our links: plain words. */
function withoutOurs(markdown: string): string {
	return markdown
		.replace(/\\[!-/:-@[-`{-~]/g, "")
		.replace(/^\*\*(.*)\*\*$/m, "$1")
		.replace(/^\*(?:Topics|Appearances):\*/gm, "")
		.replace(/\[([^[\]()]*)\]\(https:\/\/[\w.%/:~?&=#@!$*+,;-]*\)/g, "$1");
}

const fragments = [
	"[x](command:a)",
	"![i](https://a.b/c.png)",
	"<img src=x>",
	"# H",
	"**b**",
	"`c`",
	"\n\n- l",
	"&lt;",
];
const nasty = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 40 }),
	fc
		.array(fc.constantFrom(...fragments, "https://evil.example", "a@b.example", "$(zap)", "\\", "|", "~~", "$x^2$"))
		.map(parts => parts.join(" ")),
);

suite("tooltip", () => {
	test("shows title, authors, date, identifier, topics with their words, abstract and links", () => {
		const topics = [{ label: "Digital pathology", terms: ["slide", "tile"] }, { label: "Other" }];
		assert.deepEqual(tooltip(phikon, { topics, citedIn: "main.tex" }).replaceAll("\\", "").split("\n\n"), [
			"**Phikon-v2, A large and public feature extractor for biomarker prediction**",
			"Alexandre Filiot, Paul Jacob, Alice Mac Kain, Charlie Saillard",
			"13 September 2024 · [arXiv:2409.09173](https://arxiv.org/abs/2409.09173)",
			"*Topics:* Digital pathology (slide, tile); Other",
			"Cited in main.tex",
			phikon.abstract,
			"[huggingface.co/owkin/phikon-v2](https://huggingface.co/owkin/phikon-v2)",
		]);
	});

	test("shows where the paper stands, and how arXiv announced it", () => {
		const appearances = [
			{ digest: "trending-clinical-deployment", place: 6, count: 55 },
			{
				digest: "arxiv-mail",
				place: 2,
				count: 90,
				date: { year: 2024, month: 11, day: 21 },
				announced: "replacement" as const,
			},
		];
		const text = tooltip({ ...bare, announced: "replacement" }, { appearances }).replaceAll("\\", "");
		assert.deepEqual(text.split("\n\n"), [
			"**A title alone**",
			"arXiv replacement",
			"No record: the title is all that is known",
			"*Appearances:* trending-clinical-deployment, 6th of 55; arxiv-mail, 2nd of 90 (21 November 2024, replacement)",
		]);
		const many = Array.from({ length: 9 }, (_, i) => ({ digest: `d${i}`, place: 1, count: 2 }));
		assert.match(tooltip(bare, { appearances: many }), /d5\\, 1st of 2; and 3 more$/);
	});

	const noRecord = "No record\\: the title is all that is known";

	test("a title alone is a tooltip", () => assert.equal(tooltip(bare), `**A title alone**\n\n${noRecord}`));

	test("links are https, or not there", () => {
		const links: Paper["links"] = [
			{ url: "javascript:alert(1)", kind: "code" },
			{ url: "command:workbench.action.quit", kind: "page" },
			{ url: "https://user:secret@example.org/", kind: "page" },
			{ url: "http://example.org/a)(b", kind: "page" },
		];
		assert.equal(
			tooltip({ ...bare, links }),
			`**A title alone**\n\n${noRecord}\n\n[example\\.org\\/a\\)\\(b](https://example.org/a%29%28b)`,
		);
	});

	test("a backslash at the end of an address does not open the link", () => {
		const links = [{ url: "https://a.example/?x=\\", kind: "page" as const }];
		assert.match(tooltip({ ...bare, links }), /\]\(https:\/\/a\.example\/\?x=%5c\)$/);
	});

	test("no text of a digest is active Markdown", () => {
		fc.assert(
			fc.property(nasty, nasty, nasty, (a, b, c) => {
				const paper: Paper = {
					...bare,
					title: a,
					abstract: b,
					authors: [{ family: c }],
					venue: b,
					arxiv: c,
					doi: a,
				};
				const topics = [{ label: a, terms: [b] }];
				const appearances = [{ digest: a, place: 1, count: 2 }];
				const rest = withoutOurs(
					tooltip({ ...paper, links: [{ url: a, kind: "code" }] }, { topics, appearances, citedIn: c }),
				);
				assert.doesNotMatch(rest.replaceAll("·", ""), /[!-,/:<-@[-`{-~]/);
			}),
			{ numRuns: 500 },
		);
	});

	test("escaped text is one line and starts no block", () => {
		assert.equal(escapeMarkdown("# a\n\n1. b\n    code\n---"), "\\# a 1\\. b code \\-\\-\\-");
	});
});
