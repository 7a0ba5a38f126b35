// A project as its texts were read, for the rules that look across them.

import type { CheckedProject } from "../project";
import type { BibliographyReading } from "./bibliography";
import type { ManuscriptReading } from "./manuscript";

/** The lists are aligned with those of the project. */
export interface ProjectReading {
	readonly project: CheckedProject;
	readonly manuscripts: readonly ManuscriptReading[];
	readonly bibliographies: readonly BibliographyReading[];
}
