// One name in the order and form that a style asks for (CSL 1.0.2, "Name-part Order", "Name").

import type { CslName } from "../item/cslItem";
import { joined, noRuns, plain, isEmpty, type Runs } from "../runs/runs";
import type { Format, NameElement, NameOptions } from "../style/tree";
import { initials } from "./initials";
import { formatted, richRuns, type Scope } from "./scope";

export interface NameForm {
	readonly name: NameElement;
	readonly options: NameOptions;
	/** The family name comes first. */
	readonly inverted: boolean;
	/** The place of the name in its list. */
	readonly index: number;
}

/** Scripts whose names and words have blanks between their parts, and the given name first. */
export const spaced =
	/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Thai}]/u;

/** A name with its particles told apart, whoever wrote them where. */
interface Parts {
	readonly family: string;
	readonly given: string;
	readonly dropping: string;
	readonly nonDropping: string;
	readonly suffix: string;
}

export function nameRuns(name: CslName, form: NameForm, scope: Scope): Runs {
	const { family: familyFormat } = form.name;
	if (name.literal !== undefined || name.family === undefined) {
		return partRuns(name.literal ?? name.given ?? "", familyFormat, scope);
	}
	const parts = partsOf(name);
	if (!spaced.test(parts.family + parts.given)) return compactName(parts, form, scope);
	return form.inverted || name["static-ordering"] === true
		? invertedName(name, parts, form, scope)
		: straightName(name, parts, form, scope);
}

function partRuns(text: string, format: Format | undefined, scope: Scope): Runs {
	const runs = text === "" ? noRuns : richRuns(scope, text);
	return format ? formatted(runs, format, scope) : runs;
}

/** Chinese, Japanese and Korean names: the family name first, without a blank. */
function compactName({ family, given }: Parts, { name, options }: NameForm, scope: Scope): Runs {
	const shown = options.form === "short" ? "" : given;
	return [...partRuns(family, name.family, scope), ...partRuns(shown, name.given, scope)];
}

function givenText({ given }: Parts, { options, index }: NameForm, { style, disambiguation }: Scope): string {
	const expanded = disambiguation?.givenNames.get(index);
	const { initializeWith, initialize = true, form } = options;
	if (form === "short" && expanded === undefined) return "";
	if (initializeWith === undefined || expanded === 2) return given;
	return initials(given, { terminator: initializeWith, shorten: initialize, hyphens: style.initializeWithHyphen });
}

function straightName(name: CslName, parts: Parts, form: NameForm, scope: Scope): Runs {
	const family = partRuns(together(parts.nonDropping, parts.family), form.name.family, scope);
	const given = givenText(parts, form, scope);
	if (form.options.form === "short" && given === "") return family;
	const written = spacedRuns([partRuns(together(given, parts.dropping), form.name.given, scope), family]);
	if (parts.suffix === "") return written;
	return [
		...written,
		...plain(name["comma-suffix"] === true || /,!/.test(name.given ?? "") ? ", " : " "),
		...richRuns(scope, parts.suffix),
	];
}

function invertedName(name: CslName, parts: Parts, form: NameForm, scope: Scope): Runs {
	const { options } = form;
	const demoted = scope.style.demoteParticle === "display-and-sort" && options.form !== "short";
	const family = partRuns(
		demoted ? parts.family : together(parts.nonDropping, parts.family),
		form.name.family,
		scope,
	);
	const given = givenText(parts, form, scope);
	if (options.form === "short" && given === "") return family;
	const particles = demoted ? together(parts.dropping, parts.nonDropping) : parts.dropping;
	const after = partRuns(together(given, particles), form.name.given, scope);
	const separator = name["static-ordering"] === true && !form.inverted ? " " : (options.sortSeparator ?? ", ");
	return joined([family, after, partRuns(parts.suffix, undefined, scope)], separator);
}

/** Two texts with a blank between them, unless the first ends with an apostrophe or a hyphen, as in `d’Alembert`. */
function together(one: string, other: string): string {
	if (one === "" || other === "") return one + other;
	return /['’\-\u2010ʻʼ\s]$/.test(one) ? one + other : `${one} ${other}`;
}

function spacedRuns([one = noRuns, other = noRuns]: readonly Runs[]): Runs {
	if (isEmpty(one) || isEmpty(other)) return [...one, ...other];
	const isTight = /['’\-\u2010ʻʼ]$/.test(one.at(-1)?.text ?? "");
	return [...one, ...plain(isTight ? "" : " "), ...other];
}

/** Particles that stand in the family or the given name are taken out of them. */
function partsOf(name: CslName): Parts {
	const { family = "" } = name;
	// `John, III` has its suffix at the end of the given name; `John,! Jr.` wants its comma shown.
	const [, given = name.given ?? "", parsedSuffix = ""] = /^([^,]*),!?\s*([^,]+)$/.exec(name.given ?? "") ?? [];
	const suffix = name.suffix ?? parsedSuffix;
	const [dropping, nonDropping] = [name["dropping-particle"] ?? "", name["non-dropping-particle"] ?? ""];
	if (dropping !== "" || nonDropping !== "") return { family, given, dropping, nonDropping, suffix };
	const quotedFamily = /^"(.*)"$/.exec(family)?.[1];
	if (quotedFamily !== undefined) return { family: quotedFamily, given, dropping, nonDropping, suffix };
	const before = /^((?:\p{Ll}[\p{Ll}'’]*[\s-]+|[dl]['’])+)(?=\S)/u.exec(family)?.[1] ?? "";
	const after = /(?:\s+\p{Ll}[\p{Ll}'’]*)+$/u.exec(given)?.[0] ?? "";
	return {
		family: family.slice(before.length),
		given: given.slice(0, given.length - after.length),
		dropping: after.trim(),
		nonDropping: before,
		suffix,
	};
}

/** The signs that part the family name from the rest of a name, and names from one another, where works are sorted. */
export const sortSeparator = "\u0001";

/** A name as it sorts: by family, then what the style demotes, then given name (CSL 1.0.2, "Name-part Order"). */
export function sortNameText(name: CslName, options: NameOptions, { style }: Scope): string {
	const { form, initializeWith, initialize = true } = options;
	if (name.literal !== undefined) return name.literal.replace(/^(?:the|an?)\s+/i, "");
	const { family, given, dropping, nonDropping, suffix } = partsOf(name);
	const kept = style.demoteParticle === "never" ? together(nonDropping, family) : family;
	if (form === "short") return kept;
	const demoted = style.demoteParticle === "never" ? dropping : together(dropping, nonDropping);
	const shown =
		initializeWith === undefined
			? given
			: initials(given, { terminator: initializeWith, shorten: initialize, hyphens: style.initializeWithHyphen });
	return [kept, demoted, shown, suffix].filter(text => text !== "").join(sortSeparator);
}
