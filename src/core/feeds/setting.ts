// The setting `citeshelf.feeds`: a list of objects, each with one key that says what kind of feed it is. Whatever stands
// there, what can be understood of it is taken, and the rest is said with its place.

import { isDay } from "./days";
import { fault } from "./faults";
import type { Fault, Feed, FeedKind, FeedSource } from "./feed";

/** What the setting says. */
export interface FeedsReading {
	readonly feeds: readonly Feed[];
	/** What of it is not understood; feeds are counted from 1. */
	readonly faults: readonly Fault[];
}

/** More feeds than anybody reads. */
const mostFeeds = 100;

const longestValue = 2000;
const longestQuery = 1000;
const longestName = 100;

/** The keys of the setting with the kinds that they stand for. */
const kinds = new Map<string, FeedKind>([
	["url", "web"],
	["arxiv", "arxiv"],
	["huggingFace", "huggingFace"],
	["pubmed", "pubmed"],
	["mail", "mail"],
]);

/** The feeds of a setting, each once. Total. */
export function readFeeds(value: unknown): FeedsReading {
	if (value === undefined) return { feeds: [], faults: [] };
	if (!Array.isArray(value)) return { feeds: [], faults: [fault("feeds-no-list", kindOf(value))] };
	const entries = value as readonly unknown[];
	const faults: Fault[] = [];
	const places = new Map<string, number>();
	const feeds: Feed[] = [];
	for (const [i, entry] of entries.slice(0, mostFeeds).entries()) {
		const read = readEntry(entry);
		if ("code" in read) {
			faults.push({ ...read, entry: i + 1 });
			continue;
		}
		const first = places.get(read.key);
		if (first !== undefined) faults.push({ ...fault("feed-twice", `${first}`), entry: i + 1 });
		else feeds.push(read);
		places.set(read.key, first ?? i + 1);
	}
	if (entries.length > mostFeeds) faults.push(fault("feeds-too-many", `${mostFeeds}`));
	return { feeds, faults };
}

function readEntry(entry: unknown): Feed | Fault {
	if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
		return fault("feed-no-object", kindOf(entry));
	}
	const fields = entry as Readonly<Record<string, unknown>>;
	const [first, second] = Array.from(kinds).filter(([key]) => Object.hasOwn(fields, key));
	if (!first) return fault("feed-no-kind");
	const [key, kind] = first;
	if (second) return fault("feed-two-kinds", key, second[0]);
	const value = fields[key];
	if (typeof value !== "string") return fault("feed-no-text", key, kindOf(value));
	const { name } = fields;
	if (name !== undefined && typeof name !== "string") return fault("feed-no-text", "name", kindOf(name));
	const source = feedSource(kind, value);
	return "code" in source ? source : feedOf(source, name);
}

/** The source that a person's words are for a kind, or what is wrong with them. */
export function feedSource(kind: FeedKind, written: string): FeedSource | Fault {
	const value = written.trim();
	if (value === "") return fault("value-empty");
	const longest = kind === "arxiv" || kind === "pubmed" ? longestQuery : longestValue;
	if (value.length > longest) return fault("value-too-long", `${longest}`);
	if (/\p{Cc}/u.test(value)) return fault("value-control");
	switch (kind) {
		case "web":
			return webSource(value);
		case "arxiv":
		case "pubmed":
			return isBalanced(value) ? { kind, query: value.replace(/\s+/g, " ") } : fault("value-unbalanced");
		case "huggingFace":
			return value === "daily" || isDay(value) ? { kind, day: value } : fault("value-no-day");
		case "mail":
			return { kind, folder: value };
	}
}

/** A feed of a source. */
export function feedOf(source: FeedSource, name?: string): Feed {
	const given = (name ?? "").replace(/\s+/g, " ").trim().slice(0, longestName);
	return { ...source, key: `${source.kind} ${valueOf(source)}`, name: given === "" ? ownName(source) : given };
}

/** The feed as it stands in the setting. */
export function settingOf(feed: Feed): Readonly<Record<string, string>> {
	const key = Array.from(kinds).find(([, kind]) => kind === feed.kind)?.[0] ?? feed.kind;
	return { ...(feed.name !== ownName(feed) && { name: feed.name }), [key]: valueOf(feed) };
}

/** The setting with a feed at its end; what else stands there stays, whether it is understood or not. */
export function withFeed(value: unknown, feed: Feed): readonly unknown[] {
	return [...withoutFeed(value, feed.key), settingOf(feed)];
}

/** The setting without a feed. */
export function withoutFeed(value: unknown, key: string): readonly unknown[] {
	const entries = Array.isArray(value) ? (value as readonly unknown[]) : [];
	return entries.filter(entry => {
		const read = readEntry(entry);
		return "code" in read || read.key !== key;
	});
}

/** What a person writes for a source. */
export function valueOf(source: FeedSource): string {
	switch (source.kind) {
		case "web":
			return source.url;
		case "arxiv":
		case "pubmed":
			return source.query;
		case "huggingFace":
			return source.day;
		case "mail":
			return source.folder;
	}
}

function ownName(source: FeedSource): string {
	switch (source.kind) {
		case "web":
			return source.url.replace(/^https:\/\/(?:www\.)?/, "").replace(/[/?]$/, "");
		case "arxiv":
			return `arXiv ${source.query}`;
		case "pubmed":
			return `PubMed ${source.query}`;
		case "huggingFace":
			return `Hugging Face ${source.day}`;
		case "mail":
			return source.folder.replace(/[\\/]+$/, "").replace(/^.*[\\/](?=[^\\/]+$)/, "");
	}
}

function webSource(value: string): FeedSource | Fault {
	// What readers of feeds call such addresses; the scheme says no more than that it is one.
	const address = value.replace(/^feed:(?:\/\/)?(?=https:)/i, "").replace(/^feed:\/\//i, "https://");
	let url: URL;
	try {
		url = new URL(address);
	} catch {
		return fault("value-no-https");
	}
	if (url.protocol !== "https:" || url.hostname === "" || /\s/.test(address)) return fault("value-no-https");
	if (url.username !== "" || url.password !== "") return fault("value-password");
	url.hash = "";
	return { kind: "web", url: url.href };
}

/** Whether brackets and quotation marks are closed: what follows would otherwise be taken for a part of the query. */
function isBalanced(query: string): boolean {
	let depth = 0;
	let isQuoted = false;
	for (const sign of query) {
		if (sign === '"') isQuoted = !isQuoted;
		else if (isQuoted) continue;
		else if (sign === "(" || sign === "[") depth++;
		else if (sign === ")" || sign === "]") depth--;
		if (depth < 0) return false;
	}
	return depth === 0 && !isQuoted;
}

function kindOf(value: unknown): string {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
