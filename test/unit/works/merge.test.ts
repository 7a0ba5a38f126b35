// The merged record: the best of each field, whatever the order of the records, and where each came from.
import assert from "node:assert/strict";
import type { Paper } from "../../../src/core/paper";
import { mergeRecords } from "../../../src/core/works/merge";
import { paper, title, worksOf } from "./papers";

const long = "We calibrate the uncertainty of a segmentation of retinal vessels, and find that it predicts its errors.";
const preprint = paper({
	arxiv: "2401.00001",
	doi: "10.48550/arXiv.2401.00001",
	arxivClass: "eess.IV",
	authors: [
		{ family: "Kim", given: "Jonathan" },
		{ family: "de Jong", given: "Edwin" },
	],
	issued: { year: 2023, month: 12, day: 31 },
	abstract: long,
	venue: "arXiv",
	url: "https://arxiv.org/abs/2401.00001",
	keywords: ["Segmentation"],
	links: [{ url: "https://github.com/kim/vessels", kind: "code" }],
	announced: "replacement",
});
const pubmed = paper({
	doi: "10.1016/j.media.2024.103215",
	pmid: "38000001",
	type: "article-journal",
	authors: [{ family: "Kim", given: "J" }],
	authorsIncomplete: true,
	issued: { year: 2024, month: 3 },
	abstract: `${long} It was tested in three hospitals over four years with many more patients than…`,
	venue: "Medical Image Analysis",
	keywords: ["segmentation", "Retina"],
});
const alert = paper({ title: `${title.slice(0, 40)}…`, doi: "10.1016/j.media.2024.103215", issued: { year: 2024 } });

function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
	if (items.length < 2) return [items];
	return items.flatMap((item, i) => orders(items.toSpliced(i, 1)).map(rest => [item, ...rest]));
}

suite("The merged record", () => {
	test("has the best of each field, in whatever order the records come", () => {
		for (const records of orders([preprint, pubmed, alert])) {
			const { fields, origins } = mergeRecords(records);
			const from = (record: Paper) => [records.indexOf(record)];
			assert.equal(fields.title, title);
			assert.equal(fields.abstract, long);
			assert.deepEqual(origins.abstract, from(preprint));
			assert.deepEqual(fields.authors, preprint.authors);
			assert.equal(fields.authorsIncomplete, undefined);
			assert.deepEqual(fields.issued, { year: 2024, month: 3 });
			assert.deepEqual(origins.issued, from(pubmed));
			assert.deepEqual([fields.venue, fields.type], ["Medical Image Analysis", "article-journal"]);
			assert.deepEqual([fields.doi, fields.arxiv, fields.pmid], [pubmed.doi, "2401.00001", "38000001"]);
			assert.deepEqual(origins.arxiv, from(preprint));
			assert.deepEqual(origins.pmid, from(pubmed));
			assert.equal(fields.arxivClass, "eess.IV");
			assert.deepEqual(fields.keywords, ["segmentation", "Retina"]);
			assert.deepEqual([...(origins.keywords ?? [])].sort(), [...from(preprint), ...from(pubmed)].sort());
			assert.deepEqual(fields.links, preprint.links);
			assert.equal(fields.announced, undefined, "the other records announce nothing");
		}
	});

	test("is known by the DOI of the published version, then arXiv, another preprint's DOI, PMID, title", () => {
		const id = (...papers: Paper[]) => [...worksOf(...papers).all].map(work => work.paper.id).join(" ");
		const [biorxiv, ssrn] = [paper({ doi: "10.1101/2023.01.05.522809v2" }), paper({ doi: "10.2139/ssrn.4412788" })];
		assert.equal(id(preprint, pubmed), "doi:10.1016/j.media.2024.103215");
		assert.equal(id(biorxiv, preprint), "arxiv:2401.00001");
		assert.equal(id(paper({ pmid: "1" }), ssrn), "doi:10.2139/ssrn.4412788");
		assert.equal(id(biorxiv), biorxiv.id);
		assert.equal(id(paper(), paper({ pmid: "1" })), "pmid:1");
		assert.equal(id(paper(), paper({ abstract: long })), paper().id);
	});

	test("of one record is that record", () => {
		const [work] = worksOf(pubmed).all;
		assert.equal(work?.paper, pubmed);
	});

	test("keeps an incomplete list of authors as such when there is no better one", () => {
		const { fields } = mergeRecords([pubmed, alert]);
		assert.equal(fields.authorsIncomplete, true);
	});

	test("takes a cut abstract or none rather than one that says there is none", () => {
		assert.equal(mergeRecords([pubmed, alert]).fields.abstract, pubmed.abstract);
		assert.equal(mergeRecords([paper({ abstract: "No abstract available." }), alert]).fields.abstract, "");
	});

	test("is announced as the record that makes it most of a novelty", () => {
		const announced = (...how: (Paper["announced"] | "elsewhere")[]) =>
			mergeRecords(how.map(each => paper(each === "elsewhere" || !each ? {} : { announced: each }))).fields
				.announced;
		assert.equal(announced("replacement", "replacement"), "replacement");
		assert.equal(announced("replacement", "cross-list"), "cross-list");
		assert.equal(announced("replacement", "new"), "new");
		assert.equal(announced("replacement", "elsewhere"), undefined);
	});
});
