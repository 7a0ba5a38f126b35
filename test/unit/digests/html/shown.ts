// Papers of pages, as tests compare them.

import { readDigest } from "../../../../src/core/digests/read";
import type { Name, Paper } from "../../../../src/core/paper";

/** Reads a page. */
export const read = (page: string) => readDigest(new TextEncoder().encode(page), "page.html");
export const papersOf = (page: string): readonly Paper[] => read(page).papers;
const shown = (name: Name): string =>
	"literal" in name
		? name.literal
		: [name.given, name.particle, name.family, name.suffix].filter(part => part !== undefined).join(" ");
/** The names of a paper as one writes them. */
export const names = (paper: Paper | undefined): string => (paper?.authors ?? []).map(shown).join(", ");
