// The commands of LaTeX that cite, and the ones whose arguments are names or raw text and never hold a citation.
// Sources: LaTeX2e reference manual; natbib 8.31, section 2; biblatex 3.20, sections 3.9 and 3.10; apacite 6.03, section
// 3; csquotes 5.2, section 5; the packages jurabib, chicago, harvard, cite, multibib and revtex.

import type { Form } from "../citation";

function words(list: string): readonly string[] {
	return list.trim().split(/\s+/);
}

/** How the arguments of a citing command follow it. */
export interface Citing {
	/** `\cite[before][after]{keys}`; `\cites(before)(after)[before][after]{keys}[before][after]{keys}…`; one key alone. */
	readonly shape: "list" | "multiple" | "single";
	/** biblatex 3.9.6: `\volcite[before]{volume}[page]{key}`. */
	readonly volume?: boolean;
	/** How many arguments in braces stand in front of the keys. */
	readonly skip?: number;
	/** For the author's own commands: the command that this one is another name for. */
	readonly like?: string;
}

export type OwnCommands = ReadonlyMap<string, Citing>;

const listsByForm: Readonly<Record<Form, string>> = {
	parenthetical: `cite citep citealp parencite autocite smartcite shortcite shortciteNP citeNP maskcite maskciteNP
		maskfullcite citen citenum onlinecite inlinecite parentcite notecite pnotecite citeaffixed headlesscite
		headlessfullcite Cite Citep Citealp Parencite Autocite Smartcite Notecite Pnotecite`,
	textual: `citet citealt textcite citeA citeN citeANP citeasnoun citeonline newcite shortciteA shortciteN maskciteA
		maskshortciteA fullciteA possessivecite citepos citeposs citegen gentextcite nptextcite
		Citet Citealt Textcite Gentextcite Nptextcite`,
	author: `citeauthor citefullauthor shortciteauthor maskciteauthor citeauthorNP fullciteauthor citeauthoronline
		fullciteauthorNP shortciteauthorNP Citeauthor Citefullauthor Citeauthornp`,
	year: "citeyear citeyearNP citedate maskciteyearNP citeauthoryear",
	noAuthor: "citeyearpar maskciteyear",
	full: "fullcite fullciteNP citetitle citeurl maskfullciteA Citetitle",
	footnote: `footcite footcitetext footfullcite footfullcitetext supercite fnotecite footcitet footcitep footciteauthor
		footcitetitle citejournal Footcite Footcitetext`,
	nocite: "nocite nocitemeta",
};

const forms = new Map(
	Object.entries(listsByForm).flatMap(([form, names]) => words(names).map(name => [name, form as Form] as const)),
);

/** biblatex 3.9.3, "Qualified Citation Lists", and 3.9.6 for volumes. */
const multiple = words(`
	cites parencites footcites footcitetexts smartcites textcites supercites autocites fullcites footfullcites
	gentextcites nptextcites headlesscites
	Cites Parencites Smartcites Textcites Autocites Footcites Footcitetexts
`);

const volumes = words("volcite pvolcite fvolcite ftvolcite svolcite tvolcite avolcite");

/** Commands that take one key: a second one would be an error, or part of another argument. */
const single = words("defcitealias citetalias citepalias bibentry citefield citelist citename citeitem");

/** csquotes: `\textcquote[before][after]{key}[mark]{quotation}`, some with the language in front. */
const quoting = words("textcquote blockcquote");
const quotingIn = words(`
	foreigntextcquote hyphentextcquote foreignblockcquote hyphenblockcquote hybridblockcquote
`);

