// Real manuscripts, where they lie beside the checkout: what they cite is found, and an insertion can be taken back.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import fc from "fast-check";
import {
	citationsIn,
	insertCitation,
	isCitable,
	isCitableFile,
	removeKeys,
	type Source,
} from "../../../src/core/citations/citations";
import { apply } from "./marked";

const root = join(__dirname, "../../../../shared/samples/manuscripts");

function filesIn(folder: string): string[] {
	return readdirSync(folder).flatMap(name => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? filesIn(path) : isCitableFile("", name) ? [path] : [];
	});
}

const files = existsSync(root) ? filesIn(root) : [];

function read(path: string): Source {
	return { text: readFileSync(path, "utf8"), languageId: "", fileName: path };
}

function keysOf(source: Source): string[] {
	return citationsIn(source).flatMap(({ keys }) => keys.map(({ key }) => key));
}

/** The first keys of a manuscript, as `ORIGIN.md` of the samples lists them, or a reader of the file does. */
const firstKeys: readonly (readonly [file: string, keys: string])[] = [
	["adoc_asciidoctor_bibtex/all-in-one/sample.adoc", "Lane12b Lane12a Lane12a Lane12a Lane12a"],
	["adoc_asciidoctor_bibtex/citations_in_verse/sample.adoc", "guo2009 guo2009"],
	["adoc_asciidoctor_bibtex/cv-style/cv.adoc", "Lane12a Lane12b Anderson98 Anderson04"],
	["ipynb_cite2c/cite2c-to-migrate.ipynb", "batpol 29383/QTCKJCDM 29383/29XGSBTZ allium_vavilovii 29383/R7MVWURF"],
	["md_manubot_deep_review/07.conclusions.md", "tag:Speech_recognition arxiv:1610.05256 arxiv:1703.02136"],
	["md_manubot_deep_review/90.back-matter.md", ""],
	["myst_quantecon/kalman.md", "Ljungqvist2012 AndersonMoore2005 Bishop2006 Ljungqvist2012 AHMS1996"],
	["myst_quantecon/lake_model.md", "davis2006flow"],
	["org_org_ref/examples/basic.org", "kitchin-2015-examp-effec kitchin-2015-examp-effec kitchin-2015-examp-effec"],
	[
		"org_org_ref/melpa/test-1.org",
		"some-proceeding some-conference xu15_tunin_oxide_activ_throug_modif xu15_tunin_oxide_activ_throug_modif badcite kitchin-2015-examp xu15_relat_between_surfac_elect_chemic kitchin-2015-examp xu15_relat_between_surfac_elect_chemic",
	],
	["qmd_quarto_docs/docs/books/book-basics.qmd", ""],
	[
		"rmd_book_quoted_list/80_Discrete.Rmd",
		"Whiting2003 felsenstein_comparative_2012 omeara_evolutionary_2012-1 steel_parsimony_2000 huelsenbeck_stochastic_2003",
	],
	["rmd_book_quoted_list/index.Rmd", "R-base"],
	["rmd_book_quoted_list/20_gettingdata.Rmd", ""],
	["rmd_rticles_ams/skeleton.Rmd", "Becker+Schmitz2003 Knutti2008 MeixnerEA2002 Kuji_Nakajima2002 EmeryEA1986"],
	["rmd_rticles_glossa/skeleton.Rmd", "coetsem:2000 Bobaljik2012 murray:1983 mccarthy:1999 baker:1989"],
	[
		"rmd_rticles_lipics/skeleton.Rmd",
		"DBLP:journals/cacm/Knuth74 DBLP:books/mk/GrayR93 DBLP:journals/cacm/Dijkstra68a DBLP:conf/focs/HopcroftPV75",
	],
	["tex_biblatex_examples/10-references-per-section.tex", "massa augustine cotton hammond hammond"],
	[
		"tex_biblatex_examples/30-style-numeric.tex",
		"glashow yoon salam aksin companion stdmodel set stdmodel set companion",
	],
	["tex_biblatex_examples/50-style-authoryear.tex", "companion companion companion"],
	["tex_biblatex_examples/72-style-verbose-note.tex", "aristotle:anima"],
	["tex_dissertation_multifile/header.tex", ""],
	[
		"tex_dissertation_multifile/chapter/01-intro.tex",
		"steedman-2008-last schubach-2017-imbalance-genome azim-etal-2019-rare-solar-flare",
	],
	["tex_emcee_thebibliography/document/ms.tex", "Goodman:2010 Dunkley:2005"],
	["tex_emcee_thebibliography/joss/paper.tex", ""],
	["tex_phd_template_natbib/Chapter1/chapter1.tex", "Aup91 AAB95 Con90 LM65"],
	[
		"tex_slides_two_bibs_list/03-RNN.tex",
		"DBLP:conf/naacl/PetersNIGCLZ18 devlin2018bert Blelloch1990-yo Martin2018-bq smith2022simplified gu2020hippo",
	],
	["typst_icml/main.typ", "langley00 anonymous Samuel59 Samuel59 kearns89 Samuel59 mitchell80 MachineLearningI"],
	["typst_thesis_hayagriva/main.typ", ""],
	[
		"typst_thesis_hayagriva/sections/1-introduction/motivation.typ",
		"schwabe_automation_2020 mit_industrial_2024 wisse_wp1_2020",
	],
];

