// Addresses of papers, also behind redirects.

import assert from "node:assert/strict";
import { paperAddress, unwrap } from "../../../../src/core/digests/html/addresses";

suite("The address behind a redirect", () => {
	const rows: readonly (readonly [string, string])[] = [
		[
			"https://scholar.google.com/scholar_url?url=https://arxiv.org/abs/2401.00001&hl=en",
			"https://arxiv.org/abs/2401.00001",
		],
		["https://www.google.com/url?q=https%3A%2F%2Fdoi.org%2F10.1000%2Fx&sa=D", "https://doi.org/10.1000/x"],
		[
			"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fscholar.google.com%2Fscholar_url%3Furl%3Dhttps%3A%2F%2Farxiv.org%2Fpdf%2F2401.00001%26hl%3Den&data=05",
			"https://arxiv.org/pdf/2401.00001",
		],
		[
			"https://urldefense.com/v3/__https://www.nature.com/articles/s41586-024-1__;!!abc",
			"https://www.nature.com/articles/s41586-024-1",
		],
		[
			"https://urldefense.proofpoint.com/v2/url?u=https-3A__arxiv.org_abs_2401.00001&d=x",
			"https://arxiv.org/abs/2401.00001",
		],
		[
			"https://tracking.tldrnewsletter.com/CL0/https:%2F%2Farxiv.org%2Fabs%2F2401.00001%3Futm_source=tldrai/1/0100/x=1",
			"https://arxiv.org/abs/2401.00001",
		],
		["/abs/2401.00001", "https://arxiv.org/abs/2401.00001"],
	];
	for (const [href, target] of rows) test(href.slice(0, 70), () => assert.equal(unwrap(href), target));

	test("buttons to share, scripts and mails lead to no paper", () => {
		for (const href of ["mailto:a@b.c", "javascript:void(0)", "#top", "http://["])
			assert.equal(unwrap(href), undefined);
		const share = unwrap("https://www.facebook.com/sharer.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001") ?? "";
		assert.equal(paperAddress(share), undefined);
	});
});

suite("The paper of an address", () => {
	const rows: readonly (readonly [string, string | undefined])[] = [
		["https://arxiv.org/pdf/2401.00001v3", "arxiv:2401.00001"],
		["https://arxiv.org/html/2401.00001v1", "arxiv:2401.00001"],
		["https://huggingface.co/papers/2401.00001", "arxiv:2401.00001"],
		["https://doi.org/10.48550/arXiv.2401.00001", "arxiv:2401.00001"],
		["https://arxiv.org/list/cs.CL/new", undefined],
		["https://www.biorxiv.org/content/10.1101/2024.01.02.574000v2.full.pdf+html", "doi:10.1101/2024.01.02.574000"],
		["https://pubs.acs.org/doi/abs/10.1021/acs.jcim.3c01234?ref=pdf", "doi:10.1021/acs.jcim.3c01234"],
		["https://onlinelibrary.wiley.com/toc/10.1002/jbmr", undefined],
		["https://link.springer.com/article/10.1007/s00198-024-00001-2#Abs1", "doi:10.1007/s00198-024-00001-2"],
		[
			"https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0300001",
			"doi:10.1371/journal.pone.0300001",
		],
		["https://www.frontiersin.org/articles/10.3389/fmed.2024.1234567/full", "doi:10.3389/fmed.2024.1234567"],
		["https://pubmed.ncbi.nlm.nih.gov/38123456/?dopt=Abstract", "pmid:38123456"],
		["https://www.ncbi.nlm.nih.gov/pubmed/38123456", "pmid:38123456"],
		["https://www.nature.com/articles/s41586-024-00001-1", "doi:10.1038/s41586-024-00001-1"],
		["https://openreview.net/forum?id=AbCdEf12345", "abcdef12345"],
		["https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4700001", "4700001"],
		["https://www.example.com/articles/soup", undefined],
	];
	for (const [url, key] of rows) test(url, () => assert.equal(paperAddress(url)?.key, key));
});
