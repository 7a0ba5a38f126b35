// What the reading panel shows of a work's records: where it stands, and which of them gave what.

import type { Paper } from "../core/paper";
import { digestLabel, type Appearance, type ShownRecord } from "../core/render/appearances";
import type { Field } from "../core/works/merge";
import type { Work, WorkRecord } from "../core/works/works";
import type { ShelfDigest } from "./shelfWorks";

type DigestOf = (source: string) => ShelfDigest | undefined;

/** Each digest that holds a work, with its places in it. */
export function appearancesOf({ records }: Work, digest: DigestOf): readonly Appearance[] {
	return records.flatMap(record => appearanceOf(record, digest) ?? []);
}

/** The records of a work with what each gave; none when they say the same. */
export function recordsOf({ records, origins }: Work, digest: DigestOf): readonly ShownRecord[] {
	if (new Set(records.map(({ paper }) => said(paper))).size < 2) return [];
	return records.flatMap((record, index) => {
		const appearance = appearanceOf(record, digest);
		const gives = Object.entries(origins).flatMap(([field, giving]) =>
			giving.includes(index) ? [field as Field] : [],
		);
		return appearance ? [{ appearance, paper: record.paper, gives }] : [];
	});
}

function appearanceOf({ source, place, paper: { announced } }: WorkRecord, digest: DigestOf): Appearance | undefined {
	const found = digest(source);
	if (!found) return undefined;
	const { name, date, papers } = found;
	return {
		digest: digestLabel(name),
		place,
		count: papers.length,
		...(date && { date }),
		...(announced && { announced }),
	};
}

/** All that a record says of the paper; how it was announced is said with its appearance. */
function said(paper: Paper): string {
	return JSON.stringify({ ...paper, announced: undefined });
}