suite("the samples of manuscripts", () => {
	suiteSetup(function () {
		if (files.length > 0) return;
		console.warn("SKIPPED: no manuscripts beside the checkout, in ../shared/samples/manuscripts");
		this.skip();
	});

	for (const [file, expected] of firstKeys) {
		test(`cite what they cite: ${file}`, function () {
			const path = join(root, file);
			if (!existsSync(path)) this.skip();
			const keys = keysOf(read(path));
			const wanted = expected.split(" ").filter(key => key !== "");
			assert.deepEqual(wanted.length === 0 ? keys : keys.slice(0, wanted.length), wanted);
		});
	}

	test("cite by keys that stand where they are said to stand", () => {
		for (const path of files) {
			const source = read(path);
			let before = 0;
			for (const { range, keys } of citationsIn(source)) {
				assert.ok(before <= range.start, path);
				before = range.start;
				for (const { key, range: at, whole, item } of keys) {
					assert.equal(source.text.slice(at.start, at.end), key, path);
					assert.ok(item.start <= whole.start && whole.start <= at.start, path);
					assert.ok(at.end <= whole.end && whole.end <= item.end, path);
				}
			}
		}
	});

	test("do not cite mail addresses, cross-references and the commands of code", () => {
		const odd = /@|\.(?:org|com|fr|de|dk)$|^(?:fig|tbl|sec|eq|lst)[-:]|^(?:jax\.jit|partial)$/;
		for (const path of files) {
			assert.deepEqual(
				keysOf(read(path)).filter(key => odd.test(key)),
				[],
				relative(root, path),
			);
		}
	});

	test("take a key at any place, and give it back", () => {
		const key = "Added2024key";
		const sources = files.map(read);
		const place = fc.tuple(fc.nat(files.length - 1), fc.nat());
		fc.assert(
			fc.property(place, ([index, nat]) => {
				const source = sources[index];
				assert.ok(source);
				const { text } = source;
				const offset = nat % (text.length + 1);
				fc.pre(isCitable(source, offset));
				const after = { ...source, text: apply(text, insertCitation(source, offset, [key])) };
				assert.deepEqual(keysOf(after).sort(), [...keysOf(source), key].sort());
				const added = citationsIn(after).find(({ keys }) => keys.some(each => each.key === key));
				assert.ok(added);
				const back = apply(after.text, removeKeys(after, added, [key]));
				const name = `${files[index] ?? ""} ${offset}`;
				const isEndOfWord =
					/\w/.test(text.charAt(offset - 1)) && /^(?:[.,;:]? |[.,;:]?\r?\n)/.test(text.slice(offset));
				if (isEndOfWord) assert.ok(back === text, name);
				// Elsewhere one blank beside the citation may have been there or not: both look the same with it.
				assert.ok(Math.abs(back.length - text.length) <= 1, name);
				assert.ok(back.replace(/[ \t~]/g, "") === text.replace(/[ \t~]/g, ""), name);
			}),
			{ numRuns: 500, seed: 5 },
		);
	}).timeout(60_000);
});
