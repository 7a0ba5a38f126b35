// The table of rules: what the settings, the documentation and the command line say of them follows from it.

/** How grave a finding is. */
export type Level = "error" | "warning" | "information" | "hint";

/** What a person wants of a rule: `auto` is its own level, which may depend on the case. */
export type Wanted = Level | "off" | "auto";

interface Row {
	/** What `auto` comes to, where the case is neither milder nor worse. */
	readonly level: Level | "off";
	/** One line for a person. */
	readonly summary: string;
}

const table = {
	"undefined-key": row("warning", "A citation has a key that is in none of the document's bibliographies."),
	"key-case": row("warning", "A citation differs from the key of its entry in capitals alone."),
	"missing-bibliography": row("warning", "A bibliography is declared and is not there, or cannot be read."),
	"no-bibliography": row("information", "A document cites, and no bibliography was found for it."),
	"duplicate-key": row("error", "Two entries that a document reads have the same key."),
	"same-work": row("warning", "Two entries that a document reads are the same work under two keys."),
	"missing-field": row("warning", "An entry lacks a field that its type requires."),
	"duplicate-field": row("warning", "An entry has a field twice."),
	"unknown-type": row("information", "The type of an entry is neither BibTeX's nor biblatex's."),
	"undefined-string": row("warning", "A value is the name of a @string that is not defined."),
	"bad-crossref": row(
		"warning",
		"An entry takes fields of an entry that is not there, or stands in the wrong place.",
	),
	"bad-doi": row("warning", "A DOI is not written as one."),
	"bad-date": row("warning", "A year, month or date is none."),
	"bad-pages": row("information", "Pages are not a page or a range of pages."),
	"bad-name": row("warning", "Names of people are not parted as BibTeX wants them."),
	"bad-isbn": row("warning", "An ISBN or ISSN has a wrong check digit or a wrong length."),
	syntax: row("error", "A bibliography cannot be read in part: a brace, a quotation mark or a comma is lost."),
	"published-preprint": row("information", "An entry is a preprint of which the published version is known."),
	"retracted-work": row("warning", "An entry is a work that was retracted or withdrawn, or of which a notice warns."),
	"non-ascii": row("information", "An entry has letters that classic BibTeX sorts and shortens wrongly."),
	"unused-entry": row("off", "Nothing cites an entry."),
} as const satisfies Record<string, Row>;

function row(level: Level | "off", summary: string): Row {
	return { level, summary };
}

export type RuleCode = keyof typeof table;

export interface Rule extends Row {
	readonly code: RuleCode;
}

/** All rules, in the order in which they are told of. */
export const rules: readonly Rule[] = Object.entries(table).map(([code, { level, summary }]) => ({
	code: code as RuleCode,
	level,
	summary,
}));

export const levels: readonly Level[] = ["error", "warning", "information", "hint"];

export const wantedLevels: readonly Wanted[] = ["auto", ...levels, "off"];

/** What is wanted of each rule; what is not named is `auto`. */
export type RuleSettings = Readonly<Partial<Record<RuleCode, Wanted>>>;

/** The level of a finding of a rule, whose case may have its own. */
export function levelOf(code: RuleCode, own: Level | undefined, settings: RuleSettings): Level | "off" {
	const wanted = settings[code] ?? "auto";
	if (wanted !== "auto") return wanted;
	const { level } = table[code];
	return level === "off" ? "off" : (own ?? level);
}

export function isRule(code: string): code is RuleCode {
	return Object.hasOwn(table, code);
}

/** Where a rule is explained. */
export function documentationOf(code: RuleCode): string {
	return `https://github.com/citeshelf/citeshelf/blob/main/docs/checks.md#${code}`;
}

/** What a person has set, without what is no rule and no level. */
export function ruleSettings(given: Readonly<Record<string, unknown>>): RuleSettings {
	const settings: Partial<Record<RuleCode, Wanted>> = {};
	for (const [code, wanted] of Object.entries(given)) {
		const level = wantedLevels.find(one => one === wanted);
		if (isRule(code) && level !== undefined) settings[code] = level;
	}
	return settings;
}
