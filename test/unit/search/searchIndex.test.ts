// Search over the sample shelf: the paper one means comes first, however it is typed.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Paper } from "../../../src/core/paper";
import { type Hit, SearchIndex } from "../../../src/core/search/searchIndex";
import { samplePapers } from "../../samplePapers";
import { distinctiveWords } from "./sample";

const papers = samplePapers();
const index = new SearchIndex();
index.replace("sample", papers);

function first(query: string, asYouType = false): string {
	return index.search(query, { asYouType })[0]?.paper.title ?? "(nothing)";
}

function titles(hits: readonly Hit[]): string[] {
	return hits.map(hit => hit.paper.title);
}

function paper(id: string, title: string, abstract = "", more: Partial<Paper> = {}): Paper {
	return { id, title, abstract, authors: [], type: "article", keywords: [], links: [], ...more };
}

suite("search over the sample shelf", () => {
	test("the table names all 55 papers in order", () => {
		equal(distinctiveWords.length, 55);
		distinctiveWords.forEach(([title], i) => ok(papers[i]?.title.startsWith(title), title));
	});

	for (const [title, words, slip, cut] of distinctiveWords) {
		test(`${title}: found first by its own words, with a slip, and with the last word cut`, () => {
			for (const [query, asYouType] of [
				[words, false],
				[words, true],
				[slip, false],
				[slip, true],
				[cut, true],
			] as const) {
				const found = first(query, asYouType);
				ok(found.startsWith(title), `${query} (${asYouType ? "typing" : "whole"}) found ${found}`);
			}
		});
	}

	test("authors, year and identifiers find a paper", () => {
		ok(first("Filiot").startsWith("Phikon-v2"));
		ok(first("Kömen pathology").startsWith("Towards Robust"));
		ok(first("komen").startsWith("Towards Robust"));
		ok(first("oakden-rayner 2019").startsWith("Hidden Stratification"));
		ok(first("2103.01006").startsWith("GaNDLF"));
	});

	test("an identifier finds its paper, alone or in an address, of whatever version", () => {
		for (const { id, arxiv, doi } of papers) {
			const forms = [
				...(arxiv === undefined
					? []
					: [arxiv, `${arxiv}v3`, `arXiv:${arxiv}v2`, `https://arxiv.org/abs/${arxiv}v1`]),
				...(arxiv === undefined
					? []
					: [`http://arxiv.org/pdf/${arxiv}.pdf`, `https://doi.org/10.48550/arXiv.${arxiv}`]),
				...(doi === undefined ? [] : [doi, `doi:${doi}`, `https://doi.org/${doi}`]),
			];
			for (const form of forms) equal(index.search(form)[0]?.paper.id, id, form);
		}
	});

	test("a title that is being typed keeps its paper first, from its fourth word on", () => {
		for (const title of [
			"Limitations of Large Language Models in Clinical Problem-Solving",
			"Generalization in Healthcare AI: Evaluation of a Clinical Large Language Model",
		]) {
			const fourth = title.split(" ", 4).join(" ").length;
			for (let end = fourth; end <= title.length; end++) {
				const typed = title.slice(0, end);
				ok(first(typed, true).startsWith(title.slice(0, fourth)), typed);
			}
		}
	});

	test("a whole title of any length is first", () => {
		const others = Array.from({ length: 8 }, (_, i) =>
			paper(String(i), `Deep learning deep learning ${i}`, "Deep learning"),
		);
		const shelf = new SearchIndex();
		shelf.replace("s", [
			...others,
			paper("whole", "Deep learning"),
			paper("zh", "深度学习"),
			paper("zh2", "深度学习与深度学习"),
		]);
		for (const [query, id] of [
			["deep learning", "whole"],
			["深度学习", "zh"],
		] as const)
			equal(shelf.search(query)[0]?.paper.id, id);
	});

	test("no limit is below nothing, and a source may have any name", () => {
		deepEqual(index.search("segmentation", { limit: -5 }), []);
		const shelf = new SearchIndex();
		const one = paper("1", "Owls");
		for (const source of ["", "a"]) shelf.replace(source, [one]);
		shelf.remove("a");
		equal(shelf.search("owls").length, 1);
	});

	test("compounds are found as typed both ways", () => {
		for (const query of ["meds3", "meds^3", "MedS$^3$", "MEDS3"]) ok(first(query).startsWith("MedS"), query);
		for (const query of ["nnunet", "nnU-Net", "nn-unet"]) ok(first(query).startsWith("nnLandmark"), query);
		for (const query of ["T^3", "T3", "t^3 merging"]) ok(first(query).startsWith("T3"), query);
		const withXray = new Set(titles(index.search("x-ray")));
		for (const title of titles(index.search("xray"))) ok(withXray.has(title), title);
		ok(first("EHR Mamba").startsWith("EHRMamba"));
		ok(first("gpt4 atc").startsWith("Zero-Shot ATC"));
	});

	test("a technical word is told from a common word with the same stem", () => {
		ok(first("MEDIC").startsWith("MEDIC"));
		ok(first("medic").startsWith("MEDIC"));
		ok(first("CARE").startsWith("CARE-RAG"));
	});

	test("a whole title finds its paper first, however much others resemble it", () => {
		const like = Array.from({ length: 60 }, (_, i) => {
			const text = "Whole slide images are read by foundation models of digital pathology.";
			return paper(`title:${i}`, `Foundation models for digital pathology, part ${i}`, text.repeat(1 + (i % 5)));
		});
		const shelf = new SearchIndex();
		shelf.replace("like", like);
		for (const each of like) {
			const [hit, next] = shelf.search(each.title.toLowerCase(), { limit: 2 });
			equal(hit?.paper.title, each.title);
			ok(hit.score >= (next?.score ?? 0));
		}
	});

	test("a phrase must be there, word by word", () => {
		const found = index.search('"hidden stratification"');
		deepEqual(titles(found), [
			"Hidden Stratification Causes Clinically Meaningful Failures in Machine Learning for Medical Imaging",
		]);
		deepEqual(index.search('"stratification hidden"'), []);
		ok(first('"tree of thoughts"').startsWith("QM-ToT"));
		const both = index.search('"radiology reports" lightweight');
		ok(first('"radiology reports" lightweight').startsWith("Structuring Radiology"));
		for (const hit of both) ok(/radiology report/i.test(hit.paper.title + hit.paper.abstract));
	});

	test("an unbalanced quote is no quote, and quotes in a sentence are prose", () => {
		deepEqual(titles(index.search('"hidden stratification')), titles(index.search("hidden stratification")));
		const sentence =
			'As others say, the "black box" of subgroups that hidden stratification leaves in the data can cause failures that matter to patients';
		ok(first(sentence).startsWith("Hidden Stratification"));
	});

	test("an empty query, or one without words, finds nothing", () => {
		for (const query of ["", "  ", "…", '"', '""', "the of", "$^$"]) deepEqual(index.search(query), [], query);
	});

	test("a hit says by which terms it was found, and whether all words matched", () => {
		const [hit] = index.search("segmenting anatomical structures");
		deepEqual(hit?.terms, ["segment", "anatom", "structur"]);
		equal(hit.isComplete, true);
		equal(index.search("mitotic zzzzzzz")[0]?.isComplete, false);
	});

	test("the limit holds, and the order is by score, then by id", () => {
		equal(index.search("clinical", { limit: 7 }).length, 7);
		equal(index.search("clinical", { limit: 0 }).length, 0);
		const twins = new SearchIndex();
		twins.replace(
			"a",
			["c", "a", "b"].map(id => paper(id, "Equal words")),
		);
		deepEqual(
			twins.search("equal").map(hit => hit.paper.id),
			["a", "b", "c"],
		);
	});
});

