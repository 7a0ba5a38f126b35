// Papers that a page describes in JSON-LD (W3C JSON-LD 1.1; schema.org/ScholarlyArticle), one or a list.

import type { Name } from "../../../paper";
import { descendantsOf, textOf, type Element } from "../../../text/markup/elements";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { readName } from "../../names";

/** All descriptions of articles in the scripts of a page. */
export function articlesOf(root: Element): readonly Draft[] {
	const drafts: Draft[] = [];
	for (const script of descendantsOf(root, "script")) {
		if (!/ld\+json/i.test(script.attributes["type"] ?? "")) continue;
		for (const item of itemsOf(parsed(textOf(script)), 0)) {
			const draft = draftOf(item, script);
			if (draft) drafts.push(draft);
		}
	}
	return drafts;
}

type Item = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Items within lists and graphs, to a depth that such descriptions have. */
function* itemsOf(value: unknown, depth: number): Generator<Item> {
	if (depth > 8 || typeof value !== "object" || value === null) return;
	if (Array.isArray(value)) {
		for (const item of value) yield* itemsOf(item, depth + 1);
		return;
	}
	const item = value as Item;
	if (typesOf(item).some(type => /^(?:Medical)?ScholarlyArticle$/.test(type))) yield item;
	else
		for (const name of ["@graph", "itemListElement", "item", "mainEntity", "hasPart"])
			yield* itemsOf(item[name], depth + 1);
}

function typesOf(item: Item): readonly string[] {
	return [item["@type"]].flat().filter((type): type is string => typeof type === "string");
}

function draftOf(item: Item, { start, end }: Element): Draft | undefined {
	const title = textIn(item["headline"]) ?? textIn(item["name"]);
	if (title === undefined) return undefined;
	const part = objectIn(item["isPartOf"]);
	const journal = textIn(part?.["name"]) ?? textIn(objectIn(part?.["isPartOf"])?.["name"]);
	const told = [item["sameAs"], item["identifier"], item["@id"], item["url"]]
		.flat()
		.map(value => textIn(value) ?? textIn(objectIn(value)?.["value"]) ?? "");
	const keywords = [item["keywords"]].flat().flatMap(word => (textIn(word) ?? "").split(/\s*[,;]\s*/));
	return {
		place: { start, end },
		title,
		abstract: textIn(item["abstract"]) ?? textIn(item["description"]),
		authors: [item["author"] ?? item["creator"]].flat().flatMap(author => nameOf(author) ?? []),
		issued: readDate(textIn(item["datePublished"]) ?? textIn(item["dateCreated"])),
		type: journal === undefined ? "article" : "article-journal",
		doi: told.find(value => /\b10\.\d{4,9}\//.test(value)),
		arxiv: told.find(value => /arxiv/i.test(value)),
		url: textIn(item["url"]) ?? textIn(objectIn(item["mainEntityOfPage"])?.["@id"]),
		venue: journal,
		keywords,
	};
}

function nameOf(author: unknown): Name | undefined {
	const written = textIn(author);
	if (written !== undefined) return readName(written);
	const person = objectIn(author);
	const family = textIn(person?.["familyName"]);
	const given = textIn(person?.["givenName"]);
	if (family !== undefined) return readName(given === undefined ? family : `${family}, ${given}`);
	return readName(textIn(person?.["name"]) ?? "");
}

function textIn(value: unknown): string | undefined {
	return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function objectIn(value: unknown): Item | undefined {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Item) : undefined;
}
