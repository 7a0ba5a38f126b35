// RSS, Atom and whatever else an address gives. Sources: RFC 9110, 13.1 (asking only for what changed); WHATWG HTML,
// 4.6.7.1 (a page that names its feeds); RFC 5005, 3 and 4 (pages of older papers).

import { isPage, saidIn } from "../../metadata/catalogues/answer";
import { plain } from "../../digests/draft";
import { readDigest } from "../../digests/read";
import type { Paper } from "../../paper";
import { fault } from "../faults";
import type { Feed, FeedPage, FeedRequest, FeedState, Validators } from "../feed";
import { paperMark } from "../mark";
import { feedLinks, olderPage } from "./links";
import { failed, isCut, type KindOfFeed, type OpenAnswer } from "./kind";

type WebFeed = Extract<Feed, { readonly kind: "web" }>;

const accept =
	"application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

/** Formats of feeds and of lists made by programs: without papers they are lists that are empty. */
const lists: ReadonlySet<string> = new Set(["rss", "atom", "arxiv-rss", "arxiv-atom", "oai-pmh"]);

/** Formats in which people write: whatever is read of a page or of a message is no list that a site keeps. */
const writings: ReadonlySet<string> = new Set([
	...["plain-text", "markdown", "markdown-table", "references", "alert-text", "csv", "tsv", "unreadable"],
	...["html", "html-meta", "arxiv-html", "error-answer", "mail", "mbox"],
]);

/** Pages of a feed that are read in one fetch, its first one included. */
const mostPages = 5;

export const web: KindOfFeed<WebFeed> = { first, read };

function first({ url }: WebFeed, { validators }: FeedState): FeedRequest {
	const { etag, modified } = validators ?? {};
	const headers = {
		accept,
		...(etag !== undefined && { "if-none-match": etag }),
		...(modified !== undefined && { "if-modified-since": modified }),
	};
	return { url, headers, step: { of: "feed" } };
}

function read(
	{ name, url }: WebFeed,
	{ url: asked, step }: FeedRequest,
	answer: OpenAnswer,
	state: FeedState,
): FeedPage {
	const { text, body } = answer;
	if (isPage(text)) {
		const links = feedLinks(text, url);
		const code = links.length > 0 ? "answer-page-links" : "answer-page";
		return { papers: [], links, fault: fault(code, saidIn(text)) };
	}
	const reading = readDigest(body, name);
	const { papers, format } = reading;
	if (writings.has(format) || (papers.length === 0 && !lists.has(format))) return failed("answer-other", format);
	const page = (step.of === "feed" ? step.page : undefined) ?? 0;
	const older = page + 1 < mostPages && mayLack(papers, state) ? olderPage(text, asked) : undefined;
	const more = older !== undefined && {
		next: { url: older, headers: { accept }, step: { of: "feed" as const, page: page + 1 } },
	};
	// A page of older papers says nothing of what changes in the feed.
	if (page > 0) return { papers, ...more };
	// What stops in the middle is asked for again, so that the rest comes.
	const validators = isCut(reading) ? undefined : validatorsOf(answer);
	const title = titleOf(text);
	return { papers, ...(title !== "" && { title }), ...(validators && { validators }), ...more };
}

/** Whether papers may have left the feed since the last fetch: there was one, and all that is there now is new. */
function mayLack(papers: readonly Paper[], { seen }: FeedState): boolean {
	const known = new Set(seen);
	return known.size > 0 && papers.length > 0 && !papers.some(paper => known.has(paperMark(paper)));
}

/** The title of a feed, which stands before its items. */
function titleOf(text: string): string {
	const [head = ""] = text.slice(0, 20_000).split(/<(?:item|entry|image)\b/i, 1);
	const title = /<title\b[^<>]{0,200}>\s{0,200}(?:<!\[CDATA\[([^\]]{1,300})\]\]>|([^<]{1,300}))/i.exec(head);
	return plain(title?.[1] ?? title?.[2] ?? "").slice(0, 80);
}

/** Longer than any that a site sends in earnest. */
const longestValidator = 500;

function validatorsOf({ headers }: OpenAnswer): Validators | undefined {
	const value = (name: string): string | undefined => {
		const found = Object.entries(headers)
			.find(([key]) => key.toLowerCase() === name)?.[1]
			.trim();
		const isSound =
			found !== undefined && found !== "" && found.length <= longestValidator && !/[^\x20-\x7e]/.test(found);
		return isSound ? found : undefined;
	};
	const [etag, modified] = [value("etag"), value("last-modified")];
	if (etag === undefined && modified === undefined) return undefined;
	return { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }) };
}
