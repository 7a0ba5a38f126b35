// The items of a CSL-JSON list as records beside a digest.

import type { Report } from "../report";
import { readCslItem, type CslRecord } from "./cslItem";
import { readJsonList } from "./jsonList";

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