function capital(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

const known: ReadonlyMap<string, Citing> = new Map<string, Citing>([
	...[...forms.keys(), ...quoting].map(name => [name, { shape: "list" }] as const),
	...quotingIn.map(name => [name, { shape: "list", skip: 1 }] as const),
	...multiple.map(name => [name, { shape: "multiple" }] as const),
	...volumes
		.flatMap(name => [name, capital(name)])
		.flatMap(name => [
			[name, { shape: "list", volume: true }] as const,
			[`${name}s`, { shape: "multiple", volume: true }] as const,
		]),
	...single.map(name => [name, { shape: "single" }] as const),
]);

/** csquotes: environments that begin with a citation, and whether the language stands before it. */
export const quotingEnvironments: ReadonlyMap<string, Citing> = new Map<string, Citing>([
	["displaycquote", { shape: "list" }],
	["foreigndisplaycquote", { shape: "list", skip: 1 }],
	["hyphendisplaycquote", { shape: "list", skip: 1 }],
]);

/** How a command cites; `undefined` when it does not. A star makes no difference. */
export function citingOf(command: string, own?: OwnCommands): Citing | undefined {
	const name = command.replace(/\*$/, "");
	return known.get(name) ?? own?.get(name);
}

/** The name that takes a list of groups, where a command has one: `parencites` of `parencite`. */
export function multipleOf(command: string): string | undefined {
	const name = command.replace(/\*$/, "");
	if (known.get(name)?.shape === "multiple") return command;
	return known.get(`${name}s`)?.shape === "multiple" ? `${name}s` : undefined;
}

/** The name that takes one list of keys: `parencite` of `parencites`. */
export function singleOf(command: string): string {
	return citingOf(command)?.shape === "multiple" ? command.replace(/s(\*?)$/, "$1") : command;
}

export function formOf(command: string, own?: OwnCommands): Form | undefined {
	const single = singleOf(command);
	if (/^(?:[pP]aren|[aA]uto)cite\*$/.test(single)) return "noAuthor";
	const name = single.replace(/\*$/, "");
	const like = own?.get(name)?.like;
	return forms.get(name) ?? (like === undefined ? undefined : formOf(like));
}

/** Commands that print the citation as a note or a raised number, or nothing, and so follow the word without a space. */
export function isRaised(command: string): boolean {
	const form = formOf(command);
	return form === "footnote" || form === "nocite";
}

/** Environments whose text is not read as LaTeX (fancyvrb, listings, minted, comment, filecontents). */
export const rawEnvironments: ReadonlySet<string> = new Set(
	words(`
	verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim SaveVerbatim VerbatimOut lstlisting minted comment
	filecontents filecontents* tcblisting luacode luacode* pycode pyverbatim sagesilent alltt listing* code
	`),
);

/** Commands whose text runs between two equal characters, or braces: `\verb|x|`, `\lstinline[…]{x}`. */
export const rawCommands: ReadonlySet<string> = new Set(words("verb lstinline mintinline mint Verb"));

/** Commands whose first argument in braces is a name, a path or an address. */
export const nameCommands: ReadonlySet<string> = new Set(
	words(`
	label ref eqref pageref autoref nameref cref Cref vref cpageref crefrange labelcref hyperref href url path nolinkurl
	input include subfile import includegraphics includepdf includeonly bibliography bibliographystyle addbibresource
	addglobalbib addsectionbib usepackage RequirePackage documentclass LoadClass begin end newcommand renewcommand
	providecommand newenvironment renewenvironment newrobustcmd DeclareRobustCommand NewDocumentCommand
	RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand DeclareCiteCommand DeclareMultiCiteCommand
	pagestyle thispagestyle graphicspath hspace vspace setlength addtolength setcounter newcounter newtheorem
	gls Gls glspl Glspl acrshort acrlong acrfull ac bibitem citestyle setcitestyle hypersetup definecolor
	`),
);

/** Of these, the ones with optional arguments behind the name that are no text. */
export const hasOptionsBehind: ReadonlySet<string> = new Set(
	words(`
	usepackage RequirePackage documentclass LoadClass newcommand renewcommand providecommand newenvironment newcounter
	renewenvironment newrobustcmd DeclareRobustCommand
	`),
);

/** Environments whose arguments are no text, by the number of those in braces; optional ones may stand before each. */
export const layoutArguments: ReadonlyMap<string, number> = new Map(
	[
		"figure figure* table table* algorithm enumerate itemize frame tikzpicture axis subequations",
		"tabular array longtable supertabular xtabular tblr minipage subfigure subtable thebibliography multicols",
		"tabular* tabularx tabulary wrapfigure wraptable",
	].flatMap((names, braces) => names.split(" ").map(name => [name, braces] as const)),
);
