// Many mails in one file (RFC 4155), as Thunderbird, Apple Mail and Google Takeout write them.

import { afterLine, lineEnd } from "./headers";
import type { ByteString } from "./transfer";

/** The line before each mail: `From `, an address or a sign, and a date with a time. */
export const fromLine = /^From [^\r\n]{0,300}\d{1,2}:\d{2}[^\r\n]{0,60}$/;

/** Where each mail begins, behind its `From ` line, and ends. */
export function* mailsOf(raw: ByteString): Generator<{ readonly start: number; readonly end: number }> {
	let start = -1;
	for (let at = raw.search(/\S/); at >= 0; at = nextFrom(raw, at)) {
		const stop = lineEnd(raw, at, raw.length);
		const body = afterLine(raw, stop, raw.length);
		if (!fromLine.test(raw.slice(at, Math.min(stop, at + 500)))) {
			if (start < 0) start = at;
			continue;
		}
		if (!/^(?:>?[!-9;-~]{1,100}[ \t]*:|\r?\n)/.test(raw.slice(body, body + 110)) && start >= 0) continue;
		if (start >= 0) yield { start, end: at };
		start = body;
	}
	if (start >= 0) yield { start, end: raw.length };
}

/** The next line that begins with `From ` behind an offset, or -1. */
function nextFrom(raw: ByteString, at: number): number {
	const next = raw.indexOf("\nFrom ", at);
	return next < 0 ? -1 : next + 1;
}

/** Lines of a mail that begin with `From ` were marked by `>`, one more each time (mboxrd). */
export function unquoteFrom(mail: ByteString): ByteString {
	return mail.includes("\n>") ? mail.replace(/\n>(>{0,20}From )/g, "\n$1") : mail;
}
