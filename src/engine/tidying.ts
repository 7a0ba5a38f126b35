// Keeping bibliographies right: entries that the shelf knows newer, and what is missing, unused or there twice.

import { findTwins, updateEntry, type Entry } from "../core/bibliography/bibliography";
import { uniqueKey } from "../core/bibliography/citationKey";
import { isPreprint } from "../core/bibliography/edit/aspects";
import { keyLinks } from "../core/bibliography/edit/links";
import { tidyBibliography } from "../core/bibliography/edit/tidy";
import { withTitleNote } from "../core/bibliography/titleAlone";
import type { OpenBibliography } from "../core/bibliography/openBibliography";
import type { AbsentKey, BibliographyReport, EntryPlace, Twins } from "../core/bibliography/report";
import type { Paper } from "../core/paper";
import { authorYear, plainTitle } from "../core/render";
import type { Work } from "../core/works/works";
import type { Bibliographies } from "./bibliographies";
import type {
	EntryQuestion,
	EntryUpdate,
	Preprints,
	PreprintsQuestion,
	ReportQuestion,
	Tidied,
	TidyQuestion,
} from "./entryRequests";
import type { Missing } from "./protocol";
import type { ShelfWorks } from "./shelfWorks";

/** What the shelf's record of an entry's work would change in it. */
export function updatedEntry(
	bibliographies: Bibliographies,
	shelf: ShelfWorks,
	{ bibliographies: refs, at, keep, ...options }: EntryQuestion,
): EntryUpdate | Missing {
	const missing = bibliographies.missing(refs);
	if (missing.length > 0) return { missing };
	for (const ref of refs) {
		const file = bibliographies.find(ref);
		const named = "key" in at ? (file?.aliases.get(at.key) ?? at.key) : undefined;
		const entry = file?.entries.find(one =>
			"key" in at ? one.key === named : one.range.start <= at.offset && at.offset <= one.range.end,
		);
		if (!file || !entry) continue;
		const { key } = entry;
		const paper = shelf.find(entry.paper)?.paper;
		if (!paper) return { outcome: "notOnShelf", key, uri: ref.uri };
		const update = (replace: "all" | undefined) =>
			updateEntry(file.text, file.fileName, { key, paper }, { ...options, replace, keep });
		const due = new Set(update(undefined).changes.map(({ field }) => field));
		const { changes, edits } = update("all");
		return {
			...{ outcome: "found", key, uri: ref.uri, edits, problems: file.problems },
			changes: changes.map(change => ({ ...change, isDue: due.has(change.field) })),
		};
	}
	return { outcome: "noEntry" };
}

/** The edits of a bibliography that is tidied. A paper that is no longer on the shelf is passed over. */
export function tidied(
	bibliographies: Bibliographies,
	shelf: ShelfWorks,
	{ bibliography, remove, update, records = [], add, ...options }: TidyQuestion,
): Tidied | Missing {
	const file = bibliographies.find(bibliography);
	if (!file) return { missing: [bibliography.uri] };
	const entries = new Map(file.entries.map(entry => [entry.key, entry]));
	const updates = update.flatMap(key => {
		const entry = entries.get(key);
		const paper = entry && shelf.find(entry.paper)?.paper;
		return paper ? [{ key, paper }] : [];
	});
	const additions = add.flatMap(({ id, key }) => {
		const paper = shelf.get(id)?.paper;
		return paper ? [{ key, paper: withTitleNote(paper) }] : [];
	});
	const changes = { remove, update: [...updates, ...records], add: additions };
	return { edits: tidyBibliography(file.text, file.fileName, changes, options) };
}

/** What is wrong between a document and its bibliographies, and what the shelf can do about it. */
export function bibliographyReport(
	bibliographies: Bibliographies,
	shelf: ShelfWorks,
	{ bibliographies: refs, cited, pattern }: ReportQuestion,
): BibliographyReport | Missing {
	const missing = bibliographies.missing(refs);
	if (missing.length > 0) return { missing };
	const files = refs.flatMap(ref => {
		const file = bibliographies.find(ref);
		return file ? [{ uri: ref.uri, file }] : [];
	});
	const isBroken = ({ problems }: OpenBibliography) => problems.some(({ severity }) => severity === "error");
	const all = files.flatMap(({ uri, file }) => (isBroken(file) ? [] : placedEntries(uri, file)));
	const links = files.map(({ file }) => keyLinks(file.text, file.fileName));
	const needed = links.flatMap(each => [...each.needed]);
	const aliases = new Map(links.flatMap(each => [...each.aliases]));
	const used = new Set(
		[...(cited?.keys ?? []), ...needed].flatMap(key => [
			key.toLowerCase(),
			(aliases.get(key) ?? key).toLowerCase(),
		]),
	);
	const isKnown = cited?.isComplete === true;
	const isUsed = ({ key }: EntryPlace) => cited?.all === true || used.has(key.toLowerCase());
	const known = files.flatMap(({ file }) => file.entries.map(({ key }) => key));
	const own = new Set(cited?.own);
	const wanted = (cited?.keys ?? []).filter(key => !aliases.has(key) && !own.has(key));
	const groups = findTwins(all);
	// A preprint whose published version has an entry of its own needs no second one.
	const isDouble = (entry: PlacedEntry) =>
		groups.some(group => group.includes(entry) && group.some(({ paper }) => !isPreprint(paper)));
	return {
		absent: absentKeys(wanted, known, { files: files.map(({ file }) => file), shelf, pattern }),
		unused: isKnown ? all.filter(({ place }) => !isUsed(place)).map(({ place }) => place) : [],
		twins: groups.flatMap(group =>
			twinsOf(
				group.map(({ place }) => place),
				{ isUsed, isKnown },
			),
		),
		published: all.flatMap(entry => (isDouble(entry) ? [] : publishedAs(entry, shelf))),
		broken: files.flatMap(({ uri, file }) => (isBroken(file) ? [{ uri, problems: file.problems }] : [])),
	};
}

