// What may be asked of the engine about what is wrong in a project, and what it answers.

import type { FileEdit, Fix, ShownFinding } from "../../core/checks/finding";
import type { ProjectFacts } from "../../core/checks/project";
import type { RuleCode } from "../../core/checks/rules";
import type { Missing, ProjectRefs } from "../protocol";

interface CheckParams {
	readonly project: ProjectRefs;
	readonly facts: ProjectFacts;
}

export interface CheckRequests {
	/** What is wrong in these texts of a project. */
	checkProject: {
		params: CheckParams & {
			readonly only: readonly string[];
			/** Rules that nobody wants to hear of. */
			readonly off: readonly RuleCode[];
			/** Formula of citation keys, by which papers of the shelf are offered. */
			readonly pattern: string;
		};
		answer: readonly ShownFinding[] | Missing;
	};
	/** The edits that a fix comes to. */
	fixEdits: { params: CheckParams & { readonly fix: Fix }; answer: readonly FileEdit[] | Missing };
}
