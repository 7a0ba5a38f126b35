// The entries of a bibliography (CSL 1.0.2, "Bibliography", "Whitespace", "Reference Grouping").

import { renderAll, renderElement } from "../render/render";
import { formatted, type FirstNames, type Scope } from "../render/scope";
import { isEmpty, joined, plain, type Runs } from "../runs/runs";
import type { Bibliography } from "../style/tree";
import { scopeOf, type Dress, type ListedWork } from "./works";

/** One entry's runs for each work, in the order given. A work that the style shows nothing of has an empty entry. */
export function bibliographyRuns(works: readonly ListedWork[], dress: Dress): readonly Runs[] {
	const { bibliography } = dress.style;
	if (!bibliography) return works.map(() => []);
	let previous: FirstNames | undefined;
	return works.map(work => {
		const scope = entryScope(work, bibliography, previous, dress);
		const runs = entryRuns(bibliography, scope);
		previous = scope.state.firstNames;
		return runs;
	});
}

function entryScope(
	work: ListedWork,
	bibliography: Bibliography,
	previous: FirstNames | undefined,
	dress: Dress,
): Scope {
	const scope = scopeOf(dress, work, "bibliography");
	const { subsequentAuthorSubstitute: text, substituteRule: rule } = bibliography;
	return text === undefined ? scope : { ...scope, substitute: { text, rule, ...(previous && { previous }) } };
}

/** With `second-field-align` the first field stands by itself in the margin: a blank parts it from the rest. */
function entryRuns({ layout, secondFieldAlign }: Bibliography, scope: Scope): Runs {
	const [first, ...rest] = layout.children;
	if (!secondFieldAlign || !first)
		return formatted(spacedBlocks(renderAll(layout.children, scope).runs), layout.format, scope);
	const field = renderElement(first, scope).runs;
	const body = renderAll(rest, scope).runs;
	return formatted(isEmpty(field) ? body : joined([field, body], " "), layout.format, scope);
}

/** What stands in a block of its own is parted by a blank from what is around it. */
function spacedBlocks(runs: Runs): Runs {
	return runs.flatMap((run, index) => {
		const before = runs[index - 1];
		return before && before.display !== run.display ? [...plain(" "), run] : [run];
	});
}
