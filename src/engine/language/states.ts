// What the bibliographies of a project hold, in numbers.

import type { OpenTexts } from "../openTexts";
import type { BibliographyState, Missing, ProjectRefs } from "../protocol";

export function bibliographyStates(texts: OpenTexts, project: ProjectRefs): readonly BibliographyState[] | Missing {
	const missing = texts.bibliographies.missing(project.bibliographies);
	if (missing.length > 0) return { missing };
	return project.bibliographies.flatMap(ref => {
		const file = texts.bibliographies.find(ref);
		return file ? [{ uri: ref.uri, entries: file.entries.length, problems: file.problems.length }] : [];
	});
}
