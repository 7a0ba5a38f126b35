// Asciidoctor: it parses the document, and leaves the macros whole to asciidoctor-bibtex, which is not installed and
// whose grammar is checked here instead.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { citingAll, citingPlaces, project, type Kind, type Manuscript } from "./manuscripts";
import { installWhereAllowed, needs, run, sayLoudly } from "./programs";
import { textOf } from "./works";

const asciidoc: Kind = {
	languageId: "asciidoc",
	fileName: "paper.adoc",
	skeleton: "= Notes\n\nFrom {bibtex-file}.\n\nTEXT\n",
	bibliography: "refs.bib",
	forms: [undefined, "textual"],
};

interface Item {
	readonly key: string;
	readonly locator: string;
}

suite("Asciidoctor", function () {
	this.timeout(300_000);
	suiteSetup(() => {
		installWhereAllowed();
		sayLoudly([
			"SKIPPED: the list of references of asciidoctor-bibtex",
			"It is a gem that Debian does not have. Checked instead: Asciidoctor parses the document without a",
			"warning, knows the attribute, takes the place of the list for a block macro, leaves each citation as",
			"it was, and each is a macro by the README of asciidoctor-bibtex.",
		]);
	});

	test("Asciidoctor leaves the 55 works that AsciiDoc cites to asciidoctor-bibtex", function () {
		if (!needs(this, "asciidoctor")) return;
		const manuscript = citingAll(asciidoc);
		const macros = macrosIn(textOf(page(manuscript)));
		deepEqual(
			macros.flatMap(({ items }) => items.map(({ key }) => key)),
			manuscript.keys,
		);
	});

	test("Asciidoctor leaves what AsciiDoc says about a citation to asciidoctor-bibtex", function () {
		if (!needs(this, "asciidoctor")) return;
		const macros = macrosIn(textOf(page(citingPlaces(asciidoc))));
		deepEqual(
			macros.map(({ pretext, items }) => [pretext, ...items.map(({ locator }) => locator)]),
			[
				["see", "12"],
				["", "chap. 3"],
				["", "34-56"],
				// A macro has one text before it, so the second work has a macro of its own.
				["also", "78 and passim"],
			],
		);
	});
});

/** The page, once Asciidoctor has said nothing but that it does not know the block macro itself. */
function page({ files }: Manuscript): string {
	const folder = project(files);
	const { status, output } = run("asciidoctor", ["-v", "-e", "-o", "page.html", "paper.adoc"], folder);
	equal(status, 0, output);
	const said = output.split("\n").filter(line => line !== "");
	ok(
		said.every(line => line.includes("unknown name for block macro: bibliography")),
		output,
	);
	const html = readFileSync(join(folder, "page.html"), "utf8");
	match(html, /From refs\.bib\./);
	return html;
}

/** Citations by the README of asciidoctor-bibtex: `cite:pretext[key(locator),key]`. */
function macrosIn(text: string): { pretext: string; items: Item[] }[] {
	const item = /([^\s,()[\]]+)(?:\(([^)]*)\))?/;
	const macro = new RegExp(`(?:citenp|cite):([^[\\]]*)\\[((?:${item.source})(?:\\s*,\\s*${item.source})*)\\]`, "g");
	return Array.from(text.matchAll(macro), ([, pretext = "", list = ""]) => ({
		pretext,
		items: Array.from(list.matchAll(new RegExp(item, "g")), ([, key = "", locator = ""]) => ({ key, locator })),
	}));
}
