// Entries of works of which the shelf knows that they were retracted, withdrawn or warned of.

import type { NoticeKind } from "../../paper";
import { englishLabels } from "../../render/labels";
import { noticeText } from "../../render/recordWords";
import type { Finding } from "../finding";
import type { ShelfKnowledge } from "../project";
import { placeOf, type PlacedEntry } from "./entries";

/** A correction makes a work no worse. */
const grave: ReadonlySet<NoticeKind> = new Set<NoticeKind>(["retraction", "withdrawal", "concern"]);

export function noticeFindings(
	entries: readonly PlacedEntry[],
	shelf: ShelfKnowledge,
	{ isCited }: { readonly isCited: (entry: PlacedEntry) => boolean },
): readonly Finding[] {
	if (shelf.hasNotices !== true) return [];
	return entries.flatMap((entry): readonly Finding[] => {
		if (entry.nth > 0) return [];
		const notice = shelf.find(entry.paper)?.notices?.find(({ kind }) => grave.has(kind));
		if (!notice) return [];
		const said = { code: "retracted-work", message: "retracted-shelf" } as const;
		const severity = isCited(entry) ? {} : { severity: "information" as const };
		const args = [noticeText(notice, englishLabels)];
		return [{ ...said, ...severity, args, place: placeOf(entry), related: [], fixes: [] }];
	});
}
