// Which works documents cite in all, also without naming them in the text.
import { deepEqual } from "node:assert/strict";
import { citedWorks, type CitedWorks } from "../../../src/core/citations/cited";

const cases: readonly [string, string, string, CitedWorks][] = [
	["keys once, in order", "latex", "\\cite{b, a} \\citep[p. 1]{a}", { keys: ["b", "a"], all: false }],
	["\\nocite{*} is all", "latex", "\\cite{a}\n\\nocite{*}", { keys: ["a"], all: true }],
	["\\nocite{*} in a comment is none", "latex", "\\cite{a}\n% \\nocite{*}", { keys: ["a"], all: false }],
	["\\nocite with keys", "latex", "\\nocite{a,b}", { keys: ["a", "b"], all: false }],
	["a nocite string", "markdown", '---\nnocite: "@*"\n---\n\n[@a]\n', { keys: ["a"], all: true }],
	[
		"a nocite block",
		"markdown",
		"---\nnocite: |\n  @a, @b:2020,\n  @{c/d}.\ntitle: x\n---\n",
		{ keys: ["a", "b:2020", "c/d"], all: false },
	],
	["a nocite list", "quarto", "---\nnocite:\n- '@a'\n- '@b'\n---\n", { keys: ["a", "b"], all: false }],
	["references to figures are no works", "quarto", "See @fig-one and [@a].", { keys: ["a"], all: false }],
	["Typst's full bibliography", "typst", '#bibliography("a.bib", full: true)\n@a', { keys: ["a"], all: true }],
	["Typst's own labels are no works", "typst", "= A <a>\n@a @b", { keys: ["b"], all: false }],
	["Org's nocite", "org", "#+nocite: @*\n[cite:@a]\n", { keys: ["a"], all: true }],
	["Org's citation of all", "org", "[cite/n:@*]\n", { keys: [], all: true }],
	[
		"the whole list in Sphinx",
		"restructuredtext",
		".. bibliography:: a.bib\n   :style: plain\n   :all:\n",
		{ keys: [], all: true },
	],
	["a plain text", "plaintext", "nothing", { keys: [], all: false }],
];

suite("works that documents cite", () => {
	for (const [name, languageId, text, expected] of cases) {
		test(name, () => deepEqual(citedWorks([{ text, languageId }]), expected));
	}

	test("documents cite together", () => {
		const sources = ["\\cite{a}", "\\cite{b,a}"].map(text => ({ text, languageId: "latex" }));
		deepEqual(citedWorks(sources), { keys: ["a", "b"], all: false });
	});
});
