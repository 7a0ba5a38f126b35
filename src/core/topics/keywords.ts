// What a record says of the subjects of a paper: author keywords, MeSH headings, categories and tags, as clean phrases.

import type { Paper } from "../paper";

export interface Subjects {
	readonly phrases: readonly string[];
	/** Categories of arXiv. */
	readonly classes: readonly string[];
}

/** A category of arXiv (https://arxiv.org/category_taxonomy): `cs.CV`, `hep-th`, `cond-mat.stat-mech`. */
const category =
	/^(?:(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)(?:\.[A-Za-z-]{2,12})?|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph)$/;

/** Check tags and headings of MeSH that say how a study was done, not what it is about (NLM, "MeSH Check Tags"). */
const checkTags = new Set(
	(
		"adolescent|adult|aged|aged, 80 and over|animals|cats|child|child, preschool|cohort studies|cross-sectional studies|" +
		"dogs|female|follow-up studies|humans|infant|infant, newborn|male|mice|middle aged|prognosis|prospective studies|rats|" +
		"retrospective studies|risk factors|swine|time factors|treatment outcome|young adult|reproducibility of results|" +
		"sensitivity and specificity|case-control studies|disease models, animal|article|human|nonhuman|priority journal"
	).split("|"),
);

const longest = 80;

export function subjectsIn({ keywords, arxivClass }: Paper): Subjects {
	const phrases: string[] = [];
	const classes = new Set<string>(arxivClass === undefined ? [] : [arxivClass]);
	for (const keyword of keywords) {
		const clean = cleaned(keyword);
		if (category.test(clean)) classes.add(clean);
		else if (clean.length <= longest && /\p{L}{2}/u.test(clean) && !checkTags.has(clean.toLowerCase())) {
			phrases.push(clean);
		}
	}
	return { phrases, classes: [...classes] };
}

/**
 * A keyword without what is not part of the subject: MeSH's qualifiers (`Stroke/therapy`) and star, the archive of a
 * category written out (`Mathematics - Algebraic Topology`), an abbreviation's key (`BGC = balloon guide catheter`), `#`.
 */
function cleaned(keyword: string): string {
	const trimmed = keyword.trim().replace(/^[#*]+/, "");
	const meaning = /^\p{Lu}[\p{L}\p{N}-]{1,9} = (.+)$/u.exec(trimmed)?.[1] ?? trimmed;
	return meaning
		.replace(/^(?:Computer Science|Mathematics|Physics|Statistics) - /, "")
		.replace(/(?<=\p{L})\/.*$/u, "")
		.replace(/\*$/, "");
}
