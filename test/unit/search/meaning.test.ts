// Meaning, acronyms, synonyms and reasons.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Paper } from "../../../src/core/paper";
import { stem } from "../../../src/core/search/analyzer";
import { SearchIndex } from "../../../src/core/search/searchIndex";
import { acronymsIn } from "../../../src/core/search/words/acronyms";
import { samplePapers } from "../../samplePapers";

const papers = samplePapers();

function paper(id: string, title: string, abstract = ""): Paper {
	return { id, title, abstract, authors: [], type: "article", keywords: [], links: [] };
}

function indexOf(...of: Paper[]): SearchIndex {
	const index = new SearchIndex();
	index.replace("s", of);
	return index;
}

suite("acronyms", () => {
	const table: readonly (readonly [text: string, acronyms: string])[] = [
		["We use large language models (LLMs) here.", "llm=larg languag model"],
		["Endoscopic Submucosal Dissection (ESD) is", "esd=endoscop submucos dissect"],
		["trained on MF (mitotic figures) of", "mf=mitot figur"],
		["the Medical Information Mart for Intensive Care (MIMIC)", "mimic=medic inform mart intens care"],
		["written exposure therapy (WET; a protocol)", "wet=written exposur therapi"],
		["heat shock transcription factor (HSF-1)", ""],
		["a result (see Table 2) of (p < 0.05) and (2023)", ""],
		["the (A) and (I)", ""],
		["natural killer (NK) cells", "nk=natur killer"],
		["amyotrophic lateral sclerosis [ALS] and", "al=amyotroph later sclerosi"],
		["heat shock protein 70 (HSP 70) in", "hsp70=heat shock protein 70"],
		["\\textit{large language models} (\\emph{LLMs})", "llm=larg languag model"],
		["<b>magnetic resonance imaging</b> (“MRI”)", "mri=magnet reson imag"],
		["大型语言模型 large language models（LLMs）", "llm=larg languag model"],
		["the $k$-nearest neighbours ($k$-NN) rule", "knn=k nearest neighbor"],
		["as others found (Lee A, 2020) in [12, 13] and (Table 1)", ""],
	];
	for (const [text, acronyms] of table) {
		test(text, () => {
			equal(
				acronymsIn({ title: "", abstract: text })
					.map(({ short, long }) => `${short}=${long.join(" ")}`)
					.join("; "),
				acronyms,
			);
		});
	}

	test("the short form finds the long one and the long one the short, once a paper said so", () => {
		const said = paper("1", "Quarrel zone lines (QZLs)");
		const long = paper("2", "A quarrel zone line in the north");
		const short = paper("3", "QZL maps");
		const index = indexOf(said, long, short, paper("4", "Zones of others"));
		const ids = (query: string): string[] => index.search(query).map(hit => hit.paper.id);
		deepEqual(ids("QZL").sort(), ["1", "2", "3"]);
		ok(ids("quarrel zone lines").includes("3"));
		equal(index.search("qzl", { reasons: true }).find(hit => hit.paper.id === "2")?.reasons?.[0]?.way, "acronym");
		index.replace("s", [long, short]);
		deepEqual(ids("QZL"), ["3"]);
	});

	test("a short form with a hyphen is one, typed with it or without", () => {
		const said = paper("1", "Reverse transcription loop-mediated amplification (RT-LAMP)");
		const long = paper("2", "A reverse transcription loop-mediated amplification");
		const index = indexOf(said, long, paper("3", "Lamp oil"));
		for (const query of ["RT-LAMP", "RTLAMP", "rt-lamp test"]) {
			const hit = index.search(query, { reasons: true }).find(each => each.paper.id === "2");
			equal(hit?.reasons?.[0]?.way, "acronym", query);
		}
	});

	test("both spellings and synonyms find a paper", () => {
		for (const [a, b] of [
			["tumour", "tumor"],
			["haemorrhage", "hemorrhage"],
			["paediatrics", "pediatrics"],
			["leukaemia", "leukemia"],
			["generalisation", "generalization"],
			["modelling", "modeling"],
			["oedema", "edema"],
			["fibre", "fiber"],
		] as const)
			equal(stem(a), stem(b));
		for (const word of [
			"exercise",
			"disease",
			"precise",
			"four",
			"tour",
			"michael",
			"genre",
			"acre",
			"poem",
			"does",
		]) {
			ok(stem(word).startsWith(word.slice(0, -1)), `${word}: ${stem(word)}`);
		}
		const index = indexOf(paper("1", "Myocardial infarction at night"), paper("2", "Sleep"));
		const [hit] = index.search("heart attack", { reasons: true });
		equal(hit?.paper.id, "1");
		equal(hit.reasons?.[0]?.way, "synonym");
	});
});

