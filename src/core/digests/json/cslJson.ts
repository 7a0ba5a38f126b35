// Lists of CSL-JSON items: as a digest of its own, and as the records beside one.

import type { Paper } from "../../paper";
import { readCslItem, type CslRecord } from "./cslItem";
import { readJsonList } from "./jsonList";
import type { Report } from "../report";

/** Whether a text is a list of CSL-JSON items: its first object has a title or a CSL type. */
export function looksLikeCslJson(text: string): boolean {
	return /^[\s\ufeff]*\[\s*(?:\{[^]{0,5000}?"(?:title|type|DOI)"\s*:|\]\s*$)/.test(text.slice(0, 6000));
}

/** The papers of a list of CSL-JSON items; of two with one id the first is kept. */
export function readCslJson(text: string, report: Report): Paper[] {
	const papers = new Map<string, { paper: Paper; start: number }>();
	for (const { paper, start, end } of readRecords(text, report)) {
		const known = papers.get(paper.id);
		if (known) report.add("duplicate-paper", { start, end }, paper.title, `${report.line(known.start)}`);
		else papers.set(paper.id, { paper, start });
	}
	return [...papers.values()].map(({ paper }) => paper);
}

/** A record with its place in the list. */
export type PlacedRecord = CslRecord & { readonly start: number; readonly end: number };

/** The records of a list; what cannot be read of it is reported and costs no other item. */
export function readRecords(text: string, report: Report): PlacedRecord[] {
	const list = readJsonList(text);
	if ("notList" in list) {
		report.add(list.isJson ? "record-not-list" : "record-not-json", list.range, list.notList);
		return [];
	}
	const records: PlacedRecord[] = [];
	for (const [i, item] of list.items.entries()) {
		const { start, end } = item;
		const record = "error" in item ? item.error : readCslItem(item.value);
		if (typeof record !== "string") records.push({ ...record, start, end });
		else if ("error" in item) report.add("record-unreadable", { start: item.at, end }, `${i + 1}`, record);
		else report.add("record-unreadable", { start, end }, `${i + 1}`, record);
	}
	if (list.unclosed) report.add("record-not-json", list.unclosed, "the list is not closed");
	return records;
}
