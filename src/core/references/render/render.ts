// Rendering elements to runs (CSL 1.0.2, "Rendering Elements"): the dispatch, groups and conditions.

import { isEmpty, joined, plain, type Runs } from "../runs/runs";
import type { GroupElement, LabelElement, RenderingElement, TextElement } from "../style/tree";
import { chosenBranch } from "./conditions";
import { renderDate } from "./date";
import { renderNames } from "./names";
import { isPlural, numberForm, numericText, numericVariables } from "./numbers";
import { pageRanges } from "./pages";
import {
	formatted,
	missing,
	nothing,
	present,
	richRuns,
	termText,
	variableText,
	type Rendered,
	type Scope,
} from "./scope";

/** Renders elements one after the other; `delimiter` stands between those that are not empty. */
export function renderAll(elements: readonly RenderingElement[], scope: Scope, delimiter = ""): Rendered {
	const parts = elements.map(element => renderElement(element, scope));
	return {
		runs: joined(
			parts.map(({ runs }) => runs),
			delimiter,
		),
		called: parts.some(({ called }) => called),
		filled: parts.some(({ filled }) => filled),
	};
}

export function renderElement(element: RenderingElement, scope: Scope): Rendered {
	switch (element.kind) {
		case "text":
			return renderText(element, scope);
		case "number":
			return renderNumber(element.variable, scope, text => numberForm(text, element, scope.locale), element);
		case "label":
			return renderLabel(element, scope);
		case "group":
			return renderGroup(element, scope);
		case "date":
			return renderDate(element, scope);
		case "names":
			return renderNames(element, scope, renderElement);
		case "choose": {
			const branch = chosenBranch(element, scope);
			return branch ? renderAll(branch.children, scope) : nothing;
		}
	}
}

/** A group whose variables are all empty is empty, whatever terms it holds (CSL 1.0.2, "Group"). */
function renderGroup({ children, delimiter, format }: GroupElement, scope: Scope): Rendered {
	const inner = renderAll(children, scope, delimiter);
	if (inner.called && !inner.filled) return missing;
	const runs = formatted(inner.runs, format, scope);
	// A group that shows something is a variable with a value to the group around it.
	return isEmpty(runs) ? { ...inner, runs } : { runs, called: true, filled: true };
}

function renderText({ source, format }: TextElement, scope: Scope): Rendered {
	switch (source.kind) {
		case "value":
			return { ...nothing, runs: formatted(richRuns(scope, source.text), format, scope) };
		case "term":
			return {
				// “n.d.” says what a date would say, and stands where a group has nothing else.
				...(source.name === "no date" ? present : nothing),
				runs: formatted(plain(termText(scope, source.name, source.form, source.plural)), format, scope),
			};
		case "macro": {
			const inner = renderAll(scope.style.macros.get(source.name) ?? [], scope);
			return inner.called && !inner.filled ? missing : { ...inner, runs: formatted(inner.runs, format, scope) };
		}
		case "variable": {
			const { name, short } = source;
			if (name === "year-suffix") scope.state.suffixDone = true;
			const text = variableText(scope, name, short);
			// Works that are not told apart by a letter are no reason to leave a group out.
			if (text === undefined) return name === "year-suffix" ? nothing : missing;
			return { runs: formatted(valueRuns(name, text, scope), format, scope), called: true, filled: true };
		}
	}
}

function valueRuns(name: string, text: string, scope: Scope): Runs {
	if (name === "page" || (name === "locator" && (scope.locator?.label ?? "page") === "page"))
		return plain(pageRanges(text, scope));
	if (name === "URL" || name === "DOI") return plain(text);
	return numericVariables.has(name) ? richRuns(scope, numericText(text)) : richRuns(scope, text);
}

function renderNumber(
	variable: string,
	scope: Scope,
	write: (text: string) => string,
	{ format }: Pick<TextElement, "format">,
): Rendered {
	const text = variableText(scope, variable);
	if (text === undefined) return missing;
	const written = variable === "page" ? pageRanges(text, scope) : write(text);
	return { runs: formatted(richRuns(scope, written), format, scope), called: true, filled: true };
}

function renderLabel({ variable = "", form, plural, format }: LabelElement, scope: Scope): Rendered {
	const used = scope.state.used.length;
	const text = variableText(scope, variable);
	scope.state.used.length = used;
	if (text === undefined) return nothing;
	const name = variable === "locator" ? (scope.locator?.label ?? "page") : variable;
	const many = plural === "always" || (plural === "contextual" && isPlural(name, text));
	const label = name === "sub verbo" ? "sub-verbo" : name;
	return { ...nothing, runs: formatted(plain(termText(scope, label, form, many)), format, scope) };
}
