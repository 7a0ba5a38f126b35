// The person's own topics among those that were found: renamed, merged, with the papers that the person puts there.

import type { TopicRule, TopicRules } from "../../core/ownTopics";
import type { Paper } from "../../core/paper";
import { TableMatcher } from "../../core/topics/tableTopics";
import type { Topic } from "../../core/topics/topics";
import { wordsOf } from "../../core/topics/words";

/** A word that a person gives is enough even when only the abstract says it, once. */
const givenWeight = 4;

/** A topic is known again by its terms when so many of those of before are among its own. */
const sameTerms = 0.5;

/** `search` gives the ids of the papers that a query finds with all its words. */
export function withOwnTopics(
	found: readonly Topic[],
	papers: readonly Paper[],
	{ rules, search }: { readonly rules: TopicRules; readonly search: (query: string) => Iterable<string> },
): readonly Topic[] {
	let topics = found;
	for (const [label, rule] of Object.entries(rules)) topics = merged(topics, label, rule);
	for (const [label, rule] of Object.entries(rules)) topics = claimed(topics, papers, { label, rule, search });
	const isPinned = ({ label }: Topic): boolean => Object.hasOwn(rules, label) && rules[label]?.isPinned === true;
	const kept = topics.filter(topic => topic.papers.length > 0);
	return [...kept.filter(isPinned), ...kept.filter(topic => !isPinned(topic))];
}

function merged(topics: readonly Topic[], label: string, { from = [], terms = [] }: TopicRule): readonly Topic[] {
	const labels = new Set([label, ...from].map(each => each.toLowerCase()));
	const byLabel = topics.filter(topic => labels.has(topic.label.toLowerCase()));
	const meant = byLabel.length > 0 ? byLabel : known(topics, terms);
	const [first] = meant;
	if (!first) return topics;
	const papers = [...new Map(meant.flatMap(topic => topic.papers.map(paper => [paper.id, paper]))).values()];
	const whole: Topic = {
		label,
		terms: [...new Set(meant.flatMap(topic => topic.terms))],
		papers,
		reasons: Object.assign({}, ...meant.map(({ reasons }) => reasons)) as Topic["reasons"],
	};
	return topics.flatMap(topic => (topic === first ? [whole] : meant.includes(topic) ? [] : [topic]));
}

function known(topics: readonly Topic[], terms: readonly string[]): readonly Topic[] {
	if (terms.length === 0) return [];
	const wanted = new Set(terms.map(term => term.toLowerCase()));
	const likeness = (topic: Topic): number =>
		topic.terms.filter(term => wanted.has(term.toLowerCase())).length / Math.max(1, wanted.size);
	const best = [...topics].sort((a, b) => likeness(b) - likeness(a)).at(0);
	return best && likeness(best) >= sameTerms ? [best] : [];
}

/** Papers that the person puts into a topic are in no other one. */
function claimed(
	topics: readonly Topic[],
	papers: readonly Paper[],
	{ label, rule, search }: { label: string; rule: TopicRule; search: (query: string) => Iterable<string> },
): readonly Topic[] {
	const { words = [], query, papers: named = [] } = rule;
	const matcher = new TableMatcher({ [label]: Object.fromEntries(words.map(word => [word, givenWeight])) });
	const reasons = new Map<string, readonly string[]>();
	if (words.length > 0) {
		for (const paper of papers) {
			const [fit] = matcher.fits(wordsOf(paper));
			if (fit)
				reasons.set(
					paper.id,
					fit.terms.map(({ term }) => term),
				);
		}
	}
	for (const id of query === undefined ? [] : search(query)) if (!reasons.has(id)) reasons.set(id, [query ?? ""]);
	for (const id of named) if (!reasons.has(id)) reasons.set(id, []);
	const own = papers.filter(({ id }) => reasons.has(id));
	if (own.length === 0) return topics;
	const others = topics.map(topic =>
		topic.label === label ? topic : { ...topic, papers: topic.papers.filter(({ id }) => !reasons.has(id)) },
	);
	const before = others.find(topic => topic.label === label);
	const all = new Set([...(before?.papers ?? []), ...own]);
	const topic: Topic = {
		label,
		terms: [...new Set([...(before?.terms ?? []), ...words, ...(query === undefined ? [] : [query])])],
		papers: papers.filter(paper => all.has(paper)),
		reasons: { ...before?.reasons, ...Object.fromEntries(reasons) },
	};
	return before ? others.map(each => (each === before ? topic : each)) : [topic, ...others];
}
