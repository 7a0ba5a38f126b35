// A title or an abstract as HTML: escaped text, math, links that the digest's reader found, and marks on searched words.

import type { Link, TextRange } from "../paper";
import { bareAddress, httpsUrl } from "./addresses";
import { escapeHtml } from "./escape";
import { mathHtml } from "./math/math";
import { mathSpans } from "../text/math";

export interface RichTextOptions {
	/** Words to mark, as ranges in the text. */
	readonly marks?: readonly TextRange[];
	/** Addresses that become links where the text has them. */
	readonly links?: readonly Link[];
}

interface Piece extends TextRange {
	/** HTML around the piece's text, or instead of it. */
	readonly wrap: (inner: string) => string;
	readonly html?: string;
}

/** HTML of a text: safe whatever the text holds. */
export function richText(text: string, { marks = [], links = [] }: RichTextOptions = {}): string {
	const pieces = inOrder([...mathPieces(text), ...linkPieces(text, links)]);
	let html = "";
	let position = 0;
	for (const piece of pieces) {
		html += marked(text, { start: position, end: piece.start }, marks);
		if (piece.html === undefined) html += piece.wrap(marked(text, piece, marks));
		else html += marks.some(mark => overlaps(mark, piece)) ? `<mark>${piece.html}</mark>` : piece.html;
		position = piece.end;
	}
	return html + marked(text, { start: position, end: text.length }, marks);
}

/** A link of the page; the label is escaped, the address must come from `httpsUrl` or `identifiers`. */
export function linkHtml(url: string, labelHtml: string): string {
	return `<a href="${escapeHtml(url)}">${labelHtml}</a>`;
}

function mathPieces(text: string): Piece[] {
	return mathSpans(text).map(({ start, end, content }) => ({
		start,
		end,
		wrap: inner => inner,
		html: mathHtml(content, text.startsWith("$$", start)),
	}));
}

function linkPieces(text: string, links: readonly Link[]): Piece[] {
	return links.flatMap(link => {
		const url = httpsUrl(link.url);
		const shown = bareAddress(link.url);
		return url === undefined || shown === ""
			? []
			: occurrences(text, shown).map(range => ({
					...range,
					wrap: (inner: string) => linkHtml(url, inner),
				}));
	});
}

/** Where a text has an address as a whole, with or without its scheme and final slash. */
function occurrences(text: string, address: string): TextRange[] {
	const found: TextRange[] = [];
	for (let start = text.indexOf(address); start >= 0; start = text.indexOf(address, start + 1)) {
		const scheme = /https?:\/\/$/i.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0;
		const slash = text[start + address.length] === "/" ? 1 : 0;
		const end = start + address.length + slash;
		if (!/^[\w/-]/.test(text.slice(end)) && !/[\w.@/-]$/.test(text.slice(0, start - scheme))) {
			found.push({ start: start - scheme, end });
		}
	}
	return found;
}

/** Pieces from left to right; where two overlap, the one that starts first, then the longer one, stays. */
function inOrder(pieces: Piece[]): Piece[] {
	pieces.sort((a, b) => a.start - b.start || b.end - a.end);
	let end = 0;
	return pieces.filter(piece => {
		if (piece.start < end) return false;
		end = piece.end;
		return true;
	});
}

function marked(text: string, { start, end }: TextRange, marks: readonly TextRange[]): string {
	let html = "";
	let position = start;
	for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
		const from = Math.max(mark.start, position);
		const to = Math.min(mark.end, end);
		if (from >= to) continue;
		html += `${escapeHtml(text.slice(position, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
		position = to;
	}
	return html + escapeHtml(text.slice(position, end));
}

function overlaps(a: TextRange, b: TextRange): boolean {
	return a.start < b.end && b.start < a.end;
}
