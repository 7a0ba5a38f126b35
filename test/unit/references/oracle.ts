// citeproc-js, the processor of Zotero and Mendeley, as the measure of ours: its output in our notation. It is no part of
// the product: its licence is not permissive.

import CSL from "citeproc";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CslItem } from "../../../src/core/references/item/cslItem";

const core = path.join(__dirname, "../../../src/core/references");

export function readStyle(file: string): string {
	return readFileSync(path.join(core, "styles", file), "utf8");
}

export function readLocale(file: string): string {
	return readFileSync(path.join(core, "locales", file), "utf8");
}

/** The entries that citeproc-js gives, in its order. */
export function oracleEntries(style: string, items: readonly CslItem[]): readonly string[] {
	const byId = new Map(items.map(item => [item.id, jsonOf(item)]));
	const engine = new CSL.Engine(
		{ retrieveLocale: () => readLocale("locales-en-US.xml"), retrieveItem: id => structuredClone(byId.get(id)) },
		style,
		"en-US",
	);
	engine.updateItems(items.map(({ id }) => id));
	return engine.makeBibliography()[1].map(normalizeHtml);
}

function jsonOf({ id, type, texts, names, dates }: CslItem): Record<string, unknown> {
	const dated = [...dates].map(([name, { parts, literal, ...rest }]) => [
		name,
		literal === undefined ? { "date-parts": parts, ...rest } : { literal },
	]);
	return { id, type, ...Object.fromEntries([...texts, ...names, ...(dated as [string, unknown][])]) };
}

/** Without what our entries do not have: blocks, and other writings of the same sign. */
export function normalizeHtml(html: string): string {
	return html
		.replace(/<\/?div[^>]*>/g, " ")
		.replace(/&#38;/g, "&amp;")
		.replace(/&#60;/g, "&lt;")
		.replace(/&#62;/g, "&gt;")
		.replace(/<span style="font-style:normal;">(.*?)<\/span>/g, "</i>$1<i>")
		.replace(/<(\w+)><\/\1>/g, "")
		.replace(/\s+/g, " ")
		.trim();
}
