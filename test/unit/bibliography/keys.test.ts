// Citation keys, and the bibliographies that documents declare.
import assert from "node:assert/strict";
import fc from "fast-check";
import {
	citationKey,
	declareBibliography,
	declaredBibliographies,
	isKeyPattern,
} from "../../../src/core/bibliography/bibliography";
import type { Name } from "../../../src/core/paper";
import { apply, paper, phikon } from "./fixtures";

const none = new Set<string>();

suite("a citation key", () => {
	const titles: readonly (readonly [string, string])[] = [
		["Phikon-v2, A large and public feature extractor", "x2024phikonv2"],
		["MedS$^3$: Towards Medical", "x2024meds3"],
		["CheXmask-U: Quantifying", "x2024chexmasku"],
		["Towards a {B}etter World", "x2024better"],
		["The \\emph{Great} Map", "x2024great"],
		["“Quoted” words", "x2024quoted"],
		["How to", "x2024how"],
		["Ünïcode Łódź", "x2024unicode"],
		["漢字", "x2024"],
	];
	for (const [title, key] of titles) {
		test(title, () =>
			assert.equal(citationKey(paper({ title, authors: [{ family: "X" }], issued: { year: 2024 } }), none), key),
		);
	}
	const names: readonly (readonly [Name, string])[] = [
		[{ family: "Jong", particle: "de", given: "E." }, "jong"],
		[{ family: "Müller-Łukasz" }, "mullerlukasz"],
		[{ family: "Di Piazza" }, "dipiazza"],
		[{ family: "O'Neill" }, "oneill"],
		[{ family: "Ærø" }, "aero"],
		[{ literal: "Baichuan-M2 Team" }, "baichuanm2team"],
		[{ family: "李", given: "Wei" }, "wei"],
	];
	for (const [name, key] of names) {
		test(JSON.stringify(name), () => assert.equal(citationKey(paper({ title: "", authors: [name] }), none), key));
	}
	test("leaves out what is not there, and is never empty", () => {
		assert.equal(citationKey(paper({ title: "The maps" }), none), "maps");
		assert.equal(citationKey(paper({ title: "漢字" }), none), "paper");
		assert.equal(citationKey(paper({ title: "" }), new Set(["PAPER"])), "papera");
	});
	test("gets a suffix when it is taken, in whatever case", () => {
		const letters = "abcdefghijklmnopqrstuvwxyz".split("");
		assert.equal(citationKey(phikon, new Set(["Filiot2024PhikonV2"])), "filiot2024phikonv2a");
		const taken = new Set(
			["", ...letters, ...letters.map(letter => `a${letter}`)].map(end => `filiot2024phikonv2${end}`),
		);
		assert.equal(citationKey(phikon, taken), "filiot2024phikonv2ba");
		taken.delete("filiot2024phikonv2aa");
		assert.equal(citationKey(phikon, taken), "filiot2024phikonv2aa");
	});
	const patterns: readonly (readonly [string, string])[] = [
		["auth + year", "Filiot2024"],
		["auth.upper+'-'+year", "FILIOT-2024"],
		['auth.lower + "_x" + shorttitle(3,2)', "filiot_xPhikonv2Largepublic"],
		["shorttitle(2).lower.capitalize", "Phikonv2large"],
		["title", "Phikonv2ALargeAndPublicFeatureExtractorForBiomarkerPrediction"],
		["nonsense(", "filiot2024phikonv2"],
		["", "filiot2024phikonv2"],
		["auth.foo", "filiot2024phikonv2"],
		["'???'", "Phikonv2Alargeandpublicfeatureextractorforbiomarkerprediction"],
	];
	for (const [pattern, key] of patterns) {
		test(`by the pattern ${pattern}`, () => assert.equal(citationKey(phikon, none, pattern), key));
	}
	const clark = paper({
		title: "The Structure of DNA: A review of X-ray data",
		authors: [
			{ family: "Müller", given: "Jürgen" },
			{ family: "Berg", given: "Ann", particle: "van den" },
			{ family: "Щукин", given: "Иван" },
		],
		issued: { year: 2003, month: 4, day: 9 },
		type: "article-journal",
		venue: "Journal of Maps & Charts",
		volume: "12",
		pages: "45-67",
		keywords: ["X-ray, soft"],
	});
	const formulas: readonly (readonly [string, string])[] = [
		["authEtAl + year", "MullerEtAl2003"],
		["authEtal2 + year", "Muller.etal2003"],
		["auth.etal", "Muller.etal"],
		["auth.auth.ea", "Muller.ea"],
		["authorLast", "Shchukin"],
		["authors", "MullerBergShchukin"],
		["authors(2)", "MullerBergEtAl"],
		["authors(n=2, etal='X', sep='-')", "Muller-Berg-X"],
		["authors2", "MullerBergEtAl"],
		["authorsAlpha + shortyear", "MBS03"],
		["auth(3).lower + auth(n=2,m=2)", "mulBe"],
		["auth(initials=true)", "MullerJ"],
		["authForeIni + authorLastForeIni", "JI"],
		["veryshorttitle + '_' + month + ':' + day", "Structure_4:9"],
		["shorttitle(2,1)", "StructureDNA"],
		["shorttitle(,2)", "StructureDNAreview"],
		["journal.abbr", "JoMC"],
		["journal.skipwords.abbr.lower + volume", "jmc12"],
		["Title.skipwords.select(2,2).condense('_')", "DNA_review"],
		["Title.substring(5, 9)", "Structure"],
		["Title.nopunct('').lower.condense", "thestructureofdnaareviewofxraydata"],
		["firstpage + '-' + lastpage", "45-67"],
		["type", "article-journal"],
		["keyword.clean", "X-raysoft"],
		["pmid || arxiv || auth", "Muller"],
		["pmid.prefix('p') || year", "2003"],
		["pmid + arxiv; auth + year", "Muller2003"],
		["(pmid || auth.upper) + year", "MULLER2003"],
		["pmid ? 'a' : 'b'", "b"],
		["pmid && auth; 'none'", "none"],
		["edtr.default('noEditor')", "noEditor"],
		["auth.replace('ll', 'l')", "Muler"],
		["[auth:lower][year]", "muller2003"],
		["[auth3_2]:[shorttitle2_2]", "Ber:StructureDNA"],
		["[authors2+initials]_[YEAR]", "MullerJBergAEtAl_2003"],
		["[pmid]|[auth:abbr]-[Title:skipwords:select=1,2:condense=_]", "M-Structure_DNA"],
		["[edtr:(none)]", "none"],
		["smith[year]", "smith2003"],
	];
	for (const [pattern, key] of formulas) {
		test(`by the formula ${pattern}`, () => {
			assert.ok(isKeyPattern(pattern));
			assert.equal(citationKey(clark, none, pattern), key);
		});
	}
	const scripts: readonly (readonly [string, string, string])[] = [
		["Достоевский", "Записки из подполья", "dostoevskii1864zapiski"],
		["Παπαδόπουλος", "Χάρτες", "papadopoulos1864chartes"],
		["王", "漢字", "paper1864"],
		["Gödel", "Über Sätze", "godel1864uber"],
		["Šašek", "Čeština", "sasek1864cestina"],
	];
	for (const [family, title, key] of scripts) {
		test(`in ASCII: ${family}`, () => {
			assert.equal(citationKey(paper({ title, authors: [{ family }], issued: { year: 1864 } }), none), key);
		});
	}
	test("writes umlauts out when told", () => {
		const godel = paper({ title: "x", authors: [{ family: "Gödel" }] });
		assert.equal(citationKey(godel, none, "Title.transliterate('german')"), "x");
		assert.equal(
			citationKey(paper({ title: "Über Öl" }), none, "Title.transliterate(german).condense"),
			"UeberOel",
		);
	});
	test("patterns that cannot be read are known", () => {
		assert.deepEqual(
			["auth", "auth.lower + year", "auth +", "", "foo", "auth(", "[foo]", "[auth:foo]", "((auth)"].map(
				isKeyPattern,
			),
			[...[true, true, false, false, false], ...[false, false, false, false]],
		);
	});
	test("is legal and new for any title and author", () => {
		const text = fc.string({ unit: "grapheme", maxLength: 20 });
		fc.assert(
			fc.property(text, text, fc.array(text), (title, family, taken) => {
				const key = citationKey(paper({ title, authors: [{ family }] }), new Set([...taken, "paper"]));
				assert.match(key, /^[A-Za-z0-9][A-Za-z0-9-]*$/);
				assert.ok(!taken.some(other => other.toLowerCase() === key.toLowerCase()));
			}),
		);
	});
});

