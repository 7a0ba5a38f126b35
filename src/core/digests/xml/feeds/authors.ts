// The authors of an item of a feed: one an element, or all in one text.

import { childOf, childrenOf, textOf, type Element } from "../../../text/markup/elements";
import { plain } from "../../draft";
import { readName, readNames, type NameList } from "../../names";

/** By the elements for them, else as the description says. */
export function authorsOf(item: Element, said: string | undefined): NameList {
	for (const name of ["dc:creator", "author", "authors", "dc:contributor", "itunes:author"]) {
		const written = childrenOf(item, name)
			.map(writtenIn)
			.filter(text => text !== "");
		if (written.length > 0) return namesOf(written);
	}
	return said === undefined ? { names: [], isIncomplete: false } : namesOf([said]);
}

/** Atom has the name in an element of its own; RSS writes `address@host (Name)`. */
function writtenIn(author: Element): string {
	const text = plain(textOf(childOf(author, "name", "foaf:name") ?? author));
	if (!text.includes("@")) return text;
	return (
		/\(([^()]{1,200})\)\s*$/.exec(text)?.[1] ??
		text
			.replace(/\S+@\S+/g, "")
			.replace(/[<>()]/g, "")
			.trim()
	);
}

/** Several elements are an author each, unless one of them holds a list. */
function namesOf(written: readonly string[]): NameList {
	const lists = written.map(text => (written.length > 1 && isOneName(text) ? oneName(text) : readNames(text)));
	return { names: lists.flatMap(({ names }) => names), isIncomplete: lists.some(({ isIncomplete }) => isIncomplete) };
}

/** `Given Family` and `Family, Given`; two commas or an `and` make a list. */
function isOneName(text: string): boolean {
	return text.split(",").length <= 2 && !/;|\s(?:and|&)\s|et al/i.test(text);
}

function oneName(text: string): NameList {
	const name = readName(text);
	return { names: name ? [name] : [], isIncomplete: false };
}
