// What all formats in XML share: records become drafts one by one, and what was cut or damaged is reported.

import type { TextRange } from "../../paper";
import { childrenOf, descendantsOf, tidyTextOf, type Element } from "../../text/markup/elements";
import { streamRecords, type StreamedRecord } from "../../text/markup/elementStream";
import { plainOfXml } from "../../text/markup/markup";
import { toPapers, type Draft } from "../draft";
import type { Format, Input } from "../format";
import { rootOf, type Root } from "./root";

/** How a format in XML is told and read. */
export interface XmlFormat {
	readonly name: string;
	readonly isOf: (root: Root, input: Pick<Input, "name">) => boolean;
	/** Whether an element is a record, by its name and that of its parent. */
	readonly isRecord: (name: string, parent: string) => boolean;
	/** The paper of a record; none for a record that says that it holds none, several when it is a digest itself. */
	readonly draftOf: (record: StreamedRecord, input: Input) => Draft | readonly Draft[] | undefined;
}

/** The format of a table of `readDigest`. */
export function toFormat(format: XmlFormat): Format {
	return {
		name: format.name,
		looksLike: (text, input) => {
			const root = rootOf(text);
			return root !== undefined && format.isOf(root, input);
		},
		read: input => toPapers(draftsOf(format, input), input.report),
	};
}

/** The drafts of all records in the order of the text. */
export function* draftsOf(
	{ isRecord, draftOf }: Pick<XmlFormat, "isRecord" | "draftOf">,
	input: Input,
): Generator<Draft> {
	const { text, report } = input;
	const onCut = (open: readonly Element[]): void => {
		const innermost = open.at(-1);
		if (innermost)
			report.add("file-cut", { start: innermost.start, end: text.length }, `the element ${innermost.name}`);
	};
	const seen = new Map<string, TextRange[]>();
	for (const record of streamRecords(text, { isRecord, from: rootOf(text)?.start ?? 0, onCut })) {
		const { name, start, end } = record.element;
		const places = seen.get(name);
		if (places) places.push({ start, end });
		else seen.set(name, [{ start, end }]);
		if (record.element.children.length === 0) {
			yield { place: { start, end }, title: "" };
			continue;
		}
		const made = isCutInTitle(record) ? undefined : draftOf(record, input);
		if (made === undefined) continue;
		if (Array.isArray(made)) yield* made as readonly Draft[];
		else yield made as Draft;
	}
	for (const [name, places] of seen) reportLost(name, places, input);
}

/** An end that belongs to no record is that of one whose beginning is broken. */
function reportLost(name: string, places: readonly TextRange[], { text, report }: Input): void {
	let next = 0;
	let number = 0;
	for (const { index, 0: closing } of text.matchAll(endOf(name))) {
		const end = index + closing.length;
		while (next < places.length && (places[next]?.end ?? 0) < end) next++;
		number++;
		const place = places[next];
		if (place && place.start <= index) continue;
		report.add("record-damaged", { start: index, end }, `${number}`, "its beginning is broken");
	}
}

/** The end of an element, whatever its prefix; a broken file may have any sign in a name. */
function endOf(name: string): RegExp {
	return new RegExp(`</(?:[\\w.-]{1,40}:)?${name.replace(/[^\w:-]/g, "\\$&")}\\s{0,10}>`, "g");
}

/** Whether the text ends before the title of the record does: what there is of it names no paper. */
function isCutInTitle({ cutIn, element }: StreamedRecord): boolean {
	if (!cutIn) return false;
	if (cutIn.some((name, i) => i > 0 && /title$/i.test(name))) return true;
	for (const { name } of descendantsOf(element)) if (/title$/i.test(name)) return false;
	return true;
}

/** The text of the first of several child elements that has one, in Unicode with math as `$…$`. */
export function textIn(element: Element | undefined, ...names: readonly string[]): string {
	for (const name of names) {
		for (const child of childrenOf(element, name)) {
			const text = plainOfXml(child);
			if (text !== "") return text;
		}
	}
	return "";
}

/** The texts of all child elements of a name. */
export function textsIn(element: Element | undefined, name: string): readonly string[] {
	return childrenOf(element, name).flatMap(child => plainOfXml(child) || []);
}

/** The child element at the end of a path of names. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
	let found = element;
	for (const name of path) found = childrenOf(found, name)[0];
	return found;
}

/** The text at the end of a path, as it stands. */
export function valueAt(element: Element | undefined, ...path: readonly string[]): string {
	return tidyTextOf(at(element, ...path));
}
