// Where the papers of a page begin: by links to papers, by buttons below their titles, or by a structure that repeats.

import { paperAddress, unwrap, type PaperAddress } from "../addresses";
import type { PageLine, PageLink } from "../visible";
import { cleanTitle, isAround, isButton, isNames, isProse, isTitleLike, readScholarLine } from "./signs";

export interface Item {
	readonly title: string;
	/** The page of the paper, by the link on its title. */
	readonly address: PaperAddress | { readonly url: string } | undefined;
	/** Its lines, that of the title first. */
	readonly lines: readonly PageLine[];
}

/** Where a title stands among the lines. */
interface Head {
	readonly line: number;
	readonly title: string;
	readonly address?: Item["address"];
}

/** The papers of a page in their order. */
export function itemsOf(lines: readonly PageLine[], base: string | undefined): readonly Item[] {
	const links = lines.map(line => line.links.flatMap(link => readLink(link, base) ?? []));
	const linked = linkedHeads(lines, links);
	const keys = new Set(linked.flatMap(({ address }) => (address && "key" in address ? [address.key] : [])));
	const buttoned = buttonedHeads(lines, links, keys);
	const repeated = repeatedHeads(lines, links);
	const most = Math.max(buttoned.length, repeated.length);
	if (linked.length > 0 && linked.length >= most * 0.6) return cut(lines, linked);
	return cut(lines, buttoned.length >= repeated.length ? buttoned : repeated);
}

function cut(lines: readonly PageLine[], heads: readonly Head[]): readonly Item[] {
	return heads.map(({ line, title, address }, i) => {
		const next = Math.min(heads[i + 1]?.line ?? lines.length, line + mostLines);
		let end = line + 1;
		while (end < next && !isOther(lines[line], lines[end])) end++;
		return { title, address, lines: lines.slice(line, end) };
	});
}

/** Whether a line looks like a title that leads elsewhere than to a paper, as news between the papers do. */
function isOther(head: PageLine | undefined, line: PageLine | undefined): boolean {
	if (!head || !line || line.path !== head.path || line.isSoft || head.links.length === 0) return false;
	const [link] = line.links;
	return (
		link !== undefined &&
		isTitleLike(link.text) &&
		link.text.length * 5 >= line.text.length * 4 &&
		link.href !== head.links[0]?.href
	);
}

/** Lines of one paper that are looked at. */
const mostLines = 120;

interface ReadLink {
	readonly text: string;
	readonly url: string;
	readonly address: PaperAddress | undefined;
	/** Whether whoever made the link says that it leads to a paper. */
	readonly isPaper: boolean;
}

function readLink({ href, text, label }: PageLink, base: string | undefined): ReadLink | undefined {
	const url = unwrap(href, base);
	if (url === undefined) return undefined;
	const address = paperAddress(url);
	// Some sites put the whole title into the attribute and a shortened one on the page.
	const shown =
		/…$|\.\.\.$/.test(text) && label.length > text.length && label.startsWith(text.slice(0, 20)) ? label : text;
	return { text: shown, url, address, isPaper: address !== undefined || /scholar_url(?:\?|%3f)/i.test(href) };
}

/** Titles that are links to papers. */
function linkedHeads(lines: readonly PageLine[], links: readonly (readonly ReadLink[])[]): readonly Head[] {
	const heads: Head[] = [];
	for (const [i, line] of lines.entries()) {
		const found = links[i]?.find(({ isPaper, text }) => isPaper && isTitle(text, line) && isMostOf(text, line));
		if (!found) continue;
		const before = heads.at(-1);
		const title = cleanTitle(found.text);
		const address = found.address ?? { url: found.url };
		// An abstract or a picture's caption may be linked as well, and a title that is cut into two lines.
		if (before && isSameAddress(before.address, address)) {
			if (title === before.title) continue;
			if (i === before.line + 1 && line.isSoft && !isProse(title, 150)) {
				heads[heads.length - 1] = { ...before, title: `${before.title} ${title}` };
				continue;
			}
			if (before.line > i - 40) continue;
		}
		heads.push({ line: i, title, address });
	}
	return heads;
}

/** One word can be a title where the page says so. */
function isTitle(text: string, line: PageLine): boolean {
	if (isTitleLike(text)) return true;
	const isMarked = line.heading > 0 || line.hint === "title" || line.isBold;
	return isMarked && text.length <= 450 && /\p{L}{3}/u.test(text) && !isButton(text);
}

function isSameAddress(one: Item["address"], other: Item["address"]): boolean {
	const keyOf = (address: Item["address"]) => (address && "key" in address ? address.key : address?.url);
	return keyOf(one) === keyOf(other);
}

/** Whether a link is the line, or its beginning, rather than a phrase in running text. */
function isMostOf(text: string, line: PageLine): boolean {
	if (line.text.length > longestLine) return false;
	const bare = line.text.replace(/^(?:\W*\d{1,3}[.)\]]*\s+|\[\w{1,10}\]\s*)+/, "");
	if (text.length * 2 >= bare.length) return true;
	return bare.startsWith(text) && (line.heading > 0 || line.hint === "title" || text.length >= 40);
}