suite("similar papers and suggestions", () => {
	test("papers on the same subject are similar, the paper itself is not among them", () => {
		const phikon = papers.find(({ title }) => title.startsWith("Phikon"))?.id ?? "";
		const found = titles(index.similar(phikon, 3));
		equal(found.length, 3);
		ok(
			found.some(title => title.startsWith("Towards Robust Foundation Models")),
			found.join("; "),
		);
		ok(!found.some(title => title.startsWith("Phikon")));
		deepEqual(index.similar("unknown", 3), []);
	});

	test("a sentence of a manuscript finds what it should cite; its own citations and markup do not count", () => {
		const latex = String.raw`Subgroups that nobody labelled may hide \emph{clinically meaningful} failures \citep[see][]{phikon2024} of imaging models.`;
		ok(titles(index.suggest(latex, 3))[0]?.startsWith("Hidden Stratification"));
		const markdown = "Robots have performed cholecystectomy autonomously [@mitotic2025; @figure].";
		ok(titles(index.suggest(markdown, 3))[0]?.startsWith("SRT-H"));
		deepEqual(index.suggest("", 3), []);
	});
});

suite("sources of the index", () => {
	test("a paper of two sources is found once, and stays until its last source goes", () => {
		const two = new SearchIndex();
		two.replace("a", [paper("1", "Zebra stripes"), paper("2", "Lion manes")]);
		two.replace("b", [paper("1", "Zebra stripes")]);
		equal(two.size, 2);
		equal(two.search("zebra").length, 1);
		two.remove("a");
		equal(two.search("zebra").length, 1);
		equal(two.search("lion").length, 0);
		two.remove("b");
		equal(two.size, 0);
		deepEqual(two.search("zebra"), []);
	});

	test("of two forms of a paper the fuller one is shown, whichever came first", () => {
		const short = paper("1", "Zebra stripes");
		const full = paper("1", "Zebra stripes", "They confuse flies.");
		for (const [one, other] of [
			[short, full],
			[full, short],
		] as const) {
			const two = new SearchIndex();
			two.replace("a", [one]);
			two.replace("b", [other]);
			deepEqual(
				two.search("flies").map(hit => hit.paper),
				[full],
			);
		}
	});

	test("words of removed papers are neither found nor completed", () => {
		const changing = new SearchIndex();
		changing.replace("a", [paper("1", "Zebra stripes"), paper("2", "Lion manes")]);
		changing.replace("a", [paper("2", "Lion manes")]);
		for (const query of ["zebra", "zebro", "zeb"])
			deepEqual(changing.search(query, { asYouType: true }), [], query);
	});

	test("the label of a topic finds its papers and comes with the hit", () => {
		const topical = new SearchIndex();
		topical.replace("a", [paper("1", "Retinal vessels"), paper("2", "Bone density")]);
		topical.setTopics(new Map([["1", "Ophthalmology"]]));
		const [hit] = topical.search("ophthal", { asYouType: true });
		equal(hit?.paper.id, "1");
		equal(hit.topic, "Ophthalmology");
	});

	test("a damaged or outdated store is built anew", () => {
		const stored = JSON.stringify(index);
		for (const json of [
			undefined,
			7,
			"{",
			"{}",
			stored.replace('"version":4', '"version":0'),
			stored.slice(0, -2),
		]) {
			const again = SearchIndex.fromJSON(json, papers);
			equal(again.search("Phikon")[0]?.paper.id, "arxiv:2409.09173");
		}
	});

	test("a paper that changed since the index was stored is found by its new words", () => {
		const old = new SearchIndex();
		old.replace("a", [paper("1", "Zebra stripes"), paper("2", "Lion manes")]);
		const again = SearchIndex.fromJSON(JSON.parse(JSON.stringify(old)), [
			paper("1", "Zebra hooves"),
			paper("3", "New"),
		]);
		equal(again.search("hooves").length, 1);
		equal(again.search("stripes").length, 0);
		equal(again.search("lion").length, 0);
		equal(again.search("new").length, 1);
		again.replace("b", [paper("3", "New")]);
		again.remove("b");
		equal(again.search("new").length, 0);
	});
});
