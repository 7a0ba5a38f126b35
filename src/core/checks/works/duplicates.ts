// Two entries with one key, in one file or in two that a document reads: programs take the first, the last, or none.

import { ignoresCase, type ProjectReading } from "../readings/projectReading";
import { moved, type Finding, type Fix } from "../finding";
import { agree, profileOf } from "../../works/profile";
import { placeOf, refOf, type PlacedEntry } from "./entries";

/** Findings at every entry but the first with its key. For classic BibTeX capitals do not count (btxdoc, section 2). */
export function duplicateFindings(
	{ project, manuscripts, bibliographies }: ProjectReading,
	entries: readonly PlacedEntry[],
): readonly Finding[] {
	const isFolded =
		manuscripts.length === 0
			? bibliographies[0]?.dialect === "bibtex"
			: manuscripts.some(({ syntax }) => ignoresCase(syntax, project.dialect));
	const firsts = new Map<string, PlacedEntry>();
	const findings: Finding[] = [];
	for (const entry of entries) {
		const name = isFolded && isBibtex(entry) ? entry.key.toLowerCase() : entry.key;
		const first = firsts.get(name);
		if (!first) firsts.set(name, entry);
		else findings.push(duplicate(first, entry));
	}
	return findings;
}

/** Findings at further names that stand for another entry: its key, or a name that an entry before has too. */
export function aliasFindings({ project, bibliographies, index }: ProjectReading): readonly Finding[] {
	return bibliographies.flatMap(({ blocks, dialect }, i) => {
		const file = project.bibliographies[i]?.file ?? "";
		// BibTeX knows no further names.
		if (dialect === "bibtex") return [];
		return blocks.flatMap(({ reading: { aliases, entry }, shift }) =>
			aliases.flatMap(({ name, range }): readonly Finding[] => {
				const { key } = entry.block;
				const other = index.aliases.get(name);
				const isOwn = name === key || (other?.key === key && other.file === file);
				if (isOwn || !index.keys.has(name)) return [];
				const said = other
					? ({ message: "duplicate-alias", args: [name, other.key] } as const)
					: ({ message: "duplicate-alias-key", args: [name] } as const);
				const place = { file, range: moved(range, shift) };
				return [{ code: "duplicate-key", severity: "warning", ...said, place, related: [], fixes: [] }];
			}),
		);
	});
}

function isBibtex({ fileName }: PlacedEntry): boolean {
	return !/\.(?:json|ya?ml|md|qmd|rmd)$/i.test(fileName);
}

function duplicate(first: PlacedEntry, entry: PlacedEntry): Finding {
	const { key, file } = entry;
	const isSameWork = agree(profileOf(first.paper), profileOf(entry.paper));
	const remove: Fix = { kind: "remove", message: "fix-remove", args: [], entry: refOf(entry) };
	return {
		code: "duplicate-key",
		...(first.key !== key
			? { message: "duplicate-key-case", args: [key, first.key] }
			: first.file !== file
				? { message: "duplicate-elsewhere", args: [key, first.fileName] }
				: { message: "duplicate-key", args: [key] }),
		place: placeOf(entry),
		related: [{ message: "first-entry", args: [], place: placeOf(first) }],
		fixes: isSameWork ? [{ ...remove, isPreferred: true }] : [],
	};
}
