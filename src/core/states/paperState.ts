// What a person noted about one paper: marks, tags and a note, each with the moment it was set.

import { isFields, isOn, joinFields, nameOf, type Switch, switchTime, withoutReplaced } from "./join";

/** Marks that a paper may have. */
export const marks = ["read", "starred", "later", "done", "hidden"] as const;
export type Mark = (typeof marks)[number];

/** The fields of a paper's line, without its id. Fields that this version does not know are kept as they are. */
export type PaperState = Readonly<Record<string, unknown>>;

/** A note as it was written at some time. */
export interface NoteText {
	readonly at: string;
	readonly text: string;
}

/** Letters of a tag at most: it must fit a row. */
const longestTag = 60;

export function hasMark(state: PaperState, mark: Mark): boolean {
	return isOn(state[mark]);
}

/**
 * The state with a mark set, or taken away, at a time (milliseconds since 1970). Who is done with a paper has read it and
 * need not read it later; who wants to read it later is not done with it.
 */
export function withMark(state: PaperState, mark: Mark, isSet: boolean, now: number): PaperState {
	const marked = withSwitch(state, mark, isSet, now);
	if (!isSet) return marked;
	if (mark === "done") return withSwitch(withSwitch(marked, "read", true, now), "later", false, now);
	return mark === "later" ? withSwitch(marked, "done", false, now) : marked;
}

/** Tags in the order of their letters. */
export function tagsOf(state: PaperState): readonly string[] {
	const tags = isFields(state["tags"]) ? state["tags"] : {};
	return Object.keys(tags)
		.filter(tag => isOn(tags[tag]))
		.sort();
}

export function withTag(state: PaperState, tag: string, isSet: boolean, now: number): PaperState {
	const tags = isFields(state["tags"]) ? state["tags"] : {};
	return { ...state, tags: withSwitch(tags, tag, isSet, now) };
}

/** A tag as it is kept: one line, without what the query language gives a meaning; empty when nothing is left. */
export function tagText(typed: string): string {
	const plain = typed.replace(/["“”„|#\p{Cc}\p{Cf}]/gu, " ").replace(/\s+/g, " ");
	return Array.from(plain.trim()).slice(0, longestTag).join("").trim();
}

/** The note: one text, or several when people wrote at the same time, the oldest first. */
export function notesOf(state: PaperState): readonly NoteText[] {
	return noteTexts(state)
		.filter(isNoteText)
		.sort((a, b) => (a.at === b.at ? (a.text < b.text ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** Names of the texts that `notesOf` gives now: what a writer who saw them may replace. */
export function noteNames(state: PaperState): readonly string[] {
	return noteTexts(state).map(nameOf);
}

/**
 * The state with a note in the place of the texts that its writer saw, by their names; an empty one takes them away. What
 * somebody else wrote meanwhile stays beside it.
 */
export function withNote(state: PaperState, text: string, seen: readonly string[], now: number): PaperState {
	const note = isFields(state["note"]) ? state["note"] : {};
	const before = Array.isArray(note["replaced"]) ? (note["replaced"] as readonly unknown[]) : [];
	const written: NoteText = { at: new Date(now).toISOString(), text };
	const texts = text.trim() === "" ? noteTexts(state) : [...noteTexts(state), written];
	const replaced = [...new Set([...before, ...seen.filter(name => name !== nameOf(written))])].sort();
	return { ...state, note: withoutReplaced({ ...note, texts, replaced }) };
}

/** What all ids of a paper say together. */
export function joinStates(states: readonly PaperState[]): PaperState {
	const [first = {}, ...others] = states;
	return others.reduce(joinFields, first);
}

function noteTexts(state: PaperState): readonly unknown[] {
	const note = isFields(state["note"]) ? withoutReplaced(state["note"]) : {};
	return Array.isArray(note["texts"]) ? (note["texts"] as readonly unknown[]) : [];
}

function isNoteText(value: unknown): value is NoteText {
	return isFields(value) && typeof value["at"] === "string" && typeof value["text"] === "string";
}

/** A switch set now; later than it was set before, also when that was by a clock that is ahead. */
function withSwitch(fields: PaperState, name: string, isSet: boolean, now: number): PaperState {
	const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
	if (isOn(known) === isSet) return fields;
	const at = new Date(Math.max(now, (switchTime(known) ?? -1) + 1)).toISOString();
	const value: Switch = isSet ? { on: at } : { off: at };
	return Object.fromEntries([...Object.entries(fields).filter(([key]) => key !== name), [name, value]]);
}
