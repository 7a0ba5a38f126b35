// What a query asks for, to be marked in the papers that it finds.

import { stem } from "../analyzer";
import type { Query } from "./query";
import { isStop } from "./sequences";

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
