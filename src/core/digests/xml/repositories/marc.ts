// Works in MARCXML, as libraries and repositories give them by OAI-PMH. Sources: Library of Congress, "MARC 21 Format for
// Bibliographic Data"; INSPIRE's and CDS's use of the fields 024, 037 and 773.

import { childrenOf, type Element } from "../../../text/markup/elements";
import { plainOfXml } from "../../../text/markup/markup";
import { readDate } from "../../dates";
import type { Draft } from "../../draft";
import { readName } from "../../names";

/** The draft of a MARC `record`; `undefined` for what has no title statement (245). */
export function marcDraft(record: Element): Draft | undefined {
	const fields = childrenOf(record, "datafield");
	const values = (tag: string, code: string): readonly string[] =>
		fields
			.filter(({ attributes }) => attributes["tag"] === tag)
			.flatMap(field => childrenOf(field, "subfield"))
			.filter(({ attributes }) => attributes["code"] === code)
			.map(plainOfXml)
			.filter(text => text !== "");
	const [title] = values("245", "a");
	if (title === undefined) return undefined;
	const [subtitle] = values("245", "b");
	const [journal] = [...values("773", "p"), ...values("773", "t")];
	const addresses = [...values("856", "u"), ...values("FFT", "a")].filter(address => /^https?:/.test(address));
	return {
		place: record,
		title: withoutIsbd(subtitle === undefined ? title : `${withoutIsbd(title)}: ${subtitle}`),
		abstract: values("520", "a").reduce((best, text) => (text.length > best.length ? text : best), ""),
		authors: ["100", "700"].flatMap(tag => values(tag, "a")).flatMap(name => readName(withoutIsbd(name)) ?? []),
		issued: firstDate([...values("260", "c"), ...values("264", "c"), ...values("269", "c"), ...values("773", "y")]),
		type: typeOf([...values("980", "a"), ...values("655", "a")], values("502", "a").length > 0, journal),
		doi: [...values("024", "a"), ...addresses].find(text =>
			/^(?:doi:|https?:.*doi\.org\/)?10\.\d{4,9}\//i.test(text),
		),
		arxiv: [...values("037", "a"), ...values("024", "a"), ...addresses].find(text => /\barxiv[.:]/i.test(text)),
		url: addresses.find(address => !/\.(?:pdf|xml)$/i.test(address) && !/\/\/(?:dx\.)?doi\.org\//.test(address)),
		venue: journal ?? withoutIsbd(values("260", "b")[0] ?? ""),
		keywords: ["650", "653", "6531"].flatMap(tag => values(tag, "a")).map(withoutIsbd),
		links: addresses.filter(address => /\.pdf$/i.test(address)),
	};
}

/** Without the punctuation that stands between the areas of a catalogue card (ISBD): ` /`, ` :`, `,`. */
function withoutIsbd(text: string): string {
	return text.replace(/\s*[/:;,=]\s*$/, "").trim();
}

function firstDate(texts: readonly string[]): Draft["issued"] {
	return texts.map(readDate).find(date => date !== undefined);
}

function typeOf(kinds: readonly string[], isThesis: boolean, journal: string | undefined): string {
	const all = kinds.join(" ").toLowerCase();
	if (isThesis || /thesis/.test(all)) return "thesis";
	if (/conference/.test(all)) return "paper-conference";
	if (/preprint/.test(all)) return "article";
	return journal === undefined ? "document" : "article-journal";
}
