// What Citeshelf writes, read by the programs it is written for: the 55 papers of the sample shelf, cited in LaTeX and
// in Markdown, come out of bibtex and of pandoc with their authors and years.
import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addToBibliography, declareBibliography } from "../../src/core/bibliography/bibliography";
import { insertCitation } from "../../src/core/citations/citations";
import type { Name, Paper } from "../../src/core/paper";
import { samplePapers } from "../samplePapers";
import { installWhereAllowed, isInstalled, run, sayLoudly } from "./programs";

const papers = samplePapers();
const { edits, keys } = addToBibliography("", "refs.bib", papers);
const bibliography = edits.map(({ text }) => text).join("");

/** A name as CSL-JSON has it. */
type CslName = Name & { readonly "non-dropping-particle"?: string; readonly "dropping-particle"?: string };

interface CslItem {
	readonly id: string;
	readonly author: readonly CslName[];
	readonly issued: { readonly "date-parts": readonly (readonly number[])[] };
}

suite("consumers", function () {
	this.timeout(300_000);
	suiteSetup(installWhereAllowed);

	test("pdflatex and bibtex list the 55 works without a complaint", function () {
		if (!needs(this, "pdflatex", "bibtex")) return;
		const folder = project({ "main.tex": latexDocument() });
		const latex = () => run("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "main.tex"], folder);
		const first = latex();
		equal(first.status, 0, first.output);
		const log = run("bibtex", ["main"], folder).output;
		ok(!/warning|error/i.test(log), log);
		const listed = readFileSync(join(folder, "main.bbl"), "utf8");
		equal(listed.match(/\\bibitem/g)?.length, 55);
		const second = latex();
		equal(second.status, 0, second.output);
		const third = latex();
		ok(!/undefined/i.test(third.output), third.output);
	});

	test("pdflatex and biber list the 55 works with their authors and years", function () {
		if (!needs(this, "pdflatex", "biber") || !needsPackage(this, "biblatex") || !needsPackage(this, "etoolbox"))
			return;
		const folder = project({ "main.tex": biblatexDocument() });
		const latex = () => run("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "main.tex"], folder);
		const first = latex();
		equal(first.status, 0, first.output);
		const biber = run("biber", ["main"], folder);
		equal(biber.status, 0, biber.output);
		ok(!/WARN|ERROR/.test(biber.output), biber.output);
		const entries = readFileSync(join(folder, "main.bbl"), "utf8").split("\\entry{").slice(1);
		equal(entries.length, 55);
		for (const [index, paper] of papers.entries()) {
			const entry = entries.find(text => text.startsWith(`${keys[index] ?? ""}}`)) ?? "";
			equal(entry.match(/family=\{/g)?.length ?? 1, paper.authors.length, entry);
			const name = firstName(paper).split(" ").at(-1) ?? "";
			ok(entry.includes(name) && entry.includes(`{${String(paper.issued?.year)}}`), entry);
		}
		const second = latex();
		equal(second.status, 0, second.output);
		ok(!/Citation '.*' (?:on page \d+ )?undefined/i.test(second.output), second.output);
	});

	test("pandoc --citeproc lists the 55 works with their first authors and years", function () {
		if (!needs(this, "pandoc")) return;
		const folder = project({ "notes.md": markdownDocument() });
		const { status, output } = run("pandoc", ["--citeproc", "-t", "plain", "--wrap=none", "notes.md"], folder);
		equal(status, 0, output);
		ok(!/not found|\[WARNING\]/i.test(output), output);
		const works = output.slice(output.indexOf("END OF TEXT")).trim().split(/\n\n+/).slice(1);
		equal(works.length, 55);
		const missing = papers.filter(
			paper => !works.some(work => work.includes(firstName(paper)) && work.includes(String(paper.issued?.year))),
		);
		deepEqual(
			missing.map(({ title }) => title),
			[],
			works.join("\n"),
		);
	});

	test("pandoc reads names and years back as they are on the shelf", function () {
		if (!needs(this, "pandoc")) return;
		const { status, output } = run("pandoc", ["-f", "bibtex", "-t", "csljson", "refs.bib"], project({}));
		equal(status, 0, output);
		const read = JSON.parse(output) as readonly CslItem[];
		for (const [index, paper] of papers.entries()) {
			const record = read.find(({ id }) => id === keys[index]);
			ok(record, keys[index]);
			deepEqual(record.author.map(family), paper.authors.map(family));
			equal(record.issued["date-parts"][0]?.[0], paper.issued?.year);
		}
	});
});

function family(name: CslName): string {
	if ("literal" in name) return name.literal;
	// Pandoc reads an apostrophe as a typographic one.
	const apostrophe = (text: string) => text.replaceAll("’", "'");
	const particle = name.particle ?? name["non-dropping-particle"] ?? name["dropping-particle"];
	return apostrophe([particle, name.family].filter(Boolean).join(" "));
}

function firstName({ authors }: Paper): string {
	const [name] = authors;
	if (name === undefined) return "";
	return "literal" in name ? name.literal : name.family;
}

/** Whether the programs are there; else says what is not checked, and skips the test. */
function needs(context: Mocha.Context, ...programs: readonly string[]): boolean {
	const missing = programs.filter(program => !isInstalled(program));
	if (missing.length === 0) return true;
	sayLoudly([
		`SKIPPED: ${context.test?.title ?? ""}`,
		`Not installed: ${missing.join(", ")}. Nothing was checked with it.`,
		"Install it, or run as root on Debian with CITESHELF_INSTALL_CONSUMERS=1, to have it checked.",
	]);
	return context.skip();
}

/** Whether LaTeX has this package; else says so, and skips the test. */
function needsPackage(context: Mocha.Context, name: string): boolean {
	if (run("kpsewhich", [`${name}.sty`], tmpdir()).status === 0) return true;
	sayLoudly([`SKIPPED: ${context.test?.title ?? ""}`, `The LaTeX package ${name} is not installed.`]);
	return context.skip();
}

function project(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "citeshelf-consumers-"));
	for (const [name, text] of Object.entries({ ...files, "refs.bib": bibliography }))
		writeFileSync(join(folder, name), text);
	return folder;
}

/** A document that cites every paper, each by an insertion of its own. */
function citing(languageId: string, before: string, after: string): string {
	let text = before;
	for (const key of keys) {
		text += "\n\nA sentence";
		const [edit] = insertCitation({ text, languageId }, text.length, [key]);
		ok(edit, key);
		text = `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}.`;
	}
	return text + after;
}

function latexDocument(): string {
	const before =
		"\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n\\usepackage[T1]{fontenc}\n\\begin{document}";
	return citing("latex", before, "\n\\bibliographystyle{plain}\n\\bibliography{refs}\n\\end{document}\n");
}

function biblatexDocument(): string {
	const before =
		"\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage[backend=biber,style=authoryear]{biblatex}\n\\begin{document}";
	const text = citing("latex", before, "\n\\printbibliography\n\\end{document}\n");
	const [declaration] = declareBibliography({ text, languageId: "latex" }, "refs.bib");
	ok(declaration);
	return text.slice(0, declaration.start) + declaration.text + text.slice(declaration.end);
}

function markdownDocument(): string {
	return citing("markdown", "---\nbibliography: refs.bib\n---\n", "\n\nEND OF TEXT\n");
}
