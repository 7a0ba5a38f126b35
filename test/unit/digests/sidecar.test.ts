// The records beside the sample digest, all 55 of them, and files of records that are broken.

import assert from "node:assert/strict";
import { readDigest } from "../../../src/core/digests/read";
import { withRecords } from "../../../src/core/digests/sidecar";
import type { Paper } from "../../../src/core/paper";
import { bytes, expected, records, recordsBytes, recordsName, sampleBytes, sampleName } from "./sample";

const { papers } = readDigest(sampleBytes, sampleName);
const joined = withRecords(papers, recordsBytes, recordsName);
const paperOf = (start: string): Paper => {
	const paper = joined.papers.find(({ title }) => title.startsWith(start));
	assert.ok(paper, start);
	return paper;
};

const names = ({ authors }: Paper): string[] =>
	authors.map(name =>
		"literal" in name
			? name.literal
			: [name.given, name.particle, name.family, name.suffix].filter(Boolean).join(" "),
	);

suite("The records beside the sample digest", () => {
	test("belong each to a paper, and nothing is reported", () => {
		assert.equal(records.length, 55);
		assert.equal(joined.papers.length, 55);
		assert.deepEqual(joined.problems, []);
	});

	for (const [i, record] of records.entries()) {
		test(`give ${record.title} its record`, () => {
			const paper = joined.papers[i];
			assert.ok(paper);
			assert.equal(paper.title, expected[i]?.title);
			assert.equal(paper.abstract, expected[i]?.abstract);
			assert.equal(paper.authors.length, record.author.length);
			for (const [first, name] of [
				[record.author[0], paper.authors[0]],
				[record.author.at(-1), paper.authors.at(-1)],
			] as const) {
				assert.ok(first && name);
				if ("literal" in name) assert.equal(name.literal, first.literal);
				else
					assert.deepEqual(
						[name.family, name.given, name.particle],
						[first.family, first.given, first["non-dropping-particle"]],
					);
			}
			const [[year, month, day]] = record.issued["date-parts"];
			assert.deepEqual(paper.issued, { year, ...(month ? { month } : {}), ...(day ? { day } : {}) });
			const arxiv = /arXiv\.(.*)$/.exec(record.DOI)?.[1];
			assert.equal(paper.arxiv, arxiv);
			assert.equal(paper.id, `arxiv:${arxiv ?? ""}`);
			assert.equal(paper.doi, record.DOI);
			assert.equal(paper.url, record.URL);
			assert.equal(paper.venue, "arXiv");
			assert.equal(paper.type, "article");
			assert.equal(paper.arxivClass, record.custom.arxivCategory);
			const urls = paper.links.map(({ url }) => url);
			for (const link of [...(papers[i]?.links ?? []).map(({ url }) => url), ...(record.custom.links ?? [])]) {
				assert.ok(urls.includes(link), link);
			}
			assert.equal(new Set(urls).size, urls.length);
		});
	}

	test("are as a person reads them", () => {
		const first = paperOf("Limitations of Large");
		assert.deepEqual(names(first), [
			"Jonathan Kim",
			"Anna Podlasek",
			"Kie Shidara",
			"Feng Liu",
			"Ahmed Alaa",
			"Danilo Bernardo",
		]);
		assert.deepEqual(
			[first.id, first.doi, first.issued],
			["arxiv:2502.04381", "10.48550/arXiv.2502.04381", { year: 2025, month: 2, day: 5 }],
		);
		assert.deepEqual(paperOf("MedS$^3$").arxiv, "2501.12051");
		assert.deepEqual(
			paperOf("Towards Robust Foundation").authors.filter(name => "particle" in name),
			[{ family: "Jong", given: "Edwin D.", particle: "de" }],
		);
		assert.deepEqual(
			paperOf("CADS").authors.filter(name => "particle" in name),
			[{ family: "Rosa", given: "Ezequiel", particle: "de la" }],
		);
		assert.ok(names(paperOf("CADS")).some(name => name.endsWith("Hamamcı") || name.endsWith("Hamamci")));
		assert.deepEqual(paperOf("Baichuan-M2").authors[0], { literal: "Baichuan-M2 Team" });
		assert.equal(paperOf("GaNDLF").authors.length, 42);
		assert.deepEqual(paperOf("GaNDLF").issued, { year: 2021, month: 2, day: 26 });
		assert.deepEqual(paperOf("SKM-TEA").issued, { year: 2022, month: 3 });
		assert.deepEqual(
			paperOf("CheXmask-U").links.map(({ kind, url }) => `${kind} ${url}`),
			[
				"data https://huggingface.co/datasets/mcosarinsky/CheXmask-U",
				"page https://huggingface.co/spaces/matiasky/CheXmask-U",
				"code https://github.com/mcosarinsky/CheXmask-U",
			],
		);
		assert.deepEqual(paperOf("KD-OCT").links, [
			{ url: "https://github.com/erfan-nourbakhsh/KD-OCT", kind: "code" },
		]);
		assert.deepEqual(
			paperOf("The iToBoS").links.map(({ kind }) => kind),
			["code", "data", "data"],
		);
		assert.deepEqual(
			paperOf("EHRMamba").links.map(({ kind }) => kind),
			["code", "pdf"],
		);
	});
});