suite("meaning", () => {
	test("a paper that shares no word with a sentence is found by the words that go together", () => {
		const cats = Array.from({ length: 12 }, (_, i) =>
			paper(
				`cat${i}`,
				`Feline whiskers study ${i}`,
				"Feline cats purr with whiskers and kittens, purring felines.",
			),
		);
		const cars = Array.from({ length: 12 }, (_, i) =>
			paper(
				`car${i}`,
				`Engine torque study ${i}`,
				"Engines of cars burn petrol with torque and pistons, burning motors.",
			),
		);
		const hidden = paper("hidden", "Purring", "Purring kittens.");
		const index = indexOf(...cats, ...cars, hidden);
		const hits = index.search("feline whiskers of cats today", { limit: 30, reasons: true });
		const hit = hits.find(({ paper: { id } }) => id === "hidden");
		ok(hit !== undefined);
		ok(hit.reasons?.some(({ way }) => way === "meaning") === true);
		ok(!hits.some(({ paper: { id } }) => id.startsWith("car")));
	});

	test("keywords keep their exact hits first", () => {
		const index = indexOf(...papers);
		for (const query of [
			"radiology reports",
			"medical reasoning benchmark",
			"retinal classification",
			"foundation models",
		]) {
			const complete = index.search(query).map(hit => hit.isComplete);
			const words = new SearchIndex();
			words.replace("s", papers);
			words.prepareMeaning(0);
			const before = words.search(query).filter(hit => hit.isComplete);
			ok(before.length > 0, query);
			equal(complete.filter(Boolean).length, before.length, query);
			ok(index.search(query)[0]?.isComplete, query);
		}
	});

	test("a single word finds the papers that have it, and no others", () => {
		for (const { paper: found } of indexOf(...papers).search("jailbreaking")) {
			ok(/jailbreak/i.test(found.title + found.abstract));
		}
	});

	test("it is learnt in steps, and searching does not wait for it when somebody prepares it", () => {
		const index = indexOf(...papers);
		const query = "robots that operate on a patient on their own in theatre";
		equal(index.prepareMeaning(1), false);
		const before = index.search(query).map(hit => hit.paper.id);
		let steps = 1;
		while (!index.prepareMeaning(1)) steps++;
		ok(steps > 5);
		const after = index.search(query).map(hit => hit.paper.id);
		const asked = indexOf(...papers);
		deepEqual(
			asked.search(query).map(hit => hit.paper.id),
			after,
		);
		ok(before.length > 0);
		equal(index.prepareMeaning(), true);
	});

	test("it is stored, and what is damaged of it is learnt again", () => {
		const index = indexOf(...papers);
		const sentence = "state space models for the electronic records of patients in hospitals";
		const expected = index.suggest(sentence, 10);
		const stored = JSON.parse(JSON.stringify(index)) as Record<string, unknown>;
		const again = SearchIndex.fromJSON(stored, papers);
		equal(again.prepareMeaning(1), true, "nothing is left to learn");
		deepEqual(again.suggest(sentence, 10), expected);
		for (const meaning of [
			7,
			{},
			{ ...(stored["meaning"] as object), coordinates: "x" },
			{ dimensions: 3, terms: [] },
		]) {
			deepEqual(SearchIndex.fromJSON({ ...stored, meaning }, papers).suggest(sentence, 10), expected);
		}
	});

	test("papers that come are placed, those that go are forgotten", () => {
		const index = indexOf(...papers.slice(0, 40));
		index.suggest("segmentation of medical images with transformers", 5);
		index.replace("more", papers.slice(40));
		index.remove("none");
		deepEqual(
			index.suggest("segmentation of medical images with transformers", 5),
			indexOf(...papers).suggest("segmentation of medical images with transformers", 5),
		);
	});
});

suite("reasons", () => {
	test("each says which words, where and how", () => {
		const index = indexOf(paper("1", "Segmentation of vessels", "Retinal images."), paper("2", "Other things"));
		const [hit] = index.search("segmenting retinl vess", { asYouType: true, reasons: true });
		deepEqual(hit?.reasons, [
			{ query: "segmenting", words: ["Segmentation"], way: "stem", fields: ["title"] },
			{ query: "retinl", words: ["Retinal"], way: "slip", fields: ["abstract"] },
			{ query: "vess", words: ["vessels"], way: "prefix", fields: ["title"] },
		]);
		equal(index.search("vessels", { reasons: true })[0]?.reasons?.[0]?.way, "word");
		equal(index.search("vessels")[0]?.reasons, undefined);
	});
});
