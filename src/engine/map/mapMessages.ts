// Between the editor's thread and the worker that lays out the map: what to lay out, how far it is, and the places.

import type { MapInput, MapPlaces } from "../../core/map/layout";

export type ToMapWorker = MapInput;

export type FromMapWorker = { readonly done: number } | { readonly places: MapPlaces };
