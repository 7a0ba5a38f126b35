// Any page with papers: what it holds for programs, else what a reader sees.

import type { Paper, TextRange } from "../../paper";
import { descendantsOf, parseElements, textOf, type Element } from "../../text/markup/elements";
import { toPapers, type Draft } from "../draft";
import type { InnerReading, Input } from "../format";
import { bestReading, isPlausible } from "../inner";
import { articlesOf } from "./told/jsonLd";
import { readItem } from "./list/fields";
import { itemsOf } from "./list/items";
import { markedArticles } from "./told/microdata";
import { textOfLines, visibleLines, type PageLine } from "./visible";

export function readPage(input: Input): Paper[] {
	const root = parseElements(input.text, { xml: false });
	const place = { start: 0, end: Math.min(input.text.length, 1) };
	const embedded = readingWithin(input, embeddedLists(root));
	if (embedded) return embedded.keep();
	const base = baseOf(root, input.text);
	const marked = markedArticles(root, base);
	const lines = visibleLines(root);
	const seen = draftsOf(lines, base);
	const drafts = marked.length >= seen.length ? marked : seen;
	const listed = drafts.length > 0 ? drafts : articlesOf(root);
	if (listed.length > 0) return toPapers(listed, input.report);
	const inner = readingWithin(input, [...preformatted(root), { content: textOfLines(lines), place }]);
	if (inner) return inner.keep();
	input.report.add(
		"no-list-of-papers",
		place,
		"a web page",
		"neither links to papers nor titles with authors were found",
	);
	return [];
}

interface Inner {
	readonly content: string;
	readonly place: TextRange;
}

function readingWithin({ tryInner }: Input, inners: readonly Inner[]): InnerReading | undefined {
	const readings = inners
		.filter(({ content }) => content.trim() !== "")
		.map(({ content, place }) => tryInner(content, place));
	return bestReading(readings.filter(isPlausible));
}

/** Elements whose text is another digest: a record in plain text, as browsers and old services wrap it. */
function preformatted(root: Element): readonly Inner[] {
	const found: Inner[] = [];
	for (const element of descendantsOf(root)) {
		if (!/^(?:pre|xmp|plaintext|textarea)$/.test(element.name)) continue;
		if (found.length >= 50) break;
		found.push({
			content: textOf(element),
			place: { start: element.start, end: Math.min(element.end, element.start + 100) },
		});
	}
	return found;
}

/** Lists of papers in JSON that pages of Hugging Face keep for their own scripts. */
function embeddedLists(root: Element): readonly Inner[] {
	const found: Inner[] = [];
	for (const { attributes, start, end } of descendantsOf(root)) {
		const props = attributes["data-props"];
		if (props === undefined || !/"(?:dailyPapers|papers)"/.test(props.slice(0, 20_000))) continue;
		const list = listIn(props);
		if (list !== undefined && found.length < 10)
			found.push({ content: list, place: { start, end: Math.min(end, start + 100) } });
	}
	return found;
}

function listIn(props: string): string | undefined {
	try {
		const value = JSON.parse(props) as Readonly<Record<string, unknown>> | null;
		const list = value?.["dailyPapers"] ?? value?.["papers"];
		return Array.isArray(list) && list.length > 0 ? JSON.stringify(list) : undefined;
	} catch {
		return undefined;
	}
}

function draftsOf(lines: readonly PageLine[], base: string | undefined): readonly Draft[] {
	const items = itemsOf(lines, base).map(item => readItem(item, base));
	// Behind the last paper comes the foot of the page, whose text is an abstract only where abstracts stand elsewhere.
	const paths = new Set(items.slice(0, -1).map(({ abstractPath }) => abstractPath));
	return items.map(({ draft, abstractPath }, i) => {
		const isFoot = i > 0 && i === items.length - 1 && abstractPath !== undefined && !paths.has(abstractPath);
		return isFoot ? { ...draft, abstract: "" } : draft;
	});
}

/** What addresses of the page are relative to: `<base>`, its own address, or where a browser saved it from. */
function baseOf(root: Element, text: string): string | undefined {
	for (const { name, attributes } of descendantsOf(root)) {
		const isCanonical = name === "link" && /^canonical$/i.test(attributes["rel"] ?? "");
		const isOwn =
			name === "meta" &&
			/^(?:og:url|citation_public_url)$/i.test(attributes["property"] ?? attributes["name"] ?? "");
		const url = name === "base" || isCanonical ? attributes["href"] : isOwn ? attributes["content"] : undefined;
		if (url !== undefined && /^https?:\/\//i.test(url)) return url;
		if (name === "body") break;
	}
	return /<!-- saved from url=\(\d{4}\)(https?:\/\/\S{1,2000}) -->/.exec(text.slice(0, 3000))?.[1];
}
