// A .bib file as an outline, in pages: entries and strings, folds, links, and what selections grow to.

import { linksOf } from "../../core/navigation/bibtex/links";
import { foldsOf, outlineOf, selectionsAt } from "../../core/navigation/bibtex/outline";
import type { OpenTexts } from "../openTexts";
import type { ProjectRefs } from "../protocol";
import type { NavigationRequests, Page } from "./navigationRequests";
import { inProject, linesOf } from "./openProject";

type Answer<M extends keyof NavigationRequests> = NavigationRequests[M]["answer"];

export function outlinePage(texts: OpenTexts, { project, start, count }: Page): Answer<"outline"> {
	return inProject(texts, project, ({ document }) => {
		if (!document?.bibliography) return [];
		const lines = linesOf(document.bibliography);
		const items = outlineOf(document.bibliography).slice(start, start + count);
		return items.map(({ name, detail, type, range, nameRange }) => ({
			...{ name, detail, type, nameAt: lines(nameRange) },
			...lines(range),
		}));
	});
}

export function linksPage(texts: OpenTexts, { project, start, count }: Page): Answer<"links"> {
	return inProject(texts, project, ({ document }) => {
		if (!document?.bibliography) return [];
		const lines = linesOf(document.bibliography);
		const links = linksOf(document.bibliography).slice(start, start + count);
		return links.map(({ kind, target, range }) => ({ kind, target, ...lines(range) }));
	});
}

/** What has several lines. */
export function folds(texts: OpenTexts, project: ProjectRefs): Answer<"folds"> {
	return inProject(texts, project, ({ document }) => {
		if (!document?.bibliography) return new Uint32Array();
		const lines = linesOf(document.bibliography);
		const numbers = foldsOf(document.bibliography).flatMap(({ range, kind }) => {
			const { start, end } = lines(range);
			return start.line === end.line ? [] : [start.line, end.line, kind === "comment" ? 1 : 0];
		});
		return Uint32Array.from(numbers);
	});
}

export function selections(
	texts: OpenTexts,
	{ project, offsets }: NavigationRequests["selections"]["params"],
): Answer<"selections"> {
	return inProject(texts, project, ({ document }) => {
		const { bibliography } = document ?? {};
		return offsets.map(offset => (bibliography ? selectionsAt(bibliography, offset) : []));
	});
}
