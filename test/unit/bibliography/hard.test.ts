// Entries of papers that are hard to write, as the programs that read them need them; each was found by printing them.
import { deepEqual, match } from "node:assert/strict";
import { addToBibliography, parseBibliography, type AddOptions } from "../../../src/core/bibliography/bibliography";
import type { Paper } from "../../../src/core/paper";
import { applied } from "../../../src/core/textEdits";
import { paper as paperOf } from "./fixtures";

function paper(title: string, more: Partial<Paper> = {}): Paper {
	return paperOf({ title, type: "article-journal", ...more });
}

function written(one: Paper, fileName = "refs.bib", dialect?: AddOptions["dialect"]): string {
	return applied("", addToBibliography("", fileName, [one], { dialect }).edits);
}

suite("entries of hard papers", () => {
	const titles: readonly (readonly [title: string, inBibtex: string])[] = [
		// plain.bst would print l_1, and \gamma for \Gamma.
		["Minimal $L_1$ norms", "Minimal {$L_1$} norms"],
		["$\\Gamma$-limits", "{$\\Gamma$}-limits"],
		["Free $p$-adic numbers", "Free $p$-adic numbers"],
		// {$H^1}/{L^2$} is no LaTeX.
		["On $H^1/L^2$-norms", "On {$H^1/L^2$}-norms"],
		["The $x-Y$ plane", "The {$x-Y$} plane"],
	];
	for (const [title, inBibtex] of titles) {
		test(`mathematics is kept as it is: ${title}`, () => {
			deepEqual(/^\s*title = \{(.*)\},?$/m.exec(written(paper(title)))?.[1], inBibtex);
		});
	}

	test("a thesis and a report are by their publisher when there is no other name", () => {
		const more = { publisher: "Universität Köln" };
		match(written(paper("A", { ...more, type: "thesis" })), /^\s*school = \{Universit\{\\"a\}t K\{\\"o\}ln\}/m);
		match(written(paper("A", { ...more, type: "report" }), "a.bib", "biblatex"), /^\s*institution = /m);
	});

	test("names that are truth values in YAML 1.1 are quoted", () => {
		for (const name of ["Yes", "No", "On", "y", "OFF", "true", "Null"]) {
			const one = paper("A", { authors: [{ family: name, given: name }], venue: name });
			match(written(one, "a.yaml", "csl-yaml"), new RegExp(`family: "${name}"\\n\\s*given: "${name}"`));
			match(written(one, "a.yml", "hayagriva"), new RegExp(`title: "${name}"`));
		}
	});

	test("signs that mean something in Hayagriva come back from it", () => {
		for (const title of ["At $20 a day", "Sets {a, b}", "A \\ B", "MedS$^3$ at $5"]) {
			const text = written(paper(title), "a.yml", "hayagriva");
			deepEqual(
				parseBibliography(text, "a.yml").entries.map(entry => entry.paper.title),
				[title.replace("$^3$", "³")],
				text,
			);
		}
	});

	// Pandoc reads the texts of CSL-YAML as Markdown.
	const inMarkdown: readonly (readonly [title: string, written: string])[] = [
		[
			"A plain title: with signs, [brackets] and choice_of_names",
			"A plain title: with signs, [brackets] and choice_of_names",
		],
		["*Stars* and `ticks`", "\\*Stars\\* and \\`ticks\\`"],
		["_Lines_ @home <angles>", "\\_Lines\\_ \\@home \\<angles>"],
		["From $5 to $6 and x^2^", "From \\$5 to \\$6 and x\\^2\\^"],
		["At $20 a day", "At $20 a day"],
		["MedS$^3_*$: slow", "MedS$^3_*$: slow"],
		["- A list", "\\- A list"],
		["1. A list", "1\\. A list"],
		["J. Maps", "J. Maps"],
	];
	for (const [title, text] of inMarkdown) {
		test(`Pandoc reads ${title} from CSL-YAML, and so do we`, () => {
			const file = written(paper(title), "a.yaml", "csl-yaml");
			const value = /title: (.*)/.exec(file)?.[1] ?? "";
			deepEqual(value.startsWith('"') ? JSON.parse(value) : value, text);
			deepEqual(
				parseBibliography(file, "a.yaml").entries.map(entry => entry.paper.title),
				[title],
			);
		});
	}
});
