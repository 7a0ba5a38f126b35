// What is said about a citation, written as each syntax has it and as the programs that read it print it.
import { equal } from "node:assert/strict";
import { citationAt, insertCitation, type Parts } from "../../../src/core/citations/citations";
import { applied } from "../../../src/core/textEdits";

const biblatex = "\\documentclass{article}\n\\usepackage{biblatex}\n\\begin{document}\nText\n\\end{document}\n";
const natbib = biblatex.replace("biblatex", "natbib");

/** What stands behind "Text" when a work is cited there. */
function cited(text: string, languageId: string, parts: Parts): string {
	const source = { text, languageId };
	const offset = text.indexOf("Text") + "Text".length;
	const after = applied(text, insertCitation(source, offset, ["a"], { parts: { a: parts } }));
	return after.slice(offset, after.length - (text.length - offset));
}

suite("what is said about a citation", () => {
	// Checked with biblatex 3.18: it sets "p." before what `\ifpages` takes, and before nothing else.
	const notes: readonly (readonly [parts: Parts, written: string])[] = [
		[{ locator: "12" }, "12"],
		[{ locator: "12-14" }, "12--14"],
		[{ locator: "12–14, 16" }, "12--14, 16"],
		[{ locator: "iv-ix" }, "iv-ix"],
		[{ locator: "p. 12" }, "12"],
		[{ locator: "12", suffix: "and passim" }, "\\pno~12 and passim"],
		[{ locator: "12-14", suffix: ", my emphasis" }, "\\ppno~12--14, my emphasis"],
		[{ locator: "12a" }, "\\pno~12a"],
		[{ locator: "12 ff." }, "\\ppno~12 ff."],
		[{ locator: "12 and 14" }, "\\ppno~12 and 14"],
		[{ locator: "\\pno~12" }, "12"],
		[{ locator: "3", label: "chapter", suffix: "and passim" }, "chap.~3 and passim"],
		[{ locator: "Theorem 3" }, "Theorem 3"],
	];
	for (const [parts, written] of notes) {
		test(`biblatex: ${JSON.stringify(parts)} is written ${written}`, () => {
			equal(cited(biblatex, "latex", parts), `~\\autocite[${written}]{a}`);
		});
	}

	test("the page that biblatex's own command marks is read as the locator", () => {
		const text = biblatex.replace("Text", "Text~\\autocite[see][\\pno~12 and passim]{a}");
		const [key] = citationAt({ text, languageId: "latex" }, text.indexOf("{a}") + 1)?.keys ?? [];
		equal(key?.locator, "\\pno~12");
		equal(key.suffix, "and passim");
	});

	const parts: Parts = { prefix: "see", locator: "12", suffix: "and passim" };
	const syntaxes: readonly (readonly [languageId: string, text: string, written: string])[] = [
		["latex", natbib, "~\\citep[see][p.~12 and passim]{a}"],
		["latex", biblatex, "~\\autocite[see][\\pno~12 and passim]{a}"],
		["markdown", "Text", " [see @a, p. 12 and passim]"],
		["myst", "Text", " {cite:p}`{see}a{p. 12 and passim}`"],
		["restructuredtext", "Text", " :cite:p:`{see}a{p. 12 and passim}`"],
		["typst", "Text", " see @a[p. 12 and passim]"],
		["org", "Text", " [cite:see @a p. 12 and passim]"],
		["asciidoc", "Text", " cite:see[a(12 and passim)]"],
	];
	for (const [languageId, text, written] of syntaxes) {
		test(`${written.trim()} says the prefix, the page and the suffix`, () => {
			equal(cited(text, languageId, parts), written);
		});
	}
});