const two = readDigest(
	bytes(
		`A First Title of Some Length\n${"One sentence of an abstract. ".repeat(9)}\nA Second Title\n${"Another one. ".repeat(30)}`,
	),
	"x.txt",
);
const join = (json: string): ReturnType<typeof withRecords> => withRecords(two.papers, bytes(json), "x.csl.json");
const item = (fields: object): string =>
	JSON.stringify({ type: "article", title: "A first title of some length", ...fields });

suite("A file of records", () => {
	test("is joined by title, in whatever case, or by another title, and keeps the digest's", () => {
		for (const json of [
			`[${item({ PMID: 123 })}]`,
			`[${item({ title: "Otherwise", custom: { alsoTitled: "A First Title, of Some Length!" }, PMID: "123" })}]`,
			`[${item({ title: "Otherwise", custom: { alsoTitled: ["No", "A First Title of Some Length"] }, PMID: "123" })}]`,
		]) {
			const { papers: read, problems } = join(json);
			assert.deepEqual(problems, []);
			assert.deepEqual(
				[read[0]?.title, read[0]?.pmid, read[0]?.id],
				["A First Title of Some Length", "123", "pmid:123"],
			);
			assert.deepEqual(read[1], two.papers[1]);
		}
	});

	test("gives dates as precise as they are, and names with all their parts", () => {
		const dates = [
			[{ "date-parts": [[2020]] }, { year: 2020 }],
			[{ "date-parts": [["2020", "5"]] }, { year: 2020, month: 5 }],
			[{ "date-parts": [[2020, 13, 1]] }, { year: 2020 }],
			[{ raw: "2020-05-17" }, { year: 2020, month: 5, day: 17 }],
			[{ literal: "Spring 2020" }, { year: 2020 }],
			[{ "date-parts": [[]] }, undefined],
			["2020", undefined],
		] as const;
		for (const [issued, date] of dates) assert.deepEqual(join(`[${item({ issued })}]`).papers[0]?.issued, date);
		const author = [
			{ family: "Beethoven", given: "Ludwig", "dropping-particle": "van" },
			{ family: "King", given: "Martin Luther", suffix: "Jr.", "non-dropping-particle": "" },
			{ literal: "WHO" },
			{ given: "Plato" },
			"Homer",
			7,
		];
		assert.deepEqual(join(`[${item({ author })}]`).papers[0]?.authors, [
			{ family: "Beethoven", given: "Ludwig", particle: "van" },
			{ family: "King", given: "Martin Luther", suffix: "Jr." },
			{ literal: "WHO" },
			{ literal: "Plato" },
			{ literal: "Homer" },
		]);
	});

	test("finds the arXiv identifier wherever it stands", () => {
		for (const fields of [
			{ number: "arXiv:2401.01234v3" },
			{ DOI: "10.48550/arXiv.2401.01234" },
			{ URL: "https://arxiv.org/abs/2401.01234v1" },
			{ note: "arXiv:2401.01234 [cs]" },
		]) {
			assert.equal(join(`[${item(fields)}]`).papers[0]?.id, "arxiv:2401.01234");
		}
	});

	test("that is broken says where, and the papers are still there", () => {
		const good = item({ PMID: "123" });
		const broken: readonly (readonly [string, string, number, string | undefined])[] = [
			["", "record-not-json", 1, undefined],
			["not json", "record-not-json", 1, undefined],
			["\n\n{]", "record-not-json", 3, undefined],
			['\n{"title": "A"}', "record-not-list", 2, undefined],
			["null", "record-not-list", 1, undefined],
			[`[\n${good},\n{"title": "A" "b"}\n]`, "record-unreadable", 3, "123"],
			[`[\n{"title":\n\n oops},\n${good}]`, "record-unreadable", 2, "123"],
			[`[\n7,${good}]`, "record-unreadable", 2, "123"],
			[`[\n{"type": "article"},${good}]`, "record-unreadable", 2, "123"],
			[`[${good}`, "record-not-json", 1, "123"],
			[`[${good},\n{"title": "A`, "record-unreadable", 2, "123"],
			[`[${good}, ${item({ title: "Other" })}]`, "record-unused", 1, "123"],
			["\0\0\0\0\0", "record-not-json", 1, undefined],
			["%PDF-1.5", "record-not-json", 1, undefined],
			["[".repeat(100_000), "record-unreadable", 1, undefined],
		];
		for (const [json, code, line, pmid] of broken) {
			const { papers: read, problems } = join(json);
			assert.deepEqual([problems[0]?.code, problems[0]?.line], [code, line], json.slice(0, 40));
			assert.ok(problems[0]?.message.includes(`x.csl.json, line ${line}: `));
			assert.equal(read.length, 2);
			assert.equal(read[0]?.pmid, pmid, json.slice(0, 40));
		}
	});
});
