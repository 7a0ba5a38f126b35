// A project as its texts were read, for the rules that look across them.

import type { SyntaxName } from "../../citations/citation";
import type { Dialect } from "../../project/reading";
import type { CheckedProject } from "../project";
import type { BibliographyReading } from "./bibliography";
import type { EntryIndex } from "./entryIndex";
import type { ManuscriptReading } from "./manuscript";

/** The lists are aligned with those of the project. */
export interface ProjectReading {
	readonly project: CheckedProject;
	readonly manuscripts: readonly ManuscriptReading[];
	readonly bibliographies: readonly BibliographyReading[];
	readonly index: EntryIndex;
	/** The keys in lower case that documents cite and entries need; `undefined` when every entry may be cited. */
	readonly used: ReadonlySet<string> | undefined;
}

/** Programs that take keys for one that differ in capitals alone: classic BibTeX, and pybtex for Sphinx. */
export function ignoresCase(syntax: SyntaxName, dialect: Dialect | undefined): boolean {
	return syntax === "rst" || (syntax === "latex" && dialect === "bibtex");
}

/** Whether classic BibTeX itself reads the bibliographies: other programs than LaTeX have parsers of their own. */
export function isClassic(manuscripts: readonly ManuscriptReading[], dialect: Dialect | undefined): boolean {
	return dialect === "bibtex" && manuscripts.some(({ syntax }) => syntax === "latex");
}
