// Mails of our own making, written as mail programs write them.

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Quoted-printable with lines of at most 76 characters (RFC 2045, section 6.7). */
export function quotedPrintable(content: string | Uint8Array): string {
	const bytes = typeof content === "string" ? encode(content) : content;
	const lines: string[] = [];
	let line = "";
	for (const byte of bytes) {
		if (byte === 10) {
			lines.push(line);
			line = "";
			continue;
		}
		const isPlain = byte >= 32 && byte <= 126 && byte !== 61;
		const sign = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
		if (line.length + sign.length > 75) {
			lines.push(`${line}=`);
			line = "";
		}
		line += sign;
	}
	return [...lines, line].join("\r\n").replace(/ (?=\r\n|$)/g, "=20");
}

export function base64(content: string | Uint8Array): string {
	return (
		Buffer.from(content)
			.toString("base64")
			.match(/.{1,76}/g) ?? []
	).join("\r\n");
}

export interface Part {
	readonly type: string;
	readonly body: string;
	readonly headers?: string;
}

export function part({ type, body, headers = "" }: Part): string {
	return `Content-Type: ${type}\r\n${headers}\r\n${body}`;
}

/** Text in one of the two encodings. */
export function text(type: string, content: string, encoding: "quoted-printable" | "base64"): string {
	const body = encoding === "base64" ? base64(content) : quotedPrintable(content);
	return part({ type: `${type}; charset="UTF-8"`, body, headers: `Content-Transfer-Encoding: ${encoding}\r\n` });
}

let count = 0;

export function multipart(kind: string, parts: readonly string[], end = true): string {
	const boundary = `=_part_${++count}`;
	const inner = parts.map(each => `--${boundary}\r\n${each}\r\n`).join("");
	return `Content-Type: multipart/${kind};\r\n\tboundary="${boundary}"\r\n\r\nThis is a message of several parts.\r\n${inner}${end ? `--${boundary}--\r\n` : ""}`;
}

/** A mail with a head, around a part with its own fields. */
export function mail(content: string, subject = "New papers", from = "Alerts <alerts@example.org>"): string {
	return `Return-Path: <bounce@example.org>\r\nReceived: from mx.example.org (mx.example.org [192.0.2.1])\r\n\tby in.example.com; Fri, 10 May 2024 00:31:14 +0000\r\nFrom: ${from}\r\nTo: reader@example.com\r\nSubject: ${subject}\r\nDate: Fri, 10 May 2024 00:31:14 +0000\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n${content}`;
}

const rule = "-".repeat(78);

/** The body of arXiv's daily mail. */
export const arxivListing = `${rule}
${rule}
Send any comments regarding submissions directly to submitter.
${rule}
Archives at http://arxiv.org/
To unsubscribe, e-mail To: cs@arXiv.org, Subject: cancel
${rule}
 Submissions to:
Computation and Language
 received from  Wed  8 May 24 18:00:00 GMT  to  Thu  9 May 24 18:00:00 GMT
${rule}
${rule}
\\\\
arXiv:2405.05254
Date: Wed, 8 May 2024 17:57:39 GMT   (435kb,D)

Title: Caching Keys Only Once in Long Sequences of Words that Run On and On for
  a Second Line
Authors: Yutao Sun, Jan van der Berg, Ren\\'e Dupont
Categories: cs.CL cs.LG
Comments: Code at https://github.com/example/yoco
\\\\
  We introduce a decoder-decoder architecture that caches key-value pairs only
once, and show that it is as good as others that do it more often.
\\\\ ( https://arxiv.org/abs/2405.05254 ,  435kb)
${rule}
\\\\
arXiv:2405.05300
Date: Wed, 8 May 2024 18:00:00 GMT   (40kb)

Title: A Second Paper About Words
Authors: Ann Lee
Categories: cs.CL
\\\\
  The abstract of the second paper is about words, and says so in a sentence.
\\\\ ( https://arxiv.org/abs/2405.05300 ,  40kb)
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--
`;
