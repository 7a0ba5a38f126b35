// Pandoc: manuscripts in Markdown and Org, with bibliographies in BibTeX, BibLaTeX, CSL-JSON and CSL-YAML.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { declaredBibliographies } from "../../src/core/bibliography/bibliography";
import type { Name } from "../../src/core/paper";
import { hardPapers } from "./hardPapers";
import { citingAll, citingPlaces, papers, project, type Kind, type Manuscript } from "./manuscripts";
import { installWhereAllowed, needs, run } from "./programs";
import { assertShelf, namesStyle } from "./works";

const markdown: Kind = {
	languageId: "markdown",
	fileName: "notes.md",
	skeleton: "# Notes\n\nTEXT\n\nEND OF TEXT\n",
	bibliography: "refs.bib",
	forms: [undefined, "textual", "year", "noAuthor"],
};

const bibliographies: readonly Pick<Kind, "bibliography" | "dialect">[] = [
	{ bibliography: "refs.bib" },
	{ bibliography: "refs.bib", dialect: "biblatex" },
	{ bibliography: "refs.json" },
	{ bibliography: "refs.yaml", dialect: "csl-yaml" },
];

// Of Org's styles of citations, Pandoc knows those of the text and of the year alone.
const org: Kind = {
	languageId: "org",
	fileName: "notes.org",
	skeleton: "#+title: Notes\n\nTEXT\n\nEND OF TEXT\n",
	bibliography: "refs.bib",
	forms: [undefined, "textual", "noAuthor"],
};

/** A name as CSL-JSON has it. */
type CslName = Name & { readonly "non-dropping-particle"?: string; readonly "dropping-particle"?: string };

interface CslItem {
	readonly id: string;
	readonly author: readonly CslName[];
	readonly issued: { readonly "date-parts": readonly (readonly number[])[] };
}

suite("Pandoc", function () {
	this.timeout(300_000);
	suiteSetup(installWhereAllowed);

	for (const file of bibliographies) {
		const name = [file.bibliography, file.dialect].filter(Boolean).join(" as ");
		test(`pandoc --citeproc prints the 55 works that Markdown cites from ${name}`, function () {
			if (!needs(this, "pandoc")) return;
			assertShelf(worksOf(plainText("notes.md", citingAll({ ...markdown, ...file }), "--csl=names.csl")));
		});

		test(`pandoc --citeproc prints papers that are hard to write from ${name}`, function () {
			if (!needs(this, "pandoc")) return;
			const manuscript = citingAll({ ...markdown, ...file }, hardPapers);
			assertShelf(worksOf(plainText("notes.md", manuscript, "--csl=names.csl")), hardPapers);
		});

		test(`pandoc prints what Markdown says about a citation from ${name}`, function () {
			if (!needs(this, "pandoc")) return;
			assertPlaces(plainText("notes.md", citingPlaces({ ...markdown, ...file })));
		});
	}

	test("pandoc's own style lists the 55 works with their first authors and years", function () {
		if (!needs(this, "pandoc")) return;
		const works = worksOf(plainText("notes.md", citingAll(markdown)));
		const missing = papers.filter(({ authors: [first], issued }) => {
			const name = first && ("literal" in first ? first.literal : first.family);
			return !works.some(work => work.includes(name ?? "") && work.includes(`. ${String(issued?.year)}`));
		});
		deepEqual(
			missing.map(({ title }) => title),
			[],
		);
	});

	test("pandoc --citeproc prints the 55 works that Org cites", function () {
		if (!needs(this, "pandoc")) return;
		assertShelf(worksOf(plainText("notes.org", citingAll(org), "--csl=names.csl", ...namedByOrg(citingAll(org)))));
	});

	test("pandoc prints what Org says about a citation", function () {
		if (!needs(this, "pandoc")) return;
		const manuscript = citingPlaces(org);
		assertPlaces(plainText("notes.org", manuscript, ...namedByOrg(manuscript)));
	});

	for (const dialect of ["bibtex", "biblatex"] as const) {
		test(`pandoc reads names and years of ${dialect} back as they are on the shelf`, function () {
			if (!needs(this, "pandoc")) return;
			const { keys, files } = citingAll({ ...markdown, dialect });
			const { status, output } = run("pandoc", ["-f", dialect, "-t", "csljson", "refs.bib"], project(files));
			equal(status, 0, output);
			const read = JSON.parse(output) as readonly CslItem[];
			for (const [index, paper] of papers.entries()) {
				const record = read.find(({ id }) => id === keys[index]);
				ok(record, keys[index]);
				deepEqual(record.author.map(family), paper.authors.map(family));
				equal(record.issued["date-parts"][0]?.[0], paper.issued?.year);
			}
		});
	}
});

function family(name: CslName): string {
	if ("literal" in name) return name.literal;
	// Pandoc reads an apostrophe as a typographic one.
	const apostrophe = (text: string) => text.replaceAll("’", "'");
	const particle = name.particle ?? name["non-dropping-particle"] ?? name["dropping-particle"];
	return apostrophe([particle, name.family].filter(Boolean).join(" "));
}

function plainText(fileName: string, { files }: Manuscript, ...options: readonly string[]): string {
	const folder = project({ ...files, "names.csl": namesStyle });
	const { status, output } = run(
		"pandoc",
		["--citeproc", "-t", "plain", "--wrap=none", ...options, fileName],
		folder,
	);
	equal(status, 0, output);
	ok(!/not found|\[WARNING\]/i.test(output), output);
	return output;
}

/** Pandoc before 3 leaves Org's keyword unread, so it is told what the document says. */
function namedByOrg({ text }: Manuscript): string[] {
	return declaredBibliographies({ text, languageId: "org" }).map(({ path }) => `--bibliography=${path}`);
}

function worksOf(output: string): string[] {
	return output.slice(output.indexOf("END OF TEXT")).trim().split(/\n\n+/).slice(1);
}

function assertPlaces(output: string): void {
	match(output, /\(see (?:J\. )?Kim et al\. 2025, 12\)/);
	match(output, /\((?:W\. )?Li et al\. 2025, chap\. 3\)/);
	match(output, /\(Desai et al\. 2022, 34–56; also Kenneweg, Kenneweg, and Hammer 2025, 78 and passim\)/);
}
