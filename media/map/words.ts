// The words of the map: labels filled in, and papers as they are spoken of.

import type { MapLabels } from "../../src/core/map/mapLabels";
import type { MapMarks, MapPaper } from "../../src/core/map/protocol";

/** Puts values into a label's `{0}` and `{1}`. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
	return label.replace(/\{(\d)\}/g, (_, place: string) => (values[Number(place)] ?? "").toLocaleString());
}

/** "unread, starred, cited in the open document". */
export function marksText({ isRead, isStarred, isCited }: MapMarks, labels: MapLabels): string {
	const texts = [isRead ? labels.read : labels.unread, isStarred && labels.starred, isCited && labels.cited];
	return texts.filter(text => text !== false).join(", ");
}

/** A paper in one spoken line: title, authors and year, topic, marks. */
export function paperLabel({ title, by, marks }: MapPaper, topic: string | undefined, labels: MapLabels): string {
	return [title, by, topic ?? "", marksText(marks, labels)].filter(part => part !== "").join("; ");
}
