// A query that finds only what has all of its words, for what is followed: who follows "federated" wants no paper that is
// merely near to it.

import { stem } from "../analyzer";
import type { Query } from "./query";
import { isStop } from "./sequences";

const piece = /-?\p{L}[\p{L}\p{N}_-]*:(?:["“”„][^"“”„]*["“”„]|[^\s"“”„])+|-?["“”„][^"“”„]*["“”„]|\S+/gu;

/** The query with each plain word as a phrase of its own, which a paper must hold; fields and phrases stay as they are. */
export function strictQuery(query: string): string {
	return query.replace(piece, text => (/^-|["“”„]|^\p{L}[\p{L}\p{N}_-]*:\S/u.test(text) ? text : `"${text}"`));
}

/** The index terms of the words and phrases of a query, for marking them in texts. */
export function termsIn({ parts }: Query): readonly string[] {
	return parts.flatMap(part =>
		part.kind === "phrase"
			? part.terms.filter((_, at) => !isStop(part, at))
			: part.words.map(({ word }) => stem(word)),
	);
}

/** The values of the fields `author` and `venue` that a query asks for. */
export function namesIn({ filters }: Query): {
	readonly authors: readonly string[];
	readonly venues: readonly string[];
} {
	const values = (field: string) =>
		filters.filter(each => each.field === field && !each.isExcluded).flatMap(each => each.values);
	return { authors: values("author"), venues: values("venue") };
}
