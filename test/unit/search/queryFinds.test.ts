// What phrases, exclusions and fields find: words that a reader would call the same, in whatever form and script.
import { deepEqual, equal } from "node:assert/strict";
import type { Name, Paper } from "../../../src/core/paper";
import { SearchIndex } from "../../../src/core/search/searchIndex";

function paper(id: string, title: string, more: Partial<Paper> = {}): Paper {
	return { id, title, abstract: "", authors: [], type: "article", keywords: [], links: [], ...more };
}

function by(id: string, ...authors: readonly Name[]): Paper {
	return paper(id, `Paper ${id}`, { authors });
}

/** For each query the ids of the papers that it finds, in alphabetical order. */
function finds(papers: readonly Paper[], table: readonly (readonly [query: string, ids: string])[]): void {
	const index = new SearchIndex();
	index.replace("s", papers);
	for (const [query, ids] of table) {
		test(`${query} finds ${ids === "" ? "nothing" : ids}`, () => {
			const found = index.search(query).map(hit => hit.paper.id);
			equal(found.sort().join(""), ids);
		});
	}
}

suite("phrases are looked for wherever words are", () => {
	const capsules = paper("a", "Dynamic routing", {
		authors: [
			{ family: "Hinton", given: "Geoffrey E." },
			{ family: "Berg", given: "Jan", particle: "van der" },
			{ family: "King", given: "Martin Luther", suffix: "Jr" },
			{ literal: "Deep Sea Consortium" },
			{ family: "王", given: "小明" },
		],
		venue: "Neural Information Processing Systems",
		keywords: ["capsule networks", "part-whole hierarchies"],
		issued: { year: 2017 },
		doi: "10.1145/3292500.3330701",
		arxiv: "1710.09829",
		pmid: "31452104",
	});
	const other = paper("b", "Routing capsules between networks", {
		abstract: "Systems that process neural information; Hinton was read in 2017. Geoffrey was not.",
	});
	finds(
		[capsules, other],
		[
			['"Geoffrey Hinton"', "a"],
			['"Geoffrey E. Hinton"', "a"],
			['"Hinton, Geoffrey"', "a"],
			['"Jan van der Berg"', "a"],
			['"van der Berg, Jan"', "a"],
			['"Berg, Jan van der"', "a"],
			['"Martin Luther King Jr"', "a"],
			['"King, Martin Luther, Jr"', "a"],
			['"deep sea consortium"', "a"],
			['"王小明"', "a"],
			['"Hinton Jan"', ""],
			['"capsule networks"', "a"],
			['"networks part"', ""],
			['routing -"capsule networks"', "b"],
			['"neural information processing"', "a"],
			['"Hinton" "2017"', "ab"],
			['"2017"', "ab"],
			['"10.1145/3292500.3330701"', "a"],
			['"1710.09829"', "a"],
			['"31452104"', "a"],
		],
	);

	test("topics, too", () => {
		const index = new SearchIndex();
		index.replace("s", [capsules, other]);
		index.setTopics(new Map([["b", "Brain imaging"]]));
		deepEqual(
			['"brain imaging"', '"imaging brain"', '-"brain imaging"'].map(query =>
				index.search(query).map(hit => hit.paper.id),
			),
			[["b"], [], ["a"]],
		);
	});
});

suite("stop words that are technical words", () => {
	finds(
		[
			paper("a", "Guidelines of the WHO for leukemia"),
			paper("b", "Acute lymphoblastic leukemia (ALL) in children"),
			paper("c", "Leukemia in all adults who survive"),
		],
		[
			["leukemia -ALL", "ac"],
			["leukemia -WHO", "bc"],
			["leukemia -who", "abc"],
			['"WHO"', "a"],
			['"the WHO"', "a"],
			['"WHO for leukemia"', "a"],
			['"adults who survive"', "c"],
			['"adults WHO survive"', ""],
			['"adults that survive"', ""],
			['"who"', ""],
			["leukemia -IT", "abc"],
			["WHO title:leukemia", "a"],
			["IT title:leukemia", "abc"],
		],
	);
});

suite("values of fields in other scripts", () => {
	finds(
		[
			paper("a", "深度学习在医学影像中的应用", {
				authors: [{ family: "王", given: "小明" }, { literal: "李四光" }],
				venue: "计算机学报",
			}),
			paper("b", "学习深海", { authors: [{ literal: "山田太郎" }, { family: "이", given: "철수" }] }),
			paper("c", "हिन्दी भाषा", { authors: [{ family: "शर्मा", given: "राम" }] }),
			paper("d", "딥러닝을 위한 영상", { authors: [{ family: "김", given: "철수" }, { literal: "임영희" }] }),
			paper("e", "ディープラーニング入門", { authors: [{ family: "山田", given: "花子" }] }),
			paper("f", "การเรียนรู้เชิงลึก", { authors: [{ family: "ใจดี", given: "สมชาย" }] }),
			paper("g", "التعلم العميق", { authors: [{ family: "المصري", given: "أحمد" }] }),
		],
		[
			["author:李四光", "a"],
			["author:王小明", "a"],
			["author:小明", "a"],
			["author:李", "a"],
			["author:四", ""],
			["title:深度学习", "a"],
			["title:医学影像", "a"],
			["title:学习", "ab"],
			["title:深学", ""],
			["venue:计算机学报", "a"],
			["venue:学报", "a"],
			["author:शर्मा", "c"],
			["title:हिन्दी", "c"],
			["author:김철수", "d"],
			['author:"김 철수"', "d"],
			["author:철수", "bd"],
			["author:이", "b"],
			["title:딥러닝", "d"],
			["author:山田", "be"],
			["author:山田太郎", "b"],
			["title:ディープラーニング", "e"],
			["title:เรียนรู้", "f"],
			["author:สมชาย", "f"],
			["author:المصري", "g"],
		],
	);
});

suite("names with apostrophes, suffixes and words that are stop words", () => {
	finds(
		[
			by("a", { family: "M'Ba", given: "Léa" }),
			by("b", { family: "King", given: "Martin Luther", suffix: "Jr" }),
			by("c", { family: "To", given: "Kai" }, { family: "And" }),
			by("d", { family: "O’Brien", given: "Flann" }),
		],
		[
			["author:M'Ba", "a"],
			['author:"Martin Luther King Jr"', "b"],
			['author:"King Jr"', "b"],
			["author:To", "c"],
			["author:And", "c"],
			["author:O'Brien", "d"],
		],
	);
});

suite("compounds are the same joined or apart", () => {
	const shelf = [
		paper("a", "Pre-training of X-ray models, a follow-up"),
		paper("b", "Pretraining for chest Xray and its followup"),
		paper("c", "Pre training on x ray, to follow up"),
		paper("d", "Training before rays"),
	];
	finds(shelf, [
		['"pre-training"', "abc"],
		['"pretraining"', "abc"],
		['"pre training"', "abc"],
		['"x-ray"', "abc"],
		['"xray"', "abc"],
		['"x-ray models"', "a"],
		['"chest x-ray"', "b"],
		['"training on xray"', "c"],
		['"follow-up"', "abc"],
		["title:pre-training", "abc"],
		["title:pretraining", "abc"],
		['title:"pre training"', "abc"],
		["title:x-ray", "abc"],
		["title:xray", "abc"],
		['title:"models pretraining"', "a"],
		["training -xray", "d"],
		["training -x-ray", "d"],
		["training -pretraining", "d"],
	]);
});
