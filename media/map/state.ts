// What the page remembers of itself when the editor hides it or its window is loaded again.

import type { DayRange } from "./model";

export interface PageState {
	readonly view?: { readonly x: number; readonly y: number; readonly scale: number };
	/** The paper that is looked at, by its id. */
	readonly current?: string;
	readonly topic?: string;
	readonly query: string;
	readonly range?: DayRange;
}

/** The state that was kept; what of it is not as it should be is left out. */
export function readState(kept: unknown): PageState {
	const fields = fieldsOf(kept);
	const view = fieldsOf(fields["view"]);
	const range = fieldsOf(fields["range"]);
	const [x, y, scale] = [numberIn(view, "x"), numberIn(view, "y"), numberIn(view, "scale")];
	const [from, to] = [numberIn(range, "from"), numberIn(range, "to")];
	return {
		...(x !== undefined && y !== undefined && scale !== undefined && scale > 0 && { view: { x, y, scale } }),
		...(typeof fields["current"] === "string" && { current: fields["current"] }),
		...(typeof fields["topic"] === "string" && { topic: fields["topic"] }),
		query: typeof fields["query"] === "string" ? fields["query"] : "",
		...(from !== undefined && to !== undefined && { range: { from, to } }),
	};
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function numberIn(fields: Readonly<Record<string, unknown>>, name: string): number | undefined {
	const value = fields[name];
	return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
