// A mail to papers: of its texts that one of which most is read, and its attachments that are digests.

import type { Paper, TextRange } from "../../paper";
import type { InnerReading, Input } from "../format";
import { bestReading, isPlausible } from "../inner";
import { leavesOf, readEntity, type Entity } from "./entity";
import { unflow } from "./flowed";
import { decodeWords, readValue } from "./headers";
import { unquoteFrom } from "./mailbox";
import type { MailSource } from "./source";
import { damagedSigns, decodeText, decodeTransfer } from "./transfer";

/** What is read of a mail; `papers` hold one of several appearances more than once. */
export interface MailReading {
	readonly papers: readonly { readonly paper: Paper; readonly place: TextRange }[];
	readonly place: TextRange;
}

/** Reads the mail that lies from `start` to `end` of the bytes. */
export function readMail(input: Input, source: MailSource, start: number, end: number): MailReading {
	const mail = readEntity(source.raw, start, end);
	const leaves = leavesOf(source.raw, mail);
	const found: { paper: Paper; place: TextRange }[] = [];
	const placed = (entity: Entity) => source.placeOf(entity.start);
	const keep = (reading: InnerReading | undefined, place: TextRange) => {
		for (const paper of reading?.keep() ?? []) found.push({ paper, place });
	};
	for (const texts of leaves.texts) {
		const readings = texts.flatMap(text => readBody(input, source, text) ?? []);
		const best = bestReading(readings.map(({ reading }) => reading));
		const first = texts[0];
		if (best && first) keep(best, readings.find(({ reading }) => reading === best)?.place ?? placed(first));
	}
	for (const attachment of leaves.attachments) {
		keep(readAttachment(input, source, attachment), placed(attachment));
	}
	for (const entity of leaves.unclosed) input.report.add("file-cut", placed(entity), "a mail of several parts");
	for (const entity of leaves.tooDeep) input.report.add("too-deep", placed(entity));
	return { papers: found, place: placed(mail) };
}

/** The text of a part as it was before it was sent. */
function textOf(input: Input, source: MailSource, entity: Entity): string {
	const bytes = bytesIn(input, source, entity);
	const charset = entity.type.parameters.get("charset") ?? declaredInPage(bytes);
	const { text, isGuessed } = decodeText(bytes, charset);
	if (isGuessed) input.report.add("charset-unknown", source.placeOf(entity.start), charset);
	const isFlowed = entity.type.parameters.get("format")?.toLowerCase() === "flowed";
	return isFlowed ? unflow(text, entity.type.parameters.get("delsp")?.toLowerCase() === "yes") : text;
}

/** The bytes of a part as they were before they were sent. */
function bytesIn(input: Input, source: MailSource, entity: Entity): Uint8Array {
	const body = unquoteFrom(source.raw.slice(entity.bodyStart, entity.bodyEnd));
	const encoding = entity.headers.get("content-transfer-encoding") ?? "";
	const damaged = damagedSigns(body, encoding);
	if (damaged > 0) input.report.add("part-damaged", source.placeOf(entity.start), `${damaged}`);
	return decodeTransfer(body, encoding);
}

/** The character set that a page names itself (HTML, section 4.2.5). */
function declaredInPage(bytes: Uint8Array): string {
	const head = String.fromCharCode(...bytes.subarray(0, 1024));
	return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? "";
}

function readBody(
	input: Input,
	source: MailSource,
	entity: Entity,
): { readonly reading: InnerReading; readonly place: TextRange } | undefined {
	const text = textOf(input, source, entity);
	if (text.trim() === "") return undefined;
	const place = source.placeOf(entity.start);
	const isPage = /html/.test(entity.type.value) || /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 500));
	const content = isPage && !/^\s*<(?:!doctype|html)\b/i.test(text.slice(0, 2000)) ? `<html>${text}</html>` : text;
	const reading = input.tryInner(content, place);
	return isPlausible(reading) ? { reading, place } : undefined;
}

/** Names of files that may be digests. What a digest is then is told by its content. */
const digestNames =
	/\.(?:bib|bibtex|ris|nbib|medline|enw|ciw|xml|rdf|atom|rss|json|jsonl|ya?ml|csv|tsv|tab|txt|md|markdown|html?|eml|mbox)$/i;
const digestTypes =
	/^(?:application\/(?:.*[+/-])?(?:json|xml|yaml|x-?bibtex|x-research-info-systems|x-endnote-refer|nbib|mbox)|text\/(?!calendar|css|vcard|x-vcard|javascript|rtf|directory).*)$/;

function readAttachment(input: Input, source: MailSource, entity: Entity): InnerReading | undefined {
	const name = fileName(entity);
	const type = entity.type.value;
	const place = source.placeOf(entity.start);
	const isDigest = name === "" ? digestTypes.test(type) : digestNames.test(name) || digestTypes.test(type);
	const shown = name === "" ? `a part of the type ${type}` : `the attachment ${name} (${type})`;
	if (isDigest) {
		const charset = entity.type.parameters.get("charset");
		const bytes = bytesIn(input, source, entity);
		const reading = input.tryInner(charset === undefined ? bytes : decodeText(bytes, charset).text, place);
		if (isPlausible(reading)) return reading;
	}
	input.report.add("part-skipped", place, shown);
	return undefined;
}

function fileName(entity: Entity): string {
	const disposition = readValue(entity.headers.get("content-disposition") ?? "");
	return decodeWords(disposition.parameters.get("filename") ?? entity.type.parameters.get("name") ?? "").trim();
}
