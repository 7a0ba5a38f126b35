// The bibliographies of every manuscript of the samples, against what ORIGIN.md, section C, says of it.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectBibliography, type Files } from "../../../src/core/project/project";
import { decodeBytes } from "../../../src/core/text/decodeBytes";

const folder = join(__dirname, "..", "..", "..", "..", "shared", "samples", "manuscripts");

const files: Files = {
	read: path => {
		const file = folder + path;
		if (!existsSync(file) || !statSync(file).isFile()) return Promise.resolve(undefined);
		const decoded = decodeBytes(readFileSync(file));
		return Promise.resolve("text" in decoded ? decoded.text : undefined);
	},
	list: path => {
		const place = folder + path;
		if (!existsSync(place)) return Promise.resolve([]);
		const entries = readdirSync(place, { withFileTypes: true });
		return Promise.resolve(entries.map(entry => entry.name + (entry.isDirectory() ? "/" : "")));
	},
};

/** What is found for all files of a project but those with rows of their own: why, and the files; `!` is missing. */
const expected: Readonly<Record<string, string>> = {
	adoc_asciidoctor_bibtex: "",
	"adoc_asciidoctor_bibtex/all-in-one": "declared all-in-one/references.bib",
	"adoc_asciidoctor_bibtex/citations_in_verse": "declared citations_in_verse/reference.bib",
	// Declared and not copied.
	"adoc_asciidoctor_bibtex/cv-style": "declared cv-style/references.bib!",
	"adoc_asciidoctor_bibtex/latex_macros_in_bibtex": "declared latex_macros_in_bibtex/reference.bib",
	// `bibliography::[]` alone: asciidoctor-bibtex looks beside the document, where none was copied.
	"adoc_asciidoctor_bibtex/nested_list": "none",
	// The records are in the notebook's metadata, or there are none yet.
	ipynb_cite2c: "none notebook",
	"ipynb_cite2c/doi-to-migrate.ipynb": "none",
	md_joss_slix: "declared paper.bib",
	// Manubot reads `manual-references.json` by its own rule; nothing declares it, it is the nearest.
	md_manubot_deep_review: "nearest manual-references.json",
	myst_quantecon: "project _static/quant-econ.bib",
	org_org_ref: "",
	"org_org_ref/examples/basic.org": "declared examples/basic.bib",
	"org_org_ref/melpa/test-1.org": "declared melpa/test-1.bib",
	// `../org-ref.bib`, not copied.
	"org_org_ref/examples/natmove-example.org": "declared org-ref.bib!",
	"org_org_ref/examples/biblatex-example.org": "declared org-ref.bib!",
	// Each is a test of Pandoc within a block of code: the header with `references:` is that of the tested text, and the
	// file itself declares nothing. Two bibliographies lie beside them.
	pandoc_suite: "nearest averroes.bib biblio.bib",
	qmd_quarto_docs: "project references.bib",
	rmd_book_quoted_list: "project packages.bib zotero.bib",
	"rmd_book_quoted_list/index.Rmd": "declared packages.bib zotero.bib",
	rmd_rticles_ams: "declared references.bib",
	rmd_rticles_glossa: "declared sample.bib",
	rmd_rticles_lipics: "declared bibliography.bib",
	rst_sphinxcontrib_bibtex: "",
	// The conf.py that declares them was not copied; the directives in usage.rst are examples.
	"rst_sphinxcontrib_bibtex/doc": "none",
	"rst_sphinxcontrib_bibtex/test/roots/test-backrefs": "declared test/roots/test-backrefs/test.bib",
	// Found through the installation in the wild; copied to another folder of the samples.
	tex_biblatex_examples: "declared biblatex-examples.bib!",
	"tex_biblatex_examples/95-customlists.tex": "declared 95-customlists.bib",
	tex_dissertation_multifile: "declared anthology.bib",
	tex_emcee_thebibliography: "",
	"tex_emcee_thebibliography/document": "none thebibliography",
	"tex_emcee_thebibliography/joss": "declared joss/paper.bib",
	tex_phd_template_natbib: "declared References/references.bib",
	tex_slides_two_bibs_list: "declared ssm.bib anthology.bib",
	"tex_slides_two_bibs_list/old.tex": "declared anthology.bib ssm.bib",
	"tex_slides_two_bibs_list/presentation-netflix.tex": "declared anthology.bib",
	// Its `\input` is commented out: it belongs to no document, and two bibliographies lie beside it.
	"tex_slides_two_bibs_list/05-Extensions.tex": "nearest anthology.bib ssm.bib",
	typst_icml: "declared main.bib",
	typst_template_root_absolute: "declared thesis.yml",
	typst_thesis_hayagriva: "declared references.yaml",
	// The file that includes it was not copied: what the main document declares is the nearest.
	"typst_thesis_hayagriva/sections/2-background/factor-graphs.typ": "nearest references.yaml",
};

/** The row of a file: its own, or that of the folder that it lies in. */
function rowOf(file: string): string | undefined {
	for (let path = file; path !== "."; path = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".") {
		const row = expected[path];
		if (row !== undefined) return row;
	}
	return undefined;
}

suite("the bibliographies of the sample manuscripts", () => {
	const all = existsSync(folder)
		? readdirSync(folder, { recursive: true }).map(name => String(name).replace(/\\/g, "/"))
		: [];
	const manuscripts = all.filter(name => /\.(?:tex|md|qmd|rmd|typ|rst|adoc|org|ipynb)$/i.test(name)).sort();
	test("the samples are there", () => assert.ok(manuscripts.length >= 60, String(manuscripts.length)));
	for (const file of manuscripts) {
		test(file, async () => {
			const project = file.slice(0, file.indexOf("/"));
			const found = await projectBibliography(`/${file}`, files, { top: `/${project}` });
			const names = found.files.map(({ path, exists }) => path.slice(project.length + 2) + (exists ? "" : "!"));
			const kinds = found.inline.map(({ kind }) => kind);
			assert.equal([found.how, ...names, ...kinds].join(" "), rowOf(file));
			assert.deepEqual(
				found.missing,
				found.files.flatMap(({ path, exists }) => (exists ? [] : [path])),
			);
		});
	}
});
