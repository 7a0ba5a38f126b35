// A mail as a tree of parts, and its leaves in the order of the text (RFC 2045, 2046).

import { afterLine, lineEnd, readHead, readValue, type Headers, type Value } from "./headers";
import type { ByteString } from "./transfer";

/** A part: a mail as a whole, or a part of one. Offsets are those of bytes. */
export interface Entity {
	readonly headers: Headers;
	readonly type: Value;
	readonly start: number;
	/** Where its body begins and ends. */
	readonly bodyStart: number;
	readonly bodyEnd: number;
}

/** What lies in a mail: texts, of which each list says the same in several ways; other parts; and what is damaged. */
export interface Leaves {
	readonly texts: Entity[][];
	readonly attachments: Entity[];
	/** Multiparts without a last boundary, mostly because the file was cut. */
	readonly unclosed: Entity[];
	readonly tooDeep: Entity[];
}

/** Parts within parts beyond this depth are not read. */
const deepest = 12;

/** How many parts of one mail are read. */
const mostParts = 5000;

export function readEntity(text: ByteString, start: number, end: number, defaultType = "text/plain"): Entity {
	const head = readHead(text, start, end);
	const type = readValue(head.headers.get("content-type") ?? defaultType);
	const known = /^[\w.+-]{1,60}\/[\w.+-]{1,90}$/.test(type.value) ? type : { ...type, value: "text/plain" };
	return { headers: head.headers, type: known, start, bodyStart: head.end, bodyEnd: end };
}

/** All leaves of a mail. */
export function leavesOf(text: ByteString, mail: Entity): Leaves {
	const leaves: Leaves = { texts: [], attachments: [], unclosed: [], tooDeep: [] };
	collect({ text, leaves, count: 0 }, mail, { depth: 0 });
	return leaves;
}

interface Collecting {
	readonly text: ByteString;
	readonly leaves: Leaves;
	count: number;
}

interface Where {
	readonly depth: number;
	/** Other ways in which the same is said, when the part is one of several. */
	readonly alternatives?: Entity[] | undefined;
	/** Whether the part belongs to a page, as its images do. */
	readonly isRelated?: boolean;
}

function collect(to: Collecting, entity: Entity, where: Where): void {
	if (++to.count > mostParts || where.depth > deepest) {
		if (to.leaves.tooDeep.length === 0) to.leaves.tooDeep.push(entity);
		return;
	}
	const type = entity.type.value;
	const depth = where.depth + 1;
	if (type === "message/rfc822" || type === "message/global") {
		collect(to, readEntity(to.text, entity.bodyStart, entity.bodyEnd), { depth });
		return;
	}
	if (type.startsWith("multipart/")) {
		const parts = partsOf(to, entity);
		if (parts) {
			const alternatives = type === "multipart/alternative" ? (where.alternatives ?? []) : where.alternatives;
			if (alternatives && alternatives !== where.alternatives) to.leaves.texts.push(alternatives);
			const isRelated = type === "multipart/related";
			for (const part of parts) collect(to, part, { depth, alternatives, isRelated });
			return;
		}
	}
	leaf(to, entity, where);
}

function leaf({ leaves }: Collecting, entity: Entity, { alternatives, isRelated = false }: Where): void {
	const type = entity.type.value;
	const isAttached = /^\s*attachment\b/i.test(entity.headers.get("content-disposition") ?? "");
	const isText = /^(?:text\/(?:html|plain|x-amp-html|enriched|markdown)|multipart\/.*|application\/xhtml\+xml)$/.test(
		type,
	);
	if (isText && !isAttached) {
		if (type === "text/x-amp-html") return;
		if (alternatives) alternatives.push(entity);
		else leaves.texts.push([entity]);
	} else if (!(isRelated && /^(?:image|font)\/|^text\/css$|javascript$/.test(type))) leaves.attachments.push(entity);
}

/** The parts of a multipart (RFC 2046, section 5.1.1); `undefined` when its boundary never comes. */
function partsOf({ text, leaves }: Collecting, entity: Entity): readonly Entity[] | undefined {
	const boundary = entity.type.parameters.get("boundary")?.trimEnd() ?? guessedBoundary(text, entity);
	if (boundary === undefined || boundary === "") return undefined;
	const defaultType = entity.type.value === "multipart/digest" ? "message/rfc822" : "text/plain";
	const parts: Entity[] = [];
	let start = -1;
	for (const delimiter of delimiters(text, entity, boundary)) {
		if (start >= 0) parts.push(readEntity(text, start, Math.max(start, delimiter.start), defaultType));
		start = delimiter.isLast ? -1 : delimiter.end;
		if (delimiter.isLast) return parts;
		if (parts.length > mostParts) break;
	}
	if (start < 0) return undefined;
	parts.push(readEntity(text, start, entity.bodyEnd, defaultType));
	leaves.unclosed.push(entity);
	return parts;
}

/** The boundary of a multipart that does not name it: its first line that looks like one. */
function guessedBoundary(text: ByteString, entity: Entity): string | undefined {
	const head = text.slice(entity.bodyStart, Math.min(entity.bodyEnd, entity.bodyStart + 4000));
	return /(?:^|[\r\n])--([\w'()+,./:=?-]{6,70})[ \t]*\r?\n[\w-]{1,60}:/.exec(head)?.[1];
}

interface Delimiter {
	/** Where the line end before it begins, which is a part of it. */
	readonly start: number;
	readonly end: number;
	readonly isLast: boolean;
}

function* delimiters(text: ByteString, { bodyStart, bodyEnd }: Entity, boundary: string): Generator<Delimiter> {
	const mark = `--${boundary}`;
	for (let at = text.indexOf(mark, bodyStart); at >= 0 && at < bodyEnd; at = text.indexOf(mark, at + mark.length)) {
		if (at > bodyStart && !/[\r\n]/.test(text.charAt(at - 1))) continue;
		const stop = lineEnd(text, at, bodyEnd);
		const rest = text.slice(at + mark.length, Math.min(stop, at + mark.length + 200));
		if (!/^(?:--)?[ \t]*$/.test(rest)) continue;
		const before = text.slice(Math.max(bodyStart, at - 2), at);
		const start = at - (before === "\r\n" ? 2 : at > bodyStart ? 1 : 0);
		yield { start, end: afterLine(text, stop, bodyEnd), isLast: rest.startsWith("--") };
	}
}