/** The entries of preprints. One that is there twice is told once, where its key is found first. */
export function preprintsIn(
	bibliographies: Bibliographies,
	{ bibliographies: refs, cited }: PreprintsQuestion,
): Preprints | Missing {
	const missing = bibliographies.missing(refs);
	if (missing.length > 0) return { missing };
	return refs.flatMap(ref => {
		const file = bibliographies.find(ref);
		if (!file) return [];
		const named = new Set(cited?.map(key => file.aliases.get(key) ?? key));
		return placedEntries(ref.uri, file).flatMap(({ place, paper }) =>
			place.nth === 0 && isPreprint(paper) && (!cited || named.has(place.key)) ? [{ ...place, paper }] : [],
		);
	});
}

interface PlacedEntry {
	readonly place: EntryPlace;
	readonly paper: Paper;
}

function placedEntries(uri: string, { entries }: OpenBibliography): readonly PlacedEntry[] {
	const counts = new Map<string, number>();
	return entries.map(({ key, range, paper }: Entry) => {
		const nth = counts.get(key) ?? 0;
		counts.set(key, nth + 1);
		const place = { uri, key, nth, offset: range.start, title: plainTitle(paper), authorYear: authorYear(paper) };
		return { place, paper };
	});
}

interface Usage {
	readonly isUsed: (place: EntryPlace) => boolean;
	/** Whether all uses are known. */
	readonly isKnown: boolean;
}

/** Pairs of the entry that stays with each other one. */
function twinsOf(group: readonly EntryPlace[], { isUsed, isKnown }: Usage): readonly Twins[] {
	const kept = group.find(isUsed) ?? group[0];
	if (!kept) return [];
	return group
		.filter(other => other !== kept)
		.map(other => {
			// Of entries with one key every program takes the first, or complains.
			const isRepeated = other.uri === kept.uri && other.key === kept.key;
			return { kept, other, isIdle: isRepeated || (isKnown && !isUsed(other)) };
		});
}

function publishedAs({ place, paper }: PlacedEntry, shelf: ShelfWorks): BibliographyReport["published"] {
	// An entry that is there twice is updated where its key is found first.
	if (place.nth > 0 || !isPreprint(paper)) return [];
	const newer = shelf.find(paper)?.paper;
	if (!newer || isPreprint(newer)) return [];
	const venue = [newer.venue, newer.issued?.year].filter(part => part !== undefined).join(" ");
	return [{ ...place, venue }];
}

/** Keys that no entry has, with what is known of them. */
function absentKeys(
	cited: readonly string[],
	known: readonly string[],
	needs: { readonly files: readonly OpenBibliography[]; readonly shelf: ShelfWorks; readonly pattern: string },
): readonly AbsentKey[] {
	const exact = new Set(known);
	const byLetters = new Map(known.map(key => [key.toLowerCase(), key]));
	const absent = cited.filter(key => !exact.has(key));
	if (absent.length === 0) return [];
	const offers = offersOf(needs.shelf, needs.pattern);
	return absent.map(key => {
		const { works, isExact } = offers(key);
		const there = works.flatMap(work => keyIn(needs.files, work) ?? [])[0];
		const meant = byLetters.get(key.toLowerCase()) ?? there;
		if (meant !== undefined) return { key, meant, isSure: false, offers: [] };
		const papers = works.map(({ paper }) => paper);
		return {
			...{ key, isSure: isExact && papers.length === 1 },
			offers: papers.map(paper => ({ id: paper.id, title: plainTitle(paper), authorYear: authorYear(paper) })),
		};
	});
}

function keyIn(files: readonly OpenBibliography[], { paper, records }: Work): string | undefined {
	const forms = [paper, ...records.map(record => record.paper)];
	return files.flatMap(file => forms.flatMap(form => file.keyOf(form) ?? []))[0];
}

interface Offers {
	readonly works: readonly Work[];
	/** Whether the key is theirs as it is. */
	readonly isExact: boolean;
}

/** The works of the shelf that a key may stand for: by an identifier, or as the key that the pattern gives them. */
export function offersOf(shelf: ShelfWorks, pattern: string): (key: string) => Offers {
	let byKey: ReadonlyMap<string, readonly Work[]> | undefined;
	return key => {
		const named = shelf.get(key) ?? shelf.get(`arxiv:${key}`) ?? shelf.get(`doi:${key.toLowerCase()}`);
		if (named) return { works: [named], isExact: true };
		byKey ??= keysOf(shelf.list, pattern);
		const letters = key.toLowerCase();
		const exact = byKey.get(letters);
		// The second of two papers with one key got a letter behind it.
		return { works: exact ?? byKey.get(letters.replace(/[a-z]$/, "")) ?? [], isExact: exact !== undefined };
	};
}

interface ShelfKeys {
	readonly pattern: string;
	readonly byKey: ReadonlyMap<string, readonly Work[]>;
}

const shelfKeys = new WeakMap<readonly Work[], ShelfKeys>();

/** The works of a shelf by the keys that a pattern gives them, in lower case; made once for a shelf that stays. */
function keysOf(works: readonly Work[], pattern: string): ShelfKeys["byKey"] {
	const known = shelfKeys.get(works);
	if (known?.pattern === pattern) return known.byKey;
	const none = { has: () => false };
	const byKey = new Map<string, Work[]>();
	for (const work of works) {
		const key = uniqueKey(work.paper, none, pattern).toLowerCase();
		byKey.set(key, [...(byKey.get(key) ?? []), work]);
	}
	shelfKeys.set(works, { pattern, byKey });
	return byKey;
}
