// What the person and the open document do with papers: marks, tags and notes, what is new or followed, and what is
// cited. The library tells the engine of it, which answers `is:`, `tag:` and `key:` by it.

import type { TextRange } from "../core/paper";
import type { RowState } from "../core/render";
import type { PaperStates as ToldStates } from "../core/shelf";
import {
	hasMark,
	type Mark,
	marks,
	noteNames,
	notesOf,
	type NoteText,
	type PaperState,
	tagsOf,
	withMark,
	withNote,
	withTag,
} from "../core/states/paperState";
import type { Annotations } from "./annotations";
import type { Following } from "./states/followed";

/** The papers that a document cites. */
export interface CitedPapers {
	/** The name of the document's file; nothing when none is open that could cite. */
	readonly document: string | undefined;
	/** Citation keys by the ids of papers. */
	readonly keys: ReadonlyMap<string, readonly string[]>;
}

export interface PaperStatesNeeds {
	readonly annotations: Annotations;
	/** The id that a paper has now. */
	readonly idOf: (id: string) => string;
	/** Every id by which a paper is known, its own first. */
	readonly idsOf: (id: string) => readonly string[];
	/** The papers that are new since last time. */
	readonly fresh: { readonly ids: ReadonlySet<string> };
	/** The papers that followed queries bring. */
	readonly followed: { readonly papers: ReadonlyMap<string, Following> };
	/** Hears of the papers whose states changed. */
	readonly changed: (ids: readonly string[]) => void;
}

export class PaperStates {
	readonly #needs: PaperStatesNeeds;
	#cited: CitedPapers = { document: undefined, keys: new Map() };

	constructor(needs: PaperStatesNeeds) {
		this.#needs = needs;
	}

	has(mark: Mark, id: string): boolean {
		return hasMark(this.#state(id), mark);
	}

	/** The papers with a mark. */
	marked(mark: Mark): ReadonlySet<string> {
		const { annotations, idOf } = this.#needs;
		const ids = new Set<string>();
		for (const [id, state] of annotations.states.papers) {
			if (hasMark(state, mark) && this.has(mark, id)) ids.add(idOf(id));
		}
		return ids;
	}

	/** Marks papers, or takes their mark away. */
	mark(mark: Mark, ids: readonly string[], isOn: boolean): void {
		this.#change(ids, state => withMark(state, mark, isOn, Date.now()));
	}

	tags(id: string): readonly string[] {
		return tagsOf(this.#state(id));
	}

	/** Every tag, with the papers that have it. */
	get tagged(): ReadonlyMap<string, readonly string[]> {
		return new Map(Object.entries(this.told.tagged));
	}

	/** Gives papers a tag, or takes it away. */
	tag(tag: string, ids: readonly string[], isOn: boolean): void {
		this.#change(ids, state =>
			tagsOf(state).includes(tag) === isOn ? state : withTag(state, tag, isOn, Date.now()),
		);
	}

	/** The note of a paper, and what a writer may replace who saw it. */
	note(id: string): { readonly texts: readonly NoteText[]; readonly names: readonly string[] } {
		const state = this.#state(id);
		return { texts: notesOf(state), names: noteNames(state) };
	}

	/** Writes a note in the place of the texts that the writer saw, by their names. */
	writeNote(id: string, text: string, seen: readonly string[]): void {
		this.#change([id], state => withNote(state, text, seen, Date.now()));
	}

	isNew(id: string): boolean {
		return this.#needs.fresh.ids.has(this.#needs.idOf(id));
	}

	/** The followed queries that brought a paper, and what they match in its title. */
	following(id: string): Following | undefined {
		return this.#needs.followed.papers.get(this.#needs.idOf(id));
	}

	/** All that a row says of a paper beside its record. */
	row(id: string): RowState {
		const state = this.#state(id);
		return {
			citedIn: this.citedIn(id),
			isStarred: hasMark(state, "starred"),
			isUnread: !hasMark(state, "read"),
			isLater: hasMark(state, "later"),
			isDone: hasMark(state, "done"),
			isHidden: hasMark(state, "hidden"),
			isNew: this.isNew(id),
			isNoted: notesOf(state).length > 0,
			tags: tagsOf(state),
			followed: this.following(id)?.queries ?? [],
		};
	}

	/** What followed words match in the title of a paper. */
	titleMarks(id: string): readonly TextRange[] {
		return this.following(id)?.titleMarks ?? [];
	}

	/** The citation keys by which the open document cites a paper. */
	keysOf(id: string): readonly string[] {
		return this.#needs.idsOf(id).flatMap(each => this.#cited.keys.get(each) ?? []);
	}

	/** The name of the open document, when it cites the paper. */
	citedIn(id: string): string | undefined {
		return this.keysOf(id).length > 0 ? this.#cited.document : undefined;
	}

	/** The papers that the open document cites. */
	get cited(): readonly string[] {
		return [...this.#cited.keys.keys()];
	}

	setCited(cited: CitedPapers): void {
		const before = this.#cited.keys;
		this.#cited = cited;
		const ids = new Set([...before.keys(), ...cited.keys.keys()]);
		this.#changed([...ids].filter(id => String(before.get(id)) !== String(cited.keys.get(id))));
	}

	/** All of it, as the engine is told. */
	get told(): ToldStates {
		const { annotations, fresh, followed, idOf } = this.#needs;
		const marked: Record<Mark, string[]> = { read: [], starred: [], later: [], done: [], hidden: [] };
		const noted: string[] = [];
		const tagged = new Map<string, string[]>();
		for (const id of new Set(Array.from(annotations.states.papers.keys(), idOf))) {
			const state = this.#state(id);
			for (const mark of marks) if (hasMark(state, mark)) marked[mark].push(id);
			if (notesOf(state).length > 0) noted.push(id);
			for (const tag of tagsOf(state)) tagged.set(tag, [...(tagged.get(tag) ?? []), id]);
		}
		return {
			marked,
			noted,
			tagged: Object.fromEntries(tagged),
			fresh: [...fresh.ids],
			followed: [...followed.papers.keys()],
			cited: Object.fromEntries(this.#cited.keys),
		};
	}

	#state(id: string): PaperState {
		return this.#needs.annotations.state(this.#needs.idsOf(id));
	}

	#change(ids: readonly string[], how: (state: PaperState) => PaperState): void {
		const { annotations, idsOf } = this.#needs;
		this.#changed(ids.filter(id => annotations.change(idsOf(id), how)));
	}

	#changed(ids: readonly string[]): void {
		if (ids.length > 0) this.#needs.changed(ids);
	}
}
