// Which papers are one work, case by case: each identifier, titles alone, preprints, and what must stay two.
import assert from "node:assert/strict";
import { allIds } from "../../../src/core/identity";
import type { Paper } from "../../../src/core/paper";
import { WorkFinder } from "../../../src/core/works/finder";
import { preprintOf } from "../../../src/core/works/preprints";
import { idsOf, paper, title, worksOf } from "./papers";

const journal = "10.1016/j.media.2024.103215";
const same = (...papers: readonly Paper[]) => {
	assert.equal(worksOf(...papers).size, 1, JSON.stringify(papers));
	assert.equal(worksOf(...papers.toReversed()).size, 1, "in reverse");
};
const two = (...papers: readonly Paper[]) => {
	assert.equal(worksOf(...papers).size, 2, JSON.stringify(papers));
	assert.equal(worksOf(...papers.toReversed()).size, 2, "in reverse");
};

suite("Papers are one work", () => {
	test("by DOI in whatever case, arXiv identifier or PMID, whatever their titles", () => {
		same(paper({ doi: journal }), paper({ doi: journal.toUpperCase(), title: "Other" }));
		same(paper({ arxiv: "2401.00001" }), paper({ arxiv: "2401.00001", title: "Other" }));
		same(paper({ arxiv: "2401.00001" }), paper({ doi: "10.48550/arXiv.2401.00001", title: "Other" }));
		same(paper({ arxiv: "math.GT/0309136" }), paper({ arxiv: "math/0309136", title: "Other" }));
		same(paper({ pmid: "38000001" }), paper({ pmid: "38000001", title: "Other" }));
	});

	test("by title, first author and year within one", () => {
		same(paper({ by: "Müller", year: 2023 }), paper({ by: "Mueller", year: 2024 }));
		same(paper({ by: "Kim", title: title.toUpperCase() }), paper({ by: "Kim", title: `${title}.` }));
		two(paper({ by: "Kim", year: 2022 }), paper({ by: "Kim", year: 2024 }));
		two(paper({ by: "Kim", year: 2024 }), paper({ by: "Lee", year: 2024 }));
	});

	test("by title when author or year is not known", () => {
		same(paper(), paper({ by: "Kim", year: 2024, arxiv: "2401.00001" }));
		same(paper({ year: 2024 }), paper({ by: "Kim" }));
		two(paper({ year: 2020 }), paper({ by: "Kim", year: 2024 }));
	});

	test("with a first author's name that was split in another way", () => {
		const others: Paper["authors"][] = [
			[{ family: "Jong", given: "Edwin D.", particle: "de" }],
			[{ family: "de Jong", given: "E." }],
			[{ family: "Jong", given: "Edwin D. de" }],
			[{ literal: "Edwin D. de Jong" }],
		];
		for (const a of others) for (const b of others) same(paper({ authors: a }), paper({ authors: b, year: 2024 }));
	});

	test("as a preprint and its published version", () => {
		const preprints = [
			{ arxiv: "2401.00001", doi: "10.48550/arXiv.2401.00001" },
			{ doi: "10.1101/2023.01.05.522809v2" },
			{ doi: "10.1101/522809" },
			{ doi: "10.64898/2025.12.01.691234" },
			{ doi: "10.2139/ssrn.4412788" },
			{ doi: "10.21203/rs.3.rs-3043107/v1" },
			{ doi: "10.20944/preprints202301.0155.v1" },
			{ doi: "10.26434/chemrxiv-2023-abc12-v2" },
			{ doi: "10.31234/osf.io/abcde_v1" },
			{ doi: "10.36227/techrxiv.19754971.v2" },
		];
		for (const fields of preprints) {
			const published = paper({ doi: journal, by: "Kim", year: 2024, pmid: "38000002" });
			same(paper({ ...fields, by: "Kim", year: 2023, pmid: "38000001" }), published);
		}
	});

	test("through a record that has both identifiers", () => {
		const preprint = paper({ arxiv: "2401.00001", title: "Before review", by: "Kim", year: 2021 });
		const published = paper({ doi: journal, title: "After review", by: "Kim", year: 2024 });
		two(preprint, published);
		same(preprint, paper({ arxiv: "2401.00001", doi: journal, title: "Before review" }), published);
	});

	test("as versions of one preprint", () => {
		for (const [one, other] of [
			["10.21203/rs.3.rs-3043107/v1", "10.21203/rs.3.rs-3043107/v2"],
			["10.1101/2023.01.05.522809", "10.1101/2023.01.05.522809v3"],
			["10.20944/preprints202301.0155.v1", "10.20944/preprints202301.0155.v12"],
			["10.26434/chemrxiv-2023-abc12", "10.26434/chemrxiv-2023-abc12-v2"],
			["10.31234/osf.io/abcde", "10.31234/osf.io/abcde_v2"],
			["10.22541/au.167285886.66422340/v1", "10.22541/au.167285886.66422340/v2"],
			["10.1002/essoar.10512345.1", "10.1002/essoar.10512345.2"],
		] as const) {
			same(paper({ doi: one, title: "One title" }), paper({ doi: other, title: "And another one" }));
		}
	});
});

