// Whether a text is a page, or a piece of one such as a mail's body.

import type { Element } from "../../text/markup/elements";

/** Elements with which pieces of pages begin. None is one of the formats in XML that digests come in. */
const fragment =
	/^<(?:head|body|div|table|tbody|tr|td|p|span|h[1-6]|ul|ol|dl|dt|center|b|strong|a|br|section|main|font|blockquote|pre|img|style|meta|link|hr|header|nav|figure|form|title)(?=[\s>/])/i;

/** Lines that only Markdown has; a page that begins with tags of HTML may go on so. */
const markdown = /^(?:#{1,6} \S|\|.{1,500}\||[-*+] \[[^\]]{1,300}\]\(|```|\*\*\S)/gm;

/** By its first tag, behind comments and declarations. */
export function looksLikeHtml(text: string): boolean {
	const head = text.slice(0, 20_000);
	const start = /^(?:[\s\ufeff]|<!--[^]*?-->|<\?xml[^>]{0,300}\?>)*/.exec(head)?.[0].length ?? 0;
	const body = head.slice(start);
	if (/^<(?:!doctype\s+html|html)\b/i.test(body)) return true;
	if (/^<\?xml/i.test(head.trimStart()) || !fragment.test(body)) return false;
	const lines = head.match(markdown)?.length ?? 0;
	const tags = body.match(/<\/?[a-z][a-z\d]{0,12}(?=[\s>/])/gi)?.length ?? 0;
	return lines * 4 < tags;
}

export function classesOf(element: Element): readonly string[] {
	return (element.attributes["class"] ?? "").split(/\s+/).filter(name => name !== "");
}
