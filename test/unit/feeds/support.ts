// What the tests of feeds share: feeds of each kind, answers, and a shelf in memory to which fetches add.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDigest } from "../../../src/core/digests/read";
import { firstRequest, readAnswer } from "../../../src/core/feeds/asking";
import type { Feed, FeedPage, FeedReading, FeedRequest, FeedState, OnlineFeed } from "../../../src/core/feeds/feed";
import { Knowledge } from "../../../src/core/feeds/knowledge";
import { readFeeds } from "../../../src/core/feeds/setting";
import { settle, type Settled } from "../../../src/core/feeds/settle";
import { noState } from "../../../src/core/feeds/states";
import type { Answer } from "../../../src/core/metadata/catalogue";
import type { Paper } from "../../../src/core/paper";

const samples = join(__dirname, "../../../../shared/samples");

export function sample(name: string): Uint8Array {
	return readFileSync(join(samples, name));
}

export function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** The feed of an entry of the setting. */
export function feed(entry: unknown): Feed {
	const [found] = readFeeds([entry]).feeds;
	if (!found) throw new Error(`no feed: ${JSON.stringify(entry)}`);
	return found;
}

export function online(entry: unknown): OnlineFeed {
	const found = feed(entry);
	if (found.kind === "mail") throw new Error("a feed that is asked over the network was expected");
	return found;
}

export function answer(body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Answer {
	return { status, headers, body: typeof body === "string" ? bytes(body) : body };
}

/** The day on which feeds are asked. */
export const asked = "2026-09-11";

/** The first request of a fetch. */
export function ask(entry: unknown, state: FeedState = noState): FeedRequest | undefined {
	return firstRequest(online(entry), state, asked);
}

/** What an answer gives, to the first request unless told. */
export function read(entry: unknown, given: Answer, request = ask(entry)): FeedPage {
	if (!request) throw new Error("there is nothing to ask for");
	return readAnswer({ feed: online(entry), state: noState }, request, given, noon);
}

export function parameters({ url }: FeedRequest): Readonly<Record<string, string>> {
	return Object.fromEntries(new URL(url).searchParams);
}

export interface Item {
	readonly title: string;
	/** `2026-09-04`. */
	readonly day?: string;
	readonly arxiv?: string;
	readonly doi?: string;
}

/** An abstract that is long enough to be one. */
export const abstract =
	"We measure it over four hundred nights in two hospitals and find that a simple calibration halves the error.";

/** A feed in RSS 2.0 with these items. */
export function rss(items: readonly Item[], title = "Journal of Owls"): string {
	const shown = items.map(
		({ title: own, day, doi }) =>
			`<item><title>${own}</title><description>${abstract}</description>` +
			(doi === undefined ? "" : `<dc:identifier>doi:${doi}</dc:identifier>`) +
			(day === undefined ? "" : `<dc:date>${day}</dc:date>`) +
			"</item>",
	);
	return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title>${shown.join("")}</channel></rss>`;
}

/** A page of arXiv's API. */
export function arxivPage(items: readonly Item[], total = items.length): string {
	const entries = items.map(
		({ title, day = "2026-09-04", arxiv = "" }) =>
			`<entry><id>http://arxiv.org/abs/${arxiv}v1</id><published>${day}T10:00:00Z</published>` +
			`<title>${title}</title><summary>${abstract}</summary><author><name>Ada Owl</name></author>` +
			'<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL"/></entry>',
	);
	return (
		'<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><title>arXiv Query</title>' +
		`<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>` +
		`${entries.join("")}</feed>`
	);
}

export const noon = Date.parse("2026-09-11T12:00:00Z");

/** A shelf to which fetches add, with what is known of each feed. */
export class Shelf {
	readonly files = new Map<string, string>();
	readonly states = new Map<string, FeedState>();

	/** The papers of all digests. */
	get papers(): readonly Paper[] {
		return [...this.files].flatMap(([name, text]) => readDigest(bytes(text), name).papers);
	}

	stateOf({ key }: Feed): FeedState {
		return this.states.get(key) ?? noState;
	}

	/** What feeds gave becomes digests. */
	take(readings: readonly FeedReading[], now = noon): readonly Settled[] {
		const answered = readings.map(reading => ({ reading, state: this.stateOf(reading.feed) }));
		const today = new Date(now).toISOString().slice(0, 10);
		const settled = settle(answered, new Knowledge(this.papers), { now, today });
		for (const { key, state, digest } of settled) {
			this.states.set(key, state);
			if (digest) this.files.set(`${this.files.size + 1} ${digest.name}`, digest.text);
		}
		return settled;
	}
}
