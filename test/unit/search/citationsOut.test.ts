// What is left of a passage of a manuscript when its citations, comments and markup are out.
import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { termsOf } from "../../../src/core/search/analyzer";
import { withoutCitations } from "../../../src/core/search/citationsOut";
import { assertLinear } from "../linear";

const rows: readonly (readonly [syntax: string, passage: string])[] = [
	["LaTeX", String.raw`Robots \citep[see][p.~7]{zebra2024, lion} operate~\cite{zebra}.`],
	["LaTeX, several", String.raw`Robots \parencites[1]{zebra}[2]{lion} operate \autoref{fig:zebra}.`],
	["LaTeX comment", "Robots % zebra lion\noperate."],
	[
		"Pandoc",
		"Robots [see @zebra2024, p. 7; -@lion] operate, as @zebra [p. 3] and @{lion} say".replace(/, as.*/, "."),
	],
	["Pandoc in text", "Robots @zebra_2024 operate -@lion."],
	["Typst", "Robots @zebra2024[Kapitel] operate #cite(<lion>, supplement: [zebra])."],
	["Typst comment", "Robots\n// zebra lion\noperate /* zebra */."],
	["MyST", "Robots {cite:p}`zebra2024,lion` operate {cite}`lion`."],
	["reStructuredText", "Robots :cite:p:`zebra2024` operate [Zebra2024]_ :footcite:`lion`."],
	["AsciiDoc", "Robots cite:[zebra2024(7)] operate citenp:[lion]."],
	["Org", "Robots [cite:@zebra2024; see @lion p. 7] operate [cite/t:@lion] cite:zebra."],
	["HTML comment", "Robots <!-- zebra\nlion --> operate."],
	["an address", "Robots https://zebra.example/lion operate."],
];

suite("a passage without its citations", () => {
	for (const [syntax, passage] of rows) {
		test(syntax, () => deepEqual(termsOf(withoutCitations(passage)), ["robot", "oper"]));
	}

	test("words of prose stay: percentages, brackets, mail addresses and emphasis", () => {
		const passage = String.raw`In 50% of patients (or 20 % of all) \emph{sepsis} begins; write to me@uni.example [sic].`;
		const left = withoutCitations(passage);
		for (const word of ["patients", "all", "sepsis", "begins", "uni", "sic"]) ok(left.includes(word), word);
	});

	test("any text is taken, in time that grows with it", () => {
		const piece = fc.constantFrom(
			"[",
			"@",
			"]",
			"{",
			"}",
			"\\cite",
			"#cite(",
			"(",
			")",
			"<!--",
			"`",
			"{cite",
			":",
			"a",
			" ",
			"\n",
			"%",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 3000 }), pieces => {
				withoutCitations(pieces.join(""));
			}),
			{ numRuns: 50 },
		);
		for (const each of ["[", "[@", "\\cite[", "#cite(", "<!--", "{cite", ":cite", "cite", "a@"]) {
			assertLinear(times => void withoutCitations(each.repeat(times)), 20_000, each);
		}
	});
});
