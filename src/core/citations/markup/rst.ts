// Citations of reStructuredText: the roles of sphinxcontrib-bibtex, `` :cite:p:`a,b` ``, and those of docutils, `[a]_`.
// Sources: sphinxcontrib-bibtex 2.6, "Roles and Directives"; reStructuredText Markup Specification, "Citation
// References", "Inline markup recognition rules" and "Interpreted Text".

import type { TextRange } from "../../paper";
import type { Citation, Document, InsertOptions, Reading, Syntax, Zone } from "../citation";
import { insertion } from "../edits";
import {
	changeRole,
	describeRole,
	fillRole,
	isRole,
	joinRole,
	listOfRole,
	readRole,
	roleFor,
	roleForms,
	usualRole,
} from "./roles";
import { closedBy, scanText, span } from "./pass";
import { rstBlocks } from "./rstBlocks";

/** What docutils makes a citation of; a number, `#` or `*` is a footnote. */
const docutils = "[]_";

const token =
	/\\[^]|``|:((?:[A-Za-z][\w.+-]{0,30}:){0,3}[A-Za-z][\w.+-]{0,30}):`|`|https?:\/\/[^\s<>`]+|\[([^[\]\s]{1,100})\]_(?![\p{L}\p{N}_])/gu;

function readRst(text: string): Reading {
	const blocks = rstBlocks(text);
	const zones: Zone[] = [...blocks];
	const citations: Citation[] = [];
	const dead = blocks.filter(({ kind }) => kind === "block");
	scanText(text, dead, token, match => {
		const [found, role, label] = match;
		const start = match.index;
		const end = start + found.length;
		if (found.startsWith("\\")) {
			zones.push({ start, end, kind: "token", place: "command" });
			return end;
		}
		if (label !== undefined) {
			if (/^(?:\d+|#.*|\*)$/.test(label)) return end;
			citations.push(ofDocutils({ start, end }, label));
			return end;
		}
		if (found.startsWith("http")) {
			zones.push(span(start, end, "address"));
			return end;
		}
		const close = closedBy(text, found === "``" ? "``" : "`", end);
		if (close === undefined) return end;
		const range = { start, end: close };
		if (role !== undefined && /^(?:foot)?cite(?::[a-z]+)?$/.test(role) && !/\w/.test(text.charAt(start - 1))) {
			citations.push(readRole(text, { name: role, range, inner: { start: end, end: close - 1 }, syntax: "rst" }));
		} else {
			zones.push(span(start, close, found === "``" ? "code" : "argument"));
		}
		return close;
	});
	return { citations, zones };
}

function ofDocutils({ start, end }: TextRange, key: string): Citation {
	const range = { start: start + 1, end: end - 2 };
	const whole = { start, end };
	const keys = [{ key, range, whole, item: whole, list: 0 }];
	return { range: whole, keys, syntax: "rst", command: docutils, form: "parenthetical", groups: [] };
}

/** A document that cites in the way of docutils alone goes on to do so. */
function rstCommand(document: Document, { command = "", form }: InsertOptions): string {
	if (isRole(command) || command === docutils) return command;
	const { all } = document;
	if (all.length > 0 && all.every(each => each.command === docutils)) return docutils;
	return (form && roleFor(form)) ?? usualRole(document, "rst");
}

export const rst: Syntax = {
	name: "rst",
	read: text => readRst(text),
	command: rstCommand,
	write: (works, command, { whole }) =>
		command === docutils
			? works.map(({ key }) => `[${key}]_`).join(" ")
			: `:${command}:\`${listOfRole(works, command, whole)}\``,
	join: (document, citation, offset, works) => {
		if (citation.command !== docutils) return joinRole(document, citation, offset, works);
		const text = works.map(({ key }) => `[${key}]_`).join(" ");
		const { start, end } = citation.range;
		return [offset <= start ? insertion(start, `${text} `) : insertion(end, ` ${text}`)];
	},
	mention: key => key,
	separator: ",",
	gap: () => " ",
	blocks: before => /[^\s'"([{<\-/:]/.test(before),
	clashes: behind => /^[^\s'")\]}>\-/\\:.,;!?]/.test(behind),
	fill: (text, offset, works) => fillRole(text, offset, works, /:((?:foot)?cite(?::[a-z]+)?):`$/),
	forms: () => roleForms,
	change: (_document, citation, form) =>
		citation.command === docutils ? undefined : changeRole(citation, citation.range.start + 1, form),
	describe: (_document, citation, work) => (citation.command === docutils ? undefined : describeRole(citation, work)),
};
