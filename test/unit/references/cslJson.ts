// CSL-JSON as the items of the core, for tests against other processors, which read CSL-JSON.

import type { CslDate, CslItem, CslName } from "../../../src/core/references/item/cslItem";

export type JsonItem = Readonly<Record<string, unknown>>;

interface JsonDate {
	readonly "date-parts"?: readonly (readonly (number | string)[])[];
	readonly season?: number | string;
	readonly circa?: boolean | number | string;
	readonly literal?: string;
	readonly raw?: string;
}

/** An item with the mark-up of CSL-JSON in its texts. */
export function itemOf(json: JsonItem): CslItem {
	const texts = new Map<string, string>();
	const names = new Map<string, readonly CslName[]>();
	const dates = new Map<string, CslDate>();
	for (const [key, value] of Object.entries(json)) {
		if (Array.isArray(value)) names.set(key, value as readonly CslName[]);
		else if (typeof value === "object" && value !== null) {
			const date = dateOf(value);
			if (date) dates.set(key, date);
		} else if (
			key !== "id" &&
			key !== "type" &&
			(typeof value === "number" || (typeof value === "string" && value !== ""))
		)
			texts.set(key, String(value));
	}
	return { id: String(json["id"]), type: String(json["type"]), rich: true, texts, names, dates };
}

function dateOf(value: JsonDate): CslDate | undefined {
	const parts = (value["date-parts"] ?? rawParts(value.raw)).map(date =>
		date.map(Number).filter(part => !Number.isNaN(part)),
	);
	const isEmpty =
		value.raw === "" ||
		(parts.every(date => date.length === 0) && value.literal === undefined && value.season === undefined);
	if (isEmpty && (value.raw ?? "") === "") return undefined;
	return {
		parts,
		...(value.season !== undefined && { season: Number(value.season) }),
		...(value.circa !== undefined && Number(value.circa) !== 0 && { circa: true }),
		...(value.literal !== undefined && { literal: value.literal }),
		...(parts.length === 0 && value.raw !== undefined && value.literal === undefined && { literal: value.raw }),
	};
}

function rawParts(raw: string | undefined): readonly (readonly number[])[] {
	if (raw === undefined || !/^\d{4}(-\d\d?)?(-\d\d?)?(\/\d{4}(-\d\d?)?(-\d\d?)?)?$/.test(raw)) return [];
	return raw.split("/").map(date => date.split("-").map(Number));
}
