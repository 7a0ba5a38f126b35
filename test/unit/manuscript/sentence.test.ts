// The sentence around the cursor, and where a citation for it goes.
import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { citingOffset, sentenceAt } from "../../../src/core/manuscript/sentence";

/** The sentence at `|`, in the text without it. */
function sentence(marked: string): string {
	const text = marked.replace("|", "");
	const { start, end } = sentenceAt(text, marked.indexOf("|"));
	return text.slice(start, end);
}

/** The text with `|` where a citation for the sentence at `|` goes. */
function cited(marked: string, languageId: string): string {
	const text = marked.replace("|", "");
	const offset = citingOffset({ text, languageId }, marked.indexOf("|"));
	return `${text.slice(0, offset)}|${text.slice(offset)}`;
}

suite("the sentence at the cursor", () => {
	const table: readonly (readonly [name: string, marked: string, expected: string])[] = [
		["in the middle", "One is. Two| is here. Three.", "Two is here."],
		["at its beginning", "One is. |Two is here. Three.", "Two is here."],
		["behind the last full stop", "One is. Two is here.|", "Two is here."],
		["behind the last full stop and a space", "One is. Two is here. |", "Two is here."],
		["without a full stop", "One is. Two is| here", "Two is here"],
		["a question", "Is one? |Two!", "Two!"],
		[
			"an abbreviation ends none",
			"As Filiot et al. 2024 |say, e.g. in Fig. 3, it holds. Next.",
			"As Filiot et al. 2024 say, e.g. in Fig. 3, it holds.",
		],
		["an initial ends none", "So says J. |Smith. Next.", "So says J. Smith."],
		["a decimal ends none", "It is 3.5 |times. Next.", "It is 3.5 times."],
		["over lines", "One\nis |two\nlines. Next.", "One\nis two\nlines."],
		["an empty line ends it", "First line\n\nSecond| line", "Second line"],
		["an empty line with CRLF ends it", "First line\r\n\r\nSecond| line\r\n\r\nThird", "Second line"],
		["a list item is a block", "Intro\n- one item\n- two| items\n", "- two items"],
		["a heading is a block", "# Heading\nText| here.", "Text here."],
		["LaTeX items and sections are blocks", "\\section{A}\nText |here\n\\item one", "Text here"],
		["in an empty text", "|", ""],
		["in a closing quote", "He said “yes.” Then |he left.", "Then he left."],
	];
	for (const [name, marked, expected] of table) test(name, () => equal(sentence(marked), expected));

	test("any offset of any text is answered by a part of the text that it is in or follows", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("a", " ", ".", "?", "\n", "\r\n", "- ", "\\item ", "et al. ", "”", "%")),
				fc.nat(60),
				(parts, offset) => {
					const text = parts.join("");
					const { start, end } = sentenceAt(text, offset);
					ok(0 <= start && start <= end && end <= text.length);
					equal(text.slice(Math.min(offset, text.length), start).trim(), "");
				},
			),
			{ seed: 7, numRuns: 2000 },
		);
	});
});

suite("where a citation for a sentence goes", () => {
	const table: readonly (readonly [name: string, language: string, marked: string, expected: string])[] = [
		["before the full stop", "latex", "One is. Two| is here. Three.", "One is. Two is here|. Three."],
		["before closing marks", "markdown", "Is this| so?! Yes.", "Is this so|?! Yes."],
		["at the end of an open sentence", "markdown", "Two| is here\n\nNext", "Two is here|\n\nNext"],
		[
			"behind a citation that ends the sentence",
			"latex",
			"Two| is here~\\cite{a}. Three.",
			"Two is here~\\cite{a}|. Three.",
		],
		["in the citation that the cursor is in", "latex", "Two \\cite{a|, b} is here.", "Two \\cite{a|, b} is here."],
		["behind a bracketed citation", "markdown", "Two| is here [@a].", "Two is here [@a]|."],
	];
	for (const [name, language, marked, expected] of table) test(name, () => equal(cited(marked, language), expected));
});
