// Citations of Org: `[cite/style:see @a p. 3;@b]`, and the links of org-ref, `cite:a,b` and `[[citep:&a;&b p. 3]]`.
// Sources: Org manual 9.6, "Citation handling"; Org Syntax, "Citations"; org-ref 3, README, "Citations".

import type { TextEdit } from "../../paper";
import type { Citation, Document, Form, InsertOptions, Reading, Syntax, Work, Zone } from "../citation";
import { addToGroup } from "../keyGroup";
import { labelled, noteOf } from "../locator";
import { readLatex } from "../latex/read";
import { orgBlocks } from "./orgBlocks";
import { isLinkType, linkForms, readCite, readLink, styleOfForm } from "./orgCite";
import { bracketEnd, closedBy, scanText, span } from "./pass";

const token =
	/\\(?:[A-Za-z]+|[^])|(?<![\p{L}\p{N}])[=~](?=[^\s=~])|\[cite(?:\/([\w/-]{1,60}))?:|\[\[([A-Za-z*]{4,24}):|\[\[[^[\]\r\n]{1,400}\]|<<[^<>\r\n]{1,200}>>|(?:https?|ftp|mailto|file|doi):[^\s<>[\]]{1,400}|(?<![\p{L}\p{N}_:/&@-])([A-Za-z]{3,20}\*?):(?=[^\s:[\]<>()])[^\s[\]<>()]{1,400}|[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}/gu;

/** Links of org-ref that do not cite. */
const otherLinks = new Set(
	`bibliography bibliographystyle printbibliography nobibliography addbibresource label pageref nameref autoref eqref
	ref cref Cref index gls glspl Gls Glspl acrshort acrlong acrfull`.split(/\s+/),
);

function readOrg(text: string, names: readonly string[]): Reading {
	const blocks = orgBlocks(text);
	const citations: Citation[] = [];
	const zones: Zone[] = [...blocks];
	const dead = blocks.filter(({ kind }) => kind === "block");
	scanText(text, dead, token, match => {
		const [found, style, linkType, bareType] = match;
		const start = match.index;
		const end = start + found.length;
		if (/^[=~]/.test(found)) return verbatim(text, start, zones);
		if (found.startsWith("[cite")) {
			const close = bracketEnd(text, end);
			const citation = close === undefined ? undefined : readCite(text, { start, end: close }, style);
			if (!citation) return end;
			citations.push(citation);
			return citation.range.end;
		}
		if (linkType !== undefined) {
			if (!isLinkType(linkType)) return start + 1;
			const link = readLink(text, { start, type: linkType, isBare: false });
			if (link) citations.push(link);
			return link?.range.end ?? end;
		}
		if (bareType !== undefined) {
			if (otherLinks.has(bareType)) zones.push(span(start, end, "argument"));
			if (!isLinkType(bareType)) return otherLinks.has(bareType) ? end : start + bareType.length + 1;
			const link = readLink(text, { start, type: bareType, isBare: true });
			if (link) citations.push(link);
			return link?.range.end ?? end;
		}
		if (found.startsWith("\\")) {
			zones.push({ start, end, kind: "token", place: "command" });
			return end;
		}
		const isLink = found.startsWith("[[");
		zones.push(span(start, end, found.startsWith("<<") ? "argument" : "address"));
		return isLink ? end - 1 : end;
	});
	if (text.includes("\\")) citations.push(...latexOutside(text, zones, names));
	citations.sort((a, b) => a.range.start - b.range.start);
	return { citations, zones };
}

/** `=verbatim=` and `~code~` end before a space or a mark of the sentence. */
function verbatim(text: string, start: number, zones: Zone[]): number {
	const mark = text.charAt(start);
	const end = closedBy(text, mark, start + 1);
	if (end === undefined || /\s/.test(text.charAt(end - 2)) || /[\p{L}\p{N}]/u.test(text.charAt(end)))
		return start + 1;
	zones.push(span(start, end, "code"));
	return end;
}

function latexOutside(text: string, zones: readonly Zone[], names: readonly string[]): readonly Citation[] {
	const found = readLatex(text, { comments: false, names }).citations;
	const dead = zones.filter(({ kind }) => kind !== "token");
	return found.filter(({ range }) => !dead.some(({ start, end }) => start <= range.start && range.start < end));
}

function isOfOrgRef({ command }: Citation): boolean {
	return command.endsWith(":");
}

/** org-cite, or org-ref where the document has more of its links. */
function orgCommand(document: Document, { command = "", form }: InsertOptions): string {
	if (/^cite\/[\w/-]+$/.test(command) || (command.endsWith(":") && isLinkType(command.slice(0, -1)))) return command;
	const own = document.all.filter(({ syntax }) => syntax === "org");
	const links = own.filter(isOfOrgRef);
	const hasKeyword = /^#\+bibliography:/im.test(document.whole);
	const usesLinks =
		links.length > 0 ? links.length * 2 > own.length : own.length === 0 && !hasKeyword && hasLink(document);
	if (usesLinks) return `${(form && linkFor(links, form)) ?? usualLink(links)}:`;
	if (form && styleOfForm[form] !== undefined) return `cite${styleOfForm[form]}`;
	return "cite";
}

function hasLink({ whole }: Document): boolean {
	return /(?:^|[\s[])bibliography:[^\s\]]/m.test(whole);
}

function usualLink(links: readonly Citation[]): string {
	const used = links.filter(({ form }) => form === "parenthetical").map(({ command }) => command.slice(0, -1));
	const count = (name: string): number => used.filter(each => each === name).length;
	return [...new Set(used)].sort((a, b) => count(b) - count(a))[0] ?? "cite";
}

function linkFor(links: readonly Citation[], form: Form): string | undefined {
	if (form === "parenthetical") return usualLink(links);
	return links.find(each => each.form === form)?.command.slice(0, -1) ?? linkForms[form];
}

function clean(text = ""): string {
	return text
		.trim()
		.replace(/\s+/g, " ")
		.replace(/;/g, ",")
		.replace(/[[\]@&]/g, "");
}

function itemOf(work: Work, mark: string): string {
	const parts = [clean(work.prefix), mark + work.key, clean(noteOf(labelled(work), work))];
	return parts.filter(part => part !== "").join(" ");
}

function writeOrg(works: readonly Work[], command: string, { whole }: Document): string {
	if (!command.endsWith(":")) return `[${command}:${works.map(work => itemOf(work, "@")).join(separatorIn(whole))}]`;
	const links = /(\[\[)?(?<![\w-])[a-zA-Z]*cite[a-z]*\*?:(&)?[^\s[\]]/;
	const [, bracket, ampersand]: readonly (string | undefined)[] = links.exec(whole) ?? ["", "[[", "&"];
	const isOld = ampersand === undefined && /cite[a-z]*\*?:,?[\w-]/.test(whole);
	const isPlain = works.every(({ prefix = "", locator = "", suffix = "" }) => prefix + locator + suffix === "");
	if (isOld && isPlain) {
		const keys = works.map(({ key }) => key).join(",");
		return bracket === undefined ? command + keys : `[[${command}${keys}]]`;
	}
	const items = works.map(work => itemOf(work, "&")).join(";");
	return bracket === undefined && isPlain ? command + items : `[[${command}${items}]]`;
}

/** As the document's first list of several keys has it. */
function separatorIn(text: string): string {
	return /\[cite[^\][:]{0,60}:[^\][;]{1,200}(;[ \t]*)[^\][;]*@/.exec(text)?.[1] ?? ";";
}

function joinOrg(
	{ text }: Document,
	citation: Citation,
	offset: number,
	works: readonly Work[],
): readonly TextEdit[] | undefined {
	const group = citation.groups[0];
	if (!group) return undefined;
	const isLink = isOfOrgRef(citation);
	const first = group.items[0];
	const isOld = isLink && !text.slice(group.inner.start, group.inner.end).includes("&");
	const mark = !isLink ? "@" : isOld ? "" : "&";
	const isBare = isLink && !text.startsWith("[[", citation.range.start);
	const isPlain = works.every(({ prefix = "", locator = "", suffix = "" }) => prefix + locator + suffix === "");
	if ((isOld || isBare) && !isPlain) return undefined;
	const canLead =
		first !== undefined &&
		/^[@&\w]/.test(text.slice(first.start, first.end)) &&
		(mark === "" || text.startsWith(mark, first.start));
	const isHead = offset > citation.range.start && offset < group.inner.start;
	const at = isHead || offset >= citation.range.end ? group.inner.end : Math.max(offset, group.inner.start);
	const items = works.map(work => itemOf(work, mark));
	const separator = isLink ? (isOld ? "," : ";") : separatorIn(text);
	return [addToGroup(text, { group, offset: at }, items, { mark: isOld ? "," : ";", separator, canLead })];
}

/** `[cite:|]`, `[cite:@|]` and `[[cite:&|]]` wait for their key. */
function fillOrg(text: string, offset: number, works: readonly Work[]): readonly TextEdit[] | undefined {
	if (text[offset] !== "]") return undefined;
	const before = text.slice(Math.max(0, offset - 60), offset);
	const mark = /\[cite(?:\/[\w/-]+)?:(@?)$/.exec(before)?.[1] ?? /\[\[[a-zA-Z]*cite[a-z]*\*?:(&)$/.exec(before)?.[1];
	if (mark === undefined) return undefined;
	const list = works.map(work => itemOf(mark === "" ? work : { ...work, prefix: "" }, mark || "@")).join(";");
	return [{ start: offset, end: offset, text: list.slice(mark.length) }];
}

function changeOrg({ all: citations }: Document, citation: Citation, form: Form): readonly TextEdit[] | undefined {
	if (isOfOrgRef(citation)) {
		const type = linkFor(citations.filter(isOfOrgRef), form);
		const start = citation.range.start + (citation.groups[0]?.range.start === citation.range.start ? 0 : 2);
		return type === undefined ? undefined : [{ start, end: start + citation.command.length - 1, text: type }];
	}
	const style = styleOfForm[form];
	const start = citation.range.start + 1;
	return style === undefined ? undefined : [{ start, end: start + citation.command.length, text: `cite${style}` }];
}

function describeOrg({ text }: Document, citation: Citation, work: Work): readonly TextEdit[] | undefined {
	const key = citation.keys.find(each => each.key === work.key);
	const group = citation.groups[0];
	if (!key || !group) return undefined;
	const mark = text.charAt(key.whole.start);
	const isBare = isOfOrgRef(citation) && !text.startsWith("[[", citation.range.start);
	if ((mark !== "@" && mark !== "&") || isBare) return undefined;
	return [{ ...key.item, text: itemOf(work, mark) }];
}

export const org: Syntax = {
	name: "org",
	read: readOrg,
	command: orgCommand,
	write: writeOrg,
	join: joinOrg,
	mention: key => `@${key}`,
	separator: ";",
	gap: () => " ",
	blocks: (before, written) => !written.startsWith("[") && /[\p{L}\p{N}_:/&@-]/u.test(before),
	// A bare link goes on to the next space.
	clashes: (behind, written) =>
		!written.endsWith("]") && !/^(?:[\s.,;:!?)\]}'"](?:$|[\s.,;:!?)\]}'"])|[\s)\]}])/.test(behind),
	fill: fillOrg,
	forms: document =>
		orgCommand(document, {}).endsWith(":")
			? (Object.keys(linkForms) as Form[])
			: (Object.keys(styleOfForm) as Form[]),
	change: changeOrg,
	describe: describeOrg,
};
