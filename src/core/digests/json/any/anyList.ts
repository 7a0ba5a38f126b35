// Papers of a list whose source is not known, by the names of its keys.

import { findArxiv, findDoi } from "../../../identity";
import type { Link, TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { readAuthors } from "../../fields/authors";
import type { Field } from "../../fields/fieldNames";
import { linkOf } from "../../fields/paperLinks";
import { arxivOfAddress, doiOfAddress, pmidOfAddress } from "../../identifiers";
import {
	authorsOf,
	decoded,
	firstDate,
	firstText,
	isFields,
	list,
	oneOrMany,
	raw,
	text,
	texts,
	type Fields,
} from "../fields";
import type { Shape } from "../shape";
import type { Columns } from "./columns";

/** Records read by their keys. */
export function anyShape(columns: Columns, name: string): Shape {
	const titles = columns.get("title") ?? [];
	return {
		name,
		is: record => titles.some(key => firstText(record[key]) !== ""),
		drafts: (record, place) => [draftOf(record, columns, place)],
	};
}

/** What each field was taken from, for the report: those of a paper only, in a fixed order. */
export function takenKeys(columns: Columns): readonly (readonly [string, string])[] {
	return [...columns].flatMap(([field, [key]]) =>
		key === undefined || field === "other" ? [] : [[key, names[field] ?? field] as const],
	);
}

const names: Partial<Record<Field, string>> = {
	arxiv: "arXiv identifier",
	doi: "DOI",
	pmid: "PMID",
	url: "page",
	pdf: "PDF",
};

function draftOf(record: Fields, columns: Columns, place: TextRange): Draft {
	const all = (field: Field): readonly unknown[] => (columns.get(field) ?? []).map(key => record[key]);
	const first = (field: Field): string => firstText(...all(field));
	const { names: authors, isIncomplete } = authorsIn(all("authors"));
	const urls = [...all("url"), ...all("pdf"), ...all("links")].flatMap(value => texts(value, "url", "href", "value"));
	const id = firstText(record["id"], record["_id"], record["paperId"], record["paper_id"]);
	const page = texts(
		all("url").find(value => value !== undefined && value !== null),
		"url",
		"href",
		"value",
	)[0];
	return {
		place,
		title: first("title"),
		abstract: abstractIn(all("abstract")),
		authors,
		authorsIncomplete: isIncomplete,
		issued: firstDate(...[...all("date"), ...all("year")].map(dateText)),
		arxiv: findArxiv(first("arxiv")) ?? findArxiv(id) ?? firstOf(urls, arxivOfAddress),
		arxivClass: /^[a-z-]{2,10}\.[A-Za-z-]{2,12}$/.exec(firstText(...texts(all("categories")[0], "term")))?.[0],
		doi: findDoi(decoded(first("doi"))) ?? findDoi(id) ?? firstOf(urls, doiOfAddress),
		pmid: first("pmid") || firstOf(urls, pmidOfAddress),
		url: page,
		venue: texts(
			all("venue").find(value => value !== undefined && value !== null && value !== ""),
			"name",
			"title",
			"display_name",
		)[0],
		keywords: [...all("keywords"), ...all("categories")].flatMap(words),
		links: linksIn(all),
	};
}

function firstOf(urls: readonly string[], find: (url: string) => string | undefined): string | undefined {
	return urls.map(url => find(url.slice(0, 2000))).find(found => found !== undefined);
}

function authorsIn(values: readonly unknown[]): ReturnType<typeof authorsOf> {
	const value = values.find(one => text(one) !== "" || list(one).length > 0 || isFields(one));
	return typeof value === "string" ? readAuthors(value) : authorsOf(value);
}

function abstractIn(values: readonly unknown[]): string {
	const written = values.map(value =>
		oneOrMany(value)
			.map(raw)
			.filter(part => part.trim() !== "")
			.join("\n\n"),
	);
	return written.find(value => value !== "") ?? "";
}

/** A date may be an object of its parts, or a moment in seconds or milliseconds. */
function dateText(value: unknown): string {
	if (isFields(value)) {
		const parts = list(list(value["date-parts"])[0]);
		return [value["year"] ?? parts[0], value["month"] ?? parts[1], value["day"] ?? parts[2]]
			.map(text)
			.filter(part => part !== "")
			.join("-");
	}
	const moment = typeof value === "number" && value > 1e8 ? (value < 1e11 ? value * 1000 : value) : undefined;
	if (moment === undefined || moment > 8e15 || /^(?:19|20)\d{6}$/.test(text(value))) return text(value);
	return new Date(moment).toISOString().slice(0, 10);
}

/** Words in a list, or in one text parted by semicolons, bars or commas. */
function words(value: unknown): readonly string[] {
	if (Array.isArray(value) || isFields(value))
		return texts(value, "name", "term", "tag", "display_name", "label", "keyword", "value");
	const written = text(value);
	return written.split(/[;|]/.test(written) ? /\s*[;|]\s*/ : /\s*,\s*/);
}

function linksIn(all: (field: Field) => readonly unknown[]): readonly Link[] {
	const of = (field: Field, label: string): readonly Link[] =>
		all(field)
			.flatMap(value => texts(value, "url", "href", "value"))
			.flatMap(url => (/^https?:\/\/|^[\w-]+(?:\.[\w-]+)+\//i.test(url) ? (linkOf(url, label) ?? []) : []));
	return [
		...of("pdf", "PDF"),
		...of("code", "Code"),
		...of("data", "Data"),
		...of("links", ""),
		...of("url", "").slice(1),
	];
}
