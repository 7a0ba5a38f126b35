// What closes behind an accepted key: what is open there, and nothing twice.
import assert from "node:assert/strict";
import { citationsIn } from "../../../src/core/citations/citations";
import { completedWith, expectedAt } from "../../../src/core/completion/expected";
import { marked } from "../citations/marked";

suite("what closes behind an accepted key", () => {
	/** The text with the key `new` accepted, and the cursor. */
	const rows: readonly (readonly [language: string, before: string, after: string])[] = [
		["latex", "As \\cite{hid|", "As \\cite{new|}"],
		["latex", "As \\cite{hid|}", "As \\cite{new|}"],
		["latex", "As \\cite{a, hid|", "As \\cite{a, new|}"],
		["latex", "As \\cite[see][3]{hid| in the text.", "As \\cite[see][3]{new|} in the text."],
		["latex", "As \\cite{hid|. And \\cite{b}.", "As \\cite{new|}. And \\cite{b}."],
		["latex", "As \\cite{hid|\n\nNext {one}.", "As \\cite{new|}\n\nNext {one}."],
		["latex", "As \\cite{hid|, b and so", "As \\cite{new|, b and so"],
		["latex", "\\cite{a,\n  hid|,\n  c}", "\\cite{a,\n  new|,\n  c}"],
		["latex", "\\cite{a,\n  hid|\n  }", "\\cite{a,\n  new|\n  }"],
		["latex", "\\footnote{As \\cite{hid| says.}", "\\footnote{As \\cite{new| says.}"],
		["latex", "#cite: hid|", "\\cite{new}|"],
		["markdown", "As [@hid|", "As [@new|]"],
		["markdown", "As [@a; @hid| and so", "As [@a; @new|] and so"],
		["markdown", "As [@hid|]", "As [@new|]"],
		["markdown", "As [@hid|; and", "As [@new|; and"],
		["markdown", "As @hid|", "As @new|"],
		["markdown", "As [@hid|\n\n[link](a)", "As [@new|]\n\n[link](a)"],
		["markdown", '<cite data-cite="hid|', '<cite data-cite="new|'],
		["markdown", "As {cite:p}`hid|", "As {cite:p}`new|`"],
		["markdown", "As {cite:p}`a,hid|`", "As {cite:p}`a,new|`"],
		["markdown", "---\nnocite: >\n  @hid|\n---\n", "---\nnocite: >\n  @new|\n---\n"],
		["typst", "#cite(<hid|", "#cite(<new>|)"],
		["typst", "#cite(<hid|)", "#cite(<new>|)"],
		["typst", "#cite(<hid|>)", "#cite(<new>|)"],
		["typst", '#cite(<hid|, form: "prose")', '#cite(<new>|, form: "prose")'],
		["typst", '#cite(label("hid|', '#cite(label("new|'],
		["typst", "As @hid| shows", "As @new| shows"],
		["restructuredtext", "As :cite:p:`hid|", "As :cite:p:`new|`"],
		["asciidoc", "As cite:[a, hid|. And", "As cite:[a, new|]. And"],
		["org", "As [cite:@hid|", "As [cite:@new|]"],
		["org", "As [[cite:hid|", "As [[cite:new|]]"],
		["org", "As [[cite:hid|]", "As [[cite:new|]"],
	];
	for (const [languageId, before, after] of rows) {
		test(`${languageId}: ${before.replace(/\n/g, "⏎")} becomes ${after.replace(/\n/g, "⏎")}`, () => {
			const { text, offset } = marked(before);
			const expected = expectedAt({ text, languageId }, offset);
			assert.ok(expected, "a key is expected");
			const { text: key } = completedWith(expected, "new");
			const { start, end } = expected.range;
			assert.equal(`${text.slice(0, start)}${key}|${expected.close}${text.slice(end)}`, after);
			// What is closed is not closed once more.
			const closed = text.slice(0, start) + key + expected.close + text.slice(end);
			assert.equal(expectedAt({ text: closed, languageId }, start + key.length)?.close ?? "", "");
		});
	}

	test("makes a citation of the key, wherever somebody stopped typing", () => {
		const whole: readonly (readonly [string, string])[] = [
			["latex", "A \\citep[see][3]{one, two} and \\emph{so} on.\nNext \\cite{three}"],
			["markdown", "A [see @one, p. 3; @two] and {cite:p}`one,two` so [on](a).\n\nNext @three"],
			["typst", "A #cite(<one>) and @two"],
			["org", "A [cite/t:see @one p. 3;@two] and [[cite:one,two]]"],
			["asciidoc", "A cite:[one(3), two] on"],
			["restructuredtext", "A :cite:p:`one,two` on"],
		];
		let count = 0;
		for (const [languageId, text] of whole) {
			for (let offset = 0; offset <= text.length; offset++) {
				for (const behind of ["", " and more", "\nand more"]) {
					const source = { text: text.slice(0, offset) + behind, languageId };
					const expected = expectedAt(source, offset);
					if (!expected || expected.close === "") continue;
					const { text: key } = completedWith(expected, "new");
					const { start, end } = expected.range;
					const after = source.text.slice(0, start) + key + expected.close + source.text.slice(end);
					const found = citationsIn({ text: after, languageId }).flatMap(({ keys }) => keys);
					assert.ok(
						found.some(each => each.key === "new" && each.range.start < start + key.length),
						after,
					);
					assert.equal(expectedAt({ text: after, languageId }, start + key.length)?.close ?? "", "", after);
					count++;
				}
			}
		}
		assert.ok(count > 50, String(count));
	});
});
