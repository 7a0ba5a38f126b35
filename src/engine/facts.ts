// What is known of the shelf's papers beside their records: topics, digests, and what the person and the open document
// do with them. The search asks it for `topic:`, `digest:`, `is:` and `key:`.

import { digestLabel } from "../core/render/appearances";
import type { Facts, FieldName } from "../core/search/query/fields";
import type { PaperStates } from "../core/shelf";
import type { Topic } from "../core/topics/topics";
import type { ShelfWorks } from "./shelfWorks";

/** The values of `is:`. */
const states = ["cited", "read", "starred", "unread"];

export class ShelfFacts {
	readonly #works: ShelfWorks;
	readonly #topics: () => readonly Topic[];
	#read: ReadonlySet<string> = new Set();
	#starred: ReadonlySet<string> = new Set();
	#keys: ReadonlyMap<string, readonly string[]> = new Map();
	#labels: { readonly of: readonly Topic[]; readonly byId: ReadonlyMap<string, readonly string[]> } | undefined;

	/** `topics` works them out when they are asked for. */
	constructor(works: ShelfWorks, topics: () => readonly Topic[]) {
		this.#works = works;
		this.#topics = topics;
	}

	setStates({ read, starred, cited }: PaperStates): undefined {
		this.#read = new Set(read);
		this.#starred = new Set(starred);
		this.#keys = new Map(Object.entries(cited));
	}

	/** What is known of a paper of the shelf. */
	of(id: string): Facts {
		const work = this.#works.get(id);
		const ids = work?.ids ?? [id];
		const digests = (work?.records ?? []).flatMap(({ source }) => this.#works.digest(source)?.name ?? []);
		const keys = ids.flatMap(each => this.#keys.get(each) ?? []);
		const isRead = ids.some(each => this.#read.has(each));
		const topics = () => this.#topicsOf(id);
		return {
			digest: digests.map(digestLabel),
			is: [
				isRead ? "read" : "unread",
				...(keys.length > 0 ? ["cited"] : []),
				...(ids.some(each => this.#starred.has(each)) ? ["starred"] : []),
			],
			key: keys,
			// Topics are worked out only for a query that asks for them.
			get topic() {
				return topics();
			},
		};
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
			const byId = new Map<string, string[]>();
			for (const { label, papers } of topics) {
				for (const paper of papers) byId.set(paper.id, [...(byId.get(paper.id) ?? []), label]);
			}
			this.#labels = { of: topics, byId };
		}
		return this.#labels.byId.get(id) ?? [];
	}
}
