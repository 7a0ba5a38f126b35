// What is wrong in the projects of open documents: the checks of the core, over the texts that the worker has.

import { ProjectChecks } from "../../core/checks/check";
import type { FileEdit, FilePlace, LinedPlace, ShownFinding } from "../../core/checks/finding";
import { fixEdits } from "../../core/checks/fixes/fixes";
import type { CheckedProject, ProjectFacts, ShelfKnowledge } from "../../core/checks/project";
import { plainTitle } from "../../core/render";
import { positionsIn } from "../../core/text/lines";
import type { OpenTexts } from "../openTexts";
import type { Missing, ProjectRefs, Requests } from "../protocol";
import type { ShelfWorks } from "../shelfWorks";
import { offersOf } from "../tidying";

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
		const missing = this.texts.missing(refs);
		if (missing.length > 0) return { missing };
		const project = projectOf(this.texts, refs, facts);
		const options = { shelf: knowledgeOf(this.shelf, pattern), off: new Set(off) };
		const counts = new Map(only.map(uri => [uri, 0]));
		const findings = this.#checksOf(refs)
			.check(project, options)
			.filter(({ place }) => {
				const count = counts.get(place.file);
				if (count !== undefined) counts.set(place.file, count + 1);
				return count !== undefined && count < mostFindings;
			});
		const lined = linedPlaces(project);
		return findings.map(finding => ({
			...finding,
			related: finding.related.map(each => ({ ...each, place: lined(each.place) })),
		}));
	}

	edits({ project: refs, facts, fix }: Requests["fixEdits"]["params"]): readonly FileEdit[] | Missing {
		const missing = this.texts.missing(refs);
		return missing.length > 0 ? { missing } : fixEdits(projectOf(this.texts, refs, facts), fix);
	}

	/** The checks that know the texts of a project already. */
	#checksOf({ sources, bibliographies }: ProjectRefs): ProjectChecks {
		const name = [sources[0], ...bibliographies].map(ref => ref?.uri ?? "").join(" ");
		const checks = this.#checks.get(name) ?? new ProjectChecks();
		this.#checks.delete(name);
		this.#checks.set(name, checks);
		const [oldest] = this.#checks.keys();
		if (this.#checks.size > mostProjects && oldest !== undefined) this.#checks.delete(oldest);
		return checks;
	}
}

function projectOf(texts: OpenTexts, refs: ProjectRefs, facts: ProjectFacts): CheckedProject {
	return {
		...facts,
		dialect: refs.dialect,
		manuscripts: refs.sources.flatMap(ref => {
			const found = texts.manuscripts.find(ref);
			return found ? [{ file: ref.uri, source: found.source, citations: found.citations }] : [];
		}),
		bibliographies: refs.bibliographies.flatMap(ref => {
			const bibliography = texts.bibliographies.find(ref);
			return bibliography ? [{ file: ref.uri, bibliography }] : [];
		}),
	};
}

function knowledgeOf(shelf: ShelfWorks, pattern: string): ShelfKnowledge {
	const offers = offersOf(shelf, pattern);
	return {
		find: paper => shelf.find(paper)?.paper,
		offers: key => offers(key).works.map(({ paper }) => ({ id: paper.id, title: plainTitle(paper) })),
	};
}

/** Lines and columns of places; each text's lines are counted once. */
function linedPlaces({ manuscripts, bibliographies }: CheckedProject): (place: FilePlace) => LinedPlace {
	const texts = new Map([
		...manuscripts.map(({ file, source }) => [file, source.text] as const),
		...bibliographies.map(({ file, bibliography }) => [file, bibliography.text] as const),
	]);
	const known = new Map<string, ReturnType<typeof positionsIn>>();
	return place => {
		const positionOf = known.get(place.file) ?? positionsIn(texts.get(place.file) ?? "");
		known.set(place.file, positionOf);
		return { ...place, start: positionOf(place.range.start), end: positionOf(place.range.end) };
	};
}
