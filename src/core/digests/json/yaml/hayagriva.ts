// Entries of Hayagriva, the bibliographies of Typst. Source: typst/hayagriva, docs/file-format.md.

import type { Name, TextRange } from "../../../paper";
import type { Draft } from "../../draft";
import { nameOfParts, readName } from "../../names";
import {
	decoded,
	fieldsOf,
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

/** The types of entries ("Reference", "Entry types"). */
const entryTypes =
	/^(?:article|chapter|entry|anthos|report|thesis|web|scene|artwork|patent|case|newspaper|legislation|manuscript|original|post|misc|performance|periodical|proceedings|book|blog|reference|conference|anthology|repository|thread|video|audio|exhibition)$/i;

export const hayagriva: Shape = {
	name: "hayagriva",
	is: entry => entryTypes.test(text(entry["type"])) || ["parent", "serial-number"].some(key => key in entry),
	drafts: (entry, place) => [draftOf(entry, place)],
};

function draftOf(entry: Fields, place: TextRange): Draft {
	const parents = parentsOf(entry);
	const serial = entry["serial-number"];
	const ids = isFields(serial) ? lowerKeys(serial) : {};
	const url = address(entry["url"]) || parents.map(parent => address(parent["url"])).find(found => found !== "");
	const written = firstText(serial);
	const all = [entry, ...parents];
	return {
		place,
		title: titleOf(entry, parents),
		abstract: withoutBraces(raw(entry["abstract"])),
		authors: firstNames([entry["author"], ...parents.map(parent => parent["author"]), entry["editor"]]),
		issued: all.map(one => firstDate(one["date"])).find(date => date !== undefined),
		type: typeOf(text(entry["type"]).toLowerCase(), parents),
		doi: decoded(ids["doi"]) || (/^(?:doi:)?10\.\d{4,9}\//i.test(written) ? written : undefined),
		arxiv:
			text(ids["arxiv"]) ||
			(/^arxiv:/i.test(written)
				? written
				: parents
						.map(parent => /arxiv:\s?\S+/i.exec(formatted(parent["title"]))?.[0])
						.find(found => found !== undefined)),
		pmid: text(ids["pmid"]),
		url,
		venue: firstText(...parents.map(parent => formatted(parent["title"])), publisher(entry), entry["organization"]),
		publication: {
			volume: outermost(all, "volume"),
			issue: outermost(all, "issue"),
			number: written === "" ? firstText(ids["serial"]) : /^(?:doi:|arxiv:|10\.)/i.test(written) ? "" : written,
			pages: firstText(...all.map(one => one["page-range"])),
			publisher: firstText(...all.map(publisher)),
			place: firstText(...all.map(placeOf)),
			edition: outermost(all, "edition"),
			genre: formatted(entry["genre"]),
			isbn: firstText(...all.map(one => lowerKeys(fieldsOf(one["serial-number"]))["isbn"])),
			issn: firstText(...all.map(one => lowerKeys(fieldsOf(one["serial-number"]))["issn"])),
			editors: firstNames(all.map(one => one["editor"])),
		},
		keywords: texts(entry["keywords"]),
		needsNoAbstract: true,
	};
}

function lowerKeys(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
}

/** A chapter may be named by its book alone, a repository or a page by its address. */
function titleOf(entry: Fields, parents: readonly Fields[]): string {
	const isPage = /^(?:repository|web|misc)$/i.test(text(entry["type"]));
	return (
		[entry, ...parents].map(({ title }) => formatted(title)).find(title => title !== "") ??
		(isPage ? address(entry["url"]) : "")
	);
}

/** Parents nest: an article's issue in a periodical, a chapter's book in a series. */
function parentsOf(entry: Fields): readonly Fields[] {
	const found: Fields[] = [];
	let level = oneOrMany(entry["parent"]).filter(isFields);
	for (let depth = 0; depth < 5 && level.length > 0; depth++) {
		found.push(...level);
		level = level.flatMap(parent => oneOrMany(parent["parent"]).filter(isFields)).slice(0, 20);
	}
	return found;
}

/** A formattable string, or a map of it with its short form. */
function formatted(value: unknown): string {
	return withoutBraces(text(isFields(value) ? value["value"] : value));
}

/** Braces only keep the case of what is in them; those of math stay, and signs behind a backslash are what they are. */
function withoutBraces(written: string): string {
	return written.replace(/\\([{}$\\])|\$(?:[^$\\]|\\[^])*\$|[{}]/g, (found, sign?: string) =>
		found.startsWith("$") ? found : (sign ?? ""),
	);
}

function address(value: unknown): string {
	return text(isFields(value) ? value["value"] : value);
}

/** The first of an entry and its parents that has a field. */
function outermost(entries: readonly Fields[], field: string): string {
	return firstText(...entries.map(entry => formatted(entry[field])));
}

function placeOf(entry: Fields): string {
	const inPublisher = isFields(entry["publisher"]) ? formatted(entry["publisher"]["location"]) : "";
	return inPublisher || formatted(entry["location"]);
}

function publisher(entry: Fields): string {
	const value = entry["publisher"];
	return formatted(isFields(value) ? value["name"] : value);
}

function firstNames(values: readonly unknown[]): readonly Name[] {
	const read = values.map(value => oneOrMany(value).flatMap(name => personOfEntry(name) ?? []));
	return read.find(names => names.length > 0) ?? [];
}

/** `Family, Given`, `Family, Jr., Given`, a group's name; or a map of `name`, `given-name`, `prefix` and `suffix`. */
function personOfEntry(value: unknown): Name | undefined {
	if (!isFields(value)) {
		const written = withoutBraces(text(value));
		// Persons have a comma between their names here; a name without one is that of a group, or the only one.
		return written === "" ? undefined : written.includes(",") ? readName(written) : { literal: written };
	}
	const [name, given, prefix] = ["name", "given-name", "prefix"].map(key => withoutBraces(text(value[key])));
	if (name === undefined || name === "") return undefined;
	const suffix = text(value["suffix"]);
	return given === "" && prefix === ""
		? readName(name)
		: nameOfParts(prefix === "" ? name : `${prefix ?? ""} ${name}`, given, suffix);
}

const types: Readonly<Record<string, string>> = {
	...{
		anthology: "book",
		anthos: "chapter",
		blog: "post-weblog",
		book: "book",
		case: "legal_case",
		chapter: "chapter",
	},
	...{ conference: "paper-conference", entry: "entry", legislation: "legislation", manuscript: "manuscript" },
	...{ newspaper: "article-newspaper", patent: "patent", post: "post", proceedings: "book", reference: "book" },
	...{
		report: "report",
		repository: "software",
		thesis: "thesis",
		thread: "post",
		video: "motion_picture",
		web: "webpage",
	},
	...{ audio: "song", artwork: "graphic", performance: "performance", periodical: "periodical", exhibition: "event" },
};

/** What an article is depends on where it appeared. */
function typeOf(type: string, parents: readonly Fields[]): string {
	if (type !== "article") return types[type] ?? "document";
	const parent = parents[0];
	const kind = text(parent?.["type"]).toLowerCase();
	if (kind === "proceedings" || kind === "conference") return "paper-conference";
	if (kind === "blog" || kind === "newspaper") return types[kind] ?? "article";
	return parent === undefined || kind === "repository" || /\barxiv\b|rxiv$/i.test(formatted(parent["title"]))
		? "article"
		: "article-journal";
}

/** Whether the first value of a list or map tells an entry; for the look at a beginning. */
export function areEntries(entries: readonly unknown[]): boolean {
	const found = list(entries).filter(isFields);
	return found.length > 0 && found.filter(hayagriva.is).length * 2 > found.length;
}
