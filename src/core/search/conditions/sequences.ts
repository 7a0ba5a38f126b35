// The texts of a paper that a phrase is looked for in, each by itself: a phrase does not begin in one and end in another.

import type { Name, Paper } from "../../paper";
import { type Sequence, sequenceOf } from "../query/sequences";

export function sequencesOf(paper: Paper, topic: string | undefined): Sequence[] {
	const { title, abstract, authors, venue, keywords, issued, doi, arxiv, pmid } = paper;
	const texts = [title, abstract, ...authors.flatMap(namesOf), venue, ...keywords, topic];
	const identifiers = [issued?.year.toString(), doi, arxiv, pmid];
	return [...texts, ...identifiers].flatMap(text => (text === undefined || text === "" ? [] : [sequenceOf(text)]));
}

/** A name in the orders in which it is written, and without the initials between given and family name. */
function namesOf(name: Name): string[] {
	if ("literal" in name) return [name.literal];
	const { given, particle, family, suffix } = name;
	const written = (...parts: readonly (string | undefined)[]): string =>
		parts.filter(part => part !== undefined && part !== "").join(" ");
	const called = given?.split(" ").filter((part, at) => at === 0 || !/^\p{L}\p{M}*\.?$/u.test(part));
	return [
		...new Set([
			written(given, particle, family, suffix),
			written(called?.join(" "), particle, family, suffix),
			written(particle, family, suffix, given),
			...(particle === undefined ? [] : [written(family, suffix, given, particle)]),
			...(suffix === undefined ? [] : [written(particle, family, given, suffix)]),
		]),
	];
}
