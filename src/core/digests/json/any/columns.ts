// Which keys of the objects of a list hold what, when no source is known by them: told by the names of the keys, and by
// what a list of papers has that a list of other things has not.

import { fieldOf, weakTitleNames, type Field } from "../../fields/fieldNames";
import { isPaperAddress } from "../../fields/paperLinks";
import { isFields, list, raw, text, type Fields } from "../fields";

/** The keys for each field, those of the better names first. */
export type Columns = ReadonlyMap<Field, readonly string[]>;

/** Keys of programs whose names mean something else in a table that a person made. */
const programs: Readonly<Record<string, Field>> = {
	"published at": "date",
	"created at": "date",
	"date published": "date",
	headline: "title",
	"html url": "url",
	"github repo": "code",
	"repo url": "code",
	"repository url": "code",
	"content text": "abstract",
	"html link": "url",
	entry_id: "url",
};

/** The field that a key names: `abstractNote`, `abstract_note` and `AbstractNote` are one. */
function fieldOfKey(key: string): { readonly field: Field; readonly rank: number } | undefined {
	const words = key
		.slice(0, 80)
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
		.replace(/[_-]+/g, " ")
		.toLowerCase();
	const field = Object.hasOwn(programs, words) ? programs[words] : undefined;
	return field === undefined ? (fieldOf(words) ?? fieldOf(key)) : { field, rank: 0 };
}

/** The keys of a list of papers by its first objects; `undefined` when it is none. */
export function columnsOf(samples: readonly Fields[]): Columns | undefined {
	const found = new Map<Field, { key: string; rank: number }[]>();
	for (const key of new Set(samples.flatMap(sample => Object.keys(sample).slice(0, 200)))) {
		if (!samples.some(sample => holdsSomething(sample[key]))) continue;
		const known = fieldOfKey(key);
		if (known) found.set(known.field, [...(found.get(known.field) ?? []), { key, rank: known.rank }]);
		else if (holdsAddresses(key, samples)) found.set("url", [...(found.get("url") ?? []), { key, rank: 3 }]);
	}
	const columns = new Map(
		[...found].map(([field, keys]) => [field, keys.sort((a, b) => a.rank - b.rank).map(({ key }) => key)]),
	);
	const hasTitle = holdTitles(samples, columns.get("title") ?? []);
	if (!hasTitle) {
		const weak = weakTitle(samples);
		if (weak === undefined) return undefined;
		columns.set("title", [weak]);
	}
	return areOfPapers(samples, columns, hasTitle) ? columns : undefined;
}

function holdsSomething(value: unknown): boolean {
	return text(value) !== "" || list(value).length > 0 || isFields(value);
}

/** A key such as `paper` or `openreview` may hold the paper's address. */
function holdsAddresses(key: string, samples: readonly Fields[]): boolean {
	const values = samples.map(sample => text(sample[key])).filter(value => value !== "");
	const addresses = values.filter(value => /^https?:\/\/\S+$/.test(value.slice(0, 2000)));
	const isNamed = weakTitleNames.has(key.toLowerCase().slice(0, 40));
	return (isNamed || addresses.some(isPaperAddress)) && addresses.length * 2 > values.length;
}

function holdTitles(samples: readonly Fields[], keys: readonly string[]): boolean {
	return keys.some(key => samples.some(sample => /\p{L}/u.test(text(sample[key]) || text(list(sample[key])[0]))));
}

/** A key such as `paper` or `name` counts when its values are as long as titles. */
function weakTitle(samples: readonly Fields[]): string | undefined {
	const keys = new Set(samples.flatMap(sample => Object.keys(sample).slice(0, 200)));
	return [...keys].find(key => {
		const values = samples.map(sample => text(sample[key])).filter(value => value !== "");
		const words = values.reduce((all, value) => all + value.split(" ").length, 0);
		return weakTitleNames.has(key.toLowerCase().slice(0, 40)) && values.length > 0 && words / values.length >= 3;
	});
}

/** Keys of packages, settings and tasks, which have titles and descriptions too. */
const others =
	/^(?:command|dependencies|devDependencies|main|scripts|license|version|properties|\$schema|completed|completionEvents|media|when)$/;

/** Whether a list with titles is one of papers: it has what papers have, or its addresses lead to papers. */
function areOfPapers(samples: readonly Fields[], columns: Columns, hasTitle: boolean): boolean {
	const has = (field: Field): boolean => columns.has(field);
	const values = (field: Field): readonly string[] =>
		samples
			.flatMap(sample => (columns.get(field) ?? []).map(key => raw(sample[key])))
			.filter(value => value !== "");
	const links = [...values("url"), ...values("pdf"), ...values("links")].some(url =>
		isPaperAddress(url.slice(0, 2000)),
	);
	if (has("doi") || has("arxiv") || has("pmid") || links) return true;
	if (samples.some(sample => Object.keys(sample).some(key => others.test(key)))) return false;
	const abstracts = values("abstract");
	const mean = abstracts.reduce((all, one) => all + one.length, 0) / Math.max(1, abstracts.length);
	const isNamed = (columns.get("abstract") ?? []).some(key => /^abstract/i.test(key)) && mean > 0;
	if (has("authors")) return hasTitle || isNamed || mean >= 150;
	if (isNamed || mean >= 150) return hasTitle;
	return hasTitle && (has("venue") || has("pdf")) && (has("year") || has("date"));
}
