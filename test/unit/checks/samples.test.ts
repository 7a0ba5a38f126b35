// The real manuscripts of the samples: which keys are in no bibliography and which are in two, checked by eye, and that
// nothing else is claimed of their citations.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ProjectChecks } from "../../../src/core/checks/check";
import { Disk, corePath } from "../../../src/cli/disk";
import { findFiles } from "../../../src/cli/find";
import { readProjects } from "../../../src/cli/projects";

const folder = join(__dirname, "..", "..", "..", "..", "shared", "samples", "manuscripts");

/** By project: what is said of keys. A project without a row has all its keys, each once. */
const expected: Readonly<Record<string, readonly string[]>> = {
	adoc_asciidoctor_bibtex: [
		// Declared by `:bibtex-file:` and not copied; the document cites nothing.
		"missing-bibliography references.bib (cv-style/cv.adoc)",
		// `bibliography::[]` alone: asciidoctor-bibtex looks beside the document, where none was copied.
		"no-bibliography (nested_list/sample.adoc)",
	],
	org_org_ref: [
		// In the parent folder, which was not copied.
		"missing-bibliography org-ref.bib (examples/biblatex-example.org)",
		"missing-bibliography org-ref.bib (examples/natmove-example.org)",
		// A test of org-ref's own checks: the author means it to be undefined.
		"undefined-key badcite (melpa/test-1.org)",
	],
	// ORIGIN.md: "DANGLING: in neither bib".
	rmd_book_quoted_list: ["undefined-key Whiting2003 (80_Discrete.Rmd)"],
	// Found through TEXMF in the wild.
	tex_biblatex_examples: [
		"missing-bibliography biblatex-examples.bib (10-references-per-section.tex)",
		"missing-bibliography biblatex-examples.bib (18-numeric-hybrid.tex)",
		"missing-bibliography biblatex-examples.bib (30-style-numeric.tex)",
		"missing-bibliography biblatex-examples.bib (50-style-authoryear.tex)",
		"missing-bibliography biblatex-examples.bib (72-style-verbose-note.tex)",
		"missing-bibliography biblatex-examples.bib (92-bibliographylists.tex)",
	],
	// ORIGIN.md: "5 duplicate keys, e.g. cho2014GRU".
	tex_dissertation_multifile: [
		"duplicate-key isozaki-etal-2010-autoeval (anthology.bib)",
		"duplicate-key dreyer-marcu-2012-hyter (anthology.bib)",
		"duplicate-key clssts-2020 (anthology.bib)",
		"duplicate-key 2020SciPy-NMeth (anthology.bib)",
		"duplicate-key cho2014GRU (anthology.bib)",
	],
};

const rules = new Set(["undefined-key", "key-case", "duplicate-key", "missing-bibliography", "no-bibliography"]);

suite("the keys of the sample manuscripts", () => {
	const projects = existsSync(folder) ? readdirSync(folder).sort() : [];
	test("the samples are there", () => assert.ok(projects.length >= 20, String(projects.length)));
	for (const name of projects) {
		test(name, async () => {
			const disk = new Disk();
			const root = join(folder, name);
			const top = corePath(".", root);
			const found = await findFiles([root], root, disk);
			const options = { top, bibliography: undefined, citingCommands: [] };
			const { projects: all, unreadable } = await readProjects(found, disk, options);
			assert.deepEqual(unreadable, []);
			const checks = new ProjectChecks();
			const findings = all.flatMap(project => checks.check(project));
			const told = findings
				.filter(({ code }) => rules.has(code))
				.map(
					({ code, args, place }) =>
						`${code} ${[...args.slice(0, 1), `(${place.file.slice(top.length + 1)})`].join(" ")}`,
				);
			assert.deepEqual([...new Set(told)], expected[name] ?? []);
		});
	}
});
