// Looking into values that came out of JSON or YAML, where anything may be of another kind than expected.

import { readDate } from "../dates";
import type { IssuedDate, Name } from "../../paper";
import { nameOfParts, readName, readNames, type NameList } from "../names";

/** An object of JSON, or a map of YAML. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object at a key, or an empty one. */
export function fieldsOf(value: unknown): Fields {
	return isFields(value) ? value : {};
}

/** The elements of a list; a list of none for all else. */
export function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** A list as it is, and a single value as a list of one. */
export function oneOrMany(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The objects of a list. */
export function objects(value: unknown): readonly Fields[] {
	return list(value).filter(isFields);
}

/** A text with its line breaks, a number as a text, a text in an object that says how it is written; else empty. */
export function raw(value: unknown): string {
	const one = isFields(value) ? (value["value"] ?? value["rendered"] ?? value["#text"]) : value;
	return typeof one === "string" ? one : typeof one === "number" ? `${one}` : "";
}

/** A text on one line. */
export function text(value: unknown): string {
	return raw(value).replace(/\s+/g, " ").trim();
}

/** The first of several values that is a text with something in it. */
export function firstText(...values: readonly unknown[]): string {
	for (const value of values) {
		const found = text(Array.isArray(value) ? (value as readonly unknown[])[0] : value);
		if (found !== "") return found;
	}
	return "";
}

/** The texts of a list of texts or of objects that name something, as keywords do. */
export function texts(value: unknown, ...keys: readonly string[]): readonly string[] {
	return oneOrMany(value).flatMap(one => {
		const found = isFields(one) ? firstText(...keys.map(key => one[key])) : text(one);
		return found === "" ? [] : [found];
	});
}

/** The value along a path of keys. */
export function at(value: unknown, ...path: readonly string[]): unknown {
	return path.reduce<unknown>((inner, key) => (isFields(inner) ? inner[key] : undefined), value);
}

/** The most precise of several dates, the first of them where two are equally so. */
export function firstDate(...values: readonly unknown[]): IssuedDate | undefined {
	const dates = values.flatMap(value => readDate(text(value)) ?? []);
	return dates.find(({ day }) => day !== undefined) ?? dates.find(({ month }) => month !== undefined) ?? dates[0];
}

/** Percent-escapes of an address undone, as in `10.1890/0012-9658(2006)87%5B2832`. */
export function decoded(value: unknown): string {
	const written = text(value);
	try {
		return written.includes("%") ? decodeURIComponent(written) : written;
	} catch {
		return written;
	}
}

const familyKeys = ["family", "lastName", "last", "familyName", "surname", "lastname", "last_name", "family_name"];
const givenKeys = ["given", "firstName", "first", "givenName", "forename", "firstname", "first_name", "given_name"];

/** A person or a group, written as one text or in parts under any of the usual names. */
export function personOf(value: unknown): Name | undefined {
	if (!isFields(value)) return readName(text(value));
	const family = firstText(...familyKeys.map(key => value[key]));
	const given = firstText(...givenKeys.map(key => value[key]));
	const literal = text(value["literal"]);
	if (literal !== "") return { literal };
	if (family !== "") {
		const middle = given === "" ? "" : texts(value["middle"]).join(" ");
		return nameOfParts(family, `${given} ${middle}`.trim(), text(value["suffix"]));
	}
	const keys = [
		"name",
		"fullname",
		"full_name",
		"display_name",
		"displayName",
		"raw_name",
		"text",
		"author",
		"value",
	];
	const whole = keys.map(key => value[key]).find(found => text(found) !== "" || isFields(found));
	if (isFields(whole)) return isFields(whole["author"]) ? undefined : personOf(whole);
	return readName(text(whole) === "" ? given : text(whole));
}

/** Authors in a list of texts or objects, or in one line. */
export function authorsOf(value: unknown): NameList {
	if (!Array.isArray(value)) {
		const person = isFields(value) ? personOf(value) : undefined;
		return isFields(value) ? { names: person ? [person] : [], isIncomplete: false } : readNames(text(value));
	}
	const names: Name[] = [];
	let isIncomplete = false;
	for (const one of value as readonly unknown[]) {
		if (typeof one === "string" && /^\W*(?:et\.? al|others|and others|…|\.\.\.)\W*$/i.test(one.slice(0, 40))) {
			isIncomplete = true;
			continue;
		}
		const person = personOf(one);
		if (person) names.push(person);
	}
	return { names, isIncomplete };
}
