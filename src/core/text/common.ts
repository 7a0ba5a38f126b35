// How far two texts are equal, from either end. Long texts are compared in pieces, which engines do fast.

const piece = 65536;

/** The length of the text that both begin with. */
export function commonPrefix(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let at = 0;
	while (at + piece <= most && a.slice(at, at + piece) === b.slice(at, at + piece)) at += piece;
	while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	return at;
}

/** The length of the text that both end with, but no more than `most`. */
export function commonSuffix(a: string, b: string, most: number): number {
	let length = 0;
	const tail = (text: string): string => text.slice(text.length - length - piece, text.length - length);
	while (length + piece <= most && tail(a) === tail(b)) length += piece;
	while (length < most && a.charCodeAt(a.length - length - 1) === b.charCodeAt(b.length - length - 1)) length++;
	return length;
}
