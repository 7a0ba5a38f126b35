// Papers for the tests of rendering.
import type { Paper } from "../../../src/core/paper";

export const phikon: Paper = {
	id: "arxiv:2409.09173",
	title: "Phikon-v2, A large and public feature extractor for biomarker prediction",
	abstract: "Gathering histopathology slides from over 100 publicly available cohorts, we compile a diverse dataset.",
	authors: [
		{ family: "Filiot", given: "Alexandre" },
		{ family: "Jacob", given: "Paul" },
		{ family: "Mac Kain", given: "Alice" },
		{ family: "Saillard", given: "Charlie" },
	],
	issued: { year: 2024, month: 9, day: 13 },
	type: "article",
	arxiv: "2409.09173",
	doi: "10.48550/arXiv.2409.09173",
	venue: "arXiv",
	keywords: [],
	links: [{ url: "https://huggingface.co/owkin/phikon-v2", kind: "data" }],
};

export const bare: Paper = {
	id: "title:1",
	title: "A title alone",
	abstract: "",
	authors: [],
	type: "article",
	keywords: [],
	links: [],
};