function declared(text: string, languageId: string): string[] {
	return declaredBibliographies({ text, languageId }).map(({ path, range }) => {
		assert.ok(path.startsWith(text.slice(range.start, range.end)));
		return path;
	});
}

suite("declared bibliographies", () => {
	const latex: readonly (readonly [string, string[]])[] = [
		["\\bibliography{a,b.bib}", ["a.bib", "b.bib"]],
		["\\bibliography{ ../refs/a , b }", ["../refs/a.bib", "b.bib"]],
		["\\addbibresource[location=local, label=x]{my refs.bib}", ["my refs.bib"]],
		["\\addbibresource {a}\n\\addglobalbib{b.bib}", ["a.bib", "b.bib"]],
		["% \\bibliography{a}\n\\bibliography{b}", ["b.bib"]],
		["\\begin{verbatim}\n\\bibliography{a}\n\\end{verbatim}", []],
		["\\bibliographystyle{plain}\\printbibliography", []],
		["\\bibliography{\\subfix{a}}", ["a.bib"]],
		["\\bibliography{\\jobname}", []],
		["\\nobibliography*{x}", ["x.bib"]],
	];
	for (const [text, expected] of latex) test(text, () => assert.deepEqual(declared(text, "latex"), expected));
	const yaml: readonly (readonly [string, string[]])[] = [
		["bibliography: a.bib", ["a.bib"]],
		["bibliography: refs", ["refs.bib"]],
		["bibliography: 'my refs.bib' # note", ["my refs.bib"]],
		['bibliography: "a.bib"', ["a.bib"]],
		["bibliography: [a.bib, \"b c.bib\", 'd.json']", ["a.bib", "b c.bib", "d.json"]],
		["bibliography: [\n  a.bib,\n  b.bib\n]", ["a.bib", "b.bib"]],
		['bibliography:\n  - a.bib\n  - "b.bib"', ["a.bib", "b.bib"]],
		["bibliography:\n- a-b.bib # one\n# none\n- c.bib\ncsl: x.csl", ["a-b.bib", "c.bib"]],
		["bibliography: a.bib # b.bib", ["a.bib"]],
		["# bibliography: a.bib\nnobibliography: b.bib", []],
		["bibliography:\ncsl: x.csl", []],
	];
	for (const [header, expected] of yaml) {
		test(header, () => {
			const text = `---\ntitle: x\n${header}\nlang: en\n---\n\nbibliography: no.bib\n`;
			assert.deepEqual(declared(text, "quarto"), expected);
			assert.deepEqual(declared(text.replace(/\n/g, "\r\n"), "markdown"), expected);
		});
	}
	test("are none without a header, and in other languages", () => {
		assert.deepEqual(declared("bibliography: a.bib", "markdown"), []);
		assert.deepEqual(declared("---\nbibliography: a.bib\n---\n", "plaintext"), []);
	});
});

