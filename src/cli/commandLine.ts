// What is asked of the command line.

import { isRule, levels, rules, wantedLevels, type Level, type RuleCode, type Wanted } from "../core/checks/rules";

const formats = ["text", "json", "github"] as const;

export type Format = (typeof formats)[number];

export interface CheckCommand {
	readonly kind: "check";
	/** Files and folders. */
	readonly paths: readonly string[];
	readonly format: Format;
	/** Findings below this level are not told of. */
	readonly severity: Level;
	/** Findings of this level or above make the exit code 1; `never` none. */
	readonly failOn: Level | "never";
	readonly rules: Readonly<Partial<Record<RuleCode, Wanted>>>;
	/** A bibliography for documents that declare none. */
	readonly bibliography: string | undefined;
	/** Names of LaTeX commands that cite. */
	readonly citingCommands: readonly string[];
}

export type Command =
	| CheckCommand
	| { readonly kind: "help" }
	| { readonly kind: "version" }
	| { readonly kind: "wrong"; readonly why: string };

export const help = `Usage: citeshelf check [options] [files or folders…]

Checks the citations of manuscripts (LaTeX, Markdown, Quarto, R Markdown, MyST, Typst, reStructuredText, AsciiDoc,
Org, notebooks) and the bibliographies that they read (.bib, CSL-JSON, CSL-YAML, Hayagriva). A folder is searched for
both; without a path, the present one. Reads files alone: nothing is changed, and nothing is sent anywhere.

Options:
  --format FORMAT          text (default), json, or github (annotations of a workflow)
  --severity LEVEL         tell of findings of this level or above: error, warning, information (default), hint
  --fail-on LEVEL          exit with 1 for findings of this level or above: error, warning (default), information,
                           hint, never
  --rule RULE=LEVEL        another level for a rule: auto, error, warning, information, hint, off; may be repeated
  --bibliography FILE      the bibliography of documents that declare none and have none, or several, near them
  --citing-command NAME    a LaTeX command of your own that cites; may be repeated
  --help, --version

Exit codes: 0 nothing was found at the level of --fail-on; 1 something was; 2 wrong usage, or a file that cannot be read.

Rules:
${rules.map(({ code, level, summary }) => `  ${code.padEnd(22)} ${level.padEnd(12)} ${summary}`).join("\n")}
`;

interface Draft {
	paths: string[];
	format: Format;
	severity: Level;
	failOn: Level | "never";
	rules: Partial<Record<RuleCode, Wanted>>;
	bibliography: string | undefined;
	citingCommands: string[];
}

/** Reads arguments, those behind the name of the program. */
export function readArguments(given: readonly string[]): Command {
	const [command, ...rest] = given;
	if (given.includes("--help") || given.includes("-h") || command === "help") return { kind: "help" };
	if (given.includes("--version") || command === "version") return { kind: "version" };
	if (command === undefined) return { kind: "wrong", why: "A command was expected: check." };
	if (command !== "check") return { kind: "wrong", why: `There is no command “${command}”; “check” is one.` };
	const draft: Draft = {
		...{ paths: [], format: "text", severity: "information", failOn: "warning" },
		...{ rules: {}, bibliography: undefined, citingCommands: [] },
	};
	let isOver = false;
	for (let i = 0; i < rest.length; i++) {
		const word = rest[i] ?? "";
		if (isOver || !word.startsWith("-") || word === "-") draft.paths.push(word);
		else if (word === "--") isOver = true;
		else {
			const [name = "", joined] = /^(--[^=]+)(?:=([^]*))?$/.exec(word)?.slice(1) ?? [word];
			const value = joined ?? rest[++i];
			const why = takeOption(draft, name, value);
			if (why !== undefined) return { kind: "wrong", why };
		}
	}
	return { kind: "check", ...draft };
}

/** Takes an option; tells what is wrong with it. */
function takeOption(draft: Draft, name: string, value: string | undefined): string | undefined {
	const options: Readonly<Record<string, (text: string) => string | undefined>> = {
		"--format": text => oneOf(formats, text, found => (draft.format = found)),
		"--severity": text => oneOf(levels, text, found => (draft.severity = found)),
		"--fail-on": text => oneOf([...levels, "never"] as const, text, found => (draft.failOn = found)),
		"--rule": text => takeRule(draft, text),
		"--bibliography": text => void (draft.bibliography = text),
		"--citing-command": text => void draft.citingCommands.push(text.replace(/^\\/, "")),
	};
	const take = Object.hasOwn(options, name) ? options[name] : undefined;
	if (!take) return `There is no option “${name}”.`;
	if (value === undefined) return `“${name}” needs a value.`;
	const why = take(value);
	return why === undefined ? undefined : `${name}: ${why}`;
}

function takeRule(draft: Draft, text: string): string | undefined {
	for (const part of text.split(",")) {
		const [code = "", wanted = ""] = part.split("=").map(word => word.trim());
		if (!isRule(code)) return `There is no rule “${code}”.`;
		const why = oneOf(wantedLevels, wanted, found => (draft.rules[code] = found));
		if (why !== undefined) return why;
	}
	return undefined;
}

function oneOf<T extends string>(all: readonly T[], text: string, take: (found: T) => void): string | undefined {
	const found = all.find(one => one === text);
	if (found === undefined) return `“${text}” is none of ${all.join(", ")}.`;
	take(found);
	return undefined;
}