/** A line with a title and what belongs to it; a page without line ends is none. */
const longestLine = 5000;

/** Titles without a link, by the buttons below: `[Abstract] [PDF]`, `doi: 10.1000/182`, `Read the paper`. */
function buttonedHeads(
	lines: readonly PageLine[],
	links: readonly (readonly ReadLink[])[],
	taken: ReadonlySet<string>,
): readonly Head[] {
	const heads: Head[] = [];
	let from = 0;
	let last: string | undefined;
	for (const [i, list] of links.entries()) {
		const address = list.find(link => link.address)?.address;
		if (!address || taken.has(address.key)) continue;
		if (address.key === last) {
			from = i + 1;
			continue;
		}
		const line = titleBefore(lines, from, i);
		if (line !== undefined) {
			heads.push({ line, title: cleanTitle(lines[line]?.text ?? ""), address });
			last = address.key;
		}
		from = i + 1;
	}
	return heads;
}

/** The line of a title among those between two papers: a heading, what stands above names, the first that may be one. */
function titleBefore(lines: readonly PageLine[], from: number, to: number): number | undefined {
	const first = Math.max(from, to - mostLines);
	const candidates: number[] = [];
	for (let i = first; i <= to; i++) {
		const line = lines[i];
		if (line && isTitleLike(line.text) && !isAround(line.text) && !/\b10\.\d{4,9}\//.test(line.text))
			candidates.push(i);
	}
	const marked = candidates.filter(i => lines[i]?.hint === "title" || (lines[i]?.heading ?? 0) > 0);
	const aboveNames = candidates.filter(i => isNames(lines[i + 1]?.text ?? "") && !isNames(lines[i]?.text ?? ""));
	const plain = candidates.filter(i => !isNames(lines[i]?.text ?? "") && !isProse(lines[i]?.text ?? "", 200));
	return aboveNames.at(-1) ?? marked.at(-1) ?? plain.find(i => lines[i]?.isBold) ?? plain[0];
}

/** Titles by structure alone: lines that look the same, below which there are names, a DOI, a venue, or an abstract. */
function repeatedHeads(lines: readonly PageLine[], links: readonly (readonly ReadLink[])[]): readonly Head[] {
	const groups = new Map<string, number[]>();
	for (const [i, line] of lines.entries()) {
		const isLinked = links[i]?.some(({ text }) => text.length * 5 >= line.text.length * 4) ?? false;
		if (!(isLinked || line.heading > 0 || line.isBold || line.hint === "title") || !isTitleLike(line.text))
			continue;
		if (isAround(line.text) || isNames(line.text) || line.text.split(" ").length < 3) continue;
		const group = `${line.path} ${line.heading} ${isLinked ? "a" : ""} ${line.hint ?? ""}`;
		const members = groups.get(group);
		if (members) members.push(i);
		else groups.set(group, [i]);
	}
	let best: { readonly score: number; readonly members: readonly number[] } = { score: 0, members: [] };
	for (const members of groups.values()) {
		const score = scoreOf(lines, members);
		if (score > best.score) best = { score, members };
	}
	return withShort(lines, best.members).map(line => {
		const own = links[line]?.find(({ text }) => isTitleLike(text));
		return { line, title: cleanTitle(lines[line]?.text ?? ""), address: own && (own.address ?? { url: own.url }) };
	});
}

/** Where the page itself says what a title is, `Foreword` is one too, and one that looks like a name. */
function withShort(lines: readonly PageLine[], members: readonly number[]): readonly number[] {
	const sample = lines[members[0] ?? -1];
	if (sample?.hint !== "title" || members.length < 2) return members;
	return [...lines.keys()].filter(i => {
		const line = lines[i];
		return (
			line?.hint === "title" &&
			line.path === sample.path &&
			/\p{L}{3}/u.test(line.text) &&
			line.text.length <= 450
		);
	});
}

/** How many papers a group of lines may head; 0 when less than half of them has anything of a paper below. */
function scoreOf(lines: readonly PageLine[], members: readonly number[]): number {
	let score = 0;
	for (const [n, i] of members.entries()) {
		const below = lines.slice(i + 1, Math.min(members[n + 1] ?? lines.length, i + 15));
		const isTold = below
			.slice(0, 5)
			.some(line => isNames(line.text) || readScholarLine(line.text) !== undefined || line.hint === "authors");
		if (isTold || below.some(({ text }) => /\b10\.\d{4,9}\/\S|\barXiv:\d|\bPMID\b/.test(text))) score += 1;
		else if (below.some(line => isProse(line.text, 300))) score += 0.6;
	}
	const isEnough = members.length >= 2 ? score * 2 >= members.length : score >= 1 && members.length === 1;
	return isEnough ? score : 0;
}
