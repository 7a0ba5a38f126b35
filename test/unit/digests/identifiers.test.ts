import * as assert from "node:assert/strict";
import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../../../src/core/digests/identifiers";
import { assertLinear, filled } from "../linear";

suite("Identifiers in addresses", () => {
	const arxiv: readonly (readonly [string, string | undefined])[] = [
		["https://arxiv.org/abs/2401.01234v2", "2401.01234"],
		["https://arxiv.org/html/2401.01234v1#S2", "2401.01234"],
		["https://export.arxiv.org/pdf/math/0309136", "math/0309136"],
		["https://huggingface.co/papers/2401.01234", "2401.01234"],
		["https://www.alphaxiv.org/overview/2401.01234", "2401.01234"],
		["https://papers.cool/arxiv/2401.01234", "2401.01234"],
		["https://doi.org/10.48550/arXiv.2401.01234", "2401.01234"],
		["arXiv:2401.01234v3", "2401.01234"],
		["https://example.org/share?u=https%3A%2F%2Farxiv.org%2Fabs%2F2401.01234", undefined],
		["https://huggingface.co/org/model", undefined],
	];
	for (const [address, id] of arxiv) test(`arXiv: ${address}`, () => assert.equal(arxivOfAddress(address), id));

	const dois: readonly (readonly [string, string | undefined])[] = [
		["https://doi.org/10.1000/xyz123", "10.1000/xyz123"],
		["https://onlinelibrary.wiley.com/doi/full/10.1002/abc.123?af=R", "10.1002/abc.123"],
		["https://www.biorxiv.org/content/10.1101/2024.01.02.573912v2.full.pdf", "10.1101/2024.01.02.573912"],
		["https://www.biorxiv.org/content/10.1101/2024.01.02.573912v1?rss=1", "10.1101/2024.01.02.573912"],
		["https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456", "10.1371/journal.pone.0123456"],
		["https://resolver.example.edu/?rft_id=info:doi/10.1000%2Fxyz&sid=a", "10.1000/xyz"],
		["https://www.nature.com/articles/s41586-024-07000-1", "10.1038/s41586-024-07000-1"],
		["https://link.springer.com/content/pdf/10.1007/s00134-024-07400-z.pdf", "10.1007/s00134-024-07400-z"],
		["https://onlinelibrary.wiley.com/toc/10.1002/14698137", undefined],
		["https://example.org/10.5/none", undefined],
	];
	for (const [address, doi] of dois) test(`DOI: ${address}`, () => assert.equal(doiOfAddress(address), doi));

	test("PMIDs of PubMed and Europe PMC", () => {
		assert.equal(pmidOfAddress("https://pubmed.ncbi.nlm.nih.gov/38012345/"), "38012345");
		assert.equal(pmidOfAddress("https://www.ncbi.nlm.nih.gov/pubmed/38012345?dopt=Abstract"), "38012345");
		assert.equal(pmidOfAddress("https://europepmc.org/article/MED/38012345"), "38012345");
		assert.equal(pmidOfAddress("https://pubmed.ncbi.nlm.nih.gov/?term=cancer"), undefined);
	});
	test("a megabyte of an address is read in linear time", () => {
		for (const part of ["10.1000/", "/full", "?id=", "arxiv/", "%2f"]) {
			const read = (size: number): void => {
				const address = `https://example.org/10.1000/${filled(part, size)}`;
				arxivOfAddress(address);
				doiOfAddress(address);
				pmidOfAddress(address);
			};
			assertLinear(read, 2 ** 20, part);
		}
	});
});
