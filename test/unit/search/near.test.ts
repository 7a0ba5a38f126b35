// Papers ranked by what somebody writes and cites, and why.
import { deepEqual, equal, ok } from "node:assert/strict";
import { passagesOf } from "../../../src/core/manuscript/passages";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { samplePapers } from "../../samplePapers";

const papers = samplePapers();

function index(): SearchIndex {
	const made = new SearchIndex();
	made.replace("sample", papers);
	return made;
}

function starting(title: string) {
	const found = papers.find(paper => paper.title.startsWith(title));
	ok(found, title);
	return found;
}

suite("near what is written", () => {
	test("a cited paper of pathology brings papers of pathology, and says so", () => {
		const phikon = starting("Phikon-v2");
		const near = index().near({ cited: [phikon], passages: [] });
		const [, ...others] = near.ranked.map(({ paper }) => paper);
		equal(near.ranked[0]?.paper.id, phikon.id);
		const robust = starting("Towards Robust Foundation Models for Digital Pathology");
		ok(
			others.slice(0, 4).some(({ id }) => id === robust.id),
			others
				.slice(0, 6)
				.map(({ title }) => title)
				.join("\n"),
		);
		const { cited, words } = near.reason(robust);
		deepEqual(
			cited.map(({ id }) => id),
			[phikon.id],
		);
		ok(
			words.some(word => /patholog|FM|foundation|model/i.test(word)),
			words.join(", "),
		);
		deepEqual(near.reason(phikon).cited, [], "a paper is not like itself");
	});

	test("a text alone ranks, and what it is about comes first", () => {
		const near = index().near({
			cited: [],
			passages: ["Radiology reports are generated from chest radiographs and judged by radiologists."],
		});
		const best = near.ranked.slice(0, 5).map(({ paper }) => `${paper.title} ${paper.abstract}`);
		for (const text of best) ok(/radiolog|report|chest|x-?ray/i.test(text), text);
	});

	test("nothing written, or nothing that the shelf knows, ranks nothing", () => {
		equal(index().near({ cited: [], passages: [] }).ranked.length, 0);
		equal(index().near({ cited: [], passages: ["qwxzy plmokn"] }).ranked.length, 0);
		equal(new SearchIndex().near({ cited: papers, passages: ["pathology"] }).ranked.length, 0);
	});

	test("the same writing gives the same ranking, in whatever order the papers came", () => {
		const writing = { cited: papers.slice(0, 3), passages: ["Uncertainty in segmentation."] };
		const other = new SearchIndex();
		for (const paper of [...papers].reverse()) other.replace(paper.id, [paper]);
		const ids = (made: SearchIndex) => made.near(writing).ranked.map(({ paper }) => paper.id);
		deepEqual(ids(index()), ids(index()));
		deepEqual(new Set(ids(other)), new Set(ids(index())));
	});

	test("passages are words of the text, without preamble, comments and citations", () => {
		const text =
			"\\documentclass{article}\\usepackage{natbib}\n\\begin{document}\nWe segment \\citep{key2020} hearts. % not this\nAnd $x^2$ lungs.\n\\end{document}";
		const [passage, ...more] = passagesOf({ text, languageId: "latex", fileName: "a.tex" });
		equal(more.length, 0);
		ok(passage?.includes("We segment") && passage.includes("lungs"), passage);
		ok(!/natbib|key2020|not this/.test(passage ?? ""), passage);
		const long = passagesOf({ text: "word ".repeat(200_000), languageId: "markdown", fileName: "a.md" });
		ok(long.length <= 60 && long.length > 40, String(long.length));
	});
});
