// Where the papers of the shelf lie on the map: laid out when a map is looked at, kept for the next session, and added to
// when papers come, so that a map that one knows stays the same.

import * as vscode from "vscode";
import { readMapPlaces, writeMapPlaces } from "../core/map/stored";
import type { MapInput, MapPlaces as Places } from "../core/map/layout";
import type { Cancellation } from "../engine/engine";
import { layoutInWorker, type MapPort } from "../engine/map/mapLayout";
import { readIfThere } from "../host/files";
import type { Library } from "./library";

/** Papers whose directions come in one message: 50 KB. */
const pageSize = 500;

/** How often the shelf may change while it is asked about, before somebody else has to ask again. */
const mostTries = 5;

export interface MapPlacesNeeds {
	readonly library: Library;
	/** Starts the worker that lays out. */
	readonly start: () => Promise<MapPort>;
	/** Where the places are kept between sessions. */
	readonly folder: vscode.Uri;
	readonly log: vscode.LogOutputChannel;
}

export class MapPlaces {
	readonly #needs: MapPlacesNeeds;
	#places: Places | undefined;
	#isRead = false;

	constructor(needs: MapPlacesNeeds) {
		this.#needs = needs;
	}

	/** The places as they were made last, perhaps in an earlier session; nothing when there are none. */
	async known(): Promise<Places | undefined> {
		if (!this.#isRead) {
			const stored = await readIfThere(this.#file);
			this.#places ??= stored && readMapPlaces(new TextDecoder().decode(stored));
			this.#isRead = true;
		}
		return this.#places;
	}

	/** Whether some paper of the shelf has no place. */
	get isIncomplete(): boolean {
		const placed = new Set(this.#places?.ids);
		return [...this.#needs.library.papers.keys()].some(id => !placed.has(id));
	}

	/** Places every paper of the shelf; those that have places stay there. `undefined` when cancelled. */
	async complete(tell: (done: number) => void, token: Cancellation): Promise<Places | undefined> {
		const known = await this.known();
		if (known && !this.isIncomplete) return known;
		const directions = await this.#directions(token);
		if (!directions) return undefined;
		const started = performance.now();
		const input = { ...directions, ...(known && { known }) };
		const places = await layoutInWorker(this.#needs.start, input, tell, token);
		if (!places) return undefined;
		this.#places = places;
		this.#needs.log.info(
			`Map of ${places.ids.length} papers, laid out in ${Math.round(performance.now() - started)} ms`,
		);
		await this.#store(places);
		return places;
	}

	/** The next map is laid out from the beginning. */
	forget(): void {
		this.#places = undefined;
		this.#isRead = true;
	}

	/** What every paper is about: all asked of one state of the shelf. */
	async #directions(token: Cancellation): Promise<MapInput | undefined> {
		for (let tries = 0; tries < mostTries; tries++) {
			const directions = await this.#tryDirections(token);
			if (directions !== "changed") return directions;
		}
		return undefined;
	}

	async #tryDirections(token: Cancellation): Promise<MapInput | "changed" | undefined> {
		const ids: string[] = [];
		const rows: Int8Array[] = [];
		let dimensions: number | undefined;
		for (let total = 1; ids.length < total;) {
			const page = await this.#needs.library.ask.directions(ids.length, pageSize, token);
			if (!page) return undefined;
			if (dimensions !== undefined && (page.dimensions !== dimensions || page.total !== total)) return "changed";
			if (page.total > 0 && page.ids.length === 0) return "changed";
			({ dimensions, total } = page);
			ids.push(...page.ids);
			rows.push(page.values);
		}
		const vectors = new Int8Array(ids.length * (dimensions ?? 0));
		let at = 0;
		for (const values of rows) {
			vectors.set(values, at);
			at += values.length;
		}
		const { library } = this.#needs;
		const topics = new Map(library.topics.map(({ label }, number) => [label, number]));
		const groups = ids.map(id => topics.get(library.topicOf(id) ?? "") ?? -1);
		return { ids, dimensions: dimensions ?? 0, vectors, groups };
	}

	async #store(places: Places): Promise<void> {
		try {
			await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(writeMapPlaces(places)));
		} catch (error) {
			this.#needs.log.warn(`The map could not be stored: ${String(error)}`);
		}
	}

	get #file(): vscode.Uri {
		return vscode.Uri.joinPath(this.#needs.folder, "map.json");
	}
}
