// Asking a feed: its first request, and what each answer gives and asks for next. The caller sends; nothing here does.

import type { Answer } from "../metadata/catalogue";
import type { Day, FeedPage, FeedRequest, FeedState, OnlineFeed } from "./feed";
import { arxiv } from "./kinds/arxiv";
import { huggingFace } from "./kinds/huggingFace";
import { openAnswer, type KindOfFeed } from "./kinds/kind";
import { pubmed } from "./kinds/pubmed";
import { web } from "./kinds/web";

/** The first request of a fetch; nothing when there is nothing to ask for. */
export function firstRequest(feed: OnlineFeed, state: FeedState, today: Day): FeedRequest | undefined {
	return withKind(feed, (kind, own) => kind.first(own, state, today));
}

/** What an answer gives. Total: whatever came, it is papers or a fault. `at` is when it came, in ms since 1970. */
export function readAnswer(
	{ feed, state }: { readonly feed: OnlineFeed; readonly state: FeedState },
	request: FeedRequest,
	answer: Answer,
	at: number,
): FeedPage {
	const opened = openAnswer(answer, at);
	return "papers" in opened ? opened : withKind(feed, (kind, own) => kind.read(own, request, opened, state));
}

/** Does something with a feed and what its kind can do. */
function withKind<T>(feed: OnlineFeed, use: <F extends OnlineFeed>(kind: KindOfFeed<F>, feed: F) => T): T {
	switch (feed.kind) {
		case "web":
			return use(web, feed);
		case "arxiv":
			return use(arxiv, feed);
		case "huggingFace":
			return use(huggingFace, feed);
		case "pubmed":
			return use(pubmed, feed);
	}
}
