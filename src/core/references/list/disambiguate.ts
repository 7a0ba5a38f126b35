// Works whose citations would look alike are told apart (CSL 1.0.2, "Disambiguation"): by more names, given names, the
// style's own condition, and at last letters after the year. Each round renders a citation again, so groups are bounded.

import type { CslName } from "../item/cslItem";
import { renderAll } from "../render/render";
import type { Disambiguation } from "../render/scope";
import { textOfRuns } from "../runs/runs";
import type { Citation } from "../style/tree";
import { scopeOf, type Dress, type ListedWork } from "./works";

const none: Disambiguation = { names: 0, givenNames: new Map(), condition: false };

/** Names beyond this place in a list are not tried. */
const mostNames = 12;

/** The works with what tells them apart. The order given is that in which letters are handed out. */
export function disambiguate(works: readonly ListedWork[], dress: Dress): readonly ListedWork[] {
	const { citation } = dress.style;
	if (!citation) return works;
	let told = citation.addGivenName ? withGlobalGivenNames(works, citation) : works;
	if (citation.addNames) told = extend(told, dress, raiseNames);
	if (citation.addGivenName && citation.givenNameRule === "by-cite") told = extend(told, dress, raiseGivenNames);
	if (citation.addNames && citation.addGivenName) told = extend(told, dress, raiseBoth);
	told = extend(told, dress, applyCondition);
	return citation.addYearSuffix ? withYearSuffixes(told, dress) : told;
}

/** A citation of a work by itself, as bare text. */
function citationText(work: ListedWork, dress: Dress): string {
	const scope = scopeOf(dress, work, "citation");
	return textOfRuns(renderAll(dress.style.citation?.layout.children ?? [], scope).runs);
}

/** Works by their citations; those that are alone with theirs are left out. */
function alike(works: readonly ListedWork[], dress: Dress): readonly (readonly ListedWork[])[] {
	const groups = new Map<string, ListedWork[]>();
	for (const work of works) {
		const text = citationText(work, dress);
		const group = groups.get(text);
		if (group) group.push(work);
		else groups.set(text, [work]);
	}
	return [...groups.values()].filter(group => group.length > 1);
}

/** What is tried in a round: how a work's citation would be written; undefined when there is nothing left to try. */
type Step = (state: Disambiguation, round: number, names: number) => Disambiguation | undefined;

/** Takes step after step for works that look alike, and keeps those that part some of them. */
function extend(works: readonly ListedWork[], dress: Dress, step: Step): readonly ListedWork[] {
	const told = new Map(works.map(work => [work.item, work]));
	for (const group of alike(works, dress)) {
		for (const work of parted(group, dress, step)) told.set(work.item, work);
	}
	return works.map(work => told.get(work.item) ?? work);
}

function parted(group: readonly ListedWork[], dress: Dress, step: Step): readonly ListedWork[] {
	const done: ListedWork[] = [];
	let open = group;
	let kinds = 1;
	const names = Math.min(mostNames, Math.max(0, ...group.map(nameCount)));
	for (let round = 0; open.length > 0; round++) {
		const next = open.map(work => {
			const state = step(work.disambiguation ?? none, round, names);
			return state && { ...work, disambiguation: state };
		});
		const tried = next.filter(work => work !== undefined);
		if (tried.length < open.length) break;
		const still = alike(tried, dress);
		const left = new Set(still.flat());
		const alone = tried.filter(work => !left.has(work));
		if (alone.length + still.length <= kinds) continue;
		done.push(...alone);
		open = [...left];
		kinds = still.length;
	}
	return [...done, ...open];
}

function nameCount({ item }: ListedWork): number {
	return Math.max(0, ...[...item.names.values()].map(names => names.length));
}

/** One name more in each round. */
function raiseNames(state: Disambiguation, round: number, names: number): Disambiguation | undefined {
	return round < names ? { ...state, names: round + 1 } : undefined;
}

/** Initials, then the whole given name, of one name after the other. */
function raiseGivenNames(state: Disambiguation, round: number, names: number): Disambiguation | undefined {
	const index = Math.floor(round / 2);
	if (index >= names) return undefined;
	return { ...state, givenNames: new Map(state.givenNames).set(index, round % 2 === 0 ? 1 : 2) };
}

function raiseBoth(state: Disambiguation, round: number, names: number): Disambiguation | undefined {
	const raised = raiseGivenNames(state, round, names);
	return raised && { ...raised, names: Math.max(state.names, Math.floor(round / 2) + 1) };
}

/** The style's own way: its branches for `disambiguate`. */
function applyCondition(state: Disambiguation, round: number): Disambiguation | undefined {
	return round === 0 ? { ...state, condition: true } : undefined;
}

/** Rules other than `by-cite` tell all people apart who share a family name, whether their citations look alike or not. */
function withGlobalGivenNames(works: readonly ListedWork[], citation: Citation): readonly ListedWork[] {
	const rule = citation.givenNameRule;
	if (rule === "by-cite") return works;
	const isPrimary = rule.startsWith("primary-name");
	const people = new Map<string, Set<string>>();
	const listed = (work: ListedWork): readonly CslName[] =>
		(work.item.names.get("author") ?? []).slice(0, isPrimary ? 1 : mostNames);
	for (const work of works) {
		for (const name of listed(work)) {
			const key = familyKey(name);
			people.set(key, (people.get(key) ?? new Set()).add(name.given ?? ""));
		}
	}
	return works.map(work => {
		const givenNames = new Map<number, 1 | 2>();
		listed(work).forEach((name, index) => {
			const level = levelFor(name, people.get(familyKey(name)) ?? new Set(), rule);
			if (level) givenNames.set(index, level);
		});
		return givenNames.size === 0 ? work : { ...work, disambiguation: { ...none, givenNames } };
	});
}

function familyKey(name: CslName): string {
	return `${name["non-dropping-particle"] ?? ""} ${name.family ?? name.literal ?? ""}`.trim().toLowerCase();
}

function levelFor({ given = "" }: CslName, shared: ReadonlySet<string>, rule: string): 1 | 2 | undefined {
	if (shared.size < 2) return undefined;
	if (rule.endsWith("-with-initials")) return initialsOf(given, shared) ? 1 : undefined;
	return initialsOf(given, shared) === "unique" ? 1 : 2;
}

/** Whether a given name's initials are those of another one who shares the family name. */
function initialsOf(given: string, shared: ReadonlySet<string>): "unique" | "shared" | undefined {
	const short = (name: string): string =>
		name
			.split(/[\s.-]+/)
			.map(word => word.charAt(0))
			.join("");
	const others = [...shared].filter(other => other !== given);
	if (others.every(other => short(other) === short(given))) return undefined;
	return others.some(other => short(other) === short(given)) ? "shared" : "unique";
}

/** Letters a to z, then aa …, in the order of the list. */
function withYearSuffixes(works: readonly ListedWork[], dress: Dress): readonly ListedWork[] {
	const letters = new Map<ListedWork, string>();
	for (const group of alike(works, dress)) {
		group.forEach((work, index) => letters.set(work, lettersOf(index)));
	}
	return works.map(work => {
		const yearSuffix = letters.get(work);
		return yearSuffix === undefined ? work : { ...work, yearSuffix };
	});
}

function lettersOf(index: number): string {
	const letter = String.fromCharCode(97 + (index % 26));
	return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter;
}
