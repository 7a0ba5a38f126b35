// Messages between the map's page and the extension. This file must stay free of VS Code, Node and the DOM. The page sends
// ids and intents; it says `ready` before anything is posted to it.

/** A point of the map with what the page shows of its paper. */
export interface MapPaper {
	readonly id: string;
	/** Plain text. */
	readonly title: string;
	/** "Filiot et al. 2024"; empty when nothing is known. */
	readonly by: string;
	/** About from -1 to 1, upwards. */
	readonly x: number;
	readonly y: number;
	/** The number of its first topic; -1 for none. */
	readonly topic: number;
	/** Its date in days since 1970; a year or month counts from its first day. Nothing when it has none. */
	readonly day?: number;
	readonly marks: MapMarks;
}

/** What is told by shape: unread papers are hollow, starred ones ringed, cited ones square. */
export interface MapMarks {
	readonly isRead: boolean;
	readonly isStarred: boolean;
	readonly isCited: boolean;
}

export type PictureFormat = "svg" | "png";

export type ToMap =
	/** There is no map to show; or, with `done` (from 0 to 1), not yet. */
	| { readonly type: "state"; readonly message: string; readonly done?: number }
	/** A shelf with so many points follows; what was shown before is replaced once all are there. */
	| { readonly type: "begin"; readonly count: number; readonly topics: readonly string[] }
	| { readonly type: "papers"; readonly papers: readonly MapPaper[] }
	| { readonly type: "marks"; readonly marks: readonly (MapMarks & { readonly id: string })[] }
	/** What a search found, with scores up to 1. */
	| { readonly type: "found"; readonly query: string; readonly found: readonly FoundPoint[] }
	| { readonly type: "draw"; readonly format: PictureFormat };

export interface FoundPoint {
	readonly id: string;
	readonly score: number;
}

export type FromMap =
	| { readonly type: "ready" }
	| { readonly type: "open"; readonly id: string }
	| { readonly type: "search"; readonly query: string }
	/** Papers chosen on the map, to be shown in the tree; none to show all again. */
	| { readonly type: "choose"; readonly ids: readonly string[] }
	| { readonly type: "topic"; readonly label: string }
	| { readonly type: "arrange" }
	| { readonly type: "save" }
	/** The picture that was asked for: the text of an SVG, or the bytes of a PNG. */
	| { readonly type: "picture"; readonly content: string | Uint8Array };

/** A picture larger than this is none of the map. */
const mostPicture = 64_000_000;

/** Whether a message that came from the page has one of the agreed shapes. */
export function isFromMap(message: unknown): message is FromMap {
	const fields = fieldsOf(message);
	switch (fields?.["type"]) {
		case "ready":
		case "arrange":
		case "save":
			return true;
		case "open":
			return typeof fields["id"] === "string";
		case "search":
			return typeof fields["query"] === "string";
		case "topic":
			return typeof fields["label"] === "string";
		case "choose":
			return isListOf(fields["ids"], id => typeof id === "string");
		case "picture":
			return isPicture(fields["content"]);
		default:
			return false;
	}
}

/** Whether a message that came to the page has one of the agreed shapes. */
export function isToMap(message: unknown): message is ToMap {
	const fields = fieldsOf(message);
	switch (fields?.["type"]) {
		case "state":
			return typeof fields["message"] === "string" && isOptionalNumber(fields["done"]);
		case "begin":
			return typeof fields["count"] === "number" && isListOf(fields["topics"], each => typeof each === "string");
		case "papers":
			return isListOf(fields["papers"], isMapPaper);
		case "marks":
			return isListOf(fields["marks"], each => typeof fieldsOf(each)?.["id"] === "string" && areMarks(each));
		case "found":
			return typeof fields["query"] === "string" && isListOf(fields["found"], isFoundPoint);
		case "draw":
			return fields["format"] === "svg" || fields["format"] === "png";
		default:
			return false;
	}
}

function isMapPaper(paper: unknown): paper is MapPaper {
	const fields = fieldsOf(paper);
	return (
		fields !== undefined &&
		["id", "title", "by"].every(name => typeof fields[name] === "string") &&
		["x", "y", "topic"].every(name => Number.isFinite(fields[name])) &&
		isOptionalNumber(fields["day"]) &&
		areMarks(fields["marks"])
	);
}

function areMarks(marks: unknown): boolean {
	const fields = fieldsOf(marks);
	return ["isRead", "isStarred", "isCited"].every(name => typeof fields?.[name] === "boolean");
}

function isFoundPoint(found: unknown): boolean {
	const fields = fieldsOf(found);
	return typeof fields?.["id"] === "string" && Number.isFinite(fields["score"]);
}

function isPicture(content: unknown): boolean {
	if (typeof content === "string") return content.startsWith("<svg ") && content.length <= mostPicture;
	if (!(content instanceof Uint8Array) || content.length > mostPicture) return false;
	return [0x89, 0x50, 0x4e, 0x47].every((byte, i) => content[i] === byte);
}

function isOptionalNumber(value: unknown): boolean {
	return value === undefined || Number.isFinite(value);
}

function isListOf(list: unknown, test: (each: unknown) => boolean): boolean {
	return Array.isArray(list) && list.every(test);
}

function fieldsOf(value: unknown): Record<string, unknown> | undefined {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}
