// The shape of an unknown XML file: which element is a record, told by where its titles stand.

import { Parser } from "htmlparser2";
import { deepest, forgetInnermost } from "../../../text/markup/elements";
import { Namespaces } from "../../../text/markup/namespaces";

/** What the fields of a record are called in the many vocabularies, without prefixes, hyphens and case. */
const names = {
	title: /^(?:article|paper|document|doc|item|main|work|publication|full)?titles?(?:proper)?$/,
	abstract: /^(?:abstract|abstracttext|abstractnote|abs|summary|description|dcabstract)$/,
	authors: /^(?:authors?|creators?|authorlist|au|contributors?|namelist|authorname|authornames)$/,
	date: /^(?:year|date|pubdate|pubyear|published|publicationdate|publicationyear|issued|dateissued|coverdate|created)$/,
	doi: /^(?:doi|electronicresourcenum|digitalobjectidentifier)$/,
	pmid: /^(?:pmid|pubmedid)$/,
	arxiv: /^(?:arxiv|arxivid|eprint)$/,
	url: /^(?:url|link|uri|ee|href|weburl|fulltexturl)$/,
	venue: /^(?:journal|journaltitle|venue|source|booktitle|publication|publicationname|containertitle|fullname|sourcetitle|hosttitle|pubtitle|journalname)$/,
	keywords: /^(?:keywords?|subjects?|tags?|category|categories|topic|descriptor|kwd)$/,
} as const;

export type Field = keyof typeof names;

const fields = Object.keys(names) as readonly Field[];

/** The field that an element of this name is for. */
export function fieldOf(name: string): Field | undefined {
	const bare = name
		.replace(/^[^:]*:/, "")
		.replace(/[-_.]/g, "")
		.toLowerCase();
	return fields.find(field => names[field].test(bare));
}

/** How often elements of a name hold titles, and how far out they are. */
interface Candidate {
	count: number;
	depth: number;
}

/**
 * The names of the elements that are records: the outermost ones that are nearly as many as the titles, and those beside
 * them, as an article and a book stand in one list. A section or an issue, which holds many titles, is far fewer.
 */
export function recordNames(text: string, from: number): ReadonlySet<string> {
	const candidates = countAroundTitles(text, from);
	let most = 0;
	for (const { count } of candidates.values()) most = Math.max(most, count);
	const likely = [...candidates.values()].filter(({ count }) => count >= most * 0.4).map(({ depth }) => depth);
	const depth = most === 1 ? Math.max(...likely) : Math.min(...likely);
	return new Set([...candidates].flatMap(([name, candidate]) => (candidate.depth === depth ? [name] : [])));
}

/** For each name, how many of its elements have a title somewhere in them. The root is no candidate unless it is all. */
function countAroundTitles(text: string, from: number): ReadonlyMap<string, Candidate> {
	const found = new Map<string, Candidate>();
	const namespaces = new Namespaces();
	const open: { name: string; isCounted: boolean }[] = [];
	const onTitle = (): void => {
		for (let i = open.length - 1; i >= 0; i--) {
			const element = open[i];
			if (!element || element.isCounted) break;
			element.isCounted = true;
			if (i === 0 && open.length > 1) break;
			const known = found.get(element.name);
			if (known) known.count++;
			else found.set(element.name, { count: 1, depth: i });
		}
	};
	const parser = new Parser(
		{
			onopentag: (written, attributes) => {
				namespaces.declare(attributes);
				const name = namespaces.nameOf(written);
				if (fieldOf(name) === "title" && open.length > 0) onTitle();
				if (open.length > deepest) forgetInnermost(parser);
				else open.push({ name, isCounted: fieldOf(name) === "title" });
			},
			onclosetag: written => {
				if (open.at(-1)?.name === namespaces.nameOf(written)) open.pop();
			},
		},
		{ xmlMode: true, decodeEntities: false },
	);
	const step = 1 << 15;
	for (let at = from; at < text.length; at += step) parser.write(text.slice(at, at + step));
	parser.end();
	return found;
}
