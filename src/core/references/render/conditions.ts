// Which branch of a `choose` applies (CSL 1.0.2, "Choose").

import type { Branch, ChooseElement, Condition } from "../style/tree";
import { isNumeric } from "./numbers";
import { hasVariable, variableText, type Scope } from "./scope";

/** The first branch whose conditions hold. */
export function chosenBranch({ branches }: ChooseElement, scope: Scope): Branch | undefined {
	return branches.find(({ match, conditions }) => {
		switch (match) {
			case "otherwise":
				return true;
			case "any":
				return conditions.some(condition => holds(condition, scope));
			case "none":
				return !conditions.some(condition => holds(condition, scope));
			case "all":
				return conditions.every(condition => holds(condition, scope));
		}
	});
}

function holds({ kind, value }: Condition, scope: Scope): boolean {
	switch (kind) {
		case "type":
			return scope.item.type === value;
		case "variable":
			return hasVariable(scope, value);
		case "is-numeric": {
			const used = scope.state.used.length;
			const text = variableText(scope, value);
			scope.state.used.length = used;
			return text !== undefined && isNumeric(text);
		}
		case "is-uncertain-date":
			return scope.item.dates.get(value)?.circa === true;
		case "locator":
			return (
				scope.locator !== undefined &&
				(scope.locator.label ?? "page").replace(" ", "-") === value.replace(" ", "-")
			);
		case "position":
			// Each citation is formatted by itself, as the first one of its works.
			return scope.area === "citation" && value === "first";
		case "disambiguate":
			return (value === "true") === (scope.disambiguation?.condition === true);
	}
}
