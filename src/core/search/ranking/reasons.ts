// Why a paper was found: which words of the query led to which of its words, where, and how. Looks at the texts of the
// paper, so it is asked for the papers that are shown, not for all.

import type { Paper } from "../../paper";
import { exactMark, stem, tokenize } from "../analyzer";
import type { Places } from "../meaning/meaning";
import { valueWords } from "../query/fields";
import { fieldTexts } from "../words/fieldTexts";
import type { Group, Way } from "./groups";

export interface Reason {
	/** The word of the query, folded; empty for `meaning`, which is of the whole query. */
	readonly query: string;
	/** The words of the paper, as they stand there. */
	readonly words: readonly string[];
	/** `stem`: another form of the word. `meaning`: words that are near to the query, though not in it. */
	readonly way: Way | "stem" | "meaning";
	/** Where the words stand: the names of the paper's fields, or `topic`. */
	readonly fields: readonly string[];
}

/** Words that say why a paper is near a query. */
const mostNearWords = 3;
const leastNearness = 0.3;

interface Use {
	readonly surfaces: Set<string>;
	readonly fields: Set<string>;
}

export interface Asked {
	readonly groups: readonly Group[];
	readonly topic: string | undefined;
	/** The name of a term. */
	readonly term: (number: number) => string;
	/** Where the query lies, when its meaning counted. */
	readonly near: { readonly places: Places; readonly point: Float32Array } | undefined;
}

export function reasonsFor(paper: Paper, { groups, topic, term, near }: Asked): Reason[] {
	const uses = usesOf(paper, topic);
	const reasons: Reason[] = [];
	const explained = new Set<string>();
	for (const group of groups) {
		const query = group.word.replace(exactMark, "");
		for (const [number, way] of group.ways) {
			const name = term(number).replace(exactMark, "");
			const use = uses.get(name) ?? uses.get(stem(name));
			if (use === undefined || explained.has(`${query}\n${name}`)) continue;
			explained.add(`${query}\n${name}`);
			reasons.push({ query, ...shown([use]), way: way === "word" && !hasSurface(use, query) ? "stem" : way });
		}
		for (const { terms, way } of group.together) {
			const found = terms.flatMap(number => uses.get(term(number)) ?? []);
			if (found.length < terms.length) continue;
			reasons.push({ query, ...shown(found), way });
			for (const number of terms) explained.add(`${query}\n${term(number)}`);
		}
	}
	const meaning = near === undefined ? undefined : nearWords(uses, near, explained);
	return meaning === undefined ? reasons : [...reasons, meaning];
}

function hasSurface({ surfaces }: Use, query: string): boolean {
	for (const surface of surfaces) if (valueWords(surface).join("") === query.replace(/[.,]/g, "")) return true;
	return false;
}

function shown(uses: readonly Use[]): Pick<Reason, "words" | "fields"> {
	const words = new Map<string, string>();
	for (const { surfaces } of uses) {
		for (const surface of surfaces) {
			if (!words.has(surface.toLowerCase())) words.set(surface.toLowerCase(), surface);
		}
	}
	return {
		words: [...words.values()],
		fields: [...new Set(uses.flatMap(({ fields }) => [...fields]))],
	};
}

/** For each stem the words of the paper that have it, and where they stand. */
function usesOf(paper: Paper, topic: string | undefined): Map<string, Use> {
	const uses = new Map<string, Use>();
	for (const [field, text] of [...fieldTexts(paper), ["topic", topic ?? ""] as const]) {
		for (const { kind, word, start, end } of tokenize(text)) {
			if (kind === "stop" || kind === "exact") continue;
			const key = stem(word);
			const use = uses.get(key) ?? { surfaces: new Set<string>(), fields: new Set<string>() };
			use.surfaces.add(text.slice(start, end));
			use.fields.add(field);
			uses.set(key, use);
		}
	}
	return uses;
}

/** The words of a paper that lie nearest to the query, among those that no other reason names. */
function nearWords(
	uses: ReadonlyMap<string, Use>,
	{ places, point }: { readonly places: Places; readonly point: Float32Array },
	explained: ReadonlySet<string>,
): Reason | undefined {
	const named = new Set(Array.from(explained, each => each.split("\n")[1]));
	const nearest = [...uses]
		.filter(([name]) => !named.has(name))
		.map(([name, use]) => ({ name, use, nearness: places.space.nearness(name, point) }))
		.filter(({ nearness }) => nearness > leastNearness)
		.sort((a, b) => b.nearness - a.nearness || (a.name < b.name ? -1 : 1))
		.slice(0, mostNearWords);
	if (nearest.length === 0) return undefined;
	return { query: "", ...shown(nearest.map(({ use }) => use)), way: "meaning" };
}
