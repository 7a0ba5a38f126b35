// Finding the work of a paper among works that are known: an entry of a bibliography, a paper of the shelf.

import type { Paper } from "../paper";
import { agree, contradict, profileOf, strongKeys, type Profile } from "./profile";

interface Known<T> {
	readonly value: T;
	readonly profile: Profile;
}

/** Papers with one identifier or one title that are looked at: more have it by mistake. */
const mostTried = 200;

export class WorkFinder<T> {
	readonly #byKey = new Map<string, Known<T>[]>();

	/** Adds a record of a work; a work may have several. Of two works that fit a paper the first counts. */
	add(value: T, paper: Paper): void {
		const profile = profileOf(paper);
		for (const key of [...strongKeys(profile), `title:${profile.title}`]) {
			const known = this.#byKey.get(key);
			if (!known) this.#byKey.set(key, [{ value, profile }]);
			else if (known.length < mostTried) known.push({ value, profile });
		}
	}

	/** Takes a record away that was added with this value. */
	remove(value: T, paper: Paper): void {
		const profile = profileOf(paper);
		for (const key of [...strongKeys(profile), `title:${profile.title}`]) {
			const known = this.#byKey.get(key) ?? [];
			const at = known.findIndex(one => one.value === value && one.profile === profile);
			if (at >= 0) known.splice(at, 1);
		}
	}

	/** The work that a paper is a record of: by identifier, else by title, first author and year. */
	find(paper: Paper): T | undefined {
		const profile = profileOf(paper);
		for (const key of strongKeys(profile)) {
			const known = this.#byKey.get(key)?.find(({ profile: { strong } }) => !contradict(strong, profile.strong));
			if (known) return known.value;
		}
		return this.#byKey.get(`title:${profile.title}`)?.find(known => agree(known.profile, profile))?.value;
	}
}
