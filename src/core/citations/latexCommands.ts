// The commands of LaTeX that cite, and the ones whose arguments are names or raw text and never hold a citation.
// Sources: LaTeX2e reference manual; natbib 8.31, section 2; biblatex 3.20, sections 3.9 and 3.10; apacite 6.03.

function words(list: string): ReadonlySet<string> {
	return new Set(list.trim().split(/\s+/));
}

/** Commands of the form `\cite*[before][after]{keys}`, capitalised forms included. */
const citing = words(`
	cite nocite shortcite citeonline newcite onlinecite citeasnoun citen
	citet citep citealt citealp citenum citeauthor citefullauthor citeyear citeyearpar citetext citetalias citepalias
	parencite footcite footcitetext textcite smartcite supercite autocite citetitle citedate citeurl parentcite
	fullcite footfullcite notecite pnotecite fnotecite bibentry citeA citeNP citeyearNP citeauthorNP citename
	fullciteA fullciteNP shortciteA shortciteNP citeauthoryear inlinecite possessivecite citepos citegen
	Cite Citet Citep Citealt Citealp Citeauthor Parencite Textcite Smartcite Autocite Footcite Footcitetext
	Notecite Pnotecite Fnotecite Citetitle Citeauthornp
`);

/** biblatex 3.9.3, "Qualified Citation Lists": `\cites(before)(after)[before][after]{key}…[before][after]{key}`. */
const multiple = words(`
	cites parencites footcites footcitetexts smartcites textcites supercites autocites volcites pvolcites fvolcites
	svolcites tvolcites avolcites fullcites footfullcites
	Cites Parencites Smartcites Textcites Autocites Footcites Footcitetexts
`);

/** biblatex 3.9.6: `\volcite[before]{volume}[page]{key}`. */
const inVolumes = words("volcite pvolcite fvolcite ftvolcite svolcite tvolcite avolcite Volcite Pvolcite Avolcite");

/** Commands that take one key: a second one would be an error, or part of another argument. */
const single = words("defcitealias citetalias citepalias bibentry citefield citelist citename");

/** Commands that print the citation as a note or a raised number, and so follow the word without a space. */
const raised = words("footcite footcites footfullcite footcitetext supercite supercites Footcite Footcites fnotecite");

export type CommandKind = "list" | "multiple" | "volume" | "single";

/** How a command cites; `undefined` when it does not. */
export function citingKind(command: string): CommandKind | undefined {
	if (single.has(command)) return "single";
	if (multiple.has(command)) return "multiple";
	if (inVolumes.has(command)) return "volume";
	return citing.has(command) ? "list" : undefined;
}

export function isRaised(command: string): boolean {
	return raised.has(command.replace(/\*$/, ""));
}

/** Environments whose text is not read as LaTeX (fancyvrb, listings, minted, comment, filecontents). */
export const rawEnvironments = words(`
	verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim lstlisting minted comment filecontents filecontents*
	tcblisting luacode luacode* pycode alltt
`);

/** Commands whose text runs between two equal characters, or braces: `\verb|x|`, `\lstinline[…]{x}`. */
export const rawCommands = words("verb lstinline mintinline mint Verb");

/** Commands whose first argument in braces is a name, a path or an address. */
export const nameCommands = words(`
	label ref eqref pageref autoref nameref cref Cref vref cpageref hyperref href url path nolinkurl input include subfile
	includegraphics includeonly bibliography bibliographystyle addbibresource addglobalbib addsectionbib usepackage
	RequirePackage documentclass begin end newcommand renewcommand providecommand newenvironment pagestyle
	thispagestyle graphicspath hspace vspace setlength addtolength setcounter newcounter
	gls Gls glspl Glspl acrshort acrlong acrfull ac bibitem
`);

/** Of these, the ones with optional arguments behind the name that are no text. */
export const hasOptionsBehind = words(`
	usepackage RequirePackage documentclass newcommand renewcommand providecommand newenvironment newcounter
`);

/** Environments whose arguments are no text, by the number of those in braces; optional ones may stand before each. */
export const layoutArguments: ReadonlyMap<string, number> = new Map(
	[
		"figure figure* table table* algorithm enumerate itemize frame tikzpicture axis subequations",
		"tabular array longtable supertabular xtabular tblr minipage subfigure subtable thebibliography multicols",
		"tabular* tabularx tabulary wrapfigure wraptable",
	].flatMap((names, braces) => names.split(" ").map(name => [name, braces] as const)),
);
