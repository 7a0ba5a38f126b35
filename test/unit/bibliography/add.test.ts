// Adding entries: the file's own style, nothing else changed, works that are there already.
import assert from "node:assert/strict";
import fc from "fast-check";
import { addToBibliography, parseBibliography } from "../../../src/core/bibliography/bibliography";
import { titlePieces } from "../../../src/core/bibliography/bibtex/writing/title";
import type { Paper } from "../../../src/core/paper";
import { samplePapers } from "../../samplePapers";
import { apply, fixture, fixtureNames, paper, phikon } from "./fixtures";

function added(text: string, papers: readonly Paper[] = [phikon]): string {
	return apply(text, addToBibliography(text, "a.bib", papers).edits);
}

const maps = paper({
	title: "Maps & 50% of “Łódź”",
	authors: [{ family: "Kąt", given: "J." }],
	issued: { year: 2020 },
});

suite("an entry is added", () => {
	test("to an empty file", () => {
		assert.equal(
			added(""),
			`@misc{filiot2024phikonv2,
  author = {Filiot, Alexandre},
  title = {Phikon-v2, A large and public feature extractor for biomarker prediction},
  year = {2024},
  month = sep,
  eprint = {2409.09173},
  archivePrefix = {arXiv},
  primaryClass = {eess.IV},
  doi = {10.48550/arXiv.2409.09173},
  url = {https://arxiv.org/abs/2409.09173}
}
`,
		);
		assert.ok(added("\uFEFF").startsWith("\uFEFF@misc"));
		assert.equal(added("% Notes", [paper({ title: "Title" })]), "% Notes\n\n@misc{title,\n  title = {Title}\n}\n");
	});
	test("in its place, with aligned values and a last comma, in a sorted file", () => {
		const text = fixture("sorted.bib");
		const edits = addToBibliography(text, "a.bib", [phikon]).edits;
		assert.equal(edits[0]?.start, text.indexOf("\n\n@misc{zeta"));
		assert.match(edits[0].text, /^\n\n@misc\{filiot2024phikonv2,\n {2}author {4}= \{Filiot, Alexandre\},\n/);
		assert.match(edits[0].text, /\n {2}archivePrefix = \{arXiv\},\n[^]*\},\n\}$/);
		const first = addToBibliography(text, "a.bib", [
			paper({ title: "Aaa" }),
			paper({ title: "Bbb" }),
			paper({ title: "zz" }),
		]);
		assert.deepEqual(
			first.edits.map(({ start }) => start),
			[0, text.indexOf("\n\n@misc{zeta"), text.length - 1],
		);
	});
	test("with quotes, parentheses, bare years and capitals", () => {
		assert.match(
			added(fixture("quoted.bib")),
			/\n\n@Misc\(filiot2024phikonv2,\n\tAuthor = "Filiot, Alexandre",\n\tTitle = "[^"]*",\n\tYear = 2024,\n\tMonth = sep,\n\tEprint = "2409.09173",\n[^]*\tUrl = "[^"]*"\)\n$/,
		);
	});
	test("on one line", () => {
		assert.match(
			added(fixture("oneLine.bib")),
			/\n@misc\{filiot2024phikonv2, author = \{Filiot, Alexandre\}, title = [^\n]*\}\}\n$/,
		);
	});
	test("before the groups of JabRef, with its alignment", () => {
		assert.match(
			added(fixture("aligned.bib")),
			/\n\}\n\n@Misc\{filiot2024phikonv2,\n {2}Author {19}= \{Filiot[^]*\n {2}PrimaryClass {13}= \{eess.IV\},\n[^]*\n\}\n\n@Comment\{jabref/,
		);
	});
	test("with the file's line ends, byte order mark, last line and Unicode", () => {
		const text = added(fixture("tabs.bib"), [phikon, maps]);
		assert.ok(!/[^\r]\n/.test(text));
		assert.ok(text.startsWith("\uFEFF@ARTICLE{adams"));
		assert.ok(text.endsWith("\r\n\tYEAR =\t2020\r\n}"));
		assert.match(text, /\}\r\n\r\n\r\n@MISC\{filiot2024phikonv2,\r\n\tAUTHOR =\t\{/);
		assert.match(text, /TITLE =\t\{Maps \\& 50\\% of “Łódź”\}/);
		assert.match(text, /AUTHOR =\t\{Kąt, J\.\}/);
	});
	test("with LaTeX for letters that the file shows no sign of holding", () => {
		assert.match(
			added("", [maps]),
			/author = \{K\{\\k\{a\}\}t, J\.\},\n {2}title = \{Maps \\& 50\\% of ``\{\\L\}\{\\'o\}d\{\\'z\}''\}/,
		);
		const latin = added("@misc{x,\n  title = {Straße}\n}\n", [paper({ title: "Café Łódź" })]);
		assert.match(latin, /title = \{Café \{\\L\}ód\{\\'z\}\}/);
	});
	test("before an entry that is not closed, where BibTeX still reads", () => {
		const text = "@misc{a, title = {A}}\n\n@misc{b, title = {B}\n";
		assert.match(added(text), /^@misc\{a, title = \{A\}\}\n[^]*url[^]*\}\n\n@misc\{b, title = \{B\}\n$/);
	});
	test("with the type and the venue that it has", () => {
		const base = {
			title: "Maps",
			authors: [{ family: "Adams" }],
			issued: { year: 2001 },
			venue: "Journal of Maps",
		};
		const lines = ["article-journal", "paper-conference", "book", "dataset", "thesis"].map(type => {
			const lines = added("", [paper({ ...base, type })]).split("\n");
			return [lines[0], lines[3]];
		});
		assert.deepEqual(lines, [
			["@article{adams2001maps,", "  journal = {Journal of Maps},"],
			["@inproceedings{adams2001maps,", "  booktitle = {Journal of Maps},"],
			["@book{adams2001maps,", "  publisher = {Journal of Maps},"],
			["@misc{adams2001maps,", "  howpublished = {Journal of Maps},"],
			["@phdthesis{adams2001maps,", "  school = {Journal of Maps},"],
		]);
	});
	test("unless the file is of another format", () => {
		assert.deepEqual(addToBibliography("TY  - JOUR", "refs.ris", [phikon]), {
			edits: [],
			keys: ["filiot2024phikonv2"],
		});
	});
});

suite("a work that is there already keeps its key", () => {
	const text = fixture("preprints.bib");
	const rows: readonly (readonly [string, Paper])[] = [
		["oldKey", phikon],
		["byDoi", paper({ title: "Different", doi: "10.1000/abc.1" })],
		["byTitle", paper({ title: "A study of maps: Their $x^2$ and use" })],
		[
			"byTitle",
			paper({
				title: "A study of maps: Their $x^2$ and use",
				authors: [{ family: "van der Berg", given: "R." }],
			}),
		],
		["byJournal", paper({ title: "Published", arxiv: "2502.04381", doi: "10.1000/z" })],
		["byPmid", paper({ title: "x", pmid: "12345" })],
	];
	for (const [key, work] of rows) {
		test(`${key}: ${work.title}`, () => {
			assert.deepEqual(addToBibliography(text, "a.bib", [work]), { edits: [], keys: [key] });
		});
	}
	test("but not another author's work of the same title", () => {
		const other = paper({ title: "A study of maps: Their $x^2$ and use", authors: [{ family: "Other" }] });
		assert.equal(addToBibliography(text, "a.bib", [other]).edits.length, 1);
	});
	test("and two papers of one work get one entry", () => {
		const twin = paper({ title: phikon.title });
		const { edits, keys } = addToBibliography("", "a.bib", [phikon, twin, phikon]);
		assert.deepEqual([edits.length, new Set(keys).size, edits[0]?.text.match(/@/g)?.length], [1, 1, 1]);
	});
	test("and keys of comments and of other files are not given again", () => {
		const { keys } = addToBibliography("% @misc{Filiot2024Phikonv2,\n", "a.bib", [phikon], {
			taken: ["filiot2024phikonv2A"],
		});
		assert.deepEqual(keys, ["filiot2024phikonv2b"]);
	});
});

suite("adding changes no other byte", () => {
	const papers = samplePapers();
	for (const name of fixtureNames) {
		for (const isWindows of [false, true]) {
			test(`${name}${isWindows ? " with CRLF" : ""}`, () => {
				const text = isWindows ? fixture(name).replace(/\r?\n/g, "\r\n") : fixture(name);
				const before = parseBibliography(text, name).entries.map(({ key, paper }) => [key, paper]);
				fc.assert(
					fc.property(fc.subarray([...papers], { minLength: 1, maxLength: 5 }), some => {
						const { edits, keys } = addToBibliography(text, name, some);
						assert.ok(edits.every(({ start, end }) => start === end));
						assert.ok(
							edits.every(({ start }, index) => index === 0 || start > (edits[index - 1]?.start ?? 0)),
						);
						const now = apply(text, edits);
						if (isWindows) assert.ok(!/[^\r]\n/.test(now));
						const after = parseBibliography(now, name).entries;
						const old = after.filter(({ key }) => before.some(([known]) => known === key));
						assert.deepEqual(
							old.map(({ key, paper }) => [key, paper]),
							before,
						);
						some.forEach(({ title }, index) => {
							const key = keys[index];
							if (before.some(([known]) => known === key)) return;
							assert.equal(after.find(entry => entry.key === key)?.paper.title, title);
						});
						assert.deepEqual(addToBibliography(now, name, some), { edits: [], keys });
					}),
					{ numRuns: 20 },
				);
			});
		}
	}
	test("and the 55 papers of the sample shelf come back as they were", () => {
		const { edits, keys } = addToBibliography("", "a.bib", papers);
		assert.equal(new Set(keys).size, 55);
		const text = apply("", edits);
		const { entries, problems } = parseBibliography(text, "a.bib");
		assert.deepEqual(problems, []);
		papers.forEach((paper, index) => {
			const read = entries.find(({ key }) => key === keys[index])?.paper;
			const pick = ({ id, title, authors, arxiv, doi, url, arxivClass, issued, type, venue }: Paper) => {
				const { year, month } = issued ?? { year: 0 };
				return { id, title, authors, arxiv, doi, url, arxivClass, year, month, type, venue };
			};
			assert.ok(read);
			assert.deepEqual(pick(read), pick(paper));
		});
		assert.deepEqual(addToBibliography(text, "a.bib", papers), { edits: [], keys });
	});
	test("and any title comes back", () => {
		const word = fc.oneof(
			fc.constantFrom(
				"LLMs",
				"nnU-Net",
				"a",
				"X-ray",
				"$x^2$",
				"é",
				"&",
				"50%",
				"#1",
				"a_b",
				"~",
				"^",
				"{",
				"}",
				"\\",
				"Łódź",
				"“q”",
				"3D",
				"—",
			),
			fc.string({ minLength: 1, maxLength: 5 }),
		);
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), words => {
				const title = words
					.join(" ")
					.replace(/[\s\p{Cc}\p{Cf}\p{Cs}`'"$-]+/gu, " ")
					.normalize("NFC")
					.trim();
				fc.pre(title !== "");
				const text = added("", [paper({ title })]);
				const [entry] = parseBibliography(text, "a.bib").entries;
				assert.equal(entry?.paper.title, title);
			}),
		);
	});
});

suite("capitals in titles", () => {
	const rows = [
		"{SKM-TEA}: A Dataset for {MRI} Reconstruction",
		"Towards {LLMs} and {nnU-Net} in {3D}",
		"{MedS$^3$}: Towards Medical {AI}",
		"Scaling of {X}-ray, {GPT}-4 and Vitamin {D}",
		"Use of {Covid}-19 Data",
		"A bag of tricks for real-time {Mitotic} {Figure} detection",
		"Phikon-v2, A large and public feature extractor for biomarker prediction",
		"{Barlow-Swin}: Toward a novel architecture using {Swin-Transformers}",
		"Free-text Reports and Multi-Turn Evaluation",
		"EDITORIAL NOTE",
		"The {$L_2$} Norm of {DNA/RNA}",
		"Learning by heart: Why rote exercises are bad in {Europe}",
	];
	for (const row of rows) {
		test(row, () => {
			const pieces = titlePieces(row.replace(/[{}]/g, ""));
			assert.equal(pieces.map(({ text, isKept }) => (isKept ? `{${text}}` : text)).join(""), row);
		});
	}
});
