// Feeds, as the worker serves them: answers are read, and compared with the shelf, off the editor's thread.

import { firstRequest, readAnswer } from "../core/feeds/asking";
import type { Day, FeedPage, FeedRequest, FeedState, OnlineFeed } from "../core/feeds/feed";
import { Knowledge } from "../core/feeds/knowledge";
import { readMailFile } from "../core/feeds/kinds/mail";
import { settle, type Answered, type Moment, type Settled } from "../core/feeds/settle";
import type { Answer } from "../core/metadata/catalogue";
import type { NamedBytes } from "./protocol";
import type { ShelfWorks } from "./shelfWorks";

/** A feed, and the answer that came to its last request; without one, the first request is asked for. */
export interface FeedQuestion {
	readonly feed: OnlineFeed;
	readonly state: FeedState;
	/** The day, as the catalogues count it (UTC). */
	readonly today: Day;
	/** `at` is when it came, in milliseconds since 1970. */
	readonly answered?: { readonly request: FeedRequest; readonly answer: Answer; readonly at: number };
}

export interface FeedsToSettle extends Moment {
	readonly answered: readonly Answered[];
	/** The sources in whose digests a paper is known already: those that are there wherever the new digest will be. */
	readonly within: readonly string[];
}

/** The requests about feeds. */
export interface FeedRequests {
	/** What an answer of a feed gives, and what is to be asked next. */
	askFeed: { params: FeedQuestion; answer: FeedPage };
	/** The papers of a mail. */
	readMail: { params: { mail: NamedBytes }; answer: FeedPage };
	/** The digests that answers of feeds come to, and what to keep in mind of each feed. */
	settleFeeds: { params: FeedsToSettle; answer: readonly Settled[] };
}

export function askFeed({ feed, state, today, answered }: FeedQuestion): FeedPage {
	if (answered) return readAnswer({ feed, state }, answered.request, answered.answer, answered.at);
	const next = firstRequest(feed, state, today);
	return { papers: [], ...(next && { next }) };
}

/** The handlers of the requests. */
export function feedMethods(works: ShelfWorks): {
	readonly [M in keyof FeedRequests]: (params: FeedRequests[M]["params"]) => FeedRequests[M]["answer"];
} {
	return {
		askFeed,
		readMail: ({ mail }) => readMailFile(mail.content, mail.name),
		settleFeeds: ({ answered, within, ...moment }) => {
			const known = within.flatMap(source => works.digest(source)?.papers ?? []);
			return settle(answered, new Knowledge(known), moment);
		},
	};
}
