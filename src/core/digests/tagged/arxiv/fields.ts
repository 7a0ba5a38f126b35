// What arXiv's mails and its listing pages write in one way: identifiers, authors, references to journals, subjects.
// Sources: info.arxiv.org/help/prep (metadata fields), /help/arxiv_identifier, /help/subscribe.

import { findArxiv } from "../../../identity";
import type { IssuedDate } from "../../../paper";
import { decodeLatex } from "../../../text/latex";
import { dateOf } from "../../dates";
import type { Draft } from "../../draft";
import { readName, readNames } from "../../names";

/** An identifier as a mail or a page writes it, old or new, with or without its version. */
export const identifier = String.raw`(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Za-z-]{2,10})?\/\d{7})(?:v\d{1,3})?`;

/** `arXiv:2303.08845v2` or `math/0309136` without its version. */
export function readIdentifier(written: string): string | undefined {
	return findArxiv(/^arxiv:/i.test(written) ? written : `arXiv:${written}`);
}

/** The month in which arXiv got a paper: it is in its identifier (`2303.…`, `math/0309…`). */
export function monthOf(arxiv: string | undefined): IssuedDate | undefined {
	const [, year = "", month] = /(?:^|\/)(\d{2})(\d{2})/.exec(arxiv ?? "") ?? [];
	if (year === "") return undefined;
	return dateOf(Number(year) + (Number(year) > 90 ? 1900 : 2000), month);
}

/** Authors with affiliations in parentheses, collaborations, and `et al. (12 additional authors not shown)`. */
export function readArxivAuthors(written: string): Pick<Draft, "authors" | "authorsIncomplete"> {
	const plain = decodeLatex(written.replace(/\s+/g, " ")).text;
	const hidden = /\(\s*\d+ (?:additional|more|other) authors?[^)]*\)|\bet\.? al\b/i.test(plain);
	const outer = outsideParentheses(plain)
		.replace(/\bet\.? al\b\.?/gi, "")
		.replace(/:\s+/g, ", ")
		.replace(/(?: ?[,;])+ ?/g, found => (found.includes(";") ? "; " : ", "))
		.replace(
			/[\s,;]*\b(?:on behalf of|for)\s+(?:the\s+)?(?=[^,;]*\b(?:collaboration|consortium|team|group)\b)/gi,
			", ",
		)
		.replace(/\bthe (?=[^,;]*\bcollaborations?\b)/gi, "")
		.replace(/\s+([,;])/g, "$1")
		.replace(/^[\s,;]+|[\s,;]+$/g, "");
	const { names, isIncomplete } = readNames(outer, readName);
	return { authors: names, ...((hidden || isIncomplete) && { authorsIncomplete: true }) };
}

/** What stands in no parentheses; one that is not closed ends with the text. */
function outsideParentheses(text: string): string {
	let depth = 0;
	let outer = "";
	let at = 0;
	for (const { index, 0: sign } of text.matchAll(/[()]/g)) {
		if (depth === 0) outer += text.slice(at, index);
		depth = Math.max(0, depth + (sign === "(" ? 1 : -1));
		at = index + 1;
	}
	return depth === 0 ? outer + text.slice(at) : outer;
}

/** The journal of a `Journal-ref`, which goes on with volume, year and pages; without one, arXiv. */
export function journalOf(reference: string): string {
	const text = reference.replace(/\s+/g, " ").trim();
	const name = /^(?:in\s*:?\s+|proc)/i.test(text)
		? text.replace(/^in\s*:?\s+/i, "").replace(/,.*$|\s*[(]?\bpp?\..*$/i, "")
		: text.replace(/\s*(?:[,;:(]|\b(?:vol(?:ume)?|no|issue)\b|\b(?:[A-Z]?\d)).*$/i, "");
	return name === "" ? "arXiv" : decodeLatex(name).text;
}
