// What topics are, and what may be said of them beforehand. Everything is plain data that survives structured cloning.

import type { Paper } from "../paper";

export interface Topic {
	/** In sentence case, distinct from the labels of all other topics. */
	readonly label: string;
	/** The terms that made the topic, the strongest first. */
	readonly terms: string[];
	/** In the order in which they were given. */
	readonly papers: Paper[];
	/** By paper id, the terms that put the paper here, the strongest first. */
	readonly reasons: Readonly<Record<string, readonly string[]>>;
	/** On a large shelf, what a large topic divides into: every paper of the topic is in one. */
	readonly subtopics?: readonly Topic[];
	/** A person said that it shall stand first. */
	readonly isPinned?: true;
}

/** Weights by word or phrase. Weight 3: alone enough in a title or said often; 2: strong; 1: together with others. */
export type TopicWords = Readonly<Record<string, number>>;

/** Weights by word or phrase, by the label of the topic. */
export type TopicTable = Readonly<Record<string, TopicWords>>;

/** What a person says of a topic; it is called by the name under which this stands. */
export interface TopicRule {
	/** Papers with these words or phrases belong here. */
	readonly words?: readonly string[] | TopicWords;
	/** Papers that a search for this finds with all its words belong here. */
	readonly query?: string;
	/** Papers that belong here whatever they say, by id. */
	readonly papers?: readonly string[];
	/** Labels of found topics that this stands for: one is renamed, several are merged. */
	readonly from?: readonly string[];
	/** Terms of those topics at that time, by which they are known again under other labels. */
	readonly terms?: readonly string[];
	/** Its subtopics stand in its place. */
	readonly isSplit?: boolean;
	/** It stands before others. */
	readonly isPinned?: boolean;
}

/** A query, words, words with weights, or more. */
export type TopicDefinition = string | readonly string[] | TopicWords | TopicRule;

/** A topic as it was, to be kept and given back: what later topics are matched to. */
export interface EarlierTopic {
	readonly label: string;
	readonly terms: readonly string[];
	/** Of its papers. */
	readonly ids: readonly string[];
	readonly subtopics?: readonly EarlierTopic[];
}

export interface TopicOptions {
	/** A person's topics by name; these take papers first. */
	readonly table?: Readonly<Record<string, TopicDefinition>>;
	/** Topics to look for when most papers are of their field; default the reviewed ones, or none when there is a table. */
	readonly seeds?: TopicTable;
	/** The topics of before, from `rememberTopics`: papers stay where they were and labels as they were, as far as sensible. */
	readonly previous?: readonly EarlierTopic[];
	/** The ids of the papers that a query finds with all its words; without it, the papers are indexed when a rule asks. */
	readonly search?: (query: string) => Iterable<string>;
}

/** What is to be kept of topics so that later ones are like them. */
export function rememberTopics(topics: readonly Topic[]): EarlierTopic[] {
	return topics.map(({ label, terms, papers, subtopics }) => ({
		label,
		terms,
		ids: papers.map(({ id }) => id),
		...(subtopics && { subtopics: rememberTopics(subtopics) }),
	}));
}
