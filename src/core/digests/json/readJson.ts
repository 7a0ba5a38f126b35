// Digests in JSON and JSON Lines: which list of records a text holds, of which source, and its papers.

import type { Paper } from "../../paper";
import { toPapers, type Draft } from "../draft";
import type { Input } from "../format";
import type { Report } from "../report";
import { anyShape, takenKeys } from "./any/anyList";
import { columnsOf, type Columns } from "./any/columns";
import { notPapers } from "./any/notPapers";
import { isFields } from "./fields";
import { RecordReader, type Item } from "./scan/records";
import { survey, type Place, type Survey } from "./scan/survey";
import type { Shape } from "./shape";

/** As much of a text as its source is told by, and as much as any list is looked for in. */
const head = 128 * 1024;
const longHead = 1024 * 1024;

/** Whether a text begins as JSON does; lines of plain text and Markdown may begin with brackets too. */
export function looksLikeJson(text: string): boolean {
	return /^[\s\ufeff]*(?:\{\s*(?:["{}]|$)|\[\s*(?:[{\]]|$|\[\s*["[{\d]|"[^"\n]{0,300}"\s*[,\]]|(?:null|true|false|-?\d[\d.]*)\s*,))/.test(
		text.slice(0, 2000),
	);
}

const surveys = new WeakMap<Uint8Array, { readonly text: string; readonly survey: Survey }>();

/** The survey of a text's beginning, made once although several formats ask for it. */
function surveyOf(text: string, bytes: Uint8Array): Survey {
	const start = text.slice(0, head);
	const known = surveys.get(bytes);
	if (known?.text === start) return known.survey;
	const made = survey(start);
	surveys.set(bytes, { text: start, survey: made });
	return made;
}

export function looksLikeShape(shape: Shape, text: string, bytes: Uint8Array): boolean {
	return looksLikeJson(text) && placesOf(surveyOf(text, bytes), shape).length > 0;
}

/** The papers of a text whose records are of this shape. */
export function readShape(shape: Shape, input: Input): Paper[] {
	const found = surveyOf(input.text, input.bytes);
	return readPlaces(shape, placesOf(found, shape), found.isLines, input);
}

/** The papers of any JSON: of a known source behind a long beginning, else by the names of keys. */
export function readAnyJson(shapes: readonly Shape[], input: Input): Paper[] {
	const found = survey(input.text.slice(0, longHead));
	for (const shape of shapes) {
		const places = placesOf(found, shape);
		if (places.length > 0) return readPlaces(shape, places, found.isLines, input);
	}
	const best = bestList(found.places);
	if (best) {
		reportColumns(best.columns, input);
		return readPlaces(anyShape(best.columns, "json"), best.places, found.isLines, input);
	}
	const rescued = salvage(shapes, input);
	const reason = notPapers(input.text, found);
	if (rescued.length === 0 && reason !== undefined)
		input.report.add("no-list-of-papers", { start: 0, end: 0 }, "JSON", reason);
	return rescued;
}

const mostPlaces = 100;

/** The places whose objects are records, outer ones only. */
function placesOf(found: Survey, { is }: Shape): readonly Place[] {
	const places = found.places.filter(({ samples }) => {
		const records = samples.filter(sample => is(sample)).length;
		return records > 0 && records * 5 >= samples.length;
	});
	return outermost(places);
}

function outermost(places: readonly Place[]): readonly Place[] {
	const isWithin = (inner: Place, outer: Place): boolean =>
		inner.steps.length > outer.steps.length && outer.steps.every((step, i) => inner.steps[i] === step);
	const some = places.slice(0, mostPlaces);
	return some.filter(inner => !some.some(outer => isWithin(inner, outer)));
}

/** The place with most objects that have titles, and those that have the same keys for the same fields. */
function bestList(
	places: readonly Place[],
): { readonly places: readonly Place[]; readonly columns: Columns } | undefined {
	const lists = places.slice(0, 2000).flatMap(place => {
		const columns = columnsOf(place.samples);
		return columns
			? [{ place, columns, key: JSON.stringify([columns.get("title"), columns.get("abstract")]) }]
			: [];
	});
	const titled = ({ place, columns }: (typeof lists)[number]): number =>
		(place.count * place.samples.filter(sample => anyShape(columns, "").is(sample)).length) / place.samples.length;
	const best = lists.reduce<(typeof lists)[number] | undefined>(
		(most, one) => (!most || titled(one) > titled(most) ? one : most),
		undefined,
	);
	if (!best) return undefined;
	const alike = lists.filter(one => one.key === best.key).map(({ place }) => place);
	return { places: outermost([best.place, ...alike.filter(place => place !== best.place)]), columns: best.columns };
}

function reportColumns(columns: Columns, { report }: Input): void {
	for (const [key, field] of takenKeys(columns)) report.add("column-taken", { start: 0, end: 0 }, key, field);
}

function readPlaces(shape: Shape, places: readonly Place[], isLines: boolean, input: Input): Paper[] {
	const reader = new RecordReader(input.text, value => isFields(value) && shape.is(value));
	const paths = places.map(({ steps }) => steps);
	const papers = toPapers(draftsOf(reader, reader.read(paths, isLines), shape, input.report), input.report);
	return papers.length === 0 && reader.rest.isDamaged === true ? salvage([shape], input) : papers;
}

/** The drafts of all records; what cannot be read is reported, a null among papers too. */
function* draftsOf(reader: RecordReader, items: Iterable<Item>, shape: Shape, report: Report): Generator<Draft> {
	const isCsl = shape.name === "csl-json";
	let count = 0;
	let isCut = false;
	for (const item of items) {
		count++;
		const { start, end } = item;
		if ("error" in item) {
			isCut ||= item.isCut === true;
			const from = Math.min(start + item.at, end);
			if (item.isCut && !isCsl) report.add("file-cut", { start: from, end }, `record ${count}`);
			else
				report.add(
					isCsl ? "record-unreadable" : "record-damaged",
					{ start: from, end },
					`${count}`,
					item.error,
				);
		} else if (isFields(item.value)) yield* shape.drafts(item.value, { start, end });
		else if (item.value === null) report.add("record-damaged", { start, end }, `${count}`, "it is null");
	}
	const { unclosed } = reader.rest;
	if (unclosed === undefined || isCut) return;
	if (isCsl) report.add("record-not-json", { start: unclosed, end: unclosed + 1 }, "the list is not closed");
	else report.add("file-cut", { start: unclosed, end: unclosed + 1 }, "its list of records");
}

/** The records of a damaged text in which no list was found. */
function salvage(shapes: readonly Shape[], { text, report }: Input): Paper[] {
	const shapeOf = (value: unknown): Shape | undefined =>
		isFields(value) ? shapes.find(({ is }) => is(value)) : undefined;
	const reader = new RecordReader(text, value => shapeOf(value) !== undefined);
	const drafts: Draft[] = [];
	for (const item of reader.salvage()) {
		const value = "value" in item ? item.value : undefined;
		if (isFields(value))
			drafts.push(...(shapeOf(value)?.drafts(value, { start: item.start, end: item.end }) ?? []));
	}
	return toPapers(drafts, report);
}
