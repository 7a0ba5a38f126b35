// Which command a LaTeX document would cite with: by the packages that it loads and the commands that it uses.
// Sources: natbib 8.31, section 2; biblatex 3.20, section 3.9; apacite 6.03, section 3; harvard 2.0.5; chicago.sty 4;
// jurabib 0.6, section 2.

import type { Document, Form, InsertOptions } from "../citation";
import { citingOf, formOf, multipleOf, singleOf, type OwnCommands } from "./commands";
import { ownCommands } from "./definitions";

export type Family = "natbib" | "biblatex" | "apacite" | "jurabib" | "harvard" | "chicago" | "plain";

type Commands = Readonly<Partial<Record<Form, string>>>;

const commands: Readonly<Record<Family, Commands>> = {
	natbib: {
		parenthetical: "citep",
		textual: "citet",
		author: "citeauthor",
		year: "citeyear",
		noAuthor: "citeyearpar",
		nocite: "nocite",
	},
	biblatex: {
		parenthetical: "autocite",
		textual: "textcite",
		author: "citeauthor",
		year: "citeyear",
		noAuthor: "autocite*",
		full: "fullcite",
		footnote: "footcite",
		nocite: "nocite",
	},
	apacite: {
		parenthetical: "cite",
		textual: "citeA",
		author: "citeauthor",
		year: "citeyearNP",
		noAuthor: "citeyear",
		full: "fullcite",
		nocite: "nocite",
	},
	jurabib: {
		parenthetical: "cite",
		author: "citeauthor",
		year: "citeyear",
		full: "fullcite",
		footnote: "footcite",
		nocite: "nocite",
	},
	harvard: {
		parenthetical: "cite",
		textual: "citeasnoun",
		year: "citeyear*",
		noAuthor: "citeyear",
		nocite: "nocite",
	},
	chicago: {
		parenthetical: "cite",
		textual: "citeN",
		author: "citeA",
		year: "citeyearNP",
		noAuthor: "citeyear",
		nocite: "nocite",
	},
	plain: { parenthetical: "cite", nocite: "nocite" },
};

const loading =
	/^(?:[^%\r\n\\]|\\.)*?\\(?:usepackage|RequirePackage|documentclass|LoadClass)\s*(\[[^\]]{0,2000}\])?\s*\{([^{}]{0,2000})\}/gm;

const familyOfPackage: ReadonlyMap<string, Family> = new Map([
	["biblatex", "biblatex"],
	["biblatex-chicago", "biblatex"],
	["natbib", "natbib"],
	["apacite", "apacite"],
	["jurabib", "jurabib"],
	["harvard", "harvard"],
	["har2nat", "natbib"],
	["chicago", "chicago"],
	["apalike", "plain"],
	["cite", "plain"],
	// Classes that load natbib.
	...["elsarticle", "acmart", "mnras", "aastex", "aastex6", "aastex62", "aastex63", "aastex631", "aastex701"].map(
		name => [name, "natbib"] as const,
	),
	...["revtex4", "revtex4-1", "revtex4-2", "copernicus", "jss", "svmult", "sn-jnl", "cas-sc", "cas-dc"].map(
		name => [name, "natbib"] as const,
	),
]);

/** Names of the packages and classes that a document loads. */
function loaded(text: string): string[] {
	return Array.from(text.matchAll(loading)).flatMap(([, options = "", list = ""]) => {
		const names = list.split(",").map(name => name.trim());
		// `\documentclass[natbib]{…}` loads it, `\usepackage[natbib]{biblatex}` does not.
		return names.includes("biblatex") ? names : [...names, ...(/[[,]\s*natbib\b/.test(options) ? ["natbib"] : [])];
	});
}

const telling: readonly (readonly [Family, RegExp])[] = [
	[
		"biblatex",
		/^(?:[pP]aren|[tT]ext|[aA]uto|[fF]oot|[sS]mart|super|footfull)cites?\*?$|^[a-zA-Z]*cites$|^.?volcite$/,
	],
	["natbib", /^[cC]ite(?:p|t|alp|alt|yearpar|text)\*?$/],
	["apacite", /^(?:(?:full|short|mask)?citeA|(?:full|short)citeNP|maskcite)$/],
	["harvard", /^cite(?:asnoun|affixed)$/],
	["chicago", /^(?:short)?cite(?:N|ANP)$/],
];

/** The package whose commands a document uses: one that it loads, or else the one that its citations are of. */
export function familyOf({ whole, all }: Document): Family {
	const families = loaded(whole).flatMap(name => familyOfPackage.get(name) ?? []);
	const found = families.find(family => family !== "plain");
	if (found) return found;
	const used = all.filter(({ syntax }) => syntax === "latex").map(({ command }) => command);
	return telling.find(([, pattern]) => used.some(command => pattern.test(command)))?.[0] ?? "plain";
}

/** Whether the document shows what packages it uses, so that none is one that it does not load. */
export function isComplete({ whole }: Document): boolean {
	return /\\documentclass/.test(whole) && !/\\(?:input|include|import|subimport)\s*\{/.test(whole);
}

/** Whether a document's own command may stand for this one. */
function ownOf(document: Document): OwnCommands {
	return ownCommands(document.whole, []);
}

/** The command that gives a citation a form, in the document's family and near the command that it has. */
export function commandFor(document: Document, form: Form): string | undefined {
	const family = familyOf(document);
	if (form === "parenthetical") return favourite(document) ?? commands[family].parenthetical;
	const base = favourite(document);
	if (form === "noAuthor" && base !== undefined && /^(?:paren|auto)cite$/.test(base)) return `${base}*`;
	return commands[family][form];
}

export function formsOf(document: Document): Form[] {
	return Object.keys(commands[familyOf(document)]) as Form[];
}

/** The command of a new citation. */
export function newCommand(document: Document, { command = "", form }: InsertOptions): string {
	if (/^[A-Za-z]+\*?$/.test(command)) return command;
	const wanted = form && commandFor(document, form);
	return wanted ?? commandFor(document, "parenthetical") ?? "cite";
}

/** The command that a document most often cites with in parentheses or notes, of several equal ones the first. */
function favourite(document: Document): string | undefined {
	const own = ownOf(document);
	const counts = new Map<string, number>();
	for (const { syntax, command, form, keys } of document.all) {
		if (syntax !== "latex" || keys.length === 0) continue;
		const single = singleOf(command).replace(/\*$/, "");
		const name = single.charAt(0).toLowerCase() + single.slice(1);
		const citing = citingOf(name, own);
		if (citing?.shape !== "list" || citing.skip || citing.volume) continue;
		if (formOf(name, own) !== "parenthetical" && form !== "footnote") continue;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const parenthetical = [...counts].filter(([name]) => formOf(name, own) === "parenthetical");
	const ranked = (parenthetical.length > 0 ? parenthetical : [...counts]).sort(([, a], [, b]) => b - a);
	return ranked[0]?.[0];
}

/** A command that gives another form, written as this one is: for several groups, and with a capital. */
export function likeCommand(name: string, model: string): string {
	const several = singleOf(model) === model ? name : (multipleOf(name) ?? name);
	const capital = several.charAt(0).toUpperCase() + several.slice(1);
	return /^[A-Z]/.test(model) && citingOf(capital) ? capital : several;
}