suite("a bibliography is declared", () => {
	const rows: readonly (readonly [string, string, string])[] = [
		[
			"latex",
			"\\begin{document}\nA\n\\end{document}\n",
			"\\begin{document}\nA\n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n",
		],
		[
			"latex",
			"\\usepackage{natbib}\r\n\\begin{document}A\\end{document}",
			"\\usepackage{natbib}\r\n\\begin{document}A\r\n\\bibliographystyle{plainnat}\r\n\\bibliography{references}\r\n\\end{document}",
		],
		[
			"latex",
			"\\usepackage[a=b]{csquotes, biblatex} % x\n\\begin{document}\n\\end{document}",
			"\\usepackage[a=b]{csquotes, biblatex} % x\n\\addbibresource{references.bib}\n\\begin{document}\n\\end{document}",
		],
		[
			"latex",
			"\\bibliographystyle{alpha}\n% \\end{document}\n\\begin{document}\n\\end{document}",
			"\\bibliographystyle{alpha}\n% \\end{document}\n\\begin{document}\n\\bibliography{references}\n\\end{document}",
		],
		[
			"latex",
			"\\input{header}\n\\begin{document}\n\\printbibliography\n\\end{document}",
			"\\input{header}\n\\addbibresource{references.bib}\n\\begin{document}\n\\printbibliography\n\\end{document}",
		],
		...["\\input{body}", "\\begin{thebibliography}{9}\\end{thebibliography}"].map(body => {
			const text = `\\begin{document}\n${body}\n\\end{document}`;
			return ["latex", text, text] as const;
		}),
		["latex", "\\section{A}", "\\section{A}"],
		[
			"latex",
			"\\begin{document}\\bibliography{a}\\end{document}",
			"\\begin{document}\\bibliography{a}\\end{document}",
		],
		["markdown", "# A\n", "---\nbibliography: references.bib\n---\n\n# A\n"],
		["quarto", "---\ntitle: x\n---\nA", "---\ntitle: x\nbibliography: references.bib\n---\nA"],
		["rmd", "---\r\ntitle: x\r\n---\r\nA", "---\r\ntitle: x\r\nbibliography: references.bib\r\n---\r\nA"],
		["markdown", "", "---\nbibliography: references.bib\n---\n"],
		["plaintext", "A", "A"],
	];
	for (const [languageId, before, after] of rows) {
		test(`${languageId}: ${before}`, () => {
			const edits = declareBibliography({ text: before, languageId }, "references.bib");
			assert.equal(apply(before, edits), after);
			if (before !== after) assert.deepEqual(declared(after, languageId), ["references.bib"]);
		});
	}
	test("with a path that YAML would read otherwise in quotes", () => {
		assert.equal(
			declareBibliography({ text: "", languageId: "markdown" }, "a: b.bib")[0]?.text,
			'---\nbibliography: "a: b.bib"\n---\n',
		);
	});
});
