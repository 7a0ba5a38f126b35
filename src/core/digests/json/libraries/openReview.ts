// Notes of OpenReview, of both versions of its API: in version 2 each field of `content` is an object with a `value`.
// Source: docs.openreview.net/reference/api-v2/entities/note.

import type { TextRange } from "../../../paper";
import { dateOf } from "../../dates";
import type { Draft } from "../../draft";
import { authorsOf, firstText, isFields, list, raw, text, texts, type Fields } from "../fields";
import type { Shape } from "../shape";

export const openReview: Shape = {
	name: "openreview",
	is: note =>
		isFields(note["content"]) &&
		["forum", "invitation", "invitations", "signatures", "cdate"].some(key => key in note),
	drafts: (note, place) => (isSubmission(note) ? [draftOf(note, place)] : []),
};

/** Reviews, comments and decisions answer a submission; they are no papers, although some of them have a title. */
function isSubmission(note: Fields): boolean {
	const reply = text(note["replyto"]);
	const isAnswer = reply !== "" && reply !== text(note["id"]);
	const invitations = [note["invitation"], ...list(note["invitations"])].map(text);
	return (
		!isAnswer &&
		!invitations.some(one =>
			/\/-\/(?:Official_Review|Official_Comment|Public_Comment|Decision|Meta_Review|Withdraw)/i.test(one),
		)
	);
}

function draftOf(note: Fields, place: TextRange): Draft {
	const content = note["content"];
	const field = (key: string): unknown => {
		const value = isFields(content) ? content[key] : undefined;
		return isFields(value) ? value["value"] : value;
	};
	const site = "https://openreview.net";
	const forum = firstText(note["forum"], note["id"]);
	const pdf = text(field("pdf"));
	const { names, isIncomplete } = authorsOf(field("authors"));
	const venue = text(field("venue"));
	return {
		place,
		title: text(field("title")),
		abstract: raw(field("abstract")) || firstText(field("TL;DR"), field("TLDR"), field("one-sentence_summary")),
		// Where authors are hidden, the list says so instead of names.
		authors: names.filter(name => !("literal" in name && /^anonym/i.test(name.literal))),
		authorsIncomplete: isIncomplete,
		issued: dateOfMoment(note["pdate"], note["odate"], note["cdate"], note["tcdate"]),
		type: /submitted|under review|withdrawn|rejected|^$/i.test(venue) ? "article" : "paper-conference",
		url: forum === "" ? undefined : `${site}/forum?id=${encodeURIComponent(forum)}`,
		venue,
		keywords: [...texts(field("keywords")).flatMap(word => word.split(/\s*;\s*/)), ...texts(field("primary_area"))],
		links: [
			...(pdf === "" ? [] : [{ url: pdf.startsWith("/") ? site + pdf : pdf, kind: "pdf" as const }]),
			...["code", "code_url", "github", "project_page", "html"].flatMap(key => addressOf(text(field(key)))),
		],
	};
}

function addressOf(url: string): readonly string[] {
	return /^https?:\/\//.test(url) ? [url] : [];
}

/** Moments are milliseconds since 1970. */
function dateOfMoment(...moments: readonly unknown[]): Draft["issued"] {
	const moment = moments.find((one): one is number => typeof one === "number" && Math.abs(one) < 8e15);
	if (moment === undefined) return undefined;
	const date = new Date(moment);
	return dateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
