// Addresses of papers: what they say of the paper, and what a link with a word such as `Code` leads to.

import type { Link, LinkKind } from "../../paper";
import { toLink } from "../../text/links";
import { doiOfAddress } from "../identifiers";

/** Hosts whose pages are papers. */
const paperHosts =
	/(?:^|\.)(?:arxiv\.org|alphaxiv\.org|doi\.org|openreview\.net|aclanthology\.org|aclweb\.org|(?:papers|proceedings)\.(?:nips|neurips)\.cc|proceedings\.mlr\.press|openaccess\.thecvf\.com|ecva\.net|jmlr\.org|ieeexplore\.ieee\.org|dl\.acm\.org|link\.springer\.com|sciencedirect\.com|nature\.com|science\.org|pnas\.org|cell\.com|nejm\.org|thelancet\.com|bmj\.com|jamanetwork\.com|onlinelibrary\.wiley\.com|tandfonline\.com|academic\.oup\.com|journals\.plos\.org|frontiersin\.org|mdpi\.com|biorxiv\.org|medrxiv\.org|chemrxiv\.org|psyarxiv\.com|ssrn\.com|pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org|semanticscholar\.org|paperswithcode\.com|isca-speech\.org|isca-archive\.org|usenix\.org|ijcai\.org|ojs\.aaai\.org|aaai\.org|hal\.science|ojs\.[\w-]+\.\w+)$/i;

/** Whether an address leads to a paper: by its host, by a DOI in it, or as the page of a paper at Hugging Face. */
export function isPaperAddress(url: string): boolean {
	const [, host = "", path = ""] = /^https?:\/\/(?:www\.)?([^/?#]+)([^]*)$/i.exec(url) ?? [];
	if (paperHosts.test(host)) return path.length > 1;
	if (/^(?:huggingface\.co|hf\.co)$/i.test(host)) return /^\/papers\/\d{4}\.\d{4,5}/.test(path);
	if (/ncbi\.nlm\.nih\.gov$/i.test(host)) return /^\/(?:pubmed|pmc)\//.test(path);
	return doiOfAddress(url) !== undefined || (/\.pdf(?:[?#]|$)/i.test(path) && !/^github\./i.test(host));
}

/** Words that a link has instead of a title, with what they lead to. */
const linkWords: readonly (readonly [RegExp, LinkKind | "paper" | "none"])[] = [
	[
		/^(?:code|codes|github|gitlab|repo(?:sitory)?|source code|implementation|pytorch|tensorflow|jax|official code|model|models|checkpoints?|weights|代码|源码|コード|코드)\b/i,
		"code",
	],
	[/^(?:代码|源码|コード|코드)/, "code"],
	[/^(?:data|datasets?|benchmark|数据集|数据)(?:$|\s)/i, "data"],
	[/^(?:pdf|下载)\b/i, "pdf"],
	[
		/^(?:paper|arxiv|abs(?:tract)?|link|doi|url|openreview|publication|article|preprint|full text|html|acl|pubmed|hf|hugging ?face|read more|read|source|paper link|论文|原文|链接|論文|논문|링크)\b/i,
		"paper",
	],
	[/^(?:论文|原文|链接|論文|논문|링크)/, "paper"],
	[
		/^(?:tweet|thread|twitter|x|blog(?: ?post)?|website|web|homepage|home|project(?: page)?|page|demo|video|youtube|slides?|poster|talk|colab|discussion|review|supp(?:lementary)?(?: material)?|appendix|bib(?:tex)?|citation|post|news|docs|documentation|media|podcast|playground|leaderboard|项目|主页|博客|视频)\b/i,
		"page",
	],
	[/^(?:项目|主页|博客|视频)/, "page"],
];

/** What a link leads to by its word (`Code`, `[PDF]`, `Paper`); `undefined` for a title or another text. */
export function linkWord(label: string): LinkKind | "paper" | "none" | undefined {
	const bare = label.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").trim();
	if (bare === "") return "none";
	if (bare.length > 30 || bare.split(/\s+/).length > 3) return undefined;
	return linkWords.find(([pattern]) => pattern.test(bare))?.[1];
}

/** A link with its word: the word counts where the address says nothing. */
export function linkOf(url: string, label: string): Link | undefined {
	const link = toLink(url.trim());
	const word = linkWord(label);
	if (!link || link.kind !== "page" || word === undefined || word === "paper" || word === "none") return link;
	return word === "pdf" && isPaperAddress(url) && !/pdf/i.test(url) ? link : { url: link.url, kind: word };
}
