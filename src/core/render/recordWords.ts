// A paper's record in words: how much of it is there, where it comes from, and what was published about the paper since.

import { isCatalogueName, listed } from "../metadata/directory";
import type { Notice, Paper } from "../paper";
import { recordStateOf, type RecordPart } from "../recordState";
import { dateText } from "./appearances";
import { fill, type Labels } from "./labels";

/** "retracted": the gravest that is said of the paper; empty where nothing is. */
export function noticeWord({ notices = [] }: Paper, labels: Labels): string {
	const [gravest] = notices;
	return gravest ? kindWord(gravest, labels) : "";
}

/** "retracted (Journal of Lichens)": a notice in words. */
export function noticeText(notice: Notice, labels: Labels): string {
	const { where = "" } = notice;
	return where === "" ? kindWord(notice, labels) : fill(labels.reasons, kindWord(notice, labels), where);
}

function kindWord({ kind }: Notice, labels: Labels): string {
	switch (kind) {
		case "retraction":
			return labels.retracted;
		case "withdrawal":
			return labels.withdrawn;
		case "concern":
			return labels.concern;
		case "correction":
			return labels.corrected;
	}
}

/** "no record", "partial record": empty where somebody and a date are named, whatever else is missing. */
export function recordWord(paper: Paper, labels: Labels): string {
	if (recordStateOf(paper).state === "none") return labels.withoutRecord;
	return paper.authors.length === 0 || paper.issued === undefined ? labels.partialRecord : "";
}

/** "The record lacks date and venue": empty where nothing is missing. */
export function lackText(paper: Paper, labels: Labels): string {
	const { state, missing } = recordStateOf(paper);
	if (state === "none") return labels.recordIsNone;
	const words = missing.map(part => partWord(part, paper, labels));
	const last = words.pop();
	if (last === undefined) return "";
	return fill(labels.recordLacks, words.length === 0 ? last : fill(labels.and, words.join(", "), last));
}

function partWord(part: RecordPart, { authors }: Paper, labels: Labels): string {
	switch (part) {
		case "authors":
			return authors.length > 0 ? labels.partMoreAuthors : labels.partAuthors;
		case "date":
			return labels.partDate;
		case "venue":
			return labels.partVenue;
		case "identifier":
			return labels.partIdentifier;
	}
}

/** "Record from Crossref and OpenAlex, 1 March 2026"; empty for one that was not looked up. */
export function sourceText({ recordFrom }: Paper, labels: Labels): string {
	if (!recordFrom) return "";
	const names = recordFrom.catalogues.map(name => (isCatalogueName(name) ? listed(name).label : name)).join(", ");
	const text = fill(labels.recordFrom, names);
	return recordFrom.asOf ? `${text}, ${dateText(recordFrom.asOf)}` : text;
}
