// Words of a text: what they are found by, and where they are marked.
import { deepEqual, equal, ok } from "node:assert/strict";
import { stem, tokenize } from "../../../src/core/search/analyzer";
import { matchedPassage, matchRanges } from "../../../src/core/search/passage";
import type { Paper } from "../../../src/core/paper";

function marked(text: string, terms: readonly string[]): string {
	return [...matchRanges(text, terms)]
		.reverse()
		.reduce(
			(result, { start, end }) => `${result.slice(0, start)}[${result.slice(start, end)}]${result.slice(end)}`,
			text,
		);
}

function paper(abstract: string): Paper {
	return { id: "1", title: "", abstract, authors: [], type: "article", keywords: [], links: [] };
}

suite("words of a text", () => {
	const rows: readonly (readonly [text: string, words: string])[] = [
		["X-ray images", "word:x word:ray joined:xray word:images"],
		[
			"GPT-4 and GPT-3.5",
			"word:gpt exact:=gpt word:4 joined:gpt4 stop:and word:gpt exact:=gpt word:3.5 joined:gpt3.5",
		],
		["MedS$^3$", "word:meds exact:=meds word:3 joined:meds3"],
		["T^3", "word:t word:3 joined:t3"],
		["p<0.05", "word:p word:0.05"],
		["22,022 volumes", "word:22022 word:volumes"],
		["$\\alpha$ in <i>E. coli</i> &amp; $\\mathbf{x}$", "word:alpha stop:in word:e word:coli word:x"],
		["Kömen’s naïve Œuvre", "word:komen word:naive word:oeuvre"],
		["EHRMamba", "word:ehrmamba exact:=ehrmamba part:ehr part:mamba"],
		["STATE OF THE ART IN CAPITALS", "word:state stop:of stop:the word:art stop:in word:capitals"],
		["医学", "word:医 word:学"],
		["seg\u00admen\u00adta\u00adtion of X\u200b-ray", "word:segmentation stop:of word:x word:ray joined:xray"],
	];
	for (const [text, words] of rows) {
		test(text, () => {
			equal(
				tokenize(text)
					.map(({ kind, word }) => `${kind}:${word}`)
					.join(" "),
				words,
			);
		});
	}

	test("tokens lie where their text stands", () => {
		const text = "Deep MedS$^3$ on X-rays";
		deepEqual(
			tokenize(text).map(({ start, end }) => text.slice(start, end)),
			["Deep", "MedS", "MedS", "3", "MedS$^3", "on", "X", "rays", "X-rays"],
		);
	});

	test("forms of a word have one stem", () => {
		equal(stem("segmenting"), stem("segmentation"));
		equal(stem("mri"), "mri");
	});
});

suite("marks and passages", () => {
	test("all forms of a matched word are marked", () => {
		equal(marked("Segmentation: segmenting X-rays", ["segment", "xrai"]), "[Segmentation]: [segmenting] [X-rays]");
		equal(marked("A CheXmask-U model", ["chexmask"]), "A [CheXmask]-U model");
		equal(marked("Nothing here", []), "Nothing here");
	});

	test("the passage is where most different words matched, cut at word bounds", () => {
		const filler = "Some words that say little about anything at all stand here to fill the space. ".repeat(3);
		const abstract = `${filler}We segment retinal vessels with uncertainty estimates. ${filler}`;
		const { text, marks } = matchedPassage(paper(abstract), ["segment", "retin", "uncertainti"]);
		ok(text.startsWith("…We segment"), text);
		ok(text.endsWith("…"));
		ok(text.length <= 125, String(text.length));
		deepEqual(
			marks.map(({ start, end }) => text.slice(start, end)),
			["segment", "retinal", "uncertainty"],
		);
	});

	test("of a text without blanks a part is shown, its characters whole", () => {
		const abstract = "我们研究𠮷野家的模型。".repeat(60);
		for (let length = 100; length < 110; length++) {
			const { text, marks } = matchedPassage(paper(abstract), ["模"], length);
			ok(text.length <= length + 3 && marks.length > 0, text);
			ok(!/\p{Surrogate}/u.test(text), text);
		}
	});

	test("a short abstract is whole, one without a match has no passage", () => {
		equal(matchedPassage(paper("Short retinal text."), ["retin"]).text, "Short retinal text.");
		deepEqual(matchedPassage(paper("Short text."), ["retin"]), { text: "", marks: [] });
		deepEqual(matchedPassage(paper(""), ["retin"]), { text: "", marks: [] });
	});
});
