// Citations of MyST: roles, `` {cite:p}`a,b` ``, and those of Pandoc, which it also reads.
// Source: MyST Markdown guide, "Citations"; sphinxcontrib-bibtex 2.6, "Roles and Directives".

import type { Citation, Document, Form, InsertOptions, Syntax } from "../citation";
import {
	changeRole,
	describeRole,
	fillRole,
	isRole,
	joinRole,
	listOfRole,
	roleFor,
	roleForms,
	usualRole,
} from "../markup/roles";
import { usesRoles } from "./detect";
import { pandoc } from "./pandoc";
import { readMarkdown } from "./read";

const nameStart = (citation: Citation): number => citation.range.start + 1;

/** A document that cites in Pandoc's way alone goes on to do so. */
function isPandocStyle({ whole, all }: Document): boolean {
	return !usesRoles(whole) && all.some(({ syntax }) => syntax === "pandoc");
}

function mystCommand(document: Document, options: InsertOptions): string {
	const { command = "", form } = options;
	if (isRole(command)) return command;
	if (isPandocStyle(document) || ["[]", "@", "[-@]"].includes(command)) return pandoc.command(document, options);
	return (form && roleFor(form)) ?? usualRole(document, "myst");
}

function isRoleName(command: string): boolean {
	return /^(?:foot)?cite(?::|$)/.test(command);
}

export const myst: Syntax = {
	name: "myst",
	read: (text, names) => readMarkdown(text, { names, roles: true }),
	command: mystCommand,
	write: (works, command, document) =>
		isRoleName(command)
			? `{${command}}\`${listOfRole(works, command, document.whole)}\``
			: pandoc.write(works, command, document),
	join: joinRole,
	mention: key => key,
	separator: ",",
	gap: (command, written) => pandoc.gap(command, written),
	clashes: behind => /^[`([{]/.test(behind),
	fill: (text, offset, works) =>
		fillRole(text, offset, works, /\{((?:foot)?cite(?::[a-z]+)?)\}`$/) ??
		(usesRoles(text) ? undefined : pandoc.fill?.(text, offset, works)),
	forms: document => (isPandocStyle(document) ? pandoc.forms(document) : roleForms),
	change: (_document: Document, citation: Citation, form: Form) => changeRole(citation, nameStart(citation), form),
	describe: (_document, citation, work) => describeRole(citation, work),
};
