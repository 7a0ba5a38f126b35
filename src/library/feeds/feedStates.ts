// Where it is kept what is known of the feeds: a text in the storage of the person, and one in that of the workspace. Other
// windows write the person's too, so it is read anew before each change.

import * as vscode from "vscode";
import type { FeedState } from "../../core/feeds/feed";
import { noState, readStates, statesText } from "../../core/feeds/states";
import { readIfThere } from "../../host/files";
import type { FeedPlace, PlacedFeed } from "./placedFeeds";

/** A feed with its place and what is known of it. */
export interface StatedFeed extends PlacedFeed {
	readonly state: FeedState;
}

export class FeedStates {
	readonly #folders: Readonly<Record<FeedPlace, vscode.Uri>>;
	/** The change under way: the next one waits for it. */
	#changing: Promise<unknown> = Promise.resolve();

	constructor(folders: Readonly<Record<FeedPlace, vscode.Uri>>) {
		this.#folders = folders;
	}

	async of(feeds: readonly PlacedFeed[]): Promise<readonly StatedFeed[]> {
		const states = { user: await this.#read("user"), workspace: await this.#read("workspace") };
		return feeds.map(each => ({ ...each, state: states[each.place].get(each.feed.key) ?? noState }));
	}

	/** Keeps new states; one that is `undefined` is forgotten. */
	keep(place: FeedPlace, changes: ReadonlyMap<string, FeedState | undefined>): Promise<void> {
		const kept = this.#changing.then(() => this.#keep(place, changes));
		this.#changing = kept.catch(() => undefined);
		return kept;
	}

	async #keep(place: FeedPlace, changes: ReadonlyMap<string, FeedState | undefined>): Promise<void> {
		if (changes.size === 0) return;
		const states = new Map(await this.#read(place));
		for (const [key, state] of changes) {
			if (state) states.set(key, state);
			else states.delete(key);
		}
		const uri = this.#uri(place);
		// A name of its own: another window may write at the same time.
		const written = uri.with({ path: `${uri.path}.${crypto.randomUUID()}.part` });
		await vscode.workspace.fs.writeFile(written, new TextEncoder().encode(statesText(states)));
		await vscode.workspace.fs.rename(written, uri, { overwrite: true });
	}

	async #read(place: FeedPlace): Promise<ReadonlyMap<string, FeedState>> {
		const content = await readIfThere(this.#uri(place));
		return content ? readStates(new TextDecoder().decode(content)) : new Map();
	}

	#uri(place: FeedPlace): vscode.Uri {
		return vscode.Uri.joinPath(this.#folders[place], "feeds.json");
	}
}
