// The fold "Records": the paper as each digest has it, and what of the merged paper comes from there.

import type { Paper } from "../../paper";
import type { Field } from "../../works/merge";
import { identifiers } from "../addresses";
import { appearanceText, dateText, type ShownRecord } from "../appearances";
import { escapeHtml } from "../escape";
import { fill, type Labels } from "../labels";
import { richText } from "../richText";
import { listHtml } from "./sections";

/** A folded list of records; nothing without any. */
export function recordsHtml(records: readonly ShownRecord[], labels: Labels): string {
	if (records.length === 0) return "";
	const items = records.map(record => recordHtml(record, labels));
	const summary = fill(labels.reasons, labels.records, records.length);
	return `<details class="records"><summary>${escapeHtml(summary)}</summary>${listHtml("records", items)}</details>`;
}

function recordHtml({ appearance, paper, gives }: ShownRecord, labels: Labels): string {
	const fields = gives.map(field => fieldLabel(field, labels)).join(", ");
	const given = fields === "" ? labels.givesNothing : fill(labels.givesFields, fields);
	const facts = escapeHtml(factsOf(paper));
	return [
		`<span class="record-place">${escapeHtml(appearanceText(appearance, labels))}</span>`,
		`<span class="record-title" dir="auto">${richText(paper.title)}</span>`,
		facts === "" ? "" : `<span class="record-facts">${facts}</span>`,
		`<span class="record-gives">${escapeHtml(given)}</span>`,
	].join("");
}

/** Date, venue and identifiers: by these a reader tells the preprint from the published version. */
function factsOf(paper: Paper): string {
	const { issued, venue = "" } = paper;
	const facts = [issued ? dateText(issued) : "", venue, ...identifiers(paper).map(({ label }) => label)];
	return facts.filter(fact => fact !== "").join(" · ");
}

function fieldLabel(field: Field, labels: Labels): string {
	const names: Readonly<Record<Field, string>> = {
		title: labels.fieldTitle,
		abstract: labels.abstract,
		authors: labels.authors,
		issued: labels.fieldDate,
		type: labels.fieldType,
		arxiv: labels.fieldArxiv,
		doi: labels.fieldDoi,
		pmid: labels.fieldPmid,
		url: labels.fieldUrl,
		venue: labels.fieldVenue,
		keywords: labels.fieldKeywords,
		links: labels.links,
	};
	return names[field];
}
