// What is kept of the feeds between fetches, as a text: JSON with a line for each value, in the order of the feeds' keys,
// so that two versions of it differ where something changed. Reading is total: what is damaged counts as not there.

import { isDay } from "./days";
import type { Fault, FeedState, Remainder, Shortfall, Validators } from "./feed";

export const noState: FeedState = { seen: [] };

/** Marks that are kept of one feed: so many as a fetch receives at most, and a large folder of mails. */
const mostMarks = 5000;

const marksPerLine = 8;

/** The states of a text, by the feeds' keys. */
export function readStates(text: string): ReadonlyMap<string, FeedState> {
	return new Map(Object.entries(fieldsOf(valueOf(text))).map(([key, value]) => [key, stateOf(fieldsOf(value))]));
}

/** The text of states. */
export function statesText(states: ReadonlyMap<string, FeedState>): string {
	const sorted = [...states].sort(([a], [b]) => (a < b ? -1 : 1));
	const shown = sorted.map(([key, { seen, ...rest }]) => {
		const names = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
		return [key, { ...Object.fromEntries(names), seen: marksText(seen) }] as const;
	});
	return `${JSON.stringify(Object.fromEntries(shown), undefined, "\t")}\n`;
}

/** Several marks on a line. */
function marksText(marks: readonly string[]): readonly string[] {
	const kept = marks.slice(-mostMarks);
	const lines = Math.ceil(kept.length / marksPerLine);
	return Array.from({ length: lines }, (_, i) => kept.slice(i * marksPerLine, (i + 1) * marksPerLine).join(" "));
}

type Fields = Readonly<Record<string, unknown>>;

function stateOf(fields: Fields): FeedState {
	const text = (name: string): string | undefined => textIn(fields, name);
	const [since, checked, fetched, notBefore] = [text("since"), text("checked"), text("fetched"), text("notBefore")];
	const validators = validatorsOf(fieldsOf(fields["validators"]));
	const fault = faultOf(fieldsOf(fields["fault"]));
	const left = remainderOf(fieldsOf(fields["left"]));
	const [brought, after] = [countOf(fields["brought"]), countOf(fields["after"])];
	return {
		...(since !== undefined && isDay(since) && { since }),
		...(after !== undefined && { after }),
		...(isTime(checked) && { checked }),
		...(isTime(fetched) && { fetched }),
		...(isTime(notBefore) && { notBefore }),
		...(validators && { validators }),
		...(fault && { fault }),
		...(brought !== undefined && { brought }),
		...(left && { left }),
		seen: marksOf(fields["seen"]),
	};
}

function validatorsOf(fields: Fields): Validators | undefined {
	const [etag, modified] = [textIn(fields, "etag"), textIn(fields, "modified")];
	if (etag === undefined && modified === undefined) return undefined;
	return { ...(isHeader(etag) && { etag }), ...(isHeader(modified) && { modified }) };
}

function faultOf(fields: Fields): Fault | undefined {
	const code = textIn(fields, "code");
	const args = Array.isArray(fields["args"]) ? (fields["args"] as readonly unknown[]) : [];
	if (code === undefined) return undefined;
	return { code, args: args.filter(arg => typeof arg === "string").slice(0, 5) };
}

function remainderOf(fields: Fields): Remainder | undefined {
	const [count, until] = [countOf(fields["count"]), textIn(fields, "until")];
	if (count === undefined || until === undefined) return undefined;
	const lost = shortfallOf(fieldsOf(fields["lost"]));
	return { count, until: isDay(until) ? until : "", ...(lost && { lost }) };
}

function shortfallOf(fields: Fields): Shortfall | undefined {
	const [there, given] = [countOf(fields["there"]), countOf(fields["given"])];
	return given === undefined ? undefined : { given, ...(there !== undefined && { there }) };
}

function marksOf(value: unknown): readonly string[] {
	const lines = Array.isArray(value) ? (value as readonly unknown[]) : [];
	const marks = lines.flatMap(line => (typeof line === "string" ? line.split(" ") : []));
	return marks.filter(mark => /^[0-9a-f]{12}$/.test(mark)).slice(-mostMarks);
}

function countOf(value: unknown): number | undefined {
	return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function isTime(text: string | undefined): text is string {
	return text !== undefined && /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
}

/** What may stand in a header. */
function isHeader(text: string | undefined): text is string {
	return text !== undefined && !/[^\x20-\x7e]/.test(text);
}

function textIn(fields: Fields, name: string): string | undefined {
	const value = fields[name];
	return typeof value === "string" ? value : undefined;
}

function fieldsOf(value: unknown): Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function valueOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
