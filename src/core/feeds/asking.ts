// Asking a feed: its first request, and what each answer gives and asks for next. The caller sends; nothing here does.

import type { Answer } from "../metadata/catalogue";
import type { Day, FeedPage, FeedRequest, FeedState, OnlineFeed } from "./feed";
import { arxiv } from "./kinds/arxiv";
import { huggingFace } from "./kinds/huggingFace";
import { openAnswer, type OpenAnswer } from "./kinds/kind";
import { pubmed } from "./kinds/pubmed";
import { web } from "./kinds/web";

/** The first request of a fetch; nothing when there is nothing to ask for. */
export function firstRequest(feed: OnlineFeed, state: FeedState, today: Day): FeedRequest | undefined {
	switch (feed.kind) {
		case "web":
			return web.first(feed, state, today);
		case "arxiv":
			return arxiv.first(feed, state, today);
		case "huggingFace":
			return huggingFace.first(feed, state, today);
		case "pubmed":
			return pubmed.first(feed, state, today);
	}
}

/** What an answer gives. Total: whatever came, it is papers or a fault. `at` is when it came, in ms since 1970. */
export function readAnswer(feed: OnlineFeed, request: FeedRequest, answer: Answer, at: number): FeedPage {
	const opened = openAnswer(answer, at);
	return "papers" in opened ? opened : readOpened(feed, request, opened);
}

function readOpened(feed: OnlineFeed, request: FeedRequest, answer: OpenAnswer): FeedPage {
	switch (feed.kind) {
		case "web":
			return web.read(feed, request, answer);
		case "arxiv":
			return arxiv.read(feed, request, answer);
		case "huggingFace":
			return huggingFace.read(feed, request, answer);
		case "pubmed":
			return pubmed.read(feed, request, answer);
	}
}