suite("Papers are two works", () => {
	test("when their identifiers contradict each other, whatever their titles", () => {
		const kim = { by: "Kim", year: 2024 };
		two(paper({ ...kim, doi: journal }), paper({ ...kim, doi: "10.1038/s41586-024-00001-1" }));
		two(paper({ ...kim, arxiv: "2401.00001" }), paper({ ...kim, arxiv: "2401.00002" }));
		two(paper({ ...kim, pmid: "38000001" }), paper({ ...kim, pmid: "38000002" }));
		two(paper({ ...kim, doi: "10.2139/ssrn.1" }), paper({ ...kim, doi: "10.2139/ssrn.2" }));
		same(paper({ ...kim, doi: "10.2139/ssrn.1" }), paper({ ...kim, arxiv: "2401.00001" }));
	});

	test("and no third record glues them", () => {
		const kim = { by: "Kim", year: 2024 };
		const [one, other] = [paper({ ...kim, doi: journal }), paper({ ...kim, doi: "10.1038/s41586-024-00001-1" })];
		two(one, paper(), other);
		two(one, paper({ arxiv: "2401.00001", ...kim }), other);
		two(one, paper({ doi: journal, pmid: "1" }), paper({ doi: other.doi ?? "", pmid: "1" }), other);
		// Years that follow each other make no chain: 2022 is not 2024.
		two(paper({ by: "Kim", year: 2022 }), paper({ by: "Kim", year: 2023 }), paper({ by: "Kim", year: 2024 }));
	});

	test("when many papers have their title, unless author and year are the same", () => {
		two(paper({ title: "Editorial" }), paper({ title: "Editorial", by: "Kim" }));
		two(
			paper({ title: "Editorial", abstract: "In this issue." }),
			paper({ title: "Editorial", abstract: "Dear all." }),
		);
		same(
			paper({ title: "Editorial", by: "Kim", year: 2024 }),
			paper({ title: "Editorial.", by: "Kim", year: 2024 }),
		);
	});

	test("and have two ids, of which the title's own stays with the one that has no other", () => {
		const [bare, kim] = [paper({ by: "Lee" }), paper({ by: "Kim", arxiv: "2401.00001" })];
		assert.deepEqual(idsOf(kim, bare), ["arxiv:2401.00001", bare.id]);
		assert.equal(worksOf(kim, bare).get(bare.id)?.paper, bare);
		const ids = idsOf(paper({ by: "Lee" }), paper({ by: "Kim" }));
		assert.equal(new Set(ids).size, 2);
		assert.ok(ids.every(id => id.startsWith("title:")));
		assert.deepEqual([...idsOf(paper({ by: "Kim" }), paper({ by: "Lee" }))].sort(), [...ids].sort());
	});
});

suite("DOIs of preprints", () => {
	test("are not those of journals with the same prefix", () => {
		for (const doi of ["10.1101/gr.123456.111", "10.1101/gad.350000.122", "10.1101/pdb.prot100", journal])
			assert.equal(preprintOf(doi), undefined, doi);
		assert.equal(preprintOf("10.22541/au.167285886.66422340")?.number, "10.22541/au.167285886.66422340");
	});
});

suite("Works are found", () => {
	test("by any record, and not by one that contradicts", () => {
		const finder = new WorkFinder<string>();
		finder.add("one", paper({ doi: journal, by: "Kim", year: 2024 }));
		assert.equal(finder.find(paper({ doi: journal, title: "Other" })), "one");
		assert.equal(finder.find(paper()), "one");
		assert.equal(finder.find(paper({ arxiv: "2401.00001", by: "Kim", year: 2023 })), "one");
		assert.equal(finder.find(paper({ doi: "10.1038/x", by: "Kim", year: 2024 })), undefined);
		assert.equal(finder.find(paper({ by: "Lee" })), undefined);
	});

	test("by every id that any of their records has", () => {
		const records = [
			paper({ arxiv: "2401.00001", doi: "10.48550/arXiv.2401.00001", by: "Kim", year: 2023 }),
			paper({ doi: journal, pmid: "38000001", by: "Kim", year: 2024 }),
			paper({ pmid: "38000001", title: "As PubMed has it" }),
		];
		const works = worksOf(...records);
		assert.equal(works.size, 1);
		const ids = records.flatMap(({ doi, arxiv, pmid, title: own }) => allIds({ doi, arxiv, pmid, title: own }));
		for (const id of ids) assert.equal(works.get(id)?.paper.id, `doi:${journal}`, id);
		assert.equal(works.get("doi:10.9/none"), undefined);
	});
});
