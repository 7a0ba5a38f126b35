// What a person changed of found topics: renamed, merged, split, pinned.

import type { Named } from "../naming/named";
import type { Rule } from "../table/rules";

/** A topic is known again by its terms when so many of those of before are among its own. */
const sameTerms = 0.5;

/** The topics as the rules want them. A rule that stands for nothing found changes nothing. */
export function applied(topics: readonly Named[], rules: readonly Rule[]): Named[] {
	return rules.reduce<readonly Named[]>((now, rule) => appliedTo(now, rule) ?? now, topics).slice();
}

/** `undefined` when the rule concerns none of these topics, nor any within. */
function appliedTo(topics: readonly Named[], rule: Rule): readonly Named[] | undefined {
	const meant = meantBy(topics, rule);
	if (meant.length === 0) return appliedWithin(topics, rule);
	const whole = merged(meant, rule);
	const parts = rule.isSplit && whole.branches.length > 0 ? whole.branches : [whole];
	const at = topics.findIndex(topic => meant.includes(topic));
	const rest = topics.filter(topic => !meant.includes(topic));
	return [...rest.slice(0, at), ...parts, ...rest.slice(at)];
}

function appliedWithin(topics: readonly Named[], rule: Rule): readonly Named[] | undefined {
	for (const [i, topic] of topics.entries()) {
		const branches = topic.branches.length > 0 ? appliedTo(topic.branches, rule) : undefined;
		if (branches !== undefined) return topics.with(i, { ...topic, branches });
	}
	return undefined;
}

function meantBy(topics: readonly Named[], { label, from, terms }: Rule): Named[] {
	const labels = new Set([label, ...from].map(each => each.toLowerCase()));
	const byLabel = topics.filter(topic => labels.has(topic.label.toLowerCase()));
	if (byLabel.length > 0 || terms.length === 0) return byLabel;
	const wanted = new Set(terms.map(term => term.toLowerCase()));
	const likeness = (topic: Named): number =>
		topic.terms.filter(term => wanted.has(term.toLowerCase())).length /
		Math.min(wanted.size, topic.terms.length || 1);
	const best = [...topics].sort((a, b) => likeness(b) - likeness(a))[0];
	return best !== undefined && likeness(best) >= sameTerms ? [best] : [];
}

function merged(topics: readonly Named[], { label, isPinned }: Rule): Named {
	const reasons = new Map<number, readonly string[]>();
	for (const topic of topics) {
		for (const [i, own] of topic.reasons) reasons.set(i, [...new Set([...(reasons.get(i) ?? []), ...own])]);
	}
	return {
		label,
		members: [...new Set(topics.flatMap(({ members }) => members))].sort((a, b) => a - b),
		terms: [...new Set(topics.flatMap(({ terms }) => terms))],
		reasons,
		branches: topics.flatMap(({ branches }) => branches),
		isPinned: isPinned || topics.some(topic => topic.isPinned),
	};
}
