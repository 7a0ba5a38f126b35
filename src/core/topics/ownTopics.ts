// A person's own topics, as they stand in the setting `citeshelf.topics`: read into rules, and changed by commands. Anything
// may stand in a setting: what is not understood says nothing.

import type { TopicRule } from "./topic";

/** A rule as the setting has it: its words have no weights. */
interface OwnRule extends TopicRule {
	readonly words?: readonly string[];
}

/** By the names of the topics. */
export type TopicRules = Readonly<Record<string, OwnRule>>;

/** How a topic looks in the tree. */
export interface TopicLook {
	/** The id of a theme's colour, as in `charts.blue`. */
	readonly color?: string;
	/** The name of a codicon. */
	readonly icon?: string;
}

/** The setting as it is stored. */
export type TopicSetting = Readonly<Record<string, unknown>>;

/** Values of the setting to be changed; `undefined` takes one away. */
export type TopicChanges = Readonly<Record<string, object | undefined>>;

/** A topic of the tree, as commands know it. */
export interface KnownTopic {
	readonly label: string;
	readonly terms: readonly string[];
}

const queryMark = /^\s*query\s*:\s*/i;

/** The rules of the setting, by the names of the topics. */
export function topicRules(setting: TopicSetting): TopicRules {
	const rules = Object.keys(setting).map(name => [name.trim(), ruleOf(setting, name)] as const);
	return Object.fromEntries(rules.filter(([name]) => name !== ""));
}

/** Words apart by commas, `query: …`, a list of words, or an object with the fields of a rule. */
function ruleOf(setting: TopicSetting, name: string): OwnRule {
	const value = Object.hasOwn(setting, name) ? setting[name] : undefined;
	if (typeof value === "string") {
		const query = queryMark.test(value) ? value.replace(queryMark, "").trim() : undefined;
		return query === undefined ? withWords(value) : query === "" ? {} : { query };
	}
	if (Array.isArray(value)) return withWords(value);
	if (!isRecord(value)) return {};
	const { query, isSplit, isPinned } = value;
	const lists = (["papers", "from", "terms"] as const).map(field => [field, strings(value[field])] as const);
	return {
		...withWords(value["words"]),
		...(typeof query === "string" && query.trim() !== "" && { query: query.replace(queryMark, "").trim() }),
		...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
		...(isSplit === true && { isSplit }),
		...(isPinned === true && { isPinned }),
	};
}

function withWords(value: unknown): Pick<OwnRule, "words"> {
	const words = (typeof value === "string" ? value.split(",") : strings(value)).map(word => word.trim());
	const said = words.filter(word => word !== "");
	return said.length === 0 ? {} : { words: [...new Set(said)] };
}

function strings(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(each => typeof each === "string") : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The colour and the icon of a topic; ids of anything else are left out. */
export function topicLook(setting: TopicSetting, label: string): TopicLook {
	const value = Object.hasOwn(setting, label) ? setting[label] : undefined;
	if (!isRecord(value)) return {};
	const { color, icon } = value;
	return {
		...(typeof color === "string" && /^[\w.-]+$/.test(color) && { color }),
		...(typeof icon === "string" && /^[\w-]+$/.test(icon) && { icon }),
	};
}

/** A topic gets another name, which stays with it when its words change. Under a name that is taken both become one. */
export function renamed(setting: TopicSetting, topic: KnownTopic, name: string): TopicChanges {
	return name === topic.label ? {} : merged(setting, topic, { label: name, terms: [] });
}

/** A topic and its papers become part of another one. */
export function merged(setting: TopicSetting, topic: KnownTopic, into: KnownTopic): TopicChanges {
	if (topic.label === into.label) return {};
	const [own, other] = [ruleOf(setting, topic.label), ruleOf(setting, into.label)];
	const isFound = (rule: OwnRule): boolean => rule.words === undefined && rule.query === undefined;
	const from = [...(other.from ?? []), ...(own.from ?? []), ...(isFound(own) ? [topic.label] : [])];
	const words = union(other.words, own.words);
	const rule = {
		...topicLook(setting, topic.label),
		...topicLook(setting, into.label),
		...own,
		...other,
		...(words.length > 0 && { words }),
		from: union(from, []).filter(label => label !== into.label),
		terms: union(union(other.terms, into.terms), union(own.terms, topic.terms)),
		papers: union(other.papers, own.papers),
	};
	return { [topic.label]: undefined, [into.label]: withoutEmpty(rule) };
}

/** A topic stands before the others, or no longer. */
export function pinned(setting: TopicSetting, topic: KnownTopic, isPinned: boolean): TopicChanges {
	return withField(setting, topic, "isPinned", isPinned || undefined);
}

/** A topic gets a theme's colour by its id, or has none any more. */
export function coloured(setting: TopicSetting, topic: KnownTopic, color: string | undefined): TopicChanges {
	return withField(setting, topic, "color", color);
}

/** `undefined` takes the field away, and a rule that says nothing more with it. */
function withField(
	setting: TopicSetting,
	{ label }: KnownTopic,
	field: keyof TopicRule | keyof TopicLook,
	value: unknown,
): TopicChanges {
	const others = Object.entries({ ...topicLook(setting, label), ...ruleOf(setting, label) });
	const entries = [...others.filter(([name]) => name !== field), ...(value === undefined ? [] : [[field, value]])];
	return { [label]: entries.length === 0 ? undefined : (Object.fromEntries(entries) as object) };
}

/** A topic gives way to the ones that it was made of: those that were merged, else those that are found within it. */
export function split(setting: TopicSetting, topic: KnownTopic): TopicChanges {
	const rule = ruleOf(setting, topic.label);
	if ((rule.from ?? []).length > 1) return { [topic.label]: undefined };
	return { [topic.label]: withoutEmpty({ ...topicLook(setting, topic.label), ...rule, isSplit: true }) };
}

/** Papers belong to a topic whatever they say, and to no other one of the person's by name. */
export function moved(setting: TopicSetting, ids: readonly string[], to: string): TopicChanges {
	const isMoved = new Set(ids);
	const left = Object.keys(setting).flatMap(name => {
		const { papers = [], ...rule } = ruleOf(setting, name);
		if (name === to || !papers.some(id => isMoved.has(id))) return [];
		const rest = withoutEmpty({
			...topicLook(setting, name),
			...rule,
			papers: papers.filter(id => !isMoved.has(id)),
		});
		return [[name, Object.keys(rest).length === 0 ? undefined : rest] as const];
	});
	const rule = ruleOf(setting, to);
	const own = withoutEmpty({ ...topicLook(setting, to), ...rule, papers: union(rule.papers, ids) });
	return { ...Object.fromEntries(left), [to]: own };
}

function union(a: readonly string[] = [], b: readonly string[] = []): readonly string[] {
	return [...new Set([...a, ...b])];
}

function withoutEmpty(rule: object): object {
	return Object.fromEntries(Object.entries(rule).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}
