// What our own records say beside CSL's variables: notices about the work, and the catalogues that gave the record.

import type { Notice, NoticeKind, RecordSource } from "../../paper";
import { readDate } from "../dates";
import { fieldsOf, objects, text, type Fields } from "./fields";

/** The gravest first. */
const noticeKinds: readonly NoticeKind[] = ["retraction", "withdrawal", "concern", "correction"];

/** Notices that are kept of one work. */
const mostNotices = 20;

/** Catalogues that are kept of one record. */
const mostCatalogues = 20;

/** The notices of an item: our own of `custom.notices`, else what CSL's `status` says (CSL 1.0.2, Appendix IV). */
export function noticesOf(item: Fields): readonly Notice[] {
	const told = objects(fieldsOf(item["custom"])["notices"]).flatMap(notice => noticeOf(notice) ?? []);
	const found = told.length > 0 ? told : /^retracted$/i.test(text(item["status"])) ? retracted : [];
	return inGravity(found).slice(0, mostNotices);
}

const retracted: readonly Notice[] = [{ kind: "retraction" }];

/** Notices, retractions before corrections. */
export function inGravity(notices: readonly Notice[]): readonly Notice[] {
	return [...notices].sort((a, b) => noticeKinds.indexOf(a.kind) - noticeKinds.indexOf(b.kind));
}

function noticeOf(notice: Fields): Notice | undefined {
	const kind = noticeKinds.find(one => one === notice["kind"]);
	if (kind === undefined) return undefined;
	const [doi, pmid, where] = ["DOI", "PMID", "where"].map(name => text(notice[name]));
	return { kind, ...(doi && { doi }), ...(pmid && { pmid }), ...(where && { where }) };
}

/** Where the record was looked up; `undefined` for one that a person wrote. */
export function recordFromOf(item: Fields): RecordSource | undefined {
	const custom = fieldsOf(item["custom"]);
	const given = Object.values(fieldsOf(custom["fieldSources"])).flatMap(names => text(names).split(/,\s*/));
	const catalogues = [...new Set(given)].filter(name => /^[a-z]{1,30}$/.test(name)).slice(0, mostCatalogues);
	const asOf = readDate(text(custom["asOf"]));
	return catalogues.length === 0 ? undefined : { catalogues: catalogues.sort(), ...(asOf && { asOf }) };
}
