// Whether a list of references that some program has printed holds the papers of the sample shelf, each once, with all
// its authors in full and in order, its title, and its year.
import { deepEqual, equal } from "node:assert/strict";
import type { Name, Paper } from "../../src/core/paper";
import { papers } from "./manuscripts";

/**
 * A style of CSL that leaves out nothing that is checked: all the names, in full. For programs whose own styles
 * shorten lists of names.
 */
export const namesStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" demote-non-dropping-particle="never">
  <info>
    <title>All names</title>
    <id>citeshelf-all-names</id>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <citation et-al-min="3" et-al-use-first="1">
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", ">
        <names variable="author"><name form="short" and="text"/></names>
        <date variable="issued"><date-part name="year"/></date>
        <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
      </group>
    </layout>
  </citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <names variable="author"><name delimiter=", " delimiter-precedes-last="always"/></names>
        <text variable="title"/>
        <date variable="issued"><date-part name="year"/></date>
      </group>
    </layout>
  </bibliography>
</style>
`;

/** Fails unless these are the works of the shelf. */
export function assertShelf(works: readonly string[], shelf: readonly Paper[] = papers): void {
	equal(works.length, shelf.length, works.join("\n"));
	const found = works.map(work => ({ work, letters: letters(work) }));
	const missing = shelf.filter(paper => found.filter(each => isWork(paper, each.work, each.letters)).length !== 1);
	const near = ({ title }: Paper) => found.filter(each => hasTitle(title, each.letters)).map(({ work }) => work);
	deepEqual(
		missing.map(paper => ({ paper: `${paper.title} (${String(paper.issued?.year)})`, printed: near(paper) })),
		[],
	);
}

function isWork(paper: Paper, work: string, printed: string): boolean {
	// An identifier of arXiv is no year.
	const years = work.replace(/\d{4}\.\d{4,5}/g, " ");
	const year = new RegExp(`(?<!\\d)${String(paper.issued?.year)}(?!\\d)`);
	return hasTitle(paper.title, printed) && year.test(years) && hasNames(paper.authors, printed);
}

/** Mathematics is set in as many ways as there are programs, above the line or behind it. */
function hasTitle(title: string, printed: string): boolean {
	const [first = "", ...others] = title.split(/\$[^$]*\$/).map(letters);
	const start = printed.indexOf(first);
	if (start < 0) return false;
	let from = start + first.length;
	return others.every(part => {
		const at = printed.indexOf(part, from);
		from = at + part.length;
		return at >= 0;
	});
}

/** Whether all names are there, one behind the other, the family before or behind the given name. */
function hasNames(names: readonly Name[], printed: string): boolean {
	let from = 0;
	for (const name of names) {
		const next = waysToPrint(name)
			.map(way => ({ way, at: printed.indexOf(letters(way), from) }))
			.filter(({ at }) => at >= 0)
			.sort((a, b) => a.at - b.at)[0];
		if (!next) return false;
		from = next.at + letters(next.way).length;
	}
	return true;
}

function waysToPrint(name: Name): readonly string[] {
	if ("literal" in name) return [name.literal];
	const { given = "", particle = "", family, suffix = "" } = name;
	return [
		given + particle + family + suffix,
		particle + family + suffix + given,
		particle + family + given + suffix,
		family + given + particle + suffix,
	];
}

/**
 * Letters, digits and accents alone: programs differ in spaces, hyphens at the ends of lines, ligatures, marks and the
 * case of titles, and none of that is wrong.
 */
export function letters(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[^\p{L}\p{N}\p{M}]/gu, "")
		.toLowerCase();
}

/** The text of a piece of HTML or XML. */
export function textOf(markup: string): string {
	const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
	return markup
		.replace(/<[^>]*>/g, "")
		.replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
			String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
		)
		.replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
