// The editor's side of the worker that lays out the map: one layout for each worker.

import type { MapInput, MapPlaces } from "../../core/map/layout";
import type { Cancellation } from "../engine";
import type { FromMapWorker, ToMapWorker } from "./mapMessages";

/** A channel to a worker that lays out a map. */
export interface MapPort {
	post(message: ToMapWorker): void;
	onMessage(listener: (message: FromMapWorker) => void): void;
	/** Called once when the worker ended by itself, with the reason. */
	onFailure(listener: (reason: Error) => void): void;
	dispose(): void;
}

/**
 * Lays out a map in a worker, which ends with it. `undefined` when cancelled; rejects when the worker fails. `tell` hears
 * how much is done, from 0 to 1.
 */
export async function layoutInWorker(
	start: () => Promise<MapPort>,
	input: MapInput,
	tell: (done: number) => void,
	cancellation: Cancellation,
): Promise<MapPlaces | undefined> {
	const port = await start();
	let listener: { dispose(): void } | undefined;
	try {
		return await new Promise<MapPlaces | undefined>((resolve, reject) => {
			if (cancellation.isCancellationRequested) return resolve(undefined);
			listener = cancellation.onCancellationRequested(() => resolve(undefined));
			port.onFailure(reject);
			port.onMessage(message => ("places" in message ? resolve(message.places) : tell(message.done)));
			port.post(input);
		});
	} finally {
		listener?.dispose();
		port.dispose();
	}
}
