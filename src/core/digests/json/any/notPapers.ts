// What a JSON text is that is no list of papers, in words for a person.

import { isFields, list, text, type Fields } from "../fields";
import type { Survey } from "../scan/survey";
import { parseValue } from "../scan/values";

/** Why a text is no list of papers; nothing when it is a list without elements, which says so itself. */
export function notPapers(written: string, { value, isLines }: Survey): string | undefined {
	const whole = parseValue(written.length < 1_000_000 ? written : "null");
	if ("error" in whole && !isLines) return `it is damaged (${whole.error})`;
	if (Array.isArray(value)) return list(value).length === 0 ? undefined : `${listOf(value)} without titles of papers`;
	if (!isFields(value)) return `it is a ${value === undefined ? "text" : typeof value}`;
	return errorOf(value) ?? objectOf(value);
}

function listOf(value: readonly unknown[]): string {
	const kind = isFields(value[0]) ? "objects" : Array.isArray(value[0]) ? "lists" : `${typeof value[0]}s`;
	return `it is a list of ${kind}`;
}

/** What a catalogue answers instead of papers. */
function errorOf(value: Fields): string | undefined {
	const error = value["error"] ?? value["errors"] ?? (/^(?:error|failed)$/i.test(text(value["status"])) || undefined);
	const message = text(value["message"]) || text(error) || text(isFields(error) ? error["message"] : "");
	return error === undefined || message === "" ? undefined : `it is an answer with the error “${message}”`;
}

function objectOf(value: Fields): string | undefined {
	const keys = Object.keys(value);
	const lists = Object.values(value).filter(Array.isArray);
	if (keys.length === 0 || (lists.length === 1 && lists[0]?.length === 0)) return undefined;
	const named = keys.slice(0, 5).join(", ");
	return `it is one object without titles of papers (${named}${keys.length > 5 ? " …" : ""})`;
}
