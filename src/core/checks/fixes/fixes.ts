// What fixes come to as edits of texts, and the fixes of many findings as one.

import { removeEntries, renameKey } from "../../bibliography/edit/edit";
import { citationsIn, removeKeys } from "../../citations/citations";
import type { Paper, TextRange } from "../../paper";
import type { EntryRef, FileEdit, Finding, Fix } from "../finding";
import type { CheckedProject } from "../project";
import type { RuleCode } from "../rules";

/** The edits of a fix; none for one that is a command of the editor, and for texts that are no longer there. */
export function fixEdits(project: CheckedProject, fix: Fix): readonly FileEdit[] {
	switch (fix.kind) {
		case "edits":
			return fix.edits;
		case "remove":
			return removed(project, fix.entry);
		case "stub":
			return stub(project, fix);
		case "merge":
			return merged(project, fix);
		case "search":
		case "add":
		case "update":
			return [];
	}
}

/**
 * The first fixes of all these findings of a rule as one, or of all rules those that change nothing that is said. Of two
 * that touch the first counts; the other is found again.
 */
export function fixAllEdits(findings: readonly Finding[], wanted: RuleCode | "safe"): readonly FileEdit[] {
	const taken: FileEdit[] = [];
	for (const { code, fixes } of findings) {
		if (wanted !== "safe" && code !== wanted) continue;
		const fix = fixes.find(({ isPreferred }) => isPreferred);
		if (fix?.kind !== "edits" || (wanted === "safe" && !fix.isSafe)) continue;
		if (!fix.edits.some(edit => taken.some(other => other.file === edit.file && areTouching(edit, other)))) {
			taken.push(...fix.edits);
		}
	}
	return taken.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
}

function areTouching(a: TextRange, b: TextRange): boolean {
	return a.start <= b.end && b.start <= a.end;
}

function removed({ bibliographies }: CheckedProject, { file, key, nth }: EntryRef): readonly FileEdit[] {
	const found = bibliographies.find(one => one.file === file);
	if (!found) return [];
	const { text, fileName } = found.bibliography;
	return removeEntries(text, fileName, [{ key, nth }]).map(edit => ({ file, ...edit }));
}

/** An entry of which nothing is known but its key; the checks then tell what it lacks. */
function stub(
	{ bibliographies, dialect }: CheckedProject,
	{ key, file }: Extract<Fix, { kind: "stub" }>,
): readonly FileEdit[] {
	const found = bibliographies.find(one => one.file === file);
	const paper: Paper = {
		...{ id: `title:${key}`, title: key, abstract: "", authors: [], type: "document" },
		...{ keywords: [], links: [] },
	};
	const { edits = [] } = found?.bibliography.addTo([paper], { keys: [key], dialect }) ?? {};
	return edits.map(edit => ({ file, ...edit }));
}

/** The names by which the entry of a key may be cited. */
function namesIn({ bibliographies }: CheckedProject, key: string): readonly string[] {
	const aliases = bibliographies.flatMap(({ bibliography }) => [...bibliography.aliases]);
	return [key, ...aliases.flatMap(([alias, own]) => (own === key ? [alias] : []))];
}

/** The entry goes, and what cites it or takes fields of it names the other one. */
function merged(project: CheckedProject, { keep, drop }: Extract<Fix, { kind: "merge" }>): readonly FileEdit[] {
	const [kept, dropped] = [namesIn(project, keep.key), namesIn(project, drop.key)];
	const inTexts = project.manuscripts.flatMap(({ file, source, citations = citationsIn(source) }) =>
		citations.flatMap((citation): FileEdit[] => {
			const cited = citation.keys.filter(({ key }) => dropped.includes(key));
			if (cited.length === 0) return [];
			const isThere = citation.keys.some(({ key }) => kept.includes(key));
			const keys = cited.map(({ key }) => key);
			if (isThere) return removeKeys(source, citation, keys).map(edit => ({ file, ...edit }));
			return cited.map(({ range }) => ({ file, ...range, text: keep.key }));
		}),
	);
	const inEntries = project.bibliographies.flatMap(({ file, bibliography: { text, fileName, entries } }) => {
		const own = entries.filter(({ key }) => key === drop.key);
		return dropped
			.flatMap(name => renameKey(text, fileName, name, keep.key))
			.filter(edit => !own.some(({ range }) => range.start <= edit.start && edit.end <= range.end))
			.map(edit => ({ file, ...edit }));
	});
	return [...inTexts, ...inEntries, ...removed(project, drop)];
}
