// The parts of a LaTeX document that LaTeX would not read as running text, by the command that makes them so.

import type { TextRange } from "../../paper";
import type { Zone } from "../citation";
import { closing, longestNote, skipArguments, skipSpace } from "./arguments";
import { hasOptionsBehind, layoutArguments, nameCommands, rawCommands, rawEnvironments } from "./commands";

/** What a command makes unreadable: an environment of raw text, `\verb`, an argument that is a name; all after the end. */
export function zoneOf(text: string, name: string, { start, end }: TextRange): Zone | undefined {
	if (rawCommands.has(name)) {
		return { start, end: rawArgumentEnd(text, name, end), kind: "span", place: "code" };
	}
	if (!nameCommands.has(name)) return undefined;
	const isAddress = name === "url" || name === "path" || name === "nolinkurl" || name === "href";
	const bracketsEnd = skipArguments(text, end, "[", "]");
	const at = skipSpace(text, bracketsEnd);
	const close = text[at] === "{" ? closing(text, at, "}", { comments: !isAddress }) : undefined;
	// What follows the label of `\hyperref[label]{words}` is text.
	if (close === undefined || (name === "hyperref" && bracketsEnd > end)) {
		return bracketsEnd > end ? { start, end: bracketsEnd, kind: "token", place: "argument" } : undefined;
	}
	if (isAddress) return { start, end: close, kind: "span", place: "address" };
	const argument = text.slice(at + 1, close - 1);
	if (name === "begin" || name === "end") return environmentZone(text, { name, argument }, { start, end: close });
	const behind = hasOptionsBehind.has(name) ? skipArguments(text, close, "[", "]") : close;
	return { start, end: behind, kind: "token", place: "argument" };
}

function environmentZone(
	text: string,
	{ name, argument }: { readonly name: string; readonly argument: string },
	{ start, end }: TextRange,
): Zone {
	if (name === "begin" && rawEnvironments.has(argument)) {
		const mark = `\\end{${argument}}`;
		const found = text.indexOf(mark, end);
		const place = argument === "comment" ? "comment" : "code";
		return found < 0
			? { start, end: text.length, kind: "block", place }
			: { start, end: found + mark.length, kind: "span", place };
	}
	if (name === "end") {
		return argument === "document"
			? { start: end, end: text.length, kind: "block", place: "comment" }
			: { start, end, kind: "token", place: "argument" };
	}
	return { start, end: layoutEnd(text, argument, end), kind: "token", place: "argument" };
}

/** Behind the arguments of an environment that say how it is laid out: columns, a width, a place. */
function layoutEnd(text: string, environment: string, from: number): number {
	let end = from;
	const braces = layoutArguments.get(environment);
	for (let count = 0; braces !== undefined && count <= braces; count++) {
		if (count > 0) {
			const at = skipSpace(text, end);
			const close = text[at] === "{" ? closing(text, at, "}") : undefined;
			if (close === undefined) break;
			end = close;
		}
		if (count < Math.max(braces, 1)) end = skipArguments(text, end, "[", "]");
	}
	return end;
}

function rawArgumentEnd(text: string, name: string, from: number): number {
	let at = name === "verb" || name === "Verb" ? from : skipArguments(text, from, "[", "]");
	if (name.startsWith("mint") && text[at] === "{") at = closing(text, at, "}") ?? at;
	if (text[at] === "*") at++;
	const mark = text[at];
	if (mark === undefined || /\s/.test(mark)) return at;
	if (mark === "{" && !name.startsWith("verb")) return closing(text, at, "}") ?? at;
	const line = text.slice(at + 1, at + 1 + longestNote).split(/[\r\n]/, 1)[0] ?? "";
	const found = line.indexOf(mark);
	return found < 0 ? at + 1 + line.length : at + found + 2;
}
