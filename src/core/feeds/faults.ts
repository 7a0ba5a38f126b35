// Everything that can be wrong with the setting of feeds and with their answers, as English sentences, which the host
// translates. Each says what happened and, where there is something, what to do.

import type { Fault } from "./feed";

const sentences = {
	"feeds-no-list": "A list of feeds was expected; this is {0}.",
	"feeds-too-many": "Only the first {0} feeds are taken.",
	"feed-no-object": 'This is {0}; an object such as { "arxiv": "cs.CL" } was expected.',
	"feed-no-kind": "It has none of url, arxiv, huggingFace, pubmed and mail.",
	"feed-two-kinds": "It has both {0} and {1}; one of them was expected.",
	"feed-no-text": "Its {0} is {1}; a text was expected.",
	"feed-twice": "It is the same as feed {0}.",
	"value-empty": "Something was expected here.",
	"value-too-long": "This is longer than {0} letters.",
	"value-control": "There is a line break or another control character in it.",
	"value-unbalanced": "A bracket or a quotation mark is not closed.",
	"value-no-https": "An address that begins with https:// was expected.",
	"value-password": "A name and a password in an address are not sent; leave them out.",
	"value-no-day": "daily, or a day such as 2026-09-04, was expected.",
	"fetch-offline": "Not reached ({0}). Offline?",
	"fetch-too-slow": "It did not answer in full within {0} seconds.",
	"fetch-too-large": "Its answer is larger than {0} MB.",
	"fetch-elsewhere":
		"It leads to {0}, which was not asked for. If that is right, take {0} as the address of the feed.",
	"fetch-insecure":
		"It leads to an address that does not begin with https://, or to one of your own network. It was not followed.",
	"fetch-busy": "It asks to be left alone for a while.",
	"fetch-gone": "There is nothing at this address ({0}). Has the feed moved?",
	"fetch-refused": "It refused ({0}): {1}",
	"answer-empty": "It answered with nothing.",
	"answer-page": "This is a page for people, no feed (“{0}”). Look on it for the address of its feed.",
	"answer-page-links": "This is a page for people, no feed (“{0}”), but it names its feeds.",
	"answer-other": "This is no feed: it looks like {0}, and no paper was found in it.",
	"answer-error": "It answered with an error: {0}",
	"answer-cut": "Its answer stops in the middle. Nothing was taken; the next fetch asks again.",
	"folder-unreadable": "The folder cannot be read: {0}",
	"folder-missing": "There is no folder {0}.",
	"folder-outside":
		"{0} is outside the workspace, whose feeds may read its own folders alone. Take it into your own settings.",
	"folder-no-workspace": "{0} is a folder of a workspace, and none is open.",
	"not-written": "The digest could not be written: {0}",
} as const satisfies Readonly<Record<string, string>>;

export type FaultCode = keyof typeof sentences;

export function fault(code: FaultCode, ...args: readonly string[]): Fault {
	return { code, args };
}

/** The English sentence of a fault with `{0}` … for its arguments; the code itself when it is not known. */
export function faultSentence(code: string): string {
	return Object.entries(sentences).find(([name]) => name === code)?.[1] ?? code;
}

/** The fault in English. */
export function faultText({ code, args, entry }: Fault): string {
	const text = faultSentence(code).replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? "");
	return entry === undefined ? text : `Feed ${entry}: ${text}`;
}
