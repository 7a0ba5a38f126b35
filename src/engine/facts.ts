// What is known of the shelf's papers beside their records: topics, digests, and what the person and the open document
// do with them. The search asks it for `topic:`, `digest:`, `is:`, `tag:` and `key:`.

import { digestLabel } from "../core/render/appearances";
import { type Facts, type FieldName, states } from "../core/search/query/fields";
import type { Query } from "../core/search/query/query";
import type { PaperStates } from "../core/shelf";
import type { Topic } from "../core/topics/topics";
import { fold } from "../core/text/normalize";
import type { ShelfWorks } from "./shelfWorks";

type State = (typeof states)[number];

/** States that are told by the ids of their papers. */
type ToldState = Exclude<State, "cited" | "unread">;

export class ShelfFacts {
	readonly #works: ShelfWorks;
	readonly #topics: () => readonly Topic[];
	#told: readonly (readonly [ToldState, ReadonlySet<string>])[] = [];
	#hidden: ReadonlySet<string> = new Set();
	#keys: ReadonlyMap<string, readonly string[]> = new Map();
	#tags: ReadonlyMap<string, readonly string[]> = new Map();
	#labels: { readonly of: readonly Topic[]; readonly byId: ReadonlyMap<string, readonly string[]> } | undefined;

	/** `topics` works them out when they are asked for. */
	constructor(works: ShelfWorks, topics: () => readonly Topic[]) {
		this.#works = works;
		this.#topics = topics;
	}

	setStates({ marked, noted, tagged, fresh, followed, cited }: PaperStates): undefined {
		const told: Readonly<Record<ToldState, readonly string[]>> = { ...marked, noted, followed, new: fresh };
		this.#told = states.flatMap(state =>
			state === "cited" || state === "unread" || told[state].length === 0
				? []
				: [[state, new Set(told[state])] as const],
		);
		this.#hidden = new Set(marked.hidden);
		this.#keys = new Map(Object.entries(cited));
		const tags = new Map<string, string[]>();
		for (const [tag, ids] of Object.entries(tagged)) {
			for (const id of ids) tags.set(id, [...(tags.get(id) ?? []), tag]);
		}
		this.#tags = tags;
	}

	/** What is known of a paper of the shelf. */
	of(id: string): Facts {
		const work = this.#works.get(id);
		const ids = work?.ids ?? [id];
		const digests = (work?.records ?? []).flatMap(({ source }) => this.#works.digest(source)?.name ?? []);
		const keys = ids.flatMap(each => this.#keys.get(each) ?? []);
		const told = this.#told.filter(([, marked]) => ids.some(each => marked.has(each))).map(([state]) => state);
		const topics = () => this.#topicsOf(id);
		return {
			digest: digests.map(digestLabel),
			is: [...told, ...(told.includes("read") ? [] : ["unread"]), ...(keys.length > 0 ? ["cited"] : [])],
			key: keys,
			tag: ids.flatMap(each => this.#tags.get(each) ?? []),
			// Topics are worked out only for a query that asks for them.
			get topic() {
				return topics();
			},
		};
	}

	/** The papers that are not to be found: hidden ones, unless a query asks for them; nothing when there are none. */
	hiddenFor(query?: Query): ((id: string) => boolean) | undefined {
		if (this.#hidden.size === 0 || query?.filters.some(asksForHidden) === true) return undefined;
		return id => (this.#works.get(id)?.ids ?? [id]).some(each => this.#hidden.has(each));
	}

	/** Every value of a field that the index does not know. */
	*values(field: FieldName): Iterable<string> {
		switch (field) {
			case "topic":
				for (const { label, papers } of this.#topics()) for (let i = 0; i < papers.length; i++) yield label;
				return;
			case "digest":
				for (const { name, papers } of this.#works.digests) {
					for (let i = 0; i < papers.length; i++) yield digestLabel(name);
				}
				return;
			case "is":
				yield* states;
				return;
			case "key":
				for (const keys of this.#keys.values()) yield* keys;
				return;
			case "tag":
				for (const tags of this.#tags.values()) yield* tags;
				return;
			case "author":
			case "title":
			case "year":
			case "venue":
			case "has":
				return;
		}
	}

	#topicsOf(id: string): readonly string[] {
		const topics = this.#topics();
		if (this.#labels?.of !== topics) {
			this.#labels = { of: topics, byId: labelsById(topics) };
		}
		return this.#labels.byId.get(id) ?? [];
	}
}

/** The labels of the topics of each paper. */
export function labelsById(topics: readonly Topic[]): ReadonlyMap<string, readonly string[]> {
	const byId = new Map<string, string[]>();
	for (const { label, papers } of topics) {
		for (const { id } of papers) {
			const labels = byId.get(id);
			if (labels === undefined) byId.set(id, [label]);
			else labels.push(label);
		}
	}
	return byId;
}

function asksForHidden({ field, values, isOpen }: Query["filters"][number]): boolean {
	return (
		field === "is" &&
		values.map(fold).some(value => value === "hidden" || (isOpen && value !== "" && "hidden".startsWith(value)))
	);
}
