// What is wrong in the projects of open documents: the checks of the core, over the texts that the worker has.

import { ProjectChecks } from "../../core/checks/check";
import type { FileEdit, FilePlace, LinedPlace, ShownFinding } from "../../core/checks/finding";
import { fixEdits } from "../../core/checks/fixes/fixes";
import type { CheckedProject, ProjectFacts, ShelfKnowledge } from "../../core/checks/project";
import { keepRecent } from "../../core/recent";
import { plainTitle } from "../../core/render";
import type { OpenTexts } from "../openTexts";
import type { Missing, ProjectRefs, Requests } from "../protocol";
import type { ShelfWorks } from "../shelfWorks";
import { offersOf } from "../tidying";
import { inProject, linesIn, type OpenedProject } from "./openProject";

/** Projects whose readings are kept; people write in one or two at a time. */
const mostProjects = 3;

/** More findings in one text are no help to anybody. */
const mostFindings = 1000;

export class OpenChecks {
	readonly #checks = new Map<string, ProjectChecks>();

	constructor(
		readonly texts: OpenTexts,
		readonly shelf: ShelfWorks,
	) {}

	/** What is wrong in some texts of a project. */
	check(params: Requests["checkProject"]["params"]): readonly ShownFinding[] | Missing {
		const { project: refs, facts, only, off, pattern } = params;
		return inProject(this.texts, refs, opened => {
			const options = { shelf: knowledgeOf(this.shelf, pattern), off: new Set(off) };
			const counts = new Map(only.map(uri => [uri, 0]));
			const findings = this.#checksOf(refs)
				.check(checkedProject(opened, refs, facts), options)
				.filter(({ place }) => {
					const count = counts.get(place.file);
					if (count !== undefined) counts.set(place.file, count + 1);
					return count !== undefined && count < mostFindings;
				});
			const lines = linesIn(opened);
			const lined = ({ file, range }: FilePlace) =>
				lines({ uri: file, range }).map(({ start, end }): LinedPlace => ({ file, range, start, end }));
			return findings.map((finding): ShownFinding => ({
				...finding,
				related: finding.related.flatMap(each => lined(each.place).map(place => ({ ...each, place }))),
			}));
		});
	}

	edits({ project: refs, facts, fix }: Requests["fixEdits"]["params"]): readonly FileEdit[] | Missing {
		return inProject(this.texts, refs, opened => fixEdits(checkedProject(opened, refs, facts), fix));
	}

	/** The checks that know the texts of a project already. */
	#checksOf({ sources, bibliographies }: ProjectRefs): ProjectChecks {
		const name = [sources[0], ...bibliographies].map(ref => ref?.uri ?? "").join(" ");
		const checks = this.#checks.get(name) ?? new ProjectChecks();
		keepRecent(this.#checks, name, checks, mostProjects);
		return checks;
	}
}

function checkedProject(
	{ manuscripts, bibliographies }: OpenedProject,
	{ dialect }: ProjectRefs,
	facts: ProjectFacts,
): CheckedProject {
	return {
		...facts,
		dialect,
		manuscripts: manuscripts.map(({ uri, source, citations }) => ({ file: uri, source, citations })),
		bibliographies: bibliographies.map(({ uri, bibliography }) => ({ file: uri, bibliography })),
	};
}

function knowledgeOf(shelf: ShelfWorks, pattern: string): ShelfKnowledge {
	const offers = offersOf(shelf, pattern);
	return {
		find: paper => shelf.find(paper)?.paper,
		hasNotices: shelf.list.some(({ paper }) => paper.notices !== undefined),
		offers: key => offers(key).works.map(({ paper }) => ({ id: paper.id, title: plainTitle(paper) })),
	};
}
