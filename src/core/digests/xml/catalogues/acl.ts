// XML of the ACL Anthology: a collection of volumes of papers. Source: ACL Anthology, "Anthology XML schema" and
// "Identifiers"; files before 2020 have one volume as their root.

import type { Name } from "../../../paper";
import { childOf, childrenOf, descendantsOf, tidyTextOf, type Element } from "../../../text/markup/elements";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { personOf } from "../persons";
import { textIn, toFormat, valueAt } from "../records";

export const aclXml = toFormat({
	name: "acl-xml",
	isOf: ({ name, names, head }) =>
		(name === "collection" && /^<collection[^>]*\sid=/.test(head) && names.has("volume")) ||
		(name === "volume" && /^<volume[^>]*\sid=["'][A-Z]\d\d["']/.test(head)),
	isRecord: (name, parent) => name === "paper" && parent === "volume",
	draftOf: ({ element, parents }) => draftOf(element, parents),
});

function draftOf(paper: Element, parents: readonly Element[]): Draft {
	const volume = parents.find(({ name }) => name === "volume");
	const meta = childOf(volume, "meta");
	const collection = parents.find(({ name }) => name === "collection");
	const id = anthologyId(collection?.attributes["id"], volume?.attributes["id"] ?? "", paper.attributes["id"] ?? "");
	const urls = childrenOf(paper, "url").map(url => addressOf(tidyTextOf(url)));
	return {
		place: paper,
		title: textIn(paper, "title"),
		abstract: textIn(paper, "abstract"),
		writtenIn: "plain",
		authors: namesIn(paper, "author") ?? namesIn(paper, "editor") ?? [],
		issued: readDate(dateIn(paper) || dateIn(meta)),
		type: /^(?:J|Q)\d\d-|\.(?:cl|tacl)-/.test(id) ? "article-journal" : "paper-conference",
		doi: valueAt(paper, "doi"),
		url: id === "" ? urls[0] : `https://aclanthology.org/${id}/`,
		venue: textIn(paper, "booktitle", "journal") || textIn(meta, "booktitle", "journal-title"),
		keywords: childrenOf(paper, "keyword").map(tidyTextOf),
		links: [...urls.map(url => ({ url, kind: "pdf" as const })), ...resourcesOf(paper)],
	};
}

/** `2020.acl-main.12`; before 2020 `P19-1012`, where the number holds the volume and is as long as the letter says. */
function anthologyId(collection: string | undefined, volume: string, paper: string): string {
	if (paper === "") return "";
	if (collection === undefined) return `${volume}-${paper.padStart(4, "0")}`;
	if (!/^[A-Z]\d\d$/.test(collection)) return `${collection}-${volume}.${paper}`;
	const isWide = /^(?:W|C69)/.test(collection) || (collection === "D19" && Number(volume) >= 5);
	return isWide
		? `${collection}-${volume.padStart(2, "0")}${paper.padStart(2, "0")}`
		: `${collection}-${volume}${paper.padStart(3, "0")}`;
}

function namesIn(paper: Element, kind: string): readonly Name[] | undefined {
	const people = childrenOf(paper, kind);
	const names = people.flatMap(person => {
		const [family, given] = [valueAt(person, "last"), valueAt(person, "first")];
		return (family === "" && given === "" ? personOf(tidyTextOf(person)) : personOf(family, given)) ?? [];
	});
	return names.length > 0 ? names : undefined;
}

/** `May` and `2006`; of `July 5–10`, the days of a conference, the month. */
function dateIn(element: Element | undefined): string {
	const month = /^\p{L}+|^\d{1,2}$/u.exec(valueAt(element, "month"))?.[0] ?? "";
	return `${valueAt(element, "year")} ${month}`.trim();
}

/** The paper as a PDF: at an address of its own, or in the Anthology under its identifier. */
function addressOf(written: string): string {
	return /^https?:/.test(written) ? written : `https://aclanthology.org/${written}.pdf`;
}

/** Code and data that the Anthology knows of (`pwccode`, `pwcdataset`), and whole addresses of attachments. */
function resourcesOf(paper: Element): NonNullable<Draft["links"]> {
	return [...descendantsOf(paper)].flatMap((element): NonNullable<Draft["links"]> => {
		const url = element.attributes["url"] ?? tidyTextOf(element);
		if (!/^https?:/.test(url)) return [];
		if (element.name === "pwccode") return [{ url, kind: "code" as const }];
		if (element.name === "pwcdataset") return [{ url, kind: "data" as const }];
		if (element.name !== "attachment") return [];
		const type = element.attributes["type"] ?? "";
		if (/software|code/i.test(type)) return [{ url, kind: "code" as const }];
		return /dataset/i.test(type) ? [{ url, kind: "data" as const }] : [url];
	});
}
