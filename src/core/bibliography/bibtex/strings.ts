// Values of fields: strings that a file defines, those that styles define, and names of journals as macros.
// Sources: btxdoc, section 2; AAS Journals, "Journal abbreviations" (aastex, \apj …), which ADS exports.

import type { BibPart } from "./blocks";

export const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** Values of `@string`, by names in lower case. */
export type Strings = Map<string, string>;

/** The months that every style of BibTeX defines. */
export function monthStrings(): Strings {
	return new Map(months.map(month => [month, month]));
}

/** Longer than any name of a journal: strings that are made of one another may grow without an end. */
const longestString = 500;
const longestOfStrings = 4 * longestString;

/** The value of a field in LaTeX with its line breaks; an unknown name stands for itself. */
export function wholeValueOf(parts: readonly BibPart[], strings: Strings): string {
	return joined(parts, strings).trim();
}

function joined(parts: readonly BibPart[], strings: Strings): string {
	let used = 0;
	const values = parts.map(({ kind, text }) => {
		const value = kind === "bare" ? strings.get(text.toLowerCase()) : text;
		if (value === undefined || kind !== "bare") return text;
		used += value.length;
		return used > longestOfStrings ? "" : value;
	});
	return values.join("");
}

/** Keeps the value of a `@string`, with a blank at either end where it has one, as it may become part of a value. */
export function defineString(name: string, parts: readonly BibPart[], strings: Strings): void {
	strings.set(name.toLowerCase(), joined(parts, strings).replace(/\s+/g, " ").slice(0, longestString));
}

/** The value of a field in LaTeX, white space as one space; an unknown name stands for itself. */
export function valueOf(parts: readonly BibPart[], strings: Strings): string {
	return wholeValueOf(parts, strings).replace(/\s+/g, " ");
}

const journals: Readonly<Record<string, string>> = {
	aap: "Astronomy and Astrophysics",
	aapr: "Astronomy and Astrophysics Reviews",
	aaps: "Astronomy and Astrophysics, Supplement",
	actaa: "Acta Astronomica",
	aj: "The Astronomical Journal",
	ao: "Applied Optics",
	apj: "The Astrophysical Journal",
	apjl: "The Astrophysical Journal Letters",
	apjs: "The Astrophysical Journal Supplement Series",
	apss: "Astrophysics and Space Science",
	araa: "Annual Review of Astronomy and Astrophysics",
	baas: "Bulletin of the American Astronomical Society",
	gca: "Geochimica et Cosmochimica Acta",
	grl: "Geophysical Research Letters",
	iaucirc: "IAU Circulars",
	icarus: "Icarus",
	jcap: "Journal of Cosmology and Astroparticle Physics",
	jcp: "Journal of Chemical Physics",
	jgr: "Journal of Geophysical Research",
	jqsrt: "Journal of Quantitative Spectroscopy and Radiative Transfer",
	memras: "Memoirs of the Royal Astronomical Society",
	mnras: "Monthly Notices of the Royal Astronomical Society",
	na: "New Astronomy",
	nar: "New Astronomy Reviews",
	nat: "Nature",
	nphysa: "Nuclear Physics A",
	pasa: "Publications of the Astronomical Society of Australia",
	pasj: "Publications of the Astronomical Society of Japan",
	pasp: "Publications of the Astronomical Society of the Pacific",
	physrep: "Physics Reports",
	physscr: "Physica Scripta",
	planss: "Planetary and Space Science",
	pra: "Physical Review A",
	prb: "Physical Review B",
	prc: "Physical Review C",
	prd: "Physical Review D",
	pre: "Physical Review E",
	prl: "Physical Review Letters",
	procspie: "Proceedings of the SPIE",
	psj: "The Planetary Science Journal",
	qjras: "Quarterly Journal of the Royal Astronomical Society",
	rmxaa: "Revista Mexicana de Astronomía y Astrofísica",
	rnaas: "Research Notes of the American Astronomical Society",
	skytel: "Sky and Telescope",
	solphys: "Solar Physics",
	sovast: "Soviet Astronomy",
	ssr: "Space Science Reviews",
};

/** The journal that a field names by a macro alone, such as `\apj`. */
export function journalOfMacro(value: string): string | undefined {
	const name = /^\{?\\([A-Za-z]{2,10})\s*(?:\{\})?\}?$/.exec(value)?.[1];
	return name === undefined ? undefined : journals[name.toLowerCase()];
}
